"""A supervisor's day: a plan was opened by a colleague, a step is late, and Today says it all."""

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, cast

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from facilitator.accounts.user import User
from tests.break_glass.opened_plans import ADA, KIT, Service, a_service
from tests.journeys.conftest import Opener, served
from tests.journeys.looking import fits, has_no_fault, is_fit_to_use, source
from tests.supervising.a_days_work import Day, ago, lines
from tests.web import cookie_of, signed_in

if TYPE_CHECKING:
    from playwright._impl._api_structures import SetCookieParam

WHY = "Nan rang in tears, and Sam is ill today."
TOLD = "Kit rang Nan. The form is on its way."


@pytest.fixture(scope="module")
def service() -> Service:
    """Sam's family has its plan; another one waits for the service in every way."""
    service = a_service()
    day = Day(service.app)
    kept = day.a_family(*lines(), title="Ten toes")
    day.act_today(kept)
    day.look(kept)
    answered = day.a_family(title="Blue door")
    day.reply(day.look(answered))
    day.look(day.a_family(*lines(asked=ago(1)), title="The long table"))
    return service


@pytest.fixture(scope="module")
def app(service: Service) -> Flask:
    return service.app


@pytest.fixture(scope="module")
def site(app: Flask) -> Iterator[str]:
    with served(app) as address:
        yield address


def as_somebody(page: Page, app: Flask, user: User) -> Page:
    """The same window, with that user signed in."""
    name, value = cookie_of(signed_in(app, user))
    site = page.url.split("/", 3)
    kept = {"name": name, "value": value, "url": "/".join(site[:3]), "sameSite": "Strict"}
    page.context.clear_cookies()
    page.context.add_cookies([cast("SetCookieParam", kept)])
    return page


def reads(page: Page, *words: str) -> None:
    for one in words:
        expect(page.locator("main")).to_contain_text(one)


def test_a_colleague_opens_a_plan_and_the_supervisor_looks_at_why(
    service: Service, open_page: Opener
) -> None:
    page = as_somebody(open_page("/", width=390), service.app, KIT)
    page.goto("/")
    page.get_by_role("link", name="Open a plan that is not yours").click()
    is_fit_to_use(page)
    page.get_by_role("button", name="Open this plan for an hour").click()
    reads(page, "The code is missing.")
    has_no_fault(page)
    page.get_by_label("The plan's code").fill(service.code.lower().replace("-", " "))
    page.get_by_label("Why do you need to open it?").fill(WHY)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    reads(page, "This plan is open to you until", "Before you say a word of it", WHY)
    reads(page, "Sit with Tiana at bedtime")
    has_no_fault(page)
    fits(page, 1280, 390, 320)
    page.emulate_media(media="print")
    expect(page.locator(".app-sheet")).to_be_hidden()
    page.emulate_media(media="screen")

    as_somebody(page, service.app, ADA).goto("/")  # Home is Today.
    expect(page.get_by_role("heading", level=1)).to_have_text("Today")
    is_fit_to_use(page)
    page.get_by_role("button", name="Look at why “Holding hands till Mum is home”").press("Enter")
    reads(page, "Kit Reed opened a plan", WHY)
    is_fit_to_use(page)
    page.get_by_role("button", name="I have looked at this").click()
    reads(page, "You have looked at it.")
    expect(page.get_by_text("Somebody opened this family's plan")).to_have_count(0)
    (opening,) = service.openings()
    assert opening.seen_by == ADA.id
    assert opening.until - opening.at == timedelta(hours=1)


def test_one_of_each_waits_and_what_was_told_to_the_family_takes_it_off(
    service: Service, open_page: Opener
) -> None:
    page = as_somebody(open_page("/"), service.app, ADA)
    page.goto("/today")
    for heading in (
        *("Act today", "Waiting for you", "Answers that families wait for"),
        *("Our own steps that are late", "Families who meet again soon", "Feedback to answer"),
    ):
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
    has_no_fault(page)
    assert "Priya" not in source(page)
    button = page.get_by_role("button", name="Say what was done “Ten toes”")
    button.focus()
    page.keyboard.press("Enter")
    reads(page, "A step of the referrer was due.", "The names in these words are made up.")
    is_fit_to_use(page)
    page.get_by_role("button", name="Keep this").click()
    reads(page, "It does not say what was told to the family.")
    page.get_by_label("What was told to the family?").fill(TOLD)
    page.get_by_role("button", name="Keep this").click()
    reads(page, "It has left the list.")
    expect(page.get_by_role("button", name="Say what was done “Ten toes”")).to_have_count(0)
    page.get_by_role("link", name="more under “Answers that families wait for”").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Answers that families wait for")
    is_fit_to_use(page)
