"""The row of places at the top of each page: what somebody's duties open, and nothing else."""

from dataclasses import replace

import pytest
from flask import g

from facilitator.accounts.tabs import tabs_here
from facilitator.accounts.user import Duty, User
from tests.web import SAM, an_app


def tabs(user: User | None, path: str) -> list[tuple[str, str]]:
    app = an_app()
    for name in ("supervising.today", "auditing.samples", "quarterly.quarter", "backups.page"):
        app.view_functions.setdefault(name, lambda: "")
    with app.test_request_context(path):
        if user is not None:
            g.here = user
        return [(one.text, one.current) for one in tabs_here()]


def current(user: User, path: str) -> str:
    (only,) = (text for text, one in tabs(user, path) if one)
    return only


def somebody(*duties: Duty) -> User:
    return replace(SAM, duties=frozenset(duties))


@pytest.mark.parametrize(
    ("duties", "shown"),
    [
        (
            (Duty.FACILITATOR,),
            [],
        ),  # One place alone needs no row: the name of the house leads there.
        ((Duty.SECOND_PERSON,), []),
        ((Duty.ADMINISTRATOR,), ["People", "Keeping", "Backups", "Log"]),
        ((Duty.SUPERVISOR,), ["Today", "Plans to read", "Quarter"]),
        (
            (Duty.FACILITATOR, Duty.ADMINISTRATOR),
            ["Meetings", "People", "Keeping", "Backups", "Log"],
        ),
        (
            tuple(Duty),
            [
                "Meetings",
                "Today",
                "Plans to read",
                "Quarter",
                "People",
                "Keeping",
                "Backups",
                "Log",
            ],
        ),
    ],
)
def test_each_sees_the_places_of_their_duties(duties: tuple[Duty, ...], shown: list[str]) -> None:
    assert [text for text, _ in tabs(somebody(*duties), "/")] == shown


def test_the_place_where_somebody_is_says_so() -> None:
    everything = somebody(*Duty)
    assert tabs(everything, "/")[0] == ("Meetings", "page")
    assert ("People", "page") in tabs(everything, "/people")
    assert ("People", "true") in tabs(everything, "/people/new")
    assert current(everything, "/second-ratings") == "Plans to read"
    assert current(everything, "/letters") == "Meetings"
    assert current(everything, "/today/answers") == "Today"
    assert {one for _, one in tabs(everything, "/account")} == {""}


def test_nobody_who_is_signed_out_sees_a_place_and_no_page_of_a_meeting_shows_any() -> None:
    assert tabs(None, "/") == []
    assert tabs(somebody(*Duty), "/meetings/01920000-0000-7000-8000-000000000001/lead") == []
