"""A family's private time before a real browser: windows, Back, a dead battery, a dead server."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, BrowserType, Page, expect

from facilitator.leading.lines import saving
from facilitator.refusals import Problem
from tests.journeys.conftest import FLAGS, PATIENCE, Opener
from tests.journeys.looking import is_fit_to_use, looked_at
from tests.leading.in_a_meeting import Led
from tests.reliability.chromium import leads
from tests.reliability.client import Client
from tests.reliability.laptop import a_laptop
from tests.tools import need
from tests.web import PASSWORD

BEGIN = "The family has its private time now"
TITLE = "This time is yours"
PIN = "25803"
PAGES = ("begin", "card", "ready")


def is_card(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(page.get_by_text("Sign out")).to_have_count(0)


def begin(page: Page, pin: str = "") -> None:
    """From the screen for leading: two touches, and a PIN where one is wanted."""
    page.get_by_role("link", name="Private time").last.click()
    if pin:
        page.get_by_text("Choose a PIN to come back with").click()
        page.get_by_label("PIN", exact=True).fill(pin)
    page.get_by_role("button", name=BEGIN).click()
    is_card(page)


def end(page: Page, secret: str = PASSWORD) -> None:
    page.get_by_role("link", name="We are ready").click()
    page.get_by_label("Your PIN or your password").fill(secret)
    page.get_by_role("button", name="End private time").click()
    page.wait_for_url(re.compile(r"/lead$"))
    expect(page.locator("#lead.is-awake")).to_be_visible()


@pytest.fixture
def led(app: Flask) -> Led:
    return Led(app)


def test_a_family_has_its_time_in_every_window_and_going_back_shows_nothing(
    led: Led, open_page: Opener
) -> None:
    page = open_page(f"{led.address}/lead")
    other = page.context.new_page()
    other.goto(f"{led.address}/notes")
    page.locator("#line-words").fill("Nan makes soup on Sundays.")
    page.keyboard.press("Enter")  # It waits for who and what, and is kept before the door shuts.
    begin(page)
    is_card(other)
    assert other.url.endswith("/notes")
    page.go_back()
    is_card(page)
    page.go_back()
    is_card(page)
    page.goto("/")
    is_card(page)
    other.reload()
    is_card(other)
    end(page)
    expect(page.get_by_text("Nan makes soup on Sundays.").first).to_be_visible()
    expect(other.get_by_role("heading", level=1)).not_to_have_text(TITLE)
    assert "Nan makes soup on Sundays." in [one["words"] for one in led.lines()]


def test_words_that_cannot_be_saved_keep_nobody_from_private_time_and_are_not_lost(
    led: Led, open_page: Opener, faults: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page(f"{led.address}/lead")
    with monkeypatch.context() as trouble:
        busy = saving.Failed(503, (Problem("", "The database is busy.", "Wait."),))
        trouble.setattr(saving, "keep", lambda *_: busy)
        page.locator("#line-words").fill("Grandad fixes the gate.")
        page.keyboard.press("Enter")
        page.get_by_role("link", name="Private time").last.click()
        expect(page.locator("#begin-private")).to_have_class("is-awake")
        page.get_by_role("button", name=BEGIN).click()
        expect(page.get_by_text("Some words could not be saved yet.")).to_be_visible()
        page.wait_for_timeout(1_100)  # A button takes no second touch within a second.
        page.get_by_role("button", name=BEGIN).click()
        is_card(page)
    end(page)
    expect(page.locator("#save-status")).to_have_text(re.compile("saved"))
    assert "Grandad fixes the gate." in [one["words"] for one in led.lines()]
    faults[:] = [one for one in faults if "503" not in one]


def test_a_language_is_one_touch_away_and_the_card_is_big_and_whole_on_a_telephone(
    led: Led, open_page: Opener
) -> None:
    page = open_page(f"{led.address}/lead", width=390)
    begin(page)
    page.get_by_text("Other languages").click()
    page.get_by_role("link", name="اردو").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("یہ وقت آپ کا ہے")
    assert page.locator("html").get_attribute("dir") == "rtl"
    smallest = looked_at(
        page,
        "() => Math.min(...[...document.querySelectorAll('main *')].map("
        "one => parseFloat(getComputedStyle(one).fontSize)))",
    )
    assert smallest >= 24
    page.get_by_role("link", name="English").click()
    end(page)


@pytest.mark.parametrize("which", PAGES)
def test_each_page_of_private_time_can_be_read_by_everybody_at_every_width(
    which: str, led: Led, open_page: Opener
) -> None:
    page = open_page(f"{led.address}/private-time")
    if which != "begin":
        page.get_by_role("button", name=BEGIN).click()
        is_card(page)
    if which == "ready":
        page.get_by_role("link", name="We are ready").click()
    is_fit_to_use(page)
    if which != "begin":
        page.goto("/private-time")
        end(page)


def test_everything_works_without_a_script(led: Led, open_page: Opener) -> None:
    page = open_page(f"{led.address}/private-time", java_script_enabled=False)
    page.get_by_role("button", name=BEGIN).click()
    is_card(page)
    page.get_by_role("link", name="We are ready").click()
    page.get_by_label("Your PIN or your password").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/lead$"))


def test_neither_a_new_start_nor_a_dead_server_nor_a_lapsed_visit_shows_more_than_the_card(
    browser: Browser, tmp_path: Path
) -> None:
    (tmp_path / "laptop").mkdir()
    with a_laptop(tmp_path / "laptop") as laptop:
        client = Client(laptop)
        client.sign_in()
        with a_profile(tmp_path / "profile", browser.browser_type) as context:
            page = leads(context, laptop, client)
            begin(page, PIN)
            laptop.kill()
            is_card(page)  # It asks the server nothing, so nothing can fail.
            laptop.start()
            page.reload()
            is_card(page)
        laptop.end_every_visit()
        with a_profile(tmp_path / "profile", browser.browser_type) as context:
            page = context.new_page()
            for path in ("/", f"/meetings/{laptop.meeting_id}/lead", "/sign-in"):
                page.goto(f"{laptop.address}{path}")
                is_card(page)
            end(page, PIN)
            expect(page.locator("#line-words")).to_be_visible()
        client.close()


@contextmanager
def a_profile(folder: Path, kind: BrowserType) -> Iterator[BrowserContext]:
    """A browser that is closed and opened again with all that it kept on the disk."""
    root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    context = kind.launch_persistent_context(
        folder, executable_path=need("chromium"), args=[*FLAGS, *root]
    )
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()
