"""Somebody who may say the second yes; and many meetings in one app, which is made once."""

from dataclasses import replace
from functools import cache
from itertools import count
from typing import Any
from uuid import UUID

from flask import Flask

from facilitator.accounts.user import Duty
from tests.desk.at_the_desk import a_meeting, campbell
from tests.releasing import handing_over_day
from tests.releasing.handing_over_day import Day, look_through
from tests.web import SAM, a_client, an_app

KIT = replace(
    SAM,
    id=UUID("01920000-0000-7000-8000-000000000002"),
    email="kit@example.org",
    name="Kit Vale",
    duties=frozenset({Duty.SECOND_PERSON}),
)
_NUMBERS = count()


@cache
def _shared() -> Flask:
    return an_app()


def a_day(
    document: dict[str, Any] | None = None, *, looked_through: bool = True, app: Flask | None = None
) -> Day:
    """The meeting as its record tells it, with a second person's yes to every copy."""
    if document is None and app is None:
        return handing_over_day.a_day(looked_through=looked_through)
    app = app or _shared()
    record = {**(document or campbell()), "id": f"release-{next(_NUMBERS)}"}
    day = Day(app, a_meeting(app, record), a_client(app))
    if looked_through:
        look_through(day)
    return day
