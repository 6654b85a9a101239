"""The days that a line says: by name, by number, by how often."""

import re

from facilitator.days import MONTHS, WEEKDAYS
from facilitator.plain_language.text import Sentence, Text, Word

WEEKDAY_NUMBERS = {name.lower(): number for number, name in enumerate(WEEKDAYS)}
SHORT_WEEKDAYS = {
    short: number
    for number, shorts in enumerate(
        ("mon", "tue tues", "wed weds", "thu thur thurs", "fri", "sat", "sun")
    )
    for short in shorts.split()
}
MONTH_NUMBERS = {name.lower(): number for number, name in enumerate(MONTHS, 1)}
SHORT_MONTHS = {
    short: number
    for number, shorts in enumerate(
        ("jan", "feb", "mar", "apr", "", "jun", "jul", "aug", "sep sept", "oct", "nov", "dec"), 1
    )
    for short in shorts.split()
}
MONTH_WORDS = frozenset((*MONTH_NUMBERS, *SHORT_MONTHS)) - {""}
_SUFFIXES = ("st", "nd", "rd", "th")
_FIGURE = re.compile(r"[0-9]")
_LAST_DAY = 31
_YEAR = 4

# Days that move from year to year: they say when, and not which day.
MOVES = frozenset("easter ramadan eid diwali half-term lent passover whitsun pentecost".split())
_EACH = frozenset("each every per".split())
_SPANS = frozenset(
    "day night morning afternoon evening week weekend month fortnight time visit term"
    " year lunchtime bedtime teatime mealtime session lesson half-term holiday christmas"
    " birthday hour".split()
)
_SAYS_WHEN = frozenset(
    "daily nightly weekly fortnightly monthly today tonight tomorrow weekend weekends"
    " bedtime christmas bedtimes mornings evenings afternoons nights days weekdays now"
    " once twice fortnight immediately boxing new-year birthday week weeks month months"
    " until".split()
)
_PARTS = frozenset("morning afternoon evening night lunchtime teatime breakfast tea lunch".split())
_SPANS_AND_PARTS = _SPANS | _PARTS
_LEADS = frozenset("this the in after at before by of until from".split())
_CLOCK = ("am", "pm", "a.m.", "p.m.", "a.m", "p.m")


def figures(text: Text, sentence: Sentence) -> bool:
    """Whether a sentence holds any figure at all: most hold none."""
    return _FIGURE.search(text.typed, sentence.start, sentence.end) is not None


def weekday_of(word: Word) -> int | None:
    """Which day of the week a word names, "Tuesdays" and "Tues" too; None for none."""
    said = word.folded.removesuffix("'s")
    if said in SHORT_WEEKDAYS:
        return SHORT_WEEKDAYS[said]
    return WEEKDAY_NUMBERS.get(said, WEEKDAY_NUMBERS.get(said.removesuffix("s")))


def month_of(word: Word) -> int | None:
    """Which month a word names, long or short; "may" in small letters is no month."""
    if word.folded in ("may", "march") and not word.typed[0].isupper():
        return None
    return MONTH_NUMBERS.get(word.folded, SHORT_MONTHS.get(word.folded))


def number_of_day(word: Word) -> int | None:
    """The day of a month that a word says, "3" or "3rd"; None where it says none."""
    figures = word.folded
    if figures.endswith(_SUFFIXES):
        figures = figures[:-2]
    if len(figures) > len("31") or not (figures.isascii() and figures.isdigit()):
        return None
    number = int(figures)
    return number if 1 <= number <= _LAST_DAY else None


def year_of(word: Word) -> int | None:
    """A year in four figures."""
    if len(word.folded) == _YEAR and word.folded.isascii() and word.folded.isdigit():
        return int(word.folded) or None
    return None


def says_when(text: Text) -> bool:
    """Whether a line says when, in whatever way: a day, a date, every night, at bedtime, at 9pm."""
    words = text.words
    return any(_says(words, place) for place in range(len(words)))


def _says(words: tuple[Word, ...], place: int) -> bool:
    word = words[place]
    said = word.folded
    if said in _SAYS_WHEN or said in MOVES or weekday_of(word) is not None:
        return True
    if said[0].isdigit():
        return said.endswith(_CLOCK) or "/" in said or ":" in said
    return place > 0 and _said_with(words[place - 1], word)


def _said_with(before: Word, word: Word) -> bool:
    """Whether two words together say when: "each visit", "at night", "in May", "5 March"."""
    if before.folded in _EACH:
        return True
    if before.folded in _LEADS and word.folded in _SPANS_AND_PARTS:
        return True
    if month_of(word) is not None:
        return number_of_day(before) is not None or before.folded in _LEADS
    return month_of(before) is not None and number_of_day(word) is not None
