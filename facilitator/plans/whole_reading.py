"""How the whole plan reads: never one line by itself, and never as a mark."""

from collections.abc import Iterable
from dataclasses import dataclass

from facilitator.people import People
from facilitator.plain_language import Reading, reading
from facilitator.plans.family_words import names_of
from facilitator.plans.line import Line
from facilitator.plans.wording_found import ENGLISH, texts_of


@dataclass(frozen=True)
class WholeReading:
    """The reading of a plan, and the texts in it that would help most, each with why."""

    reading: Reading
    help_most: tuple[tuple[str, str], ...]


def whole_reading(lines: Iterable[Line], people: People, language: str = ENGLISH) -> WholeReading:
    """How all these lines together read; those in another language are not read."""
    texts = tuple(
        text
        for line in lines
        if (line.lang or language).lower().startswith(ENGLISH)
        for _, text in texts_of(line)
    )
    found = reading(texts, names_of(people))
    return WholeReading(found, tuple((texts[at], why) for at, why in found.help_most))
