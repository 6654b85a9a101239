import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import config
from facilitator.refusals import Refusal
from facilitator.settings import (
    KEY_FILE,
    NAMES,
    SETTINGS,
    Config,
    default_data_dir,
    kept_key,
    read,
)

KEY = "Zk3-9q_Tn7vB1xLs0Wd5-YpRe8uHc2GaMf4Jo6Ki"
TEAM = {
    "FACILITATOR_HOST": "0.0.0.0",  # noqa: S104 - the very thing that is asked about
    "FACILITATOR_TLS": "yes",
    "FACILITATOR_SECRET_KEY": KEY,
    "FACILITATOR_TRUSTED_HOSTS": "plans.example.org",
}


# A folder or a file that is not there is found where it is opened.
_FILES = {"FACILITATOR_WORDS", "FACILITATOR_RUBRIC"}
_PLACES = _FILES | {
    *("FACILITATOR_DATA_DIR", "FACILITATOR_BACKUP_DIR", "FACILITATOR_PASSPHRASE_FILE"),
}


def refused(environ: dict[str, str]) -> dict[str, str]:
    with pytest.raises(Refusal) as refusal:
        read(environ)
    return {problem.place: str(problem) for problem in refusal.value.problems}


def test_a_laptop_needs_no_setting_at_all(tmp_path: Path) -> None:
    settings = read(
        {"XDG_DATA_HOME": str(tmp_path), "LOCALAPPDATA": str(tmp_path)} | _home(tmp_path)
    )
    assert settings.address == "http://127.0.0.1:8000"
    assert settings.on_this_computer
    assert settings.trusted_hosts == ("127.0.0.1", "localhost")
    assert settings.cookie_name == "facilitator"


def _home(folder: Path) -> dict[str, str]:
    return {"FACILITATOR_DATA_DIR": str(folder)}


def test_the_key_of_a_laptop_is_made_once_and_only_its_owner_can_read_it(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    first = read(_home(folder)).secret_key
    assert len(first) >= 32
    assert read(_home(folder)).secret_key == first
    assert read(_home(tmp_path / "other")).secret_key != first
    if os.name == "posix":
        assert stat.S_IMODE((folder / KEY_FILE).stat().st_mode) == 0o600
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.skipif(os.name != "posix", reason="only POSIX files have these rights")
def test_a_key_that_others_can_read_is_refused(tmp_path: Path) -> None:
    kept_key(tmp_path)
    (tmp_path / KEY_FILE).chmod(0o644)
    with pytest.raises(Refusal, match="Other users of this computer can read") as refusal:
        kept_key(tmp_path)
    assert "chmod 600" in str(refusal.value)


def test_a_damaged_key_file_is_refused_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / KEY_FILE).write_text("short\n")
    (tmp_path / KEY_FILE).chmod(0o600)
    with pytest.raises(Refusal, match=r"5 characters.*Delete the file and start again"):
        kept_key(tmp_path)


def test_a_data_folder_that_is_a_file_is_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    with pytest.raises(Refusal, match=r"can't be made or read.*FACILITATOR_DATA_DIR"):
        kept_key(tmp_path / "taken")


def test_everything_that_is_wrong_is_named_at_once() -> None:
    problems = refused(
        {
            "FACILITATOR_SECRET_KEY": "short",
            "FACILITATOR_HOST": "the-cloud",
            "FACILITATOR_PORT": "eighty",
            "FACILITATOR_TLS": "perhaps",
            "FACILITATOR_TRUSTED_HOSTS": "https://plans.example.org:443",
            "FACILITATOR_DATABASE_URL": "mysql://app:swordfish@db/plans",
            "FACILITATOR_BACKUPS_KEPT": "all",
            "FACILITATOR_DEBUG": "1",
            "FACILITATOR_PROT": "80",
        }
    )
    assert set(problems) == (set(NAMES) - _PLACES) | {"FACILITATOR_PROT"}
    assert "'eighty' is not a port" in problems["FACILITATOR_PORT"]
    assert "'perhaps' is neither yes nor no" in problems["FACILITATOR_TLS"]
    assert "Did you mean FACILITATOR_PORT?" in problems["FACILITATOR_PROT"]
    assert "without a port" in problems["FACILITATOR_TRUSTED_HOSTS"]


@pytest.mark.parametrize(
    "key",
    [
        "short",
        "x" * 64,  # long, and the same letter throughout
        "change-me-change-me-change-me-please-1234567890",
        "my secret key that I wrote myself, with 32 or more signs",
    ],
)
def test_a_key_that_can_be_guessed_is_refused_and_never_shown(key: str) -> None:
    problem = refused({"FACILITATOR_SECRET_KEY": key})["FACILITATOR_SECRET_KEY"]
    assert "guessed" in problem
    assert key not in problem


def test_the_key_is_not_in_what_a_log_would_show_of_the_settings() -> None:
    assert KEY not in repr(read({"FACILITATOR_SECRET_KEY": KEY}))


@pytest.mark.parametrize("name", ["FACILITATOR_DEBUG", "FLASK_DEBUG"])
@pytest.mark.parametrize("value", ["1", "yes", "true", "on", "anything"])
def test_debugging_is_refused(name: str, value: str) -> None:
    assert name in refused({name: value, "FACILITATOR_SECRET_KEY": KEY})


@pytest.mark.parametrize("value", ["", "0", "no", "False"])
def test_debugging_that_is_off_is_no_problem(value: str) -> None:
    assert read({"FLASK_DEBUG": value, "FACILITATOR_SECRET_KEY": KEY}).secret_key == KEY


def test_beyond_this_computer_each_missing_safeguard_is_named() -> None:
    problems = refused({"FACILITATOR_HOST": "0.0.0.0"})  # noqa: S104 - what must be refused
    assert set(problems) == {
        "FACILITATOR_TLS",
        "FACILITATOR_SECRET_KEY",
        "FACILITATOR_TRUSTED_HOSTS",
    }
    assert "'0.0.0.0', where other computers can reach it" in problems["FACILITATOR_TLS"]


@pytest.mark.parametrize("missing", ["TLS", "SECRET_KEY", "TRUSTED_HOSTS"])
def test_beyond_this_computer_no_safeguard_can_be_left_out(missing: str) -> None:
    environ = {name: value for name, value in TEAM.items() if not name.endswith(missing)}
    assert set(refused(environ)) == {f"FACILITATOR_{missing}"}


def test_a_team_with_every_safeguard_may_start() -> None:
    settings = read(TEAM)
    assert not settings.on_this_computer
    assert settings.address == "https://plans.example.org"
    assert settings.cookie_name == "__Host-facilitator"


def test_nothing_is_written_while_something_is_wrong(tmp_path: Path) -> None:
    refused(_home(tmp_path) | {"FACILITATOR_PORT": "0"})
    assert list(tmp_path.iterdir()) == []


def test_an_ipv6_loopback_is_refused_because_its_host_cannot_be_checked() -> None:
    assert "Use 127.0.0.1" in refused({"FACILITATOR_HOST": "::1"})["FACILITATOR_HOST"]


def test_a_stranger_s_home_is_no_reason_to_fall_over() -> None:
    environ = {"FACILITATOR_DATA_DIR": "~nobody-of-that-name/x", "FACILITATOR_SECRET_KEY": KEY}
    assert read(environ).data_dir == Path("~nobody-of-that-name/x")


@pytest.mark.parametrize(
    ("platform", "end"),
    [
        ("linux", "share/facilitator"),
        ("darwin", "Library/Application Support/facilitator"),
        ("win32", "Local/facilitator"),
    ],
)
def test_each_platform_keeps_its_data_where_its_users_expect_it(platform: str, end: str) -> None:
    assert default_data_dir({}, platform).as_posix().endswith(end)


@given(
    st.dictionaries(
        st.sampled_from(NAMES), st.text(max_size=40).filter(lambda text: "\0" not in text)
    )
)
def test_any_text_at_all_gives_settings_or_a_refusal(environ: dict[str, str]) -> None:
    environ = {"FACILITATOR_SECRET_KEY": KEY} | environ
    if not environ["FACILITATOR_SECRET_KEY"].strip():
        environ["FACILITATOR_SECRET_KEY"] = KEY  # else a key would be made on this very machine
    try:
        settings = read(environ)
    except Refusal as refusal:
        for problem in refusal.problems:
            assert problem.place in NAMES
            assert problem.wrong.endswith(".")
            assert problem.remedy.endswith((".", "?"))
    else:
        assert isinstance(settings, Config)


def test_the_deployment_file_reads_this_machines_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("FACILITATOR_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("FACILITATOR_PORT", "8765")
    assert config.load().port == 8765


def test_every_setting_is_documented_and_every_documented_setting_exists() -> None:
    page = (Path(__file__).parents[1] / "docs" / "settings.md").read_text(encoding="utf-8")
    rows = [
        line.split("|")[1:4] for line in page.splitlines() if line.startswith("| `FACILITATOR_")
    ]
    documented = tuple((a.strip().strip("`"), b.strip(), c.strip()) for a, b, c in rows)
    assert documented == tuple((one.name, one.means, one.unset) for one in SETTINGS)


def test_a_laptop_keeps_everything_in_one_file_of_its_data_folder(tmp_path: Path) -> None:
    held = read(_home(tmp_path))
    assert held.database_file == tmp_path / "facilitator.sqlite3"
    assert held.database_url == ""


def test_a_team_keeps_everything_in_postgresql() -> None:
    url = "postgresql://app:swordfish@db.example.org:5433/plans?sslmode=require"
    held = read({"FACILITATOR_DATABASE_URL": url, "FACILITATOR_SECRET_KEY": KEY})
    assert held.database_url == url
    assert held.database_file is None
    assert "swordfish" not in repr(held)


@pytest.mark.parametrize(
    "url",
    [
        "mysql://app:swordfish@db/plans",
        "sqlite:////srv/swordfish.sqlite3",  # A folder is what FACILITATOR_DATA_DIR is for.
        "postgresql://app:swordfish@db",  # No database is named.
        "swordfish",
    ],
)
def test_another_kind_of_database_is_refused_and_its_password_never_shown(url: str) -> None:
    problem = refused({"FACILITATOR_DATABASE_URL": url})["FACILITATOR_DATABASE_URL"]
    assert "postgresql://name:password@host/database" in problem
    assert "FACILITATOR_DATA_DIR" in problem
    assert "swordfish" not in problem
