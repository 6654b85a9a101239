"""What a letter must hold before it is sent, and what it never holds."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from facilitator.auditing.letters import language
from facilitator.auditing.letters.letter import Letter, SharedStep, Strength, problems
from facilitator.auditing.letters.told import Seen, real_names, told
from facilitator.audits.masking import Mask
from facilitator.meetings.meeting import DEFAULT_ZONE
from facilitator.plain_language import shipped
from facilitator.releasing.opening import zone_of
from tests import builders, kept

ID = UUID(int=7)
STEP = SharedStep("We read two lines aloud.", "You and I", date(2027, 3, 12))
LETTER = Letter(
    id=ID,
    look_id=ID,
    meeting_id=ID,
    version=1,
    team_id=ID,
    facilitator_id=ID,
    rater_id=ID,
    strengths=(Strength("a1", "You waited for an answer."),),
    questions=("What made that easy?",),
    step=STEP,
)
PLAN = builders.plan(builders.step(id="a1"))
MASK = Mask.of_plan(PLAN, ID)
LONDON = zone_of(kept.a_kept_meeting())


def wrong_with(*, has_stops: bool = False, **known: Any) -> list[tuple[str, str]]:
    found = problems(replace(LETTER, **known), has_stops=has_stops)
    return [(one.place, one.wrong) for one in found]


def test_a_whole_letter_may_go() -> None:
    assert wrong_with() == []
    assert wrong_with(questions=()) == []


@pytest.mark.parametrize(
    ("known", "place", "says"),
    [
        ({"strengths": ()}, "line_1", "No strength is in it yet."),
        ({"strengths": (Strength("", "So warm."),)}, "line_1", "This says why, and shows no line."),
        ({"strengths": (Strength("a1", " "),)}, "why_1", "This line has no reason yet."),
        ({"questions": ("A?", "B?", "C?")}, "question_1", "You ask 3 questions."),
        ({"questions": ("What? And why?", "Who?")}, "question_1", "You ask 3 questions."),
        ({"questions": ("Tell me.",)}, "question_1", "'Tell me.' does not end as a question."),
        ({"step": replace(STEP, by=None)}, "step_by", "The step has no day."),
        ({"step": replace(STEP, who="")}, "step_who", "Nobody is named for the step."),
        ({"step": replace(STEP, what="")}, "step", "There is no step yet."),
    ],
)
def test_a_letter_with_a_gap_stays_here_and_says_where(
    known: dict[str, Any], place: str, says: str
) -> None:
    assert wrong_with(**known) == [(place, says)]


@pytest.mark.parametrize("rated", ["You scored well", "Q7 was good", "2 out of 3", "3/3", "80%"])
def test_no_rating_and_no_figure_goes_with_a_letter(rated: str) -> None:
    ((place, says),) = wrong_with(strengths=(Strength("a1", f"{rated}."),))
    assert place == "why_1"
    assert "is a rating" in says


@pytest.mark.parametrize(
    "fine", ["It starts at 7.45pm on 3 March.", "Mark said so.", "All 3 children were asked."]
)
def test_days_times_and_names_are_no_ratings(fine: str) -> None:
    assert wrong_with(strengths=(Strength("a1", fine),)) == []


def test_words_that_may_hurt_stay_only_for_a_reason() -> None:
    letter = replace(LETTER, questions=("Why does she refuse to engage?",))
    found = language.findings(letter, (), shipped())
    assert [one.place for one in found] == ["question_1"]
    assert language.has_stops(found)
    assert wrong_with(has_stops=True)[0][0] == "why_words_stay"
    assert wrong_with(has_stops=True, why_words_stay="It is what the order says.") == []


def test_made_up_names_are_no_hard_words() -> None:
    letter = replace(LETTER, strengths=(Strength("a1", f"You asked {MASK.name('ellie')} first."),))
    assert language.findings(letter, language.names_in(PLAN, MASK), shipped()) == ()


def test_the_writer_meets_made_up_names_and_the_facilitator_the_real_ones() -> None:
    made_up = MASK.name("ellie")
    letter = replace(LETTER, questions=(f"What did {made_up}’s face say?",))
    written = told(letter, PLAN, Seen.masked(MASK), LONDON)
    read = told(letter, PLAN, Seen.real(PLAN, MASK), LONDON)
    assert written.strengths[0][0] == f"Walk {made_up} to school."
    assert read.strengths[0][0] == "Walk Ellie to school."
    assert read.questions == ("What did Ellie’s face say?",)
    assert "Ellie" not in repr(written)
    assert made_up not in repr(read)


def test_a_made_up_name_inside_another_word_stays() -> None:
    made_up = MASK.name("ellie")
    assert real_names(PLAN, MASK)(f"{made_up}ton, x{made_up}") == f"{made_up}ton, x{made_up}"


def test_days_are_said_as_people_say_them() -> None:
    said = told(LETTER, PLAN, Seen(), LONDON)
    assert (said.step_by, said.sent_on) == ("Friday 12 March 2027", "")
    assert str(LONDON) == DEFAULT_ZONE
