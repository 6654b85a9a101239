"""The access table, by real requests: every page, every method, everybody, real families."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from flask import Flask, templating
from werkzeug.test import TestResponse

from facilitator.accounts import security
from facilitator.database import new_id
from facilitator.paper import pdf as paper
from facilitator.paper import ready
from tests.proofs.access_kinds import ANYBODY, OUT, Kind
from tests.proofs.access_table import KINDS
from tests.proofs.access_visitors import OTHER_MARK, OWN_MARK, TAW
from tests.proofs.access_walk import (
    IN,
    MISSING,
    NEAREST,
    NEXT_DOOR,
    TO_SIGN_IN,
    NoPress,
    Walk,
    heard,
    plain,
)
from tests.proofs.access_world import a_service
from tests.web import HASHED, TEAM


@pytest.fixture(scope="module")
def walk() -> Iterator[Walk]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(paper, "_press", NoPress)
        patched.setattr(security, "NOBODYS_HASH", HASHED)  # A quick one, as everybody's here.
        patched.setattr(ready, "prepare", lambda *_: None)
        service = a_service()
        service.app.config["WTF_CSRF_CHECK_DEFAULT"] = False  # so that only the door is between
        yield Walk(service)


LEADS_OUT = {"accounts.sign_out", "accounts.sign_out_everywhere"}


def expected(kind: Kind, visitor: str, endpoint: str) -> str:
    if visitor in kind.who:
        return TO_SIGN_IN if endpoint in LEADS_OUT else IN
    return kind.signed_out if visitor == OUT else MISSING


def test_every_page_and_method_has_its_line_in_the_table_and_nothing_else_has(walk: Walk) -> None:
    lines = Counter((kind.about, *one) for kind in KINDS for one in kind.entries)
    assert [one for one, times in lines.items() if times > 1] == []
    told = {one for kind in KINDS for one in kind.entries}
    assert sorted(set(walk.rules) - told) == [], "Say in access_table.py who may ask for it."
    assert sorted(told - set(walk.rules)) == []


@contextmanager
def drawn_blank(app: Flask, *, really: bool) -> Iterator[None]:
    """Pages with nothing on them, where the one question is whether somebody is let in."""
    with pytest.MonkeyPatch.context() as patched:
        if really:
            patched.setattr(app.jinja_env, "get_or_select_template", lambda *_: None)
            patched.setattr(templating, "_render", lambda *_: "")
        yield


def words_that_should_not_be_there(kind: Kind, visitor: str, answer: TestResponse) -> list[str]:
    """The marks of families whose words this visitor may not find on these pages."""
    hidden = [OWN_MARK] if visitor not in kind.readers else []
    hidden += [OTHER_MARK] if visitor not in kind.readers_of_the_other else []
    said = f"{answer.get_data(as_text=False).decode('utf-8', 'replace')} {answer.headers}"
    return [one for one in hidden if one in said]


@pytest.mark.parametrize("visitor", sorted(ANYBODY))
def test_everybody_is_let_in_where_the_table_says_so_and_nowhere_else(
    visitor: str, walk: Walk
) -> None:
    wrong: list[tuple[str, ...]] = []
    for kind in KINDS:
        for endpoint, method in kind.entries:
            due = expected(kind, visitor, endpoint)
            # The page that says no is the same for all: it is read where somebody comes nearest.
            as_json = due == MISSING and visitor != NEAREST
            ids = walk.ids[kind.about]
            is_their_own = visitor == "owner" and kind.a_list_for is None
            with drawn_blank(walk.service.app, really=is_their_own):
                answer = walk.asks(visitor, endpoint, method, ids, json=as_json)
            if heard(answer) != due:
                wrong.append((kind.name, endpoint, method, heard(answer)))
            wrong += [
                (kind.name, endpoint, method, one)
                for one in words_that_should_not_be_there(kind, visitor, answer)
            ]
    assert wrong == []


@pytest.mark.parametrize(("visitor", "json"), [(NEAREST, False), (NEXT_DOOR, True)])
def test_what_is_somebody_elses_looks_like_what_was_never_there(
    visitor: str,
    json: bool,  # noqa: FBT001 - as pytest hands it in
    walk: Walk,
) -> None:
    for kind in KINDS:
        for endpoint, method in kind.entries:
            is_theirs = expected(kind, visitor, endpoint) != MISSING
            if is_theirs or not walk.is_of_a_family(endpoint, method):
                continue
            there, nowhere = (
                plain(walk.asks(visitor, endpoint, method, walk.ids[ids], json=json))
                for ids in (kind.about, "nobody's")
            )
            assert there == nowhere, (endpoint, method)


SEES_ONE = pytest.mark.parametrize("visitor", ["owner", "supervisor", "second", "colleague"])


@SEES_ONE
def test_whoever_may_see_one_family_sees_nothing_of_another(visitor: str, walk: Walk) -> None:
    wrong = []
    for endpoint, method in walk.open_to(visitor):
        there = walk.asks(visitor, endpoint, method, walk.ids["other"], json=True)
        nowhere = walk.asks(visitor, endpoint, method, walk.ids["nobody's"], json=True)
        if heard(there) != MISSING or plain(there) != plain(nowhere):
            wrong.append((endpoint, method, heard(there)))
    assert wrong == []


@SEES_ONE
def test_something_of_another_family_inside_ones_own_is_like_something_that_is_gone(
    visitor: str, walk: Walk
) -> None:
    for endpoint, method in walk.open_to(visitor):
        for mixed, gone in walk.mixed_ids(endpoint, method):
            there, nowhere = (
                walk.asks(visitor, endpoint, method, one, json=True) for one in (mixed, gone)
            )
            assert there.status_code == nowhere.status_code, (endpoint, method)
            assert there.headers.get("Location") == nowhere.headers.get("Location")
            assert OTHER_MARK not in there.text, (endpoint, method)


@pytest.mark.parametrize(
    "endpoint",
    [
        *("quarterly.quarter", "quarterly.paper", "quarterly.csv", "quarterly.keep_words"),
        *("quarterly.mark_change", "quarterly.add_quote", "auditing.samples", "auditing.agreement"),
    ],
)
def test_the_figures_of_another_team_are_like_those_of_a_team_that_is_not_there(
    endpoint: str, walk: Walk
) -> None:
    own, other, nobody = (
        walk.asks_for_team("supervisor", endpoint, team) for team in (TEAM.id, TAW.id, new_id())
    )
    assert (heard(own), heard(other)) == (IN, MISSING)
    assert plain(other) == plain(nobody)


def test_a_page_that_tells_too_much_is_noticed(walk: Walk) -> None:
    kind = next(one for one in KINDS if "desk.home" in one.rows)
    page = walk.asks("owner", "desk.home", "GET", walk.ids["own"])
    assert words_that_should_not_be_there(kind, "owner", page) == []
    assert words_that_should_not_be_there(kind, "colleague", page) == [OWN_MARK]
    assert plain(page) != plain(walk.asks("colleague", "desk.home", "GET", walk.ids["own"]))
