"""The page before the app: the right passphrase lets it in, and nothing else does."""

import re
from typing import TYPE_CHECKING

import pytest

from facilitator import app as web
from facilitator.database import keys
from facilitator.pages.headers import HEADERS
from facilitator.refusals import Refusal
from tests.unlocking.locked import PASSPHRASE, a_lock, a_locked_file
from tests.web import Client, a_config, judged

if TYPE_CHECKING:
    from pathlib import Path

    from flask.testing import FlaskClient

    from facilitator.settings import Config

WRONG = "kettle marmalade otter lamp"


class Laptop:
    """A locked laptop that was just started, and a browser on it."""

    def __init__(self) -> None:
        self.config: Config = a_config()
        self.path: Path = a_locked_file(self.config.data_dir)
        self.opened = 0
        self.now = 1000.0
        app = web._page_before(self.config, self.path, self._open)  # noqa: SLF001 - the page itself
        app.test_client_class = Client
        self.client: FlaskClient = app.test_client()

    def _open(self) -> None:
        self.opened += 1

    def tries(self, typed: str, **more: str) -> tuple[int, str]:
        """What comes of typing that; the status and the page."""
        token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', self.client.get("/").text)
        assert token
        form = {"csrf_token": token[1], "opens_by": typed, **more}
        answer = self.client.post("/", data=form)
        return answer.status_code, answer.text


@pytest.fixture
def laptop(monkeypatch: pytest.MonkeyPatch) -> Laptop:
    laptop = Laptop()
    monkeypatch.setattr("facilitator.unlocking.page.monotonic", lambda: laptop.now)
    return laptop


def test_the_passphrase_opens_it_and_leads_home(laptop: Laptop) -> None:
    status, _ = laptop.tries(PASSPHRASE)
    assert (status, laptop.opened) == (303, 1)
    assert keys.is_open(laptop.path)


@pytest.mark.parametrize("change", [str, str.lower, lambda key: key.replace("-", " ")])
def test_so_does_the_recovery_key_however_it_is_typed(laptop: Laptop, change: type[str]) -> None:
    assert laptop.tries(change(a_lock()[1]))[0] == 303
    assert laptop.opened == 1


@pytest.mark.parametrize(
    "typed", [WRONG, PASSPHRASE.upper(), PASSPHRASE + " ", "1" * 28, "x" * 5000]
)
def test_nothing_else_does(laptop: Laptop, typed: str) -> None:
    status, text = laptop.tries(typed)
    assert status == 403
    assert "does not open the database" in text or "slip in this recovery key" in text
    assert laptop.opened == 0
    assert not keys.is_open(laptop.path)


def test_a_slip_in_the_recovery_key_is_called_one(laptop: Laptop) -> None:
    key = a_lock()[1]
    assert "There is a slip in this recovery key" in laptop.tries(f"12{key[2:]}"[:-1] + "7")[1]
    assert "slip" not in laptop.tries(WRONG)[1]


def test_what_was_typed_never_comes_back(laptop: Laptop) -> None:
    assert WRONG not in laptop.tries(WRONG)[1]


def test_a_wrong_try_waits_and_a_right_one_in_between_is_not_even_looked_at(laptop: Laptop) -> None:
    for seconds in (1, 2, 4, 8):
        assert laptop.tries(WRONG)[0] == 403
        status, text = laptop.tries(PASSPHRASE)
        assert (status, laptop.opened) == (429, 0)
        assert f"Wait {seconds} second" in text
        laptop.now += seconds
    assert laptop.tries(PASSPHRASE)[0] == 303


def test_nothing_typed_is_no_try(laptop: Laptop) -> None:
    status, text = laptop.tries("  ")
    assert status == 400
    assert "Nothing is typed" in text
    assert laptop.tries(PASSPHRASE)[0] == 303


def test_once_it_is_open_another_window_is_led_home_too(laptop: Laptop) -> None:
    laptop.tries(PASSPHRASE)
    assert laptop.tries(WRONG)[0] == 303
    assert laptop.opened == 1


def test_where_the_app_cant_start_the_page_says_why(laptop: Laptop) -> None:
    def refuses() -> None:
        raise Refusal.because("A newer version wrote it.", "Install that version again.")

    laptop.client.application.extensions["facilitator-unlocking"].open_up = refuses
    status, text = laptop.tries(PASSPHRASE)
    assert status == 409
    assert "A newer version wrote it." in text


def test_whatever_page_is_asked_for_it_is_this_one(laptop: Laptop) -> None:
    for path in ("/sign-in", "/meetings/0/lead", "/account?x=1", "/sw.js", "/lock"):
        answer = laptop.client.get(path)
        assert (answer.status_code, answer.location) == (303, "/")


def test_a_form_that_was_open_before_keeps_its_words_in_its_tab(laptop: Laptop) -> None:
    for method in ("POST", "PUT", "DELETE"):
        token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', laptop.client.get("/").text)
        assert token
        known, typed = {"X-CSRFToken": token[1]}, {"words": "Nan cooks"}
        answer = laptop.client.open("/meetings/0/l1", method=method, headers=known, data=typed)
        assert answer.status_code == 503
        assert "Unlock it in another tab" in judged(answer).all("p")[1] + answer.text
        assert "Nan cooks" not in answer.text


def test_a_page_that_is_too_old_asks_once_more(laptop: Laptop) -> None:
    answer = laptop.client.post("/", data={"csrf_token": "old", "opens_by": PASSPHRASE})
    assert answer.status_code == 400
    assert "This page was too old. Type it once more." in answer.text
    assert laptop.opened == 0


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_another_site_can_t_have_it_tried(laptop: Laptop, site: str) -> None:
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', laptop.client.get("/").text)
    assert token
    form = {"csrf_token": token[1], "opens_by": PASSPHRASE}
    answer = laptop.client.post("/", data=form, headers={"Sec-Fetch-Site": site})
    assert (answer.status_code, laptop.opened) == (403, 0)


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"environ_base": {"REMOTE_ADDR": "192.0.2.7"}},
        {"headers": {"X-Forwarded-For": "192.0.2.7"}},
    ],
)
def test_nobody_elsewhere_is_asked_for_it(
    laptop: Laptop, elsewhere: dict[str, dict[str, str]]
) -> None:
    answer = laptop.client.get("/", **elsewhere)
    assert answer.status_code == 403
    assert "Unlock it at the computer that it is on." in answer.text


def test_another_name_for_this_computer_is_not_answered(laptop: Laptop) -> None:
    assert laptop.client.get("/", headers={"Host": "evil.example"}).status_code == 400


def test_every_answer_has_the_headers_of_the_app(laptop: Laptop) -> None:
    answers = [laptop.client.get(path) for path in ("/", "/x", "/static/unlocking/start.js")]
    answers.append(laptop.client.post("/", data={}))
    for answer in answers:
        assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert answers[0].headers["Cache-Control"] == "no-store"
    cookie = answers[0].headers["Set-Cookie"]
    assert cookie.startswith("facilitator-unlocking=")
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie


def test_the_page_meets_the_rules_of_every_page(laptop: Laptop) -> None:
    judged(laptop.client.get("/"))
    assert laptop.tries(WRONG)[0] == 403
