"""The looks that every journey takes find what they are for: they would be quiet otherwise too."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.journeys.conftest import Opener
from tests.journeys.looking import PHONE, WIDTHS, fits, has_no_fault, looked_at, source
from tests.journeys.on_the_disk import is_off_the_disk, is_on_the_disk

WIDE = "<main><h1>Wide</h1><p style='width: 700px'>as a page on a desk</p></main>"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of nobody's."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    yield page
    page.close()


def test_what_is_too_wide_for_a_telephone_is_found_and_the_screen_is_as_before(page: Page) -> None:
    page.set_content(WIDE)
    fits(page)
    fits(page, 1280)
    with pytest.raises(AssertionError, match="as a page on a desk"):
        fits(page, PHONE)
    page.set_viewport_size({"width": PHONE, "height": 844})
    with pytest.raises(AssertionError, match="as a page on a desk"):
        fits(page)
    page.set_content("<main><h1>Narrow</h1></main>")
    fits(page, *WIDTHS)
    assert page.viewport_size == {"width": PHONE, "height": 844}


def test_a_picture_that_says_nothing_to_the_blind_is_found(page: Page) -> None:
    page.set_content("<main><h1>Picture</h1><img src='data:,'></main>")
    with pytest.raises(AssertionError, match="image-alt"):
        has_no_fault(page)


def test_a_page_that_moves_on_under_the_look_is_looked_at_again(open_page: Opener) -> None:
    page = open_page("/questions")
    home = open_page("/").title()
    moved = looked_at(
        page,
        """() => document.title.startsWith("The questions")
            ? new Promise(() => location.assign("/"))
            : document.title""",
    )
    assert moved == home
    assert home in source(page)


def test_words_are_on_the_disk_once_they_are_typed_and_not_before(open_page: Opener) -> None:
    page = open_page("/meetings/new")
    is_off_the_disk(page, "The Marsh family")
    page.get_by_label("What does the family like to be called?").fill("The Marsh family")
    is_on_the_disk(page, "The Marsh family")
    is_off_the_disk(page, "The Fen family")
