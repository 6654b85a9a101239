"""Signing in, and what stands in the way of guessing."""

import statistics
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from facilitator.accounts import security, store
from facilitator.accounts.security import NOBODYS_HASH
from facilitator.database import new_id, writing
from tests.accounts.at_the_door import GUESS, WRONG, form, is_in, signs_in
from tests.web import (
    PASSWORD,
    SAM,
    a_client,
    a_stranger,
    add_user,
    an_app,
    judged,
)


def test_who_knows_the_password_comes_in_and_goes_where_they_were_going() -> None:
    client = a_stranger()
    answer = signs_in(client, next="/questions")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/questions")
    assert is_in(client)


def test_nobody_is_sent_to_another_site() -> None:
    assert signs_in(a_stranger(), next="https://evil.example/").headers["Location"] == "/"
    assert a_client().get("/sign-in?next=//evil.example").headers["Location"] == "/"


@pytest.mark.parametrize(
    ("email", "password"),
    [(SAM.email, GUESS), ("nobody@example.org", PASSWORD), (SAM.email, "x" * 200)],
)
def test_a_wrong_address_and_a_wrong_password_are_told_the_same(email: str, password: str) -> None:
    client = a_stranger()
    answer = signs_in(client, email, password)
    assert answer.status_code == 422
    assert judged(answer).all("li")[0] == WRONG
    assert f'value="{email}"' in answer.text
    assert password not in answer.text
    assert not is_in(client)


def test_a_wrong_address_and_a_wrong_password_take_alike_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(security, "NOBODYS_HASH", NOBODYS_HASH)
    app = an_app()
    app.config["WTF_CSRF_ENABLED"] = False
    client = a_stranger(app)
    with app.app_context():
        real_hash = security.hashed(PASSWORD)
        with writing() as database:
            store.set_password(database, SAM.id, real_hash)
    assert real_hash.split("$")[:4] == NOBODYS_HASH.split("$")[:4]

    def took(email: str) -> float:
        began = time.process_time()  # The work alone: on a busy machine either may have to wait.
        client.post("/sign-in", data={"email": email, "password": "not the password"})
        return time.process_time() - began

    known = [took(SAM.email) for _ in range(3)]
    unknown = [took("nobody@example.org") for _ in range(3)]
    assert statistics.median(known) > 0.02
    assert 0.5 < statistics.median(known) / statistics.median(unknown) < 2


def test_after_ten_wrong_tries_the_eleventh_is_not_looked_at_and_is_told_how_long_to_wait(
    clock: Callable[[timedelta], None],
) -> None:
    client = a_stranger()
    for _ in range(10):
        assert signs_in(client, password=GUESS).status_code == 422
    answer = signs_in(client)
    assert answer.status_code == 429
    assert judged(answer).all("li")[0] == (
        "There were too many tries to sign in. Wait 1 minute. Then try again."
    )
    clock(timedelta(seconds=61))
    assert signs_in(client).status_code == 303


def test_waiting_is_by_account_so_that_others_come_in() -> None:
    app = an_app()
    ash = replace(SAM, id=new_id(), email="ash@example.org")
    add_user(app, ash)
    answers = [signs_in(a_stranger(app), password=GUESS).status_code for _ in range(11)]
    assert answers == [422] * 10 + [429]
    assert signs_in(a_stranger(app), ash.email).status_code == 303


def test_an_address_that_tries_many_accounts_has_to_wait_too() -> None:
    app = an_app()
    client = a_stranger(app)
    answers = [signs_in(client, f"{number}@example.org").status_code for number in range(31)]
    assert answers == [422] * 30 + [429]
    token = form(client, "/sign-in")
    typed = {"csrf_token": token, "email": SAM.email, "password": PASSWORD}
    elsewhere = client.post("/sign-in", data=typed, environ_base={"REMOTE_ADDR": "10.0.0.9"})
    assert elsewhere.status_code == 303


def test_a_right_password_makes_the_wrong_ones_before_it_forgotten() -> None:
    app = an_app()
    for _ in range(2):
        for _ in range(9):
            assert signs_in(a_stranger(app), password=GUESS).status_code == 422
        assert signs_in(a_stranger(app)).status_code == 303


def test_many_tries_at_once_are_many_tries() -> None:
    app = an_app()
    app.config["WTF_CSRF_ENABLED"] = False
    answers: list[int] = []

    def guess() -> None:
        for _ in range(3):
            typed = {"email": SAM.email, "password": "not the password"}
            answers.append(a_stranger(app).post("/sign-in", data=typed).status_code)

    guessers = [threading.Thread(target=guess) for _ in range(8)]
    for one in guessers:
        one.start()
    for one in guessers:
        one.join()
    assert sorted(answers) == [422] * 10 + [429] * 14


def test_somebody_who_was_stopped_is_told_so_only_with_the_right_password() -> None:
    app = an_app()
    ash = replace(SAM, id=new_id(), email="ash@example.org", stopped_at=SAM.made_at)
    add_user(app, ash)
    right, wrong = (signs_in(a_stranger(app), ash.email, one) for one in (PASSWORD, "guess guess"))
    assert judged(right).all("li")[0].startswith("Your account was stopped.")
    assert judged(wrong).all("li")[0] == WRONG
