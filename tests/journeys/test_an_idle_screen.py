"""A facilitator is called away in the middle of a sentence, and comes back."""

from flask import Flask
from playwright.sync_api import Locator, Page, expect

from tests.desk.at_the_desk import a_meeting
from tests.journeys.conftest import Opener
from tests.journeys.looking import PHONE, is_fit_to_use
from tests.web import PASSWORD

HALF = "On 2 February Ellie was alone from"
LOCKED = "This screen is locked"
ONE_LESS, THE_LAST = "14:00", "01:00"


def heading(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(words)


def worry(page: Page) -> Locator:
    return page.get_by_label("The worry", exact=True)


def unlocks(page: Page, password: str) -> None:
    page.get_by_label("Your password").fill(password)
    page.get_by_role("button", name="Unlock").click()


def begins_a_worry(page: Page, address: str) -> None:
    page.clock.install()
    page.goto(f"{address}/worries")
    page.get_by_role("link", name="Add a worry").or_(
        page.get_by_role("button", name="Add a worry")
    ).first.click()
    worry(page).fill(HALF)


def is_locked(page: Page) -> None:
    heading(page, LOCKED)
    expect(page).to_have_title(f"{LOCKED} – Facilitator")
    expect(page.get_by_label("Your password")).to_be_focused()
    expect(worry(page)).to_be_hidden()
    assert page.evaluate("document.querySelector('textarea').closest('[inert]') !== null")
    assert HALF not in page.locator("body").inner_text()
    is_fit_to_use(page)


def another_tab_is_locked_too(page: Page) -> None:
    beside = page.context.new_page()
    beside.goto("/questions")
    heading(beside, LOCKED)
    is_fit_to_use(beside)
    beside.close()


def test_a_screen_locks_keeps_half_a_sentence_and_never_locks_at_the_family_s_table(
    app: Flask, open_page: Opener, faults: list[str]
) -> None:
    address = f"/meetings/{a_meeting(app).id}"
    page = open_page("/", width=PHONE)
    begins_a_worry(page, address)
    page.clock.fast_forward(ONE_LESS)
    worry(page).press("End")  # A touch, and it counts anew.
    page.clock.fast_forward(ONE_LESS)
    expect(worry(page)).to_be_focused()
    with page.expect_response("**/lock") as told:
        page.clock.fast_forward(THE_LAST)
    assert told.value.status == 204
    is_locked(page)
    another_tab_is_locked_too(page)

    unlocks(page, "teapot lighthouse badger")
    expect(page.get_by_role("alert")).to_have_text("This is not your password. Type it again.")
    # The browser's own words for the answer to a wrong password.
    faults[:] = [one for one in faults if "422" not in one]
    unlocks(page, PASSWORD)
    expect(worry(page)).to_be_focused()
    expect(worry(page)).to_have_value(HALF)
    worry(page).press_sequentially(" tea till nine.")
    page.get_by_role("button", name="Save").first.click()
    expect(page.locator("main")).to_contain_text(f"{HALF} tea till nine.")

    page.goto(f"{address}/lead")
    page.clock.fast_forward("01:00:00")
    page.reload()
    expect(page.locator("#lead")).to_be_visible()
