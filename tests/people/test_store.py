from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings

from facilitator import exchange
from facilitator.database import reading, writing
from facilitator.people import HiddenItem, People, Person, Restriction, Role, store
from facilitator.record import Record
from tests import builders
from tests.builders import kept_away
from tests.kept import counted, save_meeting, two_teams
from tests.people.cast import EVERYONE
from tests.records import records


@settings(max_examples=40)
@given(records())
def test_people_and_their_safety_come_back_as_they_were_kept(
    tmp_path_factory: pytest.TempPathFactory, document: dict[str, Any]
) -> None:
    people = exchange.of_record(Record(document)).people
    with two_teams(tmp_path_factory.mktemp("kept")):
        meeting = save_meeting()
        with writing() as session:
            store.save(session, meeting.id, people)
        with reading() as session:
            assert store.load(session, meeting.id) == people


def test_whoever_stays_keeps_their_address_and_whoever_left_is_gone(tmp_path: Path) -> None:
    ana, ben = (Person(id=one, name=one, called=one, role=Role.FAMILY) for one in ("ana", "ben"))
    cas = Person(id="cas", name="Cas", called="Cas", role=Role.CHILD)
    with two_teams(tmp_path):
        meeting = save_meeting()
        with writing() as session:
            store.save(session, meeting.id, People((ana, ben)))
        with reading() as session:
            before = store.row_ids(session, meeting.id)
        with writing() as session:
            store.save(session, meeting.id, People((cas, ana)))
        with reading() as session:
            after = store.row_ids(session, meeting.id)
            assert store.load(session, meeting.id).everyone == (cas, ana)
    assert after.keys() == {"ana", "cas"}
    assert after["ana"] == before["ana"]


def test_what_keeps_people_safe_is_replaced_whole(tmp_path: Path) -> None:
    with two_teams(tmp_path):
        meeting = save_meeting()
        first = builders.people(
            hidden_items=(builders.hidden("the clinic", "nan"),),
            restrictions=(builders.kept_away("dad"),),
        )
        for people in (first, builders.people()):
            with writing() as session:
                store.save(session, meeting.id, people)
            with reading() as session:
                assert store.load(session, meeting.id) == people


def test_a_restriction_or_hidden_item_that_changes_keeps_its_address(tmp_path: Path) -> None:
    order, bail = kept_away("dean"), kept_away("sam", kind="bail")
    clinic, school = builders.hidden("the clinic", "nan"), builders.hidden("the school", "dean")
    longer = replace(bail, until=date(2027, 6, 1))
    with two_teams(tmp_path):
        meeting = save_meeting()

        def kept(
            rules: tuple[Restriction, ...], items: tuple[HiddenItem, ...]
        ) -> tuple[tuple[UUID, ...], tuple[UUID, ...]]:
            people = builders.people(restrictions=rules, hidden_items=items)
            with writing() as session:
                store.save(session, meeting.id, people)
            with reading() as session:
                assert store.load(session, meeting.id) == people
                return store.safety_ids(session, meeting.id)

        (of_order, of_bail), (of_clinic, of_school) = kept((order, bail), (clinic, school))
        assert kept((longer, order), (school,)) == ((of_bail, of_order), (of_school,))
        ((still,), (first, new)) = kept((order,), (school, clinic))
    assert (still, first) == (of_order, of_school)
    assert new not in (of_clinic, of_school)


def test_one_meeting_s_people_are_no_other_s_and_four_questions_find_them(tmp_path: Path) -> None:
    with two_teams(tmp_path):
        one = save_meeting()
        other = save_meeting(practice=True)
        with writing() as session:
            store.save(session, one.id, builders.people())
        with reading() as session:
            assert store.load(session, other.id) == People()
            with counted() as asked:
                assert store.load(session, one.id).everyone == EVERYONE
        assert len(asked) == 4
