"""The texts of a plan, and the same plan with other words in their places."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from facilitator.contributions import Fields, Value
from facilitator.kinds import Holds
from facilitator.meetings import Meeting
from facilitator.people import People, Person, Restriction, Safety
from facilitator.plans import Gap, Line, Plan

Masking = Callable[[str], str]

_FREE = (Holds.WORDS, Holds.PAGE_ONE, Holds.SEEN, Holds.VIEWS)
_NO_WORDS = frozenset(("by", "when", "on", "at"))  # in the small tables of a field


def texts_of(plan: Plan) -> Iterator[str]:
    """Everything that somebody typed, and that stands in this plan."""
    yield from (plan.meeting.title, plan.meeting.place)
    for one in plan.people:
        yield from (one.name, one.called, one.relationship)
        yield from (text for need in one.needs for text in (need.need, need.met_by))
    yield from (text for line in plan.lines for text in line.texts)


def lines_masked(lines: tuple[Line, ...], text: Masking) -> tuple[Line, ...]:
    """The lines with their words masked; every id stays."""
    return tuple(_line(one, text) for one in lines)


def plan_masked(plan: Plan, people: People, text: Masking) -> Plan:
    """The plan of these people with its words masked. The ids of people and lines stay."""
    return replace(
        plan,
        meeting=_meeting(plan.meeting, text),
        people=people,
        lines=lines_masked(plan.lines, text),
        gaps=tuple(_gap(one, text) for one in plan.gaps),
    )


def person_masked(person: Person, name: str, called: str, text: Masking, phone: str) -> Person:
    """That person under another name, with their words masked."""
    copying = person.copying
    return replace(
        person,
        name=name,
        called=called,
        relationship=text(person.relationship),
        needs=tuple(
            replace(one, need=text(one.need), met_by=text(one.met_by)) for one in person.needs
        ),
        phone=phone if person.phone else "",
        copying=copying and replace(copying, form=text(copying.form), how=text(copying.how)),
        left_out_why=text(person.left_out_why),
    )


def safety_masked(safety: Safety, text: Masking) -> Safety:
    """Who keeps away from whom, without the words of any paper; nothing is hidden any more.

    The hidden words themselves are gone from every text.
    """
    return Safety(
        restrictions=tuple(_restriction(one, text) for one in safety.restrictions),
        arrangements=tuple(map(text, safety.arrangements)),
    )


def _restriction(one: Restriction, text: Masking) -> Restriction:
    return replace(
        one,
        kind=text(one.kind),
        rule=text(one.rule),
        reason=text(one.reason),
        seen_by=text(one.seen_by),
    )


def _meeting(meeting: Meeting, text: Masking) -> Meeting:
    # A record's own id is often made of a name.
    return replace(meeting, id="", title=text(meeting.title), place=text(meeting.place))


def _gap(gap: Gap, text: Masking) -> Gap:
    return replace(gap, sentence=text(gap.sentence), words=text(gap.words))


def _line(line: Line, text: Masking) -> Line:
    free = {one.key for one in line.row.fields if one.holds in _FREE}
    fields = Fields(
        {
            key: _value(line.fields[key], text) if key in free else line.fields[key]
            for key in line.fields
        }
    )
    rendering = line.rendering and text(line.rendering)
    return replace(line, words=text(line.words), rendering=rendering, fields=fields)


def _value(value: Value, text: Masking) -> Value:
    if isinstance(value, str):
        return text(value)
    if isinstance(value, tuple):
        return tuple(_value(one, text) for one in value)
    if isinstance(value, Mapping):
        return {
            key: held if key in _NO_WORDS else _value(held, text) for key, held in value.items()
        }
    return value
