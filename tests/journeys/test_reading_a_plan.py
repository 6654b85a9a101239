"""A facilitator shows a colleague the practice family."""

from io import BytesIO

from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.journeys.conftest import Opener
from tests.journeys.looking import looked_at, source


class Facilitator:
    """What somebody at the laptop does."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def reads_the_copy_of(self, name: str) -> None:
        self.page.get_by_role("link", name=f"Read {name}'s copy").click()

    def goes_back_to_all_copies(self) -> None:
        self.page.get_by_role("link", name="All copies").click()

    def sees_the_words(self, *words: str) -> None:
        for one in words:
            expect(self.page.locator("main")).to_contain_text(one)

    def sees_nowhere(self, *words: str) -> None:
        html = source(self.page)
        for one in words:
            assert one not in html


def test_two_people_hold_two_copies_and_one_of_them_lacks_what_is_private(
    open_page: Opener,
) -> None:
    facilitator = Facilitator(open_page("/practice"))
    facilitator.reads_the_copy_of("Mum")
    facilitator.sees_the_words("Holding hands till Mum is home", "Moor House")
    facilitator.goes_back_to_all_copies()
    facilitator.reads_the_copy_of("Pastor Joy")
    facilitator.sees_the_words("Holding hands till Mum is home", "hearing visits")
    facilitator.sees_nowhere("Moor House", "AUDIT-C")


def test_a_reader_with_weak_sight_chooses_large_print(open_page: Opener) -> None:
    page = open_page("/practice/plan/bev")
    size = "() => parseFloat(getComputedStyle(document.querySelector('.plan')).fontSize)"
    usual = looked_at(page, size)
    page.get_by_role("link", name="Large print").click()
    expect(page.get_by_role("link", name="Large print")).to_have_attribute("aria-current", "page")
    assert looked_at(page, size) >= max(24, usual + 1)  # 24 pixels are 18 points.
    expect(page.get_by_role("button", name="Print this copy (PDF)")).to_have_attribute(
        "href", "/practice/plan/bev.pdf?edition=large_print"
    )


def test_a_copy_that_the_browser_prints_is_the_plan_alone_and_still_says_practice(
    open_page: Opener,
) -> None:
    page = open_page("/practice/plan/bev")
    page.emulate_media(media="print")
    for part in ("All copies", "Print this copy (PDF)", "Skip to main content", "The questions"):
        expect(page.get_by_text(part, exact=True)).to_be_hidden()
    expect(page.locator("article").get_by_text("PRACTICE").first).to_be_visible()
    expect(page.locator("h1")).to_be_visible()


def test_a_browser_prints_page_one_on_one_side_and_says_practice_on_each(
    open_page: Opener,
) -> None:
    paper = open_page("/practice/plan/bev").pdf(prefer_css_page_size=True)
    pages = [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(paper)).pages]
    assert "Holding hands till Mum is home" in pages[0]
    assert "Keep the other pages somewhere private." in pages[0]
    assert "In our own words" in pages[1]
    for page in pages:
        assert "PRACTICE. This family is made up." in page


def test_a_question_opens_to_show_what_it_is_for(open_page: Opener) -> None:
    page = open_page("/questions")
    first = page.locator("details").first
    expect(first.get_by_text("We will:").first).to_be_hidden()
    first.locator("summary").press("Enter")
    expect(first.get_by_text("We will:").first).to_be_visible()
