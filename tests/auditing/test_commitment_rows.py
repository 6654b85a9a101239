"""What the plan does not show is said kindly, with the questions that ask for it."""

from dataclasses import replace

from facilitator.agenda import shipped
from facilitator.agenda.values import LeftOut
from facilitator.auditing.commitments.rows import Promise, Sources, principles, silent
from facilitator.audits.masking import Mask
from tests.builders import people

AGENDA = shipped.load("family_group_conference")
FOUND = {"line": "a1", "kind": "action", "quote": "Walk to school.", "prompt": None}


def promises(paper: str = "", **found: object) -> dict[str, Promise]:
    held = {key.replace("_", "-"): one for key, one in found.items()}
    mask = Mask.of(people(), "a meeting")
    made = principles(held, Sources(AGENDA, paper, people(), mask))  # type: ignore[arg-type]
    assert {one.commitment.id for one in silent(made)} == {
        each.commitment.id for one in made for each in one.promises if not each.shows
    }
    return {each.commitment.id: each for one in made for each in one.promises}


def test_a_promise_that_nothing_shows_has_the_questions_that_ask_for_it_core_ones_first() -> None:
    found = promises()["REF-2"]
    asked = AGENDA.keeping("REF-2")
    assert found.shows == ()
    assert len(found.prompts) == len(asked)
    core = [one.words for one in asked if one.core]
    assert list(found.prompts[: len(core)]) == core


def test_a_question_has_the_childs_made_up_name_in_it() -> None:
    name = Mask.of(people(), "a meeting").name("ellie")
    asked = " ".join(each for one in promises().values() for each in one.prompts)
    assert name in asked
    assert "[child]" not in asked


def test_how_often_it_is_shown_is_counted_and_a_line_in_the_paper_is_led_to() -> None:
    once = promises('<li id="line-a1">', REF_2=[FOUND])["REF-2"]
    assert once.counted == "The plan shows it once."
    assert [(one.kind, one.line) for one in once.shows] == [("step", "line-a1")]
    twice = promises(REF_2=[FOUND, FOUND])["REF-2"]
    assert twice.counted == "The plan shows it 2 times."
    assert [one.line for one in twice.shows] == ["", ""]


def test_a_line_says_which_question_it_answers() -> None:
    prompt = next(one for one in AGENDA.prompts if one.core and "[child]" not in one.words)
    (shown,) = promises(REF_2=[{**FOUND, "prompt": prompt.id}])["REF-2"].shows
    assert shown.prompt == prompt.words


def test_where_a_meeting_of_its_kind_does_not_ask_for_it_the_reason_stands_there() -> None:
    agenda = replace(AGENDA, left_out=(LeftOut("REF-2", "There is no step to take."),))
    made = principles({}, Sources(agenda, "", people(), Mask.of(people(), "a meeting")))
    said = {each.commitment.id: each.left_out for one in made for each in one.promises}
    assert {key: why for key, why in said.items() if why} == {"REF-2": "There is no step to take."}
