"""After a look at a plan: a letter, the family's own card, a reply, and somebody who reads it."""

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from facilitator.accounts.user import User
from tests.auditing.drawn import ADA
from tests.auditing.letters_written import Written, a_filed_look
from tests.journeys.conftest import Opener, served
from tests.journeys.looking import PHONE, is_fit_to_use, source
from tests.web import cookie_of

WORDS = "Nan could say all she wanted."
HURTS = "Ask why she refuses to engage."


@pytest.fixture(scope="module")
def written() -> Written:
    """Ada has filed her look at a plan of Sam's."""
    return a_filed_look(ratings={"Q1": 0})


@pytest.fixture(scope="module")
def app(written: Written) -> Flask:
    return written.service.app


@pytest.fixture(scope="module")
def site(app: Flask) -> Iterator[str]:
    with served(app) as address:
        yield address


class Somebody:
    """A supervisor or a facilitator at their screen, without a mouse where it matters."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def fills(self, label: str, words: str) -> None:
        self.page.get_by_label(label).first.fill(words)

    def tabs_to_and_presses(self, button: str) -> None:
        self.page.get_by_role("button", name=button).focus()
        self.page.keyboard.press("Enter")

    def chooses(self, statement: str, *keys: str) -> None:
        """By the keyboard: the first answer of a statement, then along it."""
        group = self.page.get_by_role("group", name=statement)
        group.get_by_role("radio").first.focus()
        for key in keys:
            self.page.keyboard.press(key)

    def reads(self, *words: str) -> None:
        for one in words:
            expect(self.page.locator("main")).to_contain_text(one)

    def finds_the_page_fit_to_use(self) -> None:
        is_fit_to_use(self.page)


def opened_by(user: User, written: Written, open_page: Opener, address: str, width: int) -> Page:
    page = open_page("/sign-in", signed_in=False, width=width)
    name, value = cookie_of(written.service.as_(user))
    page.context.add_cookies(
        [{"name": name, "value": value, "url": page.url, "sameSite": "Strict"}]
    )
    page.goto(address)
    return page


def test_ada_writes_sam_answers_and_the_familys_card_lies_beside(
    written: Written, open_page: Opener
) -> None:
    ada = Somebody(opened_by(ADA, written, open_page, written.address, 1280))
    ada_writes_and_sends(ada, made_up=written.mask.name("ellie"))
    sam = Somebody(open_page(f"/meetings/{written.meeting.id}/cards", width=PHONE))
    sam.reads("No card has come in yet.")
    with sam.page.context.expect_page() as handed_over:
        sam.tabs_to_and_presses("Open a card for the family")
    nan_fills_in_a_card(Somebody(handed_over.value))
    sam_reads_and_answers(sam, never=written.mask.name("ellie"))
    ada.page.reload()
    ada.reads("I will ask her again.", WORDS)
    ada.finds_the_page_fit_to_use()
    ada.tabs_to_and_presses("I have read this reply")
    ada.reads("It is off your list.")
    assert "Ellie" not in source(ada.page)


def ada_writes_and_sends(ada: Somebody, *, made_up: str) -> None:
    ada.finds_the_page_fit_to_use()
    ada.page.get_by_label("A line of the plan that worked").select_option(index=1)
    ada.fills("Why did it work?", f"You asked {made_up} what helps.")
    ada.fills("A question that you are curious about", HURTS)
    expect(ada.page.locator(".app-reads-here", has_text="refuses to engage")).to_be_visible()
    ada.tabs_to_and_presses("Look at it as it will be read")
    ada.reads("nobody says why they stay", "does not end as a question", "The step has no day.")
    ada.finds_the_page_fit_to_use()
    ada.page.get_by_role("link", name="Back to writing").click()
    ada.fills("A question that you are curious about", "What made that easy to ask?")
    ada.fills("What do we do next, together?", "We read two lines aloud to each other.")
    ada.fills("Who of us does it?", "You and I")
    ada.fills("By which day?", "12 March 2027")
    ada.tabs_to_and_presses("Look at it as it will be read")
    ada.reads(f"You asked {made_up} what helps.", "Friday 12 March 2027")
    ada.tabs_to_and_presses("Send this letter")
    ada.reads("Your letter is sent.", "No reply has come yet.")


def nan_fills_in_a_card(nan: Somebody) -> None:
    nan.reads("Which card would you like?")
    nan.finds_the_page_fit_to_use()
    nan.page.get_by_role("button", name="A card for grown-ups").click()
    nan.reads("There are no right or wrong answers.")
    nan.finds_the_page_fit_to_use()
    nan.chooses("I could say what I think.", "Space")
    nan.chooses("The workers listened to us.", "Space", "ArrowDown", "ArrowDown")
    nan.fills("What was good?", WORDS)
    nan.chooses("May the people who ran your meeting read this?", "Space")
    nan.tabs_to_and_presses("Send my card")
    nan.reads("Thank you", "Your card is in.")
    nan.finds_the_page_fit_to_use()
    nan.page.go_back()
    expect(nan.page.locator("main")).not_to_contain_text("right or wrong answers")
    assert WORDS not in source(nan.page)
    nan.page.close()


def sam_reads_and_answers(sam: Somebody, *, never: str) -> None:
    sam.page.goto("/letters")
    sam.finds_the_page_fit_to_use()
    sam.page.get_by_role("link", name="Read it and answer").click()
    sam.reads("Walk Ellie to school.", "You asked Ellie what helps.", WORDS)
    sam.finds_the_page_fit_to_use()
    assert never not in source(sam.page)
    sam.fills("What do you want to say back?", "I will ask her again.")
    sam.tabs_to_and_presses("Send my reply")
    sam.reads("Your reply is sent.", "You answered on")
