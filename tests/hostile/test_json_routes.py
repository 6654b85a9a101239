"""Whatever a script sends: it is answered, it is no error of ours, and nothing is half kept."""

import json
import os
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import inspect, text
from werkzeug.test import TestResponse

from facilitator.database import reading
from facilitator.kinds import KINDS
from facilitator.walk import What
from tests.hostile import payloads
from tests.proofs.access_walk import Walk
from tests.proofs.access_world import a_service

WHOLE = os.environ.get("RELIABILITY") == "all"
EXAMPLES = 1000 if WHOLE else 15
ROUTES = (
    ("owner", "leading.keep_line", "PUT"),
    ("owner", "leading.keep_happening", "PUT"),
    ("owner", "leading.keep_row", "PUT"),
    ("owner", "preparing.how_it_reads", "POST"),
    ("second rater", "auditing.keep_answer", "PUT"),
    ("supervisor", "auditing.letter_reads", "POST"),
)
KEYS = (
    *("key", "based_on", "kind", "words", "by", "fields", "prompt", "exact", "name_shown", "lang"),
    *("dir", "rendering", "hurts", "taken_back", "family_yes", "what", "about", "rating", "text"),
    *("page", "cells", "who", "how", "start", "due", "links", "views", "csrf_token", "id"),
)
TYPES = (
    *("application/json", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data"),
    *("application/json; charset=utf-16", "multipart/form-data; boundary=x", "", 'xq/xq; a="b'),
)
words = (
    st.sampled_from(payloads.all_readable())
    | st.sampled_from(
        [*KINDS, *What, "nan", "bev", "tiana", "Q1", "3", "steps", "a1", "2027-02-30"]
    )
    | st.text(st.characters(), max_size=20)  # Halves of characters too.
)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | words,
    lambda inside: (
        st.lists(inside, max_size=4)
        | st.dictionaries(st.sampled_from(KEYS) | words, inside, max_size=6)
    ),
    max_leaves=20,
)
SOUND: dict[str, dict[str, Any]] = {
    "leading.keep_line": {"key": "k1", "based_on": 0, "kind": "worry", "words": "Nan worries."},
    "leading.keep_happening": {"what": "asked", "about": "A-1", "words": ""},
    "leading.keep_row": {"key": "k2", "based_on": 0, "page": "steps", "cells": {"words": "Ring."}},
    "preparing.how_it_reads": {"kind": "worry", "text": "Her siblings come."},
    "auditing.keep_answer": {"key": "k3", "based_on": 0, "rating": "2", "words": "I saw it."},
    "auditing.letter_reads": {"text": "Her siblings come."},
}


@pytest.fixture(scope="module")
def walk() -> Walk:
    service = a_service()
    service.app.config["WTF_CSRF_CHECK_DEFAULT"] = False
    return Walk(service)


def sent(walk: Walk, visitor: str, endpoint: str, method: str, **body: Any) -> TestResponse:
    ids = walk.ids["second" if visitor == "second rater" else "own"]
    headers = {"Cookie": walk.service.cookies[visitor], "Accept": "application/json"}
    address = walk.address(endpoint, method, ids)
    return walk.client.open(address, method=method, headers=headers, **body)


def counts(walk: Walk) -> dict[str, int]:
    with walk.service.app.app_context(), reading() as session:
        tables = set(inspect(session.connection()).get_table_names())
        kept = {one for one in tables if one != "visit" and not one.startswith("access_")}
        return {one: session.scalar(text(f'SELECT count(*) FROM "{one}"')) or 0 for one in kept}  # noqa: S608


def is_answered(answer: TestResponse) -> None:
    assert answer.status_code < 500
    assert answer.mimetype == "application/json", answer.status_code
    assert answer.json is not None
    if answer.status_code != 200:
        assert answer.json.keys() & {"problems", "clash"}


@pytest.mark.parametrize(("visitor", "endpoint", "method"), ROUTES)
def test_any_json_is_answered_and_what_is_refused_leaves_nothing(
    visitor: str, endpoint: str, method: str, walk: Walk
) -> None:
    @settings(max_examples=EXAMPLES)
    @given(anything, st.dictionaries(st.sampled_from(KEYS), anything, max_size=3), st.booleans())
    def tried(document: object, more: dict[str, object], is_near: bool) -> None:  # noqa: FBT001
        asked = SOUND[endpoint] | more if is_near else document
        answer = sent(walk, visitor, endpoint, method, data=json.dumps(asked))
        is_answered(answer)
        now = counts(walk)
        assert answer.status_code == 200 or now == known[-1]
        known.append(now)

    known = [counts(walk)]
    tried()
    walk.service.as_before()


@pytest.mark.parametrize(("visitor", "endpoint", "method"), ROUTES)
def test_any_bytes_of_any_type_are_answered_and_leave_nothing(
    visitor: str, endpoint: str, method: str, walk: Walk
) -> None:
    before = counts(walk)

    @settings(max_examples=EXAMPLES)
    @given(st.binary(max_size=60), st.sampled_from(TYPES))
    def tried(data: bytes, kind: str) -> None:
        is_answered(sent(walk, visitor, endpoint, method, data=data, content_type=kind))

    tried()
    assert counts(walk) == before


@pytest.mark.parametrize(("visitor", "endpoint", "method"), ROUTES)
def test_a_sound_one_is_let_in_so_that_the_others_come_as_far(
    visitor: str, endpoint: str, method: str, walk: Walk
) -> None:
    answer = sent(walk, visitor, endpoint, method, json=SOUND[endpoint])
    is_answered(answer)
    assert answer.status_code in {200, 409, 422}
    walk.service.as_before()
