"""A data folder with a database in which one team has a name that tests can look for."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from facilitator.database.files import connect
from facilitator.settings import Config
from tests.databases import a_database_file
from tests.web import KEY

AT = datetime(2027, 2, 27, 19, 45, tzinfo=UTC)


def a_laptop(folder: Path, **changes: Any) -> Config:
    """A data folder with a database, and a team called Kirkton."""
    folder.mkdir(mode=0o700)
    a_database_file(folder)
    config = Config(secret_key=KEY, data_dir=folder, **changes)
    a_team(config, "Kirkton")
    return config


def file_of(config: Config) -> Path:
    assert config.database_file is not None
    return config.database_file


def a_team(config: Config, name: str) -> None:
    with closing(connect(file_of(config))) as connection:
        connection.execute("insert into team (id, name) values (?, ?)", (uuid4().hex, name))


def teams(path: Path) -> list[str]:
    with closing(connect(path)) as connection:
        return [row[0] for row in connection.execute("select name from team order by name")]


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())
