"""Whose name may stand beside their words, and whose past hurt may be told."""

import pytest

from facilitator.agreeing.answers_states import SPEAKS_FOR_ITSELF
from facilitator.copies.reader import without_unshown_names
from facilitator.kinds import KINDS, Section
from facilitator.plans import Line
from tests import builders
from tests.agreeing.answers_meeting import AtTheYes, refusals

HURT = "Mum was hit when she was nine."


@pytest.fixture
def at() -> AtTheYes:
    made = AtTheYes()
    made.keep("s1", words="She sings.", by="grace")
    made.keep("w9", kind="worry", words=HURT, by="grace")
    return made


def of(at: AtTheYes, ref: str) -> str:
    return f"names/{at.ids[ref]}"


def test_beside_some_kinds_a_copy_always_names_the_person_and_nobody_is_asked() -> None:
    printed = [one for one in KINDS.values() if one.section is not Section.NOT_PRINTED]
    lines = [Line(id=one.key, kind=one.key, by="nan", name_shown=False) for one in printed]
    plan = builders.plan()
    always = {line.kind for line in lines if without_unshown_names(line, plan).by}
    assert always == SPEAKS_FOR_ITSELF


def test_a_name_stands_beside_the_words_by_that_persons_own_yes(at: AtTheYes) -> None:
    sent = at.tell(of(at, "grace"), **{"name.s1": "no", "name.w9": "yes", "themselves": "yes"})
    assert sent.status_code == 303
    assert at.line("s1")["name_shown"] is False
    assert at.line("w9")["name_shown"] is True
    assert "Their name stands beside 1 of 2 lines." in at.text("names")


def test_only_their_own_answer_counts(at: AtTheYes) -> None:
    answer = at.tell(of(at, "grace"), **{"name.s1": "no"})
    assert "It does not say that these are Nan's own answers." in refusals(answer)
    assert 'name="name.s1" type="radio" value="no" checked' in answer.text
    assert at.line("s1")["name_shown"] is None


def test_nobody_can_answer_for_the_words_of_somebody_else(at: AtTheYes) -> None:
    at.keep("s2", words="He cooks.", by="winston")
    at.tell(of(at, "grace"), **{"name.s2": "no", "number.s2": "1", "themselves": "yes"})
    assert at.line("s2")["name_shown"] is None


def test_one_press_answers_for_all_of_their_lines(at: AtTheYes) -> None:
    at.tell(of(at, "grace"), all="no", themselves="yes")
    assert [at.line(ref)["name_shown"] for ref in ("s1", "w9")] == [False, False]


def test_a_line_about_a_past_hurt_stays_out_until_that_person_says_yes(at: AtTheYes) -> None:
    assert at.tell("names", line="w9", whose="charlene").status_code == 303
    assert "Not yet asked. It stays out of the plan." in at.text("names")
    assert HURT not in at.text("final")
    assert "Without Mum's yes the line stays out of the plan." in at.text(of(at, "charlene"))
    at.tell(of(at, "charlene"), **{"hurt.w9": "yes", "themselves": "yes"})
    assert at.line("w9")["hurts_yes"] is True
    assert HURT in at.text("final")


def test_a_no_keeps_it_out(at: AtTheYes) -> None:
    at.tell("names", line="w9", whose="charlene")
    at.tell(of(at, "charlene"), **{"hurt.w9": "no", "themselves": "yes"})
    assert "No. It stays out of the plan." in at.text("names")
    assert HURT not in at.text("final")


def test_whoever_said_it_can_not_say_yes_for_the_one_who_was_hurt(at: AtTheYes) -> None:
    at.tell("names", line="w9", whose="charlene")
    at.tell(of(at, "grace"), **{"hurt.w9": "yes", "number.w9": "2", "themselves": "yes"})
    assert at.line("w9")["hurts_yes"] is None
    at.tell(of(at, "charlene"), **{"hurt.w9": "yes", "themselves": "yes"})
    at.tell(of(at, "grace"), **{"hurt.w9": "no", "name.w9": "yes", "themselves": "yes"})
    assert at.line("w9")["hurts_yes"] is True


def test_whoever_was_hurt_says_nothing_about_the_name_of_the_one_who_tells(at: AtTheYes) -> None:
    at.tell("names", line="w9", whose="charlene")
    at.tell(of(at, "charlene"), **{"hurt.w9": "yes", "name.w9": "yes", "themselves": "yes"})
    assert at.line("w9")["name_shown"] is None


def test_a_line_that_tells_of_nobodys_hurt_is_in_the_plan_again(at: AtTheYes) -> None:
    at.tell("names", line="w9", whose="charlene")
    assert at.tell("names", of_nobody="w9").status_code == 303
    assert at.line("w9")["hurts"] is None
    assert HURT in at.text("final")


def test_a_line_and_a_person_have_to_be_chosen(at: AtTheYes) -> None:
    said = refusals(at.tell("names", line="", whose=""))
    assert "The line is missing." in said
    assert "Whose hurt it is, is missing." in said


def test_a_line_that_was_changed_meanwhile_is_looked_at_again(at: AtTheYes) -> None:
    form = at.hidden_in(of(at, "grace"))
    at.keep("s1", words="She sings well.", by="grace", key="later", based_on=1)
    answer = at.send(f"agree/{of(at, 'grace')}", **{**form, "name.s1": "no", "themselves": "yes"})
    assert answer.status_code == 409
    assert at.line("s1")["name_shown"] is None
