"""A PostgreSQL server of the tests' own: in a folder of its own, on loopback, gone at the end.

And the same on each kind of database: a laptop's file, a locked one, or a team's server.
"""

import os
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL

from facilitator.accounts import store as accounts
from facilitator.database import keys, opened, url_of, writing
from facilitator.migrations.preparing import prepare, up_to_date
from facilitator.settings import DATABASE_FILE, Config
from tests.kept import EXE, NOW, SAM
from tests.tools import need
from tests.web import KEY

# A server for a test needs no disk: whoever loses it loses nothing.
QUICK = "-c fsync=off -c full_page_writes=off"


@contextmanager
def a_team_server() -> Iterator[Config]:
    """The settings of a team whose database, on a new server, is still empty."""
    places = Path(need("postgresql"))
    need("psycopg")
    folder = Path(tempfile.mkdtemp(prefix="facilitator-postgresql-"))
    password, port = secrets.token_urlsafe(24), _free_port()
    try:
        _begin(places, folder, password)
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' {QUICK}"
        _run(places / "pg_ctl", "-w", "-D", folder / "data", "-l", folder / "log", "-o", options)
        try:
            url = f"postgresql://team:{password}@127.0.0.1:{port}/postgres"
            yield Config(secret_key=KEY, data_dir=folder, database_url=url)
        finally:
            stop = (places / "pg_ctl", "-D", folder / "data", "-m", "immediate")
            _run(*stop, word="stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


EITHER = ("a laptop", "a locked laptop", "a team's server")


@contextmanager
def either(which: str, folder: Path) -> Iterator[URL]:
    """The address of one of EITHER, made by our own steps and open to work in, with Sam in it."""
    if which != EITHER[-1]:
        config = Config(secret_key=KEY, data_dir=folder)
        if which != EITHER[0]:
            _lay_a_lock(folder)
        prepare(config, at=NOW)
        yield _with_sam(config)
        keys.let_go()
        return
    with a_team_server() as config:
        up_to_date(config, at=NOW)
        yield _with_sam(config)


def _lay_a_lock(folder: Path) -> None:
    """What is made there will be locked from its first byte, by a key that this program holds."""
    folder.mkdir(mode=0o700)
    key = keys.Key.by_chance()
    keys.hold(key)
    keys.write_lock(folder / DATABASE_FILE, {"format": keys.FORMAT, "id": key.id})


def _with_sam(config: Config) -> URL:
    with opened(url_of(config)), writing() as session:
        accounts.save_team(session, EXE)
        session.flush()  # A user names a team, which must be there before.
        accounts.add_user(session, SAM, "no password fits this")
    return url_of(config)


def _begin(places: Path, folder: Path, password: str) -> None:
    told = folder / "password"
    told.write_text(password, encoding="utf-8")
    if _is_root():
        for one in (folder, told):
            shutil.chown(one, "postgres")
    _run(
        places / "initdb",
        *("-D", folder / "data", "-U", "team", "--pwfile", told, "--auth", "scram-sha-256"),
        *("--encoding", "UTF8", "--locale", "C", "--no-sync"),
        word="",
    )


def _run(program: Path, *words: object, word: str = "start") -> None:
    """Run one of them; it refuses to work for root, and works for its own user then."""
    before = ("runuser", "-u", "postgres", "--") if _is_root() else ()
    line = [*before, str(program), *map(str, words), *((word,) if word else ())]
    # A server that goes on would keep a pipe open, so its words go nowhere but to its log.
    subprocess.run(line, check=True, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as held:
        port: int = held.getsockname()[1]
        return port
