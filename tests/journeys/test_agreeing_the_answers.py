"""The last stops before the family's yes, in a real browser: from the first reading to plan 2."""

import re

from flask import Flask
from playwright.sync_api import Page, expect

from facilitator.canonical import thaw
from facilitator.practice.prepared import prepared_record
from tests.desk.at_the_desk import a_meeting, campbell, ids_of
from tests.journeys.conftest import Opener
from tests.journeys.looking import PHONE, fits, is_fit_to_use


def add_a_step(page: Page, address: str, ref: str, words: str, who: str) -> None:
    """As the screen for leading does it."""
    token = page.locator("input[name=csrf_token]").first.get_attribute("value")
    fields = {"who": [who], "start": "2027-02-28", "how_often": "every night"}
    line = {"key": f"{ref}-{words}", "based_on": 0, "kind": "action", "words": words}
    answer = page.request.put(
        f"{address}/lines/{ref}",
        data={**line, "by": "", "fields": fields},
        headers={"X-CSRFToken": token or "", "Origin": page.url.split("/meetings")[0]},
    )
    assert answer.ok, answer.text()


def on(page: Page) -> None:
    """To the next stop, from a page that fits the screen."""
    fits(page)
    page.get_by_role("button", name=re.compile("^Next:")).click()


def heading(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(words)


def test_from_the_first_reading_to_the_second_version_on_a_telephone(
    open_page: Opener, app: Flask
) -> None:
    document = {**thaw(prepared_record().document), "id": "the-familys-yes"}  # type: ignore[dict-item]
    address = f"/meetings/{a_meeting(app, document).id}"
    page = open_page(f"{address}/agree/readings", width=PHONE)
    add_a_step(page, address, "a1", "Sit with Tiana at bedtime.", "grace")
    add_a_step(page, address, "a2", "Go to the clinic.", "charlene")

    _read_it_out(page)
    on(page)

    heading(page, "Names and past hurts")
    _ask_about_a_past_hurt(page)
    on(page)

    heading(page, "How it reads")
    on(page)

    heading(page, "What goes on page 1")
    _choose_page_one(page)
    on(page)

    heading(page, "Everybody's own answer")
    page.get_by_role("button", name="Ask in the round").click()
    _answer_in_the_round(page)
    page.goto(f"{address}/agree/referrer")
    _ask_the_referrer(page)
    on(page)

    heading(page, "Agree the plan")
    expect(page.locator(".plan")).to_contain_text("Sit with Tiana at bedtime.")
    fits(page)
    page.get_by_role("button", name="The family agrees this plan").click()
    expect(page).to_have_url(re.compile(r"/copies$"))

    _change_and_agree_again(page, address)
    page.goto(f"{address}/agree")
    expect(page.locator("main")).to_contain_text("Plan 2 was agreed on")


STOPS = ("readings", "names", "how-it-reads", "page-one", "answers", "referrer", "final")


def test_each_of_these_stops_can_be_read_by_everybody_on_every_screen(
    open_page: Opener, app: Flask
) -> None:
    document = {**campbell(), "id": "the-last-stops"}
    kept = a_meeting(app, document)
    ids = ids_of(app, kept)
    persons = ("names", "grace"), ("answers", "grace"), ("answers", "tiana")
    page = open_page(f"/meetings/{kept.id}/agree/answers")
    for stop in (*STOPS, *(f"{where}/{ids[ref]}" for where, ref in persons)):
        page.goto(f"/meetings/{kept.id}/agree/{stop}")
        is_fit_to_use(page)


def _read_it_out(page: Page) -> None:
    # A relative is no interpreter; in the language of the meeting she may read it out.
    page.get_by_label("To whom was it read?").select_option(label="Grandad")
    page.get_by_label("In which language?").fill("Patois")
    page.get_by_label("By whom?").select_option(label="Nan")
    page.get_by_label("At what time was it done?").fill("16.10")
    page.get_by_role("button", name="Save this reading").click()
    expect(page.get_by_role("alert")).to_contain_text("never a relative or a friend")
    page.get_by_label("In which language?").fill("English")
    page.get_by_role("button", name="Save this reading").click()
    expect(page.locator(".app-told")).to_contain_text("Read to Grandad in English by Nan at 4.10pm")


def _ask_about_a_past_hurt(page: Page) -> None:
    page.get_by_label("Which line tells of somebody's past hurt?").select_option(index=1)
    page.get_by_label("Whose hurt does it tell of?").select_option(label="Mum")
    page.get_by_role("button", name="Keep it out until they say yes").click()
    page.locator(".app-told").last.get_by_role("link", name="Mum").click()
    page.get_by_role("radio", name="Yes").first.check()
    page.get_by_label("These are Mum's own answers").check()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("main")).to_contain_text("Yes. It stands in the plan.")


def _choose_page_one(page: Page) -> None:
    clinic = page.get_by_role("group", name=re.compile("clinic"))
    clinic.get_by_label("In these words").check()
    # The page looks by itself, a moment later, and keeps nothing.
    bedtime = page.get_by_role("group", name=re.compile("bedtime"))
    bedtime.get_by_role("textbox").fill("Bedtime with Nan.")
    expect(bedtime.get_by_label("In shorter words")).to_be_checked()
    expect(page.locator("#look")).to_contain_text("Bedtime with Nan.")
    expect(page.locator("#look")).not_to_contain_text("clinic")
    page.get_by_role("button", name="Keep this page 1").click()
    expect(page.get_by_role("alert")).to_contain_text("speaks of health")
    expect(bedtime.get_by_role("textbox")).to_have_value("Bedtime with Nan.")
    clinic.get_by_label("Not on page 1").check()
    page.get_by_role("button", name="Keep this page 1").click()
    expect(page.locator("main")).to_contain_text("Page 1 is kept.")


def _answer_in_the_round(page: Page) -> None:
    heading(page, "Mum's answer")
    page.get_by_label("I'll think, by ...").check()
    page.get_by_label("In the round").check()
    page.get_by_label("In your own words").fill("I want to sleep on it.")
    page.get_by_role("button", name="Save, and ask the next person").click()
    expect(page.get_by_role("alert")).to_contain_text("The day of the answer is missing.")
    expect(page.get_by_label("In your own words")).to_have_value("I want to sleep on it.")
    page.get_by_label("Which day was it given?").fill("27 February 2027")
    page.get_by_label("by which day will you say?").fill("5 March 2027")
    page.get_by_role("button", name="Save, and ask the next person").click()
    heading(page, "Tiana: what I think of this plan")
    page.get_by_label("What Tiana thinks of this plan").fill("I still want Easter.")
    page.get_by_label("Everybody who gets the plan").check()
    page.get_by_label("Alone").check()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("main")).to_contain_text("I'll think, by Friday 5 March 2027")
    expect(page.locator("main")).to_contain_text("“I still want Easter.”")


def _ask_the_referrer(page: Page) -> None:
    page.get_by_label("No", exact=True).check()
    page.get_by_label("Which day was it given?").fill("27 February 2027")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("This is a no without a reason.")
    page.get_by_label("Yes", exact=True).check()
    page.get_by_label("Why?").fill("It is safe.")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("main")).to_contain_text("The answer is kept.")


def _change_and_agree_again(page: Page, address: str) -> None:
    page.goto(f"{address}/agree/answers")
    page.get_by_role("link", name="Mum", exact=True).click()
    expect(page.locator("main")).to_contain_text("Plan 1 is agreed already.")
    page.get_by_label("Yes", exact=True).check()
    page.get_by_label("By phone").check()
    page.get_by_label("In your own words").fill("Yes. I slept on it.")
    page.get_by_role("button", name="Save", exact=True).click()
    page.goto(f"{address}/agree/final")
    heading(page, "Agree plan 2")
    expect(page.locator("main")).to_contain_text("What is different from plan 1")
    fits(page)
    page.get_by_role("button", name="The family agrees this plan").click()
    expect(page.get_by_role("alert")).to_contain_text("It does not say what is different")
    page.get_by_label("What changed, in your words?").fill("Mum has said yes.")
    page.get_by_role("button", name="The family agrees this plan").click()
    expect(page).to_have_url(re.compile(r"/copies$"))
