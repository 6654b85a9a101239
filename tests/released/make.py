"""Makes the kept database of the newest step: ``python -m tests.released.make``.

It holds the two families of `tests.proofs.access_world`, with everything that a family can have:
invented people, agreed plans, copies, looks, letters, and nobody real.
"""

import base64
import lzma
import sqlite3
import sys
import tempfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from facilitator.database import db
from facilitator.database.files import connect, faults
from facilitator.migrations import prepare, stepping
from facilitator.settings import Config
from tests.web import KEY

FOLDER = Path(__file__).parent
ENDING = ".sqlite3.xz.txt"
AT = datetime(2027, 2, 27, 16, 30, tzinfo=UTC)


def main() -> None:
    """Write the file of the newest step, in place of one that was there."""
    from tests.proofs.access_world import a_service  # noqa: PLC0415 - who unpacks needs no service

    with tempfile.TemporaryDirectory() as folder:
        config = Config(secret_key=KEY, data_dir=Path(folder) / "data")
        prepare(config, at=AT)
        path = config.database_file
        assert path is not None
        service = a_service()
        with service.app.app_context():
            filled = Path(str(db.engine.url.database).removeprefix("file://"))
            db.engine.dispose()
        with closing(connect(path)) as connection:
            _take_over(connection, filled)
        assert faults(path) == ()
        made = FOLDER / f"{stepping.known()[0]}{ENDING}"
        packed = lzma.compress(path.read_bytes(), preset=9 | lzma.PRESET_EXTREME)
        made.write_bytes(base64.encodebytes(packed))  # Whatever is kept here can be read as text.
    sys.stdout.write(f"{made.name}: {made.stat().st_size} bytes\n")


def unpacked(kept: Path) -> bytes:
    """The database in that file."""
    return lzma.decompress(base64.decodebytes(kept.read_bytes()))


def _take_over(connection: sqlite3.Connection, filled: Path) -> None:
    """Every row of another file: steps and rooms make the same tables."""
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute("ATTACH DATABASE ? AS filled", (str(filled),))
    connection.execute("BEGIN")
    for (table,) in connection.execute(
        "SELECT name FROM filled.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall():
        columns = [row[1] for row in connection.execute(f'PRAGMA filled.table_info("{table}")')]
        names = ", ".join(f'"{one}"' for one in columns)
        connection.execute(f'DELETE FROM main."{table}"')  # noqa: S608 - our own names
        connection.execute(
            f'INSERT INTO main."{table}" ({names}) SELECT {names} FROM filled."{table}"'  # noqa: S608
        )
    connection.execute("COMMIT")
    connection.execute("DETACH DATABASE filled")
    connection.execute("VACUUM")


if __name__ == "__main__":
    main()
