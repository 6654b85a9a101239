"""An administrator adds a supervisor, and later changes what that person may do."""

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from facilitator.accounts import security
from facilitator.accounts.second_factor import codes
from facilitator.accounts.sessions import now
from tests.journeys.conftest import Opener, served
from tests.journeys.looking import PHONE, is_fit_to_use
from tests.web import HASHED, PASSWORD, an_app

FIRST = "teapot lighthouse badger"


@pytest.fixture(scope="module")
def app() -> Flask:
    return an_app()


@pytest.fixture(scope="module")
def site(app: Flask) -> Iterator[str]:
    with served(app) as address:
        yield address


@pytest.fixture(autouse=True)
def _quick_hash_of_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(security, "NOBODYS_HASH", HASHED)


def adds_ash(page: Page) -> None:
    """With the keyboard alone, once the first field has the focus."""
    page.get_by_label("Their name").focus()
    page.keyboard.type("Ash Lane")
    page.keyboard.press("Tab")
    page.keyboard.type("ash@example.org")
    page.keyboard.press("Tab")  # Facilitator is ticked, as most people lead meetings.
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.get_by_label("Facilitator", exact=True)).not_to_be_checked()
    expect(page.get_by_label("Supervisor", exact=True)).to_be_checked()
    page.get_by_label("A first password", exact=True).fill(FIRST)
    page.get_by_label("The first password once more").fill(FIRST)
    page.get_by_label("The first password once more").press("Enter")


def signs_in(page: Page, password: str) -> None:
    page.get_by_label("Your e-mail address").fill("ash@example.org")
    page.get_by_label("Your password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in").click()


def sets_up_a_second_step(page: Page) -> str:
    """With the key that the page shows; what stands on the paper of codes."""
    expect(page.get_by_role("heading", level=1)).to_have_text("Set up a second step")
    is_fit_to_use(page)
    key = page.locator("code").inner_text().replace(" ", "")
    page.get_by_label("The 6 figures").fill(codes.code_at(key, now()))
    page.get_by_role("button", name="Set it up").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your recovery codes")
    is_fit_to_use(page)
    paper = page.locator("code").first.inner_text()
    page.get_by_role("button", name="I have them. Go on").click()
    return paper


def takes_the_second_step(page: Page, code: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text("Your second step")
    is_fit_to_use(page)
    page.get_by_label("Your code").fill(code)
    page.get_by_role("button", name="Sign in").click()


def test_a_supervisor_is_added_comes_in_and_is_signed_out_when_their_duties_change(
    open_page: Opener,
) -> None:
    sam = open_page("/")
    expect(sam.get_by_role("link", name="Meetings")).to_have_attribute("aria-current", "page")
    sam.get_by_role("link", name="People").click()
    expect(sam.get_by_role("heading", level=1)).to_have_text("People")
    is_fit_to_use(sam)
    sam.get_by_role("button", name="Add somebody").click()
    is_fit_to_use(sam)
    adds_ash(sam)
    expect(sam.locator("main")).to_contain_text("Ash Lane can sign in as ash@example.org.")

    ash = open_page("/sign-in", signed_in=False, width=PHONE)
    signs_in(ash, FIRST)
    paper = sets_up_a_second_step(ash)
    expect(ash.locator("main")).to_contain_text("Somebody else chose your password")
    is_fit_to_use(ash)
    ash.get_by_label("Your password now").fill(FIRST)
    ash.get_by_label("A new password", exact=True).fill(PASSWORD)
    ash.get_by_label("The new password once more").fill(PASSWORD)
    ash.get_by_role("button", name="Change my password").click()
    expect(ash.get_by_role("link", name="Today")).to_have_attribute("aria-current", "page")
    expect(ash.get_by_role("link", name="People")).to_have_count(0)
    is_fit_to_use(ash)

    sam.get_by_role("link", name="Ash Lane").click()
    sam.get_by_label("Facilitator", exact=True).check()
    is_fit_to_use(sam)
    sam.get_by_role("button", name="Keep this").click()
    expect(sam.locator("main")).to_contain_text("Ash Lane is signed out everywhere")
    expect(sam.locator("main")).to_contain_text("Duties: facilitator, supervisor.")

    ash.get_by_role("link", name="Today").click()
    expect(ash.get_by_role("heading", level=1)).to_have_text("Sign in")
    signs_in(ash, PASSWORD)
    takes_the_second_step(ash, paper)
    expect(ash.get_by_role("link", name="Meetings")).to_be_visible()
    is_fit_to_use(ash)
