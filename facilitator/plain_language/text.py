"""A line as words and sentences, each with its place in what was typed."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Word:
    """One word as typed, ``text[start:end]``; ``folded`` is what a list is asked for.

    Folded means lower case, with straight apostrophes and hyphens.
    """

    typed: str
    folded: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of one sentence, and its place: ``text[start:end]``, end mark included."""

    words: tuple[Word, ...]
    start: int
    end: int
    said: frozenset[str] = field(init=False, repr=False, compare=False)  # every folded word

    def __post_init__(self) -> None:
        """Gather the words, so that a rule may pass a sentence by at one glance."""
        object.__setattr__(self, "said", frozenset([word.folded for word in self.words]))


@dataclass(frozen=True, slots=True)
class Text:
    """One line, read once for every rule."""

    typed: str
    sentences: tuple[Sentence, ...]

    @property
    def words(self) -> tuple[Word, ...]:
        """Every word of the line, in order."""
        return tuple(word for sentence in self.sentences for word in sentence.words)


# Letters, figures, and the marks that some scripts and keyboards set on or between them.
_PART = r"[^\W_\u0300-\u036f\u00ad\u200b-\u200d][\w\u0300-\u036f\u064b-\u0655\u00ad\u200b-\u200d]*+"
_JOINED = rf"(?:['’ʼ‘\-‐‑]{_PART}|(?<=[0-9])[.,:/](?=[0-9]){_PART})*+"
# Possessive quantifiers throughout: no text, however it is made, is looked at twice.
_WORD = re.compile(
    r"[^\W\d_](?:\.[^\W\d_](?!\w))++\.?+"  # e.g. and p.m. and D.V.
    r"|[0-9]{1,2}+(?:[.:][0-9]{2})?+[aApP]\.[mM]\.?+"  # 7.30p.m.
    r"|[sS]\.[0-9]++"  # s.17
    rf"|{_PART}{_JOINED}"
)
_CHUNK = re.compile(r"\S++")
_ADDRESS = ("://", "@", "www.")
_EDGES = ".,;:!?()[]<>{}\"'“”‘’…"
_STRAIGHT = str.maketrans(
    {"’": "'", "ʼ": "'", "‘": "'", "‐": "-", "‑": "-"} | dict.fromkeys("\u00ad\u200b\u200c\u200d")
)

_MARKS = frozenset(".!?…")
_BREAKS = frozenset("\n\r\v\f\x85\u2028\u2029")
_CLOSERS = frozenset("\"'”’)]»*_")
_OPENERS = frozenset("\"'“‘([«£$€¿¡")
_NEVER_LAST = frozenset(
    "mr mrs ms mx dr st prof rev revd fr sr sgt pc approx e.g. i.e. e.g i.e".split()
)
_BEFORE_FIGURES = frozenset("no nos p pp tel ext para s sec fig vol ch".split())
_MAY_BE_LAST = frozenset(
    "etc rd ave jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu"
    " thur thurs fri sat sun min mins hr hrs wk wks mth mths yr yrs appt ref incl max dept"
    " a.m. p.m. a.m p.m".split()
)
# What follows initials and yet opens a sentence of its own: "Plan B. We ring Nan."
_STARTERS = frozenset(
    "a an and as at but can could did do does each every everybody everyone for he her"
    " his how i if in is it its may my no nobody not now on or our she should so somebody"
    " someone that the their then there these they this those to today we what when where"
    " who why will with yes you your".split()
)
_LONGEST_MARKER = 2
# Lines of a pasted letter are broken at the edge of its page; a short line is an item of a list.
_WRAPPED = 50


def read(typed: str) -> Text:
    """The words and sentences of a text; every word has its place in it, nothing is changed.

    >>> [one.end for one in read("Ring Dr. Khan at 7.30 p.m. on Friday. Then rest.").sentences]
    [37, 48]
    """
    words = tuple(_words(typed))
    return Text(typed, tuple(_sentences(typed, words)))


def _words(typed: str) -> Iterator[Word]:
    if not any(mark in typed for mark in _ADDRESS):
        yield from _in(typed, 0, len(typed))
        return
    for chunk in _CHUNK.finditer(typed):
        said = chunk[0]
        inner = said.strip(_EDGES) if any(mark in said for mark in _ADDRESS) else ""
        if inner:
            start = chunk.start() + said.index(inner)
            yield Word(inner, inner.lower(), start, start + len(inner))
        else:
            yield from _in(typed, chunk.start(), chunk.end())


def _in(typed: str, start: int, end: int) -> list[Word]:
    return [
        Word(word := found[0], word.lower() if word.isascii() else _folded(word), *found.span())
        for found in _WORD.finditer(typed, start, end)
    ]


def _folded(word: str) -> str:
    return unicodedata.normalize("NFC", word.translate(_STRAIGHT)).lower()


def _sentences(typed: str, words: tuple[Word, ...]) -> Iterator[Sentence]:
    held: list[Word] = []
    line = 0  # Where the line began on which we are: a long one may go on in the next.
    for place, word in enumerate(words):
        following = words[place + 1] if place + 1 < len(words) else None
        if not held and following and _is_marker(typed, word, following):
            continue
        held.append(word)
        if (
            following is not None
            and following.start - word.end == 1
            and typed[word.end] == " "
            and typed[word.end - 1] != "."
        ):
            continue  # Nearly every gap there is.
        gap = _Gap(typed, word, following, line)
        if gap.ends(alone=len(held) == 1):
            yield Sentence(tuple(held), _opening(typed, held[0].start), word.end + gap.closing())
            held = []
        if following is not None and gap.broken:
            line = following.start


def _is_marker(typed: str, word: Word, following: Word) -> bool:
    """Whether this is the number of an item in a list, "1." or "a)", and no word of it."""
    if len(word.typed) > _LONGEST_MARKER or typed[word.end : word.end + 1] not in (".", ")"):
        return False
    gap = typed[word.end + 1 : following.start]
    if not gap or not gap.isspace() or not _BREAKS.isdisjoint(gap):
        return False
    return word.typed.isdigit() or (typed[word.end] == ")" and len(word.typed) == 1)


class _Gap:
    """What was typed between two words, or behind the last."""

    def __init__(self, typed: str, word: Word, following: Word | None, line: int) -> None:
        self.typed = typed[word.end : following.start if following else len(typed)]
        self.word, self.following = word, following
        self.broken = not _BREAKS.isdisjoint(self.typed)
        self._so_far = word.end - line

    def ends(self, *, alone: bool) -> bool:
        """Whether a sentence ends here; ``alone``: its only word so far stands before the gap."""
        if self.following is None:
            return True
        marks = "".join(mark for mark in self.typed if mark in _MARKS)
        if self.broken:
            return bool(marks) or not self._goes_on(self.following)
        if not any(mark.isspace() for mark in self.typed):
            return marks == "." and self.word.typed[-1].islower() and self.following.typed.istitle()
        return self._stops(self.following, marks, alone=alone)

    def _stops(self, following: Word, marks: str, *, alone: bool) -> bool:
        """Whether a sentence ends at these marks, or at the full stop of the word itself."""
        if not marks and not self.word.typed.endswith("."):
            return False
        opens = not following.typed[0].islower()
        if len(marks) > 1 or "…" in marks or not _CLOSERS.isdisjoint(self.typed):
            return opens  # "Are you all right?" she said. It was ... fine.
        if marks in ("", "."):
            return _stops(self.word, following, opens=opens, alone=alone)
        return True

    def _goes_on(self, following: Word) -> bool:
        """Whether the line was broken at the edge of a page, and the sentence goes on."""
        long = self._so_far >= _WRAPPED and self.typed.count("\n") <= 1
        return long and following.typed[0].islower()

    def closing(self) -> int:
        """How much of the gap belongs to the sentence before it: its end mark and quotes."""
        kept = 0
        for place, mark in enumerate(self.typed):
            if mark in _MARKS or mark in _CLOSERS:
                kept = place + 1
            elif kept or not mark.isspace() or mark in _BREAKS:
                break
        return kept


def _stops(word: Word, following: Word, *, opens: bool, alone: bool) -> bool:
    """Whether the full stop behind this word ends a sentence, and not only a short form."""
    if word.folded in _NEVER_LAST:
        return False
    figures = following.typed[0].isdigit()
    if word.folded in _BEFORE_FIGURES:
        return (alone and opens) or not figures
    if word.folded in _MAY_BE_LAST:
        return opens and not figures
    initials = word.typed.endswith(".") or (len(word.typed) == 1 and word.typed != "I")
    if initials and word.typed[0].isalpha():
        return following.folded in _STARTERS and opens
    return True


def _opening(typed: str, start: int) -> int:
    """Where the sentence of this first word opens, its quotation mark included."""
    while start and typed[start - 1] in _OPENERS:
        start -= 1
    return start
