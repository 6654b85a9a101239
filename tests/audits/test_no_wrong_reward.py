"""No criterion rewards fewer steps of a service, more checkers, or more prompts asked."""

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from facilitator.audits import audit, shipped
from tests.audits.recorded import CAMPBELL, PEARCE, Document, audited, audited_file, levels
from tests.records import records


def a_service_step(raw: Document, number: int = 1) -> Document:
    return {
        "id": f"service{number}",
        "what": "Drive Nan to the shop.",
        "who": [raw["people"][-1]["id"]],
        "start": raw["meeting"]["date"],
        "due": None,
        "how_often": "every Monday",
        "checked_by": "",
        "links": [],
        "kind": "service",
    }


def raised(before: Document, after: Document) -> dict[str, Any]:
    """The criteria that went down from before to after; how it reads is another matter."""
    first, then = levels(audit(audited(before))), levels(audit(audited(after)))
    # A criterion that does not apply has no level to lose.
    return {
        key: (first[key], level)
        for key, level in then.items()
        if key != "Q15" and (level or 0) < (first[key] or 0)
    }


@given(records())
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_clear_step_of_a_service_never_lowers_a_rating(raw: Document) -> None:
    more = deepcopy(raw)
    more["plan"]["actions"] += [a_service_step(raw, number) for number in range(3)]
    assert raised(raw, more) == {}


@pytest.mark.parametrize("path", [CAMPBELL, PEARCE])
def test_taking_out_the_steps_of_a_service_raises_nothing(path: Any) -> None:
    def without_service(raw: Document) -> None:
        raw["plan"]["actions"] = [one for one in raw["plan"]["actions"] if one["kind"] != "service"]

    before, after = levels(audited_file(path)), levels(audited_file(path, without_service))
    assert {key for key in before if (after[key] or 0) > (before[key] or 0)} == set()


def test_a_service_that_carries_most_of_the_steps_costs_the_family_nothing() -> None:
    def much_help(raw: Document) -> None:
        raw["plan"]["actions"] += [a_service_step(raw, number) for number in range(30)]

    found = audited_file(CAMPBELL, much_help)
    assert found.metrics["family_share"] < 0.3
    assert found.ratings["Q8"].suggested == 3


@pytest.mark.parametrize("path", [CAMPBELL, PEARCE])
@pytest.mark.parametrize("checker", ["", "all"])
def test_checkers_move_no_rating(path: Any, checker: str) -> None:
    def checked(raw: Document) -> None:
        for one in raw["plan"]["actions"]:
            one["checked_by"] = raw["people"][0]["id"] if checker else ""

    assert levels(audited_file(path, checked)) == levels(audited_file(path))


@pytest.mark.parametrize("path", [CAMPBELL, PEARCE])
def test_prompts_move_no_rating(path: Any) -> None:
    def asked(raw: Document) -> None:
        for key in ("strengths", "worries", "needs"):
            for one in raw["share"][key]:
                one["prompt"] = "RSL-2a"
        for one in raw["plan"]["actions"]:
            one["prompt"] = "REF-2a"

    assert levels(audited_file(path, asked)) == levels(audited_file(path))


@given(records())
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_plan_at_all_can_be_looked_at(raw: Document) -> None:
    found = audit(audited(raw))
    assert list(found.ratings) == [one.id for one in shipped().criteria]
    for one in found.ratings.values():
        assert one.suggested in (None, 0, 1, 2, 3)
        assert one.because
