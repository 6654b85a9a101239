"""A meeting that has come to the family's yes: its draft, and the forms of the last stops."""

import re
from collections.abc import Callable
from functools import cached_property
from typing import Any
from uuid import UUID

from werkzeug.test import TestResponse

from facilitator.canonical import thaw
from facilitator.database import reading
from facilitator.people import store as people
from facilitator.plans import Agreed
from facilitator.plans import store as plans
from facilitator.practice.prepared import prepared_record
from tests.leading.in_a_meeting import Led
from tests.web import Page, judged

KEY = "0123456789abcdef"
STEP = "Sit with Tiana at bedtime."


class AtTheYes(Led):
    """The practice family's meeting with one step, and nothing agreed yet."""

    def __init__(self, change: Callable[[Any], None] | None = None) -> None:
        document: Any = thaw(prepared_record().document)
        if change is not None:
            change(document)
        super().__init__(document=document)
        fields = {"who": ["grace"], "start": "2027-02-28", "how_often": "every night"}
        self.keep("a1", kind="action", by="", words=STEP, fields=fields)

    @cached_property
    def ids(self) -> dict[str, UUID]:
        """What stands in addresses for each person."""
        with self.app.app_context(), reading() as session:
            return people.row_ids(session, self.kept.id)

    def stop(self, where: str) -> Page:
        """One stop, judged as every page is."""
        answer = self.client.get(f"{self.address}/agree/{where}".removesuffix("/"))
        assert answer.status_code == 200, answer.text
        return judged(answer)

    def text(self, where: str) -> str:
        """All that one stop says."""
        return " ".join(" ".join(self.stop(where).all("body")).split())

    def hidden_in(self, where: str) -> dict[str, str]:
        """The hidden fields of a stop's own form."""
        html = self.client.get(f"{self.address}/agree/{where}").text
        form = html[html.index("<main") :]
        return dict(
            re.findall(r'name="([^"]+)" type="hidden" value="([^"]*)"', form)
            + re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', form)
        )

    def tell(self, where: str, **form: Any) -> TestResponse:
        """Send a stop's form, with what stands hidden in it."""
        return self.send(f"agree/{where}", **{**self.hidden_in(where), **form})

    def agreed(self) -> Agreed | None:
        """The newest version."""
        with self.app.app_context(), reading() as session:
            return plans.latest(session, self.kept.id)

    def of_kind(self, kind: str) -> list[Any]:
        """What stands of that kind."""
        return [one for one in self.lines() if one["kind"] == kind]


def refusals(answer: TestResponse) -> str:
    """What a refused form says, all of it; it is still a page that meets every rule."""
    assert answer.status_code == 422, answer.text
    return " ".join(" ".join(judged(answer).all("body")).split())
