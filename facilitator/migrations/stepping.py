"""The steps from one shape of the tables to the next, taken by Alembic in one transaction."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from flask import Flask
from sqlalchemy import URL, Connection, Engine, MetaData, event, inspect, text

from facilitator.database import Base, KeptJSON, Moment, engine_for
from facilitator.database.engine import WRITING
from facilitator.refusals import Refusal

if TYPE_CHECKING:
    from flask_alembic import Alembic

VERSIONS = Path(__file__).parent / "versions"
KEPT_IN = "alembic_version"


def tables() -> MetaData:
    """Every table of the house: those of each room that has a ``store.py``."""
    house = VERSIONS.parent.parent
    for store in sorted(house.rglob("store.py")):
        import_module(".".join(("facilitator", *store.relative_to(house).with_suffix("").parts)))
    return Base.metadata


@contextmanager
def steps(url: URL, versions: Path = VERSIONS) -> Iterator["Alembic"]:
    """Alembic at work on that database."""
    # To build a table anew is to drop the old one, which would take the rows that point to it.
    engine = engine_for(url, foreign_keys="OFF")
    app = Flask("facilitator")
    app.config["ALEMBIC"] = {
        "script_location": str(versions),
        "file_template": "v%%(rev)s_%%(slug)s",
    }
    app.config["ALEMBIC_CONTEXT"] = {
        "transactional_ddl": True,  # SQLite can, since we begin its transactions ourselves.
        "render_as_batch": True,
        "render_item": _as_plain_type,
    }
    alembic = _alembic(app, engine)
    try:
        with app.app_context():
            yield alembic
    finally:
        engine.dispose()


def _alembic(app: Flask, engine: Engine) -> "Alembic":
    from flask_alembic import Alembic  # noqa: PLC0415 - a start with nothing to do needs none of it

    if engine.dialect.name == "sqlite":
        event.listen(engine, "commit", _point_to_what_is_there)
    writing = engine.execution_options(**WRITING)
    made = Alembic(app, run_mkdir=False, command_name="", metadatas=tables(), engines=writing)
    logging.getLogger("alembic").setLevel(logging.WARNING)
    return made


def _point_to_what_is_there(connection: Connection) -> None:
    lost = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if lost:
        names = ", ".join(sorted({row[0] for row in lost}))
        raise RuntimeError(f"Rows of {names} would point to rows that are gone.")


def _as_plain_type(kind: str, thing: object, _context: object) -> str | Literal[False]:
    """A step names the database's own types, so that it stays true when ours are changed."""
    if kind == "type" and isinstance(thing, Moment):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(thing, KeptJSON):
        return "sa.Text()"
    return False


def propose(url: URL, what: str, versions: Path = VERSIONS) -> Path:
    """Write the next step: what it takes to lead that database to the rows of today."""
    with steps(url, versions) as alembic:
        alembic.rev_id = lambda: f"{len(known(versions)) + 1:04}"  # type: ignore[method-assign]
        (made,) = alembic.revision(what, branch="", path=str(versions))
    if made is None:
        raise RuntimeError("No step was written.")
    return Path(made.path)


def differences(url: URL, versions: Path = VERSIONS) -> list[tuple[object, ...]]:
    """What sets that database apart from the rows of today; nothing when all is well."""
    with steps(url, versions) as alembic:
        return list(alembic.compare_metadata())


def upgrade(url: URL, versions: Path = VERSIONS) -> None:
    """Take every step that this database has not taken yet, all or none.

    Nobody else can write meanwhile. Whatever goes wrong, the database stays as it was.
    """
    with steps(url, versions) as alembic:
        alembic.upgrade()


def standing(url: URL) -> str:
    """The step that this database stands at; "" where it is empty.

    Raises Refusal where it is another program's.
    """
    engine = engine_for(url)
    try:
        with engine.connect() as connection:  # One look: somebody else may be at the first start.
            names = inspect(connection).get_table_names()
            if KEPT_IN in names:
                kept = connection.execute(text("SELECT version_num FROM alembic_version"))
                return str(kept.scalar() or "")
    finally:
        engine.dispose()
    if names:
        raise Refusal.because(
            f"The database holds another program's tables, such as '{names[0]}'.",
            "Give a database of this app, or an empty one.",
        )
    return ""


def known(versions: Path = VERSIONS) -> tuple[str, ...]:
    """Every step that this version of the app knows, newest first, by the names of their files."""
    return tuple(sorted((step.name[1:5] for step in versions.glob("v????_*.py")), reverse=True))
