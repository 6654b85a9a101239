"""From a promise to the very line of the plan that shows it, by keyboard and on a telephone."""

import re
from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import expect

from tests.auditing.at_the_look import ADA, Desk, a_desk
from tests.journeys.conftest import Opener, served
from tests.journeys.looking import is_fit_to_use
from tests.web import cookie_of, signed_in


@pytest.fixture(scope="module")
def desk() -> Desk:
    return a_desk()


@pytest.fixture(scope="module")
def app(desk: Desk) -> Flask:
    return desk.app


@pytest.fixture(scope="module")
def site(app: Flask) -> Iterator[str]:
    with served(app) as address:
        yield address


def test_a_supervisor_goes_from_a_promise_to_the_line_that_shows_it(
    desk: Desk, open_page: Opener
) -> None:
    page = open_page("/sign-in", signed_in=False)
    name, value = cookie_of(signed_in(desk.app, ADA))
    site = page.url.split("/sign-in")[0]
    page.context.add_cookies([{"name": name, "value": value, "url": site, "sameSite": "Strict"}])
    page.goto(desk.filed())
    page.get_by_role("link", name="What the plan shows for each promise").click()
    expect(page.locator("h1")).to_have_text("What the plan shows for each promise")
    is_fit_to_use(page)

    caring = page.locator("#promise-REL-2")
    expect(caring).to_contain_text("Use language that cares, and everyone understands.")
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 844})
        caring.get_by_role("link", name=re.compile("Sis, I have got your back")).press("Enter")
        line = page.locator(".app-plan p", has=page.locator(".app-line:target"))
        expect(line).to_have_text("“Sis, I have got your back.”")
        expect(line).to_be_in_viewport()
        page.go_back()

    page.get_by_text("Who is who").click()
    expect(page.get_by_text(re.compile(r"\(child, 8\)"))).to_be_visible()
    expect(page.locator("main")).not_to_contain_text(re.compile("Tiana|Campbell|Charlene"))
