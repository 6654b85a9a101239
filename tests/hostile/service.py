"""The service of the access table, where everybody's words and names would break programs."""

import copy
import hashlib
import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import inspect, text
from werkzeug.test import TestResponse

from facilitator.accounts import security
from facilitator.accounts.user import User
from facilitator.database import reading
from facilitator.meetings import KeptMeeting
from facilitator.paper import pdf as paper
from facilitator.paper import ready
from tests.desk.at_the_desk import a_meeting, campbell
from tests.hostile.sent_forms import Form, forms_of
from tests.proofs import access_world
from tests.proofs.access_kinds import OUT
from tests.proofs.access_table import KINDS
from tests.proofs.access_walk import NoPress, Walk
from tests.web import HASHED

# One leaves an element, the other an attribute, with either kind of quotation mark. They are short
# because they stand in every name and line, and each is looked for in each.
OWN_WORDS = "xqown\"'></title><xq>"
OTHER_WORDS = "xqother' onx=7 y=\"{{7*191}}<xq>"
WORKED_OUT = "1337"  # What a template would make of 7*191.


@dataclass(frozen=True)
class Asked:
    """One page as somebody was shown it."""

    visitor: str
    endpoint: str
    address: str
    answer: TestResponse

    @property
    def is_html(self) -> bool:
        return self.answer.mimetype == "text/html"

    @property
    def said(self) -> str:
        """All of it as letters, a paper's bytes too."""
        return self.answer.get_data().decode("utf-8", "replace")


@dataclass(frozen=True)
class FoundForm:
    """A form, and who sees it."""

    visitor: str
    form: Form


class Hearing(logging.Handler):
    """Everything that any part of the program says to a log, errors with their tracebacks."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.said: list[str] = []
        self.setFormatter(logging.Formatter("%(name)s %(message)s"))

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(self.format(record))


@contextmanager
def hearing() -> Iterator[Hearing]:
    """All logs, as loud as they can be, until the block ends."""
    root, heard = logging.getLogger(), Hearing()
    before = root.level
    root.addHandler(heard)
    root.setLevel(logging.DEBUG)
    try:
        yield heard
    finally:
        root.setLevel(before)
        root.removeHandler(heard)


@contextmanager
def hostile_service() -> Iterator[Walk]:
    """The service, with nothing between a request and the page but the door."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(paper, "_press", NoPress)
        patched.setattr(security, "NOBODYS_HASH", HASHED)
        patched.setattr(ready, "prepare", lambda *_: None)
        patched.setattr(access_world, "OWN_MARK", OWN_WORDS)
        patched.setattr(access_world, "OTHER_MARK", OTHER_WORDS)
        patched.setattr(access_world, "_meeting", _meeting)
        service = access_world.a_service()
        service.app.config["WTF_CSRF_CHECK_DEFAULT"] = False
        yield Walk(service)


def _meeting(app: Flask, owner: User, mark: str) -> KeptMeeting:
    document: dict[str, Any] = access_world.marked(copy.deepcopy(campbell()), mark)
    document["id"] = f"record-of-{'own' if mark == OWN_WORDS else 'other'}"
    return a_meeting(app, json.loads(json.dumps(document)), owner=owner)


def every_page(walk: Walk) -> Iterator[Asked]:
    """Every page of the table, asked for by somebody who may, and the sign-in by nobody."""
    for kind in KINDS:
        visitor = "owner" if "owner" in kind.who else min(kind.who, default=OUT)
        for endpoint, method in kind.entries:
            if method == "GET":
                ids = walk.ids[kind.about]
                answer = walk.asks(visitor, endpoint, method, ids)
                yield Asked(visitor, endpoint, walk.address(endpoint, method, ids), answer)


def every_form(pages: list[Asked]) -> list[FoundForm]:
    """Every form of those pages, once: the same form on another page is the same form."""
    found: dict[object, FoundForm] = {}
    for page in pages:
        if page.is_html and page.answer.status_code == 200:
            for form in forms_of(page.answer.text, page.address):
                found.setdefault(form.mark, FoundForm(page.visitor, form))
    return list(found.values())


def all_rows(walk: Walk) -> str:
    """A mark of all that is kept, but for when a visit was last seen and who looked at what."""
    with walk.service.app.app_context(), reading() as session:
        tables = inspect(session.connection()).get_table_names()
        kept = {one for one in tables if one != "visit" and not one.startswith("access_")}
        rows = {one: session.execute(text(f'SELECT * FROM "{one}"')).all() for one in kept}  # noqa: S608
    return hashlib.sha256(repr(sorted(rows.items())).encode()).hexdigest()


def post(walk: Walk, one: FoundForm, sent: list[tuple[str, str]]) -> TestResponse:
    """What comes back of that form; a change is taken back at once."""
    data: dict[str, list[str]] = {}
    for name, value in sent:
        data.setdefault(name, []).append(value)
    headers = {"Cookie": walk.service.cookies.get(one.visitor, "")}
    answer = walk.client.post(one.form.action, data=data, headers=headers)
    if answer.status_code < 400:
        walk.service.as_before()
    return answer
