"""How private time ends: by one field, slowly for whoever guesses, and never with a lock."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import text

from facilitator.accounts import sessions
from facilitator.accounts.store import stop_user
from facilitator.database import writing
from facilitator.leading.private import views
from facilitator.leading.private.secret import figures, is_pin
from facilitator.leading.private.wrong_tries import WAITS, WrongTries
from tests.leading.in_a_meeting import Led
from tests.leading.private.in_private import (
    PIN,
    READY,
    begins,
    ends,
    everything,
    in_private_time,
    is_card,
    kept_of,
    token_on,
)
from tests.web import PASSWORD, SAM, a_client, a_stranger, an_app, judged


@pytest.fixture(autouse=True)
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds that a wrong try would have waited."""
    waited: list[float] = []
    monkeypatch.setattr("facilitator.leading.private.views.time.sleep", waited.append)
    return waited


@pytest.mark.parametrize("secret", [PIN, PASSWORD, f" {PIN} ", "٢٥٨٠٣"])
def test_the_pin_or_the_usual_password_ends_it(secret: str) -> None:
    led = in_private_time(PIN)
    answer = ends(led, secret)
    assert (answer.status_code, answer.headers["Location"]) == (303, f"{led.address}/lead")
    assert led.client.get(f"{led.address}/lead").status_code == 200
    assert not kept_of(led).in_private_time


def test_without_a_pin_only_the_password_ends_it() -> None:
    led = Led()
    begins(led)
    for wrong in ("", "0000", PIN, "kettle"):
        assert ends(led, wrong).status_code == 422
    assert kept_of(led).in_private_time
    assert ends(led).status_code == 303


def test_a_wrong_try_is_told_what_to_do_and_nothing_typed_is_shown() -> None:
    led = in_private_time()
    answer = ends(led, "hunting for it")
    assert answer.status_code == 422
    assert "That is not the PIN or the password. Check it, and type it again." in answer.text
    assert "hunting" not in answer.text
    judged(answer)


def test_wrong_tries_take_longer_up_to_some_seconds_and_never_lock(waits: list[float]) -> None:
    led = in_private_time()
    for _ in range(9):
        ends(led, "0000")
    assert waits == [0, 0, 1, 2, 3, 5, 5, 5, 5]
    assert ends(led).status_code == 303


def test_a_right_try_forgets_the_wrong_ones() -> None:
    tries, meeting = WrongTries(), UUID(int=1)
    assert [tries.wrong(meeting) for _ in range(7)] == [*WAITS, WAITS[-1]]
    tries.right(meeting)
    assert tries.wrong(meeting) == 0


def test_one_try_at_a_time_is_looked_at() -> None:
    led = in_private_time()
    assert views.wrong_tries.begin(led.kept.id)
    answer = ends(led)
    assert answer.status_code == 429
    assert "Wait, then try again." in answer.text
    assert kept_of(led).in_private_time
    views.wrong_tries.done(led.kept.id)
    assert ends(led).status_code == 303


def test_a_visit_that_ran_out_meanwhile_goes_on_when_the_family_is_ready(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    led = in_private_time(PIN)
    tomorrow = sessions.now() + timedelta(hours=13)
    monkeypatch.setattr(sessions, "now", lambda: tomorrow)
    assert is_card(led.client.get(f"{led.address}/lead"))
    assert ends(led, PIN).status_code == 303
    assert led.client.get(f"{led.address}/lead").status_code == 200


def test_an_account_that_was_stopped_meanwhile_ends_it_and_is_not_let_in() -> None:
    led = in_private_time(PIN, an_app())
    with led.app.app_context(), writing() as session:
        stop_user(session, SAM.id, at=sessions.now())
    assert ends(led, PIN).status_code == 303
    assert not kept_of(led).in_private_time
    assert len(everything(led.app)["visit"]) == 1
    assert led.client.get(f"{led.address}/lead").headers["Location"].startswith("/sign-in")


def test_its_owner_can_end_it_from_another_browser_with_the_same_field() -> None:
    led = in_private_time(PIN)
    elsewhere = a_client(led.app)
    at = f"{led.address}/private-time/ready"
    judged(elsewhere.get(at))
    token = token_on(elsewhere, at)
    wrong = elsewhere.post(at, data={"csrf_token": token, "secret": "0000"})
    assert wrong.status_code == 422
    right = elsewhere.post(at, data={"csrf_token": token, "secret": PIN})
    assert right.headers["Location"] == f"{led.address}/lead"
    assert elsewhere.get(f"{led.address}/lead").status_code == 200
    # The browser that began it is let go at its next page.
    answer = led.client.get(f"{led.address}/lead")
    assert answer.status_code == 200
    assert "facilitator-private=;" in answer.headers["Set-Cookie"]


def test_where_none_goes_on_there_is_nothing_to_end() -> None:
    led = Led()
    for way, to in (
        (READY, "/"),
        ("/private-time", "/"),
        (f"{led.address}/private-time/ready", f"{led.address}/lead"),
    ):
        answer = led.client.get(way)
        assert (answer.status_code, answer.headers["Location"]) == (303, to)
    assert a_stranger(led.app).get(READY).headers["Location"] == "/"


def test_a_token_of_an_old_or_unknown_spell_opens_and_shuts_nothing() -> None:
    led = in_private_time()
    old = led.client.get_cookie("facilitator-private")
    assert old is not None
    ends(led)
    begins(led)
    for token in (old.value, "x", "ä" * 40):
        other = a_stranger(led.app)
        other.set_cookie("facilitator-private", token)
        assert other.get(f"{led.address}/lead").headers["Location"].startswith("/sign-in")


def test_a_browser_that_still_has_an_old_token_can_begin_again() -> None:
    led = Led()
    led.client.set_cookie("facilitator-private", "of long ago")
    begins(led)
    assert is_card(led.client.get("/"))


def test_the_cookie_is_for_this_site_alone_and_no_script_reads_it() -> None:
    plain = begins(Led()).headers["Set-Cookie"]
    for part in ("HttpOnly", "SameSite=Strict", "Max-Age=2592000"):
        assert part in plain
    assert "Secure" not in plain
    led = Led()
    led.app.config["SESSION_COOKIE_SECURE"] = True
    try:
        secure = [one for one in begins(led).headers.getlist("Set-Cookie") if "-private" in one]
    finally:
        led.app.config["SESSION_COOKIE_SECURE"] = False
    assert secure[0].startswith("__Host-facilitator-private=")
    assert "Secure" in secure[0]


def test_a_pin_is_four_to_eight_figures_of_any_script() -> None:
    assert figures(" ٠١٢۴ ") == "0124"
    for good in ("1234", "12345678", "٠١٢٣"):
        assert is_pin(good)
    for bad in ("123", "123456789", "12a4", "", "12 34"):
        assert not is_pin(bad)


def test_the_secret_and_the_pin_are_in_no_table(caplog: pytest.LogCaptureFixture) -> None:
    led = in_private_time(pin="86420")
    ends(led, "a wrong guess")
    with led.app.app_context(), writing() as session:
        kept = session.execute(text("select * from private_spell")).all()
    assert "86420" not in repr(kept)
    assert "wrong guess" not in caplog.text
    assert "86420" not in caplog.text
