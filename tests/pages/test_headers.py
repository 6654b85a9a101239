import pytest
from flask import Flask
from werkzeug.test import TestResponse

from facilitator.pages.headers import HEADERS
from tests.web import a_client, an_app


def broken_app() -> Flask:
    app = an_app()

    def broken() -> str:
        raise RuntimeError

    app.view_functions["practice.questions"] = broken
    return app


def every_answer() -> dict[str, TestResponse]:
    client = broken_app().test_client()
    return {
        "a page": client.get("/"),
        "a style sheet": client.get("/static/pages/pages.css"),
        "a style sheet that has not changed": client.get(
            "/static/pages/pages.css",
            headers={"If-None-Match": client.get("/static/pages/pages.css").headers["ETag"]},
        ),
        "a page that is not there": client.get("/nothing"),
        "a file that is not there": client.get("/static/nothing.css"),
        "a way out of the static folder": client.get("/static/..%2fapp.py"),
        "a method that does not work": client.post("/"),
        "a host that we do not know": client.get("/", headers={"Host": "evil.example"}),
        "a mistake of ours": client.get("/questions"),
    }


ANSWERS = every_answer()


@pytest.mark.parametrize("kind", ANSWERS)
def test_every_kind_of_answer_carries_every_header(kind: str) -> None:
    for name, value in HEADERS.items():
        assert ANSWERS[kind].headers.getlist(name) == [value]


def test_they_are_the_answers_that_they_are_meant_to_be() -> None:
    assert [answer.status_code for answer in ANSWERS.values()] == [
        200, 200, 304, 404, 404, 404, 405, 400, 500,
    ]  # fmt: skip


def test_the_policy_allows_nothing_in_line_and_nothing_from_outside() -> None:
    policy = HEADERS["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    for weak in ("unsafe", "http:", "https:", "*", "nonce", "blob:"):
        assert weak not in policy
    assert "script-src 'self';" in policy
    assert "frame-ancestors 'none'" in policy


@pytest.mark.parametrize("kind", [kind for kind in ANSWERS if "style sheet" not in kind])
def test_no_browser_keeps_a_page(kind: str) -> None:
    assert ANSWERS[kind].headers["Cache-Control"] == "no-store"


def test_a_versioned_style_sheet_may_be_kept_and_an_unversioned_one_is_asked_for_again() -> None:
    client = a_client()
    kept = client.get("/static/pages/pages.css?v=1234")
    asked = client.get("/static/pages/pages.css")
    assert "immutable" in kept.headers["Cache-Control"]
    assert asked.headers["Cache-Control"] == "no-cache"


def test_a_missing_file_is_never_kept_even_with_a_version() -> None:
    assert a_client().get("/static/gone.css?v=1").headers["Cache-Control"] == "no-store"


def test_only_a_secure_server_asks_browsers_to_stay_secure() -> None:
    assert "Strict-Transport-Security" not in a_client().get("/nothing").headers
    assert "Strict-Transport-Security" in a_client(tls=True).get("/nothing").headers


def test_no_header_names_the_server() -> None:
    assert "Server" not in ANSWERS["a page"].headers
