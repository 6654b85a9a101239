"""What holds for every page, whoever looks at it and with what."""

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import Opener, windows
from tests.journeys.looking import PHONE, has_no_fault, is_fit_to_use

PAGES = {
    "home": "/",
    "practice family": "/practice",
    "questions": "/questions",
    "before the day": "/practice/before-the-day",
    "account": "/account",
    "whole plan": "/practice/plan/bev?edition=standard",
    "large print": "/practice/plan/winston",
    "own part": "/practice/plan/joy",
    "child's page": "/practice/plan/tiana",
    "not found": "/nothing",
}
every_page = pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
# Each of these stands in another order there.
ON_A_TELEPHONE = ("home", "whole plan", "own part", "child's page")


@pytest.fixture(scope="module")
def opened(app: Flask, site: str, browser: Browser) -> Iterator[Opener]:
    faults: list[str] = []
    with windows(app, site, browser, faults) as opener:
        yield opener
    assert faults == []


@pytest.fixture(scope="module")
def window(opened: Opener) -> Page:
    """One window for all pages: to open it takes longer than to look at one."""
    return opened("/")


@pytest.fixture(scope="module")
def window_without_scripts(opened: Opener) -> Page:
    return opened("/", java_script_enabled=False)


@every_page
def test_a_page_can_be_used_by_everybody_and_is_never_wider_than_the_screen(
    address: str, window: Page
) -> None:
    window.goto(address)
    is_fit_to_use(window)


@pytest.mark.parametrize("which", ON_A_TELEPHONE)
def test_a_page_has_no_accessibility_fault_on_a_telephone(which: str, window: Page) -> None:
    before = window.viewport_size
    window.set_viewport_size({"width": PHONE, "height": 844})
    window.goto(PAGES[which])
    has_no_fault(window)
    window.set_viewport_size(before or {"width": 1280, "height": 900})


# What a person with a keyboard sees change: the ring, the ground or the shadow.
LOOK = """one => { const look = getComputedStyle(one);
    return [look.outlineStyle, look.outlineWidth, look.backgroundColor, look.boxShadow].join() }"""


THINGS = "'a[href], button, summary, input:not([type=hidden]), textarea'"
# Takes one step of the keyboard at a time: which thing has it, how it looks, how high it is.
HERE = """() => { const here = document.activeElement;
    const things = [...document.querySelectorAll(THINGS)];
    return [things.indexOf(here), LOOK(here), here.getBoundingClientRect().height]; }"""
QUIET = """() => [...document.querySelectorAll(THINGS)]
    .map(one => LOOK(one))"""


def with_look(script: str) -> str:
    return script.replace("LOOK", f"({LOOK})").replace("THINGS", THINGS)


@every_page
def test_a_keyboard_reaches_everything_in_order_and_always_sees_where_it_is(
    address: str, window: Page
) -> None:
    window.goto(address)
    for number, quiet in enumerate(window.evaluate(with_look(QUIET))):
        window.keyboard.press("Tab")
        reached, look, height = window.evaluate(with_look(HERE))
        assert reached == number
        assert look != quiet
        assert height >= 24


def test_the_first_step_of_a_keyboard_is_past_the_header(open_page: Opener) -> None:
    page = open_page("/")
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_have_text("Skip to main content")
    box = skip.bounding_box()
    assert box
    assert box["y"] >= 0
    assert box["height"] > 20
    page.keyboard.press("Enter")
    expect(page.locator("#main-content")).to_be_focused()


@every_page
def test_a_page_says_everything_without_a_script(
    address: str, window: Page, window_without_scripts: Page
) -> None:
    window.goto(address)
    window_without_scripts.goto(address)
    assert window_without_scripts.inner_text("body") == window.inner_text("body")
    body = window_without_scripts.locator("body")
    expect(body).to_have_class("govuk-template__body")


def test_the_letters_are_our_own(open_page: Opener) -> None:
    page = open_page("/")
    assert page.evaluate(
        "getComputedStyle(document.querySelector('main p')).fontFamily"
    ).startswith('"Atkinson Hyperlegible Next"')
    loaded = page.evaluate(
        "document.fonts.ready.then(all => [...all].filter(one => one.status == 'loaded').length)"
    )
    assert loaded >= 2  # plain and bold


def test_a_script_wakes_the_components(open_page: Opener) -> None:
    page = open_page("/")
    assert "govuk-frontend-supported" in page.evaluate("document.body.className")
