"""The second step of signing in, by real requests."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from facilitator.accounts import sessions
from facilitator.accounts.second_factor import codes
from facilitator.accounts.second_factor.rule import must_have
from facilitator.accounts.user import Duty, User
from facilitator.app import create_app
from facilitator.database import db, new_id
from tests.accounts.at_the_door import (
    GUESS,
    ON_PAPER,
    SECRET,
    has_a_second_step,
    is_in,
    key_on,
    sends,
    sets_up,
    shown,
    signs_in,
)
from tests.web import (
    PASSWORD,
    SAM,
    Client,
    a_client,
    a_config,
    a_stranger,
    add_user,
    an_app,
    judged,
    signed_in,
)

LEE = replace(SAM, id=new_id(), email="lee@example.org", duties=frozenset({Duty.FACILITATOR}))
ADA = replace(SAM, id=new_id(), email="ada@example.org", duties=frozenset({Duty.SUPERVISOR}))
HALF_A_MINUTE = timedelta(seconds=30)
Clock = Callable[[timedelta], None]


def an_office(*others: User, **changes: Any) -> Flask:
    app = an_app(**changes)
    for one in others or (LEE, ADA):
        add_user(app, one)
    return app


def half_way(app: Flask) -> FlaskClient:
    """A browser in which Sam's password was right."""
    client = a_stranger(app)
    answer = signs_in(client)
    assert answer.headers["Location"] == "/sign-in/code"
    return client


def said(answer: Any) -> str:
    return " ".join(judged(answer).all("li"))


@pytest.mark.parametrize("duty", Duty)
@pytest.mark.parametrize("near", [True, False])
@pytest.mark.parametrize("alone", [True, False])
def test_who_must_have_one(duty: Duty, *, near: bool, alone: bool) -> None:
    user = replace(SAM, duties=frozenset({duty}))
    reaches_far = duty in {Duty.SUPERVISOR, Duty.ADMINISTRATOR}
    assert must_have(user, near=near, alone=alone) is (not near or (reaches_far and not alone))


def test_the_only_account_of_a_laptop_goes_without_and_is_invited() -> None:
    client = a_stranger()
    assert signs_in(client).headers["Location"] == "/"
    assert "Add a second step" in client.get("/account").text


def test_a_facilitator_of_an_office_may_go_without_and_may_have_one() -> None:
    app = an_office()
    client = a_stranger(app)
    assert signs_in(client, LEE.email).headers["Location"] == "/"
    assert sets_up(client, "/account/second-step/set-up", password=PASSWORD).status_code == 200
    assert is_in(client)
    assert signs_in(a_stranger(app), LEE.email).headers["Location"] == "/sign-in/code"


@pytest.mark.parametrize("user", [SAM, ADA], ids=["administrator", "supervisor"])
def test_who_must_have_one_sets_it_up_on_the_way_in_and_reaches_nothing_before(user: User) -> None:
    client = a_stranger(an_office())
    answer = signs_in(client, user.email, next="/questions")
    assert answer.headers["Location"] == "/sign-in/second-step?next=/questions"
    for address in ("/", "/account", "/account/password", "/account/second-step/set-up", "/people"):
        assert client.get(address).headers["Location"].startswith("/sign-in")
    assert client.get("/sign-in/code").headers["Location"] == "/sign-in/second-step"
    page = judged(client.get(answer.headers["Location"]))
    assert page.all("h1") == ["Set up a second step"]
    done = sets_up(client, answer.headers["Location"], next="/questions")
    assert judged(done).all("h1") == ["Your recovery codes"]
    assert len(judged(done).all("code")) == 10
    assert "/questions" in judged(done).links
    assert is_in(client)


def test_beyond_this_computer_everybody_needs_one() -> None:
    app = an_office(tls=True)
    client = a_stranger(app)
    site = {"base_url": "https://localhost"}
    app.config["WTF_CSRF_ENABLED"] = False
    typed = {"email": LEE.email, "password": PASSWORD}
    answer = client.post("/sign-in", data=typed, **site)
    assert answer.headers["Location"] == "/sign-in/second-step"
    assert client.get("/account", **site).status_code == 303


def test_a_request_that_a_proxy_passes_on_is_beyond_this_computer() -> None:
    app = an_app()
    app.config["WTF_CSRF_ENABLED"] = False
    typed = {"email": SAM.email, "password": PASSWORD}
    answer = a_stranger(app).post(
        "/sign-in", data=typed, headers={"X-Forwarded-For": "203.0.113.9"}
    )
    assert answer.headers["Location"] == "/sign-in/second-step"


def test_the_code_of_the_telephone_opens_the_door_and_a_wrong_one_does_not() -> None:
    app = an_app()
    has_a_second_step(app)
    client = half_way(app)
    wrong = sends(client, "/sign-in/code", code="000000")
    assert (wrong.status_code, "That code is not right." in said(wrong)) == (422, True)
    assert not is_in(client)
    assert "It has 4 figures." in said(sends(client, "/sign-in/code", code="1234"))
    assert sends(client, "/sign-in/code", code=shown(), next="/questions").location == "/questions"
    assert is_in(client)
    assert client.get("/sign-in/code").headers["Location"] == "/"


def test_a_code_is_never_taken_twice_nor_one_of_before(clock: Clock) -> None:
    app = an_app()
    has_a_second_step(app)
    seen = shown()
    assert sends(half_way(app), "/sign-in/code", code=seen).status_code == 303
    assert sends(half_way(app), "/sign-in/code", code=seen).status_code == 422
    before = codes.code_at(SECRET, sessions.now() - HALF_A_MINUTE)
    assert sends(half_way(app), "/sign-in/code", code=before).status_code == 422
    clock(2 * HALF_A_MINUTE)
    assert sends(half_way(app), "/sign-in/code", code=seen).status_code == 422
    assert sends(half_way(app), "/sign-in/code", code=shown()).status_code == 303


def test_the_code_that_set_it_up_opens_no_door() -> None:
    app = an_app()
    secret = key_on(a_client(app).get("/account/second-step/set-up").text)
    assert secret != key_on(a_client(app).get("/account/second-step/set-up").text)
    client = a_client(app)
    secret = key_on(client.get("/account/second-step/set-up").text)
    typed = codes.code_at(secret, sessions.now())
    done = sends(client, "/account/second-step/set-up", code=typed, password=PASSWORD)
    assert done.status_code == 200
    assert sends(half_way(app), "/sign-in/code", code=typed).status_code == 422


def test_a_recovery_code_is_good_once_and_tells_how_many_are_left() -> None:
    app = an_app()
    has_a_second_step(app)
    client = half_way(app)
    assert sends(client, "/sign-in/code", code=ON_PAPER[0].replace(" ", "")).status_code == 303
    assert "You have 1 recovery code left." in client.get("/").text
    again = sends(half_way(app), "/sign-in/code", code=ON_PAPER[0])
    assert "that you have not used it before" in said(again)
    last = half_way(app)
    assert sends(last, "/sign-in/code", code=ON_PAPER[1]).status_code == 303
    assert "That was your last recovery code." in last.get("/").text


def test_new_recovery_codes_ask_for_the_password_and_end_the_old_ones() -> None:
    app = an_app()
    has_a_second_step(app)
    client, address = a_client(app), "/account/second-step/recovery-codes"
    assert "This is not your password." in said(sends(client, address, password=GUESS))
    page = judged(sends(client, address, password=PASSWORD))
    made = page.all("code")
    assert len(set(made)) == 10
    assert sends(half_way(app), "/sign-in/code", code=ON_PAPER[0]).status_code == 422
    assert sends(half_way(app), "/sign-in/code", code=made[3]).status_code == 303
    assert made[5] not in client.get("/account/second-step").text


def test_half_way_lasts_ten_minutes_and_half_an_hour_for_setting_up(clock: Clock) -> None:
    app = an_office()
    has_a_second_step(app)
    known, new = half_way(app), a_stranger(app)
    signs_in(new, ADA.email)
    clock(timedelta(minutes=9))
    assert known.get("/sign-in/code").status_code == 200
    clock(timedelta(minutes=11))
    assert known.get("/sign-in/code").headers["Location"] == "/sign-in"
    assert new.get("/sign-in/second-step").status_code == 200
    clock(timedelta(minutes=31))
    assert new.get("/sign-in/second-step").headers["Location"] == "/sign-in"


def test_nobody_forges_being_half_way() -> None:
    app = an_app()
    has_a_second_step(app)
    real = half_way(app)
    with real.session_transaction() as held:
        token = held[sessions.HALF]
    for key, value in ((sessions.TOKEN, token), (sessions.HALF, "made up"), (sessions.HALF, 7)):
        forger = a_stranger(app)
        with forger.session_transaction() as held:
            held[key] = value
        assert not is_in(forger)
        assert forger.get("/sign-in/code").headers["Location"] == "/sign-in"


def test_a_stolen_password_can_not_bring_its_own_telephone() -> None:
    app = an_office()
    has_a_second_step(app)
    client = half_way(app)
    assert client.get("/sign-in/second-step").headers["Location"] == "/sign-in"
    here = a_client(app)  # An open page, and somebody without the password.
    answer = sets_up(here, "/account/second-step/set-up", password=GUESS)
    assert "This is not your password." in said(answer)
    assert sends(half_way(app), "/sign-in/code", code=shown()).status_code == 303


def test_another_telephone_takes_the_place_of_the_old_one() -> None:
    app = an_app()
    has_a_second_step(app)
    here, there = a_client(app), a_client(app)
    made = judged(sets_up(here, "/account/second-step/set-up", password=PASSWORD)).all("code")
    assert is_in(here)
    assert not is_in(there)
    assert sends(half_way(app), "/sign-in/code", code=shown()).status_code == 422
    assert sends(half_way(app), "/sign-in/code", code=ON_PAPER[0]).status_code == 422
    assert sends(half_way(app), "/sign-in/code", code=made[0]).status_code == 303


def test_who_may_go_without_takes_it_off_with_the_password_and_nobody_else_does() -> None:
    app = an_office()
    for user in (LEE, ADA):
        has_a_second_step(app, user)
    address = "/account/second-step/off"
    lee, there, ada = signed_in(app, LEE), signed_in(app, LEE), signed_in(app, ADA)
    assert ada.get(address).headers["Location"] == "/account/second-step"
    assert "You can't go without one here" in ada.get("/account/second-step").text
    assert "This is not your password." in said(sends(lee, address, password=GUESS))
    assert sends(lee, address, password=PASSWORD).status_code == 303
    assert (is_in(lee), is_in(there)) == (True, False)
    assert signs_in(a_stranger(app), LEE.email).headers["Location"] == "/"


def test_wrong_codes_are_tries_that_no_password_takes_back_and_no_restart_forgets() -> None:
    config = a_config()
    app = an_app(data_dir=config.data_dir)
    has_a_second_step(app)
    for _ in range(5):
        assert sends(half_way(app), "/sign-in/code", code="000000").status_code == 422
    answer = sends(half_way(app), "/sign-in/code", code=shown())
    assert answer.status_code == 429
    assert "There were too many tries to sign in. Wait 1 minute. Then try again." in said(answer)
    with app.app_context():
        db.engine.dispose()
    again = create_app(config)
    again.test_client_class = Client
    assert sends(half_way(again), "/sign-in/code", code=shown()).status_code == 429
    with again.app_context():
        db.engine.dispose()


def test_the_secret_and_the_codes_stand_on_no_page_but_the_first() -> None:
    app = an_app()
    has_a_second_step(app)
    client = a_client(app)
    for address in ("/account", "/account/second-step", f"/people/{SAM.id}", "/people"):
        page = client.get(address).text
        assert SECRET not in page.replace(" ", "")
        assert not any(one in page for one in ON_PAPER)
