"""Encrypted backups: only the passphrase opens them, and nothing plain is ever laid down."""

import base64
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pyrage  # type: ignore[import-untyped]
import pytest

from facilitator import migrations
from facilitator.backups import by_hand, encrypting
from facilitator.refusals import Refusal
from facilitator.settings import Config
from tests.backups import quick_age
from tests.backups.laptops import AT, a_laptop, a_team, file_of, names, teams
from tests.web import KEY

PASSPHRASE = "kettle marmalade otter"  # noqa: S105 - of nobody


def knows(_: Path) -> str:
    return PASSPHRASE


# An age file of that passphrase which asks for next to no work: ours can't be told to.
QUICK = base64.b64decode(
    "YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCBURFUyRGNXa3dGNXVrblFlaklWUXVBIDQKd1Zja2NWNTZrWFoy"
    "MUVkcWJVbXlUeHlGSW1GN1FIcWtrVzJvMi9SRFdpWQotLS0gM1JHYUxtUGlSNmc1REk4c1MvcG9jeWhhNU5nTGlCTk51"
    "cVN6SkR3Y0JFRQouzYsrImIu1rV0mt5oRmdwf31phHgPmXKWlLQyU8SaZ/qUx1G/smSarFrBXCbrTgOs"
)


@pytest.mark.parametrize(
    ("held", "typed", "said"),
    [
        (QUICK, "kettle marmalade badger", "does not open.*Type it again"),
        (QUICK, "", "does not open"),
        (QUICK[:-3], PASSPHRASE, "damaged or cut off"),
        (QUICK[:-3] + b"ord", PASSPHRASE, "damaged or cut off"),
        (QUICK[:60], PASSPHRASE, "damaged or cut off"),
        (QUICK.replace(b" 4\n", b" 5\n"), PASSPHRASE, "does not open"),
        (QUICK.replace(b" 4\n", b" 40\n"), PASSPHRASE, "damaged or cut off"),
        (QUICK.replace(b"v1", b"v9"), PASSPHRASE, "damaged or cut off"),
        (QUICK.replace(b"scrypt", b"scrips"), PASSPHRASE, "damaged or cut off"),
    ],
)
def test_what_age_will_not_open_is_refused_in_a_sentence_that_never_says_the_passphrase(
    tmp_path: Path, held: bytes, typed: str, said: str
) -> None:
    path = tmp_path / "b.age"
    path.write_bytes(held)
    with pytest.raises(Refusal, match=said) as refusal:
        encrypting.decrypt(path, typed)
    assert not typed or typed not in str(refusal.value)


def test_a_real_age_file_is_opened_by_its_passphrase(tmp_path: Path) -> None:
    (tmp_path / "b.age").write_bytes(QUICK)
    assert encrypting.decrypt(tmp_path / "b.age", PASSPHRASE) == b"words of a family"


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A real passphrase takes a second to try."""
    monkeypatch.setattr("pyrage.passphrase", quick_age)


def a_backup(folder: Path) -> Path:
    """An encrypted backup of a database with the team Kirkton."""
    by_hand.back_up(a_laptop(folder / "old"), folder / "b.age", at=AT, passphrase=PASSPHRASE)
    return folder / "b.age"


@pytest.mark.usefixtures("quick")
def test_the_backup_is_put_back_on_a_computer_that_never_had_the_app_by_its_passphrase_alone(
    tmp_path: Path,
) -> None:
    old = Config(secret_key=KEY, data_dir=tmp_path / "old")
    migrations.prepare(old, at=AT)
    a_team(old, "Kirkton")
    backup = tmp_path / "b.age"
    by_hand.back_up(old, backup, at=AT, passphrase=PASSPHRASE)
    assert encrypting.is_encrypted(backup)
    held = backup.read_bytes()
    assert b"Kirkton" not in held
    assert b"SQLite" not in held
    if os.name == "posix":
        assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    assert names(tmp_path) == ["b.age", "old"]
    new = Config(secret_key=KEY, data_dir=tmp_path / "new")
    assert by_hand.restore(new, backup, at=AT, ask=knows) is None
    assert teams(file_of(new)) == ["Kirkton"]
    assert names(new.data_dir) == ["facilitator.sqlite3"]
    assert migrations.check(new) == ()


def cut_off(held: bytes) -> bytes:
    return held[:-100]


def one_bit_else(held: bytes) -> bytes:
    middle = len(held) // 2
    return held[:middle] + bytes([held[middle] ^ 1]) + held[middle + 1 :]


@pytest.mark.parametrize(
    ("change", "typed", "said"),
    [
        (cut_off, PASSPHRASE, "damaged or cut off"),
        (one_bit_else, PASSPHRASE, "damaged or cut off"),
        (bytes, "kettle marmalade badger", "does not open"),
    ],
)
@pytest.mark.usefixtures("quick")
def test_what_is_cut_off_altered_or_not_to_be_opened_changes_nothing(
    tmp_path: Path, change: Callable[[bytes], bytes], typed: str, said: str
) -> None:
    config = a_laptop(tmp_path / "data")
    wrong = tmp_path / "wrong.age"
    wrong.write_bytes(change(a_backup(tmp_path).read_bytes()))
    before = file_of(config).read_bytes()
    for refused in (
        lambda: by_hand.restore(config, wrong, at=AT, ask=lambda _: typed),
        lambda: by_hand.check(wrong, ask=lambda _: typed),
    ):
        with pytest.raises(Refusal, match=said) as refusal:
            refused()
        assert typed not in str(refusal.value)
    assert file_of(config).read_bytes() == before
    assert names(config.data_dir) == ["facilitator.sqlite3"]


@pytest.mark.usefixtures("quick")
def test_what_is_inside_may_still_be_no_database_of_ours(tmp_path: Path) -> None:
    config = a_laptop(tmp_path / "data")
    letter = tmp_path / "letter.age"
    letter.write_bytes(encrypting.encrypt(b"Dear Denise, thank you. " * 300, PASSPHRASE))
    before = file_of(config).read_bytes()
    with pytest.raises(Refusal, match=r"letter.age.*can't be read as a database.*another backup"):
        by_hand.restore(config, letter, at=AT, ask=knows)
    assert by_hand.check(letter, ask=knows)[0].place == str(letter)
    assert file_of(config).read_bytes() == before


def test_a_computer_that_is_busy_asks_no_second_passphrase(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = []

    def busy(_held: bytes, _passphrase: str) -> bytes:
        tries.append(1)
        if len(tries) < 3:
            raise pyrage.DecryptError("Excessive work parameter for passphrase.")
        return b"plain"

    monkeypatch.setattr("pyrage.passphrase.decrypt", busy)
    (tmp_path / "b.age").write_bytes(b"age-encryption.org/v1\nrest")
    assert encrypting.decrypt(tmp_path / "b.age", PASSPHRASE) == b"plain"


@pytest.mark.parametrize("typed", ["", "otter otter", "fourteen signs", "passwordpassword1"])
def test_a_passphrase_that_can_be_guessed_is_refused_and_no_file_is_made(
    tmp_path: Path, typed: str
) -> None:
    assert encrypting.faults_of(typed)
    with pytest.raises(Refusal, match="not strong enough"):
        encrypting.encrypt(b"words", typed)
    config = a_laptop(tmp_path / "data")
    if typed:
        with pytest.raises(Refusal):
            by_hand.back_up(config, tmp_path / "b.age", at=AT, passphrase=typed)
    assert not (tmp_path / "b.age").exists()


@pytest.mark.usefixtures("quick")
def test_a_passphrase_is_the_same_whatever_keyboard_typed_its_accents(tmp_path: Path) -> None:
    (tmp_path / "b.age").write_bytes(encrypting.encrypt(b"words", "caf\u00e9 marmalade otter"))
    assert encrypting.decrypt(tmp_path / "b.age", "cafe\u0301 marmalade otter") == b"words"


def test_a_damaged_database_is_not_encrypted_either(tmp_path: Path) -> None:
    config = a_laptop(tmp_path / "data")
    path = file_of(config)
    path.write_bytes(path.read_bytes().replace(b"Kirkton", b"Kirkten", 1))
    with pytest.raises(Refusal, match="damaged"):
        by_hand.back_up(config, tmp_path / "b.age", at=AT, passphrase=PASSPHRASE)
    assert names(tmp_path) == ["data"]


@pytest.mark.usefixtures("quick")
def test_an_encrypted_backup_never_writes_over_a_file(tmp_path: Path) -> None:
    config, backup = a_laptop(tmp_path / "data"), a_backup(tmp_path)
    before = backup.read_bytes()
    with pytest.raises(Refusal, match="already a file"):
        by_hand.back_up(config, backup, at=AT, passphrase=PASSPHRASE)
    assert backup.read_bytes() == before
