"""The browser dies while somebody types, alone or with the app: what was typed comes back."""

import random
import re
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Timer
from time import monotonic, sleep

import pytest
from playwright.sync_api import Browser, Error, Page, expect

from tests.journeys.on_the_disk import is_off_the_disk
from tests.reliability import often
from tests.reliability.chromium import Chromium, a_chromium, leads
from tests.reliability.client import Client
from tests.reliability.laptop import Laptop

RUNS = often(4, 50)
MAY_BE_LOST = 2  # seconds of typing
SOMETHING = 30  # letters
SAVED = re.compile("All (words|lines) saved")  # lines, while the box still holds words


@dataclass
class Typing:
    """Every letter that somebody has typed, and when."""

    chance: random.Random
    letters: list[tuple[float, str]] = field(default_factory=list)

    def goes_on(self, page: Page, battery: Timer) -> None:
        """Line after line, quicker than anybody writes, until the browser is gone.

        The battery begins to die when there is something to lose.
        """
        page.locator("#line-words").focus()
        while True:
            for letter in self._a_line():
                page.keyboard.type(letter)
                self.letters.append((monotonic(), letter))
                if len(self.letters) == SOMETHING:
                    battery.start()
                sleep(self.chance.uniform(0, 0.04))
            for key in ("Enter", "1", "h"):
                page.keyboard.press(key)

    def until(self, moment: float) -> str:
        return "".join(letter for at, letter in self.letters if at < moment)

    def _a_line(self) -> str:
        """A short one first; then such as take longer to type than may be lost."""
        if not self.letters:
            return "Nan."
        return f"{self.chance.randrange(10**9)}: " + "Nan cooks. " * self.chance.randint(12, 20)


@pytest.mark.parametrize("takes_the_app_along", [False, True])
def test_a_browser_that_dies_while_somebody_types_loses_two_seconds_at_most(
    laptop: Laptop, client: Client, browser: Browser, tmp_path: Path, *, takes_the_app_along: bool
) -> None:
    chance = random.Random(20270227)  # noqa: S311 - a moment to die at is no secret
    profile = tmp_path / "profile"
    kind = browser.browser_type
    before = 0
    lost = []
    for _ in range(-(-RUNS // 2)):
        typing = Typing(chance)
        with a_chromium(profile, kind) as chromium:
            page = leads(chromium.context, laptop, client)
            expect(page.locator("#save-status")).to_have_text(SAVED)
            died = dies_while(typing, page, chromium, laptop if takes_the_app_along else None)
        if takes_the_app_along:
            client.close()
            laptop.start()
        with a_chromium(profile, kind) as chromium:
            page = leads(chromium.context, laptop, client)
            expect(page.locator("#save-status")).to_contain_text("saved")
            came_back = bare(words_of(client)[before:], page.locator("#line-words").input_value())
            box = page.locator("#line-words")
            left = box.input_value()
            box.fill("")
            expect(page.locator("#save-status")).to_have_text("All words saved")
            if left:  # Or the old words come back with the next browser.
                is_off_the_disk(page, left)
        before = len(words_of(client))
        assert came_back.startswith(bare([], typing.until(died - MAY_BE_LOST)))
        assert bare([], typing.until(monotonic())).startswith(came_back[:-1])
        lost.append(len(bare([], typing.until(died))) - len(came_back))
    # Letters, of some 100 to 200. pytest -s shows them.
    sys.stdout.write(f"lost: {lost}\n")
    assert laptop.faults() == ()


def dies_while(typing: Typing, page: Page, chromium: Chromium, laptop: Laptop | None) -> float:
    """When it died."""
    died = []

    def dies() -> None:
        died.append(monotonic())
        chromium.kill()
        if laptop:
            laptop.kill()

    battery = Timer(MAY_BE_LOST + typing.chance.uniform(0, 1.5), dies)
    with suppress(Error):
        typing.goes_on(page, battery)
    battery.join()
    return died[0]


def words_of(client: Client) -> list[str]:
    return [line["words"] for line in client.standing().values()]


def bare(lines: list[str], box: str) -> str:
    """All of it without its spaces, which a line does not begin or end with."""
    return "".join("".join([*lines, box]).split())
