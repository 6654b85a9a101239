"""The set-up on every kind of machine: what it asks for, and what it tells a person to type."""

import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest

from tools import find, set_up, system_packages
from tools.system_packages import NEEDS, Need

ROOT = Path(__file__).resolve().parents[1]


def lacking(what: str) -> tuple[Need, ...]:
    return tuple(need for need in NEEDS if need.what == what)


def need(*, found: bool = False, must: bool = False, purposes: tuple[str, ...] = ("run",)) -> Need:
    names = {"debian": "libthing0", "macos": "thing", "windows": "thing"}
    return Need("a thing", "It stays undone.", lambda: found, **names, must=must, purposes=purposes)


def test_what_is_there_is_not_asked_for() -> None:
    assert system_packages.missing("run", (need(found=True),)) == ()


def test_run_does_not_ask_for_what_only_tests_use() -> None:
    only_tests = need(purposes=("test",))
    assert system_packages.missing("run", (only_tests,)) == ()
    assert system_packages.missing("test", (only_tests,)) == (only_tests,)


def test_running_needs_neither_browser_nor_java_nor_poppler() -> None:
    for_running = {need.debian for need in NEEDS if "run" in need.purposes}
    assert for_running == {
        "libharfbuzz-subset0",
        "libpango-1.0-0",
        "libpangoft2-1.0-0",
        *(need.debian for need in lacking("Python's venv")),
    }


def test_a_debian_user_is_told_one_command() -> None:
    told = system_packages.command(lacking("Pango") + lacking("Chromium"), "debian")
    install = "sudo apt-get install --no-install-recommends libpango-1.0-0 chromium"
    assert told == f"sudo apt-get update && {install}"


def test_a_mac_user_is_told_brew_and_each_name_once() -> None:
    wanted = lacking("Pango") + lacking("Pango for FreeType") + lacking("Chromium")
    told = system_packages.command(wanted, "macos")
    assert told == "brew install pango && brew install --cask chromium"


def test_a_windows_user_is_told_where_pango_comes_from() -> None:
    told = system_packages.command(lacking("Pango") + lacking("Java (a JDK)"), "windows")
    assert told.splitlines() == [
        "winget install Microsoft.OpenJDK.17",
        "  winget install MSYS2.MSYS2",
        r"  C:\msys64\usr\bin\pacman -S --needed mingw-w64-x86_64-pango",
        r"  setx WEASYPRINT_DLL_DIRECTORIES C:\msys64\mingw64\bin",
    ]


def test_somebody_on_another_system_is_told_what_it_is_called() -> None:
    assert system_packages.command(lacking("poppler"), "other").endswith("packages of: poppler")


@pytest.mark.parametrize(("must", "goes_on"), [(True, False), (False, True)])
def test_the_set_up_goes_on_unless_nothing_works_without(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    must: bool,  # noqa: FBT001 - one column of the table above.
    goes_on: bool,  # noqa: FBT001 - the other.
) -> None:
    monkeypatch.setattr(system_packages, "missing", lambda _purpose: (need(must=must),))
    monkeypatch.setattr(system_packages, "_may_install", lambda: False)
    assert system_packages.ensure("run") is goes_on
    said = capsys.readouterr().err
    assert "This machine has no a thing. It stays undone." in said
    assert "thing" in said.splitlines()[-1]


def test_what_is_lost_is_said_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    both = lacking("Pango") + lacking("Pango for FreeType")
    monkeypatch.setattr(system_packages, "missing", lambda _purpose: both)
    monkeypatch.setattr(system_packages, "_may_install", lambda: False)
    assert system_packages.ensure("run")
    said = capsys.readouterr().err
    assert said.startswith("This machine has no Pango and no Pango for FreeType. The paper can't")
    assert said.count("The paper can't be made here.") == 1


def test_root_on_debian_has_it_installed_and_looked_for_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    installed: list[str] = []
    monkeypatch.setattr(
        system_packages, "missing", lambda _purpose: () if installed else (need(must=True),)
    )
    monkeypatch.setattr(system_packages, "_may_install", lambda: True)
    monkeypatch.setattr(system_packages, "_apt_get", installed.extend)
    assert system_packages.ensure("run")
    assert installed == ["libthing0"]


def test_the_system_is_told_by_its_release_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(system_packages, "_has", lambda _name: True)
    for release, expected in [
        ({"ID": "ubuntu", "ID_LIKE": "debian"}, "debian"),
        ({"ID": "linuxmint", "ID_LIKE": "ubuntu debian"}, "debian"),
        ({"ID": "fedora"}, "other"),
    ]:
        monkeypatch.setattr(platform, "freedesktop_os_release", lambda told=release: told)
        assert system_packages.system() == expected


@pytest.mark.parametrize(
    ("wanted", "offered", "beside"),
    [
        (["chromium", "poppler"], True, ["chromium-headless-shell"]),
        (["chromium", "poppler"], False, []),
        (["poppler"], True, []),
    ],
)
def test_a_browser_without_a_window_comes_with_the_browser_where_it_is_to_be_had(
    monkeypatch: pytest.MonkeyPatch,
    wanted: list[str],
    offered: bool,  # noqa: FBT001 - a column of the table above.
    beside: list[str],
) -> None:
    asked: list[list[str]] = []

    def run(words: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        asked.append(words)
        fails = words[0] == "apt-cache" and not offered
        return subprocess.CompletedProcess(words, int(fails), b"")

    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setattr(system_packages, "system", lambda: "debian")
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    needs = tuple(
        Need(name, "", lambda: False, name, name, name, purposes=("test",)) for name in wanted
    )
    monkeypatch.setattr(system_packages, "missing", lambda _purpose: needs)
    system_packages.ensure("test")
    (installed,) = [words for words in asked if "install" in words]
    assert installed[-len([*wanted, *beside]) :] == [*wanted, *beside]
    assert "--no-install-recommends" in installed[: -len([*wanted, *beside])]


def test_pages_are_tried_without_a_window_where_that_can_be_had_and_else_with_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    whole = program(tmp_path / "chromium", "exit 0")
    assert find.chromium_without_a_window() == str(whole)
    shell = program(tmp_path / "chromium-headless-shell", "exit 0")
    assert find.chromium_without_a_window() == str(shell)
    assert find.chromium() == str(whole)


def test_a_java_without_a_compiler_does_not_count(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    java = program(tmp_path / "java", "exit 0")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find.java() is None
    program(tmp_path / "javac", "exit 0")
    assert find.java() == str(java)


@pytest.mark.parametrize(("said", "counts"), [("v18.20.4", False), ("v20.9.0", True), ("", False)])
def test_an_old_node_does_not_count(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    said: str,
    counts: bool,  # noqa: FBT001 - a column of the table above.
) -> None:
    program(tmp_path / "node", f"echo {said}")
    program(tmp_path / "npm", "exit 0")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert (find.node() is not None) is counts


def program(path: Path, words: str) -> Path:
    path.write_text(f"#!/bin/sh\n{words}\n", encoding="ascii")
    path.chmod(0o755)
    return path


def test_an_unknown_purpose_is_named_with_the_known_ones() -> None:
    words = [sys.executable, "-m", "tools.set_up", "dance"]
    said = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    assert said.returncode == 2
    assert "'dance'" in said.stdout
    assert "run, test, check, bench" in said.stdout


def test_a_second_set_up_waits_and_a_dead_one_is_no_hindrance(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    lock = tmp_path / ".set-up.lock"
    monkeypatch.setattr(set_up, "LOCK", lock)
    assert set_up.take_lock()
    assert not set_up.take_lock()  # It is ours, and we still run.
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    lock.write_text(str(dead.pid), encoding="ascii")
    assert not set_up.take_lock()  # The dead one's lock is taken away,
    assert set_up.take_lock()  # and the next try has it.
    assert lock.read_text(encoding="ascii") == str(os.getpid())
