"""Both recordings come out as a person judged them: ratings, gates and counts."""

import json
from pathlib import Path

import pytest

from facilitator.audits import shipped
from facilitator.five_rs import COMMITMENTS
from tests.audits.recorded import CAMPBELL, PEARCE, Document, audited_file, document, levels

POOR = dict.fromkeys((one.id for one in shipped().criteria), 0) | {"Q8": 1, "Q15": 1}
GOOD = dict.fromkeys(POOR, 3)
GOOD_COUNTS: Document = {
    "balance": {"strengths": 5, "needs": 5, "worries": 4, "largest_share": 0.36},
    "worker_worries_specific": [2, 2],
    "coverage": [12, 12],
    "actions": 11,
    "actions_with_owner": 11,
    "actions_with_date": 11,
    "actions_clear": 11,
    "people_holding_actions": 8,
    "largest_load_share": 0.19,
    "family_share": 0.82,
    "days_to_plan": 0,
    "days_to_first_action": 0,
    "days_to_review": 84,
    "agreed": [7, 7],
    "needs_met": [6, 6],
}
POOR_COUNTS: Document = {
    "balance": {"strengths": 1, "needs": 0, "worries": 6, "largest_share": 0.86},
    "worker_worries_specific": [0, 6],
    "coverage": [0, 6],
    "actions": 6,
    "actions_with_owner": 3,
    "actions_with_date": 0,
    "actions_clear": 0,
    "people_holding_actions": 3,
    "largest_load_share": 0.33,
    "family_share": 0.67,
    "days_to_plan": 31,
    "days_to_first_action": None,
    "days_to_review": None,
    "agreed": [0, 2],
    "needs_met": [0, 1],
}


@pytest.mark.parametrize(("path", "judged"), [(CAMPBELL, GOOD), (PEARCE, POOR)])
def test_the_suggestions_are_within_one_of_a_persons_ratings(
    path: Path, judged: dict[str, int]
) -> None:
    found = levels(audited_file(path))
    assert found.keys() == judged.keys()
    assert {key for key, level in found.items() if abs((level or 0) - judged[key]) > 1} == set()


def test_the_good_plan_passes_every_gate_and_the_poor_one_passes_the_first_alone() -> None:
    assert audited_file(CAMPBELL).gates == ()
    assert audited_file(PEARCE).gates == (
        "G2 private family time breached or recorded",
        "G3 no child view and no reason",
        "G4 worry or bottom line with no step",
        "G5 no worker's answer on the day",
        "G6 no review date",
    )


@pytest.mark.parametrize(("path", "counted"), [(CAMPBELL, GOOD_COUNTS), (PEARCE, POOR_COUNTS)])
def test_counts_and_days_are_exact(path: Path, counted: Document) -> None:
    found = audited_file(path).metrics
    assert {key: found[key] for key in counted} == counted
    assert found.keys() - counted.keys() == {"reading", "flags"}


@pytest.mark.parametrize(
    ("path", "grade", "longest", "over"), [(CAMPBELL, 1.7, 30, 0.022), (PEARCE, 7.6, 17, 0.0)]
)
def test_the_reading_is_within_one_grade(
    path: Path, grade: float, longest: int, over: float
) -> None:
    found = audited_file(path).metrics["reading"]
    assert found["fk_grade"] == pytest.approx(grade, abs=1)
    assert found["uk_reading_age"] == pytest.approx(grade + 5, abs=1)
    assert (found["max_sentence"], found["share_over_20"]) == (longest, over)


@pytest.mark.parametrize(("path", "flags"), [(CAMPBELL, (0, 0, 1)), (PEARCE, (18, 40, 2))])
def test_the_flags_are_within_a_tenth(path: Path, flags: tuple[int, int, int]) -> None:
    found = audited_file(path).metrics["flags"]
    for level, many in zip(("stop", "ask", "explain"), flags, strict=True):
        assert found[level] == pytest.approx(many, rel=0.1)


def test_each_commitment_has_its_row_and_a_good_plan_shows_something_for_each() -> None:
    good, poor = audited_file(CAMPBELL), audited_file(PEARCE)
    assert list(good.commitments) == list(poor.commitments) == list(COMMITMENTS)
    assert [key for key, found in good.commitments.items() if not found] == []
    assert poor.commitments["RES-1"] == ()


@pytest.mark.parametrize("path", [CAMPBELL, PEARCE])
def test_every_quote_is_in_the_record_and_names_a_line_and_a_commitment(path: Path) -> None:
    raw = document(path)
    ids = {one["id"] for key in ("strengths", "worries", "needs") for one in raw["share"][key]}
    found = audited_file(path)
    for suggestion in found.ratings.values():
        for one in suggestion.evidence:
            assert one.line
            assert one.kind
            assert one.commitments
            if one.line in ids:
                assert one.quote in json.dumps(raw, ensure_ascii=False)


def test_evidence_names_the_prompt_that_it_answers() -> None:
    def with_a_prompt(raw: Document) -> None:
        raw["share"]["strengths"][0]["prompt"] = "RSL-2a"

    found = audited_file(CAMPBELL, with_a_prompt).ratings["Q3"].evidence
    assert {one.line: one.prompt for one in found if one.prompt} == {"s1": "RSL-2a"}


@pytest.mark.parametrize("path", [CAMPBELL, PEARCE])
def test_no_note_and_nothing_of_private_time_is_in_an_audit(path: Path) -> None:
    def with_secrets(raw: Document) -> None:
        raw["facilitator_notes"]["text"] = raw["professional_notes"]["text"] = "Zanzibar one."
        raw["private"]["record"] = "Zanzibar two."
        for stage in raw["meeting"]["stages"]:
            stage["note"] = "Zanzibar three."
        for one in raw["people"]:
            one["note"] = one["views_by"] = one["excluded_reason"] = "Zanzibar four."

    told = json.dumps(audited_file(path, with_secrets).document)
    assert "Zanzibar" not in told
