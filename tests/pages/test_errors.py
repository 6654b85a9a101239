import logging

import pytest
from flask import Flask, abort, request

from facilitator.accounts import access
from facilitator.accounts.routes import Who
from facilitator.pages.errors import SORRY
from facilitator.refusals import Problem, Refusal
from tests.web import a_client, an_app, judged

FAMILY_WORDS = "Nan found Mum asleep on the floor"


def app_with(view: object) -> Flask:
    app = an_app()
    app.view_functions["practice.questions"] = view  # type: ignore[assignment]
    return app


@pytest.mark.parametrize("code", [400, 403, 404, 405, 413, 500])
def test_each_error_has_a_page_of_ours_in_plain_words(code: int) -> None:
    answer = app_with(lambda: abort(code)).test_client().get("/questions")
    page = judged(answer)
    assert answer.status_code == code
    assert page.all("h1") == [SORRY[code].heading]
    assert SORRY[code].remedy in page.all("p")
    assert "/" in page.links


@pytest.mark.parametrize(("code", "like"), [(415, 400), (429, 400), (501, 500), (503, 500)])
def test_an_error_that_we_did_not_think_of_still_has_a_page(code: int, like: int) -> None:
    answer = app_with(lambda: abort(code)).test_client().get("/questions")
    assert answer.status_code == code
    assert judged(answer).all("h1") == [SORRY[like].heading]


def test_a_mistake_of_ours_shows_no_traceback_and_logs_no_words(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    def broken() -> str:
        said: dict[str, str] = {}
        try:
            return said[FAMILY_WORDS]
        except KeyError as error:
            message = f"Could not read: {FAMILY_WORDS}"
            raise ValueError(message) from error

    with caplog.at_level(logging.DEBUG):
        answer = app_with(broken).test_client().get("/questions")
    html = answer.get_data(as_text=True)
    logged = caplog.text + "".join(capfd.readouterr())
    assert answer.status_code == 500
    for telling in ("Traceback", "ValueError", "test_errors.py", FAMILY_WORDS):
        assert telling not in html
    assert "ValueError" in logged
    assert "KeyError" in logged
    assert "test_errors.py" in logged
    assert FAMILY_WORDS not in logged


def test_the_number_of_an_error_is_on_the_page_and_in_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    answer = app_with(lambda: 1 / 0).test_client().get("/questions")
    number = judged(answer).all("strong")[-1]
    assert len(number) == 6
    assert f"Error {number} at practice.questions" in caplog.text


def test_a_refusal_says_every_reason_and_what_to_do() -> None:
    def refuse() -> str:
        raise Refusal(
            Problem("step 3", "The <b>day</b> is missing.", "Choose a day."),
            Problem("", "Nobody is named.", "Say who."),
        )

    answer = app_with(refuse).test_client().get("/questions")
    text = " ".join(judged(answer).all("li"))
    assert answer.status_code == 409
    assert "The <b>day</b> is missing. Choose a day." in text
    assert "Nobody is named. Say who." in text


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8000",
        "127.0.0.1.evil.example",
        "127.0.0.1@evil.example",
        "2130706433",  # 127.0.0.1 as one number
        "0x7f.1",
        "[::1]",
        "",
    ],
)
def test_a_host_that_we_do_not_know_gets_a_plain_page_without_any_address(host: str) -> None:
    answer = a_client().get("/", headers={"Host": host})
    page = judged(answer)
    assert answer.status_code == 400
    assert page.links == []
    assert "evil" not in answer.get_data(as_text=True)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8000", "localhost:9999"])
def test_our_own_names_are_answered_on_every_port(host: str) -> None:
    assert a_client().get("/nothing", headers={"Host": host}).status_code == 404


def test_a_team_is_answered_only_under_its_own_name() -> None:
    client = a_client(trusted_hosts=("plans.example.org",))
    assert client.get("/nothing", headers={"Host": "plans.example.org"}).status_code == 404
    assert client.get("/nothing", headers={"Host": "127.0.0.1"}).status_code == 400


def app_that_reads_a_form(monkeypatch: pytest.MonkeyPatch) -> Flask:
    app = an_app()
    app.add_url_rule("/form", "form", lambda: str(len(request.form)), methods=["POST"])
    monkeypatch.setattr(access, "ROUTES", {"form": {"POST": Who.ANYBODY}})
    return app


def test_a_form_without_its_token_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = app_that_reads_a_form(monkeypatch).test_client().post("/form", data={"a": "b"})
    assert answer.status_code == 400
    assert judged(answer).all("h1") == [SORRY[400].heading]


def test_what_is_too_big_is_refused_with_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    app = app_that_reads_a_form(monkeypatch)
    app.config["WTF_CSRF_ENABLED"] = False
    too_big = b"a=" + b"b" * (6 * 1024 * 1024)
    answer = app.test_client().post("/form", data=too_big, content_type="multipart/form-data")
    assert answer.status_code == 413
    assert judged(answer).all("h1") == [SORRY[413].heading]


def test_a_method_that_does_not_work_says_which_do() -> None:
    assert set(a_client().post("/").headers["Allow"].split(", ")) == {"GET", "HEAD"}
