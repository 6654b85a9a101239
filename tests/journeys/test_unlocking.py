"""A locked laptop is opened by its passphrase, and after the next start by its recovery key."""

import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from facilitator.database import keys
from facilitator.settings import DATABASE_FILE
from tests.journeys.conftest import PATIENCE
from tests.journeys.looking import is_fit_to_use
from tests.reliability.laptop import ROOT, the_meeting, with_a_meeting
from tests.unlocking.locked import PASSPHRASE, a_lock, lock_it
from tests.web import PASSWORD, SAM

LINE = "Nan fetches the children on Tuesdays."


class LockedLaptop:
    """A laptop with one meeting; its program can be started and ended, as its owner does it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        file = folder / DATABASE_FILE
        file.touch(0o600)
        file.write_bytes(with_a_meeting())
        lock_it(file)
        keys.let_go()
        with socket.create_server(("127.0.0.1", 0)) as held:
            self.port = held.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.program: subprocess.Popen[str] | None = None

    def starts(self) -> None:
        words = [sys.executable, "-m", "facilitator", "run", "--port", str(self.port)]
        known = {"FACILITATOR_DATA_DIR": str(self.folder), "PATH": "/usr/bin:/bin"}
        self.program = subprocess.Popen(
            words, cwd=ROOT, env=known, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        assert self.program.stdout is not None
        assert "is ready" in self.program.stdout.readline()
        assert "locked" in self.program.stdout.readline()

    def ends(self) -> str:
        """End it, and give back what it said."""
        assert self.program is not None
        self.program.send_signal(signal.SIGTERM)
        told, _ = self.program.communicate(timeout=60)
        self.program = None
        return told


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[LockedLaptop]:
    folder = tmp_path / "laptop"
    folder.mkdir(mode=0o700)
    laptop = LockedLaptop(folder)
    yield laptop
    if laptop.program is not None:
        laptop.program.kill()
        laptop.program.communicate()


class Facilitator:
    """What somebody does at that laptop."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def meets_the_lock(self) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_have_text("Unlock Facilitator")

    def unlocks_with(self, typed: str) -> None:
        self.page.get_by_label("Passphrase or recovery key").fill(typed)
        self.page.get_by_role("button", name="Unlock", exact=True).click()

    def is_told(self, sentence: str) -> None:
        summary = self.page.locator(".govuk-error-summary")
        expect(summary).to_be_focused()
        expect(summary).to_contain_text(sentence)

    def unlocks_once_the_wait_is_over(self, typed: str) -> None:
        signed_out = re.compile(r"/sign-in")
        self.unlocks_with(typed)
        while not signed_out.search(self.page.url):
            self.is_told("That was not looked at. Wait")
            self.unlocks_with(typed)
        expect(self.page).to_have_url(signed_out)

    def signs_in(self) -> None:
        self.page.locator("#email").fill(SAM.email)
        self.page.locator("#password").fill(PASSWORD)
        self.page.get_by_role("button", name="Sign in", exact=True).click()
        expect(self.page.get_by_role("heading", level=1)).to_have_text("Your meetings")

    def keeps_a_line(self, words: str) -> None:
        self.page.goto(f"/meetings/{the_meeting().id}/lead")
        expect(self.page.locator("#save-status")).to_have_text("All words saved")
        self.page.locator("#line-words").focus()
        self.page.keyboard.type(words)
        for key in ("Enter", "1", "h"):
            self.page.keyboard.press(key)
        expect(self.page.get_by_text(words).first).to_be_visible()
        expect(self.page.locator("#save-status")).to_have_text("All words saved")

    def finds_the_line(self, words: str) -> None:
        self.page.goto(f"/meetings/{the_meeting().id}/lead")
        expect(self.page.get_by_text(words).first).to_be_visible()


@pytest.fixture
def sam(browser: Browser, laptop: LockedLaptop) -> Iterator[Facilitator]:
    context = browser.new_context(base_url=laptop.address, viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE)
    page, faults = context.new_page(), list[str]()
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on(
        "console",
        lambda told: faults.append(told.text) if "Content Security" in told.text else None,
    )
    yield Facilitator(page)
    context.close()
    assert faults == []


def test_a_locked_laptop_opens_by_its_passphrase_and_later_by_its_paper(
    laptop: LockedLaptop, sam: Facilitator
) -> None:
    laptop.starts()
    sam.page.goto("/sign-in")
    sam.meets_the_lock()
    is_fit_to_use(sam.page)
    sam.unlocks_with("kettle marmalade otter lamp")
    sam.is_told("That does not open the database.")
    is_fit_to_use(sam.page)
    sam.unlocks_once_the_wait_is_over(PASSPHRASE)
    sam.signs_in()
    sam.keeps_a_line(LINE)
    assert PASSPHRASE not in laptop.ends()

    laptop.starts()
    sam.page.goto(f"/meetings/{the_meeting().id}/lead")
    sam.meets_the_lock()
    sam.unlocks_with(a_lock()[1].lower().replace("-", " "))
    expect(sam.page.get_by_role("heading", level=1)).to_have_text("Your meetings")
    sam.finds_the_line(LINE)
    assert "Traceback" not in laptop.ends()
