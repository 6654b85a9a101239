"""A plan comes in with its record as a version that was agreed, and goes out with its number."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from facilitator import exchange, record
from facilitator.canonical import thaw
from facilitator.contributions import Change
from facilitator.contributions import store as contributions
from facilitator.database import reading, writing
from facilitator.exchange.keeping import Arrival, Reception, bring_in, take_out
from facilitator.plans import Agreed
from facilitator.plans import store as plans
from facilitator.plans.plan import code_from_id
from facilitator.practice.prepared import prepared_record
from facilitator.record import Record, read
from tests import builders
from tests.kept import NOW, SAM, two_teams
from tests.records import CAMPBELL, RECORDINGS


@pytest.fixture(autouse=True)
def _kept(tmp_path: Path) -> Iterator[None]:
    with two_teams(tmp_path):
        yield


def campbell() -> Record:
    return read(CAMPBELL.read_bytes(), CAMPBELL.name)


def brought_in(one: Record, *, practice: bool = False) -> Arrival:
    with writing() as session:
        return bring_in(session, one, Reception(owner=SAM, at=NOW, practice=practice))


def taken_out(arrival: Arrival) -> Record:
    with reading() as session:
        return take_out(session, arrival.kept.id)


def agreed(arrival: Arrival) -> Agreed | None:
    with reading() as session:
        return plans.latest(session, arrival.kept.id)


@pytest.mark.parametrize("path", RECORDINGS, ids=lambda path: path.stem)
def test_a_plan_that_a_record_brought_is_agreed_at_once(path: Path) -> None:
    came = read(path.read_bytes(), path.name)
    kept = agreed(brought_in(came))
    assert kept == Agreed(exchange.plan_of(came, exchange.draft_of(came)), NOW, SAM.id)


def test_the_meeting_of_the_practice_family_before_its_day_has_agreed_nothing() -> None:
    assert agreed(brought_in(prepared_record(), practice=True)) is None


def with_plan(**plan: Any) -> dict[str, Any]:
    document = json.loads(CAMPBELL.read_bytes())
    document["plan"] |= plan
    return document  # type: ignore[no-any-return]


NUMBERS = [
    ({}, 1, None),
    ({"version": None, "code": None}, 1, None),
    ({"version": 3}, 3, None),
    ({"version": 3, "code": "K7QF-2M4P"}, 3, "K7QF-2M4P"),
    ({"code": "K7QF-2M4P"}, 1, "K7QF-2M4P"),
    ({"version": 1, "code": code_from_id("04_kinship_campbell")}, 1, None),
]


@pytest.mark.parametrize(("plan", "number", "code"), NUMBERS)
def test_number_and_code_come_in_and_go_out_as_they_were(
    plan: dict[str, Any], number: int, code: str | None
) -> None:
    came = Record(with_plan(**plan))
    arrival = brought_in(came)
    kept = agreed(arrival)
    assert kept is not None
    assert (kept.plan.version, kept.plan.code) == (number, code or code_from_id(came.id))
    assert record.write(taken_out(arrival)) == record.write(came)


@pytest.mark.parametrize(("plan", "number", "code"), NUMBERS)
def test_the_next_version_goes_out_with_its_number_and_the_same_code(
    plan: dict[str, Any], number: int, code: str | None
) -> None:
    arrival = brought_in(Record(with_plan(**plan)))
    first = agreed(arrival)
    assert first is not None
    again = replace(first.plan, version=number + 1)
    with writing() as session:
        more = replace(first, plan=again, what_changed="Nan can't do Tuesdays.")
        plans.add(session, arrival.kept.id, more, "k2")
    out = taken_out(arrival).document["plan"]
    assert out["version"] == number + 1
    assert (out.get("code") or code_from_id("04_kinship_campbell")) == first.plan.code
    assert out.get("code") == (code or plan.get("code"))


def test_what_is_beside_a_line_names_it_by_its_place_wherever_that_is_by_now() -> None:
    arrival = brought_in(campbell())
    said = exchange.of_record(campbell()).contributions
    first, second, *_ = (one for one in said if one.kind == "if_then")
    more = (
        builders.said("if_then", "Ring Bev.", id="l1", if_="it snows", who="bev"),
        builders.said("not_said", "No.", id="l2", by="leon", about=("l1", second.id, "w1", "gone")),
    )
    everyone = exchange.of_record(campbell()).people
    with writing() as session:
        for one in more:
            change = Change(said=one, key=one.id, based_on=0, typed_by=SAM.id, at=NOW)
            contributions.save(session, arrival.kept.id, change, everyone)
        gone = Change(said=first, key="x", based_on=1, typed_by=SAM.id, at=NOW, taken_back=True)
        contributions.save(session, arrival.kept.id, gone, everyone)
    document: Any = thaw(taken_out(arrival).document)
    last = len(document["plan"]["contingency"]) - 1
    assert document["plan"]["contingency"][last]["if"] == "it snows"
    assert document["plan"]["not_said"][0]["about"] == [
        f"plan.contingency.{last}",
        "plan.contingency.0",
        "w1",
    ]


def test_a_past_hurt_and_its_yes_come_in_and_go_out() -> None:
    document = with_plan()
    document["share"]["needs"][0] |= {"hurts": "charlene", "hurts_yes": False}
    arrival = brought_in(Record(document))
    assert taken_out(arrival) == Record(document)
    with reading() as session:
        said = contributions.load(session, arrival.kept.id)
    (hurt,) = (one for one in said if one.hurts)
    assert (hurt.hurts, hurt.hurts_yes) == ("charlene", False)
    kept = agreed(arrival)
    assert kept is not None
    assert hurt.id not in {line.id for line in kept.plan.lines}
