"""The two ways in: `reading` and `writing`, in a web request or a command alike."""

from collections.abc import Iterator
from contextlib import contextmanager
from weakref import WeakKeyDictionary

from flask import Flask
from flask_sqlalchemy_lite import SQLAlchemy
from sqlalchemy import URL, Engine, event
from sqlalchemy.orm import Session

from facilitator.database.engine import WRITING, driver_for, set_up
from facilitator.database.turns import Turns

_MODE = "facilitator_mode"
KEPT_OPEN = 8  # connections: as many as the app has threads, so that none is opened for one page


class OnlyReads(RuntimeError):
    """A fault in our own code: something was changed where only reading was meant."""

    def __init__(self, what: object) -> None:
        super().__init__(f"{what!r} was changed while only reading. Use database.writing().")


class ReadingSession(Session):
    """The session of one request: it only reads, but for the time of one `writing`."""


# Rows are read once and leave as values, so nothing is looked up again after a commit. A family's
# words stand in the parameters, which would otherwise be shown by every error.
db = SQLAlchemy(
    engine_options={"hide_parameters": True, "pool_size": KEPT_OPEN},
    session_options={"class_": ReadingSession, "expire_on_commit": False},
)


_turns: WeakKeyDictionary[Engine, Turns] = WeakKeyDictionary()


@event.listens_for(ReadingSession, "before_flush")
def _refuse_to_write(session: Session, _context: object, _instances: object) -> None:
    if session.info.get(_MODE) != "writing":
        _refuse_changes(session)


def _refuse_changes(session: Session) -> None:
    for changed in (*session.new, *session.dirty, *session.deleted):
        if changed not in session.dirty or session.is_modified(changed):
            raise OnlyReads(type(changed).__name__)


def join(app: Flask, url: str | URL) -> None:
    """Give that app this database; nothing is opened or made before the first question."""
    app.config["SQLALCHEMY_ENGINES"] = {"default": {"url": url, **driver_for(url)}}
    db.init_app(app)
    # Its second teardown starts an event loop for sessions that we never have.
    app.teardown_appcontext_funcs[:] = [
        one for one in app.teardown_appcontext_funcs if one.__name__ != "_close_async_sessions"
    ]
    with app.app_context():
        set_up(db.engine)
        _turns[db.engine] = Turns()


@contextmanager
def opened(url: str | URL) -> Iterator[None]:
    """That database for a command, or a test, that has no web app: inside, `writing` works."""
    app = Flask("facilitator")
    join(app, url)
    with app.app_context():
        try:
            yield
        finally:
            db.session.close()
            db.engine.dispose()


@contextmanager
def reading() -> Iterator[Session]:
    """A session for looking: what it finds is of one moment, and nothing can be changed.

    Rows stay readable after it, with what was loaded; rows that were changed raise OnlyReads.
    Inside `writing` it is the writer's own session.
    """
    session = db.session
    if session.info.get(_MODE):
        yield session
        return
    session.info[_MODE] = "reading"
    try:
        yield session
        _refuse_changes(session)
    finally:
        session.info.pop(_MODE)
        session.close()


@contextmanager
def writing() -> Iterator[Session]:
    """A session for changing: all of it is kept at the end, or nothing where anything is raised.

    It takes its turn at once, and once it has ended without an error the change is on the disk.
    Inside another `writing` it is part of that one. Inside `reading` it is refused: RuntimeError.
    """
    session = db.session
    mode = session.info.get(_MODE)
    if mode == "reading":
        raise RuntimeError("Nobody can write while reading. End the reading first.")
    if mode == "writing":
        yield session
        return
    _refuse_changes(session)
    session.close()
    with _turns[db.engine].turn():
        session.info[_MODE] = "writing"
        try:
            session.connection(execution_options=WRITING)
            yield session
            session.commit()
        finally:
            session.info.pop(_MODE)
            session.close()
