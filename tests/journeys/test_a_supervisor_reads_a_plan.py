"""A supervisor rates one plan blind and by keyboard, files it, says why, and makes it final."""

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from facilitator.audits.look import FIRST_LOOK
from tests.auditing.at_the_look import ADA, FLO, Desk, a_desk
from tests.journeys.conftest import Opener, served
from tests.journeys.looking import has_no_fault, is_fit_to_use, source
from tests.web import cookie_of, signed_in

KEPT = "All of it is kept."
SAW = "Both children say it in their own words."


@pytest.fixture(scope="module")
def desk() -> Desk:
    return a_desk()


@pytest.fixture(scope="module")
def app(desk: Desk) -> Flask:
    return desk.app


@pytest.fixture(scope="module")
def site(app: Flask) -> Iterator[str]:
    with served(app) as address:
        yield address


class Ada:
    """The supervisor, at her own desk."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.page.goto(address)

    def presses(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).click()

    def reads(self, *words: str) -> None:
        for one in words:
            expect(self.page.locator("main")).to_contain_text(one)

    def is_told(self, words: str) -> None:
        expect(self.page.locator("#answered")).to_have_text(words)

    def question(self, number: int) -> str:
        return f"#question-{number}"

    def is_at(self, number: int) -> None:
        """The keys mean this question now."""
        expect(self.page.locator(f"{self.question(number)}.app-question--now")).to_be_visible()

    def goes_by_keyboard(self, number: int, key: str) -> None:
        self.page.keyboard.press("j")
        self.is_at(number)
        self.page.keyboard.press(key)
        expect(self.page.locator(f"{self.question(number)}-{key.upper()}")).to_be_checked()


def as_somebody(desk: Desk, user: object, open_page: Opener, **options: int) -> Page:
    """A window in which that user of the app is signed in."""
    page = open_page("/sign-in", signed_in=False, **options)
    name, value = cookie_of(signed_in(desk.app, user))  # type: ignore[arg-type]
    site = page.url.split("/sign-in")[0]
    page.context.add_cookies([{"name": name, "value": value, "url": site, "sameSite": "Strict"}])
    return page


def test_a_plan_is_rated_blind_then_beside_the_machine_and_made_final(
    desk: Desk, open_page: Opener
) -> None:
    ada = Ada(as_somebody(desk, ADA, open_page), desk.begins())
    ada.is_at(1)  # The page hears the keys.
    ada.is_told(f"0 of 6 answered. {KEPT}")
    is_fit_to_use(ada.page)
    assert "The machine suggests" not in source(ada.page)

    for number, key in enumerate(("0", "3", "3", "3", "3"), 1):
        ada.goes_by_keyboard(number, key)
    ada.page.locator("#question-1-words").fill(SAW)
    ada.page.locator("#question-1-words").press("End")
    ada.page.keyboard.type(" J.")  # In a box for words it is a letter.
    ada.is_at(1)
    ada.is_told(f"5 of 6 answered. {KEPT}")

    ada.page.reload()  # In the middle of it.
    ada.is_at(6)
    ada.is_told(f"5 of 6 answered. {KEPT}")
    expect(ada.page.locator("#question-1-words")).to_have_value(f"{SAW} J.")
    expect(ada.page.locator("#question-2-3")).to_be_checked()

    ada.presses("File this look")
    ada.reads("This is not filed yet", "“Copies and privacy” has no answer yet.")
    has_no_fault(ada.page)
    ada.is_at(6)
    ada.goes_by_keyboard(6, "n")
    ada.is_told(f"6 of 6 answered. {KEPT}")
    ada.presses("File this look")
    ada.reads("Before this look is final", "The machine suggests", f"{SAW} J.")
    is_fit_to_use(ada.page)

    makes_it_final(desk, ada, as_somebody(desk, FLO, open_page))


def makes_it_final(desk: Desk, ada: Ada, flos: Page) -> None:
    """A reason where the two are far apart, a colleague's remark, and what came of it."""
    flo = Ada(flos, ada.page.url)
    flo.page.locator("#question-2").get_by_text("Add a remark").click()
    flo.page.locator("#question-2-remark").fill("Is the title theirs?")
    flo.page.locator("#question-2").get_by_role("button", name="Keep this remark").click()
    flo.reads("Your remark is kept.", "It waits for Ada Reed.")

    ada.presses("Keep these reasons")
    ada.reads("You said 0, and the suggestion is 3. Say why, in a sentence.")
    ada.page.locator("#question-1-why").fill("Nobody asked whether it was safe to say.")
    ada.presses("Keep these reasons")
    ada.reads("Your reasons are kept.", "Is the title theirs?")
    has_no_fault(ada.page)
    ada.page.get_by_label("What came of this remark?").fill("Sam says that Mum chose it.")
    ada.presses("Settle this remark")
    ada.presses("Make this look final")
    ada.reads("Nothing of it changes any more.", "Sam says that Mum chose it.")
    is_fit_to_use(ada.page)
    look = desk.look(ada.page.url)
    assert look.final_at is not None
    assert {one.criterion for one in look.answers} == set(FIRST_LOOK)


def test_a_child_may_not_be_safe_and_it_is_written_down_on_a_telephone(
    desk: Desk, open_page: Opener
) -> None:
    page = as_somebody(desk, FLO, open_page, width=390)
    flo = Ada(page, desk.begins(desk.as_(FLO)))
    flo.page.get_by_role("button", name="Act today").click()
    flo.reads("Ring 999 first.")
    is_fit_to_use(flo.page)
    flo.page.get_by_label("What did you see?").fill("Nobody says who stays at night.")
    flo.presses("Write it down")
    flo.reads("Nobody was told yet", "Nobody says who stays at night.")
    told = flo.page.locator(".app-notes__one")
    told.get_by_label("Who was told?").fill("Ms Lee, duty worker")
    told.get_by_role("button", name="Keep this", exact=True).click()
    flo.reads("It is not said when they were told.")
    has_no_fault(flo.page)
    told.get_by_label("On which day?").fill("2 February 2026")
    told.get_by_role("button", name="Keep this", exact=True).click()
    flo.reads("Told: Ms Lee, duty worker")
    is_fit_to_use(flo.page)
