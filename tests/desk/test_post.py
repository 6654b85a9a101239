"""Records that come in from files and go out into files, by command."""

import json
import os
import stat
from pathlib import Path
from uuid import UUID

import pytest
from click.testing import CliRunner, Result

from facilitator import record
from facilitator.accounts import store as accounts
from facilitator.accounts.user import Team, User
from facilitator.cli import commands
from facilitator.database import opened, writing
from facilitator.database.engine import sqlite_url
from facilitator.record import Record
from tests.kept import JO, KIT, SAM
from tests.records import CAMPBELL, PEARCE


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder in which Sam and Kit of one team, and Jo of another, have accounts."""
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("FACILITATOR_DATA_DIR", str(folder))
    monkeypatch.delenv("FACILITATOR_DATABASE_URL", raising=False)
    ran = CliRunner().invoke(commands, ["db", "upgrade"])
    assert ran.exit_code == 0, ran.output
    return folder


def accounts_of(data: Path, *users: User) -> None:
    (file,) = data.glob("*.sqlite3")
    with opened(sqlite_url(file)), writing() as session:
        for one in users:
            if accounts.find_team(session, one.team_id) is None:
                accounts.save_team(session, Team(one.team_id, f"team of {one.name}"))
                session.flush()
            accounts.add_user(session, one, "no password fits this")


def facilitator(*words: str | Path) -> Result:
    return CliRunner().invoke(commands, [str(word) for word in words])


def test_a_record_goes_in_and_comes_out_the_same(data: Path, tmp_path: Path) -> None:
    accounts_of(data, SAM)
    ran = facilitator("record", "import", CAMPBELL)
    assert ran.exit_code == 0, ran.output
    meeting = UUID(ran.stdout.split()[-1].rstrip("."))
    for name in (str(meeting), "04_kinship_campbell"):
        out = tmp_path / f"{name}.json"
        ran = facilitator("record", "export", name, "-o", out)
        assert ran.exit_code == 0, ran.output
        assert out.read_bytes() == CAMPBELL.read_bytes()
        assert stat.S_IMODE(out.stat().st_mode) == 0o600 or os.name == "nt"
    assert "keep it safe" in ran.stdout


def test_words_of_private_time_are_said_to_be_left_out(data: Path, tmp_path: Path) -> None:
    accounts_of(data, SAM)
    document = json.loads(PEARCE.read_bytes())
    document["private"] = {"facilitator_present": True, "who_extra": [], "record": "Secret words."}
    source = tmp_path / "r.json"
    source.write_bytes(record.write(Record(document)))
    ran = facilitator("record", "import", source)
    assert ran.exit_code == 0
    assert "was left out, for good" in ran.stderr
    facilitator("record", "export", document["id"], "-o", tmp_path / "out.json")
    assert b"Secret words." not in (tmp_path / "out.json").read_bytes()


def test_a_second_import_is_refused_and_names_the_meeting(data: Path) -> None:
    accounts_of(data, SAM)
    first = facilitator("record", "import", CAMPBELL).stdout.split()[-1].rstrip(".")
    ran = facilitator("record", "import", CAMPBELL)
    assert ran.exit_code == 1
    assert first in ran.stderr
    assert "give the record an id of its own" in ran.stderr


def test_where_several_lead_meetings_the_owner_is_named(data: Path) -> None:
    accounts_of(data, SAM, KIT, JO)
    ran = facilitator("record", "import", CAMPBELL)
    assert ran.exit_code == 1
    assert "with --owner and one of: sam@example.org, kit@example.org, jo@example.org" in ran.stderr
    assert facilitator("record", "import", CAMPBELL, "--owner", "Kit@Example.org").exit_code == 0
    assert facilitator("record", "import", CAMPBELL, "--owner", JO.email).exit_code == 0
    ran = facilitator("record", "export", "04_kinship_campbell", "-o", data / "x.json")
    assert ran.exit_code == 1
    assert "More than one meeting came from the record" in ran.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("import", CAMPBELL), "No facilitator has an account here yet."),
        (
            ("import", CAMPBELL, "--owner", "nobody@example.org"),
            "is no facilitator with an account",
        ),
        (("export", "nothing", "-o", "new.json"), "There is no meeting 'nothing'."),
        (("export", str(UUID(int=7)), "-o", "new.json"), "There is no meeting"),
    ],
)
def test_what_cannot_be_is_said_in_sentences(
    data: Path, words: tuple[str, ...], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(data)
    ran = facilitator("record", *words)
    assert ran.exit_code == 1
    assert said in ran.stderr
    assert "Traceback" not in ran.output
    assert not (data / "new.json").exists()


def test_a_file_that_is_no_record_brings_nothing_in(data: Path, tmp_path: Path) -> None:
    accounts_of(data, SAM)
    document = json.loads(CAMPBELL.read_bytes())
    document["people"][0]["colour"] = "red"
    source = tmp_path / "r.json"
    source.write_text(json.dumps(document), "utf-8")
    ran = facilitator("record", "import", source)
    assert ran.exit_code == 1
    assert "colour" in ran.stderr
    assert facilitator("record", "import", CAMPBELL).exit_code == 0  # Nothing stood in its way.


def test_a_file_that_is_there_is_never_written_over(data: Path, tmp_path: Path) -> None:
    accounts_of(data, SAM)
    facilitator("record", "import", CAMPBELL)
    mine = tmp_path / "mine.json"
    mine.write_text("my only copy", "utf-8")
    for out in (mine, tmp_path / "no" / "folder.json"):
        ran = facilitator("record", "export", "04_kinship_campbell", "-o", out)
        assert ran.exit_code == 1
        assert out.name in ran.stderr
    assert mine.read_text("utf-8") == "my only copy"


def test_a_wrong_call_is_exit_two() -> None:
    for words in (("import",), ("import", "nowhere.json"), ("export", "x")):
        assert facilitator("record", *words).exit_code == 2
