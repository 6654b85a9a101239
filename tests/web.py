"""The app as tests meet it, and one judge for every page."""

from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from facilitator.app import create_app
from facilitator.settings import Config

KEY = "only-for-tests-0123456789-abcdefghijklmnop"
VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "path", "rect", "col"})


class Client(FlaskClient):
    """A client that reads each answer to its end, so that no file stays open."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        return super().open(*args, **{"buffered": True, **kwargs})


def a_config(**changes: Any) -> Config:
    return Config(**{"secret_key": KEY, "data_dir": Path("/nowhere"), **changes})


def an_app(**changes: Any) -> Flask:
    app = create_app(a_config(**changes))
    app.testing = True
    app.test_client_class = Client
    app.config["PROPAGATE_EXCEPTIONS"] = False
    return app


def a_client(**changes: Any) -> FlaskClient:
    return an_app(**changes).test_client()


class Page(HTMLParser):
    """An HTML page, read strictly: what is opened is closed, in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: Counter[str] = Counter()
        self.texts: dict[str, list[str]] = {}
        self.links: list[str] = []
        self.faults: list[str] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        self.faults += [f"<{tag}> is never closed" for tag in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        if "id" in held:
            self.ids[held["id"] or ""] += 1
        if tag == "a" and held.get("href"):
            self.links.append(held["href"] or "")
        if "style" in held or tag == "style" or (tag == "script" and not held.get("src")):
            self.faults.append(f"<{tag}> has script or style in line")
        self.faults += [f"<{tag}> has a handler in line" for name in held if name.startswith("on")]
        if tag not in VOID:
            self._open.append(tag)
            self.texts.setdefault(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.faults.append(f"</{tag}> closes something else")

    def handle_data(self, data: str) -> None:
        for tag in set(self._open):
            self.texts[tag][-1] += data

    def all(self, tag: str) -> list[str]:
        return [" ".join(text.split()) for text in self.texts.get(tag, [])]


def judged(answer: TestResponse) -> Page:
    """The page, once it has met the rules that hold for every page of ours."""
    html = answer.get_data(as_text=True)
    page = Page(html)
    assert page.faults == []
    assert html.startswith("<!DOCTYPE html>")
    assert [one for one, times in page.ids.items() if times > 1] == []
    assert len(page.all("h1")) == 1
    assert page.all("title")[0].startswith(page.all("h1")[0])
    assert page.all("title")[0].endswith("– Facilitator")
    assert "{{" not in html
    assert "None" not in " ".join(page.all("body"))
    return page
