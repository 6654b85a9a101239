"""One line as it stands on the room screen: large, short, and with few names."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from facilitator import days
from facilitator.contributions import Contribution
from facilitator.leading.lines.answers import speakers
from facilitator.people import People


@dataclass(frozen=True, kw_only=True)
class RoomLine:
    """One line: who, their words, and what stands small below.

    ``is_quoted``: the very words of somebody. ``rendering`` are an interpreter's words for it.
    """

    ref: str
    who: str
    words: str
    beside: str
    rendering: str
    is_quoted: bool
    lang: str
    dir: str

    @property
    def texts(self) -> tuple[str, ...]:
        """All that can be read of it."""
        return tuple(one for one in (self.who, self.words, self.rendering, self.beside) if one)


def line_of(said: Contribution, people: People, held_on: date) -> RoomLine:
    """That line for the wall."""
    told = _Told(said, people, held_on)
    beside = _BESIDE.get(said.kind)
    return RoomLine(
        ref=said.id,
        who=_who(said, people),
        words=_again(told) if said.kind == "meet_again" else said.words,
        beside=beside(told) if beside else "",
        rendering=said.rendering or "",
        is_quoted=bool(said.exact) or said.kind in ("child_view", "love_line", "statement"),
        lang=said.lang or "",
        dir=said.dir or "auto",
    )


def _who(said: Contribution, people: People) -> str:
    """What stands before the words: a name, or of an if-then what may happen."""
    if said.kind == "if_then":  # Whom to ring then stands on paper, for those who hold it.
        happens = said.fields.words("if")
        return happens if not happens or happens.casefold().startswith("if ") else f"If {happens}"
    if said.kind == "request":  # Beside a name it would look as if that person had said it.
        return ""
    is_shown = said.name_shown is True if said.kind == "worry" else said.name_shown is not False
    return speakers(said, people) if is_shown or said.row.who != "by" else ""


@dataclass(frozen=True)
class _Told:
    """One line with what is needed to say it."""

    said: Contribution
    people: People
    held_on: date

    def name(self, key: str) -> str:
        """The name of the person in that field."""
        ids = self.said.fields.ids(key)
        person = self.people.find(ids[0]) if ids else None
        return person.short_name if person else ""

    def day(self, key: str) -> str:
        """The day in that field, as people say it."""
        day = self.said.fields.day(key)
        return days.day_beside(day, self.held_on) if day else ""

    def who_and_when(self, who: str, when: str, does: str) -> str:
        """Who does what by when: "Farah finds out by Friday 5 March."."""
        name, day = self.name(who), self.day(when)
        return f"{name} {does}{f' by {day}' if day else ''}." if name else ""


def _often(one: _Told) -> str:
    by = one.day("due")
    return one.said.fields.words("how_often") or (f"by {by}" if by else "")


def _again(one: _Told) -> str:
    return "\n".join(_day_time_place(one))


def _day_time_place(one: _Told) -> Iterator[str]:
    fields = one.said.fields
    day, time = one.day("date"), fields.words("time")
    at = f"at {days.time_of_day(time)}" if time and days.find_time(time) else time
    if day or at:
        yield " ".join(filter(None, (day, at)))
    if place := fields.words("place"):
        yield place


_BESIDE: Mapping[str, Callable[[_Told], str]] = MappingProxyType(
    {
        "action": _often,
        "bottom_line": lambda one: one.said.fields.words("reason"),
        "request": lambda one: f"We ask {one.name('of')}." if one.name("of") else "",
        "unknown": lambda one: one.who_and_when("who", "by", "finds out"),
        "telling": lambda one: one.who_and_when("by", "date", "tells them"),
        "disagreement": lambda one: one.said.fields.words("next"),
    }
)
