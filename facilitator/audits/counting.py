"""What several rules count: shares, days, people with steps, whether a step is clear."""

import re
from collections import Counter
from collections.abc import Iterable, Sized
from datetime import date

from facilitator.audits.audited import OFFICE, Audited
from facilitator.days import MONTHS
from facilitator.people import Attendance, Person, Role
from facilitator.plain_language import Reason
from facilitator.plans import Line

_NUMBERS = "one two three four five six seven eight nine ten eleven twelve once twice half".split()
# A month is a month with its capital letter alone: "May", not "may".
_SPECIFIC = re.compile(rf"\d|\b(?:{'|'.join(MONTHS)})\b|(?i:\b(?:{'|'.join(_NUMBERS)})\b)")
_OLD_ENOUGH_TO_ANSWER = 8

OPEN_KINDS = ("worry", "need", "bottom_line")


def share(part: Sized | int, whole: Sized | int) -> float:
    """How much of the whole that part is, 0 to 1; 0 where there is nothing."""
    counted = [one if isinstance(one, int) else len(one) for one in (part, whole)]
    return counted[0] / counted[1] if counted[1] else 0.0


def of(part: Sized | int, whole: Sized | int, one: str, many: str) -> str:
    """Such as "2 of 3 steps", "1 of 1 step", "no steps"."""
    some, every = (each if isinstance(each, int) else len(each) for each in (part, whole))
    return f"{some} of {every} {one if every == 1 else many}" if every else f"no {many}"


def is_specific(worry: Line) -> bool:
    """Whether a worry says a date, a number or how often: what was seen, and when."""
    return any(_SPECIFIC.search(text) for text in worry.texts)


def has_day(step: Line) -> bool:
    """Whether it says when it starts, or by when it is done."""
    return bool(step.fields.day("start") or step.fields.day("due"))


def is_clear(step: Line, audited: Audited) -> bool:
    """Whether somebody is named for it, it has a day, and nothing in it is vague."""
    vague = any(one.reason is Reason.VAGUE for one in audited.findings.get(step.id, ()))
    return bool(step.fields.ids("who")) and has_day(step) and not vague


def clear_steps(audited: Audited) -> tuple[Line, ...]:
    """The steps of which it is clear who, what and when."""
    return tuple(step for step in audited.lines("action") if is_clear(step, audited))


def holding(steps: Iterable[Line]) -> Counter[str]:
    """How many of these steps each person holds."""
    return Counter(person for step in steps for person in step.fields.ids("who"))


def days_after_meeting(audited: Audited, day: date | None) -> int | None:
    """How many days after the meeting that is, None for no day."""
    return (day - audited.meeting.held_on).days if day else None


def first_start(audited: Audited) -> date | None:
    """The day on which the first step starts."""
    starts = (step.fields.day("start") for step in audited.lines("action"))
    return min((day for day in starts if day), default=None)


def review_day(audited: Audited) -> date | None:
    """The day on which they meet again."""
    return next(
        (day for one in audited.lines("meet_again") if (day := one.fields.day("date"))), None
    )


def was_at_agreeing(person: Person) -> bool:
    """Whether that person was there, in the room or on the line, when the plan was agreed."""
    return person.attended.took_part and (not person.stages or "agree" in person.stages)


def asked_for_an_answer(audited: Audited) -> tuple[Person, ...]:
    """The family, the team and the children of eight and more who were there at the agreeing."""
    return tuple(
        one
        for one in audited.with_roles(Role.FAMILY, Role.TEAM, Role.CHILD)
        if was_at_agreeing(one) and not (one.role is Role.CHILD and _is_small(one))
    )


def _is_small(child: Person) -> bool:
    return child.age is not None and child.age < _OLD_ENOUGH_TO_ANSWER


def referrer_said_on_the_day(audited: Audited) -> bool:
    """Whether the referrer answered, with a reason, on the day of the meeting itself."""
    return any(
        one.fields.words("answer")
        and one.words.strip()
        and one.fields.day("date") == audited.meeting.held_on
        for one in audited.lines("referrer_answer")
    )


def office_in_private_time(audited: Audited) -> tuple[Person, ...]:
    """Workers, referrers and facilitators who were there while the family had its own time."""
    private = audited.meeting.private
    stayed = private.who_extra if private else ()
    return tuple(
        one
        for one in audited.with_roles(*OFFICE)
        if one.id in stayed
        or ("private" in one.stages and one.attended.took_part)
        or (one.role is Role.FACILITATOR and private is not None and private.facilitator_present)
    )


def somebody_stayed(audited: Audited) -> bool:
    """Whether the office was there in private time, by whatever the record says of it."""
    private = audited.meeting.private
    present = private is not None and private.facilitator_present
    return present or bool(office_in_private_time(audited))


def met(needs: Iterable[tuple[Person, str, str]]) -> int:
    """How many of these needs have something written that was done."""
    return sum(bool(met_by.strip()) for _, _, met_by in needs)


def personal_needs(audited: Audited) -> tuple[tuple[Person, str, str], ...]:
    """Every need of every person, with what was done: who, need, what was done."""
    return tuple(
        (person, need.need, need.met_by) for person in audited.people for need in person.needs
    )


def took_any_part(person: Person) -> bool:
    """Whether that person was heard, in the room, on the line or in writing."""
    return person.attended.took_part or person.attended is Attendance.WROTE
