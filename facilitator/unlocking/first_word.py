"""One line at the very first start: whether the disk is encrypted, and where to read more."""

import sys
from pathlib import Path

from facilitator.unlocking.disk import Disk, disk_under

_SAID = {
    Disk.ENCRYPTED: "The disk of this computer is encrypted, says its system. That is good.",
    Disk.PLAIN: "The disk of this computer is not encrypted: a thief could read what is kept here.",
    Disk.UNKNOWN: "We can't tell whether the disk of this computer is encrypted.",
}
_MORE = "See 'If this computer is stolen' once you are signed in."


def sentence(disk: Disk) -> str:
    """What is said of that disk."""
    return _SAID[disk] if disk is Disk.ENCRYPTED else f"{_SAID[disk]} {_MORE}"


def say(folder: Path) -> None:
    """Say it on the terminal. To ask the system may take some seconds."""
    sys.stdout.write(sentence(disk_under(folder)) + "\n")
    sys.stdout.flush()
