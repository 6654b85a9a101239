"""Every wording that a line had, told in sentences."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from facilitator import days
from facilitator.contributions import Contribution, Wording
from facilitator.people import People


@dataclass(frozen=True, kw_only=True)
class Past:
    """One wording: when it was written down, what was new in it, and its words."""

    number: int
    when: str
    changes: tuple[str, ...]
    said: Contribution
    by: str


def told(wordings: tuple[Wording, ...], people: People, zone: str) -> tuple[Past, ...]:
    """The wordings of one line, the newest first; times are by the clock of ``zone``."""
    before: tuple[Wording | None, ...] = (None, *wordings)
    pairs = zip(before, wordings, strict=False)
    past = [
        Past(
            number=now.number,
            when=_when(now.change.at, zone),
            changes=tuple(_changes(last, now, people)),
            said=now.said,
            by=_name(now.said.by, people),
        )
        for last, now in pairs
    ]
    return tuple(reversed(past))


def _changes(last: Wording | None, now: Wording, people: People) -> Iterator[str]:
    if last is None:
        yield "First written down."
        return
    yield from _said_changes(last.said, now.said, people)
    if now.change.taken_back and not last.change.taken_back:
        yield "Taken back."
    if last.change.taken_back and not now.change.taken_back:
        yield "Brought back."
    if now.change.family_yes is not None:
        yes = now.change.family_yes
        how = f" ({yes.how})" if yes.how else ""
        yield f"{_name(yes.by, people)} said yes to this change{how}."


def _said_changes(last: Contribution, now: Contribution, people: People) -> Iterator[str]:
    if last.words != now.words:
        yield "The words changed."
    if last.kind != now.kind:
        yield f"Moved from “{last.row.label}” to “{now.row.label}”."
    if last.by != now.by:
        yield f"Given to {_name(now.by, people)}." if now.by else "The name was taken off."
    yield from _ways_changes(last, now)


def _ways_changes(last: Contribution, now: Contribution) -> Iterator[str]:
    """What changed in how the words are held: as exact ones, with what beside, in what language."""
    if bool(last.exact) != bool(now.exact):
        yield "Marked as their exact words." if now.exact else "No longer marked as exact words."
    labels = {one.key: one.label for one in (*last.row.fields, *now.row.fields)}
    for key in dict.fromkeys((*last.fields, *now.fields)):
        if (last.fields.values.get(key) or None) != (now.fields.values.get(key) or None):
            yield f"Changed: “{labels[key]}”."
    if last.lang != now.lang or last.rendering != now.rendering:
        yield "The language changed."
    if last.name_shown != now.name_shown:
        yield "Whether the name is shown changed."
    if (last.hurts or "", last.hurts_yes) != (now.hurts or "", now.hurts_yes):
        yield "Whose past hurt it tells of changed, or their yes to it."


def _name(person_id: str, people: People) -> str:
    person = people.find(person_id)
    return person.short_name if person else ""


def _when(at: datetime, zone: str) -> str:
    try:
        there = at.astimezone(ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        there = at  # A machine without time zones still tells the time, by the clock of the world.
    return days.day_and_time(there.date(), there.time().replace(second=0, microsecond=0))
