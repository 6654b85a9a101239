"""Changing something by one touch: no words were typed, so that a refusal page is enough."""

from collections.abc import Iterator
from contextlib import contextmanager

from facilitator.database import Session
from facilitator.database.troubles import NotKept, keeping
from facilitator.refusals import Refusal


@contextmanager
def changing() -> Iterator[Session]:
    """As ``keeping``; Refusal where the disk is full or the database is busy."""
    try:
        with keeping() as session:
            yield session
    except NotKept as trouble:
        raise Refusal(trouble.problem) from trouble
