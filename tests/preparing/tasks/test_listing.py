"""The list of what there is to do: in words, with what is missing, and never a score."""

import re
from dataclasses import replace
from datetime import date

import pytest

from facilitator.people import Attendance, Need, People, Person, Role
from facilitator.preparing.tasks.listing import Known, Task, counted, names, tasks
from tests import builders
from tests.builders import said
from tests.people.cast import DEAN, ELLIE, MUM, NAN, PRIYA

CHILDREN, OTHERS, LEFT_OUT = (
    "The children",
    "Everybody else: who they are, and what they need",
    "Who is left out, and why",
)
SAY, YES = "The say of each child, and of whoever can't be there", "Yes to the meeting"
WORRIES = "Worries, and what must be in the plan"
APART = "Who must keep away from whom"


def known(*lines: object, of: People | None = None, **meeting: object) -> Known:
    return Known(
        meeting=builders.meeting(**meeting),
        people=builders.people() if of is None else of,
        said=tuple(lines),  # type: ignore[arg-type]
    )


def task(title: str, about: Known) -> Task:
    (found,) = [one for group in tasks(about) for one in group.tasks if one.title == title]
    return found


def test_children_come_first() -> None:
    assert tasks(known())[0].tasks[0].title == CHILDREN


def test_an_empty_meeting_has_nothing_yet_and_nothing_missing_but_its_time_and_place() -> None:
    empty = known(of=People(), place="")
    every = [one for group in tasks(empty) for one in group.tasks]
    missing = [sentence for one in every for sentence in one.missing]
    assert missing == ["No time yet.", "No place yet."]
    assert task(CHILDREN, empty).state == task(SAY, empty).state == "Nothing yet"


def test_no_task_ever_shows_a_score() -> None:
    full = known(
        said("worry", "w", about=("ellie",)),
        said("question", "q"),
        said("purpose", "p"),
        said("consent", by="mum", answer="yes"),
        said("child_view", "v", by="ellie"),
        start="10:00",
    )
    words = " ".join(
        " ".join((one.state, *one.missing, *one.must))
        for group in tasks(full)
        for one in group.tasks
    )
    assert not re.search(r"%|\d+ (of|/) \d+|\d+/\d+|score|complete", words)


def test_a_child_with_nobody_to_tell_is_named() -> None:
    alone = People((replace(ELLIE, safe_adults=()), NAN))
    assert task(CHILDREN, known(of=alone)).missing == (
        "Nobody is written down yet whom Ellie can tell.",
    )
    assert task(CHILDREN, known(of=People((ELLIE, NAN)))).missing == ()


def test_a_need_with_no_answer_is_asked_about_until_it_has_one() -> None:
    stairs = replace(NAN, needs=(Need("no stairs"),))
    met = replace(NAN, needs=(Need("no stairs", "the hall has a ramp"),))
    assert task(OTHERS, known(of=People((stairs,)))).missing == (
        "Nan: no stairs. How will it be met?",
    )
    assert task(OTHERS, known(of=People((met,)))).missing == ()


def test_whoever_joins_by_telephone_is_asked_who_can_hear_them() -> None:
    far = replace(NAN, attended=Attendance.BY_PHONE)
    assert "Nan" in " ".join(task(OTHERS, known(of=People((far,)))).missing)
    alone = replace(far, overheard_by="nobody, she is in her kitchen")
    assert task(OTHERS, known(of=People((alone,)))).missing == ()


def test_somebody_left_out_needs_a_reason() -> None:
    out = replace(DEAN, attended=Attendance.EXCLUDED)
    left = task(LEFT_OUT, known(of=People((out,))))
    assert (left.state, left.missing) == (
        "Dean",
        ("It is not written down why Dean is left out.",),
    )


def test_each_child_and_each_person_who_is_not_there_is_asked_for_their_say() -> None:
    people = People((ELLIE, MUM, DEAN, PRIYA))
    assert task(SAY, known(of=people)).state == "Nothing yet"
    one = known(said("child_view", "I want a dog.", by="ellie"), of=people)
    assert task(SAY, one).state == "1 still to ask"
    assert task(SAY, one).missing == ("Not yet heard: Dean.",)
    both = known(
        said("child_view", "I want a dog.", by="ellie"),
        said("sent_words", "I miss her.", by="dean"),
        of=people,
    )
    assert (task(SAY, both).state, task(SAY, both).missing) == ("All asked", ())


def test_a_no_is_told_and_is_an_answer() -> None:
    people = People((MUM, NAN, ELLIE, PRIYA))
    about = known(
        said("consent", by="mum", answer="yes"),
        said("consent", by="nan", answer="no"),
        said("consent", by="ellie", answer="not_yet"),
        of=people,
    )
    yes = task(YES, about)
    assert yes.state == "All asked"
    assert yes.missing == ("Nan said no.", "Thinking about it: Ellie.")


@pytest.mark.parametrize(
    ("shown", "missing"),
    [
        (None, ("Not yet shown to the family: 1 line.",)),
        (date(2027, 3, 5), ()),
        (builders.MEETING_DAY, ("Not yet shown to the family: 1 line.",)),
    ],
    ids=["never", "the day before", "on the day itself"],
)
def test_a_worry_has_to_be_shown_before_the_day(
    shown: date | None, missing: tuple[str, ...]
) -> None:
    about = known(said("worry", "w", shown_on=shown), said("if_no_plan", "A court decides."))
    assert task(WORRIES, about).missing == missing


def test_two_who_must_keep_apart_and_are_both_to_come_must_be_sorted_before_the_day() -> None:
    dean = replace(DEAN, attended=Attendance.IN_ROOM)
    people = builders.people(MUM, dean, restrictions=(builders.kept_away("dean"),))
    assert "Dean" in " ".join(task(APART, known(of=people)).must)
    away = builders.people(MUM, DEAN, restrictions=(builders.kept_away("dean"),))
    assert task(APART, known(of=away)).must == ()


def test_the_facilitator_is_nobody_who_is_asked() -> None:
    sam = Person(id="f", name="Sam", called="Sam", role=Role.FACILITATOR)
    about = known(of=People((sam,)))
    assert task(OTHERS, about).state == task(YES, about).state == "Nothing yet"


def test_somebody_who_is_left_out_is_not_asked_for_a_yes() -> None:
    out = replace(DEAN, attended=Attendance.EXCLUDED)
    about = known(said("consent", by="mum", answer="yes"), of=People((MUM, out)))
    assert task(YES, about).state == "All asked"


def test_a_facilitator_who_is_ill_is_not_asked_for_their_say() -> None:
    sam = Person(
        id="f", name="Sam", called="Sam", role=Role.FACILITATOR, attended=Attendance.NOT_ATTENDING
    )
    assert task(SAY, known(of=People((sam,)))).missing == ()


def test_counts_and_names_are_said_as_people_say_them() -> None:
    assert (counted(1, "child", "children"), counted(2, "child", "children")) == (
        "1 child",
        "2 children",
    )
    assert names((MUM, NAN, ELLIE)) == "Mum, Nan and Ellie"
    assert (names((MUM,)), names(())) == ("Mum", "")
