"""A browser's form: read from a page with what stands in it, changed here and there, and sent."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from uuid import UUID

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from facilitator.contributions import Contribution
from facilitator.contributions import store as contributions
from facilitator.database import reading, writing
from facilitator.meetings import KeptMeeting, Meeting
from facilitator.meetings import store as meetings
from facilitator.people import People
from facilitator.people import store as people_store
from facilitator.preparing.keeping import new_key
from tests import builders
from tests.kept import a_kept_meeting
from tests.people.cast import EVERYONE
from tests.web import SAM


@dataclass
class Form:
    """One form of a page: where it goes, and what stands in it."""

    action: str
    values: dict[str, Any] = field(default_factory=dict)
    buttons: set[str] = field(default_factory=set)


class _Forms(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._list = self._area = self._first = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = {key: value or "" for key, value in attrs}
        if tag == "form":
            self.forms.append(Form(held.get("action", "")))
        elif self.forms:
            self._part(tag, held.get("name", ""), held)

    def _part(self, tag: str, name: str, held: dict[str, str]) -> None:
        values = self.forms[-1].values
        if tag == "input":
            self._input(name, held)
        elif tag == "textarea":
            self._area, values[name] = name, ""
        elif tag == "select":
            self._list, self._first = name, "first"
        elif tag == "option" and (self._first or "selected" in held):
            values[self._list], self._first = held.get("value", ""), ""
        elif tag == "button":
            self.forms[-1].buttons.add(name)

    def _input(self, name: str, held: dict[str, str]) -> None:
        values = self.forms[-1].values
        if held.get("type") not in ("checkbox", "radio"):
            values[name] = held.get("value", "")
        elif "checked" in held:
            values.setdefault(name, []).append(held["value"])

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            # A browser drops the one line end that follows the tag.
            held = self.forms[-1].values
            held[self._area] = held[self._area].removeprefix("\n")
            self._area = ""

    def handle_data(self, data: str) -> None:
        if self._area:
            self.forms[-1].values[self._area] += data


def forms_of(answer: TestResponse) -> list[Form]:
    """The forms of a page, without the one that signs out."""
    every = _Forms(answer.get_data(as_text=True)).forms
    return [one for one in every if one.action != "/sign-out"]


def the_form(answer: TestResponse, button: str = "save") -> Form:
    """The one form of a page that has that button."""
    (found,) = [one for one in forms_of(answer) if button in one.buttons]
    return found


def sent(client: FlaskClient, address: str, button: str = "save", **changed: Any) -> TestResponse:
    """What comes of opening that page, filling in these fields, and touching that button."""
    form = the_form(client.get(address), button)
    return send(client, address, form, button, **changed)


def send(
    client: FlaskClient, address: str, form: Form, button: str = "save", **changed: Any
) -> TestResponse:
    """The same with a form that was opened before."""
    data = {**form.values, button: "yes", **changed}
    return client.post(form.action or address, data=data)


def a_meeting(app: Flask, people: People | None = None, **known: Any) -> KeptMeeting:
    """A meeting of Sam's with the whole cast in it."""
    known = {"id": f"m{new_key()}", **known}
    kept = a_kept_meeting(builders.meeting(**known), owner=SAM)
    with app.app_context(), writing() as session:
        meetings.save(session, kept)
        people_store.save(session, kept.id, people or People(EVERYONE))
    return kept


def said_in(app: Flask, meeting_id: UUID) -> tuple[Contribution, ...]:
    """What stands of everything said in that meeting."""
    with app.app_context(), reading() as session:
        return contributions.load(session, meeting_id)


def meeting_now(app: Flask, meeting_id: UUID) -> Meeting:
    """The meeting as it is kept now."""
    with app.app_context(), reading() as session:
        return meetings.load(session, meeting_id).meeting


@contextmanager
def at_work(app: Flask) -> Iterator[Any]:
    """A writer's session of that app, for what a test keeps itself."""
    with app.app_context(), writing() as session:
        yield session
