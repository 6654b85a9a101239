"""What others take for the same words: Chromium's own print, and Typst, where they are installed.

Neither makes an archival, tagged file of it as we do: they are here as a measure of speed alone.
"""

import importlib
import importlib.util
import subprocess
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import clock, content
from benchmarks.table import Row
from tools import find

_SIGNS = "\\*_#$@<>`~=-+/[]'\""
"""What would be markup in Typst."""

_FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync")


def rows() -> Iterator[Row]:
    """Each peer that this machine has."""
    with TemporaryDirectory() as folder:
        yield _chromium(Path(folder))
        yield _typst(Path(folder))


def _chromium(folder: Path) -> Row:
    program = find.chromium()
    what = "peer: Chromium print, from its start"
    if program is None:
        return Row(what, "not installed")
    page, paper = folder / "plan.html", folder / "plan.pdf"
    page.write_text(content.page(), "utf-8")
    command = [program, *_FLAGS, f"--print-to-pdf={paper}", f"--user-data-dir={folder / 'user'}"]
    command.append(page.as_uri())
    ran = clock.timed(
        lambda: subprocess.run(command, capture_output=True, check=True, timeout=120), 3
    )
    return Row(what, str(ran))


def _typst(folder: Path) -> Row:
    words = _Words()
    words.feed(content.page())
    source = folder / "plan.typ"
    source.write_text("\n\n".join(words.lines), "utf-8")
    if program := find.program("typst"):
        command = [program, "compile", str(source)]
        ran = clock.timed(
            lambda: subprocess.run(command, capture_output=True, check=True, timeout=120), 5
        )
        return Row("peer: Typst, same words, from its start", str(ran))
    if importlib.util.find_spec("typst") is None:
        return Row("peer: Typst, same words", "not installed")
    typst = importlib.import_module("typst")
    ran = clock.timed(lambda: typst.compile(str(source)), 5)
    return Row("peer: Typst, same words, warm", str(ran))


class _Words(HTMLParser):
    """The words of a page, a paragraph each, escaped for Typst; heads as heads."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._head = ""
        self._skip = False

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        self._skip = tag in {"style", "script", "title"}
        self._head = "= " if tag in {"h1", "h2", "h3"} else ""

    def handle_data(self, data: str) -> None:
        words = " ".join(data.split())
        if words and not self._skip:
            escaped = "".join(f"\\{sign}" if sign in _SIGNS else sign for sign in words)
            self.lines.append(self._head + escaped)
