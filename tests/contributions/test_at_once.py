"""Saves that arrive at one and the same moment, from several browsers, on a real file."""

from collections import Counter
from pathlib import Path
from uuid import UUID

from facilitator.contributions import Change, Wording, store
from facilitator.database import Session, reading, writing
from facilitator.database.engine import sqlite_url
from tests.at_once import at_once
from tests.contributions.said_before import FAMILY, asked
from tests.kept import save_meeting, two_teams

AT_ONCE = 8


def all_at_once(file: Path, meeting_id: UUID, changes: list[Change]) -> Counter[str]:
    """How many of the changes were kept, and how many clashed, when all were sent together."""

    def send(session: Session, number: int) -> str:
        return type(store.save(session, meeting_id, changes[number], FAMILY)).__name__

    return Counter(at_once(sqlite_url(file), len(changes), send))


def test_one_save_that_is_sent_many_times_at_once_makes_one_line(tmp_path: Path) -> None:
    with two_teams(tmp_path):
        meeting_id = save_meeting().id
        (file,) = tmp_path.glob("*.sqlite3")
        sent = [asked("Nan cooks.", key="a")] * AT_ONCE
        assert all_at_once(file, meeting_id, sent) == {"Wording": AT_ONCE}
        with reading() as session:
            assert len(store.load(session, meeting_id)) == 1
            assert len(store.wordings(session, meeting_id, "l1")) == 1


def test_of_many_changes_to_one_wording_one_is_kept_and_the_others_come_back(
    tmp_path: Path,
) -> None:
    with two_teams(tmp_path):
        meeting_id = save_meeting().id
        (file,) = tmp_path.glob("*.sqlite3")
        with writing() as session:
            first = store.save(session, meeting_id, asked("Nan cooks.", key="a"), FAMILY)
        assert isinstance(first, Wording)
        sent = [asked(f"Nan {at}", key=f"k{at}", based_on=1) for at in range(AT_ONCE)]
        assert all_at_once(file, meeting_id, sent) == {"Wording": 1, "Clash": AT_ONCE - 1}
        with reading() as session:
            assert len(store.wordings(session, meeting_id, "l1")) == 2
