"""One whole day: from the first question to the last copy in the last hand."""

import re

from flask import Flask
from playwright.sync_api import Page, expect

from tests.journeys.cases.at_the_door import HandingOver, by_reader
from tests.journeys.conftest import Opener
from tests.journeys.leading.leading_a_meeting import ALL_SAVED, people_and_no_words
from tests.journeys.looking import PHONE, fits, has_no_fault
from tests.journeys.test_private_time import begin, end

SAID = (
    ("No shame in this room.", "grace", "a"),
    ("That the children sleep well.", "tiana", "h"),
    ("Jaydon has learned eighty signs.", "joy", "g"),
    ("Tiana gets up in the night to check on Mum.", "grace", "w"),
    ("The bus to Moor House leaves at eight.", "charlene", "w"),
)
STEPS = (
    ("Sit with Tiana at bedtime.", "grace", "i"),
    ("Bring rice and peas on Sundays.", "bev", "i"),
)


def keeps(page: Page, words: str, who: str, kind: str) -> None:
    """One line: its words, Enter, a digit for who, a letter for what."""
    page.locator("#line-words").click()
    page.keyboard.insert_text(words)
    page.keyboard.press("Enter")
    page.keyboard.press(page.locator(f"#by-{who}").get_attribute("data-seat") or "")
    page.keyboard.press(kind)
    expect(page.locator("#lines .said", has_text=words).first).to_be_visible()


def is_fit(page: Page) -> None:
    has_no_fault(page)
    fits(page, PHONE)


def presses(page: Page, name: str | re.Pattern[str]) -> None:
    page.get_by_role("button", name=name).first.click()


def test_a_family_comes_and_goes_home_with_its_plan(app: Flask, open_page: Opener) -> None:
    address = f"/meetings/{people_and_no_words(app).id}"
    page = open_page(f"{address}/prepare")
    is_fit(page)
    page.get_by_role("link", name="The day is here: lead this meeting").click()
    expect(page.locator("#lead.is-awake")).to_be_visible()
    presses(page, "We begin now")
    for line in SAID:
        keeps(page, *line)
    expect(page.locator("#save-status")).to_have_text(ALL_SAVED)

    begin(page)
    is_fit(page)
    end(page)
    for line in STEPS:
        keeps(page, *line)
    expect(page.locator("#save-status")).to_have_text(ALL_SAVED)

    _agrees(page, address)
    sam = HandingOver(page, address)
    sam.a_second_person_looks_through("Ms Bello", "duty manager")
    sam.goes_to("release")
    is_fit(page)
    sam.goes_to("copies")
    is_fit(page)
    papers = by_reader(sam.prints("Print everything that may go out"))
    assert "Sit with Tiana at bedtime." in papers["Nan"]
    assert "Moor House" in papers["Mum"]
    assert "Moor House" not in papers["Pastor Joy"]
    sam.goes_to("register")
    sam.sees(*papers)
    is_fit(page)


def _agrees(page: Page, address: str) -> None:
    """The family hears each step, chooses page 1, and says yes."""
    page.get_by_role("link", name="Agree the plan").first.click()
    is_fit(page)
    page.get_by_role("link", name="The steps, one by one").click()
    page.get_by_role("link", name=re.compile("bedtime")).first.click()
    is_fit(page)
    presses(page, "Nan")
    expect(page.get_by_role("button", name="Nan", pressed=True)).to_be_visible()
    page.goto(f"{address}/agree/page-one")
    page.get_by_role("group", name=re.compile("bedtime")).get_by_label("In these words").check()
    presses(page, "Keep this page 1")
    expect(page.locator("main")).to_contain_text("Page 1 is kept.")
    page.goto(f"{address}/agree/final")
    is_fit(page)
    presses(page, "The family agrees this plan")
    expect(page).to_have_url(re.compile(r"/copies$"))
