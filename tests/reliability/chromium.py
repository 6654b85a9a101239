"""A real Chromium with a profile of its own, which can be killed like a server."""

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING, cast

from playwright.sync_api import BrowserContext, BrowserType, Error, Page

from tests.reliability.client import Client
from tests.reliability.laptop import Laptop
from tests.tools import need

if TYPE_CHECKING:
    from playwright._impl._api_structures import SetCookieParam

FLAGS = (
    "--headless=new",
    "--remote-debugging-port=0",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Hidden pages of its own window, two for each page of ours: half of the time that one takes.
    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup,SpareRendererForSitePerProcess",
)
PORT_FILE = "DevToolsActivePort"


class Chromium:
    """One browser over that profile; it is there as long as its process is."""

    def __init__(self, profile: Path, kind: BrowserType) -> None:
        (profile / PORT_FILE).unlink(missing_ok=True)
        root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        words = [need("chromium"), *FLAGS, *root, f"--user-data-dir={profile}", "about:blank"]
        quiet = subprocess.DEVNULL
        self._process = subprocess.Popen(words, stdout=quiet, stderr=quiet, start_new_session=True)
        try:
            self._browser = kind.connect_over_cdp(f"http://127.0.0.1:{_port(profile)}")
        except BaseException:
            self.kill()
            raise

    @property
    def context(self) -> BrowserContext:
        return self._browser.contexts[0]

    def kill(self) -> None:
        """Kill all its processes, as when the battery is empty. From any thread."""
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def forget(self) -> None:
        """Let go of a browser that is gone."""
        with suppress(Error):
            self._browser.close()


@contextmanager
def a_chromium(profile: Path, kind: BrowserType) -> Iterator[Chromium]:
    """A browser over that profile, until the block ends."""
    chromium = Chromium(profile, kind)
    try:
        yield chromium
    finally:
        chromium.kill()
        chromium.forget()
        shutil.rmtree(profile / "Crashpad", ignore_errors=True)


def leads(context: BrowserContext, laptop: Laptop, client: Client) -> Page:
    """The screen for leading, with that client's visit."""
    for name, value in client.cookies.items():
        cookie = {"name": name, "value": value, "url": laptop.address, "sameSite": "Strict"}
        context.add_cookies([cast("SetCookieParam", cookie)])
    page = context.new_page()
    page.set_default_timeout(30_000)
    page.goto(f"{laptop.address}/meetings/{laptop.meeting_id}/lead")
    # It wakes after it has loaded: a key pressed before that goes nowhere.
    page.locator("#lead.is-awake").wait_for()
    return page


def _port(profile: Path) -> str:
    give_up = monotonic() + 30
    while monotonic() < give_up:
        with suppress(FileNotFoundError):
            if said := (profile / PORT_FILE).read_text("ascii"):
                return said.split()[0]
        sleep(0.02)
    raise AssertionError("Chromium did not start.")
