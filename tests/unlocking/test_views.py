"""The administrator's pages about the lock, on a laptop that can turn its own database."""

import re
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest
from flask import Flask
from werkzeug.test import Client, TestResponse

from facilitator.access_log import Act, What
from facilitator.access_log import store as access_log
from facilitator.app import create_app
from facilitator.database import db, keys, reading
from facilitator.settings import Config
from facilitator.unlocking import views
from facilitator.unlocking.disk import Disk
from facilitator.unlocking.doorway import Doorway
from facilitator.unlocking.here import PATIENCE, Doors
from facilitator.unlocking.presence import Presence, in_folder
from facilitator.unlocking.trying import try_to_unlock
from tests.unlocking.locked import PASSPHRASE
from tests.web import a_client, a_config, an_app, cookie_of, judged

NEWER = "lamp otter marmalade barn door"


class Laptop:
    """The app behind its doorway, as it is on a laptop, and a browser in which Sam is signed in."""

    def __init__(self, config: Config, present: Presence) -> None:
        self.config, self.apps = config, [an_app(data_dir=config.data_dir)]
        self.doors = Doors(Doorway(), present, self._make)
        self.browser = Client(self.doors.doorway)
        self.browser.set_cookie(*cookie_of(a_client(self.apps[0])))
        self.doors.doorway.show(self._make())

    def _make(self) -> Flask:
        app = create_app(self.config, self.doors)
        app.testing = True
        app.config["WTF_CSRF_ENABLED"] = False
        self.apps.append(app)
        return app

    @property
    def path(self) -> Path:
        return self.config.data_dir / "facilitator.sqlite3"

    def get(self, page: str = "/lock") -> TestResponse:
        return self.browser.get(page, buffered=True, environ_base={"REMOTE_ADDR": "127.0.0.1"})

    def post(self, page: str, **typed: str) -> TestResponse:
        here = {"REMOTE_ADDR": "127.0.0.1"}
        return self.browser.post(page, data=typed, buffered=True, environ_base=here)

    def prepares(self) -> str:
        """Choose a passphrase; the recovery key that has to be printed then."""
        answer = self.post("/lock/passphrase", passphrase=PASSPHRASE, again=PASSPHRASE)
        assert answer.location == "/lock/paper"
        return recovery_in(self.get("/lock/paper"))

    def locks(self) -> str:
        key = self.prepares()
        assert self.post("/lock/paper", last_group=key[-4:]).location == "/lock"
        return key


def recovery_in(answer: TestResponse) -> str:
    return "-".join(re.findall(r'app-recovery__group">(\w{4})<', answer.text))


@pytest.fixture
def laptop(monkeypatch: pytest.MonkeyPatch) -> Iterator[Laptop]:
    monkeypatch.setattr(views, "disk_under", lambda _: Disk.UNKNOWN)
    config = a_config()
    with in_folder(config.data_dir) as present:
        assert present.beside_others()
        made = Laptop(config, present)
        yield made
        for app in made.apps:
            with app.app_context():
                db.engine.dispose()


def log_of(app: Flask) -> list[tuple[str, str]]:
    with app.app_context(), reading() as session:
        return [(one.act, one.what) for one in access_log.walk(session)]


def test_locked_from_the_page_it_stays_open_for_whoever_is_signed_in(laptop: Laptop) -> None:
    before = laptop.apps[-1]
    laptop.locks()
    assert keys.is_locked(laptop.path)
    assert laptop.apps[-1] is not before
    assert "The database is locked." in laptop.get().text
    assert laptop.get("/account").status_code == 200
    assert log_of(laptop.apps[-1])[-1] == (Act.SETTING, What.KEYS)


def test_either_of_the_two_opens_it_after_the_next_start(laptop: Laptop) -> None:
    key = laptop.locks()
    for typed in (PASSPHRASE, key):
        keys.let_go()
        assert try_to_unlock(laptop.path, typed)


def test_nothing_is_locked_before_the_recovery_key_is_on_paper(laptop: Laptop) -> None:
    key = laptop.prepares()
    assert not keys.is_locked(laptop.path)
    for typed in ("", "0000" if key[-4:] != "0000" else "1111", key[:4]):
        answer = laptop.post("/lock/paper", last_group=typed)
        assert "That is not its last group." in answer.text
        assert recovery_in(answer) == key  # The same paper still holds.
    assert not keys.is_locked(laptop.path)
    assert laptop.post("/lock/paper", last_group=key[-4:].lower()).status_code == 303
    assert keys.is_locked(laptop.path)


def test_the_recovery_key_is_shown_to_nobody_once_it_is_locked(laptop: Laptop) -> None:
    key = laptop.locks()
    assert laptop.get("/lock/paper").location == "/lock"
    assert key not in laptop.get().text


def test_a_new_lock_does_not_wait_for_ever(laptop: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    key = laptop.prepares()
    later = monotonic() + PATIENCE + 1
    monkeypatch.setattr("facilitator.unlocking.here.monotonic", lambda: later)
    assert laptop.post("/lock/paper", last_group=key[-4:]).location == "/lock"
    assert "begin again" in laptop.get().text
    assert not keys.is_locked(laptop.path)


@pytest.mark.parametrize(
    ("typed", "again", "said"),
    [
        ("", "", "The passphrase is missing."),
        ("kettle barn", "kettle barn", "It has 11 characters"),
        ("aaaaaaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaaaaaa", "guessed"),
        (PASSPHRASE, NEWER, "The two are not the same."),
        ("k" * 201, "k" * 201, "too long"),
    ],
)
def test_a_passphrase_that_is_no_good_is_said_so_and_never_shown(
    laptop: Laptop, typed: str, again: str, said: str
) -> None:
    answer = laptop.post("/lock/passphrase", passphrase=typed, again=again)
    assert answer.status_code == 200
    assert said in answer.text
    assert not typed or typed not in answer.text
    assert laptop.get("/lock/paper").location == "/lock"


def test_a_new_passphrase_holds_at_once_and_the_old_one_no_more(laptop: Laptop) -> None:
    key = laptop.locks()
    laptop.post("/lock/passphrase", passphrase=NEWER, again=NEWER)
    keys.let_go()
    assert not try_to_unlock(laptop.path, PASSPHRASE)
    assert try_to_unlock(laptop.path, key)
    assert try_to_unlock(laptop.path, NEWER)


def test_a_new_recovery_key_is_shown_and_the_old_one_opens_no_more(laptop: Laptop) -> None:
    old = laptop.locks()
    new = recovery_in(laptop.post("/lock/new-recovery-key"))
    keys.let_go()
    assert not try_to_unlock(laptop.path, old)
    assert try_to_unlock(laptop.path, new)


def test_the_lock_comes_off_for_good(laptop: Laptop) -> None:
    laptop.locks()
    laptop.post("/lock/open-for-good")
    assert not keys.is_locked(laptop.path)
    assert laptop.get("/account").status_code == 200
    assert log_of(laptop.apps[-1])[-2:] == [(Act.SETTING, What.KEYS)] * 2
    assert "It is not locked." in laptop.get().text


def test_while_another_program_has_the_folder_nothing_is_turned(laptop: Laptop) -> None:
    key = laptop.prepares()
    with in_folder(laptop.config.data_dir) as other:
        assert other.beside_others()
        laptop.post("/lock/paper", last_group=key[-4:])
    assert not keys.is_locked(laptop.path)
    assert "Stop it, and run this again" in laptop.get().text
    laptop.post("/lock/paper", last_group=key[-4:])  # The same paper holds when it has gone.
    assert keys.is_locked(laptop.path)


@pytest.mark.parametrize(
    ("disk", "said", "not_said"),
    [
        (Disk.ENCRYPTED, "It is encrypted.", "We can't tell"),
        (Disk.PLAIN, "It is not encrypted", "It is encrypted"),
        (Disk.UNKNOWN, "We can&#39;t tell", "It is encrypted"),
    ],
)
def test_the_page_says_of_the_disk_what_the_system_says(
    laptop: Laptop, monkeypatch: pytest.MonkeyPatch, disk: Disk, said: str, not_said: str
) -> None:
    monkeypatch.setattr(views, "disk_under", lambda _: disk)
    text = laptop.get().text.replace("can't", "can&#39;t")
    assert said in text
    assert not_said.replace("can't", "can&#39;t") not in text


def test_without_the_package_the_page_says_how_to_install_it(
    laptop: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keys, "is_installed", lambda: False)
    text = laptop.get().text
    assert "pip install" in text
    assert "facilitator[encrypted]" in text


def test_where_several_servers_may_share_it_only_the_command_turns_it() -> None:
    client = a_client()
    page = judged(client.get("/lock"))
    assert any("facilitator db lock" in one for one in page.all("p"))
    client.application.config["WTF_CSRF_ENABLED"] = False
    typed = {"passphrase": PASSPHRASE, "again": PASSPHRASE}
    answer = client.post("/lock/passphrase", data=typed)
    assert answer.status_code == 409
    assert "This can only be done at the computer" in answer.text
    assert client.post("/lock/open-for-good").location == "/lock"
    assert client.post("/lock/new-recovery-key").location == "/lock"
    assert "The database is not locked." in client.get("/lock").text


def test_every_page_of_it_meets_the_rules_of_every_page(laptop: Laptop) -> None:
    for page in ("/lock", "/lock/passphrase"):
        judged(laptop.get(page))
    laptop.prepares()
    judged(laptop.get("/lock/paper"))
    judged(laptop.post("/lock/passphrase", passphrase="", again=""))
    laptop.locks()
    for page in ("/lock", "/lock/passphrase"):
        judged(laptop.get(page))
    judged(laptop.post("/lock/new-recovery-key"))
