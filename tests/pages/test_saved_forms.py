"""The answer to a saved form names it, so that its draft is forgotten; a refusal does not."""

from urllib.parse import quote

import pytest

from facilitator.pages.saved_forms import COOKIE, FIELD, LONGEST_NAME, MOST_NAMES
from tests.preparing.filling_in import sent
from tests.web import a_client, an_app

NAME = "form:begin:/meetings/new?"
GOOD = {"title": "The Marsh family", "held_on": "6/3/2027"}


def told(name: str, typed: dict[str, str], *, tls: bool = False, before: str = "") -> str:
    """What the browser is told of a form with that name, sent to begin a meeting."""
    client = a_client(an_app(tls=tls))
    if before:
        client.set_cookie(COOKIE, before)
    answer = sent(client, "/meetings/new", **typed, **{FIELD: name})
    assert answer.status_code == (303 if typed else 422)
    return next((one for one in answer.headers.getlist("Set-Cookie") if COOKIE in one), "")


def test_a_saved_form_is_named_and_forgotten_a_minute_later() -> None:
    held = told(NAME, GOOD)
    assert held.startswith(f"{COOKIE}={quote(NAME, safe='')};")
    assert "Max-Age=60" in held
    assert "SameSite=Strict" in held
    assert "Path=/" in held
    assert "HttpOnly" not in held
    assert "Secure" not in held
    assert "Secure" in told(NAME, GOOD, tls=True)


def test_a_form_that_is_refused_keeps_its_draft() -> None:
    assert told(NAME, {}) == ""


@pytest.mark.parametrize("name", ["", "x" * (LONGEST_NAME + 1)])
def test_a_form_with_no_name_or_an_endless_one_is_not_named(name: str) -> None:
    assert told(name, GOOD) == ""


def test_forms_saved_one_after_another_are_all_named_until_a_page_has_read_them() -> None:
    assert told("new", GOOD, before="one|two").startswith(f"{COOKIE}=one|two|new;")
    many = "|".join(f"f{number}" for number in range(20))
    assert told("new", GOOD, before=many).split(";")[0].count("|") == MOST_NAMES - 1
