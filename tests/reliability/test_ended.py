"""The app is ended as people end it: what is new is backed up, and the file is sealed."""

import os
import signal
from contextlib import closing

import pytest

from facilitator.backups import kept, starting
from facilitator.database import seal
from facilitator.database.files import connect
from facilitator.settings import Config
from tests.reliability import EVERYTHING
from tests.reliability.client import Client, a_key, a_ref
from tests.reliability.laptop import Laptop
from tests.web import KEY

WAYS = ("SIGHUP", "SIGTERM", "SIGINT") if EVERYTHING in os.environ else ("SIGHUP",)


@pytest.mark.parametrize("way", WAYS)
def test_whatever_was_kept_is_in_a_backup_once_the_app_has_ended(
    laptop: Laptop, client: Client, way: str
) -> None:
    """By the computer that shuts down, by closing the window, by Ctrl-C."""
    assert client.save(a_ref(), "Nan cooks.", key=a_key()).status == 200
    os.kill(laptop.pid, getattr(signal, way))
    while laptop._hear() != "stopped":  # noqa: SLF001 - as kill() does it
        pass
    laptop.pid = 0
    config = Config(secret_key=KEY, data_dir=laptop.folder)
    (backup,) = kept.list_of(config)
    assert backup.is_whole()
    with closing(connect(backup.path)) as connection:
        assert [row[0] for row in connection.execute("select words from wording")] == ["Nan cooks."]
    assert seal.is_sealed(laptop.file)
    starting.look(config)
    assert "No backup" not in laptop.told()
    laptop.start()
