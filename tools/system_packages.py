"""Checks what the machine itself must have, and installs it or says how.

Root on Debian or Ubuntu: apt-get does it. Anybody else: the exact command is printed, and the
set-up goes on wherever the app can run without. Run it as ``python -m tools.system_packages run``.
"""

import importlib.util
import os
import platform
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tools import find

CHROMIUM = "chromium"
# The same browser for programs, without its window. Not every child of Debian has it, and no test
# needs it: it comes along where the browser does, and is never fetched for itself.
SHELL = "chromium-headless-shell"
PURPOSES = ("run", "test", "check", "bench")


@dataclass(frozen=True)
class Need:
    """One thing that the machine must have for a purpose, and its name in each system's shop."""

    what: str
    without: str  # what a person loses, as a sentence
    found: Callable[[], bool]
    debian: str
    macos: str
    windows: str
    purposes: tuple[str, ...] = PURPOSES
    must: bool = False


def _has_venv() -> bool:
    return importlib.util.find_spec("ensurepip") is not None


def _venv_package() -> str:
    """Debian's package for the Python that runs this, which may not be the default one."""
    default = Path("/usr/bin/python3").resolve().name
    own = f"python{sys.version_info.major}.{sys.version_info.minor}"
    return "python3-venv" if default == own else f"{own}-venv"


def _has(name: str) -> bool:
    return find.program(name) is not None


_PAPER = "The paper can't be made here. The plan can still be printed from the browser."
_TESTS = ("test", "bench")

NEEDS = (
    Need(
        "Python's venv",
        "Nothing can be set up.",
        _has_venv,
        _venv_package(),
        "python",
        "Python.Python.3.12",
        must=True,
    ),
    Need(
        "Pango",
        _PAPER,
        partial(find.library, "pango-1.0"),
        "libpango-1.0-0",
        "pango",
        "pango",
    ),
    Need(
        "Pango for FreeType",
        _PAPER,
        partial(find.library, "pangoft2-1.0"),
        "libpangoft2-1.0-0",
        "pango",
        "pango",
    ),
    Need(
        "HarfBuzz's subsetter",
        "The paper takes up to four times as long.",
        partial(find.library, "harfbuzz-subset"),
        "libharfbuzz-subset0",
        "harfbuzz",
        "harfbuzz",
    ),
    Need(
        "Chromium",
        "The tests of the pages are skipped.",
        lambda: find.chromium() is not None,
        CHROMIUM,
        "--cask chromium",
        "Google.Chrome",
        _TESTS,
    ),
    Need(
        "GCC's atomic library",  # Node, which drives the browser in tests, is linked against it.
        "The tests of the pages are skipped.",
        lambda: sys.platform != "linux" or find.library("atomic"),
        "libatomic1",
        "gcc",
        "gcc",
        _TESTS,
    ),
    Need(
        "Java (a JDK)",
        "The tests of PDF/A and PDF/UA are skipped.",
        lambda: find.java() is not None,
        "default-jdk-headless",
        "openjdk",
        "Microsoft.OpenJDK.17",
        _TESTS,
    ),
    Need(
        "poppler",
        "The tests that read the paper back are skipped.",
        lambda: _has("pdftotext") and _has("pdftoppm"),
        "poppler-utils",
        "poppler",
        "poppler",
        _TESTS,
    ),
    Need(
        "PostgreSQL's server",
        "The tests of a team's database are skipped.",
        lambda: find.postgresql() is not None,
        "postgresql",
        "postgresql@17",
        "PostgreSQL.PostgreSQL.17",
        ("test",),
    ),
    Need(
        "strace",  # Only Linux has it, and needs it.
        "The test of a power cut is skipped.",
        lambda: sys.platform != "linux" or _has("strace"),
        "strace",
        "strace",
        "strace",
        ("test",),
    ),
)


def missing(purpose: str, needs: tuple[Need, ...] = NEEDS) -> tuple[Need, ...]:
    """What this machine lacks for the purpose."""
    return tuple(need for need in needs if purpose in need.purposes and not need.found())


def system() -> str:
    """``debian`` (and what descends from it), ``macos``, ``windows`` or ``other``."""
    if sys.platform == "darwin":
        return "macos"
    if sys.platform == "win32":
        return "windows"
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return "other"
    family = {release.get("ID", ""), *release.get("ID_LIKE", "").split()}
    return "debian" if family & {"debian", "ubuntu"} and _has("apt-get") else "other"


def command(needs: tuple[Need, ...], machine: str) -> str:
    """What a person types on this kind of machine to get what is missing."""
    names = _names(needs, machine)
    if machine == "debian":
        install = f"sudo apt-get install --no-install-recommends {' '.join(names)}"
        return f"sudo apt-get update && {install}"
    if machine == "macos":
        casks = [name for name in names if name.startswith("--cask")]
        plain = [name for name in names if not name.startswith("--cask")]
        words = [f"brew install {' '.join(plain)}"] if plain else []
        return " && ".join([*words, *(f"brew install {cask}" for cask in casks)])
    if machine == "windows":
        return _windows_command(names)
    return f"your system's packages of: {', '.join(need.what for need in needs)}"


def _names(needs: tuple[Need, ...], machine: str) -> list[str]:
    shop = machine if machine in {"macos", "windows"} else "debian"
    return list(dict.fromkeys(getattr(need, shop) for need in needs))


def _windows_command(names: list[str]) -> str:
    """WinGet's names have a dot; the rest come from MSYS2, which has to be there first."""
    lines = [f"winget install {name}" for name in names if "." in name]
    libraries = [f"mingw-w64-x86_64-{name}" for name in names if "." not in name]
    if libraries:
        pacman = r"C:\msys64\usr\bin\pacman -S --needed"
        lines += ["winget install MSYS2.MSYS2", f"{pacman} {' '.join(libraries)}"]
        lines.append(r"setx WEASYPRINT_DLL_DIRECTORIES C:\msys64\mingw64\bin")
    return "\n  ".join(lines)


def ensure(purpose: str) -> bool:
    """Install or name what is missing. False only where the set-up can't go on without it."""
    lacking = missing(purpose)
    if lacking and _may_install():
        _apt_get(_names(lacking, "debian"))
        importlib.invalidate_caches()
        lacking = missing(purpose)
    if lacking:
        print(_told(lacking, system()), file=sys.stderr, flush=True)
    return not any(need.must for need in lacking)


def _may_install() -> bool:
    return system() == "debian" and hasattr(os, "geteuid") and os.geteuid() == 0


def _apt_get(packages: list[str]) -> None:
    print(f"Installing with apt-get: {', '.join(packages)}.", flush=True)
    quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    apt = ["apt-get", "--quiet=2", "--option=Dpkg::Use-Pty=0"]
    subprocess.run([*apt, "update"], env=quiet, check=False)
    beside = [SHELL] if CHROMIUM in packages and _is_on_offer(SHELL) else []
    install = [*apt, "install", "--yes", "--no-install-recommends", *packages, *beside]
    # What dpkg says fills several screens, and is of interest only where something went wrong.
    said = subprocess.run(
        install, env=quiet, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    if said.returncode:
        print(said.stdout.decode(errors="replace"), file=sys.stderr)


def _is_on_offer(package: str) -> bool:
    ask = ["apt-cache", "show", package]
    return subprocess.run(ask, check=False, capture_output=True).returncode == 0


def _told(lacking: tuple[Need, ...], machine: str) -> str:
    lines = []
    for without in dict.fromkeys(need.without for need in lacking):
        names = " and no ".join(need.what for need in lacking if need.without == without)
        lines.append(f"This machine has no {names}. {without}")
    first = "To put that right, get:" if machine == "other" else "To put that right, type:"
    return "\n".join([*lines, first, f"  {command(lacking, machine)}"])


def main() -> int:
    """Check for the purpose named on the command line; 1 where the set-up can't go on."""
    purpose = sys.argv[1] if len(sys.argv) > 1 else "run"
    return 0 if ensure(purpose) else 1


if __name__ == "__main__":
    raise SystemExit(main())
