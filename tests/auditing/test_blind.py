"""Until a second rater has filed, nothing that the first one said reaches them, by any address.

Every address is asked for with every id, twice. Between the two, all that the first rater said is
said otherwise: their ratings, words and reasons, the suggestions beside them, remarks, the letter,
what they noted. Not one byte of any answer may follow.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import String, Text, Uuid, insert, select, update
from werkzeug.routing import Rule

from facilitator.accounts.routes import ROUTES
from facilitator.accounts.user import User
from facilitator.auditing import store as looks
from facilitator.auditing.opening import open_plan
from facilitator.auditing.pairs.kept import PairState
from facilitator.auditing.rubric_here import rubric_here
from facilitator.audits.look import Answer
from facilitator.database import Base, new_id, reading, writing
from tests.auditing.drawn import ADA, AT, Service, a_service, rater_of, sends
from tests.desk.at_the_desk import a_meeting
from tests.web import SAM, TEAM

NOT_FOUND = 404
CANARY = "marigold"
# Whatever the first rater said of the plan, by table and column. A rating is a text too.
SAID: Mapping[str, Mapping[str, Any]] = {
    "look": {"machine": {"ratings": {}}, "shown": {"REL-1": 9}},
    "look_answer": {"rating": "3", "words": "tansy", "suggested": 1, "why_apart": "tansy"},
    "look_remark": {"words": "tansy", "settled": "tansy"},
    "act_today": {"seen": "tansy", "told": "tansy"},
    "observed_meeting": {"yes_by": "tansy"},
    "letter": {"step": "tansy", "questions": ["tansy"]},
}
# What is another one each time: the tokens and keys of forms.
TOKEN = re.compile(rb'<input[^>]*type="hidden"[^>]*>|data-(?:csrf|key|token)="[^"]*"')
CHANGES = {"Set-Cookie", "Date", "Content-Length"}
# What is kept about the rater counts their own looks, and every page that is asked for here is one.
COUNTS_LOOKS = {"/account/kept", "/account/kept.pdf"}
Answers = dict[str, tuple[int, bytes]]


@pytest.fixture(scope="module")
def service() -> Service:
    return a_service()


@pytest.fixture(scope="module")
def pair(service: Service) -> PairState:
    """A real plan that Ada has said everything about, and that waits for a second rater."""
    pair = service.asks_blind(
        a_meeting(service.app), words=CANARY, ratings={"Q1": 0}, machine=machine(CANARY)
    )
    with service.app.app_context(), writing() as session:
        for name, row in around(pair).items():
            session.execute(insert(Base.metadata.tables[name]).values(**filled(name, row)))
    answer = sends(service.as_(rater_of(pair)), f"/second-ratings/{pair.id}/look")
    assert answer.status_code == 303
    begun = service.pair(pair.id)
    assert begun.second_look_id is not None
    with service.app.app_context(), writing() as session:
        mine = Answer(criterion="Q1", rating=2, words="Two children were heard.")
        looks.keep_answer(session, begun.second_look_id, mine, at=AT)
    return begun


def machine(words: str) -> dict[str, Any]:
    one = {"suggested": 3, "because": words, "evidence": []}
    return {"ratings": {"Q1": one}, "gates": [words], "metrics": {}, "commitments": {}}


def around(pair: PairState) -> dict[str, dict[str, Any]]:
    """What stands around the first look: a remark, a note to act today, a letter, what was seen."""
    look, meeting = pair.first_look_id, pair.meeting_id
    return {
        "look_remark": {"look_id": look, "criterion": "Q1", "words": CANARY, "by": ADA.id},
        "act_today": {"meeting_id": meeting, "team_id": TEAM.id, "seen": CANARY, "by": ADA.id},
        "observed_meeting": {
            "look_id": look,
            "yes_by": CANARY,
            "by": ADA.id,
            "saw": {"REL": CANARY},
        },
        "letter": {
            "look_id": look,
            "meeting_id": meeting,
            "team_id": TEAM.id,
            "facilitator_id": SAM.id,
            "rater_id": ADA.id,
            "step": CANARY,
            "sent_at": AT,
            "strengths": [],
            "questions": [CANARY],
        },
    }


def filled(name: str, row: dict[str, Any]) -> dict[str, Any]:
    """That row with something in every column that must not be empty."""
    usual: dict[str, Any] = {"id": new_id(), "at": AT, "saved_at": AT, "yes_on": AT.date()}
    for one in Base.metadata.tables[name].columns:
        if one.nullable or one.name in row:
            continue
        plain: Any = "" if isinstance(one.type, String | Text) else 1
        row[one.name] = usual.get(one.name, plain)
    return row


def ids(app: Flask) -> dict[str, list[UUID]]:
    """The newest id of each table that has a row."""
    tables = Base.metadata.sorted_tables
    keyed = [one for one in tables if "id" in one.c and isinstance(one.c["id"].type, Uuid)]
    with app.app_context(), reading() as session:
        return {
            one.name: list(session.scalars(select(one.c.id).order_by(one.c.id.desc()).limit(1)))
            for one in keyed
        }


def addresses(app: Flask, user: User) -> Iterator[str]:
    """Every address that can be asked for; with every id where that user's duty may use it."""
    known = ids(app)
    every = [one for several in known.values() for one in several]
    for rule in app.url_map.iter_rules():
        if "GET" not in (rule.methods or ()):
            continue
        allowed = ROUTES.get(rule.endpoint, {}).get("GET")
        is_open = not isinstance(allowed, frozenset) or bool(allowed & user.duties)
        values_of = list(_values(rule, known["meeting"], every))
        for values in values_of if is_open else values_of[:1]:
            yield str(app.url_map.bind("localhost").build(rule.endpoint, values))


def _values(rule: Rule, meetings: list[UUID], every: list[UUID]) -> Iterator[dict[str, Any]]:
    """Ids for each place of an address: of a meeting where another one stands too, else all."""
    places = {name: _held(rule, name) for name in sorted(rule.arguments)}
    several = sum(one is UUID for one in places.values()) > 1
    choices = [
        one if isinstance(one, list) else meetings if several and name == "meeting_id" else every
        for name, one in places.items()
    ]
    return (dict(zip(places, values, strict=True)) for values in product(*choices))


def _held(rule: Rule, name: str) -> list[Any] | type[UUID]:
    converter = rule._converters[name]  # noqa: SLF001 - werkzeug says it nowhere else
    kind = type(converter).__name__
    if kind == "UUIDConverter":
        return UUID
    if kind == "AnyConverter":
        return sorted(converter.items)  # type: ignore[attr-defined]
    return [1] if kind == "IntegerConverter" else ["Q1"]


def answers(client: FlaskClient, addresses: Iterable[str]) -> Answers:
    """What each address answers: its status, and all of it but the tokens of forms."""
    found = {}
    for where in addresses:
        answer = client.get(where)
        headers = sorted(one for one in answer.headers.items() if one[0] not in CHANGES)
        said = TOKEN.sub(b"", answer.get_data() + str(headers).encode())
        found[where] = (answer.status_code, said)
    return found


def say_otherwise(app: Flask, pair: PairState) -> None:
    """All that the first rater said is said otherwise, whatever it was."""
    of = {"look": "id", "look_answer": "look_id"}
    with app.app_context(), writing() as session:
        for name, values in SAID.items():
            table = Base.metadata.tables[name]
            asked = update(table).values(**values)
            if name in of:
                asked = asked.where(table.c[of[name]] == pair.first_look_id)
            assert session.execute(asked).rowcount, name  # type: ignore[attr-defined]


def test_no_address_tells_a_second_rater_anything_of_the_first(
    service: Service, pair: PairState
) -> None:
    rater = rater_of(pair)
    client = service.as_(rater)
    before = answers(client, addresses(service.app, rater))
    assert sum(status == 200 for status, _ in before.values()) > 10
    assert f"/looks/{pair.second_look_id}" in before
    leaks = [where for where, (_, said) in before.items() if CANARY.encode() in said]
    assert leaks == []
    with service.app.app_context(), reading() as session:
        opened = open_plan(session, pair.meeting_id, rubric_here(), pair.version)
        assert opened is not None
        because = [one.because.encode() for one in opened.machine.ratings.values()]
    assert len(because) > 10
    assert [
        (where, one) for where, (_, said) in before.items() for one in because if one in said
    ] == []

    own = service.as_(ADA)
    seen = own.get(f"/looks/{pair.first_look_id}").get_data()
    assert CANARY.encode() in seen
    say_otherwise(service.app, pair)
    assert own.get(f"/looks/{pair.first_look_id}").get_data() != seen
    after = answers(client, [one for one, (status, _) in before.items() if status != NOT_FOUND])
    otherwise = {where for where, said in after.items() if said != before[where]}
    assert otherwise - COUNTS_LOOKS == set()
