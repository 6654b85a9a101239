"""What is known about a line beside its words, put into words fit to show."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Self

from facilitator import days
from facilitator.contributions import Value
from facilitator.kinds import Field, Holds
from facilitator.people import People
from facilitator.plans.plan import Plan

_IN_WORDS = {
    "yes": "Yes",
    "no": "No",
    "partly": "Partly",
    "later": "Later",
    "not_yet": "Not yet",
    "done": "Done",
    "part": "Part done",
    "not_done": "Not yet",
    "not_needed": "No longer needed",
    "keep": "Keep it",
    "change": "Change it",
    "stop": "Stop it",
    "in_the_round": "In the round",
    "alone": "Alone",
    "by_card": "By card",
    "by_phone": "By phone",
    "family": "The family's",
    "service": "A service's",
    "team": "The team's",
}


@dataclass(frozen=True)
class FieldWords:
    """The people and the lines of one plan, by which its fields are put into words."""

    people: People
    lines: Mapping[str, str]

    @classmethod
    def of_plan(cls, plan: Plan) -> Self:
        """For the fields of that plan's lines."""
        return cls(plan.people, {line.id: line.words for line in plan.lines})

    def name(self, person_id: object) -> str:
        """What that person is called, "" for nobody."""
        person = self.people.find(person_id) if isinstance(person_id, str) else None
        return person.short_name if person else ""

    def put(self, field: Field, value: Value) -> str:
        """That value of that field, "" for nothing."""
        by_what_it_holds: Mapping[Holds, Callable[[Value], str]] = {
            Holds.PERSON: self.name,
            Holds.PEOPLE: lambda held: ", ".join(_said(map(self.name, _each(held)))),
            Holds.LINES: lambda held: "; ".join(_said(map(self._line, _each(held)))),
            Holds.VIEWS: lambda held: "\n".join(map(self._view, _each(held))),
            Holds.TIME: _time,
            Holds.CHOICE: lambda held: _IN_WORDS.get(str(held), str(held)),
            Holds.REPEATS: _repeats,
            Holds.SEEN: lambda held: "; ".join(_said(_parts(held, "what", "when"))),
        }
        return by_what_it_holds.get(field.holds, _plain)(value) if value is not None else ""

    def _line(self, line_id: Value) -> str:
        return self.lines.get(str(line_id), "")

    def _view(self, view: Value) -> str:
        name, text = self.name(_part(view, "by")), str(_part(view, "text"))
        return f"{name}: {text}" if name else text


def _plain(value: Value) -> str:
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return days.day(value) if isinstance(value, date) else str(value)


def _time(value: Value) -> str:
    return days.time_of_day(value) if isinstance(value, str) and value else ""


def _repeats(value: Value) -> str:
    often = f"each {_part(value, 'each')}"
    named = ", ".join(str(one).capitalize() for one in _each(_part(value, "on")))
    return " ".join(_said((often, named, _time(_part(value, "at")))))


def _each(value: Value) -> tuple[Value, ...]:
    return value if isinstance(value, tuple) else ()


def _part(value: Value, key: str) -> Value:
    held = value.get(key) if isinstance(value, Mapping) else None
    return "" if held is None else held


def _parts(value: Value, *keys: str) -> tuple[str, ...]:
    return tuple(str(_part(value, key)) for key in keys)


def _said(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(text for text in texts if text)
