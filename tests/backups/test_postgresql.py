"""A team's PostgreSQL is put back by its own tools, as docs/backups.md says it."""

import os
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

from facilitator import migrations
from facilitator.accounts import store as accounts
from facilitator.database import opened, reading, url_of, writing
from facilitator.migrations.preparing import up_to_date
from facilitator.settings import Config
from tests.kept import EXE, NOW, SAM
from tests.postgresql import a_team_server
from tests.tools import need


def types(config: Config, tool: str, *words: object) -> None:
    """What somebody types who looks after the server; the password is no part of it."""
    known = {"PATH": os.environ["PATH"], "PGPASSWORD": urlsplit(config.database_url).password or ""}
    line = [str(Path(need("postgresql")) / tool), *map(str, words)]
    subprocess.run(line, env=known, check=True, capture_output=True)


def test_what_was_dumped_is_restored_into_a_new_database_that_the_app_takes(
    tmp_path: Path,
) -> None:
    with a_team_server() as old:
        up_to_date(old, at=NOW)
        with opened(url_of(old)), writing() as session:
            accounts.save_team(session, EXE)
            session.flush()  # A user names a team, which must be there before.
            accounts.add_user(session, SAM, "no password fits this")
        at = urlsplit(old.database_url)
        address = ("--host", at.hostname, "--port", at.port, "--username", at.username)
        dump = tmp_path / "facilitator.dump"
        types(old, "pg_dump", *address, "--format=custom", f"--file={dump}", "postgres")
        types(old, "createdb", *address, "facilitator_new")
        target = ("--no-owner", "--exit-on-error", "--dbname=facilitator_new")
        types(old, "pg_restore", *address, *target, dump)
        url = at._replace(path="/facilitator_new").geturl()
        new = Config(secret_key=old.secret_key, data_dir=tmp_path, database_url=url)
        assert migrations.check(new) == ()
        with opened(url_of(new)), reading() as session:
            assert accounts.find_user(session, SAM.id) == SAM
