"""How the list writes what it looks for: a few words, with room for their forms.

``abscond~`` any form of the verb; ``agency+`` one or several; ``a|b`` either; ``a?`` may be
missing; ``{person}`` any word of that class; ``ICPC`` (two capitals) or ``=Cafcass`` as typed only;
``..`` up to three words between, ``...`` up to eight; ``^`` and ``$`` begin and end a sentence;
``!a`` not followed (or, before the rest, preceded) by that word; ``[a]`` is what is found, the
rest its context. Hyphens are spaces: "hard to reach" is "hard-to-reach" too.

There are no regular expressions here, so that no text can be slow: a pattern is tried only where
its rarest word stands, and looks at a few words on either side of it, never further.
"""

import re
from dataclasses import dataclass, field
from functools import cache

from facilitator.plain_language import terms_forms
from facilitator.plain_language.terms_classes import CLASSES

GAPS = {"..": 3, "...": 8}
MOST_PARTS = 16
NAME, CAPITAL, NUMBER, END = "{name}", "{capital}", "{number}", "$"
KINDS = frozenset({NAME, CAPITAL, NUMBER})

# A pattern never starts its search from one of these: they stand in every line.
COMMON = frozenset(
    "a an and are as at be been being but by can do did does for from had has have he her"
    " him his i if in is it its me my no not of on or our she so that the their them they"
    " this to too up us was we were what when will with would you your 's".split()
)

_WORD = re.compile(r"[^\W_]++(?:[.'][^\W_]++)*+")


class WrongPattern(ValueError):
    """A pattern that can't be read; its message says why, in a sentence fit to show."""


@dataclass(frozen=True, slots=True)
class Part:
    """One place of a pattern: a word among ``words``, or a gap, or an edge of the sentence."""

    words: frozenset[str] = frozenset()
    exact: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    optional: bool = False
    gap: int = 0
    edge: bool = False
    never: bool = False

    @property
    def startable(self) -> bool:
        """Whether a search may start from this place."""
        return not (self.kinds or self.optional or self.gap or self.edge or self.never)


@dataclass(frozen=True, slots=True)
class Pattern:
    """The parts in order; ``first`` to ``last`` (exclusive) are what is found.

    ``ahead`` and ``behind`` are the parts on either side of the one that the search starts from,
    each in the order in which they are tried. ``near`` is 1 or -1 where the very next or the
    last word must be one of ``near_words``: most tries end with that one look.
    """

    parts: tuple[Part, ...]
    first: int
    last: int
    start: int = field(init=False)
    ahead: tuple[Part, ...] = field(init=False)
    behind: tuple[Part, ...] = field(init=False)
    near: int = field(init=False)
    near_words: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Choose the rarest word to start from."""
        choices = [place for place, part in enumerate(self.parts) if part.startable]
        if not choices:
            raise WrongPattern("It has no word of its own to look for.")
        self._start_from(min(choices, key=self._commonness))

    def started_from(self, place: int) -> "Pattern":
        """The same pattern, tried from that part."""
        again = Pattern(self.parts, self.first, self.last)
        again._start_from(place)
        return again

    def _start_from(self, place: int) -> None:
        object.__setattr__(self, "start", place)
        object.__setattr__(self, "ahead", self.parts[place + 1 :])
        object.__setattr__(self, "behind", self.parts[:place][::-1])
        near, words = 0, frozenset[str]()
        for way, beside in ((1, self.ahead), (-1, self.behind)):
            if beside and beside[0].startable and not beside[0].exact:
                near, words = way, beside[0].words
        object.__setattr__(self, "near", near)
        object.__setattr__(self, "near_words", words)

    def _commonness(self, place: int) -> tuple[int, bool, int]:
        part = self.parts[place]
        common = len(part.words & COMMON)
        return common, not self.first <= place < self.last, len(part.words) + len(part.exact)


@cache
def pattern(written: str) -> Pattern:
    """The pattern that is written so; WrongPattern where it is none."""
    opened = written.count("[")
    if opened > 1 or opened != written.count("]"):
        raise WrongPattern("It may have one [ and one ] around what is found.")
    parts: list[Part] = []
    first, last = 0, None
    for item in written.replace("[", " [ ").replace("]", " ] ").split():
        if item == "[":
            first = len(parts)
        elif item == "]":
            last = len(parts)
        else:
            parts.extend(_parts(item))
    if len(parts) > MOST_PARTS:
        raise WrongPattern(f"It is more than {MOST_PARTS} words long.")
    return Pattern(tuple(parts), first, len(parts) if last is None else last)


@cache
def _parts(item: str) -> tuple[Part, ...]:
    if item in GAPS:
        return (Part(gap=GAPS[item]),)
    if item in {"^", END}:
        return (Part(edge=True),)
    never, optional = item.startswith("!"), item.endswith("?")
    inside = item.removeprefix("!").removesuffix("?")
    if "?" in inside or "!" in inside:
        raise WrongPattern(f"In '{item[:40]}' a ? may stand at the end, and a ! at the beginning.")
    choices = inside.split("|")
    if len(choices) == 1 and not inside.startswith("{"):
        return tuple(_part([piece], never=never, optional=optional) for piece in split(inside))
    return (_part(choices, never=never, optional=optional),)


def split(word: str) -> list[str]:
    """A word as the matcher sees it: apart at hyphens and slashes, its "'s" by itself."""
    pieces = [piece for piece in re.split(r"[-/&]", word) if piece]
    return [
        part
        for piece in pieces
        for part in ([piece[:-2], "'s"] if len(piece) > 2 and piece.endswith("'s") else [piece])  # noqa: PLR2004
    ]


def _part(choices: list[str], *, never: bool, optional: bool) -> Part:
    words: set[str] = set()
    exact: set[str] = set()
    kinds: set[str] = set()
    for choice in choices:
        if choice == END or choice in KINDS:
            kinds.add(choice)
        elif choice.startswith("{"):
            name = choice.strip("{}")
            if name not in CLASSES:
                raise WrongPattern(f"There is no class of words called {choice}.")
            words |= CLASSES[name]
            kinds |= {NAME} if name == "person" else set()
        elif choice.startswith("="):
            exact.add(choice[1:])
        elif sum(letter.isupper() for letter in choice) > 1:
            exact |= {choice, f"{choice}s"}
        else:
            # The matcher passes over an "'s" by itself.
            words.update(forms(choice if choice == "'s" else choice.removesuffix("'s")))
    return Part(frozenset(words), frozenset(exact), frozenset(kinds), optional, never=never)


def forms(choice: str) -> tuple[str, ...]:
    """Every way to write one choice of a pattern, in lower case."""
    mark = choice[-1:]
    base = (choice[:-1] if mark in "~+" else choice).lower()
    if base != "'s" and not _WORD.fullmatch(base):
        raise WrongPattern(f"'{choice[:30]}' is not a word.")
    if mark == "~":
        written: tuple[str, ...] = terms_forms.verb(base)
    elif mark == "+":
        written = (base, terms_forms.plural(base))
    else:
        written = (base,)
    return tuple(form for each in written for form in terms_forms.spelled(each))
