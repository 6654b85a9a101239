"""The practice family's draft while Sam walks through it: pages asked for, forms sent."""

import re
from html import unescape
from typing import Any

from werkzeug.test import TestResponse

from facilitator.database import reading
from facilitator.people import Person
from facilitator.people import store as people
from tests.desk.at_the_desk import campbell, ids_of
from tests.leading.in_a_meeting import Led
from tests.web import Page, judged

_PICK = re.compile(r'<select[^>]*name="([^"]+)"[^>]*>(.*?)</select>', re.DOTALL)
Json = dict[str, Any]


class Walk(Led):
    """A meeting whose lines are all there, and whose draft is walked through."""

    def __init__(self, **changes: Any) -> None:
        super().__init__(document={**campbell(), **changes})

    def page(self, where: str = "") -> Page:
        """A page of the walk, once it has met the rules for every page."""
        answer = self.get(where)
        assert answer.status_code == 200, answer.get_data(as_text=True)[-2000:]
        return judged(answer)

    def get(self, where: str) -> TestResponse:
        """Ask for a page of the walk."""
        return self.client.get(f"{self.address}/agree{where}")

    def post(self, where: str, **form: Any) -> TestResponse:
        """Send a form of the walk; `words__x` is sent as `words.x`."""
        data = {"csrf_token": self.token, **{k.replace("__", "."): v for k, v in form.items()}}
        return self.client.post(f"{self.address}/agree{where}", data=data)

    def fill_in(self, where: str, **typed: Any) -> TestResponse:
        """Open a form of the walk, type this into its boxes, and send it."""
        held = boxes_of(self.get(where).get_data(as_text=True))
        return self.post(where, **{**held, **typed})

    def text(self, where: str = "") -> str:
        """What a page says, in one line."""
        return " ".join(" ".join(self.page(where).all("main")).split())

    def says_so(self, ref: str, who: str, key: str = "a key") -> TestResponse:
        """Touch that name below the step as it is read now."""
        heard = boxes_of(self.get(f"/steps/{ref}").get_data(as_text=True))["heard"]
        return self.post(f"/steps/{ref}/sounds", heard=heard, by=who, key=key)

    def person(self, ref: str) -> Person:
        """One person as they are kept."""
        with self.app.app_context(), reading() as session:
            return people.load(session, self.kept.id).load(ref)

    def address_of(self, ref: str) -> str:
        """What stands in addresses for that person."""
        return str(ids_of(self.app, self.kept)[ref])


def boxes_of(html: str) -> Json:
    """What a browser would send of the last form on that page, without its buttons."""
    html = html.split("<main", 1)[1].rsplit("<form", 1)[1].split("</form>", maxsplit=1)[0]
    form: Json = {}
    for name, words in re.findall(r'<textarea[^>]*name="([^"]+)"[^>]*>([^<]*)</textarea>', html):
        form.setdefault(name, []).append(unescape(words))
    for tag in re.findall(r"<input[^>]*>", html):
        held = dict(re.findall(r'([a-z-]+)="([^"]*)"', tag))
        ticks = held.get("type") in ("checkbox", "radio")
        if held.get("name") and (not ticks or " checked" in tag):
            form.setdefault(held["name"], []).append(unescape(held.get("value", "")))
    for name, options in _PICK.findall(html):
        chosen = re.search(r'<option value="([^"]*)"\s+selected', options)
        form.setdefault(name, []).append(chosen[1] if chosen else "")
    form.pop("csrf_token", None)
    return {name: held if len(held) > 1 else held[0] for name, held in form.items()}


def kept(answer: TestResponse) -> str:
    """Where a form that was kept sends its browser."""
    assert answer.status_code == 303, answer.get_data(as_text=True)[-3000:]
    return str(answer.headers["Location"])


def refused(answer: TestResponse, status: int) -> str:
    """What a page says that gives a form back."""
    assert answer.status_code == status, answer.get_data(as_text=True)[-3000:]
    return " ".join(" ".join(judged(answer).all("main")).split())
