"""What the list finds in the two recordings, place by place."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from facilitator.plain_language.finding import Scope
from tests.plain_language.word_sayings import found
from tests.records import CAMPBELL, PEARCE

# Read by a person in the poor recording: where, and the words that want another look.
PEARCE_FLAGS = """
share.strengths.s1 | Mother
share.strengths.s1 | attended
share.worries.w1 | Ongoing
share.worries.w1 | concerns
share.worries.w1 | neglect
share.worries.w1 | poor home conditions
share.worries.w1 | Mother
share.worries.w1 | minimises
share.worries.w1 | lacks insight
share.worries.w2 | Mother
share.worries.w2 | fails to prioritise
share.worries.w2 | poor choices
share.worries.w3 | challenging behaviour
share.worries.w3 | at risk
share.worries.w3 | exclusion
share.worries.w3 | Attachment issues
share.worries.w4 | Father
share.worries.w4 | hard to reach
share.worries.w4 | failed to engage
share.worries.w5 | DV
share.worries.w5 | chaotic lifestyle
share.worries.w5 | toxic relationship
share.worries.w5 | Disguised compliance
share.worries.w6 | Professionals
share.worries.w6 | threshold
share.worries.w6 | escalation
share.worries.w6 | ICPC
share.questions.0 | mother
share.questions.0 | demonstrate
plan.goals.g1 | Improved outcomes
plan.goals.g1 | stability
plan.goals.g1 | the child
plan.actions.a1 | Mother to
plan.actions.a1 | engage
plan.actions.a1 | professionals
plan.actions.a1 | demonstrate
plan.actions.a1.how_often | ongoing
plan.actions.a2 | MGM
plan.actions.a2 | support
plan.actions.a2 | as and when
plan.actions.a2.how_often | as needed
plan.actions.a3 | Home conditions
plan.actions.a3 | improved
plan.actions.a3 | ASAP
plan.actions.a4 | Professionals to
plan.actions.a4 | continue to monitor
plan.actions.a4 | share information
plan.actions.a4 | in line with
plan.actions.a4 | safeguarding
plan.actions.a4.how_often | ongoing
plan.actions.a5 | Referral
plan.actions.a5 | parenting programme
plan.actions.a5 | in due course
plan.actions.a5.how_often | TBC
plan.actions.a6 | Contact
plan.actions.a6 | father
plan.actions.a6 | regular
plan.actions.a6 | appropriate
plan.actions.a6.how_often | regular
plan.support_requests.0 | respite
""".strip().splitlines()

NOT_PRINTED = {"professional_notes", "facilitator_notes", "people", "id", "schema", "type"}
SCOPES = {"actions": Scope.ACTIONS, "goals": Scope.GOALS, "contingency": Scope.CONTINGENCY}


def said_at(document: Any, where: str) -> str:
    """The words at a dotted place, where a list is asked for the entry of an id or a number."""
    for step in where.split("."):
        if isinstance(document, Sequence):
            document = next(
                entry
                for number, entry in enumerate(document)
                if str(number) == step or (isinstance(entry, Mapping) and entry.get("id") == step)
            )
        else:
            document = document[step]
    if isinstance(document, Mapping):
        return str(document.get("text") or document.get("what"))
    return str(document)


def lines(document: Any, part: str = "") -> list[tuple[Scope, str]]:
    """Every text of a record that a plan may print, with the kind of line that it is."""
    if isinstance(document, str):
        return [(SCOPES.get(part, Scope.ALL), document)]
    if isinstance(document, Mapping):
        inside = [(key, value) for key, value in document.items() if key not in NOT_PRINTED]
        return [
            line for key, value in inside for line in lines(value, key if key in SCOPES else part)
        ]
    if isinstance(document, list):
        return [line for value in document for line in lines(value, part)]
    return []


@pytest.mark.parametrize("flag", PEARCE_FLAGS)
def test_what_a_person_flagged_in_the_poor_recording_is_found(flag: str) -> None:
    where, words = flag.split(" | ")
    record = json.loads(PEARCE.read_text(encoding="utf-8"))
    scope = next((SCOPES[part] for part in where.split(".") if part in SCOPES), Scope.ALL)
    places = [each.lower() for _, each in found(said_at(record, where), scope)]
    assert any(words.lower() in place for place in places), places


def test_the_good_recording_has_no_stop_and_two_asks_at_most() -> None:
    record = json.loads(CAMPBELL.read_text(encoding="utf-8"))
    names = [person["name"] for person in record["people"]]
    levels = [
        level for scope, line in lines(record) for level, _ in found(line, scope, names=names)
    ]
    assert levels.count("stop") == 0
    assert levels.count("ask") <= 2


def test_the_one_thing_to_explain_in_the_good_recording_is_found() -> None:
    record = json.loads(CAMPBELL.read_text(encoding="utf-8"))
    reason = record["plan"]["referrer_decision"]["reason"]
    assert found(reason) == [("explain", "bottom lines")]
