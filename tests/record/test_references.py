"""Ids: each stands once, and each that is named is there."""

import json
from typing import Any

import pytest

from facilitator.kinds import KINDS, Holds
from facilitator.record import Record
from facilitator.record.references import reference_problems
from tests.records import CAMPBELL, Document


def campbell() -> Document:
    """The practice family, with lines of those kinds too that it did not need."""
    document: Document = json.loads(CAMPBELL.read_bytes())
    sent = {"words": "I can drive.", "by": "leon", "how": "a call", "date": None}
    document["share"]["sent_words"] = [sent]
    yes = {"person": "grace", "words": "", "answer": "yes", "date": None, "stop": ""}
    document["meeting"]["consent"] = [yes]
    document["plan"] |= {
        "own_views": [{"by": "marlon", "words": "It is long.", "date": None}],
        "not_said": [{"by": "leon", "words": "Most Sundays.", "about": ["a4"], "date": None}],
        "kept_wordings": [{"reason": "Her own word.", "about": ["a4"], "kept": "violent"}],
        "readings": [
            {"person": "grace", "language": "Urdu", "interpreter": "joy", "time": "", "date": None}
        ],
    }
    return document


def wrong_in(document: Document) -> list[str]:
    return [str(problem) for problem in reference_problems(document)]


def put(document: Any, path: str, value: object) -> None:
    *above, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    for step in above:
        document = document[step]
    document[last] = value


PERSON = (
    "open.hopes.0.by",
    "share.strengths.0.by",
    "share.worries.0.by",
    "share.needs.0.by",
    "share.bottom_lines.0.by",
    "share.not_known.0.who",
    "share.not_known.0.said_by",
    "share.sent_words.0.by",
    "share.sent_words.0.read_by",
    "meeting.consent.0.person",
    "child_views.0.child",
    "plan.family_statement.by",
    "plan.love_lines.0.by",
    "plan.goals.0.said_by",
    "plan.actions.0.by",
    "plan.actions.0.checked_by",
    "plan.contingency.0.who",
    "plan.contingency.0.second",
    "plan.support_requests.0.of",
    "plan.disagreements.0.views.1.by",
    "plan.plan_keeper",
    "plan.tell.0.by",
    "plan.own_views.0.by",
    "plan.not_said.0.by",
    "plan.readings.0.person",
    "plan.readings.0.interpreter",
    "plan.agreement.0.person",
    "plan.agreement.0.through",
    "plan.goals.0.hurts",
    "plan.referrer_decision.by",
    "plan.review.said_by",
)
PEOPLE = (
    "people.1.safe_adults",
    "safety.confidential.0.hide_from",
    "share.worries.0.about",
    "share.sent_words.0.may_hear",
    "child_views.0.may_hear",
    "plan.agreement.0.may_hear",
    "private.who_extra",
    "plan.goals.0.for",
    "plan.actions.0.who",
    "plan.actions.0.share_with",
    "plan.review.who",
)
LINES = (
    "plan.actions.0.links",
    "child_views.0.shown_by",
    "plan.not_said.0.about",
    "plan.kept_wordings.0.about",
    "share.not_known.0.about",
)


@pytest.mark.parametrize("path", PERSON)
def test_somebody_who_is_not_among_the_people_is_named(path: str) -> None:
    document = campbell()
    put(document, path, "nobody")
    [problem] = reference_problems(document)

    assert problem.place.endswith(path.rsplit(".", 1)[-1])
    assert problem.wrong == "'nobody' is the id of nobody in people."
    assert problem.remedy.startswith("Use the id of somebody in people: charlene, tiana, ")


@pytest.mark.parametrize("path", PEOPLE)
def test_each_of_several_people_must_be_there(path: str) -> None:
    document = campbell()
    put(document, path, ["joy", "jooy"])

    [sentence] = wrong_in(document)
    assert f"{path.rsplit('.', 1)[-1]}[1]: 'jooy' is the id of nobody" in sentence
    assert sentence.endswith("Did you mean 'joy'?")


@pytest.mark.parametrize("path", LINES)
def test_a_line_that_is_named_must_be_there(path: str) -> None:
    document = campbell()
    put(document, path, ["w1", "w99", "grace"])

    assert [sentence.split(": ", 1)[1] for sentence in wrong_in(document)] == [
        (
            "'w99' is the id of no line. Use the id of a line with an id: "
            "s1, s2, s3, s4, s5, n1, n2, n3, n4, n5, w1, w2 or another."
        ),
        (
            "'grace' is the id of no line. Use the id of a line with an id: "
            "s1, s2, s3, s4, s5, n1, n2, n3, n4, n5, w1, w2 or another."
        ),
    ]


def test_a_restriction_names_people() -> None:
    document = campbell()
    rule = {"person": "rob", "kind": "bail", "protects": ["charlene", "nora"], "rule": "Away."}
    document["safety"]["restrictions"] = [rule]

    assert [sentence.split(":")[0] for sentence in wrong_in(document)] == [
        "safety.restrictions[0].person",
        "safety.restrictions[0].protects[1]",
    ]


def test_nobody_may_be_named_where_nobody_is_known() -> None:
    document = campbell()
    for path in PERSON:
        if not path.endswith((".child", ".person")):
            put(document, path, "")

    assert wrong_in(document) == []
    Record(document)


def test_a_childs_page_can_be_hidden_from_and_a_page_of_nobody_cannot() -> None:
    document = campbell()
    put(document, "safety.confidential.0.hide_from", ["tiana_page", "tania_page", "_page"])

    assert [sentence.split(": ")[0] for sentence in wrong_in(document)] == [
        "safety.confidential[0].hide_from[1]",
        "safety.confidential[0].hide_from[2]",
    ]


def test_a_childs_page_is_no_person_anywhere_else() -> None:
    document = campbell()
    put(document, "plan.review.who", ["tiana_page"])

    assert "'tiana_page' is the id of nobody in people." in wrong_in(document)[0]


def test_a_person_whose_id_reads_like_a_childs_page_is_refused() -> None:
    document = campbell()
    put(document, "people.11.id", "tiana_page")

    assert wrong_in(document) == [
        (
            "people[11] 'tiana_page'.id: The id 'tiana_page' also means the page of 'tiana'. "
            "Give this person another id."
        )
    ]


def test_the_familys_own_id_belongs_to_no_person() -> None:
    document = campbell()
    put(document, "people.11.id", "family")

    assert wrong_in(document) == [
        (
            "people[11] 'family'.id: The id 'family' is kept for the copy that the whole family "
            "holds. Give this person another id."
        )
    ]


def test_two_people_cannot_have_one_id() -> None:
    document = campbell()
    put(document, "people.11.id", "nan")
    put(document, "people.9.id", "nan")

    assert (
        "people[11] 'nan'.id: The id 'nan' already belongs to the person at people[9] 'nan'. "
        "Give one of the two another id."
    ) in wrong_in(document)


def test_two_lines_cannot_have_one_id_though_they_are_of_two_kinds() -> None:
    document = campbell()
    put(document, "plan.actions.4.id", "b1")

    assert wrong_in(document)[0] == (
        "plan.actions[4] 'b1'.id: The id 'b1' already belongs to the line at "
        "share.bottom_lines[0] 'b1'. Give one of the two another id."
    )


def test_a_person_and_a_line_may_share_an_id() -> None:
    document = campbell()
    put(document, "people.11.id", "a1")

    assert wrong_in(document) == []
    Record(document)


def test_an_old_step_can_be_linked_to() -> None:
    document = campbell()
    document["old_actions"] = [{"id": "o1", "what": "Ring Nan.", "result": "done"}]
    put(document, "plan.actions.0.links", ["o1"])

    assert wrong_in(document) == []
    Record(document)


def test_a_line_without_an_id_is_named_by_its_place() -> None:
    document = campbell()
    about = ["plan.contingency.0", "share.if_no_plan", "plan.plan_keeper", "plan.review"]
    put(document, "plan.not_said.0.about", about)
    assert wrong_in(document) == []

    count = len(document["plan"]["contingency"])
    put(document, "plan.not_said.0.about", [f"plan.contingency.{count}"])
    [sentence] = wrong_in(document)
    assert f"'plan.contingency.{count}' is the id of no line." in sentence

    strange = {"id": "plan.contingency.0", "text": "x", "by": ""}
    document["share"]["needs"].append(strange)
    put(document, "plan.not_said.0.about", ["plan.contingency.0", "plan.contingency.0_"])
    assert wrong_in(document) == []


@pytest.mark.parametrize("zone", ["Europe/Lundon", "Nowhere/City", "local"])
def test_a_time_zone_that_is_nowhere_is_refused(zone: str) -> None:
    document = campbell()
    document["meeting"]["zone"] = zone

    assert wrong_in(document) == [
        f"meeting.zone: There is no time zone '{zone}'. Use one such as Europe/London."
    ]


def test_every_field_of_every_kind_that_names_somebody_is_looked_at() -> None:
    named = {Holds.PERSON, Holds.PEOPLE, Holds.LINES, Holds.VIEWS}
    fields = {
        (kind.place, field.key)
        for kind in KINDS.values()
        for field in kind.fields
        if field.holds in named
    }
    tried = {
        (path.split(".0.")[0].removesuffix(".who"), path.split(".")[-1])
        for path in (*PERSON, *PEOPLE, *LINES)
    } | {("plan.disagreements", "views"), ("family_views", "shown_by"), ("plan.tell", "by")}

    assert fields <= tried
