"""Sets up this folder for one purpose: ``python -m tools.set_up run`` (or test, check, bench).

Every step is skipped when nothing that it depends on has changed, so a second call takes well
under a second. Nothing outside this folder is touched but Debian's packages, and those only by
root.
"""

import contextlib
import hashlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tools import assets, find, system_packages

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
DONE = VENV / "facilitator-set-up.json"
LOCK = ROOT / ".set-up.lock"
LONGEST_WAIT = 900  # seconds; a first set-up over a slow line takes a few minutes

REQUIREMENTS: dict[str, tuple[str, ...]] = {
    "run": ("run", "build"),
    "test": ("test", "build"),
    "check": ("check", "build"),
    "bench": ("test", "build"),
}


def main() -> int:
    """Set up for the purpose named on the command line; 1 with a sentence where it can't be."""
    purpose = sys.argv[1] if len(sys.argv) > 1 else "run"
    if purpose not in REQUIREMENTS:
        print(f"There is nothing to set up for '{purpose}'. Use one of: {', '.join(REQUIREMENTS)}.")
        return 2
    if not system_packages.ensure(purpose):
        return 1
    try:
        with _only_one_at_a_time():
            _set_up(purpose)
    except subprocess.CalledProcessError as error:
        words = " ".join(str(word) for word in error.cmd)
        print(f"The set-up stopped at: {words}\nMend that, and try again.", file=sys.stderr)
        return 1
    return 0


def _set_up(purpose: str) -> None:
    _make_venv()
    for name in REQUIREMENTS[purpose]:
        _install_locked(name)
    if assets.stale():
        if find.node() is None:
            _install_locked("node")
        _python("-m", "tools.assets")
    _install_ourselves()


def _make_venv() -> None:
    """A venv that an interrupted set-up left without pip is made anew."""
    if DONE.is_file() and PYTHON.is_file():
        return
    has_pip = PYTHON.is_file() and not _run(PYTHON, "-m", "pip", "--version", check=False)
    if not has_pip:
        print("Making the virtual environment in .venv.", flush=True)
        _run(sys.executable, "-m", "venv", "--clear", VENV)
    _keep({})


def _install_locked(name: str) -> None:
    file = ROOT / "requirements" / f"{name}.txt"
    told = hashlib.sha256(file.read_bytes()).hexdigest()
    done = _kept()
    if done.get(file.name) == told:
        return
    print(f"Installing what requirements/{file.name} names.", flush=True)
    _pip("--require-hashes", "--requirement", file)
    _keep(done | {file.name: told})


def _install_ourselves() -> None:
    """Editable: the checkout is the program, and the command ``facilitator`` finds it."""
    told = hashlib.sha256()
    for name in ("pyproject.toml", "hatch_build.py"):
        told.update((ROOT / name).read_bytes())
    done = _kept()
    if done.get("facilitator") == told.hexdigest():
        return
    print("Installing Facilitator itself.", flush=True)
    _pip("--no-deps", "--no-build-isolation", "--editable", ROOT)
    _keep(_kept() | {"facilitator": told.hexdigest()})


def _pip(*words: str | Path) -> None:
    quiet = ("--quiet", "--no-input", "--disable-pip-version-check")
    _python("-m", "pip", "install", *quiet, *words)


def _python(*words: str | Path) -> None:
    _run(PYTHON, *words)


def _run(*words: str | Path, check: bool = True) -> int:
    output = None if check else subprocess.DEVNULL
    done = subprocess.run([*words], cwd=ROOT, check=check, stdout=output, stderr=output)
    return done.returncode


def _kept() -> dict[str, str]:
    try:
        found = json.loads(DONE.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(key): str(value) for key, value in found.items()}


def _keep(done: dict[str, str]) -> None:
    DONE.write_text(json.dumps(done, indent=1, sort_keys=True) + "\n", encoding="utf-8")


@contextlib.contextmanager
def _only_one_at_a_time() -> Iterator[None]:
    """Two set-ups at once would install into one place; the second waits for the first."""
    until = time.monotonic() + LONGEST_WAIT
    told = False
    while not take_lock():
        if time.monotonic() > until:
            raise SystemExit(f"Another set-up has not ended. If none runs, delete {LOCK.name}.")
        if not told:
            print("Another set-up is at work here. Waiting for it.", flush=True)
            told = True
        time.sleep(0.5)
    try:
        yield
    finally:
        LOCK.unlink(missing_ok=True)


def take_lock() -> bool:
    """Make the lock file with our number in it; one whose owner is gone is taken away."""
    try:
        with LOCK.open("x", encoding="ascii") as file:
            file.write(str(os.getpid()))
    except FileExistsError:
        with contextlib.suppress(OSError, ValueError):
            if not _runs(int(LOCK.read_text(encoding="ascii"))):
                LOCK.unlink(missing_ok=True)
        return False
    return True


def _runs(number: int) -> bool:
    if os.name == "nt":  # There os.kill would end the process, not ask about it.
        return True
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


if __name__ == "__main__":
    raise SystemExit(main())
