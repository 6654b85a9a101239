"""Whether the disk under a folder is encrypted, where the system itself says so.

Yes is only said where the system said yes. Whatever can't be read, or is not known here, is "we
can't tell".
"""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from enum import Enum
from pathlib import Path

LONGEST = 5  # seconds; who waits longer for an answer has none
_CRYPT = "CRYPT-"
_OCTAL = re.compile(r"\\([0-7]{3})")

Run = Callable[[Sequence[str]], str]


class Disk(Enum):
    """What the system says of a disk."""

    ENCRYPTED = "encrypted"
    PLAIN = "not encrypted"
    UNKNOWN = "we can't tell"


def disk_under(
    folder: Path, *, platform: str = sys.platform, run: Run | None = None, root: Path = Path("/")
) -> Disk:
    """What the system says of the disk that this folder is on."""
    run = run or _run
    with suppress(OSError, ValueError, LookupError, subprocess.SubprocessError):
        if platform == "linux":
            return _linux(folder, root)
        if platform == "darwin":
            return _macos(run(("/usr/bin/fdesetup", "status")))
        if platform == "win32":
            return _windows(folder, run)
    return Disk.UNKNOWN


def _run(words: Sequence[str]) -> str:
    told = subprocess.run(  # noqa: S603 - a list of our own words, and no shell
        words, capture_output=True, text=True, timeout=LONGEST, check=True, stdin=subprocess.DEVNULL
    )
    return told.stdout


def _macos(told: str) -> Disk:
    if "FileVault is Off" in told:
        return Disk.PLAIN
    if "FileVault is On" in told and "in progress" not in told:
        return Disk.ENCRYPTED
    return Disk.UNKNOWN


def _windows(folder: Path, run: Run) -> Disk:
    letter = str(folder)[:2]
    if not re.fullmatch("[A-Za-z]:", letter):
        return Disk.UNKNOWN
    # What the Explorer shows beside the disk; manage-bde would need an administrator's window.
    ask = (
        f"(New-Object -ComObject Shell.Application).NameSpace('{letter}').Self"
        ".ExtendedProperty('System.Volume.BitLockerProtection')"
    )
    shell = Path(os.environ.get("SYSTEMROOT", r"C:\Windows"))
    shell = shell / "System32" / "WindowsPowerShell" / "v1.0" / "powershell.exe"
    told = run((str(shell), "-NoProfile", "-NonInteractive", "-Command", ask)).strip()
    return {"1": Disk.ENCRYPTED, "2": Disk.PLAIN}.get(told, Disk.UNKNOWN)


def _linux(folder: Path, root: Path) -> Disk:
    number, kind, source = _mounted(folder, (root / "proc/self/mountinfo").read_text("utf-8"))
    if kind in {"ecryptfs", "fuse.gocryptfs", "fuse.encfs", "fuse.cryfs"}:
        return Disk.ENCRYPTED
    device = root / "sys/dev/block" / number
    if number.startswith("0:"):  # btrfs has no number of its own, but names what it stands on.
        if kind != "btrfs" or not source.startswith("/dev/"):
            return Disk.UNKNOWN
        device = root / "sys/class/block" / _named(source, root)
    if not device.exists():
        return Disk.UNKNOWN
    return _block(device.resolve())


def _named(source: str, root: Path) -> str:
    path = root / source.lstrip("/")
    return path.resolve().name if path.exists() else Path(source).name


def _mounted(folder: Path, mountinfo: str) -> tuple[str, str, str]:
    """The device's number, the kind of file system and its source, of what that folder is on."""
    best: tuple[str, str, str] | None = None
    longest = -1
    place = folder.resolve()
    for line in mountinfo.splitlines():
        before, _, after = line.partition(" - ")
        known, more = before.split(), after.split()
        point = Path(_OCTAL.sub(lambda found: chr(int(found[1], 8)), known[4]))
        if place.is_relative_to(point) and len(point.parts) >= longest:
            longest, best = len(point.parts), (known[2], more[0], more[1])
    if best is None:
        raise ValueError("No mount holds that folder.")
    return best


def _block(device: Path) -> Disk:
    uuid = device / "dm" / "uuid"
    if uuid.exists() and uuid.read_text("ascii").startswith(_CRYPT):
        return Disk.ENCRYPTED
    slaves = device / "slaves"
    below = sorted(slaves.iterdir()) if slaves.is_dir() else []
    if below:
        found = {_block(one.resolve()) for one in below}
        return found.pop() if len(found) == 1 else Disk.UNKNOWN
    # A disk of a machine that is no machine of its own may be encrypted by whoever lends it.
    if uuid.exists() or device.name.startswith(("loop", "vd", "xvd", "nbd", "zd")):
        return Disk.UNKNOWN
    return Disk.PLAIN
