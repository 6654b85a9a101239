"""The line about saving tells the truth while the server is gone, broken, hanging or a stranger."""

from collections.abc import Iterator
from time import sleep
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.reliability import often
from tests.reliability.chromium import leads
from tests.reliability.client import Client
from tests.reliability.laptop import Laptop

TRIALS = often(2, 50)  # of each mishap, of which there are four
HANGS = often(2, 10)  # seconds
LOOKS = 1.5  # seconds in which nothing false may be said
SAVED = "All words saved"

# What the page said, and what it was answered, in the order in which it came.
LISTENS = """
window.heard = [];
const ask = window.fetch;
window.fetch = async (address, options) => {
  const answer = await ask(address, options);
  const isOurs = answer.ok && (await answer.clone().json().catch(() => ({}))).line;
  if (isOurs) heard.push("kept");
  return answer;
};
addEventListener("DOMContentLoaded", () => {
  const status = document.querySelector("#save-status");
  const hear = () => heard.push(status.textContent.trim());
  new MutationObserver(hear).observe(status, { childList: true, subtree: true });
});
"""


@pytest.fixture
def page(laptop: Laptop, client: Client, browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    context.add_init_script(LISTENS)
    faults: list[str] = []
    page = leads(context, laptop, client)
    page.on("pageerror", lambda error: faults.append(str(error)))
    expect(page.locator("#save-status")).to_have_text(SAVED)
    yield page
    context.close()
    assert faults == []


@pytest.mark.parametrize("goes", ["away", "broken", "hanging", "a stranger"])
def test_a_line_is_never_called_saved_before_the_server_has_it(
    laptop: Laptop, page: Page, goes: str
) -> None:
    for trial in range(TRIALS):
        mishap_begins(laptop, goes)
        heard_before = len(heard(page))
        keep_a_line(page, f"{goes} {trial}")
        sleep(LOOKS)
        if goes == "hanging":
            expect(page.locator("#save-status")).to_have_text("Saving")
        else:
            assert SAVED not in heard(page)[heard_before:]
            expect(page.locator("#save-status")).to_contain_text("kept on this computer")
        mishap_ends(laptop, goes)
        page.evaluate("dispatchEvent(new Event('online'))")
        expect(page.locator("#save-status")).to_have_text(SAVED, timeout=60_000)
        told = heard(page)[heard_before:]
        assert told.index("kept") < told.index(SAVED)
        assert f"{goes} {trial}" in {line.words for line in laptop.lines().values()}
    assert len({line.ref for line in laptop.lines().values()}) == TRIALS


def keep_a_line(page: Page, words: str) -> None:
    page.locator("#line-words").focus()
    page.keyboard.type(words)
    for key in ("Enter", "1", "h"):
        page.keyboard.press(key)


def heard(page: Page) -> list[Any]:
    told: list[Any] = page.evaluate("heard")
    return told


def mishap_begins(laptop: Laptop, goes: str) -> None:
    if goes == "away":
        laptop.kill()
    laptop.meets(
        answers=500 if goes == "broken" else 200 if goes == "a stranger" else 0,
        hangs=HANGS if goes == "hanging" else 0,
    )


def mishap_ends(laptop: Laptop, goes: str) -> None:
    laptop.meets()
    if goes == "away":
        laptop.start()
