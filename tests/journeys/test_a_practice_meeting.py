"""A facilitator practises with the made-up family: gets ready, leads, reads, and starts again."""

import re
from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from tests.desk.at_the_desk import a_meeting, campbell
from tests.journeys.conftest import Opener, served
from tests.journeys.looking import is_fit_to_use, source
from tests.web import an_app


@pytest.fixture(scope="module")
def app() -> Flask:
    """An app of its own, so that no other meeting has the title of the practice meeting."""
    return an_app()


@pytest.fixture(scope="module")
def site(app: Flask) -> Iterator[str]:
    with served(app) as address:
        yield address


class Facilitator:
    """What somebody who has just signed in does."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def practises_from_the_start(self) -> None:
        """Whoever practised on this site before must not matter."""
        self.page.goto("/practise/again")
        if self.page.url.endswith("/again"):
            self.presses("Start the practice again")
        else:
            self.presses("Practise with a made-up family")
        self.is_at("Getting ready")

    def presses(self, name: str) -> None:
        self.page.get_by_role("button", name=name).click()

    def follows(self, name: str) -> None:
        self.page.get_by_role("link", name=name).first.click()

    def goes_home(self) -> None:
        self.page.goto("/")
        self.is_at("Your meetings")

    def is_at(self, heading: str) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_have_text(heading)

    def sees(self, *words: str) -> None:
        for one in words:
            expect(self.page.locator("main")).to_contain_text(one)

    def sees_nowhere(self, *words: str) -> None:
        held = source(self.page)
        for one in words:
            assert one not in held

    def hears(self, words: str) -> None:
        expect(self.page.locator("#offer")).to_contain_text(words)

    def writes_it_down(self) -> None:
        """Into the line box, kept as it is, and on to the next line."""
        self.presses("Put it in the line box")
        self.page.keyboard.press("Enter")
        self.page.keyboard.press("Enter")

    def sees_the_practice_sign(self) -> None:
        expect(self.page.locator("header.govuk-template__header")).to_contain_text("PRACTICE")

    def finds_no_fault_at_any_width(self) -> None:
        is_fit_to_use(self.page)


TITLE = "Tiana and Jaydon: at Nan and Grandad's while Mum gets well"
SAID = (
    "Grandad said grace and Nan poured the tea.",
    "No shame in this room.",
    "One voice at a time, so Jaydon can follow.",
    "If you say you will, you will.",
    "That Mum stops being sad and we still see her.",
)


def test_a_facilitator_gets_ready_writes_down_what_the_family_says_and_starts_again(
    open_page: Opener,
) -> None:
    facilitator = Facilitator(open_page("/"))
    facilitator.practises_from_the_start()
    facilitator.sees("2 children", "2 worries, 3 bottom lines")
    facilitator.sees_the_practice_sign()

    facilitator.follows("The day is here: lead this meeting")
    facilitator.sees_the_practice_sign()
    facilitator.presses("We begin now")
    for words in SAID:
        facilitator.hears(words)
        facilitator.writes_it_down()
    facilitator.hears("Dad says")
    expect(facilitator.page.locator("#save-status")).to_contain_text("All words saved")

    facilitator.goes_home()
    facilitator.follows(f"Read what was said “{TITLE}”")
    facilitator.is_at(TITLE)
    facilitator.sees(*SAID, "Hope, Tiana", "once the family has agreed the plan")
    facilitator.sees_the_practice_sign()
    facilitator.finds_no_fault_at_any_width()

    facilitator.follows("Start the practice again")
    facilitator.is_at("Start the practice again?")
    facilitator.sees("every line that you wrote down in the practice meeting")
    facilitator.finds_no_fault_at_any_width()
    facilitator.follows("Keep it as it is")
    facilitator.sees(*SAID)
    facilitator.follows("Start the practice again")
    facilitator.presses("Start the practice again")
    facilitator.is_at("Getting ready")
    facilitator.sees("The practice is as it was at the start.")
    facilitator.goes_home()
    facilitator.finds_no_fault_at_any_width()
    expect(facilitator.page.get_by_role("heading", name=TITLE)).to_have_count(1)
    facilitator.follows(f"Read what was said “{TITLE}”")
    facilitator.sees_nowhere(*SAID)
    facilitator.sees("Jaydon missed six hearing visits in 2026.")


def test_without_a_script_and_by_keyboard_alone_it_works_too(open_page: Opener) -> None:
    page = open_page("/", java_script_enabled=False)
    facilitator = Facilitator(page)
    facilitator.practises_from_the_start()
    page.get_by_role("link", name="The day is here: lead this meeting").focus()
    page.keyboard.press("Enter")
    facilitator.hears(SAID[0])
    page.get_by_role("button", name="Keep what they say").focus()
    page.keyboard.press("Enter")
    facilitator.hears(SAID[1])
    facilitator.sees(SAID[0])


@pytest.fixture
def whole_meeting(app: Flask) -> str:
    """A practice meeting in which everything was said, as one reads it afterwards."""
    return f"/meetings/{a_meeting(app, {**campbell(), 'id': 'the-whole-day'}, practice=True).id}"


def test_a_facilitator_reads_two_copies_of_which_one_lacks_what_is_private(
    open_page: Opener, whole_meeting: str
) -> None:
    facilitator = Facilitator(open_page(whole_meeting))
    facilitator.sees("Holding hands till Mum is home", "What we will do", "Auntie Bev")
    facilitator.sees_the_practice_sign()
    facilitator.finds_no_fault_at_any_width()
    facilitator.follows("Copies")
    facilitator.is_at("Who gets what")
    facilitator.follows("Read Mum's copy")
    facilitator.sees("Moor House")
    facilitator.sees_the_practice_sign()
    facilitator.finds_no_fault_at_any_width()
    facilitator.follows("Who gets what")
    facilitator.follows("Read Pastor Joy's copy")
    facilitator.sees("hearing visits")
    facilitator.sees_nowhere("Moor House")
    facilitator.follows("Who gets what")
    facilitator.follows("All of this meeting")
    expect(facilitator.page).to_have_url(re.compile(f"{whole_meeting}$"))
