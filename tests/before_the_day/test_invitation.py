"""An invitation is one person's, and puts nobody in danger."""

from dataclasses import replace

import pytest

from facilitator.before_the_day import Invitation, invitation_for
from facilitator.contributions import Contribution
from facilitator.people import Attendance, Need, People, Role
from facilitator.refusals import Refusal
from tests.builders import hidden, kept_away, meeting, people, said
from tests.people.cast import DEAN, ELLIE, MUM, NAN, PRIYA, SAM

COMING = replace(DEAN, attended=Attendance.IN_ROOM)
IDRIS = replace(PRIYA, id="idris", name="Idris Vale", called="Idris", role=Role.FACILITATOR)


def invited(person: str, everyone: People, *contributions: Contribution) -> Invitation:
    return invitation_for(person, meeting(start="10:00"), everyone, contributions)


def test_an_invitation_says_when_where_who_and_that_no_is_an_answer() -> None:
    made = invited("nan", people(MUM, ELLIE, NAN, PRIYA, IDRIS))
    assert (made.day, made.time, made.place) == ("Saturday 6 March 2027", "10am", "St Luke's hall")
    assert made.who == ("Mum", "Ellie", "Priya", "Idris")
    assert made.asks == "Idris"


def test_whoever_must_keep_away_is_not_invited_to_meet_them() -> None:
    everyone = people(MUM, NAN, COMING, restrictions=(kept_away("dean", rule="No contact."),))
    with pytest.raises(Refusal, match=r"Dean must not meet Mum: “No contact\.”"):
        invited("dean", everyone)


def test_the_protected_persons_invitation_does_not_name_the_other() -> None:
    everyone = people(MUM, NAN, COMING, restrictions=(kept_away("dean"),))
    assert invited("mum", everyone).who == ("Nan",)
    assert invited("nan", everyone).who == ("Mum", "Dean")


def test_a_restriction_that_has_ended_keeps_nobody_away() -> None:
    ended = kept_away("dean", until=meeting().held_on.replace(day=1))
    assert invited("mum", people(MUM, COMING, restrictions=(ended,))).who == ("Dean",)


def test_whoever_is_not_coming_is_not_listed_and_not_invited() -> None:
    everyone = people(MUM, NAN, DEAN)
    assert invited("mum", everyone).who == ("Nan",)
    with pytest.raises(Refusal, match="Dean is not coming"):
        invited("dean", everyone)


def test_a_hidden_place_stops_the_invitation_and_a_hidden_name_is_left_out() -> None:
    place = people(MUM, SAM, hidden_items=(hidden("St Luke's hall", "sam"),))
    with pytest.raises(Refusal, match="The place of the meeting is hidden from Sam"):
        invited("sam", place)
    name = people(MUM, SAM, PRIYA, hidden_items=(hidden("Priya Nair", "sam"),))
    assert invited("sam", name).who == ("Mum",)


def test_a_question_that_holds_something_hidden_is_left_out() -> None:
    everyone = people(MUM, SAM, hidden_items=(hidden("Moor House", "sam"),))
    questions = (said("question", "Who drives to Moor House?"), said("question", "Who cooks?"))
    assert invited("sam", everyone, *questions).questions == ("Who cooks?",)
    assert len(invited("mum", everyone, *questions).questions) == 2


def test_your_own_needs_stand_on_your_invitation_alone() -> None:
    asked = replace(MUM, needs=(Need("someone beside me"),))
    assert invited("mum", people(asked, NAN)).needs == ("someone beside me",)
    assert invited("nan", people(asked, NAN)).needs == ()
