"""What happened, as it is kept."""

from dataclasses import replace
from pathlib import Path

from facilitator.database import reading, writing
from facilitator.walk import What, store
from tests.kept import SAM, save_meeting, two_teams
from tests.walk.happened import TEN, happened


def test_what_happened_comes_back_as_it_was_and_in_its_order(tmp_path: Path) -> None:
    with two_teams(tmp_path):
        meeting_id = save_meeting().id
        earlier = happened(What.WENT, "welcome", minute=-60)
        everything = (happened(What.SKIPPED, "good", words="Not today."), earlier)
        for one in everything:
            with writing() as session:
                assert store.add(session, meeting_id, one)
        with reading() as session:
            assert store.load(session, meeting_id) == everything


def test_the_same_key_twice_happened_once(tmp_path: Path) -> None:
    with two_teams(tmp_path):
        meeting_id = save_meeting().id
        once = happened(What.LATER, "good")
        with writing() as session:
            assert store.add(session, meeting_id, once)
            assert not store.add(session, meeting_id, replace(once, about="worry"))
        with reading() as session:
            assert store.load(session, meeting_id) == (once,)


def test_two_meetings_may_use_one_key(tmp_path: Path) -> None:
    with two_teams(tmp_path):
        first, second = save_meeting().id, save_meeting(practice=True).id
        one = happened(What.LATER, "good")
        with writing() as session:
            assert store.add(session, first, one)
            assert store.add(session, second, one)


def test_own_questions_come_in_and_go_out_with_their_words(tmp_path: Path) -> None:
    with two_teams(tmp_path):
        meeting_id = save_meeting().id
        with writing() as session:
            brought = [("own-00000001", "And the dog?")]
            store.bring_in(session, meeting_id, brought, typed_by=SAM.id, at=TEN)
            store.add(
                session, meeting_id, happened(What.OWN_QUESTION, "own-00000002", words="Tea?")
            )
            store.add(session, meeting_id, happened(What.WENT, "good"))
        with reading() as session:
            assert store.own_questions(session, meeting_id) == (
                ("own-00000001", "And the dog?"),
                ("own-00000002", "Tea?"),
            )
