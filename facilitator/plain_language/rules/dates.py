"""Days that can be read two ways, days that are no days, and steps without any."""

from collections.abc import Iterator
from datetime import date

from facilitator import days
from facilitator.plain_language.finding import Finding, Level, Reason, Scope
from facilitator.plain_language.rules.about import About, Advice, between
from facilitator.plain_language.rules.days_said import (
    MONTH_WORDS,
    MOVES,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    figures,
    month_of,
    number_of_day,
    says_when,
    weekday_of,
    year_of,
)
from facilitator.plain_language.text import Sentence, Text, Word

_FIGURES = Advice(
    Level.ASK,
    Reason.DATE_FORM,
    "",
    "A date in figures can be read two ways; a month has a name.",
)
_SHORT = Advice(
    Level.ASK, Reason.DATE_FORM, "", "The whole name is easier to read, and to translate."
)
_RELATIVE = Advice(
    Level.ASK,
    Reason.DATE_FORM,
    "Write the day: 'Monday 1 March'.",
    "Whoever reads it later does not know from which day to count.",
)
_NO_DAY = Advice(
    Level.STOP,
    Reason.NO_DAY,
    "Say the day it starts, or the day it is done by.",
    "It does not say when.",
)
_DAY_WORDS = MONTH_WORDS | frozenset(SHORT_WEEKDAYS)
_LEAP_YEAR = 2000
_CENTURY = 2000
_LAST_MONTH = 12
_YEAR = 4
_PARTS = frozenset(((1, 2), (1, 3), (1, 4)))  # A half is more often meant than a day.
_PARTS_OF_A_DATE = 3
_BEFORE_A_DAY = frozenset(
    "on by from until till before after since due dated starting ending".split()
)
# These are names and verbs too ("Jan", "the sun", "he sat"), and days only beside a number.
_ALSO_OTHER_WORDS = frozenset("jan mar apr jun jul sat sun wed mon".split())
_COUNTED = frozenset(
    "week weekend month year term fortnight monday tuesday wednesday thursday".split()
)
_STEPS = frozenset((Scope.ACTIONS, Scope.CONTINGENCY))


def dates(text: Text, about: About) -> Iterator[Finding]:
    """PL10 and PL11: figures, short months, days that do not fit; all but "next week" anywhere."""
    for sentence in text.sentences:
        words = sentence.words
        if _DAY_WORDS.isdisjoint(sentence.said) and not figures(text, sentence):
            continue
        for place, word in enumerate(words):
            if word.typed[0].isdigit() and any(mark in word.typed for mark in "/.-"):
                yield from _in_figures(text, words, place)
            elif word.folded in MONTH_WORDS and month_of(word) is not None:
                yield from _in_words(text, words, place, about)
            elif word.folded in SHORT_WEEKDAYS:
                yield from _short_weekday(text, words, place, about)


def relative_days(text: Text, about: About) -> Iterator[Finding]:
    """PL10: "next week" and "Easter" in a step whose boxes name no day, and whose words don't."""
    if about.scope not in _STEPS or about.given.day:
        return
    for sentence in text.sentences:
        found = list(_relative(text, sentence))
        if found and not any(month_of(word) is not None for word in sentence.words):
            yield from found


def _relative(text: Text, sentence: Sentence) -> Iterator[Finding]:
    words = sentence.words
    for place, word in enumerate(words):
        if word.folded in MOVES:
            yield _RELATIVE.at(text, word)
        elif word.folded == "next" and place + 1 < len(words):
            following = words[place + 1]
            if following.folded in _COUNTED or weekday_of(following) is not None:
                yield _RELATIVE.on(text, word.start, following.end)


def no_day(text: Text, about: About) -> Iterator[Finding]:
    """PL10: a step that says nowhere when."""
    if about.scope is Scope.ACTIONS and text.sentences:
        given = about.given.day or about.given.how_often
        if not given and not says_when(text):
            first, last = text.sentences[0], text.sentences[-1]
            yield _NO_DAY.on(text, first.start, last.end)


def _in_figures(text: Text, words: tuple[Word, ...], place: int) -> Iterator[Finding]:
    """12/02/27 and 12.02.27 anywhere; 12/2 and 12.2 only behind "on" or the name of a day."""
    word = words[place]
    parts = _figures_of(word.typed)
    before = words[place - 1] if place else None
    named = None if before is None else weekday_of(before)
    if parts is None or text.typed[word.start - 1 : word.start] == "£":
        return
    day, month, *rest = parts
    if not rest:
        led = before is not None and before.folded in _BEFORE_A_DAY and (day, month) not in _PARTS
        sure = "-" not in word.typed and text.typed[word.end : word.end + 1] not in ("%", "°")
        if not (sure and _possible(day, month) and (led or named is not None)):
            return
    first = words[place - 1] if named is not None else word
    yield _of_a_day(text, word, (day, month, rest[0] if rest else None), named, first)


def _figures_of(typed: str) -> list[int] | None:
    """Day, month and, where there is one, year of a word in figures; None where it is no day."""
    for mark in "/.-":
        parts = typed.split(mark)
        if all(part.isascii() and part.isdigit() and len(part) <= _YEAR for part in parts):
            break
    else:
        return None
    if len(parts[0]) == _YEAR:
        parts.reverse()
    numbers = [int(part) for part in parts]
    if len(parts) == _PARTS_OF_A_DATE and len(parts[2]) < _YEAR:
        numbers[2] += _CENTURY
    return numbers if 1 < len(parts) <= _PARTS_OF_A_DATE else None


def _of_a_day(
    text: Text, word: Word, when: tuple[int, int, int | None], named: int | None, first: Word
) -> Finding:
    day, month, year = when
    wrong = _wrong(day, month, year, named)
    if wrong:
        return _does_not_fit(wrong).on(text, first.start, word.end)
    said = f"{day} {days.MONTHS[month - 1]}" + (f" {year}" if year else "")
    return _FIGURES.at(text, word, said)


def _possible(day: int, month: int) -> bool:
    return days.find_day(f"{_LEAP_YEAR:04}-{month:02}-{day:02}") is not None


def _wrong(day: int, month: int, year: int | None, named: int | None) -> str:
    """What is wrong with a day, as a sentence; "" where nothing is known to be."""
    if not _possible(day, month):
        there_is = (
            f"{day} {days.MONTHS[month - 1]}" if 1 <= month <= _LAST_MONTH else f"month {month}"
        )
        return f"There is no {there_is}."
    if year is None:
        return ""
    found = days.find_day(f"{year:04}-{month:02}-{day:02}")
    if found is None:
        return f"There is no {day} {days.MONTHS[month - 1]} in {year}."
    if named is not None and found.weekday() != named:
        return f"{_plainly(found)} is a {days.weekday(found)}."
    return ""


def _plainly(value: date) -> str:
    return f"{value.day} {days.month(value)} {value.year}"


def _does_not_fit(wrong: str) -> Advice:
    return Advice(Level.STOP, Reason.DATE_FORM, "Ask which day is meant, and write that.", wrong)


def _in_words(text: Text, words: tuple[Word, ...], place: int, about: About) -> Iterator[Finding]:
    """A month with the number beside it, its year, and the weekday before it or behind it."""
    first = place
    day = None
    if place and number_of_day(words[place - 1]) is not None:
        first, day = place - 1, number_of_day(words[place - 1])
    elif place > 1 and words[place - 1].folded == "of":
        first, day = place - 2, number_of_day(words[place - 2])
    last = place
    if day is None and place + 1 < len(words):
        day = number_of_day(words[place + 1])
        first, last = place, place + 1 if day is not None else place
    year = year_of(words[last + 1]) if last + 1 < len(words) else None
    last += year is not None
    if day is not None:
        month = month_of(words[place]) or 0
        named, begins, ends = _named(text, words, first, last)
        wrong = _wrong(day, month, year, named)
        if wrong:
            yield _does_not_fit(wrong).on(text, words[begins].start, words[ends].end)
            return
    if words[place].folded in SHORT_MONTHS and not about.is_name(words[place]):
        beside = day is not None or year is not None
        if beside or _sure(words[place]):
            yield _SHORT.at(text, words[place], days.MONTHS[SHORT_MONTHS[words[place].folded] - 1])


def _named(
    text: Text, words: tuple[Word, ...], first: int, last: int
) -> tuple[int | None, int, int]:
    """The weekday said with a date, and the first and last place of both together."""
    before = first - 1
    if before >= 0 and words[before].folded == "the":
        before -= 1
    if before >= 0 and weekday_of(words[before]) is not None:
        return weekday_of(words[before]), before, last
    if last + 1 < len(words) and weekday_of(words[last + 1]) is not None:
        gap = between(text, words[last], words[last + 1])
        if gap.strip() in ("(", ","):
            return weekday_of(words[last + 1]), first, last + 1
    return None, first, last


def _sure(word: Word) -> bool:
    return word.typed[0].isupper() and word.folded not in _ALSO_OTHER_WORDS


def _short_weekday(
    text: Text, words: tuple[Word, ...], place: int, about: About
) -> Iterator[Finding]:
    word = words[place]
    if about.scope is Scope.ALL:
        return  # "Mon to Thurs" is how people write down what they tell.
    if about.is_name(word) or not word.typed[0].isupper() or word.typed.isupper():
        return
    following = words[place + 1].typed[0].isdigit() if place + 1 < len(words) else False
    led = place > 0 and words[place - 1].folded in ("on", "by", "every", "each", "until")
    if led or following or _sure(word):
        yield _SHORT.at(text, word, days.WEEKDAYS[SHORT_WEEKDAYS[word.folded]])
