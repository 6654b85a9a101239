"""P1: every page that shows a family's words is in the log, once, and nothing else is.

The families of this service have a mark in all that was said: a page that holds the mark holds
their words.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from werkzeug.test import TestResponse

from facilitator.access_log import Act, Because, Entry
from facilitator.access_log import store as log
from facilitator.accounts import security
from facilitator.database import reading
from facilitator.paper import pdf as paper
from facilitator.paper import ready
from facilitator.who_looked.endpoints import ASKED_BY_A_PAGE, NOTED, OWN_TITLES
from tests.proofs.access_kinds import Kind
from tests.proofs.access_table import KINDS
from tests.proofs.access_visitors import OTHER_MARK, OWN_MARK, VISITORS
from tests.proofs.access_walk import NoPress, Walk
from tests.proofs.access_world import a_service
from tests.web import HASHED

# Each page is asked for by so many of those who are let in.
MOST = 1
LISTS = frozenset({"lists", "quarter"})


class Log(Walk):
    """The service, asked page by page, with what each page left in the log."""

    last = 0

    def new(self, visitor: str, endpoint: str, about: str) -> tuple[TestResponse, list[Entry]]:
        self.refused.clear()  # Each try is a try, however often.
        answer = self.asks(visitor, endpoint, "GET", self.ids[about])
        with self.service.app.app_context(), reading() as session:
            new = list(log.walk(session, after=self.last))
        self.last += len(new)
        return answer, new


@pytest.fixture(scope="module")
def walk() -> Iterator[Log]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(paper, "_press", NoPress)
        patched.setattr(security, "NOBODYS_HASH", HASHED)
        patched.setattr(ready, "prepare", lambda *_: None)
        yield Log(a_service())


def pages(kind: Kind) -> Iterator[str]:
    """The pages of that kind which are asked for, and about which anything could be noted."""
    for endpoint, method in kind.entries:
        if method == "GET" and endpoint != "static":
            yield endpoint


def let_in(kind: Kind) -> list[str]:
    return sorted(set(kind.who) & set(VISITORS))[:MOST]


def holds_a_mark(answer: TestResponse) -> bool:
    said = answer.get_data().decode("utf-8", "replace")
    return OWN_MARK in said or OTHER_MARK in said


def told(entry: Entry) -> tuple[Any, ...]:
    return entry.act, entry.what, entry.meeting_id, entry.user_id


def due(walk: Log, visitor: str, endpoint: str, about: str, status: int) -> list[tuple[Any, ...]]:
    """What the log must have gained: nothing, or one entry of that visitor about that family."""
    noted = NOTED.get(f"GET {endpoint}")
    if noted is None or not (200 <= status < 300 or status == 409):
        return []
    act = Act.VIEW if status == 409 else noted.act
    family = None if noted.what in LISTS else walk.ids[about]["meeting_id"]
    if endpoint == "auditing.gold":
        family = walk.ids["other"]["meeting_id"]
    return [(act, noted.what, family, VISITORS[visitor].id)]


def test_p1_every_page_with_a_familys_words_is_in_the_log_once_and_no_other_page_is(
    walk: Log,
) -> None:
    wrong: list[tuple[Any, ...]] = []
    shown = 0
    for kind in KINDS:
        for endpoint in pages(kind):
            for visitor in let_in(kind):
                answer, new = walk.new(visitor, endpoint, kind.about)
                asked = (visitor, endpoint, answer.status_code)
                if list(map(told, new)) != due(walk, visitor, endpoint, kind.about, asked[2]):
                    wrong.append((*asked, list(map(told, new))))
                marked = holds_a_mark(answer)
                shown += bool(marked and new)
                if marked and not new and endpoint not in OWN_TITLES | ASKED_BY_A_PAGE:
                    wrong.append((*asked, "its words are shown, and nothing is noted"))
    assert wrong == []
    assert shown > 60


ONE_FAMILY = frozenset({"meeting_id", "look_id", "opening_id", "due_id", "letter_id", "second_id"})
TRIES = {"administrator": 0, "colleague": 1}  # They share the pages, so that each is tried once.


@pytest.mark.parametrize("visitor", TRIES)
def test_p1_every_try_at_somebody_elses_family_is_in_the_log_once(walk: Log, visitor: str) -> None:
    wrong: list[tuple[Any, ...]] = []
    due = (Act.REFUSED, Because.NOT_THEIRS, walk.ids["other"]["meeting_id"], VISITORS[visitor].id)
    tried = 0
    for kind in KINDS:
        for endpoint in sorted(pages(kind))[TRIES[visitor] :: 2]:
            if visitor in kind.who or not walk.rules[endpoint, "GET"].arguments & ONE_FAMILY:
                continue
            answer, new = walk.new(visitor, endpoint, "other")
            found = [(one.act, one.because, one.meeting_id, one.user_id) for one in new]
            tried += 1
            if answer.status_code != 404 or found != [due]:
                wrong.append((endpoint, answer.status_code, found))
    assert wrong == []
    assert tried > 30


def test_a_try_at_what_nobody_has_is_no_try(walk: Log) -> None:
    for endpoint in ("desk.meeting", "auditing.look", "break_glass.opened", "releasing.register"):
        assert walk.new("colleague", endpoint, "nobody's")[1] == []


def test_after_all_that_was_asked_the_log_is_whole(walk: Log) -> None:
    with walk.service.app.app_context(), reading() as session:
        assert log.count(session) > 100
        assert log.check(session) == ()
