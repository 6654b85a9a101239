"""Cards are kept once each, shown only with a yes, and counted in one query."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from facilitator.database import new_id, reading, writing
from facilitator.feedback import Card, CardAnswer, CardCounts, Factor, Part, store
from facilitator.meetings import KeptMeeting
from facilitator.refusals import Refusal
from tests.kept import EXE, JO, TAW, counted, save_meeting, two_teams

FIRST, LAST = date(2027, 1, 1), date(2027, 3, 31)


@pytest.fixture(autouse=True)
def _teams(tmp_path: Path) -> Iterator[None]:
    with two_teams(tmp_path):
        yield


def a_card(meeting: KeptMeeting, **known: object) -> Card:
    usual: dict[str, object] = {
        "id": new_id(),
        "meeting_id": meeting.id,
        "team_id": meeting.team_id,
        "given_on": date(2027, 2, 27),
        "answers": {"say": CardAnswer.YES},
        "may_be_read": True,
    }
    return Card(**{**usual, **known})  # type: ignore[arg-type]


def keep(*cards: Card) -> None:
    with writing() as session:
        for one in cards:
            store.keep(session, one)


def test_a_card_comes_back_as_it_was_kept() -> None:
    meeting = save_meeting()
    card = a_card(meeting, for_child=True, part=Part.FRIEND, words="Nan was heard.")
    keep(card)
    with reading() as session:
        assert store.readable(session, meeting.id) == (card,)
        assert store.is_kept(session, meeting.id, card.id)


def test_the_same_card_twice_is_one_and_never_changes() -> None:
    meeting = save_meeting()
    card = a_card(meeting)
    keep(card, replace(card, answers={"say": CardAnswer.NOT_AT_ALL}))
    with reading() as session:
        assert store.count_of(session, meeting.id) == 1
        assert store.readable(session, meeting.id) == (card,)


def test_a_card_of_another_meeting_is_never_taken_for_this_one() -> None:
    card = a_card(save_meeting())
    other = save_meeting(owner=JO)
    keep(card)
    with pytest.raises(Refusal, match="Open a new card"), writing() as session:
        store.keep(session, replace(card, meeting_id=other.id))
    with reading() as session:
        assert not store.is_kept(session, other.id, card.id)


def test_a_card_that_says_no_is_counted_and_never_shown() -> None:
    meeting = save_meeting()
    keep(a_card(meeting, may_be_read=False))
    with reading() as session:
        assert store.readable(session, meeting.id) == ()
        assert store.count_of(session, meeting.id) == 1
        assert of_exe(store.counts(session, {EXE.id}, FIRST, LAST)) == 1


def of_exe(counts: CardCounts) -> int:
    return sum(one.given for one in counts.factors if one.factor is Factor.INCLUDED)


def test_a_quarter_counts_its_own_teams_and_days_and_no_practice_in_one_query() -> None:
    ours, theirs = save_meeting(), save_meeting(owner=JO)
    keep(
        a_card(ours),
        a_card(ours, given_on=FIRST),
        a_card(ours, given_on=LAST),
        a_card(ours, given_on=date(2027, 4, 1)),
        a_card(ours, practice=True),
        a_card(theirs),
    )
    with reading() as session, counted() as asked:
        counts = store.counts(session, {EXE.id}, FIRST, LAST)
    assert (counts.cards, counts.plans, len(asked)) == (3, 1, 1)
    with reading() as session:
        assert store.counts(session, {EXE.id, TAW.id}, FIRST, LAST).plans == 2
        assert store.counts(session, (), FIRST, LAST).cards == 0
