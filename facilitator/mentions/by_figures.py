"""Looks for an item's numbers, telephone numbers, postcodes, times and dates."""

from collections.abc import Iterator

from facilitator.mentions import figures as fig
from facilitator.mentions.folding import Told
from facilitator.mentions.items import Prepared
from facilitator.mentions.letters import figures
from facilitator.mentions.mention import Mention, Strength
from facilitator.mentions.slips import one_slip

_HALF_HOUR = 30  # minutes
_ENDING = 3  # figures
_LEAST_PHONE = 8  # figures, with one left out
_NUMBER = "This number is hidden."
_PHONE = "This telephone number is hidden."
_POSTCODE = "This postcode is hidden."
_TIME = "This time is hidden."
_DAY = "This day is hidden."


def mentions(item: Prepared, told: Told) -> Iterator[Mention]:
    """Every place where one of the item's numbers stands."""
    if item.figures.numbers or item.figures.phones:
        yield from _numbers(item, told)
    for postcode in item.figures.postcodes:
        yield from _postcode(postcode, told)
    if item.figures.moments:
        yield from _times(item, told)
    if item.figures.dates:
        yield from _dates(item, told)


def _mention(told: Told, span: fig.Span, why: str, *, sure: bool = True) -> Mention:
    first, last = span
    return Mention(told.words[first].start, told.words[last].end, Strength.of(sure=sure), why)


def _numbers(item: Prepared, told: Told) -> Iterator[Mention]:
    for unit in told.units:
        if unit.key in item.figures.numbers:
            yield _mention(told, (unit.first, unit.last), _NUMBER)
    for digits, span in fig.digit_runs(told):
        if digits in item.figures.numbers:
            yield _mention(told, span, _NUMBER)
        for number in item.figures.phones:
            yield from _phone(number, digits, told, span)


def _dates(item: Prepared, told: Told) -> Iterator[Mention]:
    for date, span in fig.dates(told):
        if any(fig.same_date(date, wanted) for wanted in item.figures.dates):
            yield _mention(told, span, _DAY)
    for day, span in fig.days_of_a_month(told):
        if any(day == wanted[0] for wanted in item.figures.dates):
            yield _mention(told, span, "This may be a hidden day.", sure=False)


def _phone(number: str, digits: str, told: Told, span: fig.Span) -> Iterator[Mention]:
    """All of it, or its end; one figure wrong may be another's number, and is looked at."""
    if fig.rings(number, digits):
        yield _mention(told, span, _PHONE)
    elif number.endswith(digits) and len(digits) >= _ENDING:
        ends = any(word.key.startswith("end") for word in told.words[max(0, span[0] - 2) : span[0]])
        if ends or len(digits) > _ENDING:
            yield _mention(told, span, "A hidden telephone number ends so.", sure=ends)
    elif len(digits) >= _LEAST_PHONE and one_slip(fig.national(digits), number):
        yield _mention(told, span, "This is one figure away from a hidden number.", sure=False)


def _postcode(postcode: str, told: Told) -> Iterator[Mention]:
    for stream, wanted in (
        (told.letters.as_typed, postcode),
        (told.letters.as_meant, postcode),
        (told.letters.as_counted, postcode),
        (told.letters.in_figures, figures(postcode)),
        (told.letters.as_typed, postcode[-3:]),
    ):
        for span in stream.find(wanted, whole=True):
            yield _mention(told, span, _POSTCODE)
    for found, span in fig.postcodes(told):
        if one_slip(found, postcode):
            yield _mention(told, span, "This is one letter away from a hidden postcode.")
    for first, last in told.letters.as_typed.find(postcode[:-3], whole=True):
        if told.words[first].shouted and told.words[last].touches:
            why = "This is the beginning of a hidden postcode."
            yield _mention(told, (first, last), why, sure=False)


def _times(item: Prepared, told: Told) -> Iterator[Mention]:
    """A time counts with its weekday, or with a word of the item.

    Where it is all that the item has, it counts alone too, unless it is one that half the plans
    in the country hold: on the hour or at half past.
    """
    days = {day for day, _ in fig.weekdays(told)}
    beside = (
        item.figures.only_when
        or bool(item.figures.weekdays)
        or not item.commons.isdisjoint(told.keys)
    )
    named = bool(item.names or item.plain_names)
    for moment, span in fig.moments(told):
        if not any(moment & wanted for wanted in item.figures.moments):
            continue
        if beside and item.figures.weekdays <= days:
            yield _mention(told, span, _TIME)
        elif not named:
            sure = not item.figures.weekdays and all(minutes % _HALF_HOUR for minutes in moment)
            yield _mention(told, span, _TIME, sure=sure)
