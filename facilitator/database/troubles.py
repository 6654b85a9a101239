"""What can go wrong with the disk or the database while something is kept, said in words."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from facilitator.database.session import writing
from facilitator.refusals import Problem

NO_ROOM = 507
BUSY = 503

# The primary result codes of SQLite, and the first two signs of PostgreSQL's.
_SQLITE = {5: BUSY, 6: BUSY, 8: NO_ROOM, 10: NO_ROOM, 13: NO_ROOM, 14: NO_ROOM}
_POSTGRESQL = {"53": NO_ROOM, "55": BUSY, "08": BUSY, "57": BUSY}
_WORDS = {
    NO_ROOM: (
        "This could not be kept: the disk is full, or it can't be written to.",
        "Your words are still here. Make room on this computer, then keep them again.",
    ),
    BUSY: (
        "This could not be kept: the database is busy.",
        "Your words are still here. Wait a moment, then keep them again.",
    ),
}


class NotKept(Exception):
    """Nothing of it was kept, because of the disk or the database: a status, and what to say."""

    def __init__(self, status: int) -> None:
        self.status = status
        self.problem = Problem("", *_WORDS[status])
        super().__init__(str(self.problem))


@contextmanager
def keeping() -> Iterator[Session]:
    """As ``writing``, for words that somebody typed: a full disk or a busy database is NotKept."""
    try:
        with writing() as session:
            yield session
    except TimeoutError as error:
        raise NotKept(BUSY) from error
    except OperationalError as error:
        status = _status(error.orig)
        if status is None:
            raise
        raise NotKept(status) from error


def _status(error: BaseException | None) -> int | None:
    # 11 is a damaged file and 26 none at all: those are no trouble that waiting or room mends.
    code = getattr(error, "sqlite_errorcode", None)
    if isinstance(code, int):
        return _SQLITE.get(code & 0xFF)
    state = getattr(error, "sqlstate", None)
    return _POSTGRESQL.get(state[:2]) if isinstance(state, str) else None
