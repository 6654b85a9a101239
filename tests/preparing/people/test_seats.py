"""The list of people: its order, its parts, and what keeps somebody on it."""

from dataclasses import replace

import pytest

from facilitator.meetings import PrivateTime
from facilitator.people import Attendance, HiddenItem, People, Person, Role, Safety
from facilitator.preparing.people import seats
from tests.builders import hidden, kept_away, meeting, people, said, step
from tests.people.cast import DEAN, ELLIE, MUM, NAN, PRIYA, SAM

DAY = meeting().held_on
TOM = replace(ELLIE, id="tom", name="Tom Marsh", called="Tom", safe_adults=())
IDRIS = replace(PRIYA, id="idris", name="Idris Vale", called="Idris", role=Role.FACILITATOR)


def order(of: People) -> list[str]:
    return [one.id for one in of]


def test_children_take_the_first_seats_and_whoever_leads_keeps_the_last() -> None:
    full = people(IDRIS)
    for one in (MUM, ELLIE, NAN, TOM):
        full = seats.seated(full, one)
    assert order(full) == ["ellie", "tom", "mum", "nan", "idris"]


def test_the_first_to_come_has_the_first_seat() -> None:
    assert order(seats.seated(People(), MUM)) == ["mum"]


@pytest.mark.parametrize(
    ("relationship", "word"),
    [
        ("Charlene's sister", "sister"),
        ("a FRIEND of the family", "friend"),
        ("Auntie, and speaks Polish", "auntie"),
        ("interpreter from Exe Languages", ""),
        ("sent by the Friendship Centre", ""),  # Only a whole word counts.
        ("", ""),
    ],
)
def test_words_that_say_family_or_friend_are_heard(relationship: str, word: str) -> None:
    assert seats.kin_word(relationship) == word


def safe_for_ellie(*everyone: Person, **safety: object) -> list[str]:
    all_of_them = People((ELLIE, *everyone), Safety(**safety))  # type: ignore[arg-type]
    return [one.id for one in seats.may_be_safe_adults("ellie", all_of_them, DAY)]


def test_a_child_is_sent_to_grown_ups_who_are_not_kept_away() -> None:
    cousin = replace(SAM, id="cousin", age=16)
    out = replace(PRIYA, attended=Attendance.EXCLUDED)
    order_on_dean = kept_away("dean", protects=("ellie",))
    assert safe_for_ellie(MUM, NAN, TOM, cousin, out, DEAN) == ["mum", "nan", "dean"]
    assert safe_for_ellie(NAN, DEAN, restrictions=(order_on_dean,)) == ["nan"]


def test_whoever_must_keep_away_from_anybody_is_no_safe_adult() -> None:
    """Paper must not reach them, and a child's page names its safe adults."""
    assert safe_for_ellie(MUM, DEAN, restrictions=(kept_away("dean"),)) == ["mum"]


def test_an_order_takes_its_person_out_of_a_childs_safe_adults_and_says_so() -> None:
    told_ellie = replace(ELLIE, safe_adults=("nan", "dean"))
    order_on_dean = kept_away("dean", protects=("ellie",))
    before = people(told_ellie, NAN, DEAN, restrictions=(order_on_dean,))
    after, told = seats.with_safe_adults_only(before, DAY)
    assert after.load("ellie").safe_adults == ("nan",)
    assert told == ("Dean is no longer one of Ellie's safe adults.",)
    assert seats.with_safe_adults_only(after, DAY) == (after, ())


@pytest.mark.parametrize("typed", ["Mum", "kerry", " KERRY MARSH ", "Mum / Kerry"])
def test_somebody_is_found_by_any_of_their_names(typed: str) -> None:
    assert seats.find_called(people(), typed) == MUM


def test_nobody_is_found_by_no_name() -> None:
    assert seats.find_called(people(), " ") is None
    assert seats.find_called(people(), "the school") is None


def named(*lines: object, of: People | None = None) -> tuple[str, ...]:
    return seats.what_names(NAN, of or people(NAN, MUM), lines, meeting())  # type: ignore[arg-type]


def test_nothing_names_somebody_new() -> None:
    assert named(said("worry", "It is loud.", by="mum"), step(who=("mum",))) == ()


@pytest.mark.parametrize(
    "line",
    [
        said("worry", "It is loud.", by="nan"),
        step("Ring the school.", who=("mum", "nan")),
        step("Ring the school.", who=("mum",), checked_by="nan"),
        said("disagreement", "Bedtime", views=({"by": "nan", "text": "Seven."},)),
    ],
)
def test_a_line_that_somebody_said_or_that_names_them_keeps_them(line: object) -> None:
    (words,) = named(line)
    assert "Nan" in words


def test_a_line_is_told_by_its_kind_and_its_first_words() -> None:
    assert named(said("worry", "a " * 60, by="nan"))[0].startswith("Nan said this. Worry: “a a a")
    assert named(said("plan_keeper", by="nan")) == ("Nan said this. Plan-keeper.",)


def test_whoever_others_count_on_stays_on_the_list() -> None:
    brings = replace(DEAN, views_by="nan")
    assert named(of=people(NAN, replace(ELLIE, safe_adults=("nan",)), brings)) == (
        "Nan is one of Ellie's safe adults.",
        "Nan brings what Dean wants to say.",
    )


def test_whoever_an_order_or_a_hidden_word_is_about_stays_on_the_list() -> None:
    order_on_dean = kept_away("dean", protects=("nan",))
    item: HiddenItem = hidden("Moor House", "nan")
    everyone = people(NAN, DEAN, restrictions=(order_on_dean,), hidden_items=(item,))
    assert named(of=everyone) == (
        "“No contact.” is about Nan.",
        "“Moor House” is hidden from Nan.",
    )


def test_whoever_stayed_in_the_familys_own_time_stays_on_the_list() -> None:
    ours = meeting(private=PrivateTime(who_extra=("nan",)))
    assert seats.what_names(NAN, people(NAN), (), ours) == (
        "Nan stayed in the family's private time.",
    )
