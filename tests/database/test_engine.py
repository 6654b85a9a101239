from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from threading import Barrier

import pytest
from flask import Flask
from sqlalchemy import func, select, text
from sqlalchemy.exc import IntegrityError, OperationalError

from facilitator.database import db, engine_for, join, opened, reading, url_of, writing
from facilitator.database.engine import sqlite_url
from facilitator.settings import Config
from tests.database.lines import LineRow, lines_in

KEY = "only-for-tests-0123456789-abcdefghijklmnop"
WANTED = {
    "journal_mode": "delete",
    "synchronous": 3,  # EXTRA
    "foreign_keys": 1,
    "busy_timeout": 5000,
    "secure_delete": 1,
}


@pytest.fixture(autouse=True)
def lines(tmp_path: Path) -> Iterator[Path]:
    with lines_in(tmp_path / "engine.sqlite3") as path:
        yield path


def test_every_connection_of_the_pool_keeps_to_the_same_rules() -> None:
    with ExitStack() as held:
        connections = [held.enter_context(db.engine.connect()) for _ in range(12)]
        for connection in connections:
            found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in WANTED}
            assert found == WANTED
        assert len({id(one.connection.dbapi_connection) for one in connections}) == 12


def test_eight_threads_that_read_and_then_write_are_never_refused(lines: Path) -> None:
    app = Flask("threads")
    join(app, sqlite_url(lines))
    together = Barrier(8)

    def work(thread: int) -> None:
        together.wait()
        for number in range(100):
            with app.app_context(), writing() as session:
                count = session.scalar(select(func.count()).select_from(LineRow))
                session.add(LineRow(words=f"{thread}.{number}", held={"count": count}))

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(work, range(8)))
    with app.app_context():
        with reading() as session:
            counts = [row.held["count"] for row in session.scalars(select(LineRow)) if row.held]
        db.engine.dispose()
    # Each saw all that came before it, so nobody wrote between its reading and its writing.
    assert sorted(counts) == list(range(800))


def test_a_row_can_not_point_to_one_that_is_not_there() -> None:
    unknown = LineRow(words="no home", after_id=LineRow(words="never kept").id)
    with writing() as session:
        first = LineRow(words="first")
        session.add(first)
    unknown.after_id = first.id
    with writing() as session:
        session.add(unknown)
    with pytest.raises(IntegrityError), writing() as session:
        session.execute(text("delete from line where words = 'first'"))


def test_looking_for_a_database_does_not_make_one(tmp_path: Path) -> None:
    path = tmp_path / "missing.sqlite3"
    unable = pytest.raises(OperationalError, match="unable to open")
    with opened(sqlite_url(path)), unable, reading() as session:
        session.execute(text("select 1"))
    assert not path.exists()


@pytest.mark.parametrize("name", ["a b.sqlite3", "50% #1?.sqlite3", "Zoë's файл.sqlite3"])
def test_a_folder_or_file_may_have_any_name(tmp_path: Path, name: str) -> None:
    folder = tmp_path / f"in {name}"
    folder.mkdir()
    with lines_in(folder / name):
        assert (folder / name).stat().st_size > 0


def test_an_error_does_not_tell_the_words_of_a_family(lines: Path) -> None:
    with pytest.raises(IntegrityError) as error, writing() as session:
        session.add_all([LineRow(words="said in trust"), LineRow(words="said in trust")])
    assert "said in trust" not in str(error.value)
    engine = engine_for(sqlite_url(lines))
    with pytest.raises(OperationalError) as other, engine.connect() as connection:
        connection.execute(text("select * from nothing where x = :x"), {"x": "said in trust"})
    engine.dispose()
    assert "said in trust" not in str(other.value)


def test_a_team_is_led_to_postgresql_and_a_laptop_to_its_file(tmp_path: Path) -> None:
    team = Config(secret_key=KEY, database_url="postgresql://app@db/plans")
    assert url_of(team).drivername == "postgresql+psycopg"
    laptop = url_of(Config(secret_key=KEY, data_dir=tmp_path))
    assert laptop.database == (tmp_path / "facilitator.sqlite3").as_uri()
