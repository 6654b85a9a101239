"""The way to the database: what is switched on for each connection, and how transactions begin."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from facilitator.database import keys
from facilitator.settings import Config

WAITS = 5  # seconds for another's turn to end, before a writer is refused
# DELETE, because SQLite up to 3.51.2 can damage a WAL file under two writers; EXTRA, because an
# answer is acknowledged only once it would survive the power going.
PRAGMAS = {
    "journal_mode": "DELETE",
    "synchronous": "EXTRA",
    "foreign_keys": "ON",
    "busy_timeout": str(WAITS * 1000),
    "secure_delete": "ON",
}
TURN = 20270227  # Any number does, if every writer asks for the same one.
WRITING = {"facilitator_writing": True}


def sqlite_url(path: Path) -> URL:
    """The URL of a database file that must exist: nothing is made by only looking."""
    query = {"mode": "rw", "uri": "true"}
    return URL.create("sqlite", database=path.resolve().as_uri(), query=query)


def url_of(config: Config) -> URL:
    """Where that configuration keeps everything: PostgreSQL, or a file in the data folder."""
    if config.database_file is None:
        return make_url(config.database_url).set(drivername="postgresql+psycopg")
    return sqlite_url(config.database_file)


def engine_for(url: str | URL, **pragmas: str) -> Engine:
    """An engine of its own on that database, set up as the app's is; dispose of it yourself.

    ``pragmas`` change what is switched on for each connection to a SQLite file.
    """
    engine = create_engine(url, hide_parameters=True, **driver_for(url))
    set_up(engine, **pragmas)
    return engine


def driver_for(url: str | URL) -> dict[str, Any]:
    """What to tell SQLAlchemy where the file at that URL is locked; nothing where it is plain."""
    path = file_at(url)
    if path is None or not keys.is_locked(path):
        return {}
    return {"module": keys.driver()}


def file_at(url: str | URL) -> Path | None:
    """The file that this URL names; None where it names none, or a team's server."""
    address = make_url(url)
    if address.get_backend_name() != "sqlite" or not (address.database or "").startswith("file:"):
        return None
    return Path(url2pathname(urlsplit(address.database or "").path))


def set_up(engine: Engine, **pragmas: str) -> None:
    """Have each connection of that engine keep to our rules, whoever opens it."""
    if engine.dialect.name != "sqlite":
        event.listen(engine, "begin", _on_begin_in_postgresql)
        return
    path = file_at(engine.url)
    switched = tuple(f"PRAGMA {name}={value}" for name, value in {**PRAGMAS, **pragmas}.items())

    def on_connect(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        # Python's own driver would begin transactions by itself, and late: at the first change.
        connection.isolation_level = None
        if path is not None and (key := keys.key_of(path)):
            keys.say_key(connection, key)
        cursor = connection.cursor()
        for words in switched:
            cursor.execute(words)
        cursor.close()

    event.listen(engine, "connect", on_connect)
    event.listen(engine, "begin", _on_begin)


def _on_begin(connection: Connection) -> None:
    """A writer takes its turn at once: one that reads first and then writes can be refused."""
    writes = _writes(connection)
    connection.exec_driver_sql(f"PRAGMA query_only={'OFF' if writes else 'ON'}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _on_begin_in_postgresql(connection: Connection) -> None:
    """The same there: writers take turns, and who only reads sees one moment."""
    connection.exec_driver_sql(
        f"SELECT pg_advisory_xact_lock({TURN})"
        if _writes(connection)
        else "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"
    )


def _writes(connection: Connection) -> bool:
    return bool(connection.get_execution_options().get("facilitator_writing", False))
