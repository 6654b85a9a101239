"""Somebody must keep away: it is written down once, and everything else follows from it."""

import re
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from tests.journeys.conftest import PAPER_TAKES, Opener
from tests.journeys.looking import PHONE, is_fit_to_use
from tests.paper.printed import by_pdftotext
from tests.preparing.filling_in import a_meeting

RULE = "Dean Marsh must not contact Kerry Marsh or Ellie Marsh, or come near their home."


class Sam:
    """What the facilitator does before the day."""

    def __init__(self, page: Page, meeting: str, *, looks_hard: bool = True) -> None:
        self.page, self.meeting, self.looks_hard = page, meeting, looks_hard

    def opens(self, part: str) -> None:
        self.page.goto(f"/meetings/{self.meeting}/{part}")

    def follows(self, name: str) -> None:
        as_link = self.page.get_by_role("link", name=name)
        as_link.or_(self.page.get_by_role("button", name=name)).first.click()

    def types(self, label: str, words: str) -> None:
        self.page.get_by_label(label, exact=True).fill(words)

    def chooses(self, group: str, *names: str) -> None:
        for name in names:
            self.page.get_by_role("group", name=group).get_by_label(name, exact=True).check()

    def saves(self) -> None:
        with self.page.expect_navigation():
            self.page.get_by_role("button", name="Save", exact=True).click()

    def reads(self, *words: str) -> None:
        for one in words:
            expect(self.page.locator("main")).to_contain_text(one)

    def reads_in_red(self, words: str) -> None:
        expect(self.page.locator(".app-must")).to_contain_text(words)

    def reads_nothing_in_red(self) -> None:
        expect(self.page.locator(".app-must")).to_have_count(0)

    def finds_the_page_fit_to_use(self) -> None:
        if self.looks_hard:
            is_fit_to_use(self.page)

    def prints_the_invitation_of(self, name: str, folder: Path) -> str:
        link = self.page.get_by_role("link", name=re.compile(f"^{name}.*invitation"))
        answer = self.page.request.get(link.get_attribute("href") or "", timeout=PAPER_TAKES)
        paper = folder / f"{name}.pdf"
        paper.write_bytes(answer.body())
        return " ".join(" ".join(by_pdftotext(paper)).split())


@pytest.fixture
def meeting(app: Flask) -> str:
    """A meeting to which the whole cast is asked; Dean is not coming."""
    return str(a_meeting(app).id)


def dean_is_to_come(sam: Sam) -> None:
    sam.opens("people")
    sam.follows("Dean")
    sam.chooses("How will they take part?", "In the room")
    sam.saves()
    sam.reads_nothing_in_red()


def the_order_is_written_down(sam: Sam) -> None:
    sam.opens("safety")
    sam.follows("Somebody must keep away")
    sam.finds_the_page_fit_to_use()
    sam.chooses("Who must keep away?", "Dean")
    sam.chooses("From whom?", "Mum / Kerry", "Ellie")
    sam.types("What does it rest on?", "court order")
    sam.types("Until which day?", "2 November 2027")
    sam.saves()
    sam.reads("The very words are missing. Copy them from the paper.")
    sam.finds_the_page_fit_to_use()
    sam.types("The very words", RULE)
    sam.types("Who saw the paper?", "Priya")
    sam.saves()
    sam.reads(
        "Dean must keep away from Mum and Ellie",
        "Until Tuesday 2 November 2027. Priya saw the paper.",
        "Dean gets no copy of the plan.",
        "No invitation that names Dean goes to Mum and Ellie.",
    )
    sam.reads_in_red("Dean must keep away from Mum, and both are to take part.")
    sam.finds_the_page_fit_to_use()


def nobody_is_invited_into_harm(sam: Sam, folder: Path) -> None:
    sam.opens("papers")
    sam.reads("Dean must not meet Mum")
    for name in ("Mum", "Nan"):
        words = sam.prints_the_invitation_of(name, folder)
        assert "You are invited" in words
        assert "Dean" not in words
    sam.finds_the_page_fit_to_use()


def he_is_left_out_with_a_reason_and_a_way_to_be_heard(sam: Sam) -> None:
    sam.opens("people")
    sam.follows("Dean")
    sam.reads_in_red("both are to take part")
    sam.chooses("How will they take part?", "Left out of this meeting")
    sam.types("Who brings what they want to say?", "Mum")
    sam.saves()
    sam.reads("Why they are left out is missing.", "Mum can't bring it")
    sam.finds_the_page_fit_to_use()
    sam.types("Why are they left out?", "The court order.")
    sam.types("Who brings what they want to say?", "Priya")
    sam.saves()
    sam.reads_nothing_in_red()
    sam.reads("Left out of this meeting")


@pytest.mark.parametrize(
    ("width", "script"), [(PHONE, True), (1280, False)], ids=["phone", "plain"]
)
def test_an_order_is_written_down_and_nobody_is_brought_together(
    open_page: Opener, meeting: str, tmp_path: Path, width: int, *, script: bool
) -> None:
    address = f"/meetings/{meeting}/people"
    page = open_page(address, width=width, java_script_enabled=script)
    sam = Sam(page, meeting, looks_hard=script)
    dean_is_to_come(sam)
    the_order_is_written_down(sam)
    nobody_is_invited_into_harm(sam, tmp_path)
    he_is_left_out_with_a_reason_and_a_way_to_be_heard(sam)


def test_the_family_sees_where_hidden_words_stand_before_they_are_kept(
    open_page: Opener, meeting: str
) -> None:
    sam = Sam(open_page(f"/meetings/{meeting}/safety"), meeting)
    sam.follows("Hide some words")
    sam.finds_the_page_fit_to_use()
    sam.types("Which words must not be seen?", "St Luke's hall")
    sam.chooses("Who must not see them?", "Sam", "Ellie's page")
    sam.follows("Show where they stand now")
    sam.reads("The place of the meeting", "Nothing is kept yet.")
    sam.finds_the_page_fit_to_use()
    sam.saves()
    sam.reads("Hidden from Ellie's page and Sam.")
    sam.opens("papers")
    sam.reads("The place of the meeting is hidden from Sam.")
    sam.opens("safety")
    sam.follows("Take it back")
    sam.finds_the_page_fit_to_use()
    sam.page.get_by_role("button", name="Take it back").click()
    sam.reads("Nothing is hidden from anybody.")


def test_seats_are_changed_and_somebody_is_added_by_keyboard_alone(
    open_page: Opener, meeting: str
) -> None:
    page = open_page(f"/meetings/{meeting}/people")
    page.get_by_role("button", name=re.compile("move Nan up")).focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("#person-"))
    names = page.locator(".app-seat__name")
    expect(names.nth(1)).to_have_text("Nan")
    page.get_by_role("button", name="Add somebody").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Full name").focus()
    page.keyboard.type("Leon Marsh")
    page.keyboard.press("Tab")
    page.keyboard.type("Uncle Leon")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("Family, or somebody")).to_be_checked()
    page.keyboard.press("Enter")
    expect(names.last).to_have_text("Uncle Leon")
