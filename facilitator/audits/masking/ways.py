"""Every way in which the people of one meeting are named, and what stands there instead."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from facilitator.audits.masking import words
from facilitator.audits.masking.words import NamePart, Part
from facilitator.mentions.everyday import COMMON, EVERYDAY
from facilitator.mentions.folding import Told
from facilitator.mentions.letters import key_of, stem
from facilitator.mentions.units import Word
from facilitator.mentions.words import MONTHS, SHORT_FOR
from facilitator.people import People, Person

ORDINARY = frozenset(key_of(word) for word in EVERYDAY | COMMON) | {"bev"} | words.SMALL
_ALSO = "/"
_SHORTENED = frozenset(SHORT_FOR.values())
_LEAST_SURNAME = 3  # letters of a part of a surname that counts alone: "Reid", not "de"
_ENDING = re.compile(r"['\u2019\u2018\u02bc`\u00b4]s$", re.IGNORECASE)
_ENDS_IN_S = re.compile(r"['\u2019](?!\w)")
# What stands after a word that opens a sentence and is no name: "Will you", "Hope for", "Mark the".
_NO_NAME_BEFORE = frozenset(
    """you we he she it they i there the a an this that these those somebody someone anybody
    everybody of for in to be on my our your his her their us me them nobody""".split()
)
_MONTH_AFTER = frozenset("in by until till since from next last early late mid end of".split())


@dataclass(frozen=True)
class Edit:
    """A piece of a text, in code points from ``start`` up to ``end``, and what stands there."""

    start: int
    end: int
    words: str


@dataclass(frozen=True)
class Way:
    """One way to name somebody: its words, and which rows of them are put in other words."""

    words: tuple[Word, ...]
    rows: tuple[tuple[int, int, str], ...]  # the first word, the last, and what stands there
    is_surname: bool = False


class Ways:
    """All ways to name the people of one meeting, by the key of the first word of each."""

    def __init__(self, people: People, first: Mapping[str, str], last: Mapping[str, str]) -> None:
        """``first`` gives a made-up name by a person's id, ``last`` by the key of a surname."""
        self._first = first
        self._last = last
        self._by_key: dict[str, list[Way]] = {}
        for surname in (False, True):
            for person in people:
                for way in self._of(person):
                    if way.is_surname is surname:
                        self._by_key.setdefault(way.words[0].key, []).append(way)
        for ways in self._by_key.values():
            ways.sort(key=lambda way: -len(way.words))

    def edits(self, read: Told) -> Iterator[Edit]:
        """Every place where somebody is named, in order; none inside another."""
        before: Edit | None = None
        for edit, is_surname in self._found(read):
            gap = read.text[before.end : edit.start] if before else ""
            again = before is not None and edit.words == before.words
            if before and ((is_surname and gap == " ") or (again and gap in (" ", "-"))):
                before = replace(before, end=edit.end)  # "Bev Campbell", "Anne-Marie"
                continue
            if before:
                yield before
            before = edit
        if before:
            yield before

    def _found(self, read: Told) -> Iterator[tuple[Edit, bool]]:
        """Every name as it stands, and whether it is nothing but a surname."""
        at = 0
        while at < len(read.words):
            way = self._at(read, at)
            if way is None:
                at += 1
            else:
                for first, last, made_up in way.rows:
                    row = (at + first, at + last)
                    yield edit_of(read, row, way.words[last], made_up), way.is_surname
                at += len(way.words)

    def names_put(self, person: Person, made_up: str) -> tuple[str, str]:
        """Somebody's full name and what they are called, with their own names made up."""
        full, *ways = names_of(person)
        called = [way.strip() for way in person.called.split(_ALSO)]
        put = [self._put(*one, made_up) for one in zip(ways, called, strict=True)]
        return self._put(full, person.name, made_up), " / ".join(put)

    def _put(self, parts: tuple[NamePart, ...], text: str, made_up: str) -> str:
        for first, last, instead in reversed(tuple(self._rows(parts, made_up))):
            end = text[parts[last].word.end :]
            text = text[: parts[first].word.start] + instead + end
        return text

    def _at(self, read: Told, at: int) -> Way | None:
        for way in self._by_key.get(read.words[at].key, ()):
            row = read.words[at : at + len(way.words)]
            same = len(row) == len(way.words) and all(map(_same, row, way.words))
            if same and (len(row) > 1 or _is_name(read, at, way)):
                return way
        return None

    def _of(self, person: Person) -> Iterator[Way]:
        made_up = self._first[person.id]
        for parts in names_of(person):
            rows = tuple(self._rows(parts, made_up))
            if rows:
                yield Way(tuple(one.word for one in parts), rows)
            named = [one for one in parts if one.part is not Part.KEPT]
            if len(named) < len(parts):
                yield from self._way(tuple(named), made_up)
            for one in named:
                if _counts_alone(one, named):
                    yield from self._way((one,), made_up)

    def _way(self, parts: tuple[NamePart, ...], made_up: str) -> Iterator[Way]:
        if rows := tuple(self._rows(parts, made_up)):
            last = all(one.part is Part.LAST for one in parts)
            yield Way(tuple(one.word for one in parts), rows, is_surname=last)

    def _rows(self, parts: tuple[NamePart, ...], made_up: str) -> Iterator[tuple[int, int, str]]:
        """Each row of words that are a name: one first name for all of them, or its surnames."""
        begin = 0
        for at in range(len(parts) + 1):
            if at < len(parts) and parts[at].part is not Part.KEPT:
                continue
            row = parts[begin:at]
            if any(one.part is Part.FIRST for one in row):
                yield begin, at - 1, made_up
            else:
                for beside, one in enumerate(row, begin):
                    yield beside, beside, self._last.get(one.word.key, made_up)
            begin = at + 1


def names_of(person: Person) -> tuple[tuple[NamePart, ...], ...]:
    """The full name, and each way in which somebody is called, word by word."""
    return _names_of(person.name, person.called)


@lru_cache(maxsize=512)
def _names_of(name: str, called: str) -> tuple[tuple[NamePart, ...], ...]:
    full = words.full_name(name)
    surnames = frozenset(one.word.key for one in full if one.part is Part.LAST)
    ways = (words.called(way.strip(), surnames) for way in called.split(_ALSO))
    return (full, *ways)


def surname_keys(people: Iterable[Person]) -> Iterator[str]:
    """The keys of all surnames."""
    for person in people:
        yield from (one.word.key for one in names_of(person)[0] if one.part is Part.LAST)


def name_words(people: Iterable[Person]) -> frozenset[str]:
    """The words of all names, in small letters, without what only says who somebody is."""
    return frozenset(
        one.word.plain
        for person in people
        for parts in names_of(person)
        for one in parts
        if one.part is not Part.KEPT
    )


def _counts_alone(one: NamePart, named: list[NamePart]) -> bool:
    if one.part is Part.LAST:
        return len(one.word.plain) >= _LEAST_SURNAME
    # "May" or "van" in the middle of a name is hardly ever what somebody goes by.
    return one is named[0] or (one.word.capital and one.word.key not in ORDINARY)


def _same(word: Word, wanted: Word) -> bool:
    if word.key != wanted.key:
        return False
    return wanted.key not in _SHORTENED or stem(word.plain) == stem(wanted.plain)


def _is_name(read: Told, at: int, way: Way) -> bool:
    """Whether one word by itself is the name here, and not the everyday word that it also is."""
    word = read.words[at]
    if word.key not in ORDINARY and word.plain not in MONTHS:
        return True
    if not word.capital:
        return False
    if word.plain in MONTHS and _is_month(read, at):
        return False
    if not word.opens or len(read.words) == 1:
        return True
    if word.plain in words.SMALL:
        return False
    follows = read.words[at + 1].plain if at + 1 < len(read.words) else ""
    return not way.is_surname and follows not in _NO_NAME_BEFORE


def _is_month(read: Told, at: int) -> bool:
    before = read.words[at - 1].plain if at else ""
    after = read.words[at + 1].plain if at + 1 < len(read.words) else ""
    return before in _MONTH_AFTER or before[:1].isdigit() or after[:1].isdigit()


def edit_of(read: Told, row: tuple[int, int], wanted: Word, made_up: str) -> Edit:
    """That row of words, but for the "'s" of its last word; in capitals where it stood so."""
    words = read.words[row[0] : row[1] + 1]
    start, end = words[0].start, words[-1].end
    shown = read.text[start:end]
    if ending := _ENDING.search(shown):
        end -= len(ending[0])
    elif wanted.plain.endswith("s"):
        if _ENDS_IN_S.match(read.text, end):
            return Edit(start, end + 1, f"{made_up}'s")  # "Idris' hat"
    elif shown[-1] in "sS":
        end -= 1
    return Edit(start, end, made_up.upper() if all(word.shouted for word in words) else made_up)


def apart(edits: Iterable[Edit], others: Iterable[Edit]) -> Iterator[Edit]:
    """Those edits that touch none of the others."""
    several = tuple(others)
    for one in edits:
        if not any(one.start < other.end and other.start < one.end for other in several):
            yield one


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with these edits made; of several at one place the first and longest."""
    pieces, end = [], 0
    for one in sorted(edits, key=lambda one: (one.start, -one.end)):
        if one.start >= end:
            pieces += [text[end : one.start], one.words]
            end = one.end
    return "".join([*pieces, text[end:]])
