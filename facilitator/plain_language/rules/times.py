"""Times by the clock of the railways, and ranges with a dash."""

from collections.abc import Iterator

from facilitator import days
from facilitator.plain_language.finding import Finding, Level, Reason
from facilitator.plain_language.rules.about import About, Advice, between
from facilitator.plain_language.rules.days_said import figures, month_of, weekday_of
from facilitator.plain_language.text import Text, Word

_CLOCK = Advice(
    Level.ASK, Reason.TIME_FORM, "", "Most families say 7pm; nineteen hundred has to be worked out."
)
_RANGE = Advice(Level.ASK, Reason.TIME_FORM, "", "A dash is easy to miss and can't be read aloud.")
_DASHES = frozenset("-–—")
_NOON = 12
_HOURS = 24
_MINUTES = 60
_HOUR_WORDS = frozenset("hrs hours hr h".split())
_BEFORE = frozenset("at from to until till by and or between before after for around about".split())


def times(text: Text, about: About) -> Iterator[Finding]:
    """PL12: 19:00, 1900 hrs and 09:00; 4pm-6pm and 4-6pm. Midday and midnight are fine."""
    for sentence in text.sentences:
        words = sentence.words if figures(text, sentence) else ()
        for place, word in enumerate(words):
            if not word.typed[0].isdigit():
                continue
            dashed = _dashed(word)
            following = words[place + 1] if place + 1 < len(words) else None
            if dashed:
                yield _RANGE.at(text, word, dashed)
            elif following is not None and _spaced(text, word, following):
                ready = f"{word.typed} to {following.typed}"
                yield _RANGE.on(text, word.start, following.end, ready)
            else:
                yield from _railway(text, words, place, about)


def _railway(text: Text, words: tuple[Word, ...], place: int, about: About) -> Iterator[Finding]:
    word = words[place]
    following = words[place + 1] if place + 1 < len(words) else None
    hours = following is not None and following.folded in _HOUR_WORDS
    clock = _by_24(word.typed, hours=hours)
    before = words[place - 1] if place else None
    if clock is None or text.typed[word.start - 1 : word.start] in ("£", "$", "€"):
        return
    if "." in word.typed and not (before is not None and before.folded in _BEFORE):
        return  # 19.30 may be pounds, or kilograms.
    if before is not None and _verse(before, about):
        return
    last = following if hours and following is not None else word
    yield _CLOCK.on(text, word.start, last.end, days.time_of_day(clock))


def _verse(before: Word, about: About) -> bool:
    """Whether the word before makes it a verse and no time: "John 14:27"."""
    capital = (
        before.typed[0].isupper() and before.typed[0].isalpha() and before.folded not in _BEFORE
    )
    day = weekday_of(before) is not None or month_of(before) is not None
    return capital and not day and not about.is_name(before)


def _by_24(typed: str, *, hours: bool) -> str | None:
    """The time as HH:MM where it is written by the clock of 24 hours; None where it is not."""
    if hours and len(typed) == len("1900") and typed.isascii() and typed.isdigit():
        hour, minute = typed[:2], typed[2:]
    else:
        hour, mark, minute = typed.partition(":" if ":" in typed else ".")
        figures = f"{hour}{minute}"
        if not mark or len(minute) != len("00") or len(hour) > len("19"):
            return None
        if not (figures.isascii() and figures.isdigit() and hour):
            return None
        early = int(hour) <= _NOON and not hour.startswith("0")
        if early or (mark == "." and hour.startswith("0")):
            return None
    clock = f"{hour:0>2}:{minute}"
    return clock if int(hour) < _HOURS and int(minute) < _MINUTES else None


def _dashed(word: Word) -> str | None:
    """What to say for "4-6pm" as one word; None where it is no range of times."""
    first, dash, last = word.folded.partition("-")
    if not dash or not _is_time(last) or not last.endswith(("am", "pm")):
        return None
    if not _is_time(first):
        return None
    # "7-9pm" is all in the evening; of "11-1pm" nobody can be sure.
    same = first.isdigit() and int(first) < int(last[:-2].partition(".")[0].partition(":")[0])
    return f"{first}{last[-2:] if same else ''} to {last}"


def _spaced(text: Text, first: Word, second: Word) -> bool:
    """Whether a dash and no letter stands between two times: "4pm – 6pm"."""
    gap = between(text, first, second).strip()
    if gap not in _DASHES or not gap:
        return False
    return (
        _is_time(first.folded) and second.folded.endswith(("am", "pm")) and _is_time(second.folded)
    )


def _is_time(said: str) -> bool:
    figures = said.removesuffix("am").removesuffix("pm").replace(".", "").replace(":", "")
    return figures.isascii() and figures.isdigit() and len(figures) <= len("1900")
