import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import inspect

from facilitator import migrations
from facilitator.database import Base, engine_for, reading, url_of, writing
from facilitator.database.engine import sqlite_url
from facilitator.database.files import connect, faults, make_private
from facilitator.migrations import stepping
from facilitator.migrations.preparing import up_to_date
from facilitator.refusals import Refusal
from facilitator.settings import Config
from tests.databases import a_database_file

ROOT = Path(__file__).resolve().parents[1]
AT = datetime(2027, 2, 27, 10, 30, tzinfo=UTC)
KEY = "only-for-tests-0123456789-abcdefghijklmnop"
STEP = """
import sqlalchemy as sa
from alembic import op

revision = "{revision}"
down_revision = "{down_revision}"


def upgrade() -> None:
    {work}
"""


def a_laptop(folder: Path) -> Config:
    return Config(secret_key=KEY, data_dir=folder)


def file_of(config: Config) -> Path:
    assert config.database_file is not None
    return config.database_file


def with_steps(folder: Path, *works: str) -> Path:
    """Our steps, and more that do that work; the last of them is step 9999."""
    versions = folder / "versions"
    shutil.copytree(stepping.VERSIONS, versions, ignore=shutil.ignore_patterns("__pycache__"))
    newest = stepping.known()[0]
    for number, work in enumerate(works, 10000 - len(works)):
        step = STEP.format(revision=number, down_revision=newest, work=work)
        (versions / f"v{number}_one_more.py").write_text(step)
        newest = str(number)
    return versions


def shape(path: Path) -> dict[str, Any]:
    """All that SQLite knows of the tables of a file, whatever the order it came in."""
    engine = engine_for(sqlite_url(path))
    seen = inspect(engine)
    found: dict[str, Any] = {}
    for name in seen.get_table_names():
        found[name] = {
            "columns": {
                one["name"]: (str(one["type"]), one["nullable"], one["default"])
                for one in seen.get_columns(name)
            },
            "key": seen.get_pk_constraint(name),
            "unique": sorted(map(str, seen.get_unique_constraints(name))),
            "pointing": sorted(map(str, seen.get_foreign_keys(name))),
            "checks": sorted(map(str, seen.get_check_constraints(name))),
        }
    engine.dispose()
    found.pop(stepping.KEPT_IN, None)
    with closing(connect(path)) as connection:
        kept = "select name, sql from sqlite_master where type in ('index', 'trigger')"
        beside = connection.execute(f"{kept} and sql is not null").fetchall()
        return found | {"indexes and triggers": dict(beside)}


def a_team(config: Config, name: str) -> None:
    with closing(connect(file_of(config))) as connection:
        connection.execute("insert into team (id, name) values (?, ?)", (name * 4, name))


def teams(path: Path) -> list[str]:
    with closing(connect(path)) as connection:
        return [row[0] for row in connection.execute("select name from team order by name")]


def test_the_steps_lead_to_the_very_tables_that_the_rooms_have(tmp_path: Path) -> None:
    config = a_laptop(tmp_path / "stepped")
    migrations.prepare(config, at=AT)
    (tmp_path / "made").mkdir()
    assert stepping.differences(url_of(config)) == [], "Run: python -m facilitator.migrations '...'"
    assert shape(file_of(config)) == shape(a_database_file(tmp_path / "made"))


def test_every_room_that_keeps_rows_is_found() -> None:
    files = (ROOT / "facilitator").rglob("*.py")
    with_rows = [path for path in files if "Row(Base)" in path.read_text(encoding="utf-8")]
    stepping.tables()
    modules = {
        one.class_.__module__
        for one in Base.registry.mappers
        if one.class_.metadata is Base.metadata
    }
    assert modules == {".".join(path.relative_to(ROOT).with_suffix("").parts) for path in with_rows}


def test_the_steps_stand_in_one_line_and_are_named_by_their_numbers(tmp_path: Path) -> None:
    migrations.prepare(a_laptop(tmp_path), at=AT)
    with stepping.steps(url_of(a_laptop(tmp_path))) as alembic:
        told = [(step.revision, step.down_revision) for step in alembic.log()]
        assert len(alembic.heads()) == 1
    newest_first = stepping.known()
    assert [one for one, _ in told] == list(newest_first)
    assert [before for _, before in told] == [*newest_first[1:], None]


def test_no_step_leads_back() -> None:
    for path in stepping.VERSIONS.glob("v*.py"):
        assert "def downgrade" not in path.read_text(encoding="utf-8"), "Restore a backup instead."


def test_the_first_start_makes_a_database_that_works(tmp_path: Path) -> None:
    config = a_laptop(tmp_path / "new")
    with migrations.ready(config, at=AT), writing() as session:
        assert session.connection().exec_driver_sql("select count(*) from team").scalar() == 0
    assert migrations.check(config) == ()
    assert [one.name for one in (tmp_path / "new").iterdir()] == ["facilitator.sqlite3"]


def test_two_programs_at_the_first_start_make_one_database(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "facilitator", "db", "upgrade"]
    told = {"FACILITATOR_DATA_DIR": str(tmp_path), "FACILITATOR_SECRET_KEY": KEY}
    pipe = subprocess.PIPE
    both = [subprocess.Popen(words, cwd=ROOT, env=told, stderr=pipe, text=True) for _ in range(2)]
    said = [one.communicate()[1] for one in both]
    assert said == ["", ""]
    assert [one.returncode for one in both] == [0, 0]
    assert migrations.check(a_laptop(tmp_path)) == ()


def test_a_second_start_changes_nothing(tmp_path: Path) -> None:
    config = a_laptop(tmp_path)
    assert up_to_date(config, at=AT) == "The database is made."
    before = file_of(config).read_bytes()
    assert up_to_date(config, at=AT) == "The database is up to date."
    assert file_of(config).read_bytes() == before
    assert len(list(tmp_path.iterdir())) == 1


def test_a_later_version_takes_its_steps_and_keeps_a_copy(tmp_path: Path) -> None:
    config = a_laptop(tmp_path / "data")
    migrations.prepare(config, at=AT)
    a_team(config, "Kirkton")
    versions = with_steps(tmp_path, 'op.add_column("team", sa.Column("motto", sa.String()))')
    said = up_to_date(config, at=AT, versions=versions)
    kept = file_of(config).with_name("facilitator-2027-02-27-103000.sqlite3")
    assert said.startswith("The database is now at step 9999. A copy of how it was is in ")
    assert str(kept) in said
    assert "motto" in shape(file_of(config))["team"]["columns"]
    assert "motto" not in shape(kept)["team"]["columns"]
    assert teams(file_of(config)) == teams(kept) == ["Kirkton"]


@pytest.mark.parametrize(
    "work",
    [
        'op.drop_table("note"); op.execute("insert into nothing values (1)")',
        'op.drop_table("note"); raise RuntimeError("a fault of ours")',
        'op.drop_table("team")',  # Its users would point to nothing.
    ],
)
def test_a_step_that_fails_leaves_the_file_as_it_was(tmp_path: Path, work: str) -> None:
    config = a_laptop(tmp_path / "data")
    migrations.prepare(config, at=AT)
    a_team(config, "Kirkton")
    with closing(connect(file_of(config))) as connection:
        connection.execute(
            "insert into user (id, team_id, email, same_email, name, password_hash, made_at)"
            " values ('1', ?, 'a@b', 'a@b', 'Ann', 'x', '2027-02-27')",
            ("Kirkton" * 4,),
        )
    before = file_of(config).read_bytes()
    with pytest.raises(Refusal, match=r"could not be brought up to date: .*It is as it was"):
        up_to_date(config, at=AT, versions=with_steps(tmp_path, work))
    assert file_of(config).read_bytes() == before
    assert migrations.check(config) == ()


def test_where_a_second_step_fails_the_first_is_taken_back_too(tmp_path: Path) -> None:
    config = a_laptop(tmp_path / "data")
    migrations.prepare(config, at=AT)
    before = file_of(config).read_bytes()
    versions = with_steps(tmp_path, 'op.drop_table("note")', 'raise RuntimeError("a fault")')
    with pytest.raises(Refusal, match="a fault"):
        up_to_date(config, at=AT, versions=versions)
    assert file_of(config).read_bytes() == before


def test_building_a_table_anew_keeps_the_rows_that_point_to_it(tmp_path: Path) -> None:
    config = a_laptop(tmp_path / "data")
    migrations.prepare(config, at=AT)
    a_team(config, "Kirkton")
    with closing(connect(file_of(config))) as connection:
        connection.execute(
            "insert into user (id, team_id, email, same_email, name, password_hash, made_at)"
            " values ('1', ?, 'a@b', 'a@b', 'Ann', 'x', '2027-02-27')",
            ("Kirkton" * 4,),
        )
        connection.execute("insert into user_duty (user_id, duty) values ('1', 'facilitator')")
    work = """with op.batch_alter_table("user", recreate="always") as user:
        user.alter_column("name", new_column_name="full_name")"""
    up_to_date(config, at=AT, versions=with_steps(tmp_path, work))
    with closing(connect(file_of(config))) as connection:
        assert connection.execute("select full_name, duty from user, user_duty").fetchall() == [
            ("Ann", "facilitator")
        ]
    assert faults(file_of(config)) == ()


def test_a_database_of_a_newer_version_is_refused_and_left_alone(tmp_path: Path) -> None:
    config = a_laptop(tmp_path / "data")
    migrations.prepare(config, at=AT)
    up_to_date(config, at=AT, versions=with_steps(tmp_path, "pass"))
    before = file_of(config).read_bytes()
    with pytest.raises(Refusal, match=r"newer version of the app \(step 9999\).*Install"):
        migrations.prepare(config, at=AT)
    assert file_of(config).read_bytes() == before
    (problem,) = migrations.check(config)
    assert "newer version" in problem.wrong


def test_the_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    config = a_laptop(tmp_path)
    with closing(sqlite3.connect(file_of(config))) as other:
        other.execute("create table recipe (words)")
    file_of(config).chmod(0o600)
    before = file_of(config).read_bytes()
    with pytest.raises(Refusal, match=r"another program's tables, such as 'recipe'"):
        migrations.prepare(config, at=AT)
    assert file_of(config).read_bytes() == before


def test_a_file_that_is_no_database_is_refused_in_a_sentence(tmp_path: Path) -> None:
    config = a_laptop(tmp_path)
    file_of(config).write_text("Dear Denise, thank you for coming. " * 200)
    file_of(config).chmod(0o600)
    with pytest.raises(Refusal, match=r"can't be read: .*not a database.*db check"):
        migrations.prepare(config, at=AT)


def test_a_missing_driver_for_postgresql_is_named_with_what_to_do() -> None:
    config = Config(secret_key=KEY, database_url="postgresql://app@127.0.0.1:1/plans")
    with pytest.raises(Refusal, match=r"facilitator\[team\]|can't be read"):
        migrations.prepare(config, at=AT)


def test_a_restored_older_backup_is_brought_up_to_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config, backup = a_laptop(tmp_path / "data"), tmp_path / "old.sqlite3"
    migrations.prepare(config, at=AT)
    a_team(config, "Kirkton")
    migrations.back_up(config, backup)
    versions = with_steps(tmp_path, 'op.add_column("team", sa.Column("motto", sa.String()))')
    monkeypatch.setattr(stepping, "VERSIONS", versions)
    up_to_date(config, at=AT, versions=versions)
    migrations.restore(config, backup, at=AT)
    assert "motto" in shape(file_of(config))["team"]["columns"]
    assert teams(file_of(config)) == ["Kirkton"]


def test_reading_works_on_a_prepared_database(tmp_path: Path) -> None:
    with migrations.ready(a_laptop(tmp_path), at=AT), reading() as session:
        found = session.connection().exec_driver_sql("select version_num from alembic_version")
        assert found.scalar() == stepping.known()[0]


def test_a_proposed_step_names_the_databases_own_types_and_leads_to_the_rows(
    tmp_path: Path,
) -> None:
    (tmp_path / "versions").mkdir()
    shutil.copy(stepping.VERSIONS / "script.py.mako", tmp_path / "versions")
    url = sqlite_url(a_new_file(tmp_path))
    made = stepping.propose(url, "Every table", tmp_path / "versions")
    assert made.name == "v0001_every_table.py"
    assert "facilitator." not in made.read_text(encoding="utf-8")
    stepping.upgrade(url, tmp_path / "versions")
    assert stepping.differences(url, tmp_path / "versions") == []


def a_new_file(folder: Path) -> Path:
    make_private(folder / "new.sqlite3")
    return folder / "new.sqlite3"
