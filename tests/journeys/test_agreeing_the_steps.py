"""The draft is walked through in the hall: read aloud, changed by a touch, with one hand."""

import re

from flask import Flask
from playwright.sync_api import expect

from tests.desk.at_the_desk import a_meeting, campbell
from tests.journeys.conftest import Opener
from tests.journeys.looking import is_fit_to_use
from tests.journeys.on_the_disk import is_on_the_disk


def test_a_step_is_read_aloud_changed_and_kept_as_theirs(app: Flask, open_page: Opener) -> None:
    kept = a_meeting(app, {**campbell(), "id": "agree-steps"})
    page = open_page(f"/meetings/{kept.id}/lead")
    page.get_by_role("link", name="Agree the plan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Agree the plan")
    is_fit_to_use(page)
    page.get_by_role("link", name="The steps, one by one").click()
    is_fit_to_use(page)

    page.get_by_role("link", name=re.compile("^Nan will sit with Tiana")).click()
    expect(page.locator("#aloud")).to_have_css("font-size", "32px")
    is_fit_to_use(page)
    page.get_by_role("button", name="Nan", exact=True).click()
    expect(page.get_by_role("button", name="Nan", pressed=True)).to_be_visible()

    page.get_by_role("link", name="every night at 7.45pm").click()
    is_fit_to_use(page)
    page.get_by_label("How often?").fill("every night at 8pm")
    page.get_by_role("button", name="Keep this").click()
    expect(page.locator("#aloud")).to_contain_text("every night at 8pm")
    expect(page.locator("main")).to_contain_text("It was changed since Nan said so. Read it again.")
    page.get_by_role("button", name="Nan", exact=True).click()
    expect(page.get_by_role("button", name="Nan", pressed=True)).to_be_visible()


def test_the_arrow_keys_lead_on_and_back_but_not_out_of_a_box(
    app: Flask, open_page: Opener
) -> None:
    kept = a_meeting(app, {**campbell(), "id": "agree-arrows"})
    page = open_page(f"/meetings/{kept.id}/agree/steps/a1")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("heading", level=1)).to_have_text("Step 2 of 11")
    page.wait_for_load_state("load")  # A key before the page hears it goes nowhere.
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_role("heading", level=1)).to_have_text("Step 1 of 11")
    page.goto(f"/meetings/{kept.id}/agree/week")
    page.get_by_label("How often?").fill("every day")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_role("heading", level=1)).to_have_text("A normal Tuesday")


def test_every_stop_fits_a_telephone_and_has_no_fault(app: Flask, open_page: Opener) -> None:
    kept = a_meeting(app, {**campbell(), "id": "agree-stops"})
    page = open_page(f"/meetings/{kept.id}/agree/week")
    is_fit_to_use(page)
    for stop in ("bad-day", "worries", "worries/w1", "needs", "help", "differences", "keeper"):
        page.goto(f"/meetings/{kept.id}/agree/{stop}")
        is_fit_to_use(page)
    for form in (
        "meet-again",
        "new/disagreement",
        "new/unknown?stop=worries&about=w1",
        "leave-out/a5",
    ):
        page.goto(f"/meetings/{kept.id}/agree/{form}")
        is_fit_to_use(page)


def test_the_whole_of_it_works_without_any_script(app: Flask, open_page: Opener) -> None:
    kept = a_meeting(app, {**campbell(), "id": "agree-plain"})
    page = open_page(f"/meetings/{kept.id}/agree/worries/w1", java_script_enabled=False)
    page.get_by_role("button", name=re.compile("Go to the clinic|go to the clinic")).click()
    expect(page.get_by_role("button", pressed=True)).to_have_count(2)
    page.get_by_role("button", name="Write who comes back, and when").click()
    page.get_by_label("What is still to sort out?").fill("Who watches at night?")
    page.get_by_label("Who comes back to us?").select_option("Farah")
    page.get_by_label("By when?").fill("5/3/2027")
    page.get_by_role("button", name="Keep this").click()
    expect(page.locator("main")).to_contain_text("Farah comes back to us by Friday 5 March.")
    page.goto(f"/meetings/{kept.id}/agree/needs")
    page.get_by_text("Grandad", exact=False).first.click()
    page.locator("details[open] textarea").fill("Leon read it all to him.")
    page.get_by_role("button", name="Keep what we did for Grandad").click()
    expect(page.locator("main")).to_contain_text("What we did for Grandad is saved.")


def test_words_typed_into_the_walk_are_there_again_after_a_crash_and_gone_once_saved(
    app: Flask, open_page: Opener
) -> None:
    kept = a_meeting(app, {**campbell(), "id": "agree-crash"})
    week = f"/meetings/{kept.id}/agree/week"
    page = open_page(week)
    page.get_by_label("What will they do?").fill("Lay the clothes out")
    is_on_the_disk(page, "Lay the clothes out")
    page.reload()
    expect(page.get_by_text("It is not saved yet.")).to_be_visible()
    expect(page.get_by_label("What will they do?")).to_have_value("Lay the clothes out")
    page.get_by_label("What day will it start?").fill("soon")
    page.get_by_role("button", name="Keep this step").click()
    expect(page.locator("main")).to_contain_text("is not a day")
    page.get_by_label("What day will it start?").fill("1/3/2027")
    page.get_by_role("button", name="Keep this").click()
    expect(page.locator("main")).to_contain_text("lay the clothes out")
    page.goto(week)
    expect(page.get_by_label("What will they do?")).to_have_value("")
    expect(page.get_by_text("It is not saved yet.")).to_have_count(0)
