"""What holds for every page, whoever looks at it and with what."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.journeys.conftest import Opener

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

# A laptop; the same at 200 % zoom; a telephone; the narrowest that people must be able to read.
WIDTHS = (1280, 640, 390, 320)


def accessibility_faults(page: Page) -> list[str]:
    return [
        f"{one['id']}: {node['html'][:120]}"
        for one in Axe().run(page).response["violations"]
        for node in one["nodes"]
    ]


@every_page
def test_a_page_has_no_accessibility_fault_on_a_laptop_or_a_telephone(
    address: str, open_page: Opener
) -> None:
    page = open_page(address)
    assert accessibility_faults(page) == []
    page.set_viewport_size({"width": 390, "height": 844})
    assert accessibility_faults(page) == []


@every_page
def test_a_page_is_never_wider_than_the_screen(address: str, open_page: Opener) -> None:
    page = open_page(address)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, page.evaluate(WIDEST)


WIDEST = """() => [...document.querySelectorAll('main *')]
    .filter(one => one.getBoundingClientRect().right > innerWidth)
    .map(one => one.outerHTML.slice(0, 120)).slice(-3)"""

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
    address: str, open_page: Opener
) -> None:
    page = open_page(address)
    for number, quiet in enumerate(page.evaluate(with_look(QUIET))):
        page.keyboard.press("Tab")
        reached, look, height = page.evaluate(with_look(HERE))
        assert reached == number
        assert look != quiet
        assert height >= 24


def test_the_first_step_of_a_keyboard_is_past_the_header(open_page: Opener) -> None:
    page = open_page("/")
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.inner_text() == "Skip to main content"
    box = skip.bounding_box()
    assert box
    assert box["y"] >= 0
    assert box["height"] > 20
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main-content"


@every_page
def test_a_page_says_everything_without_a_script(address: str, open_page: Opener) -> None:
    with_script = open_page(address).inner_text("body")
    without = open_page(address, java_script_enabled=False)
    assert without.inner_text("body") == with_script
    assert without.evaluate("document.body.className") == "govuk-template__body"


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
