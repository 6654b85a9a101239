"""Names as they stand on a flip chart, matched to the people of the meeting.

A name that surely means one person is taken. Every other one is given back as it was typed, to be
asked about: nobody is guessed, and no name is dropped.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from facilitator.mentions import ways_to_name
from facilitator.people import People, Person

_BETWEEN = re.compile(r"\s*(?:[,;&+/]|\band\b)\s*", re.IGNORECASE)
_ONLY_KEYS = re.compile(r"[0-9](?:(?:[\s,;&+/]|and)*[0-9])*")
_MOST_COMPARED = 40  # letters; no name is longer, and comparing costs their square
_SHORT = 5  # letters up to which one slip is a near name; two in longer ones
_LETTERS_THAT_BEGIN_A_NAME = 2


@dataclass(frozen=True)
class Named:
    """Whom a cell names: the ids that are sure, and the names that are not, as typed."""

    ids: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


def named(typed: str, people: People, seats: Mapping[str, str] = MappingProxyType({})) -> Named:
    """Whom these words name.

    "Nan", "Nan and Leon", "Bev, Leon + Nan" are read; so are full names and first names. ``seats``
    are the keys of the people row, each with the id of who sits there: "4 5" names two people.
    """
    if _ONLY_KEYS.fullmatch(typed.strip()) and seats:
        return _seated(re.findall("[0-9]", typed), seats)
    parts = [part for part in (_tidy(one) for one in _parts(typed, people)) if part]
    sure: dict[str, None] = {}
    unknown: list[str] = []
    for part in parts:
        found = _called(part, people)
        if len(found) == 1:
            sure[found[0].id] = None
        elif part in seats:
            sure[seats[part]] = None
        else:
            unknown.append(part)
    return Named(tuple(sure), tuple(unknown))


def _seated(keys: list[str], seats: Mapping[str, str]) -> Named:
    ids = dict.fromkeys(seats[one] for one in keys if one in seats)
    return Named(tuple(ids), tuple(one for one in keys if one not in seats))


def near(typed: str, people: People) -> tuple[Person, ...]:
    """Who may be meant by a name that is not sure, the likeliest first; () where nobody is near."""
    several = _called(_tidy(typed), people)
    if several:
        return several
    wanted = _folded(typed)
    ranked = [
        (distance, seat, person)
        for seat, person in enumerate(people)
        if (distance := min(_distances(wanted, person), default=None)) is not None
    ]
    return tuple(person for _, _, person in sorted(ranked, key=lambda one: one[:2]))


def _parts(typed: str, people: People) -> list[str]:
    """One name each; a name that itself holds an "and" stays whole where somebody has it."""
    return [typed] if _called(_tidy(typed), people) else _BETWEEN.split(typed)


def _called(name: str, people: People) -> tuple[Person, ...]:
    wanted = _folded(name)
    return tuple(person for person in people if wanted and wanted in _ways(person))


def _ways(person: Person) -> frozenset[str]:
    return frozenset(_folded(way) for way in ways_to_name(person.name, person.called))


def _tidy(text: str) -> str:
    return " ".join(text.split()).strip(" .:-")


def _folded(text: str) -> str:
    return _tidy(text).casefold().replace("’", "'")


def _distances(wanted: str, person: Person) -> Iterator[int]:
    """How far a name is from each way of naming that person, where it is near at all."""
    if not wanted or len(wanted) > _MOST_COMPARED:
        return
    for way in _ways(person):
        if len(wanted) >= _LETTERS_THAT_BEGIN_A_NAME and way.startswith(wanted):
            yield 1
            continue
        slips = _slips(wanted, way[:_MOST_COMPARED])
        if slips <= (1 if len(wanted) <= _SHORT else 2) and slips < len(wanted) - 1:
            yield slips


def _slips(one: str, other: str) -> int:
    """How many slips of the finger lie between two words.

    A slip is a letter too many, too few or wrong, or two letters that changed places.
    """
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        now = [row]
        for column, wanted in enumerate(other, 1):
            cost = min(last[column] + 1, now[-1] + 1, last[column - 1] + (letter != wanted))
            swapped = row > 1 and column > 1 and letter == other[column - 2]
            if swapped and one[row - 2] == wanted:
                cost = min(cost, before[column - 2] + 1)
            now.append(cost)
        before, last = last, now
    return last[-1]
