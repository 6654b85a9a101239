"""Writes the locked requirement files from pyproject.toml: every version, every hash, no host.

Run it with ``make lock`` after a change of dependencies, and look at the difference. It is the
only part of the set-up that asks which versions there are; everything else takes them from here.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

from tools import assets

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ROOT / "requirements"
PYTHON = "3.11"

# The test and check files hold to the versions of run, so that we test what we hand over.
LOCKS: dict[str, tuple[str, ...]] = {
    "run": ("pyproject.toml",),
    "test": ("pyproject.toml", "--extra", "test"),
    "check": ("pyproject.toml", "--extra", "test", "--extra", "check"),
    "build": ("--group", "pyproject.toml:build"),
    "node": ("--group", "pyproject.toml:node"),
    "lock": ("--group", "pyproject.toml:lock"),
}
FIXED = (
    "--universal",
    "--generate-hashes",
    "--no-header",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--annotation-style=line",
    "--quiet",
)


def lock(name: str, words: tuple[str, ...], *, upgrade: bool) -> None:
    """Write one locked file; without ``upgrade`` the versions that it holds stay."""
    target = Path("requirements") / f"{name}.txt"
    held = [] if name == "run" else ["--constraint", "requirements/run.txt"]
    command = [sys.executable, "-m", "uv", "pip", "compile", *words, *FIXED, *held]
    command += ["--python-version", PYTHON, "--output-file", target.as_posix()]
    if upgrade:
        command.append("--upgrade")
    subprocess.run(command, cwd=ROOT, check=True, env=_without_local_indexes())
    print(f"Locked {target.as_posix()}.")


def lock_npm() -> None:
    """Write frontend/package-lock.json from package.json, without anybody's address in it."""
    tools = assets.npm()
    if tools is None:
        raise SystemExit("There is no Node here. Install Node 20 or later to lock its packages.")
    words = [*tools[1], "install", "--package-lock-only", "--no-audit", "--no-fund", "--silent"]
    subprocess.run(words, cwd=ROOT / "frontend", check=True)
    path = ROOT / "frontend" / "package-lock.json"
    written = json.loads(path.read_bytes())
    for package in written["packages"].values():
        package.pop("funding", None)
        package.pop("resolved", None)
    path.write_text(json.dumps(written, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    print("Locked frontend/package-lock.json.")


def _without_local_indexes() -> dict[str, str]:
    """The environment without settings that would put this machine's own wheels in the lock."""
    return {
        key: value
        for key, value in os.environ.items()
        if not key.startswith(("UV_FIND_LINKS", "UV_INDEX", "UV_EXTRA_INDEX"))
    }


def main() -> int:
    """Lock every file; ``--upgrade`` takes the newest versions that pyproject.toml allows."""
    REQUIREMENTS.mkdir(exist_ok=True)
    for name, words in LOCKS.items():
        lock(name, words, upgrade="--upgrade" in sys.argv[1:])
    lock_npm()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
