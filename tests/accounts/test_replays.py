"""A copied cookie is dead once its visit has ended, however it ended: 50 replays, none in."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from facilitator.accounts import looking_after, sessions
from facilitator.accounts.people import changing
from facilitator.accounts.user import Duty
from facilitator.database import new_id, writing
from tests.accounts.at_the_door import (
    GUESS,
    has_a_second_step,
    is_in,
    sends,
    shown,
    signs_in,
)
from tests.web import PASSWORD, SAM, a_client, a_stranger, add_user, an_app, signed_in

LEE = replace(SAM, id=new_id(), email="lee@example.org", duties=frozenset({Duty.FACILITATOR}))
NEW = "teapot lighthouse badger"


def signs_out(client: FlaskClient) -> None:
    assert sends(client, "/sign-out").status_code == 303


def signs_out_everywhere(client: FlaskClient) -> None:
    assert sends(client, "/account/sign-out-everywhere").location == "/sign-in"


def changes_the_password(client: FlaskClient) -> None:
    done = sends(client, "/account/password", now=PASSWORD, new=NEW, again=NEW)
    assert done.status_code == 303


def takes_the_second_step_off(client: FlaskClient) -> None:
    assert sends(client, "/account/second-step/off", password=PASSWORD).status_code == 303


def is_stopped(client: FlaskClient) -> None:
    with client.application.app_context():
        looking_after.stop(LEE)


def gets_other_duties(client: FlaskClient) -> None:
    with client.application.app_context(), writing() as session:
        before = changing.standing_of(session, LEE)
        wanted = replace(before, duties=frozenset({Duty.SECOND_PERSON}))
        changing.change(session, LEE, wanted, by=None, at=sessions.now())


def loses_the_second_step(client: FlaskClient) -> None:
    with client.application.app_context():
        looking_after.take_off_second_step(LEE)


ENDS: dict[Callable[[FlaskClient], None], int] = {
    # How many cookies each ends: signing out ends that browser's alone.
    signs_out: 1,
    signs_out_everywhere: 9,
    changes_the_password: 8,
    takes_the_second_step_off: 8,
    is_stopped: 8,
    gets_other_duties: 8,
    loses_the_second_step: 8,
}


def test_fifty_cookies_are_replayed() -> None:
    assert sum(ENDS.values()) == 50


@pytest.mark.parametrize("ends", ENDS, ids=lambda one: one.__name__)
def test_a_copied_cookie_is_dead_once_its_visit_ended(ends: Callable[[FlaskClient], None]) -> None:
    app = an_app()
    add_user(app, LEE)
    has_a_second_step(app, LEE)
    browsers = [signed_in(app, LEE) for _ in range(ENDS[ends])]
    copied = [the_cookie(one) for one in browsers]
    assert all(is_in(with_the_cookie(app, one)) for one in copied)
    ends(browsers[0])
    assert [is_in(with_the_cookie(app, one)) for one in copied] == [False] * len(copied)


def test_who_signs_out_everywhere_ends_what_is_half_way_too() -> None:
    app = an_app()
    has_a_second_step(app)
    waiting, here = a_stranger(app), a_client(app)
    signs_in(waiting)
    signs_out_everywhere(here)
    assert waiting.get("/sign-in/code").location == "/sign-in"


def test_a_new_visit_has_another_cookie_at_each_step_of_signing_in() -> None:
    app = an_app()
    has_a_second_step(app)
    client = a_stranger(app)
    seen = []
    for typed in ({}, {"code": shown()}):
        if typed:
            sends(client, "/sign-in/code", **typed)
        else:
            signs_in(client)
        seen.append(the_cookie(client))
    sends(client, "/lock")
    locked = the_cookie(client)
    assert sends(client, "/locked", password=GUESS).status_code == 422
    assert sends(client, "/locked", password=PASSWORD).status_code == 303
    seen.append(the_cookie(client))
    assert len(set(seen)) == 3
    assert not is_in(with_the_cookie(app, locked))
    assert is_in(client)


def the_cookie(client: FlaskClient) -> str:
    held = client.get_cookie("facilitator")
    assert held
    return held.value


def with_the_cookie(app: Flask, cookie: str) -> FlaskClient:
    thief = a_stranger(app)
    thief.set_cookie("facilitator", cookie)
    return thief
