"""P5: deleted means gone, from every file; and a purge that is killed leaves all or nothing."""

import os
import random
import signal
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic, sleep
from urllib.parse import urlsplit

import pytest
from sqlalchemy import text

from facilitator.accounts.sessions import now
from facilitator.backups import daily
from facilitator.database import db, opened, reading, writing
from facilitator.database.engine import sqlite_url
from facilitator.database.files import connect, faults
from facilitator.paper import ready
from facilitator.plans import store as plans
from facilitator.retention.gone.purge import purge
from facilitator.retention.kinds import QUARTERS
from facilitator.settings import Config
from tests.kept import two_teams
from tests.proofs.access_visitors import OTHER_MARK, OWN_MARK, OWNER
from tests.proofs.access_world import Service, a_service
from tests.reliability import often
from tests.retention.planted import Planted, choose, count_rows, found_in
from tests.web import KEY, a_folder, signed_in

KILLS = often(10, 60)
FAMILIES = 3
DAY = datetime(2028, 3, 1, 9, tzinfo=UTC)
# Far behind whatever day this test runs on: a year after the record came in, and more.
LATER = timedelta(days=800)
LEAST_MARKS = 200


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The system's folder for files that nobody keeps, for this test alone."""
    a_folder()  # The folder of all apps is none of these.
    folder = tmp_path / "temporary"
    folder.mkdir()
    for name in ("TMPDIR", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield folder
    assert found_in(folder, [OWN_MARK]) == {}


def times(folder: Path, mark: str) -> int:
    """How often a mark stands in all files of a folder."""
    return sum(
        path.read_bytes().count(mark.encode()) for path in folder.rglob("*") if path.is_file()
    )


def test_nothing_of_a_family_is_left_in_any_file_and_the_other_family_is_as_it_was(
    temporary: Path, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    service = a_service()
    with service.app.app_context():
        file = Path(urlsplit(str(db.engine.url.database)).path)
    config = Config(secret_key=KEY, data_dir=file.parent)
    _read_and_print(service)
    with service.app.app_context():
        with writing() as session:
            choose(session, 12, by=OWNER)
            choose(session, 12, QUARTERS, by=OWNER)
            session.execute(text("UPDATE legal_hold SET ended_at = at"))
            # How a team works names no family; the mark was put there for another test.
            session.execute(text("UPDATE process_change SET what = 'We ring first.', why = ''"))
        db.engine.dispose()
        daily.make(config, at=now())
        assert times(config.data_dir, OWN_MARK) >= 2 * LEAST_MARKS  # In the backup too.
        others = file.read_bytes().count(OTHER_MARK.encode())
        assert purge(at=now() + LATER).any
        assert _is_remembered_nowhere(service.own["meeting_id"])
        db.engine.dispose()
        later = now() + LATER
        daily.make(config, at=later)  # The one of before is too old now, and goes.
        assert found_in(config.data_dir, [OWN_MARK]) == {}
        assert file.read_bytes().count(OTHER_MARK.encode()) == others
    said = capfd.readouterr()
    assert OWN_MARK not in said.out + said.err + caplog.text
    assert times(temporary, OWN_MARK) == 0


def _read_and_print(service: Service) -> None:
    """Fill the memory and the temporary files with the family, as a day's work does."""
    client, meeting = signed_in(service.app, OWNER), service.own["meeting_id"]
    for page in ("", "/lead", "/copies", "/register", "/who-looked", "/agree", "/prepare"):
        assert OWN_MARK in client.get(f"/meetings/{meeting}{page}").text or page == "/who-looked"
    paper = client.get(f"/meetings/{meeting}/papers/run-sheet.pdf")
    assert paper.data.startswith(b"%PDF")


def _is_remembered_nowhere(meeting: object) -> bool:
    """Not as a plan, and not as a paper. Other tests of this program may have papers there."""
    papers = [held for held, _ in ready._READY._made if held == meeting]  # noqa: SLF001
    return plans._read.cache_info().currsize == 0 and papers == []  # noqa: SLF001


@pytest.fixture(scope="module")
def families(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, list[Planted]]:
    """A database with some families whose day has come."""
    folder = tmp_path_factory.mktemp("families")
    with two_teams(folder):
        with writing() as session:
            choose(session)
            planted = [Planted(f"family{at}").plant(session) for at in range(FAMILIES)]
        db.engine.dispose()
        (file,) = folder.glob("*.sqlite3")
        return file.read_bytes(), planted


def test_a_purge_that_is_killed_leaves_all_or_nothing_of_each_family(
    tmp_path: Path, families: tuple[bytes, list[Planted]]
) -> None:
    if os.name != "posix":
        pytest.skip("Only POSIX can fork a program and kill it.")
    held, planted = families
    file = tmp_path / "facilitator.sqlite3"
    chance = random.Random(20270227)  # noqa: S311 - a moment to kill at is no secret
    takes, halfway = _a_whole_purge(file, held), 0
    for _ in range(KILLS):
        _fresh(file, held)
        process = _purging(file)
        sleep(chance.uniform(0, takes))
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        assert faults(file) == ()
        with opened(sqlite_url(file)):
            with reading() as session:
                left = [count_rows(session, one) for one in planted]
            whole = [found == one.rows for found, one in zip(left, planted, strict=True)]
            gone = [not any(found.values()) for found in left]
            assert all(one is not other for one, other in zip(whole, gone, strict=True)), left
            halfway += any(whole) and any(gone)
            db.engine.dispose()
    with opened(sqlite_url(file)):
        purge(at=DAY)
    assert found_in(tmp_path, [mark for one in planted for mark in one.marks]) == {}
    assert halfway, "No kill came between two families: the test shows nothing."


def _fresh(file: Path, held: bytes) -> None:
    file.with_name(f"{file.name}-journal").unlink(missing_ok=True)
    file.write_bytes(held)
    file.chmod(0o600)


def _purging(file: Path) -> int:
    """A program that purges that file; its process."""
    process = os.fork()
    if process == 0:
        try:
            with opened(sqlite_url(file)):
                purge(at=DAY)
        finally:
            os._exit(0)
    return process


def _a_whole_purge(file: Path, held: bytes) -> float:
    """How many seconds a purge takes that nobody kills."""
    _fresh(file, held)
    began = monotonic()
    os.waitpid(_purging(file), 0)
    with closing(connect(file)) as connection:
        assert connection.execute("SELECT count(*) FROM meeting").fetchone() == (0,)
    return monotonic() - began
