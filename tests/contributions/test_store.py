from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings

from facilitator import exchange
from facilitator.contributions import Clash, Contribution, FamilyYes, Wording, store
from facilitator.database import reading, writing
from facilitator.record import Record
from facilitator.refusals import Refusal
from tests.builders import said
from tests.contributions.said_before import FAMILY, asked
from tests.kept import counted, save_meeting, two_teams
from tests.records import records


@pytest.fixture
def meeting_id(tmp_path: Path) -> Iterator[UUID]:
    with two_teams(tmp_path):
        yield save_meeting().id


def save(meeting_id: UUID, line: str | Contribution, **known: Any) -> Wording | Clash:
    with writing() as session:
        return store.save(session, meeting_id, asked(line, **known), FAMILY)


def standing(meeting_id: UUID) -> list[str]:
    with reading() as session:
        return [one.words for one in store.load(session, meeting_id)]


def history(meeting_id: UUID) -> tuple[Wording, ...]:
    with reading() as session:
        return store.wordings(session, meeting_id, "l1")


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(records())
def test_everything_said_comes_back_in_its_order_as_it_was_kept(
    tmp_path_factory: pytest.TempPathFactory, document: dict[str, Any]
) -> None:
    contributions = exchange.of_record(Record(document)).contributions
    changes = [asked(one, key=one.id) for one in contributions]
    with two_teams(tmp_path_factory.mktemp("kept")):
        meeting_id = save_meeting().id
        with writing() as session:
            store.add_all(session, meeting_id, changes)
        with reading() as session, counted() as queries:
            assert store.load(session, meeting_id) == contributions
        assert len(queries) == 1
        with reading() as session:
            for change in changes[:3]:
                wording = Wording(number=1, change=change)
                assert store.find(session, meeting_id, change.said.id) == wording


def test_every_wording_is_kept_and_the_last_one_stands(meeting_id: UUID) -> None:
    saved = [
        save(meeting_id, "Nan cooks.", key="a"),
        save(meeting_id, "Nan cooks on Sundays.", key="b", based_on=1),
        save(meeting_id, said("need", "Nan needs help.", id="l1", by="ellie"), key="c", based_on=2),
    ]
    assert list(history(meeting_id)) == saved
    assert standing(meeting_id) == ["Nan needs help."]


def test_the_same_save_twice_makes_one(meeting_id: UUID) -> None:
    once = save(meeting_id, "Nan cooks.", key="a")
    assert save(meeting_id, "Nan cooks.", key="a") == once
    twice = save(meeting_id, "Nan bakes.", key="b", based_on=1)
    assert save(meeting_id, "Nan bakes.", key="b", based_on=1) == twice
    assert [one.said.words for one in history(meeting_id)] == ["Nan cooks.", "Nan bakes."]


def test_the_answer_to_a_save_that_comes_late_again_is_what_it_was(meeting_id: UUID) -> None:
    first = save(meeting_id, "Nan cooks.", key="a")
    save(meeting_id, "Nan bakes.", key="b", based_on=1)
    assert save(meeting_id, "Nan cooks.", key="a") == first
    assert standing(meeting_id) == ["Nan bakes."]


def test_a_key_that_comes_with_other_words_overwrites_nothing(meeting_id: UUID) -> None:
    first = save(meeting_id, "Nan cooks.", key="a")
    other = asked("Nan sings.", key="a")
    assert save(meeting_id, "Nan sings.", key="a") == Clash(first, other)  # type: ignore[arg-type]
    assert standing(meeting_id) == ["Nan cooks."]


def test_of_two_changes_to_one_wording_the_second_is_a_clash_and_both_texts_come_back(
    meeting_id: UUID,
) -> None:
    save(meeting_id, "Nan cooks.", key="a")
    quick = save(meeting_id, "Nan cooks on Sundays.", key="b", based_on=1)
    slow = save(meeting_id, "Nan cooks on Mondays.", key="c", based_on=1)
    assert isinstance(slow, Clash)
    assert (slow.kept, slow.asked.said.words) == (quick, "Nan cooks on Mondays.")
    assert standing(meeting_id) == ["Nan cooks on Sundays."]
    assert len(history(meeting_id)) == 2


def test_a_line_that_is_taken_back_stands_no_more_and_can_come_again(meeting_id: UUID) -> None:
    save(meeting_id, "Nan cooks.", key="a")
    save(meeting_id, "Nan cooks.", key="b", based_on=1, taken_back=True)
    assert standing(meeting_id) == []
    save(meeting_id, "Nan cooks.", key="c", based_on=2)
    assert standing(meeting_id) == ["Nan cooks."]
    assert [one.change.taken_back for one in history(meeting_id)] == [False, True, False]


def test_the_family_s_yes_is_kept_with_the_wording(meeting_id: UUID) -> None:
    own = said("strength", "My nan is the best.", id="l1", by="ellie", exact=True)
    save(meeting_id, own, key="a")
    with pytest.raises(Refusal):
        save(meeting_id, replace(own, words="Nan is good."), key="b", based_on=1)
    assert standing(meeting_id) == ["My nan is the best."]
    yes = FamilyYes(by="ellie", how="in the room")
    save(meeting_id, replace(own, words="My nan!"), key="b", based_on=1, family_yes=yes)
    assert history(meeting_id)[-1].change.family_yes == yes


def test_a_mended_line_keeps_its_place_and_a_new_one_goes_last(meeting_id: UUID) -> None:
    for at, words in enumerate(("one", "two", "three"), start=1):
        save(meeting_id, said("hope", words, id=f"h{at}"), key=words)
    save(meeting_id, said("hope", "first", id="h1"), key="x", based_on=1)
    assert standing(meeting_id) == ["first", "two", "three"]


def test_what_is_said_in_one_meeting_is_in_no_other(meeting_id: UUID) -> None:
    other = save_meeting(practice=True).id
    save(meeting_id, "Nan cooks.", key="a")
    save(other, "Nan sings.", key="a")  # The key is another browser's, by chance.
    assert standing(meeting_id) == ["Nan cooks."]
    assert standing(other) == ["Nan sings."]


def test_a_family_s_title_is_found_for_many_meetings_at_once(meeting_id: UUID) -> None:
    other = save_meeting(practice=True).id
    save(meeting_id, said("title", "Holding hands", id="t"), key="a")
    save(meeting_id, said("title", "Hand in hand", id="t"), key="b", based_on=1)
    with reading() as session, counted() as queries:
        assert store.titles(session, (meeting_id, other)) == {meeting_id: "Hand in hand"}
    assert len(queries) == 1
