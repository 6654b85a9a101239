"""Telephone numbers, postcodes, times of day and dates, in all the ways they are written."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from facilitator.mentions.folding import Told
from facilitator.mentions.letters import figures
from facilitator.mentions.units import Word
from facilitator.mentions.words import MONTHS, TENS, UNITS, WEEKDAYS

Span = tuple[int, int]  # indices of the first and the last word

_POSTCODE = re.compile(r"\b([a-z]{1,2}[0-9][0-9a-z]?)[\s.-]{0,2}([0-9][a-z]{2})\b", re.IGNORECASE)
_NOUGHTS = frozenset(("oh", "o", "zero", "nought", "naught", "nil"))
_TIMES_OVER = {"double": 2, "treble": 3, "triple": 3}
_LOOK_ALIKE = "oilzsb"  # letters that are typed for figures
_LEAST_PHONE = 9  # digits
_ENDING = 6  # digits of a telephone number that give it away by themselves

_MOST_PHONE = 16
_GAP = 5  # characters between two digits of one number
_TEN, _NOON, _HOURS, _MINUTES, _CENTURY = 10, 12, 24, 60, 100
_DAYS, _MONTHS = range(1, 32), range(1, 13)

_HALF_OF_DAY = r"(am|pm|a m|p m|in the morning|in the afternoon|in the evening|at night|tonight)"
_SAID = re.compile(
    rf" (half|quarter|[0-9]{{1,2}})(?: minutes?)? (past|to) ([0-9]{{1,2}})(?: oclock)?"
    rf"(?: {_HALF_OF_DAY})?(?= )"
)
_HALF = re.compile(rf" half ([0-9]{{1,2}})(?: {_HALF_OF_DAY})?(?= )")
_CLOCK = re.compile(rf" ([0-9]{{1,2}})(?: h)? ([0-9]{{2}})(?: {_HALF_OF_DAY})?(?= )")
_HOUR = re.compile(rf"(?<![0-9]) ([0-9]{{1,2}})(?: (oclock|o clock))?(?: {_HALF_OF_DAY})?(?= )")
_GOES_ON = (
    "on every each and or till until to with for in then from but so when if as because sharp"
)
_AFTER_HOUR = "|".join(("$", *(f"{word} " for word in _GOES_ON.split()), *sorted(WEEKDAYS)))
_AT = re.compile(rf" at ([0-9]{{1,2}})(?= (?:{_AFTER_HOUR}))")
_FOUR = re.compile(r" ([01][0-9]|2[0-3])([0-5][0-9])(?= )")
_RANGE = re.compile(
    rf" (from |between |{'|'.join(f'{day} ' for day in sorted(WEEKDAYS))})?([0-9]{{1,2}})"
    rf"(?: (to|till|until|and))? ([0-9]{{1,2}})(?: {_HALF_OF_DAY})?(?= )"
)
_NAMED = re.compile(r" (noon|midday|midnight)(?= )")
_DAY_MONTH = re.compile(rf" ([0-9]{{1,2}})(?: of)? ({'|'.join(MONTHS)})(?: ([0-9]{{2,4}}))?(?= )")
_MONTH_DAY = re.compile(rf" ({'|'.join(MONTHS)})(?: the)? ([0-9]{{1,2}})(?: ([0-9]{{4}}))?(?= )")
_ALL_FIGURES = re.compile(r" ([0-9]{1,2}) ([0-9]{1,2}) ([0-9]{4}|[0-9]{2})(?= )")
_NO_YEAR = re.compile(r" ([0-9]{1,2}) ([0-9]{1,2})(?= )")
_NAMED_DAYS = {
    "christma eve": (24, 12),  # as keys
    "christma day": (25, 12),
    "boxing day": (26, 12),
    "new year eve": (31, 12),
    "new year day": (1, 1),
}
_NAMED_DAY = re.compile(rf" ({'|'.join(_NAMED_DAYS)})(?= )")
_YEAR_FIRST = re.compile(r" ([0-9]{4}) ([0-9]{1,2}) ([0-9]{1,2})(?= )")

Moment = frozenset[int]  # minutes since midnight: two where nobody said morning or evening
Date = tuple[int, int, int]  # day, month, year; year 0 where it was not said


def digit_runs(told: Told) -> Iterator[tuple[str, Span]]:
    """Each row of digits, in figures or in words: "oh seven seven double oh"."""
    at = 0
    while at < len(told.words):
        digits, last = _run(told, at)
        if digits:
            yield digits, (at, last)
        at = max(at, last) + 1


def _run(told: Told, at: int) -> tuple[str, int]:
    digits, last = "", at - 1
    words = told.words
    while at < len(words):
        if last >= 0 and digits and not _close(told, words[last], words[at]):
            break
        found, end = _digits(words, at)
        if not found:
            break
        digits += found
        last, at = end, end + 1
    return digits, last


def _close(told: Told, before: Word, after: Word) -> bool:
    gap = told.text[before.end : after.start]
    return len(gap) <= _GAP and not any(mark in gap for mark in ";:!?")


def _digits(words: tuple[Word, ...], at: int) -> tuple[str, int]:
    plain = words[at].plain
    if plain.isdigit():
        return plain, at
    typed = _typed_for_digits(words, at)
    if typed:
        return typed, at
    if plain in _TIMES_OVER and at + 1 < len(words) and words[at + 1].plain not in _TIMES_OVER:
        digit, end = _digits(words, at + 1)
        return (digit * _TIMES_OVER[plain], end) if len(digit) == 1 else ("", at)
    if plain == "hundred":
        return "00", at
    if plain in TENS:
        unit = UNITS.get(words[at + 1].plain, 0) if at + 1 < len(words) else 0
        return (str(TENS[plain] + unit), at + 1) if 0 < unit < _TEN else (str(TENS[plain]), at)
    return (str(UNITS[plain]), at) if plain in UNITS else ("", at)


def _typed_for_digits(words: tuple[Word, ...], at: int) -> str:
    """A nought that is said or typed as a letter, and the "l" of "9003l8"."""
    plain = words[at].plain
    if plain in _NOUGHTS or not plain.strip("o"):
        return "0" * (1 if plain in _NOUGHTS else len(plain))
    return figures(plain) if not plain.strip(_LOOK_ALIKE) and _beside_digits(words, at) else ""


def _beside_digits(words: tuple[Word, ...], at: int) -> bool:
    """Whether a word stands against a figure: the "l" of "9003l8"."""
    after = words[at + 1] if at + 1 < len(words) else None
    return (words[at].touches and at > 0 and words[at - 1].plain.isdigit()) or (
        after is not None and after.touches and after.plain.isdigit()
    )


def national(digits: str) -> str:
    """A telephone number without what stands for the country or for "from here".

    >>> national("07700900142") == national("447700900142") == national("00440" + "7700900142")
    True
    """
    for before in ("0044", "44", "0"):
        if digits.startswith(before) and len(digits) - len(before) >= _LEAST_PHONE:
            digits = digits.removeprefix(before)
    return digits


def phones(told: Told) -> tuple[tuple[str, Span], ...]:
    """Every telephone number that is written out, without its first nought."""
    return tuple(
        (national(digits), span)
        for digits, span in digit_runs(told)
        if _LEAST_PHONE <= len(digits) <= _MOST_PHONE
    )


def rings(number: str, digits: str) -> bool:
    """Whether a row of digits gives away a telephone number (national form)."""
    return number in digits or (len(digits) >= _ENDING and number.endswith(digits))


def postcodes(told: Told) -> Iterator[tuple[str, Span]]:
    """Every British postcode, in small letters with no space."""
    for match in _POSTCODE.finditer(told.folded):
        first, last = told.words_between(match.start(), match.end())
        yield (match[1] + match[2]).lower(), (first, last)


def moments(told: Told) -> Iterator[tuple[Moment, Span]]:
    """Every time of day: "4.30pm", "16:30", "1630", "half past four", "noon"."""
    for match, span in _spans(told, _SAID):
        before, side, hour = match[1], match[2], int(match[3])
        minutes = {"half": 30, "quarter": 15}.get(before) or int(before or 0)
        yield from _moment(hour, minutes if side == "past" else -minutes, match[4], span)
    yield from _by_the_clock(told)
    yield from _from_to(told)
    for match, span in _spans(told, _NAMED):
        yield frozenset([0 if match[1] == "midnight" else 720]), span


def _by_the_clock(told: Told) -> Iterator[tuple[Moment, Span]]:
    for match, span in _spans(told, _HALF):
        yield from _moment(int(match[1]), 30, match[2], span)
    for match, span in _spans(told, _CLOCK):
        yield from _moment(int(match[1]), int(match[2]), match[3], span)
    for match, span in _spans(told, _HOUR):
        if match[2] or match[3]:
            yield from _moment(int(match[1]), 0, match[3], span)
    for match, span in _spans(told, _AT):
        yield from _moment(int(match[1]), 0, None, span)
    for match, span in _spans(told, _FOUR):
        yield frozenset([int(match[1]) * 60 + int(match[2])]), span


def _from_to(told: Told) -> Iterator[tuple[Moment, Span]]:
    """Both ends of "from 2 to 4", "between six and seven", "Wed 6-7pm"."""
    for match, span in _spans(told, _RANGE):
        led, first, joined, last, half = match.groups()
        shown = told.text[told.words[span[0]].start : told.words[span[1]].end]
        dashed = not joined and any(dash in shown for dash in "-\u2013\u2014")
        if (dashed or joined) and (led or half):
            for hour in (first, last):
                yield from _moment(int(hour), 0, half, span)


def _moment(hour: int, minutes: int, half: str | None, span: Span) -> Iterator[tuple[Moment, Span]]:
    if hour > _HOURS or abs(minutes) >= _MINUTES:
        return
    if hour > _NOON or hour == 0:
        yield frozenset([(hour * 60 + minutes) % 1440]), span
        return
    early = (hour % 12 * 60 + minutes) % 1440
    late = (early + 720) % 1440
    if half in ("am", "a m", "in the morning"):
        yield frozenset([early]), span
    elif half:
        yield frozenset([late]), span
    else:
        yield frozenset([early, late]), span


def dates(told: Told) -> Iterator[tuple[Date, Span]]:
    """Every date: "27 February 2027", "Feb 27th", "27/2/27", "2027-02-27"."""
    for match, span in _spans(told, _DAY_MONTH):
        yield (int(match[1]), MONTHS.index(match[2]) + 1, _year(match[3])), span
    for match, span in _spans(told, _MONTH_DAY):
        yield (int(match[2]), MONTHS.index(match[1]) + 1, _year(match[3])), span
    for match, span in _spans(told, _ALL_FIGURES):
        if int(match[1]) in _DAYS and int(match[2]) in _MONTHS:
            yield (int(match[1]), int(match[2]), _year(match[3])), span
    for match, span in _spans(told, _YEAR_FIRST):
        yield (int(match[3]), int(match[2]), int(match[1])), span
    yield from _dates_of_any_year(told)


def _dates_of_any_year(told: Told) -> Iterator[tuple[Date, Span]]:
    """Days of no said year: "14/8", "Christmas Eve"."""
    for match, span in _spans(told, _NO_YEAR):
        day, month = int(match[1]), int(match[2])
        between = told.text[told.words[span[0]].end : told.words[span[1]].start].strip()
        # "24/7" is always, and no day in July.
        if between == "/" and day in _DAYS and month in _MONTHS and (day, month) != (24, 7):
            yield (day, month, 0), span
    for match, span in _spans(told, _NAMED_DAY):
        yield (*_NAMED_DAYS[match[1]], 0), span


def same_date(one: Date, other: Date) -> bool:
    """Whether two dates may be one day: a year that was not said fits any."""
    return one[:2] == other[:2] and (one[2] == other[2] or 0 in (one[2], other[2]))


def days_of_a_month(told: Told) -> Iterator[tuple[int, Span]]:
    """Every "14th" by itself, with nothing said of the month."""
    for unit in told.units:
        if unit.first < unit.last and unit.key.isdigit() and told.words[unit.last].touches:
            yield int(unit.key), (unit.first, unit.last)


def weekdays(told: Told) -> Iterator[tuple[str, Span]]:
    """Every weekday; "Sat" and "Sun" too where a capital shows that they are days."""
    for unit in told.units:
        word = told.words[unit.first]
        short = {"sat": "saturday", "sun": "sunday"}.get(word.plain, "") if word.capital else ""
        if unit.key in WEEKDAYS or short:
            yield short or unit.key, (unit.first, unit.last)


def _year(digits: str | None) -> int:
    year = int(digits or 0)
    return year + 2000 if 0 < year < _CENTURY else year


def _spans(told: Told, pattern: re.Pattern[str]) -> Iterator[tuple[re.Match[str], Span]]:
    """Matches in the text's keys, each with the words that it covers."""
    sentence, starts = told.sentence
    for match in pattern.finditer(sentence):
        first = bisect_right(starts, match.start() + 1) - 1
        last = bisect_right(starts, match.end() - 1) - 1
        yield match, (told.units[first].first, told.units[last].last)
