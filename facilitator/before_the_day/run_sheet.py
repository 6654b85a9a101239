"""The run sheet: the whole meeting on a few sheets, for the facilitator's eyes."""

from dataclasses import dataclass

from facilitator import days
from facilitator.agenda import Agenda, Prompt, Stage
from facilitator.agenda.vocabulary import CHILD
from facilitator.meetings import Meeting
from facilitator.people import Attendance, People, Person, Restriction


@dataclass(frozen=True)
class Asked:
    """One question to tick: what to say first, and what may follow."""

    words: str
    then: tuple[str, ...]
    way: str


@dataclass(frozen=True)
class StageToRun:
    """One part of the day: its questions, and those to ask if they help."""

    name: str
    minutes: int | None
    who: str
    core: tuple[Asked, ...]
    offered: tuple[str, ...]
    is_private: bool


@dataclass(frozen=True)
class InTheRoom:
    """One person to look after: what they like to be called, and what helps them to join in."""

    name: str
    relationship: str
    how: str
    needs: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class RunSheet:
    """Everything that a run sheet shows."""

    day: str
    time: str
    place: str
    people: tuple[InTheRoom, ...]
    keep_apart: tuple[str, ...]
    arrangements: tuple[str, ...]
    stages: tuple[StageToRun, ...]


_WHO = {
    "family": "family",
    "child": "children",
    "supporter": "supporters",
    "advocate": "advocates",
    "interpreter": "interpreters",
    "referrer": "the referrer",
    "worker": "workers",
    "facilitator": "you",
    "team": "the team",
}
_HOW = {
    Attendance.BY_PHONE: "by phone",
    Attendance.BY_VIDEO: "by video",
    Attendance.WROTE: "in writing",
    Attendance.INVITED_ABSENT: "invited, can't come",
    Attendance.NOT_ATTENDING: "not coming",
    Attendance.EXCLUDED: "kept away",
}
_LONG_BEFORE = ("ask", "prepare")


def run_sheet(agenda: Agenda, meeting: Meeting, people: People) -> RunSheet:
    """The run sheet of one meeting. It names who must be kept apart, so it is never shown."""
    child = child_named(people)
    return RunSheet(
        day=days.day(meeting.held_on),
        time=days.time_of_day(meeting.start) if meeting.start else "",
        place=meeting.place,
        people=tuple(_in_the_room(one) for one in people),
        keep_apart=tuple(
            _apart(one, people)
            for one in people.safety.restrictions
            if one.holds_on(meeting.held_on)
        ),
        arrangements=people.safety.arrangements,
        stages=tuple(
            _stage(stage, agenda, child) for stage in agenda.stages if stage.id not in _LONG_BEFORE
        ),
    )


def _apart(rule: Restriction, people: People) -> str:
    protected = " and ".join(people.load(one).short_name for one in rule.protects)
    name = people.load(rule.person).short_name
    return f"{name} must keep away from {protected}. “{rule.rule}”"


def child_named(people: People) -> str:
    """Whom a question asks about: the one child by name, or each child in turn."""
    names = [child.short_name for child in people.children]
    return names[0] if len(names) == 1 else "each child"


def _stage(stage: Stage, agenda: Agenda, child: str) -> StageToRun:
    prompts = agenda.prompts_in(stage.id)
    ways = {one.id: one.name for one in agenda.techniques}
    return StageToRun(
        name=stage.name,
        minutes=stage.minutes,
        who=", ".join(_WHO[part] for part in stage.presence),
        core=tuple(_asked(one, child, ways) for one in prompts if one.core),
        offered=tuple(one.words.replace(CHILD, child) for one in prompts if not one.core),
        is_private=stage.id == "private",
    )


def _asked(prompt: Prompt, child: str, ways: dict[str, str]) -> Asked:
    return Asked(
        words=prompt.words.replace(CHILD, child),
        then=tuple(words.replace(CHILD, child) for words in prompt.then),
        way=ways.get(prompt.technique, ""),
    )


def _in_the_room(person: Person) -> InTheRoom:
    return InTheRoom(
        name=person.called.replace(" / ", " or "),
        relationship=person.relationship,
        how=_HOW.get(person.attended, ""),
        needs=tuple((need.need, need.met_by) for need in person.needs),
    )
