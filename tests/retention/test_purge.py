"""P5: what has come to its day goes, all of it; what has not, and what is another's, stays."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from facilitator import access_log
from facilitator.access_log import Act, Because
from facilitator.audits.sampling import Quarter
from facilitator.database import db, new_id, reading, writing
from facilitator.quarterly.kept import KeptQuote
from facilitator.quarterly.words import store as words
from facilitator.retention import store
from facilitator.retention.gone import store as gone
from facilitator.retention.gone.purge import due, purge, remove, would_go
from facilitator.retention.holds import Hold
from facilitator.retention.kinds import ACCESS_LOG, AUDITS, BY_KEY, FAMILY, NOTES, QUARTERS
from tests.kept import EXE, JO, SAM, save_meeting, two_teams
from tests.retention.planted import HELD_ON, LONG_AGO, Planted, choose, count_rows, found_in

DAY = datetime(2028, 3, 1, 9, tzinfo=UTC)  # A year after they had meant to meet again.
BEFORE = datetime(2028, 2, 26, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Iterator[Path]:
    with two_teams(tmp_path):
        yield tmp_path


def two_families() -> tuple[Planted, Planted]:
    """Sam's, which goes a year after, and Jo's of another team, which has not chosen."""
    with writing() as session:
        choose(session)
        return Planted("exe").plant(session), Planted("taw", JO).plant(session)


def test_every_word_of_a_family_is_gone_from_every_file_and_another_familys_is_whole(
    folder: Path,
) -> None:
    own, other = two_families()
    assert len(own.marks) >= 120
    db.engine.dispose()
    assert sum(found_in(folder, own.marks).values()) >= len(own.marks)
    assert purge(at=BEFORE).many == ()
    assert purge(at=DAY).many == ((FAMILY, 1),)
    db.engine.dispose()
    assert found_in(folder, own.marks) == {}
    assert found_in(folder, other.marks) != {}
    with reading() as session:
        assert set(count_rows(session, own).values()) == {0}
        assert count_rows(session, other) == other.rows


def test_the_bare_file_holds_nothing_even_before_it_is_written_anew(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """secure_delete alone: a large file is never written anew."""
    monkeypatch.setattr(gone, "LARGEST_TO_WRITE_ANEW", 0)
    own, _ = two_families()
    purge(at=DAY)
    db.engine.dispose()
    assert found_in(folder, own.marks) == {}


def test_a_purge_of_nothing_changes_nothing() -> None:
    own, _ = two_families()
    assert not would_go(at=BEFORE).any
    assert not purge(at=BEFORE).any
    with reading() as session:
        assert count_rows(session, own) == own.rows
        assert access_log.head(session).number == 0


def test_what_is_held_stays_and_goes_two_weeks_after_the_hold_ended() -> None:
    own, _ = two_families()
    with writing() as session:
        hold = Hold(
            id=new_id(),
            meeting_id=own.meeting_id,
            reason="The family complained.",
            by=SAM.id,
            at=BEFORE,
            review_on=BEFORE.date() + timedelta(days=60),
        )
        store.add_hold(session, hold)
    late = DAY + timedelta(days=400)
    assert purge(at=late).many == ()
    with writing() as session:
        assert store.change_hold(session, hold, ended_at=late, ended_by=SAM.id, ended_why="Done.")
    assert purge(at=late + timedelta(days=13)).many == ()
    assert purge(at=late + timedelta(days=14)).many == ((FAMILY, 1),)


def test_a_hold_that_comes_at_the_last_moment_still_keeps_the_record() -> None:
    own, _ = two_families()
    (found,) = due(at=DAY)
    with writing() as session:
        known = {"meeting_id": own.meeting_id, "by": SAM.id, "at": DAY}
        hold = Hold(id=new_id(), reason="Court.", review_on=DAY.date(), **known)  # type: ignore[arg-type]
        store.add_hold(session, hold)
    assert not remove(found, at=DAY, because=Because.DAY_CAME)
    with reading() as session:
        assert count_rows(session, own) == own.rows


def test_two_who_purge_at_once_remove_it_once() -> None:
    two_families()
    (found,) = due(at=DAY)
    assert remove(found, at=DAY, because=Because.DAY_CAME)
    assert not remove(found, at=DAY, because=Because.DAY_CAME)


def test_the_log_says_that_a_record_went_and_keeps_its_own_entries() -> None:
    own, _ = two_families()
    purge(at=DAY)
    with reading() as session:
        (entry,) = access_log.of_meeting(session, own.meeting_id)
        assert entry.act == Act.PURGE
        assert access_log.check(session) == ()


def test_counts_stay_without_a_name_or_an_id() -> None:
    two_families()
    purge(at=DAY)
    with reading() as session:
        counts = {what: many for _, year, number, what, many in gone.counts(session)}
        assert gone.removals(session) == ((EXE.id, DAY.date(), FAMILY, 1),)
        assert {(team, year, number) for team, year, number, _, _ in gone.counts(session)} == {
            (EXE.id, HELD_ON.year, 1)
        }
    assert {one: counts[one] for one in ("meetings", "plans", "copies", "cards", "looks")} == {
        "meetings": 1,
        "plans": 1,
        "copies": 1,
        "cards": 1,
        "looks": 1,
    }


def test_notes_go_sooner_where_the_team_chose_so_and_the_rest_stays() -> None:
    own, _ = two_families()
    with writing() as session:
        choose(session, 6, NOTES)
        choose(session, 6, AUDITS)
    assert purge(at=datetime(2027, 9, 1, 9, tzinfo=UTC)).many == ((NOTES, 1), (AUDITS, 1))
    with reading() as session:
        left = count_rows(session, own)
    went = {*BY_KEY[NOTES].tables, *BY_KEY[AUDITS].tables}
    assert {name for name, many in left.items() if not many} == went


def test_what_was_written_of_a_quarter_goes_when_its_own_time_is_over(folder: Path) -> None:
    quote = KeptQuote(
        id=new_id(),
        team_id=EXE.id,
        quarter=Quarter(2027, 1),
        words="We ring on Sundays.",
        yes_by="the grandmother",
        yes_on=HELD_ON,
    )
    with writing() as session:
        choose(session, 12, QUARTERS)
        words.add_quote(session, quote, user_id=SAM.id, at=LONG_AGO)
    assert purge(at=datetime(2028, 3, 30, 12, tzinfo=UTC)).many == ()
    assert purge(at=datetime(2028, 3, 31, 12, tzinfo=UTC)).many == ((QUARTERS, 1),)
    assert found_in(folder, ["We ring on Sundays.", "the grandmother"]) == {}


def test_old_entries_of_the_log_go_and_it_still_is_whole() -> None:
    with writing() as session:
        choose(session, 12, ACCESS_LOG, house=True)
        for month in (1, 2, 3):
            at = datetime(2027, month, 10, 12, tzinfo=UTC)
            access_log.note(session, Act.VIEW, at=at, what=access_log.What.PLAN)
    assert purge(at=datetime(2028, 2, 10, 12, tzinfo=UTC)).many == ((ACCESS_LOG, 2),)
    with reading() as session:
        assert access_log.check(session) == ()


def test_practice_is_never_counted_or_removed_by_its_day() -> None:
    with writing() as session:
        choose(session, 1)
    kept = save_meeting(practice=True)
    assert not purge(at=DAY + timedelta(days=4000)).any
    with reading() as session:
        assert session.connection().exec_driver_sql("SELECT count(*) FROM meeting").scalar() == 1
    assert kept.practice
