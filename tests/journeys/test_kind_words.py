"""How it reads: other words with one touch, a reason for those that stay, a word beside a field."""

import re
from typing import Any

from flask import Flask
from playwright.sync_api import expect

from tests.desk.at_the_desk import a_meeting, campbell
from tests.journeys.conftest import Opener
from tests.journeys.looking import PHONE, fits, has_no_fault

PLAIN = "Her siblings come on Sunday."
HARD = "Dad has a chaotic lifestyle."


def a_record(name: str) -> dict[str, Any]:
    """The practice family's record with two lines that do not read well."""
    record = campbell()
    share = record["share"]
    worry = {**share["worries"][0], "id": "hard", "text": HARD}
    need = {**share["needs"][0], "id": "plain", "text": PLAIN}
    lines = {"worries": [*share["worries"], worry], "needs": [*share["needs"], need]}
    return {**record, "id": name, "share": {**share, **lines}}


def test_in_the_breather_words_are_taken_with_one_touch_or_stay_with_a_reason(
    app: Flask, open_page: Opener
) -> None:
    kept = a_meeting(app, a_record("kind-words"))
    page = open_page(f"/meetings/{kept.id}/breather")
    part = page.get_by_role("region", name="How it reads")
    expect(part).to_contain_text("1 place to change, or to keep with a reason.")
    has_no_fault(page)
    fits(page, PHONE)

    # Folded where much could be kinder; either way the touch is there once it is open.
    kinder = part.get_by_text("There may be a kinder or plainer way")
    take = part.get_by_role("button", name="Say “brothers and sisters”")
    expect(kinder).to_be_visible()
    if not take.is_visible():
        kinder.click()
    take.click()
    expect(page.locator("main")).to_contain_text("Now it says: “brothers and sisters”.")
    expect(take).to_have_count(0)

    part.get_by_role("link", name=re.compile("Keep it, because")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("These words stay")
    has_no_fault(page)
    fits(page, PHONE)
    page.get_by_role("button", name="Keep these words").click()
    expect(page.get_by_role("alert")).to_contain_text("The reason is missing.")
    page.get_by_label("Why do these words stay?").fill("Tiana asked us to say it so.")
    page.get_by_role("button", name="Keep these words").click()
    expect(page.locator("main")).to_contain_text("Your reason is kept with the plan.")

    page.goto(f"/meetings/{kept.id}/agree/how-it-reads")
    page.get_by_text("Kept, with the reason").click()
    expect(page.locator("main")).to_contain_text("It stays, because: Tiana asked us to say it so.")
    has_no_fault(page)
    fits(page, PHONE)


def test_beside_a_field_it_is_said_how_the_words_read_and_nothing_moves(
    app: Flask, open_page: Opener
) -> None:
    kept = a_meeting(app, {**campbell(), "id": "beside-a-field"})
    page = open_page(f"/meetings/{kept.id}/before/new/worry")
    words = page.get_by_label("The worry", exact=True)
    below = page.get_by_label("Who says it?")
    stood = below.bounding_box()
    words.fill(HARD)
    told = page.get_by_role("status").filter(has_text="chaotic lifestyle")
    expect(told).to_be_visible()
    expect(words).to_be_focused()
    assert below.bounding_box() == stood
    has_no_fault(page)
    fits(page, PHONE)

    words.fill("Dad did not come home on two nights.")
    expect(told).to_have_count(0)
    assert below.bounding_box() == stood


def test_where_an_answer_breaks_off_nothing_is_said_and_the_words_stay(
    app: Flask, open_page: Opener
) -> None:
    kept = a_meeting(app, {**campbell(), "id": "broken-off"})
    page = open_page(f"/meetings/{kept.id}/before/new/worry")
    page.route("**/how-it-reads", lambda route: route.fulfill(body='{"findings"'))
    words = page.get_by_label("The worry", exact=True)
    with page.expect_response("**/how-it-reads"):
        words.fill(HARD)
    expect(words).to_have_value(HARD)
    expect(page.locator(".app-reads-here").first).to_be_empty()


def test_a_word_of_the_family_is_written_down_and_found_no_more(
    app: Flask, open_page: Opener
) -> None:
    kept = a_meeting(app, a_record("family-words"))
    page = open_page(f"/meetings/{kept.id}/prepare")
    page.get_by_role("link", name="The family's own words for things").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The family's own words")
    has_no_fault(page)
    fits(page, PHONE)
    page.get_by_role("button", name="Add a word they use").click()
    page.get_by_label("What do they say?").fill("chaotic lifestyle")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("main")).to_contain_text("Your words are saved.")
    page.goto(f"/meetings/{kept.id}/breather")
    part = page.get_by_role("region", name="How it reads")
    expect(part).not_to_contain_text("to change, or to keep with a reason")
