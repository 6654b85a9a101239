import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from facilitator.unlocking.disk import Disk, Run, disk_under
from facilitator.unlocking.first_word import sentence

HOME = Path("/srv/sam/facilitator")


def a_linux(root: Path, *mounts: str, **devices: str) -> Disk:
    """What is said of HOME on a machine with these mounts; a device is ``name: uuid<below,...``."""
    (root / "proc/self").mkdir(parents=True)
    (root / "proc/self/mountinfo").write_text("\n".join(mounts), "utf-8")
    (root / "sys/dev/block").mkdir(parents=True)
    (root / "sys/class/block").mkdir(parents=True)
    for number, (name, told) in enumerate(devices.items()):
        uuid, _, below = told.partition("<")
        place = root / "sys/devices" / name
        place.mkdir(parents=True)
        (root / f"sys/dev/block/8:{number}").symlink_to(place)
        (root / "sys/class/block" / name).symlink_to(place)
        if uuid:
            (place / "dm").mkdir()
            (place / "dm/uuid").write_text(f"{uuid}\n", "ascii")
        (place / "slaves").mkdir()
        for one in filter(None, below.split(",")):
            (place / "slaves" / one).symlink_to(root / "sys/devices" / one)
    return disk_under(HOME, platform="linux", root=root)


def on(number: str, point: str = "/", kind: str = "ext4", source: str = "/dev/x") -> str:
    return f"22 1 {number} / {point} rw,relatime shared:1 - {kind} {source} rw"


@pytest.mark.parametrize(
    ("mounts", "devices", "expected"),
    [
        ([on("8:0")], {"sda2": ""}, Disk.PLAIN),
        ([on("8:0")], {"dm0": "CRYPT-LUKS2-0a1b-home<sda2", "sda2": ""}, Disk.ENCRYPTED),
        # LVM inside LUKS, and LVM without.
        ([on("8:0")], {"dm1": "LVM-x<dm0", "dm0": "CRYPT-LUKS2-a<sda2"}, Disk.ENCRYPTED),
        ([on("8:0")], {"dm1": "LVM-x<sda2", "sda2": ""}, Disk.PLAIN),
        # One half of it is encrypted.
        ([on("8:0")], {"dm1": "LVM-x<dm0,sdb", "dm0": "CRYPT-a", "sdb": ""}, Disk.UNKNOWN),
        # The system is plain, and the home is not; and the other way round.
        ([on("8:1"), on("8:0", "/srv")], {"dm0": "CRYPT-a", "sda": ""}, Disk.ENCRYPTED),
        ([on("8:0"), on("8:1", "/srv")], {"dm0": "CRYPT-a", "sda": ""}, Disk.PLAIN),
        ([on("8:1"), on("8:0", "/sr")], {"dm0": "CRYPT-a", "sda": ""}, Disk.PLAIN),
        ([on("8:1"), on("8:0", r"/srv/s\040m")], {"dm0": "CRYPT-a", "sda": ""}, Disk.PLAIN),
        # A device mapper that says something else, a rented machine, a file as a disk.
        ([on("8:0")], {"dm0": "mpath-x"}, Disk.UNKNOWN),
        ([on("8:0")], {"vda1": ""}, Disk.UNKNOWN),
        ([on("8:0")], {"loop0": ""}, Disk.UNKNOWN),
        # No disk at all, or one that is not listed.
        ([on("0:40", kind="overlay", source="overlay")], {"sda": ""}, Disk.UNKNOWN),
        ([on("9:9")], {"sda": ""}, Disk.UNKNOWN),
        ([on("0:40", kind="btrfs", source="/dev/sda")], {"sda": ""}, Disk.PLAIN),
        ([on("0:40", kind="btrfs", source="/dev/dm0")], {"dm0": "CRYPT-a"}, Disk.ENCRYPTED),
        ([on("0:40", kind="zfs", source="rpool/home")], {"sda": ""}, Disk.UNKNOWN),
        ([on("8:0"), on("0:50", "/srv/sam", "ecryptfs")], {"sda": ""}, Disk.ENCRYPTED),
        ([], {"sda": ""}, Disk.UNKNOWN),
        (["nonsense"], {"sda": ""}, Disk.UNKNOWN),
    ],
)
def test_linux_says_so_or_we_cant_tell(
    tmp_path: Path, mounts: list[str], devices: dict[str, str], expected: Disk
) -> None:
    assert a_linux(tmp_path, *mounts, **devices) is expected


def test_a_linux_that_tells_nothing_is_not_guessed_about(tmp_path: Path) -> None:
    assert disk_under(HOME, platform="linux", root=tmp_path) is Disk.UNKNOWN


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("FileVault is On.\n", Disk.ENCRYPTED),
        ("FileVault is Off.\n", Disk.PLAIN),
        ("FileVault is On.\nEncryption in progress: Percent completed = 12\n", Disk.UNKNOWN),
        ("FileVault is Off, but will be enabled after the next restart.\n", Disk.PLAIN),
        ("", Disk.UNKNOWN),
        ("Error: Unable to determine FileVault status.", Disk.UNKNOWN),
    ],
)
def test_a_mac_says_so_or_we_cant_tell(told: str, expected: Disk) -> None:
    assert disk_under(HOME, platform="darwin", run=lambda _: told) is expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("1\r\n", Disk.ENCRYPTED),
        ("2\r\n", Disk.PLAIN),
        ("3\r\n", Disk.UNKNOWN),  # It is at work.
        ("5\r\n", Disk.UNKNOWN),  # Its key lies open.
        ("6\r\n", Disk.UNKNOWN),
        ("\r\n", Disk.UNKNOWN),
        ("11", Disk.UNKNOWN),
        ("On", Disk.UNKNOWN),
    ],
)
def test_windows_says_so_or_we_cant_tell(told: str, expected: Disk) -> None:
    asked: list[Sequence[str]] = []

    def run(words: Sequence[str]) -> str:
        asked.append(words)
        return told

    assert disk_under(Path("C:/Data/sam"), platform="win32", run=run) is expected
    assert "NameSpace('C:')" in asked[0][-1]


@pytest.mark.parametrize("folder", ["//server/share/sam", "';calc;'", "relative"])
def test_a_folder_without_a_letter_is_not_asked_about(folder: str) -> None:
    def never(words: Sequence[str]) -> str:
        raise AssertionError(words)

    assert disk_under(Path(folder), platform="win32", run=never) is Disk.UNKNOWN


def _raises(error: Exception) -> Run:
    def run(_words: Sequence[str]) -> str:
        raise error

    return run


@pytest.mark.parametrize(
    "error",
    [
        FileNotFoundError(),
        PermissionError(),
        subprocess.TimeoutExpired("fdesetup", 5),
        subprocess.CalledProcessError(1, "fdesetup"),
        UnicodeDecodeError("utf-8", b"", 0, 1, ""),
    ],
    ids=lambda error: type(error).__name__,
)
def test_a_tool_that_fails_or_hangs_is_not_guessed_about(error: Exception) -> None:
    for platform in ("darwin", "win32"):
        assert disk_under(Path("C:/x"), platform=platform, run=_raises(error)) is Disk.UNKNOWN


def test_a_system_that_we_do_not_know_is_not_guessed_about() -> None:
    assert disk_under(HOME, platform="freebsd14") is Disk.UNKNOWN


def test_only_an_encrypted_disk_is_called_encrypted() -> None:
    assert "is encrypted" in sentence(Disk.ENCRYPTED)
    for disk in (Disk.PLAIN, Disk.UNKNOWN):
        assert "is encrypted," not in sentence(disk)
        assert "If this computer is stolen" in sentence(disk)
