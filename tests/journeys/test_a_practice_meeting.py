"""A facilitator practises with the made-up family, from the home page to paper and back."""

import re

from playwright.sync_api import Page, expect

from tests.journeys.conftest import Opener
from tests.journeys.test_every_page import WIDTHS, accessibility_faults


class Facilitator:
    """What somebody who has just signed in does."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def practises(self) -> None:
        self.page.get_by_role("button", name="Practise with a made-up family").click()

    def goes_home(self) -> None:
        self.page.get_by_role("link", name="Your meetings").click()

    def opens(self, name: str) -> None:
        self.page.get_by_role("link", name=name).first.click()

    def reads_the_copy_of(self, name: str) -> None:
        self.page.get_by_role("link", name=f"Read {name}'s copy").click()

    def goes_back_to_the_meeting(self) -> None:
        self.page.get_by_role("link", name="All of this meeting").click()

    def sees(self, *words: str) -> None:
        for one in words:
            expect(self.page.locator("main")).to_contain_text(one)

    def sees_the_practice_sign(self) -> None:
        expect(self.page.locator("header")).to_contain_text("PRACTICE")

    def finds_no_fault_at_any_width(self) -> None:
        assert accessibility_faults(self.page) == []
        for width in WIDTHS:
            self.page.set_viewport_size({"width": width, "height": 900})
            assert self.page.evaluate("document.documentElement.scrollWidth") <= width
        assert accessibility_faults(self.page) == []
        self.page.set_viewport_size({"width": 1280, "height": 900})


def test_a_facilitator_practises_reads_two_copies_and_finds_the_meeting_again(
    open_page: Opener,
) -> None:
    facilitator = Facilitator(open_page("/"))
    facilitator.practises()
    facilitator.sees("Holding hands till Mum is home", "What we will do", "Auntie Bev")
    facilitator.sees_the_practice_sign()
    facilitator.finds_no_fault_at_any_width()

    facilitator.reads_the_copy_of("Mum")
    facilitator.sees("Moor House")
    facilitator.sees_the_practice_sign()
    facilitator.finds_no_fault_at_any_width()
    facilitator.goes_back_to_the_meeting()
    facilitator.reads_the_copy_of("Pastor Joy")
    facilitator.sees("hearing visits")
    assert "Moor House" not in facilitator.page.content()
    facilitator.goes_back_to_the_meeting()

    facilitator.goes_home()
    facilitator.sees("Your meetings", "PRACTICE")
    facilitator.finds_no_fault_at_any_width()
    facilitator.practises()  # The one that is there, not another.
    facilitator.goes_home()
    expect(
        facilitator.page.get_by_role("link", name="Holding hands till Mum is home")
    ).to_have_count(1)


def test_without_a_script_and_by_keyboard_alone_it_works_too(open_page: Opener) -> None:
    page = open_page("/", java_script_enabled=False)
    page.get_by_role("button", name="Practise with a made-up family").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/meetings/[0-9a-f-]{36}$"))
    page.get_by_role("link", name="Read Tiana's copy").focus()
    page.keyboard.press("Enter")
    expect(page.locator("article")).to_contain_text("Tiana")
    Facilitator(page).sees_the_practice_sign()
