"""A supervisor looks at many plans at once: a quarter on screen, by keyboard, on paper, in grey."""

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from tests.journeys.conftest import PAPER_TAKES, Opener, served
from tests.journeys.looking import PHONE, fits, is_fit_to_use, looked_at
from tests.quarterly.team import ADA, HERE, Place, a_busy_place
from tests.web import cookie_of

CRITERIA, TRENDS, MAPS = 20, 2, 1
# Letters in a drawing shrink with it: the smallest that anybody must read, in pixels.
SMALLEST = 11
_LETTERS = """one => Math.min(...[...one.querySelectorAll('svg[role=img]')].map(one =>
    13 * one.getBoundingClientRect().width / one.viewBox.baseVal.width))"""


@pytest.fixture(scope="module")
def place() -> Place:
    return a_busy_place()


@pytest.fixture(scope="module")
def app(place: Place) -> Flask:
    return place.app


@pytest.fixture(scope="module")
def site(app: Flask) -> Iterator[str]:
    with served(app) as address:
        yield address


@pytest.fixture
def ada(place: Place, site: str, open_page: Opener) -> Page:
    """The supervisor, before the quarter that ends in March."""
    page = open_page("/sign-in", signed_in=False)
    name, value = cookie_of(place.browser_of(ADA))
    page.context.add_cookies([{"name": name, "value": value, "url": site, "sameSite": "Strict"}])
    page.goto(f"/quarter?{HERE}")
    return page


def presses(page: Page, name: str) -> None:
    """By keyboard alone."""
    page.get_by_role("button", name=name, exact=True).press("Enter")


def looks_at_the_drawings(page: Page) -> None:
    """Each has its name, letters that can be read on a telephone, and its numbers beneath it."""
    expect(page.get_by_role("img")).to_have_count(CRITERIA + TRENDS + MAPS)
    expect(page.get_by_role("img", name="Each child's voice", exact=True)).to_be_visible()
    page.set_viewport_size({"width": PHONE, "height": 900})
    assert looked_at(page, _LETTERS) >= SMALLEST
    summaries = page.locator("summary").all()
    for summary in (summaries[0], *summaries[-3:]):
        summary.press("Enter")
    expect(page.get_by_role("table")).to_have_count(1 + TRENDS + MAPS)
    fits(page, PHONE)
    page.set_viewport_size({"width": 1280, "height": 900})


def marks_a_change(page: Page) -> None:
    page.get_by_role("link", name="Mark a change").press("Enter")
    is_fit_to_use(page)
    presses(page, "Mark this change")
    expect(page.locator("main")).to_contain_text("What changed is missing.")
    page.get_by_label("From which day?").fill("2 November 2026")
    page.get_by_label("What changed?").fill("Two people read each plan.")
    presses(page, "Mark this change")
    expect(page.locator("main")).to_contain_text("The change is marked.")
    expect(page.locator("#over-time li").filter(has_text="Two people")).to_have_count(TRENDS)


def writes_down_what_changed(page: Page) -> None:
    page.get_by_role("link", name="Write them").press("Enter")
    is_fit_to_use(page)
    page.get_by_label("What changed for children").fill("Their page is theirs to keep.")
    presses(page, "Save these words")
    expect(page.locator("#words")).to_contain_text("Their page is theirs to keep.")


def prints(page: Page) -> None:
    """From the browser, where nothing but words and drawings is left; and the one page."""
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="Show these")).to_be_hidden()
    expect(page.get_by_role("link", name="Mark a change")).to_be_hidden()
    expect(page.get_by_role("img").first).to_be_visible()
    page.emulate_media(media="screen")
    way = page.get_by_role("link", name="One page to print (PDF)").get_attribute("href")
    paper = page.request.get(way or "", timeout=PAPER_TAKES)
    assert paper.headers["content-type"] == "application/pdf"
    assert paper.body().startswith(b"%PDF")


def test_many_plans_are_looked_at_a_change_is_marked_and_one_page_is_printed(ada: Page) -> None:
    expect(ada.locator("#counts")).to_contain_text("This quarter: 18 plans count")
    is_fit_to_use(ada)
    looks_at_the_drawings(ada)
    marks_a_change(ada)
    writes_down_what_changed(ada)
    prints(ada)
