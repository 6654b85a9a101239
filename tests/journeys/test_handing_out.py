"""The end of the day: everybody's copy is printed, handed over, and found again in the register."""

from collections.abc import Iterator
from io import BytesIO

import pytest
from flask import Flask
from playwright.sync_api import Page, Response, expect
from pypdf import PdfReader

from facilitator.paper import ready
from tests.journeys.conftest import PAPER_TAKES, Opener, served
from tests.journeys.looking import is_fit_to_use, source
from tests.releasing.handing_over_day import Day, a_day

SECONDS = 300
ROUTE = "in a blue folder, through my friend Bo"


@pytest.fixture(scope="module")
def day() -> Day:
    """The Campbell family has agreed its plan, and a second person has looked through the rules."""
    return a_day()


@pytest.fixture(scope="module")
def app(day: Day) -> Flask:
    return day.app


@pytest.fixture(scope="module")
def site(app: Flask) -> Iterator[str]:
    with served(app) as address:
        yield address


class Sam:
    """The facilitator, with a printer in the next room and a family that wants to go home."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def presses(self, name: str) -> None:
        self.page.get_by_role("button", name=name).click()

    def prints(self, name: str) -> bytes:
        """What comes out of the printer."""
        with self.page.expect_response(is_paper, timeout=PAPER_TAKES) as answered:
            self.presses(name)
        answer = self.page.request.get(answered.value.url, timeout=PAPER_TAKES)
        assert answer.headers["content-type"] == "application/pdf"
        return answer.body()

    def reads(self, *words: str) -> None:
        for one in words:
            expect(self.page.locator("main")).to_contain_text(one)

    def finds_the_page_fit_to_use(self) -> None:
        is_fit_to_use(self.page)


def is_paper(answer: Response) -> bool:
    return answer.url.split("?")[0].endswith(".pdf")


def without_the_browsers_own_viewer(faults: list[str]) -> list[str]:
    """Chromium shows a PDF with a viewer that it loads from itself, and asks for an icon of it."""
    own = ("A request left this computer: chrome", "Failed to load resource: the server responded")
    return [one for one in faults if not one.startswith(own)]


@pytest.mark.usefixtures("press")
def test_everybody_who_is_here_goes_home_with_their_own_copy(
    day: Day, open_page: Opener, faults: list[str]
) -> None:
    sam = Sam(open_page(f"{day.address}/copies"))
    sam.finds_the_page_fit_to_use()
    assert ready.wait(SECONDS)  # People talk for a while; the papers are made meanwhile.
    paper = sam.prints("Print everything that may go out (10 copies)")
    pages = [page.extract_text() for page in PdfReader(BytesIO(paper)).pages]
    slips = [" ".join(one.split()) for one in pages if "This copy is for" in one[:60]]
    assert next(one for one in slips if "Take this slip off first" in one).startswith(
        "This copy is for Mum"
    )
    sam.page.goto(f"{day.address}/register")
    sam.reads("Megan", "By hand, today at", "by Sam Hill.")
    sam.finds_the_page_fit_to_use()
    sam.page.goto(f"{day.address}/copies")
    sam.reads("Everybody who is here has their copy.", "Handed over")
    faults[:] = without_the_browsers_own_viewer(faults)


def test_whoever_was_on_the_telephone_is_asked_for_a_safe_route_each_time(
    day: Day, open_page: Opener
) -> None:
    sam = Sam(open_page(f"{day.address}/copies"))
    sam.page.get_by_role("link", name="Hand over by a safe route").click()
    sam.finds_the_page_fit_to_use()
    sam.page.get_by_label("By which safe route?").fill(ROUTE)
    sam.presses("Write it down, and hand it over")
    sam.reads("The route has not been asked about today.")
    expect(sam.page.get_by_label("By which safe route?")).to_have_value(ROUTE)
    sam.page.get_by_label("I asked Dad today").check()
    sam.page.get_by_label("Plain text").check()
    sam.presses("Write it down, and hand it over")
    sam.reads("Dad's copy as text", ROUTE)
    sam.finds_the_page_fit_to_use()
    words = sam.page.get_by_label("The words of Dad's copy").input_value()
    assert words.startswith("Our family plan. This copy is for Dad.\nPlan 1, ")
    assert ROUTE not in words


def test_where_there_is_no_printer_page_one_is_shown_for_a_photo(
    day: Day, open_page: Opener
) -> None:
    sam = Sam(open_page(f"{day.address}/copies", width=390))
    sam.page.get_by_role("link", name="No printer?").click()
    sam.finds_the_page_fit_to_use()
    sam.presses("Show page 1")
    sam.reads("Nobody is ticked.")
    sam.page.get_by_label("Nan").check()
    sam.presses("Show page 1")
    sam.reads("Nan: take your photo now.", "Sit with Tiana at bedtime.", "Code ")
    sam.finds_the_page_fit_to_use()
    for private in ("Moor House", "drink", "could not wake"):
        assert private not in source(sam.page)


def test_reading_a_copy_prints_nothing_but_where_paper_comes_from(
    day: Day, open_page: Opener
) -> None:
    page = open_page(f"{day.address}/copies/{day.ids['grace']}")
    page.emulate_media(media="print")
    expect(page.locator(".app-sheet")).to_be_hidden()
    expect(page.locator(".app-only-on-paper")).to_be_visible()
