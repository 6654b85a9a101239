"""One meeting on two screens: both texts are there to be seen, and nothing is overwritten."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.reliability.chromium import leads
from tests.reliability.client import Client
from tests.reliability.laptop import Laptop

SAVED = "All words saved"


class Facilitator:
    """What somebody does at one of the screens."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def hears(self, words: str) -> None:
        box = self.page.locator("#line-words")
        box.fill(words)
        for key in ("Enter", "1", "h"):
            self.page.keyboard.press(key)
        self.has_saved()

    def mends_the_last_line(self, words: str) -> None:
        self.takes_up_the_last_line()
        self.writes_instead(words)

    def takes_up_the_last_line(self) -> None:
        box = self.page.locator("#line-words")
        box.focus()
        box.press("ArrowUp")
        expect(box).not_to_have_value("")

    def writes_instead(self, words: str) -> None:
        box = self.page.locator("#line-words")
        box.fill(words)
        box.press("Enter")

    def has_saved(self) -> None:
        expect(self.page.locator("#save-status")).to_have_text(SAVED)

    def comes_back(self) -> None:
        self.page.reload()
        expect(self.page.locator("#lead.is-awake")).to_be_visible()
        self.has_saved()

    def sees(self, *lines: str) -> None:
        for words in lines:
            expect(self.page.locator("#lines").get_by_text(words, exact=True)).to_be_visible()

    def does_not_see(self, words: str) -> None:
        expect(self.page.locator("#lines").get_by_text(words, exact=True)).to_have_count(0)


@pytest.fixture
def two(laptop: Laptop, client: Client, browser: Browser) -> Iterator[list[Facilitator]]:
    """Two browsers that know nothing of each other."""
    contexts = [browser.new_context() for _ in range(2)]
    faults: list[str] = []
    pages = [leads(context, laptop, client) for context in contexts]
    for page in pages:
        expect(page.locator("#lead.is-awake")).to_be_visible()
        page.on("pageerror", lambda error: faults.append(str(error)))
    yield [Facilitator(page) for page in pages]
    for context in contexts:
        context.close()
    assert faults == []


def test_two_who_mend_one_line_see_both_texts(
    two: list[Facilitator], laptop: Laptop, client: Client
) -> None:
    first, second = two
    first.hears("Nan cooks.")
    second.comes_back()
    second.sees("Nan cooks.")

    first.mends_the_last_line("Nan cooks on Tuesdays.")
    first.has_saved()
    second.mends_the_last_line("Nan cooks with Ellie.")
    expect(second.page.get_by_text("Both were kept").first).to_be_visible()
    second.has_saved()

    for one in two:
        one.comes_back()
        one.sees("Nan cooks on Tuesdays.", "Nan cooks with Ellie.")
        one.does_not_see("Nan cooks.")
    assert {line["words"] for line in client.standing().values()} == {
        "Nan cooks on Tuesdays.",
        "Nan cooks with Ellie.",
    }
    # The wording that both of them changed is kept too.
    assert "Nan cooks." in {line.words for line in laptop.lines().values()}


def test_what_each_of_two_hears_stands_on_both_screens(
    two: list[Facilitator], client: Client
) -> None:
    first, second = two
    first.hears("Nan cooks.")
    second.hears("Ellie sings.")
    for one in two:
        one.comes_back()
        one.sees("Nan cooks.", "Ellie sings.")
    assert [line["words"] for line in client.standing().values()] == ["Nan cooks.", "Ellie sings."]


def test_a_line_that_one_took_back_is_not_lost_when_the_other_mends_it(
    two: list[Facilitator], client: Client
) -> None:
    first, second = two
    first.hears("Nan cooks.")
    second.comes_back()
    ((ref, line),) = client.standing().items()
    second.takes_up_the_last_line()
    back = client.save(ref, "Nan cooks.", key="back", based_on=line["number"], taken_back=True)
    assert back.status == 200
    second.writes_instead("Nan cooks on Tuesdays.")
    second.has_saved()
    assert [one["words"] for one in client.standing().values()] == ["Nan cooks on Tuesdays."]
