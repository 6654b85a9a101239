"""Somebody who hands a family its copies, in the browser."""

import io
import re
from typing import Any, Self

import pypdf
from flask import Flask
from playwright.sync_api import Page, Route, expect

from tests.desk.at_the_desk import a_meeting
from tests.journeys.conftest import PAPER_TAKES, Opener
from tests.journeys.looking import PHONE, fits, has_no_fault

# With an icon of its own, or the browser would ask the server for one.
_PRINTED = '<link rel="icon" href="data:,"><title>Printed</title>'


class HandingOver:
    """One meeting whose plan is agreed, and the browser in which its copies leave."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address

    @classmethod
    def of(cls, app: Flask, open_page: Opener, record: dict[str, Any]) -> Self:
        """The meeting that this record tells of, agreed."""
        address = f"/meetings/{a_meeting(app, record).id}"
        return cls(open_page(f"{address}/copies"), address)

    def goes_to(self, where: str) -> None:
        self.page.goto(f"{self.address}/{where}")

    def presses(self, name: str) -> None:
        self.page.get_by_role("button", name=name).first.click()

    def follows(self, name: str) -> None:
        self.page.get_by_role("link", name=name).first.click()

    def hands_over_alone(self, name: str) -> None:
        """That person's copy alone, or in another way."""
        self.goes_to("copies")
        found = re.compile(f"This copy alone, or in another way.*{name}")
        self.page.get_by_role("link", name=found).click()

    def sees(self, *words: str) -> None:
        for one in words:
            expect(self.page.locator("main")).to_contain_text(one)

    def sees_nowhere(self, *words: str) -> None:
        for one in words:
            expect(self.page.locator("main")).not_to_contain_text(one)

    def a_second_person_looks_through(self, name: str, part: str) -> None:
        """Somebody beside Sam reads the rules and says yes to each."""
        self.goes_to("release/rules")
        self.page.get_by_label("Looked through by").fill(name)
        self.page.get_by_label("What are they here?").fill(part)
        for box in self.page.get_by_role("checkbox").all():
            box.check()
        self.presses("Yes, these rules are right")
        expect(self.page.locator("main")).to_contain_text(name)

    def has_no_fault(self) -> None:
        """At both widths, and for everybody."""
        has_no_fault(self.page)
        fits(self.page, PHONE)

    def paper_at(self, address: str) -> list[str]:
        """The words of each page of the PDF that stands there."""
        answer = self.page.request.get(address, timeout=PAPER_TAKES)
        assert answer.headers["content-type"] == "application/pdf"
        reader = pypdf.PdfReader(io.BytesIO(answer.body()))
        return [" ".join(page.extract_text().split()) for page in reader.pages]

    def prints(self, button: str) -> list[str]:
        """Press that button, and read the PDF that would open: each page's words.

        The browser's own reader of PDFs is left out: it asks for pages of its own.
        """
        opened: list[str] = []

        def _caught(route: Route) -> None:
            if route.request.method != "POST":
                route.fallback()
                return
            sent = {**route.request.headers, "origin": route.request.url.split("/meetings")[0]}
            answer = route.fetch(max_redirects=0, headers=sent, timeout=PAPER_TAKES)
            if "location" in answer.headers:
                opened.append(answer.headers["location"])
                route.fulfill(body=_PRINTED, content_type="text/html")
            else:
                route.fulfill(response=answer)

        addresses = f"**{self.address}/copies**"
        self.page.route(addresses, _caught)
        self.presses(button)
        expect(self.page).to_have_title("Printed", timeout=PAPER_TAKES)
        self.page.unroute(addresses, _caught)
        return self.paper_at(opened[0])


def by_reader(pages: list[str]) -> dict[str, str]:
    """What lies behind each cover slip of a bundle, by the name on it."""
    found: dict[str, str] = {}
    name = ""
    for page in pages:
        if slip := re.search(r"Put it into (.+?)[’']s own hand", page):
            name = slip[1]
            found[name] = ""
        else:
            found[name] += f" {page}"
    return found
