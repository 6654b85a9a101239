"""A real browser before the real server, and a guard over everything that it does."""

import os
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlsplit

import pytest
from flask import Flask
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect, sync_playwright
from waitress import create_server

from facilitator.paper import ready
from tests.tools import need
from tests.web import a_client, an_app, an_app_for_nobody, cookie_of

if TYPE_CHECKING:
    from playwright._impl._api_structures import SetCookieParam

# Whatever else a Chromium would begin by itself. The first four are hidden pages of its own window
# and a process in store: they would take two thirds of the work of each page that is opened. The
# others are Playwright's own list, which a list of ours replaces.
_NOT_WANTED = (
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "WebUIOmniboxFullPopup",
    "SpareRendererForSitePerProcess",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
    "Translate",
)
FLAGS = (
    f"--disable-features={','.join(_NOT_WANTED)}",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
Opener = Callable[..., Page]
# How long to wait for what must come: a machine with much to do is slow, and not wrong.
PATIENCE = 30_000  # milliseconds
PAPER_TAKES = 300_000  # milliseconds, where a dozen copies are made while somebody waits
expect.set_options(timeout=PATIENCE / 2)


@contextmanager
def served(app: Flask) -> Iterator[str]:
    """The address of that app, served by waitress as it is on a laptop."""
    held = socket.create_server(("127.0.0.1", 0))
    server = create_server(app, sockets=[held], threads=8, ident=None)
    serving = threading.Thread(target=server.run, daemon=True)
    serving.start()
    yield f"http://127.0.0.1:{held.getsockname()[1]}"
    # Closed from its own loop: another thread would take the socket from under it.
    server.trigger.pull_trigger(server.close)
    serving.join(timeout=5)


@pytest.fixture(autouse=True)
def _the_press_waits(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """No paper is made before somebody asks for it, but where that is the point."""
    if "press" not in request.fixturenames:
        monkeypatch.setattr(ready, "prepare", lambda *_: None)


@pytest.fixture
def press() -> None:
    """Papers are made in the background, as they are on a laptop."""


@pytest.fixture(scope="session")
def app() -> Flask:
    """The app that `site` serves; Sam has an account there."""
    return an_app()


@pytest.fixture(scope="session")
def site(app: Flask) -> Iterator[str]:
    with served(app) as address:
        yield address


@pytest.fixture
def site_for_nobody() -> Iterator[str]:
    """A site at its first start: nobody has an account there."""
    with served(an_app_for_nobody()) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = need("chromium without a window")
    root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=[*FLAGS, *root])
        yield browser
        browser.close()


@pytest.fixture
def faults() -> list[str]:
    """What the guard has seen so far; a test fails for anything in it."""
    return []


@pytest.fixture
def open_page(app: Flask, site: str, browser: Browser, faults: list[str]) -> Iterator[Opener]:
    """Opens an address of the site, with Sam signed in: ``open_page("/", width=390)``.

    ``signed_in=False`` opens it for nobody, ``at=`` opens it on another site, for nobody too.
    The test fails on a message about the content security policy, an error in a script or in
    the console, or a request that leaves this computer.
    """
    with windows(app, site, browser, faults) as opener:
        yield opener
    assert faults == []


@contextmanager
def windows(app: Flask, site: str, browser: Browser, faults: list[str]) -> Iterator[Opener]:
    """What opens pages until the block ends, and writes down what the guard sees."""
    contexts = []

    def opener(
        address: str,
        *,
        width: int = 1280,
        height: int = 900,
        signed_in: bool = True,
        at: str = site,
        **options: Any,
    ) -> Page:
        context = browser.new_context(
            base_url=at, viewport={"width": width, "height": height}, **options
        )
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        if signed_in and at == site:
            name, value = cookie_of(a_client(app))
            kept = {"name": name, "value": value, "url": site, "sameSite": "Strict"}
            context.add_cookies([cast("SetCookieParam", kept)])
        page = context.new_page()
        page.on("console", lambda message: _hear(message, page, faults))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda request: _watch(request, at, faults))
        page.goto(address)
        return page

    yield opener
    for context in contexts:
        context.close()


def _hear(message: ConsoleMessage, page: Page, faults: list[str]) -> None:
    is_page_itself = message.location.get("url") == page.url
    if is_page_itself and message.text.startswith("Failed to load resource"):
        return  # The browser's own words for an error page that a test asked for.
    if message.type in {"error", "warning"}:
        faults.append(message.text)


def _watch(request: Request, site: str, faults: list[str]) -> None:
    address = urlsplit(request.url)
    if address.scheme != "data" and f"{address.scheme}://{address.netloc}" != site:
        faults.append(f"A request left this computer: {request.url}")
