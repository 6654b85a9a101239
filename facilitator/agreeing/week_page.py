"""What the steps say of one day, in order of time. What nobody said is left open, and asked."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from uuid import UUID

from flask import request

from facilitator import days
from facilitator.agreeing import asking, sentence
from facilitator.agreeing.blueprint import agreeing
from facilitator.agreeing.frame import drawn
from facilitator.agreeing.line_asks import parts_of
from facilitator.agreeing.line_form import Form
from facilitator.agreeing.opening import Opened, open_for_user
from facilitator.agreeing.week_days import Comes, Rhythm, comes, rhythms
from facilitator.contributions import Wording
from facilitator.database import reading
from facilitator.leading.lines.line_json import new_key, new_ref

_TUESDAY = 1
_WEEK = timedelta(days=7)
_PARTS = (
    ("The morning", time(0), time(12)),
    ("The afternoon", time(12), time(17)),
    ("The evening and the night", time(17), time(23, 59, 59)),
)


@dataclass(frozen=True)
class Entry:
    """One step on that day; ``at`` is "HH:MM" or ""."""

    line: Wording
    sentence: sentence.Sentence
    at: str = ""
    to: str = ""

    @property
    def when(self) -> str:
        """The time as people say it."""
        if not self.at:
            return ""
        return days.times(self.at, self.to) if self.to else days.time_of_day(self.at)


@dataclass(frozen=True)
class PartOfDay:
    """A part of the day with what is said of it, in order of time."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class OneDay:
    """One day as the steps tell it.

    ``some_time`` come on that day at no time that is said; of ``not_said`` nobody knows whether
    they come on it; ``later`` start after it.
    """

    day: date
    parts: tuple[PartOfDay, ...]
    some_time: tuple[Entry, ...]
    not_said: tuple[Entry, ...]
    later: tuple[Entry, ...]

    @classmethod
    def of(cls, opened: Opened, day: date) -> "OneDay":
        """That day of the steps that stand."""
        steps = opened.of_kind("action")
        here = [entry for one in steps for entry in _entries(opened, one, day)]
        timed = sorted((one for one in here if one.at), key=lambda one: one.at)
        return cls(
            day=day,
            parts=tuple(
                PartOfDay(title, tuple(one for one in timed if _is_in(one, first, last)))
                for title, first, last in _PARTS
            ),
            some_time=tuple(one for one in here if not one.at),
            not_said=_those(opened, steps, day, Comes.NOT_SAID),
            later=_those(opened, steps, day, Comes.LATER),
        )


@agreeing.get("/meetings/<uuid:meeting_id>/agree/week")
def week(meeting_id: UUID) -> str:
    """A normal Tuesday, or another day: `day` chooses it."""
    with reading() as session:
        opened = open_for_user(session, meeting_id)
    day = _chosen(opened)
    monday = day - timedelta(days=day.weekday())
    return drawn(
        "week.html",
        opened,
        "week",
        heading=f"A normal {days.weekday(day)}",
        one=OneDay.of(opened, day),
        is_usual="day" not in request.args,
        week=[(each, days.weekday(each)) for each in (monday + timedelta(n) for n in range(7))],
        day_of=lambda each: days.day_beside(each, opened.day),
        week_before=monday - _WEEK if monday > opened.day else None,
        week_after=monday + _WEEK,
        new=_new_step(opened),
        ref=new_ref(),
        fresh_key=new_key(),
        asks=asking.could_ask(opened.agenda, opened.people, "week"),
    )


def _chosen(opened: Opened) -> date:
    """The day that was asked for, else the first Tuesday after the meeting."""
    asked = days.find_day(request.args.get("day", ""))
    ahead = (_TUESDAY - opened.day.weekday() - 1) % 7 + 1
    usual = opened.day + timedelta(days=ahead)
    near = asked and abs((asked - opened.day).days) < 2 * 366
    return asked if asked and near else usual


def _new_step(opened: Opened) -> list[object]:
    prompt = asking.prompt_for(opened.agenda, "week", "action")
    return list(Form(parts_of("action"), None, {}, prompt).boxes(opened))


def _entries(opened: Opened, line: Wording, day: date) -> list[Entry]:
    if comes(line.said, day) is not Comes.YES:
        return []
    told = sentence.who_and_what(line.said, opened.people)
    on: list[Rhythm] = [one for one in rhythms(line.said) if day.weekday() in one.on]
    return [Entry(line, told, one.at, one.to) for one in on] or [Entry(line, told)]


def _those(
    opened: Opened, steps: tuple[Wording, ...], day: date, which: Comes
) -> tuple[Entry, ...]:
    return tuple(
        Entry(one, sentence.of_step(one.said, opened.people, opened.day))
        for one in steps
        if comes(one.said, day) is which
    )


def _is_in(entry: Entry, first: time, last: time) -> bool:
    at = days.load_time(entry.at)
    return first <= at < last
