"""Two browsers save into one meeting over HTTP, in any order: nothing is overwritten silently.

The same is tried at the store itself in tests/contributions; here the door, the reading of what
was sent, and the answers are in between.
"""

import re
from functools import cache
from typing import Any
from uuid import UUID, uuid4

from flask import Flask
from flask.testing import FlaskClient
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from facilitator.contributions import store
from facilitator.database import reading, writing
from facilitator.meetings import store as meetings
from facilitator.people import store as people
from tests.builders import meeting
from tests.contributions.said_before import FAMILY
from tests.kept import a_kept_meeting
from tests.reliability import often
from tests.web import SAM, an_app, signed_in

who = st.sampled_from(("laptop", "tablet"))
lines = st.sampled_from(("l1", "l2"))


@cache
def the_app() -> Flask:
    return an_app()


@cache
def browser(name: str) -> tuple[FlaskClient, str]:  # noqa: ARG001 - each name has its own
    """A browser of its own with Sam signed in, and the token of its pages."""
    client = signed_in(the_app(), SAM)
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', client.get("/account").text)
    assert token
    return client, token[1]


def a_meeting() -> UUID:
    kept = a_kept_meeting(meeting(id=str(uuid4())), owner=SAM)
    with the_app().app_context(), writing() as session:
        meetings.save(session, kept)
        people.save(session, kept.id, FAMILY)
    return kept.id


class TwoFacilitators(RuleBasedStateMachine):
    """Each browser shows what it last read, saves on that, and sends again what it is not sure of.

    ``stood`` holds the words of each line in their order, as acknowledged.
    """

    def __init__(self) -> None:
        super().__init__()
        self.lines = f"/meetings/{a_meeting()}/lines"
        self.seen: dict[str, dict[str, tuple[int, str]]] = {"laptop": {}, "tablet": {}}
        self.sent: dict[str, tuple[str, dict[str, Any]]] = {}
        self.clashed: dict[str, dict[str, Any]] = {}
        self.stood: dict[str, list[str]] = {}
        self.saves = 0

    @rule(at=who)
    def looks(self, at: str) -> None:
        client, _ = browser(at)
        told = client.get(self.lines, headers={"Accept": "application/json"}).get_json()["lines"]
        self.seen[at] |= {line["ref"]: (line["number"], line["words"]) for line in told}

    @rule(at=who, line=lines, back=st.booleans())
    def saves_on_what_it_shows(self, at: str, line: str, *, back: bool) -> None:
        number, seen = self.seen[at].get(line, (0, ""))
        self.saves += 1
        held: dict[str, Any] = {
            "key": f"{at}-{self.saves}",
            "based_on": number,
            "kind": "hope",
            "words": f"{at} {self.saves}",
            "by": "nan",
            "taken_back": back and number > 0,
        }
        before = list(self.stood.get(line, []))
        status, told = self.sends(at, line, held)
        if status == 409:
            assert told["clash"]["kept"]["words"] == before[-1]
            assert told["clash"]["asked"]["words"] == held["words"]
            self.clashed[at] = held
            return
        assert status == 200, told
        # What was replaced is exactly what was on this screen.
        assert (before[-1] if before else "") == seen
        assert told["line"]["number"] == number + 1
        self.stood[line] = [*before, held["words"]]
        self.seen[at][line] = (number + 1, held["words"])

    @precondition(lambda self: self.clashed)
    @rule(at=who)
    def keeps_both_after_a_clash(self, at: str) -> None:
        held = self.clashed.pop(at, None)
        if held is None:
            return
        line, anew = f"beside-{held['key']}", {**held, "based_on": 0, "taken_back": False}
        status, told = self.sends(at, line, {**anew, "key": f"{held['key']}-beside"})
        assert status == 200, told
        self.stood[line] = [held["words"]]

    @rule(at=who)
    def sends_again_what_it_sent_last(self, at: str) -> None:
        if at not in self.sent:
            return
        before = {line: list(words) for line, words in self.stood.items()}
        line, held = self.sent[at]
        status, told = self.sends(at, line, held)
        if status == 200:
            assert told["key"] == held["key"]
            assert told["line"]["words"] == before[line][-1]
            assert held["words"] in before[line]

    def sends(self, at: str, line: str, held: dict[str, Any]) -> tuple[int, Any]:
        self.sent[at] = (line, held)
        client, token = browser(at)
        answer = client.put(f"{self.lines}/{line}", json=held, headers={"X-CSRFToken": token})
        return answer.status_code, answer.get_json()

    @invariant()
    def every_word_that_was_acknowledged_is_kept_once_and_in_order(self) -> None:
        meeting_id = UUID(self.lines.split("/")[2])
        with the_app().app_context(), reading() as session:
            for line, stood in self.stood.items():
                kept = store.wordings(session, meeting_id, line)
                assert [one.said.words for one in kept] == stood
                assert [one.number for one in kept] == list(range(1, len(stood) + 1))


TwoFacilitators.TestCase.settings = settings(
    max_examples=often(20, 2000), stateful_step_count=20, deadline=None
)
TestTwoFacilitators = TwoFacilitators.TestCase
