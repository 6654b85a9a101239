"""A key for the tests of the database, and what can be seen of a file that is locked by it."""

import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from facilitator.database import keys
from facilitator.database.files import connect
from facilitator.database.keys import Key

WORDS = "Nan cooks on Tuesdays, and nobody else knows"
LOCK = {"format": keys.FORMAT, "id": "0123456789abcdef"}
KEY = Key("0123456789abcdef", bytes(range(32)))
OTHER = Key("0123456789abcdef", bytes(32))


def said_in(path: Path) -> list[str]:
    with closing(connect(path)) as connection:
        return [row[0] for row in connection.execute("select words from line")]


def in_the_open(folder: Path) -> list[str]:
    """The files in that folder in which WORDS can be read by anybody."""
    files = [one for one in folder.rglob("*") if one.is_file()]
    return sorted(one.name for one in files if WORDS.encode() in one.read_bytes())


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def in_a_child(work: Callable[[], int]) -> int:
    """What a child of this program ends with after that work; 9 where it failed."""
    child = os.fork()
    if not child:
        end = 9
        try:
            end = work()
        finally:
            os._exit(end)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) != 9, "The child failed: see above."
    return os.waitstatus_to_exitcode(status)
