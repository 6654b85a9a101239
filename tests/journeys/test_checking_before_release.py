"""Before any copy leaves: each near miss is looked at, and somebody else says yes to the rules."""

import re
from itertools import count

import pytest
from flask import Flask
from playwright.sync_api import Locator, Page, expect

from tests.desk.at_the_desk import a_meeting
from tests.journeys.conftest import Opener
from tests.journeys.looking import PHONE, has_no_fault, is_fit_to_use
from tests.releasing.test_checking_page import hiding

_NUMBERS = count()


def a_release(app: Flask) -> str:
    """The address of a meeting in which "Hele Road" is hidden from Grandad, and Moor House too."""
    document = hiding("winston", text="Hele Road")
    document["safety"]["confidential"].append(
        {"text": "clinic at Moor House", "hide_from": ["winston"], "reason": "hers to tell"}
    )
    kept = a_meeting(app, {**document, "id": f"journey-release-{next(_NUMBERS)}"})
    return f"/meetings/{kept.id}/release"


def press(page: Page, name: str | re.Pattern[str]) -> None:
    page.get_by_role("button", name=name).first.click()


def every_near_miss_is_looked_at(grandad: Locator) -> None:
    """Each with the name of the reader typed; another name comes back as it was typed."""
    near, name = grandad.get_by_role("button"), grandad.get_by_role("textbox")
    name.first.fill("Gran")
    near.first.click()
    expect(grandad).to_contain_text("“Gran” is not whose copy this is.")
    expect(name.first).to_have_value("Gran")
    for left in range(near.count() - 1, -1, -1):
        name.first.fill("Grandad")
        near.first.click()
        expect(near).to_have_count(left)
    expect(grandad).to_contain_text("Sam Hill looked at it at")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_each_copy_is_looked_at_and_somebody_else_says_yes(
    app: Flask, open_page: Opener, *, scripts: bool
) -> None:
    release = a_release(app)
    page = open_page(release, java_script_enabled=scripts)
    expect(page.locator("main")).to_contain_text("No copy may leave yet")
    grandad = page.get_by_role("article", name="Grandad", exact=True)
    expect(grandad).to_contain_text("This is one letter away from what is hidden.")
    every_near_miss_is_looked_at(grandad)

    page.get_by_role("link", name="Use other words").first.click()
    page.get_by_label("The family's other words").fill("Mum goes where she gets help.")
    page.get_by_label("Who of the family gave them?").select_option(label="Mum")
    press(page, "Keep these words")
    expect(page.get_by_role("article", name="Grandad", exact=True)).to_contain_text(
        "Mum goes where she gets help."
    )

    page.get_by_role("link", name="The second person's yes").click()
    page.get_by_label("Looked through by").fill("Sam Hill")
    page.get_by_label("What are they here?").fill("the duty worker")
    for box in page.get_by_role("checkbox").all():
        box.check()
    press(page, "Yes, these rules are right")
    expect(page.locator("main")).to_contain_text("can't be the second person too")
    expect(page.get_by_label("What are they here?")).to_have_value("the duty worker")
    page.get_by_label("Looked through by").fill("Ms Okoro")
    press(page, "Yes, these rules are right")
    expect(page.locator("main")).to_contain_text("Nothing waits.")

    page.goto(release)
    expect(page.locator("main")).to_contain_text("Every copy may leave now")


def test_every_page_of_the_check_can_be_used_by_everybody(app: Flask, open_page: Opener) -> None:
    release = a_release(app)
    page = open_page(release)
    is_fit_to_use(page)
    way = page.get_by_role("link", name="Use other words").first.get_attribute("href")
    assert way
    for address in (way, f"{release}/rules", f"{release}/withdraw", f"{release}/later"):
        page.goto(address)
        is_fit_to_use(page)
        if page.get_by_role("button", name=re.compile("Keep|Stop|Yes")).count():
            press(page, re.compile("^(Keep|Stop|Yes)"))
            expect(page.get_by_role("alert")).to_contain_text("There is a problem")
            has_no_fault(page)


def test_somebody_takes_back_their_yes_and_somebody_sees_it_differently(
    app: Flask, open_page: Opener
) -> None:
    release = a_release(app)
    page = open_page(f"{release}/withdraw", width=PHONE)
    page.get_by_label("Who takes back their yes?").select_option(label="Mum")
    page.get_by_label("Nan", exact=True).check()
    press(page, "Stop these copies")
    expect(page.locator("main")).to_contain_text("Mum took back their yes to copies for Nan")
    is_fit_to_use(page)
    press(page, "They say yes again")
    expect(page.locator("main")).to_contain_text("They gave it again on")

    page.goto(f"{release}/later")
    mine = page.get_by_role("region", name="I see this plan differently")
    mine.get_by_label("Who says it?").select_option(label="Dad")
    mine.get_by_label("What do they say?").fill("Nobody asked me about Sundays.")
    mine.get_by_role("button").click()
    expect(page.locator("main")).to_contain_text("Nobody asked me about Sundays.")
    is_fit_to_use(page)
