"""A meeting that is led in a real browser: the laptop on which the app runs, and who leads."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page, expect
from waitress import create_server

from facilitator.contributions import Contribution
from facilitator.contributions import store as contributions
from facilitator.database import new_id, reading, writing
from facilitator.exchange import of_record
from facilitator.meetings import KeptMeeting
from facilitator.meetings import store as meetings
from facilitator.people import store as people
from facilitator.record import Record
from tests.desk.at_the_desk import campbell
from tests.journeys.conftest import PATIENCE
from tests.web import SAM, a_client, an_app, cookie_of

if TYPE_CHECKING:
    from playwright._impl._api_structures import SetCookieParam
    from waitress.server import BaseWSGIServer

ALL_SAVED = "All words saved"


def people_and_no_words(app: Flask) -> KeptMeeting:
    """Sam's meeting with the family of the records, in which nobody has said anything yet."""
    recorded, own_id = of_record(Record(campbell())), new_id()
    kept = KeptMeeting(
        id=own_id,
        # A name of its own: one app serves several journeys, and each leads a meeting.
        meeting=replace(recorded.meeting, id=str(own_id), stages=()),
        team_id=SAM.team_id,
        owner_id=SAM.id,
    )
    with app.app_context(), writing() as session:
        meetings.save(session, kept)
        session.flush()
        people.save(session, kept.id, recorded.people)
    return kept


class Laptop:
    """The app on one port, which can be stopped and started again, and one meeting in it."""

    def __init__(self) -> None:
        self.app = an_app()
        self.meeting = people_and_no_words(self.app)
        self.port = 0
        self._server: BaseWSGIServer | None = None
        self._serving: threading.Thread | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def screen(self) -> str:
        return f"/meetings/{self.meeting.id}/lead"

    def start(self) -> None:
        held = socket.create_server(("127.0.0.1", self.port))
        self.port = held.getsockname()[1]
        self._server = create_server(self.app, sockets=[held], threads=8, ident=None)
        self._serving = threading.Thread(target=self._server.run, daemon=True)
        self._serving.start()

    def stop(self) -> None:
        if self._server is None or self._serving is None:
            return
        server, self._server = self._server, None

        def _close() -> None:
            # Browsers keep their lines open; a program that ends cuts them.
            for channel in list(server._map.values()):  # noqa: SLF001 - waitress has no other way
                channel.close()

        server.trigger.pull_trigger(_close)
        self._serving.join(timeout=5)

    def lines(self) -> tuple[Contribution, ...]:
        """What the database holds, in its order."""
        with self.app.app_context(), reading() as session:
            return contributions.load(session, self.meeting.id)

    def words(self) -> list[str]:
        return [one.words for one in self.lines()]


@contextmanager
def a_laptop() -> Iterator[Laptop]:
    laptop = Laptop()
    laptop.start()
    try:
        yield laptop
    finally:
        laptop.stop()


def sign_in(context: BrowserContext, laptop: Laptop) -> None:
    """Sam is signed in, in that browser."""
    name, value = cookie_of(a_client(laptop.app))
    kept = {"name": name, "value": value, "url": laptop.address, "sameSite": "Strict"}
    context.add_cookies([cast("SetCookieParam", kept)])


def a_browser_of_sam(browser: Browser, laptop: Laptop, **options: object) -> BrowserContext:
    """A browser with nothing in its memory, in which Sam is signed in."""
    size = {"width": 1366, "height": 768}
    options = {"viewport": size, "base_url": laptop.address, **options}
    context = browser.new_context(**options)  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE)
    sign_in(context, laptop)
    return context


class Facilitator:
    """Somebody who leads, and what they see and do."""

    def __init__(self, page: Page, laptop: Laptop) -> None:
        self.page = page
        self.keys = 0
        page.goto(laptop.screen)
        expect(page.locator("#lead.is-awake")).to_be_visible()

    def comes_back(self) -> None:
        """The page is loaded again."""
        self.page.reload()
        expect(self.page.locator("#lead.is-awake")).to_be_visible()

    def types(self, words: str) -> None:
        """Letter by letter, wherever the focus is."""
        self.page.keyboard.type(words)

    def presses(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.keys += 1

    def hears(self, words: str, *keys: str) -> None:
        """A line, and the keys after Enter."""
        self.types(words)
        self.presses("Enter", *keys)

    def sees_line(self, words: str) -> None:
        expect(self.page.locator("#lines .said", has_text=words).first).to_be_visible()

    def is_told(self, words: str) -> None:
        expect(self.page.locator("#save-status")).to_contain_text(words)

    def has_saved_everything(self) -> None:
        # Patient: a meeting's worth of words may be waiting for a computer with much to do.
        expect(self.page.locator("#save-status")).to_have_text(ALL_SAVED, timeout=PATIENCE)

    def has_in_the_box(self, words: str) -> None:
        expect(self.page.locator("#line-words")).to_have_value(words)

    def is_in_the_box(self) -> None:
        """The next letter goes there."""
        expect(self.page.locator("#line-words")).to_be_focused()


Leads = Callable[..., Facilitator]


@contextmanager
def browsers_of_sam(browser: Browser, laptop: Laptop) -> Iterator[Leads]:
    """Opens the screen: in a new browser, or in another tab ``beside`` one that is open.

    It fails on an error in a script.
    """
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def _leads(*, beside: Facilitator | None = None, **options: object) -> Facilitator:
        if beside is None:
            contexts.append(a_browser_of_sam(browser, laptop, **options))
        page = (beside.page.context if beside else contexts[-1]).new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        return Facilitator(page, laptop)

    yield _leads
    for context in contexts:
        context.close()
    assert faults == []
