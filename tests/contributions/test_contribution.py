from datetime import date

import pytest

from facilitator.contributions import Contribution, Fields
from facilitator.kinds import KINDS, Shape


def test_a_kind_refuses_a_field_that_is_not_in_its_row() -> None:
    with pytest.raises(ValueError, match="A hope has no field 'due'"):
        Contribution(id="h1", kind="hope", fields=Fields({"due": date(2027, 3, 6)}))


def test_an_empty_field_and_a_missing_one_read_alike() -> None:
    asked, not_asked = Fields({"due": None, "who": (), "how_often": ""}), Fields()
    for fields in (asked, not_asked):
        assert fields.day("due") is None
        assert fields.ids("who") == ()
        assert fields.words("how_often") == ""
    assert "due" in asked
    assert "due" not in not_asked


def test_one_id_and_several_ids_read_alike() -> None:
    assert Fields({"who": "nan"}).ids("who") == ("nan",)
    assert Fields({"who": ("nan", "sam", "")}).ids("who") == ("nan", "sam")


def test_true_is_no_number_and_a_number_is_no_yes() -> None:
    fields = Fields({"serious": True, "score_now": 1})
    assert fields.number("serious") is None
    assert fields.is_yes("serious")
    assert not fields.is_yes("score_now")


def test_every_kind_has_a_place_of_its_own_in_the_record() -> None:
    places = [kind.place for kind in KINDS.values()]
    assert len(places) == len(set(places))


def test_only_lines_of_the_record_bring_ids() -> None:
    assert all(kind.shape is Shape.LINES for kind in KINDS.values() if kind.has_id)


def test_nothing_that_worries_anybody_may_stand_on_page_one() -> None:
    private = {"worry", "bottom_line", "if_no_plan", "child_view", "answer", "disagreement"}
    assert not [key for key in private if KINDS[key].page_one]
