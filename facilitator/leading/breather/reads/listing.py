"""The list "How it reads": by line, with the words marked, and what could be said instead.

It is for the facilitator's eyes in a breather, and for the family before its yes. There is no
score, and it keeps nobody from anything.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Self

from facilitator.contributions import Contribution, Wording
from facilitator.meetings import Meeting
from facilitator.people import People
from facilitator.plain_language import Finding, Level, WordList
from facilitator.plans.whole_reading import WholeReading, whole_reading
from facilitator.plans.wording_found import (
    WORDS,
    LineFindings,
    Stays,
    found_in,
    language_of,
    lines_read,
    offer_of,
)

_MOST_OPEN = 6
_LONG_QUOTE = 40  # characters


@dataclass(frozen=True)
class Spot:
    """One thing that was found, in a line as it stands: ``number`` is that of its wording."""

    found: LineFindings
    finding: Finding
    number: int

    @property
    def ref(self) -> str:
        """The id of the line."""
        return self.found.line.id

    @property
    def is_stop(self) -> bool:
        """Whether it is to be changed, or kept with a reason."""
        return self.finding.level is Level.STOP

    @property
    def quoted(self) -> str:
        """The words that were found: of a whole sentence only its beginning."""
        words = self.finding.words
        if len(words) <= _LONG_QUOTE:
            return words
        return f"{words[:_LONG_QUOTE].rpartition(' ')[0] or words[:_LONG_QUOTE]} …"

    @property
    def offer(self) -> str:
        """What could be said instead, or what to do."""
        return offer_of(self.finding)

    @property
    def may_be_taken(self) -> bool:
        """Whether one touch can put other words there: never into somebody's exact words."""
        return self.finding.ready is not None and not self.found.exact

    @property
    def after(self) -> str:
        """The text with the words that are offered."""
        text, one = self.found.text, self.finding
        return text[: one.start] + (one.ready or "") + text[one.end :]


@dataclass(frozen=True)
class ReadLine:
    """One text of one line with what was found in it."""

    found: LineFindings
    spots: tuple[Spot, ...]

    @property
    def label(self) -> str:
        """What it is: the kind, and the question that a field answers."""
        row, part = self.found.line.row, self.found.part
        return row.label if part == WORDS else f"{row.label}. {row.field(part).label}"

    @property
    def pieces(self) -> tuple[tuple[str, bool], ...]:
        """The text in pieces, each with whether it was found."""
        return tuple(_pieces(self.found.text, [one.finding for one in self.spots]))


@dataclass(frozen=True)
class HowItReads:
    """The whole list: what to change or keep, what could be kinder, what stays, and why."""

    found: tuple[LineFindings, ...]
    numbers: Mapping[str, int]
    read_whole: Callable[[], WholeReading]

    @classmethod
    def of(
        cls,
        meeting: Meeting,
        people: People,
        wordings: Iterable[Wording],
        lists: WordList | None = None,
    ) -> Self:
        """The list for everything that stands in one meeting."""
        standing = tuple(wordings)
        said = tuple(one.said for one in standing)
        language = language_of(meeting)
        lines = lines_read(said)
        return cls(
            found_in(lines, people, said, lists, language),
            {one.said.id: one.number for one in standing},
            partial(whole_reading, lines, people, language),
        )

    @cached_property
    def whole(self) -> WholeReading:
        """How the whole plan reads; only the page that tells it has to wait for it."""
        return self.read_whole()

    @cached_property
    def stops(self) -> tuple[ReadLine, ...]:
        """The lines with something to change, or to keep with a reason."""
        return tuple(self._lines(Level.STOP))

    @cached_property
    def asks(self) -> tuple[ReadLine, ...]:
        """The lines where there may be a kinder or plainer way."""
        return tuple(self._lines(Level.ASK))

    @cached_property
    def own_words(self) -> tuple[ReadLine, ...]:
        """Exact words that may need a line to explain them. They themselves stay."""
        return tuple(one for one in self._lines(Level.EXPLAIN) if one.found.exact)

    @cached_property
    def explained(self) -> tuple[Finding, ...]:
        """The words of law and real names that stay and are explained, each once."""
        lines = (one for one in self._lines(Level.EXPLAIN) if not one.found.exact)
        each = (spot.finding for line in lines for spot in line.spots)
        return tuple({one.words.casefold(): one for one in each}.values())

    @cached_property
    def stays(self) -> tuple[tuple[LineFindings, Stays], ...]:
        """What stays for a reason."""
        return tuple((line, one) for line in self.found for one in line.kept)

    @property
    def is_clear(self) -> bool:
        """Whether nothing is to be changed, and nothing could be kinder."""
        return not (self.stops or self.asks)

    @property
    def asks_are_few(self) -> bool:
        """Whether what could be kinder may stand open on the page."""
        return len(self.asks) < _MOST_OPEN

    @property
    def sentence(self) -> str:
        """Where it stands, in words."""
        hard = sum(len(one.spots) for one in self.stops)
        kinder = sum(len(one.spots) for one in self.asks)
        told = []
        if hard:
            told.append(f"{_places(hard)} to change, or to keep with a reason.")
        if kinder:
            told.append(f"{_places(kinder)} could be kinder or plainer.")
        return " ".join(told) or "Nothing was found that is hard or hurts."

    def _lines(self, level: Level) -> Iterator[ReadLine]:
        for found in self.found:
            number = self.numbers.get(found.line.id, 0)
            spots = tuple(Spot(found, one, number) for one in found.findings if one.level is level)
            if spots:
                yield ReadLine(found, spots)


def find_spot(
    wording: Wording,
    people: People,
    said: Collection[Contribution],
    asked: tuple[str, int, int],
    reads: tuple[WordList | None, str],
) -> Spot | None:
    """What is found at that place of that wording: ``asked`` is part, start and end.

    None where nothing is found there. ``reads`` is the list of words and the language.
    """
    part, start, end = asked
    for found in found_in(lines_read((wording.said,)), people, said, *reads):
        for one in (*found.findings, *(stay.finding for stay in found.kept)):
            if (found.part, one.start, one.end) == (part, start, end):
                return Spot(found, one, wording.number)
    return None


def _pieces(text: str, findings: Iterable[Finding]) -> Iterator[tuple[str, bool]]:
    at = 0
    for one in sorted(findings, key=lambda one: (one.start, -one.end)):
        if one.end <= at:
            continue
        start = max(one.start, at)
        if start > at:
            yield text[at:start], False
        yield text[start : one.end], True
        at = one.end
    if at < len(text):
        yield text[at:], False


def _places(number: int) -> str:
    return "1 place" if number == 1 else f"{number} places"
