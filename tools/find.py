"""Where the programs and libraries are that do not come from PyPI. Asked by set-up and tests."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
PANGO_FOLDERS = ("/opt/homebrew/lib", "/usr/local/lib", "/opt/local/lib", "C:/msys64/mingw64/bin")
POSTGRESQL_PLACES = (
    ("/usr/lib/postgresql", "*/bin"),
    ("/opt/homebrew/opt", "postgresql@*/bin"),
    ("/usr/local/opt", "postgresql@*/bin"),
    ("C:/Program Files/PostgreSQL", "*/bin"),
)
OLDEST_NODE = 20


def program(name: str) -> str | None:
    """The path of a program on the search path."""
    return shutil.which(name)


def chromium() -> str | None:
    """The path of a Chromium, Chrome or Edge."""
    found = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    return found or next((place for place in CHROMIUM_PLACES if Path(place).is_file()), None)


def chromium_without_a_window() -> str | None:
    """Chromium's own shell for programs, which draws no window that nobody sees; or any other."""
    return shutil.which("chromium-headless-shell") or chromium()


def java() -> str | None:
    """The path of a Java that can run a source file; a bare runtime has no compiler for it."""
    found = shutil.which("java")
    if found is None:
        return None
    home = Path(os.path.realpath(found)).parent
    return found if shutil.which("javac", path=str(home)) or shutil.which("javac") else None


def postgresql() -> str | None:
    """The folder with PostgreSQL's own programs, which are seldom on the search path."""
    found = shutil.which("initdb")
    if found is not None:
        return str(Path(os.path.realpath(found)).parent)
    places = (str(one) for at, inside in POSTGRESQL_PLACES for one in sorted(Path(at).glob(inside)))
    return next((one for one in places if shutil.which("initdb", path=one)), None)


def node() -> tuple[str, str] | None:
    """The paths of node and npm, where node is new enough to build the style sheet."""
    node_path, npm_path = shutil.which("node"), shutil.which("npm")
    if node_path is None or npm_path is None:
        return None
    said = subprocess.run([node_path, "--version"], capture_output=True, text=True, check=False)
    major = said.stdout.strip().removeprefix("v").partition(".")[0]
    new_enough = major.isdigit() and int(major) >= OLDEST_NODE
    return (node_path, npm_path) if new_enough else None


def library(name: str) -> bool:
    """Whether a shared library such as ``pangoft2-1.0`` can be loaded by the paper."""
    if sys.platform == "linux":
        return f"lib{name}.so" in _linker_cache()
    folders = (*os.environ.get("WEASYPRINT_DLL_DIRECTORIES", "").split(os.pathsep), *PANGO_FOLDERS)
    return any(any(Path(folder).glob(f"lib{name}*")) for folder in folders if folder)


def _linker_cache() -> str:
    """What the linker knows; /sbin is not on everybody's path."""
    command = shutil.which("ldconfig") or "/sbin/ldconfig"
    try:
        return subprocess.run([command, "-p"], capture_output=True, text=True, check=False).stdout
    except OSError:
        return ""
