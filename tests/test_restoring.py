"""What comes back with a backup, and what must not: nobody is signed in by it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from facilitator import migrations
from facilitator.accounts import store
from facilitator.accounts.visit import Visit, hash_of
from facilitator.database import reading, writing
from facilitator.settings import Config
from tests.web import HASHED, KEY, SAM, TEAM, a_visit

AT = datetime(2027, 2, 27, 10, 30, tzinfo=UTC)
LATER = AT + timedelta(minutes=20)


def backed_up(config: Config, backup: Path) -> None:
    """A backup of a database in which Sam has two visits, of which one ends after it."""
    with migrations.ready(config, at=AT):
        with writing() as session:
            store.save_team(session, TEAM)
            session.flush()  # A user names a team, which must be there before.
            store.add_user(session, SAM, HASHED)
            session.flush()
            for token in ("laptop", "library"):
                store.add_visit(session, a_visit(SAM, token, at=AT))
        migrations.back_up(config, backup)
        with writing() as session:
            store.end_visit(session, hash_of("library"), at=AT)


def visit(token: str) -> Visit:
    with reading() as session:
        found = store.find_visit(session, hash_of(token))
    assert found
    return found[0]


def test_no_visit_comes_alive_with_a_backup_and_its_end_is_that_of_the_restore(
    tmp_path: Path,
) -> None:
    config, backup = Config(secret_key=KEY, data_dir=tmp_path / "data"), tmp_path / "backup.sqlite3"
    backed_up(config, backup)
    with migrations.ready(config, at=AT):
        assert [visit(one).is_open(LATER) for one in ("laptop", "library")] == [True, False]
    migrations.restore(config, backup, at=LATER)
    with migrations.ready(config, at=LATER):
        for token in ("laptop", "library"):
            assert not visit(token).is_open(LATER)
            assert visit(token).ended_at == LATER
        with reading() as session:
            assert store.find_user(session, SAM.id) == SAM  # Who may still sign in.


def test_the_backup_itself_is_left_as_it_was(tmp_path: Path) -> None:
    config, backup = Config(secret_key=KEY, data_dir=tmp_path / "data"), tmp_path / "backup.sqlite3"
    backed_up(config, backup)
    before = backup.read_bytes()
    migrations.restore(config, backup, at=LATER)
    assert backup.read_bytes() == before
