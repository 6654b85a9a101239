"""Who is there, and who must not be let in."""

import pytest

from facilitator.people import People
from facilitator.refusals import Refusal
from facilitator.walk import Presence, What, Whereabouts, let_in
from tests import builders
from tests.people.cast import DEAN, MUM
from tests.walk.happened import happened

CAME_IN, STEPPED_OUT, LEFT = What.CAME_IN, What.STEPPED_OUT, What.LEFT


def test_whoever_was_to_take_part_is_here_from_the_beginning() -> None:
    there = Presence.of(builders.people(), ())
    assert there.here == ("mum", "ellie", "nan", "sam", "priya")
    assert there.of_person("dean") is Whereabouts.NOT


def test_a_relative_walks_out_and_comes_back() -> None:
    out = happened(STEPPED_OUT, "nan", minute=40)
    back = happened(CAME_IN, "nan", minute=55)
    people = builders.people()
    assert Presence.of(people, [out]).out == ("nan",)
    after = Presence.of(people, [out, back])
    assert "nan" in after.here
    assert [one.at.minute for one in after.comings] == [40, 55]


def test_who_left_is_gone_and_nobody_waits_for_them() -> None:
    after = Presence.of(builders.people(), [happened(LEFT, "priya")])
    assert after.of_person("priya") is Whereabouts.GONE
    assert "priya" not in (*after.here, *after.out)


def test_somebody_nobody_waited_for_can_come_in() -> None:
    assert "dean" in Presence.of(builders.people(), [happened(CAME_IN, "dean")]).here


def refused(person_id: str, people: People) -> str:
    coming = happened(CAME_IN, person_id)
    with pytest.raises(Refusal) as refusal:
        let_in(person_id, Presence.of(people, ()), people, coming)
    return str(refusal.value)


def test_who_must_keep_away_from_somebody_is_not_let_in() -> None:
    people = builders.people(MUM, DEAN, restrictions=(builders.kept_away("dean"),))
    said = refused("dean", people)
    assert "Dean and Mum must not be in one room" in said
    assert "leaves before" in said


def test_a_protected_person_is_not_let_in_to_the_one_who_must_keep_away() -> None:
    people = builders.people(MUM, DEAN, restrictions=(builders.kept_away("dean"),))
    gone = Presence.of(people, [happened(LEFT, "mum"), happened(CAME_IN, "dean")])
    with pytest.raises(Refusal):
        let_in("mum", gone, people, happened(CAME_IN, "mum"))


def test_a_restriction_that_has_ended_keeps_nobody_out() -> None:
    over = builders.kept_away("dean", until=builders.MEETING_DAY.replace(year=2026))
    people = builders.people(MUM, DEAN, restrictions=(over,))
    let_in("dean", Presence.of(people, ()), people, happened(CAME_IN, "dean"))


def test_once_the_other_has_left_there_is_nothing_in_the_way() -> None:
    people = builders.people(MUM, DEAN, restrictions=(builders.kept_away("dean"),))
    alone = Presence.of(people, [happened(LEFT, "mum")])
    let_in("dean", alone, people, happened(CAME_IN, "dean"))
