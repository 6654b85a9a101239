"""Names on a flip chart are matched to people, never guessed and never dropped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.leading.typing_up.names_typed import named, near
from facilitator.people import Person, Role
from tests import builders

PEOPLE = builders.people()
SEATS = {"1": "mum", "2": "ellie", "3": "nan", "0": "priya"}


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("Nan", ("nan",)),
        ("nan.", ("nan",)),
        ("Joan Penrose", ("nan",)),
        ("Mum / Kerry", ("mum",)),
        ("kerry", ("mum",)),
        ("Nan and Sam", ("nan", "sam")),
        ("Nan, Sam & Priya", ("nan", "sam", "priya")),
        ("Nan + Nan", ("nan",)),
        ("", ()),
        ("3", ("nan",)),
        ("1 3", ("mum", "nan")),
        ("1 and 0", ("mum", "priya")),
        ("13", ("mum", "nan")),
    ],
)
def test_a_name_that_means_one_person_is_taken(typed: str, ids: tuple[str, ...]) -> None:
    found = named(typed, PEOPLE, SEATS)
    assert (found.ids, found.unknown) == (ids, ())


@pytest.mark.parametrize(
    ("typed", "ids", "unknown"),
    [
        ("Auntie Flo", (), ("Auntie Flo",)),
        ("Nan and Auntie Flo", ("nan",), ("Auntie Flo",)),
        ("Priay", (), ("Priay",)),
        ("N", (), ("N",)),
        ("everybody", (), ("everybody",)),
        ("9", (), ("9",)),  # nobody sits there
    ],
)
def test_every_other_name_comes_back_as_it_was_typed(
    typed: str, ids: tuple[str, ...], unknown: tuple[str, ...]
) -> None:
    found = named(typed, PEOPLE, SEATS)
    assert (found.ids, found.unknown) == (ids, unknown)


def test_a_name_that_two_people_have_is_asked_about() -> None:
    other = Person(id="sam2", name="Sam Marsh", called="Sam", role=Role.FAMILY)
    people = builders.people(*PEOPLE, other)
    assert named("Sam", people).ids == ()
    assert [one.id for one in near("Sam", people)] == ["sam", "sam2"]
    assert named("Sam Marsh", people).ids == ("sam2",)


@pytest.mark.parametrize(
    ("typed", "likeliest"),
    [("Priay", "priya"), ("Elie", "ellie"), ("Ker", "mum"), ("Penrse Joan", None), ("Flo", None)],
)
def test_a_slip_of_the_finger_names_whom_it_may_mean(typed: str, likeliest: str | None) -> None:
    found = near(typed, PEOPLE)
    assert (found[0].id if found else None) == likeliest


@given(st.lists(st.sampled_from(["Nan", "Auntie Flo", "Priya", "Zed"]), min_size=1, unique=True))
def test_no_name_is_ever_dropped(names: list[str]) -> None:
    found = named(" and ".join(names), PEOPLE)
    assert len(found.ids) + len(found.unknown) == len(names)


@given(st.text(max_size=60))
def test_any_words_at_all_get_an_answer(typed: str) -> None:
    named(typed, PEOPLE, SEATS)
    near(typed, PEOPLE)
