"""A laptop on which the app runs, and somebody who leads there."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.journeys.leading.leading_a_meeting import Laptop, Leads, a_laptop, browsers_of_sam


@pytest.fixture
def laptop() -> Iterator[Laptop]:
    """The app on one port, which can be stopped and started again, and one meeting in it."""
    with a_laptop() as one:
        yield one


@pytest.fixture
def leads(laptop: Laptop, browser: Browser) -> Iterator[Leads]:
    """Opens the screen for leading, with Sam signed in."""
    with browsers_of_sam(browser, laptop) as one:
        yield one
