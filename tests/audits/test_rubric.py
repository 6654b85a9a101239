"""The rubric is data: twenty criteria that a person can read, and that a service can add to."""

from pathlib import Path

import pytest

from facilitator.audits import Rubric, audit, shipped, with_service
from facilitator.audits.rubric_file import read_rubric
from facilitator.five_rs import COMMITMENTS
from facilitator.plain_language import Level, Scope, check
from facilitator.refusals import Refusal
from tests.audits.recorded import audited, document

OWN = """\
format = "facilitator-rubric/1"

[[criterion]]
id = "Q2"
name = "It is their plan"
asks = "Would Nan say that it is theirs?"

[[criterion]]
id = "S1"
name = "Food"
commitments = ["RES-3"]
anchors = ["No food.", "Biscuits.", "Lunch.", "The family's own food."]
asks = "What was on the table?"
"""
LEFT_OUT = """
[[left_out]]
id = "Q11"
why = "Our days are counted elsewhere."
"""


def service(folder: Path, text: str) -> Rubric:
    path = folder / "ours.toml"
    path.write_text(text, encoding="utf-8")
    return with_service(path)


def test_there_are_twenty_criteria_and_they_serve_all_fifteen_commitments() -> None:
    criteria = shipped().criteria
    assert [one.id for one in criteria] == [f"Q{number}" for number in range(1, 21)]
    assert {one for criterion in criteria for one in criterion.commitments} == set(COMMITMENTS)


def test_each_criterion_has_four_different_anchors_a_question_and_what_is_counted() -> None:
    for one in shipped().criteria:
        assert len(set(one.anchors)) == 4
        assert one.asks.endswith("?")
        assert one.suggests


def test_the_rubric_keeps_the_rules_for_plain_words() -> None:
    texts = [
        text
        for one in shipped().criteria
        for text in (one.name, *one.anchors, one.asks, one.suggests, one.not_applicable)
    ]
    stops = [
        (text, found.words)
        for text in texts
        for found in check(text, Scope.SCREEN)
        if found.level is Level.STOP
    ]
    assert stops == []


def test_a_criterion_is_found_by_its_id_or_is_none_and_loading_it_says_so() -> None:
    assert shipped().load("Q7").name == "Clear steps: who, what, when"
    assert shipped().find("Q99") is None
    with pytest.raises(LookupError, match="no criterion called 'Q99'"):
        shipped().load("Q99")


def test_a_service_words_a_criterion_anew_and_adds_its_own_after_ours(tmp_path: Path) -> None:
    rubric = service(tmp_path, OWN)
    assert rubric.load("Q2").name == "It is their plan"
    assert rubric.load("Q2").anchors == shipped().load("Q2").anchors
    assert [one.id for one in rubric.criteria][-1] == "S1"
    assert len(rubric.criteria) == 21


def test_a_criterion_of_a_service_is_for_a_person_alone(tmp_path: Path) -> None:
    found = audit(audited(document()), service(tmp_path, OWN))
    assert "S1" not in found.ratings
    assert "Q2" in found.ratings


def test_what_is_left_out_keeps_its_reason(tmp_path: Path) -> None:
    rubric = service(tmp_path, OWN + LEFT_OUT)
    assert rubric.find("Q11") is None
    (gone,) = rubric.left_out
    assert (gone.criterion.id, gone.why) == ("Q11", "Our days are counted elsewhere.")
    assert "Q11" not in audit(audited(document()), rubric).ratings


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("", "The format is null."),
        ("format = ", "can't be read as TOML"),
        (OWN.replace("/1", "/2"), "The format is 'facilitator-rubric/2'."),
        (OWN + 'colour = "red"\n', "The key 'colour' is not known here."),
        (OWN.replace('asks = "What was on the table?"\n', ""), "It has no 'asks'."),
        (OWN.replace('"Biscuits.", ', ""), "Its 'anchors' are"),
        (OWN.replace('["RES-3"]', '["RES-9"]'), "Its 'commitments' are"),
        (OWN.replace('name = "Food"', "name = 3"), "Its 'name' is the number 3."),
        (OWN.replace('"S1"', '"Q2"'), "This id stands here twice."),
        (OWN + 'suggests = "Plates."\n', "no rule of this program stands behind it"),
        (OWN.replace('name = "It', 'suggests = "x"\nname = "It'), "belongs to a rule"),
        (OWN + LEFT_OUT.replace("Q11", "Q99"), "There is no criterion called 'Q99'."),
        (OWN + '\n[[left_out]]\nid = "Q11"\n', "The reason for leaving it out is null."),
        (OWN + LEFT_OUT.replace("Our days are counted elsewhere.", " "), "The reason for leaving"),
        ("criterion = 3\n" + OWN.split("\n\n", maxsplit=1)[0], "criterion is the number 3."),
    ],
)
def test_a_wrong_file_is_refused_by_its_name(tmp_path: Path, text: str, wrong: str) -> None:
    with pytest.raises(Refusal) as refused:
        service(tmp_path, text)
    assert wrong in str(refused.value)
    assert all(one.place.startswith("ours.toml") for one in refused.value.problems)
    assert all(one.remedy for one in refused.value.problems)


def test_a_file_that_is_not_there_or_is_no_text_is_refused_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"gone\.toml: .* can't be read"):
        with_service(tmp_path / "gone.toml")
    for data, wrong in (
        (b"\xff\xfe\x00", "not text in UTF-8"),
        (b"#" * 300_000, "more than 256 KB"),
    ):
        with pytest.raises(Refusal, match=f"odd.toml.*: .*{wrong}"):
            read_rubric(data, "odd.toml")
