"""Proposes the next step after a change of rows: ``python -m facilitator.migrations 'Words'``."""

import sys
import tempfile
from pathlib import Path

from facilitator.database.engine import sqlite_url
from facilitator.database.files import make_private
from facilitator.migrations import stepping


def main() -> None:
    """Compare a database with every step taken so far with the rows; write what is missing."""
    if len(sys.argv) != 2:  # noqa: PLR2004 - the program and one sentence
        raise SystemExit("Say in one sentence what changes: python -m facilitator.migrations '...'")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "steps.sqlite3"
        make_private(path)
        if stepping.known():
            stepping.upgrade(sqlite_url(path))
        made = stepping.propose(sqlite_url(path), sys.argv[1].rstrip("."))
    sys.stdout.write(f"Look at every line of {made}, then run make test.\n")


if __name__ == "__main__":
    main()
