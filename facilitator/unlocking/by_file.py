"""The passphrase of a locked database out of a file, where nobody sits at the screen."""

import os
import stat
from pathlib import Path

from facilitator.database import keys
from facilitator.refusals import Refusal
from facilitator.settings import Config
from facilitator.unlocking.trying import try_to_unlock

NAME = "FACILITATOR_PASSPHRASE_FILE"
_LARGEST = 4096


def unlock(config: Config) -> None:
    """Unlock the database by the file that the settings name, if they name one. Raises Refusal."""
    path = config.database_file
    if config.passphrase_file is None or path is None or not keys.is_locked(path):
        return
    if not try_to_unlock(path, read(config.passphrase_file)):
        raise Refusal.because(
            f"What stands in '{config.passphrase_file}' does not open the database '{path}'.",
            "Write its passphrase or its recovery key there, and nothing else.",
            NAME,
        )


def read(path: Path) -> str:
    """The passphrase in that file, without the end of its line. Raises Refusal."""
    try:
        rights = stat.S_IMODE(path.stat().st_mode)
        if os.name == "posix" and rights & 0o077:
            raise Refusal.because(
                f"Other users of this computer can read the file '{path}'.",
                f"Run: chmod 600 '{path}'.",
                NAME,
            )
        with path.open("rb") as file:
            return file.read(_LARGEST).decode().rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise Refusal.because(
            f"The file '{path}' can't be read as text.", "Give another file.", NAME
        ) from error
