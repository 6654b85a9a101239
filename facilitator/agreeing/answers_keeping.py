"""How a form of the last stops keeps one line, and what it says where it can't."""

from datetime import date, datetime
from typing import Any, Self
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from flask import abort
from flask_wtf import FlaskForm
from wtforms import HiddenField

from facilitator.accounts.sessions import now, user
from facilitator.agreeing.opening import Opened
from facilitator.contributions import Wording
from facilitator.leading.lines import saving
from facilitator.leading.lines.line_json import document_of
from facilitator.meetings import KeptMeeting
from facilitator.meetings.meeting import DEFAULT_ZONE
from facilitator.people import Person
from facilitator.preparing.keeping import is_key, new_key
from facilitator.refusals import Problem

UNFIT = 422
Json = dict[str, Any]
_NEW: Json = {
    "words": "",
    "by": "",
    "fields": {},
    "prompt": None,
    "exact": None,
    "name_shown": None,
    "lang": None,
    "dir": None,
    "rendering": None,
    "taken_back": False,
}


class OneLineForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF brings no types
    """What every form for one line has: its own key, its line, and the wording it is based on."""

    key = HiddenField()
    ref = HiddenField()
    number = HiddenField(default="0")

    @classmethod
    def of_line(cls, line: Wording | None, **known: Any) -> Self:
        """The form for that line, or for a new one; what was sent wins."""
        ref, number = (line.said.id, str(line.number)) if line else ("", "0")
        return cls(key=new_key(), ref=ref, number=number, **known)

    @property
    def line_ref(self) -> str:
        """The id of its line; a new one is made of the form's own key, so that twice is once."""
        return self.ref.data or f"l{self.key.data}"

    def take(self, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
        """Put each problem at its box too; the same problems, each with the id of its box."""
        for one in problems:
            if one.place in self:
                self[one.place].errors = [f"{one.wrong} {one.remedy}"]
        return problems

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What its own boxes refuse, as problems: each stands at its box already."""
        return tuple(Problem(one.id, one.errors[0], "") for one in self if one.errors)

    def start_from(self, line: Wording) -> None:
        """Send it again as a change of what stands there now."""
        self.key.data, self.ref.data = new_key(), line.said.id
        self.number.data = str(line.number)


def keep(opened: Opened, form: OneLineForm, kind: str, change: Json) -> saving.Answer:
    """Keep the line with that change; what the change does not speak of stays as it was."""
    key, number = form.key.data or "", form.number.data or ""
    if not is_key(key) or not number.isdecimal():
        abort(400)
    line = opened.find(form.line_ref)
    document = document_of(line.change) if line else _NEW | {"kind": kind}
    return keep_document(opened, form.line_ref, (document, change), (key, int(number)))


def keep_document(
    opened: Opened, ref: str, line: tuple[Json, Json], send: tuple[str, int]
) -> saving.Answer:
    """Keep a line (as it stands, and what is to be changed); ``send`` is its key and number."""
    stands, change = line
    own = {"key": send[0], "based_on": send[1]}
    fields = {**stands["fields"], **change.get("fields", {})}
    document = stands | change | own | {"fields": fields}
    return saving.keep(opened.id, user(), ref, document, now()) or abort(404)


def known(fields: Json, before: Wording | None) -> Json:
    """Those fields that say something, or that were asked for before."""
    asked = before.said.fields if before else ()
    return {key: held for key, held in fields.items() if held or key in asked}


def person_at(opened: Opened, person_id: UUID) -> Person:
    """Whoever has that id in addresses; not found for nobody and for whoever was kept out."""
    ref = next((ref for ref, row_id in opened.ids.items() if row_id == person_id), "")
    person = opened.people.find(ref)
    return person if person and not person.is_left_out else abort(404)


def today_of(kept: KeptMeeting, at: datetime) -> date:
    """The civil day where the meeting is held.

    Practice is about a day that may not have come: there it is always the meeting's own.
    """
    if kept.practice:
        return kept.meeting.held_on
    try:
        zone = ZoneInfo(kept.meeting.zone or DEFAULT_ZONE)
    except (ZoneInfoNotFoundError, ValueError):  # A record may name a zone nobody has.
        zone = ZoneInfo(DEFAULT_ZONE)
    return at.astimezone(zone).date()
