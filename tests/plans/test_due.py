"""What a plan promises by a day: the service's part, never the family's."""

from datetime import date, timedelta

import pytest

from facilitator.contributions import Contribution
from facilitator.people import Role
from facilitator.plans.due import Due, DueKind, dues_of, still_open
from tests.builders import MEETING_DAY, people, plan, said, step
from tests.people.cast import ELLIE, MUM, NAN, PRIYA, SAM

LATER = MEETING_DAY + timedelta(days=10)
THERE = people(MUM, ELLIE, NAN, SAM, PRIYA)


def promised(*contributions: Contribution) -> dict[DueKind, Due]:
    """What this plan promises beside what it leaves open."""
    made = plan(*contributions, of=THERE)
    return {one.kind: one for one in dues_of(made) if one.kind is not DueKind.SORT_OUT}


def said_yes() -> Contribution:
    return said("referrer_answer", "It is safe.", by="priya", answer="yes", date=MEETING_DAY)


def test_a_step_that_a_worker_holds_is_the_services_to_keep_by_its_day() -> None:
    assert promised(said_yes(), step(id="a1", who=("priya",), due=LATER)) == {
        DueKind.STEP: Due(kind=DueKind.STEP, on=LATER, ref="a1", whose=Role.REFERRER)
    }


def test_a_step_without_a_day_to_end_is_due_when_it_begins() -> None:
    (due,) = promised(said_yes(), step(id="a1", who=("nan", "priya"))).values()
    assert due.on == MEETING_DAY


@pytest.mark.parametrize("who", [("nan",), ("mum", "sam"), ()])
def test_a_step_of_the_family_and_its_friends_is_never_late(who: tuple[str, ...]) -> None:
    assert promised(said_yes(), step(who=who, due=LATER)) == {}


@pytest.mark.parametrize("answer", ["", "not_yet"])
def test_the_family_waits_for_help_that_it_asked_for(answer: str) -> None:
    asked = said("request", "A bus pass", of="priya", answer=answer, by_=None, id="r1")
    due = promised(said_yes(), asked)[DueKind.ANSWER]
    assert (due.ref, due.whose, due.on) == ("r1", Role.REFERRER, MEETING_DAY)


def test_an_answer_with_a_day_is_awaited_until_that_day() -> None:
    asked = said("request", "A bus pass", of="priya", answer="not_yet", by_=LATER)
    assert promised(said_yes(), asked)[DueKind.ANSWER].on == LATER


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_a_yes_and_a_no_are_answers(answer: str) -> None:
    assert promised(said_yes(), said("request", "A bus pass", of="priya", answer=answer)) == {}


def test_help_that_the_family_asks_of_one_another_is_theirs() -> None:
    assert promised(said_yes(), said("request", "A lift", of="nan", answer="")) == {}


def test_the_referrer_owes_an_answer_until_they_have_given_one() -> None:
    assert promised() == {
        DueKind.DECISION: Due(kind=DueKind.DECISION, on=MEETING_DAY, whose=Role.REFERRER)
    }
    later = said("referrer_answer", "My manager.", by="priya", answer="not_yet", answer_by=LATER)
    assert promised(later)[DueKind.DECISION].on == LATER
    assert promised(said_yes()) == {}


def test_a_meeting_without_a_referrer_waits_for_none() -> None:
    assert [one.kind for one in dues_of(plan(of=people(MUM, NAN)))] == [DueKind.SORT_OUT]


def test_what_somebody_from_an_office_finds_out_is_due() -> None:
    def unknown(who: str) -> Contribution:
        return said("unknown", "Is there a bus?", who=(who,), by_=LATER)

    assert promised(said_yes(), unknown("priya"))[DueKind.FINDING_OUT].on == LATER
    assert promised(said_yes(), unknown("nan")) == {}


def test_the_day_to_meet_again_is_due() -> None:
    again = said("meet_again", date=date(2027, 5, 8), time="10:00", place="St Luke's hall")
    assert promised(said_yes(), again)[DueKind.REVIEW].on == date(2027, 5, 8)


def test_what_a_plan_leaves_open_waits_since_its_agreement_until_nothing_is_open() -> None:
    left_open = plan(said("worry", "The road is dark.", by="nan"), of=THERE)
    assert Due(kind=DueKind.SORT_OUT, on=MEETING_DAY) in dues_of(left_open)
    assert "No step answers this worry yet: “The road is dark.”" in still_open(left_open)
    assert not any("said yes, no or not yet" in words for words in still_open(left_open))
