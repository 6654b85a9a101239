"""The house as the rules see it: its files, and its Python read as trees."""

import ast
import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "facilitator"
BUILT = (".venv", ".git", "node_modules", "__pycache__", "dist", "build")


@cache
def files() -> tuple[str, ...]:
    """Every file that is or may be committed, as a path from the root with forward slashes."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        return _walked()
    words = [git, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    said = subprocess.run(words, cwd=ROOT, capture_output=True, check=False)
    if said.returncode:  # The folder may belong to somebody else, and then git won't look.
        return _walked()
    names = said.stdout.decode().split("\0")
    return tuple(sorted({name for name in names if name and (ROOT / name).is_file()}))


def _walked() -> tuple[str, ...]:
    """The same for a copy of the house that came without its history."""
    found = []
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [
            name
            for name in folders
            if name not in BUILT and not name.endswith((".egg-info", "_cache", ".hypothesis"))
        ]
        found += [(Path(folder) / name).relative_to(ROOT).as_posix() for name in names]
    return tuple(sorted(found))


@cache
def python_files(*folders: str) -> tuple[str, ...]:
    """The Python files below those folders (all of the house without any)."""
    below = tuple(f"{folder}/" for folder in folders)
    return tuple(
        name for name in files() if name.endswith(".py") and (not below or name.startswith(below))
    )


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of a text file."""
    return tuple((ROOT / name).read_text(encoding="utf-8").splitlines())


@cache
def tree(name: str) -> ast.Module:
    """A Python file, read."""
    return ast.parse((ROOT / name).read_text(encoding="utf-8"), filename=name)


@cache
def nodes(name: str) -> tuple[ast.AST, ...]:
    """Every node of a Python file; walked once, because each rule looks at all of them."""
    return walked(tree(name))


def walked(read: ast.AST) -> tuple[ast.AST, ...]:
    """A tree and all that is in it."""
    return tuple(ast.walk(read))


@cache
def templates() -> tuple[str, ...]:
    """Every template of ours."""
    return tuple(name for name in files() if name.startswith("facilitator/templates/"))
