"""Every database that a released version may have left on a laptop comes up to date, whole."""

import hashlib
import re
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from facilitator import migrations
from facilitator.database import reading, url_of
from facilitator.database.files import connect, faults
from facilitator.exchange.keeping import take_out
from facilitator.meetings import store as meetings
from facilitator.migrations import stepping
from facilitator.migrations.preparing import up_to_date
from facilitator.plans import store as plans
from facilitator.refusals import Refusal
from facilitator.settings import Config
from tests.released.make import ENDING, unpacked
from tests.test_migrations import shape, with_steps
from tests.web import KEY

RELEASED = sorted((Path(__file__).parent / "released").glob(f"*{ENDING}"))
AT = datetime(2027, 3, 1, 9, tzinfo=UTC)
# Columns that a later step took away or wrote anew on purpose, as "table.column".
GONE = frozenset({"visit.ended_at"})  # 0013: everybody signs in anew.
Rows = dict[str, tuple[int, str]]

each = pytest.mark.parametrize("kept", RELEASED, ids=lambda one: one.name[:4])


def a_laptop(folder: Path, kept: Path) -> Config:
    """A laptop that was last used with that version."""
    folder.mkdir(mode=0o700)
    path = folder / "facilitator.sqlite3"
    path.touch(0o600)
    path.write_bytes(unpacked(kept))
    return Config(secret_key=KEY, data_dir=folder)


def file_of(config: Config) -> Path:
    assert config.database_file is not None
    return config.database_file


def columns(path: Path) -> dict[str, list[str]]:
    """The columns of every table, but of the step's own."""
    with closing(connect(path)) as connection:
        tables = connection.execute("select name from sqlite_master where type = 'table'")
        return {
            name: sorted(row[1] for row in connection.execute(f'pragma table_info("{name}")'))
            for (name,) in tables.fetchall()
            if name != stepping.KEPT_IN and not name.startswith("sqlite_")
        }


def rows(path: Path, asked: dict[str, list[str]]) -> Rows:
    """How many rows each table has, and the fingerprint of all that stands in those columns."""
    found = {}
    with closing(connect(path)) as connection:
        for table, names in asked.items():
            chosen = ", ".join(f'"{one}"' for one in names if f"{table}.{one}" not in GONE)
            every = connection.execute(f'select {chosen} from "{table}"').fetchall()  # noqa: S608
            said = "\n".join(sorted(map(repr, map(tuple, every))))
            found[table] = len(every), hashlib.sha256(said.encode()).hexdigest()
    return found


def test_there_is_a_file_of_the_first_release_and_each_is_named_by_its_step() -> None:
    assert RELEASED[0].name == f"0012{ENDING}"
    assert all(re.fullmatch(rf"\d{{4}}{re.escape(ENDING)}", one.name) for one in RELEASED)
    assert {one.name[:4] for one in RELEASED} <= set(stepping.known())


@each
def test_a_kept_database_is_whole_holds_rows_and_stands_at_its_step(
    tmp_path: Path, kept: Path
) -> None:
    config = a_laptop(tmp_path / "data", kept)
    path = file_of(config)
    assert faults(path) == ()
    assert stepping.standing(url_of(config)) == kept.name[:4]
    filled = [name for name, (number, _) in rows(path, columns(path)).items() if number]
    assert len(filled) > 25


@each
def test_it_comes_up_to_date_with_every_row_and_every_word(tmp_path: Path, kept: Path) -> None:
    config = a_laptop(tmp_path / "data", kept)
    path = file_of(config)
    asked = columns(path)
    before, held = rows(path, asked), path.read_bytes()
    up_to_date(config, at=AT)
    assert rows(path, asked) == before
    assert faults(path) == ()
    assert stepping.differences(url_of(config)) == []
    aside = [one for one in path.parent.glob("facilitator-*.sqlite3") if one != path]
    if kept.name[:4] == stepping.known()[0]:
        assert path.read_bytes() == held
        assert aside == []
    else:
        assert [rows(one, asked) for one in aside] == [before]


@each
def test_every_family_and_every_plan_can_be_read_as_it_was(tmp_path: Path, kept: Path) -> None:
    config = a_laptop(tmp_path / "data", kept)
    with closing(connect(file_of(config))) as connection:
        asked = "select meeting_id, number, sha256 from plan"
        agreed = [tuple(row) for row in connection.execute(asked)]
        ids = [row[0] for row in connection.execute("select id from meeting")]
    assert len(agreed) >= 2
    with migrations.ready(config, at=AT), reading() as session:
        for meeting_id, number, sha256 in agreed:
            plan = plans.load(session, UUID(meeting_id), number).plan
            assert hashlib.sha256(plan.canonical).hexdigest() == sha256
        for one in ids:
            take_out(session, meetings.load(session, UUID(one)).id)


def test_the_way_from_the_first_release_leads_to_the_tables_of_a_new_laptop(
    tmp_path: Path,
) -> None:
    old = a_laptop(tmp_path / "old", RELEASED[0])
    up_to_date(old, at=AT)
    new = Config(secret_key=KEY, data_dir=tmp_path / "new")
    migrations.prepare(new, at=AT)
    assert shape(file_of(old)) == shape(file_of(new))


@each
@pytest.mark.parametrize("work", ['raise RuntimeError("a fault")', 'op.drop_table("meeting")'])
def test_where_a_later_step_fails_the_file_is_byte_for_byte_what_it_was(
    tmp_path: Path, kept: Path, work: str
) -> None:
    config = a_laptop(tmp_path / "data", kept)
    before = file_of(config).read_bytes()
    with pytest.raises(Refusal, match="It is as it was"):
        up_to_date(config, at=AT, versions=with_steps(tmp_path, work))
    assert file_of(config).read_bytes() == before


def test_a_restored_backup_of_the_first_release_comes_up_to_date_too(tmp_path: Path) -> None:
    old = a_laptop(tmp_path / "old", RELEASED[0])
    asked = columns(file_of(old))
    del asked["visit"]  # Every visit ends with a restore.
    before = rows(file_of(old), asked)
    new = Config(secret_key=KEY, data_dir=tmp_path / "new")
    migrations.restore(new, file_of(old), at=AT)
    assert rows(file_of(new), asked) == before
