"""A real browser before the real server, and a guard over everything that it does."""

import os
import socket
import threading
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright
from waitress import create_server

from tests.tools import need
from tests.web import an_app

FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
Opener = Callable[..., Page]


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of the app, served by waitress as it is on a laptop."""
    held = socket.create_server(("127.0.0.1", 0))
    server = create_server(an_app(), sockets=[held], threads=8, ident=None)
    serving = threading.Thread(target=server.run, daemon=True)
    serving.start()
    yield f"http://127.0.0.1:{held.getsockname()[1]}"
    # Closed from its own loop: another thread would take the socket from under it.
    server.trigger.pull_trigger(server.close)
    serving.join(timeout=5)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = need("chromium")
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
def open_page(site: str, browser: Browser, faults: list[str]) -> Iterator[Opener]:
    """Opens an address of the site: ``open_page("/", width=390)``.

    The test fails on a message about the content security policy, an error in a script or in
    the console, or a request that leaves this computer.
    """
    contexts = []

    def opener(address: str, *, width: int = 1280, height: int = 900, **options: Any) -> Page:
        context = browser.new_context(
            base_url=site, viewport={"width": width, "height": height}, **options
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("console", lambda message: _hear(message, page, faults))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda request: _watch(request, site, faults))
        page.goto(address)
        return page

    yield opener
    for context in contexts:
        context.close()
    assert faults == []


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
