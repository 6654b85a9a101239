"""An invitation is one person's, and puts nobody in danger."""

from dataclasses import replace

import pytest

from facilitator.before_the_day import Invitation, invitation_for
from facilitator.contributions import Contribution
from facilitator.kinds import KINDS, Shape
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


def test_two_orders_the_other_way_round_keep_both_at_home() -> None:
    """Each must keep away from the other, so that neither order hides the other one."""
    orders = (kept_away("mum", protects=("dean",)), kept_away("dean"))
    for one in ("mum", "dean"):
        with pytest.raises(Refusal, match="must not meet"):
            invited(one, people(MUM, COMING, restrictions=orders))


def test_the_purpose_stands_on_an_invitation_unless_it_is_hidden_from_them() -> None:
    everyone = people(MUM, SAM, hidden_items=(hidden("Moor House", "sam"),))
    purpose = said("purpose", "So that Mum can come home from Moor House.")
    assert invited("mum", everyone, purpose).purpose == purpose.words
    assert invited("sam", everyone, purpose).purpose == ""


def test_no_list_holds_somebody_beside_whoever_they_must_keep_away_from() -> None:
    """Dean is not asked to a meeting that Mum comes to, so that nobody's invitation says he is."""
    order = kept_away("dean")
    assert invited("nan", people(MUM, NAN, COMING, restrictions=(order,))).who == ("Mum",)
    away = replace(MUM, attended=Attendance.WROTE)
    assert invited("nan", people(away, NAN, COMING, restrictions=(order,))).who == ("Dean",)


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


@pytest.mark.parametrize("how", [Attendance.WROTE, Attendance.INVITED_ABSENT])
def test_whoever_is_not_there_on_the_day_is_not_listed_and_not_invited(how: Attendance) -> None:
    everyone = people(MUM, NAN, replace(COMING, attended=how))
    assert invited("mum", everyone).who == ("Nan",)
    with pytest.raises(Refusal, match="Dean is not coming"):
        invited("dean", everyone)


@pytest.mark.parametrize("out", [{"role": Role.EXCLUDED}, {"attended": Attendance.EXCLUDED}])
def test_whoever_was_left_out_is_on_nobody_s_invitation(out: dict[str, object]) -> None:
    everyone = people(MUM, NAN, replace(COMING, left_out_why="Bail.", **out))  # type: ignore[arg-type]
    assert invited("mum", everyone).who == ("Nan",)
    with pytest.raises(Refusal, match="Dean is not coming"):
        invited("dean", everyone)


def test_an_invitation_says_why_we_meet_unless_it_holds_something_hidden() -> None:
    everyone = people(MUM, SAM, hidden_items=(hidden("Moor House", "sam"),))
    why = said("purpose", "So that Mum can go to Moor House.")
    assert invited("mum", everyone, why).purpose == why.words
    assert invited("sam", everyone, why).purpose == ""
    assert invited("mum", everyone).purpose == ""


def test_of_all_that_was_said_before_an_invitation_holds_the_purpose_and_the_questions() -> None:
    everyone = people(MUM, ELLIE, NAN)
    said_before = [
        said(kind.key, f"{kind.key} words", by="" if kind.shape is Shape.WORDS else "ellie")
        for kind in KINDS.values()
    ]
    made = invited("nan", everyone, *said_before, said("question", ""))
    assert [kind for kind in KINDS if f"{kind} words" in repr(made)] == ["purpose", "question"]
    assert made.questions == ("question words",)


def test_nobody_s_invitation_says_what_is_the_facilitator_s_alone() -> None:
    alone = {"left_out_why": "secret-one", "views_by": "secret-two", "overheard_by": "secret-three"}
    everyone = people(replace(MUM, **alone), replace(NAN, **alone))  # type: ignore[arg-type]
    assert "secret" not in repr(invited("mum", everyone))
