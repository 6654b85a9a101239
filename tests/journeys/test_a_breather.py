"""In a breather the facilitator looks alone at where the meeting stands, and mends a line."""

import re

from flask import Flask
from playwright.sync_api import expect

from tests.desk.at_the_desk import a_meeting, campbell
from tests.journeys.conftest import Opener
from tests.journeys.looking import is_fit_to_use
from tests.journeys.on_the_disk import is_on_the_disk


def test_a_line_is_found_in_the_breather_mended_and_its_wordings_are_told(
    app: Flask, open_page: Opener
) -> None:
    record = campbell()
    steps = [{**one, "start": None, "due": None} for one in record["plan"]["actions"]]
    plan = {**record["plan"], "actions": steps}
    kept = a_meeting(app, {**record, "id": "breather", "plan": plan})
    page = open_page(f"/meetings/{kept.id}/breather")
    expect(page.locator("main")).to_contain_text("For your eyes. Turn the screen away.")
    is_fit_to_use(page)

    page.get_by_text("Show them").click()
    page.get_by_role("link", name=re.compile("^Mend.*Go to the clinic")).click()
    is_fit_to_use(page)
    page.get_by_label("What they said").fill("Go to the clinic at Moor House with Bev.")
    page.get_by_label("What day will it start?").fill("2027-03-02")
    page.get_by_role("button", name="Keep this").last.click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Breather")
    expect(page.locator("main")).to_contain_text("The line was mended.")
    expect(page.locator("main")).not_to_contain_text("Go to the clinic at Moor House with Bev.")
    page.goto(f"/meetings/{kept.id}/lines/a2/mend")
    expect(page.locator(".app-past")).to_contain_text("The words changed.")
    expect(page.locator(".app-past")).to_contain_text("Go to the clinic at Moor House.")


def test_a_line_is_mended_and_moved_without_any_script(app: Flask, open_page: Opener) -> None:
    kept = a_meeting(app, {**campbell(), "id": "no-script"})
    page = open_page(f"/meetings/{kept.id}/lines/w3/mend", java_script_enabled=False)
    page.get_by_label("What is it?").select_option("Need")
    page.get_by_label("What they said").fill("Tiana needs to sleep.")
    page.get_by_role("button", name="Show what belongs to it").click()
    expect(page.get_by_role("alert")).to_contain_text("This moves to “Need”. The words stay.")
    expect(page.get_by_label("What they said")).to_have_value("Tiana needs to sleep.")
    page.get_by_role("button", name="Keep this").last.click()
    expect(page.locator("main")).to_contain_text("The line was mended.")


def test_words_typed_into_a_mended_line_are_there_again_after_a_crash(
    app: Flask, open_page: Opener
) -> None:
    kept = a_meeting(app, {**campbell(), "id": "crashed"})
    page = open_page(f"/meetings/{kept.id}/lines/s1/mend")
    page.get_by_label("What they said").press("Control+End")
    page.keyboard.type(" And she meant it.")
    is_on_the_disk(page, "And she meant it.")
    page.reload()
    expect(page.get_by_text("It is not saved yet.")).to_be_visible()
    expect(page.get_by_label("What they said")).to_have_value(
        "Charlene asked for help herself. She rang Nan at 2am on 4 January, not a bottle."
        " And she meant it."
    )


def test_words_that_come_back_over_a_newer_wording_are_shown_beside_it(
    app: Flask, open_page: Opener
) -> None:
    kept = a_meeting(app, {**campbell(), "id": "crashed-late"})
    way = f"/meetings/{kept.id}/lines/s2/mend"
    page, other = open_page(way), open_page(way)
    page.get_by_label("What they said").fill("Ours.")
    other.get_by_label("What they said").fill("Theirs.")
    other.get_by_role("button", name="Keep this").last.click()
    expect(other.get_by_text("The line was mended.")).to_be_visible()
    is_on_the_disk(page, "Ours.")

    page.reload()
    expect(page.get_by_label("What they said")).to_have_value("Ours.")
    page.get_by_role("button", name="Keep this").last.click()
    expect(page.get_by_role("alert")).to_contain_text(
        "This line was changed while you were writing"
    )
    expect(page.get_by_role("alert")).to_contain_text("Theirs.")
    is_fit_to_use(page)
    page.get_by_role("button", name="Keep both, as two lines").click()
    expect(page.get_by_text("Both lines are kept.")).to_be_visible()
