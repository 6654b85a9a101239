"""Papers of the two recordings, printed once for all tests that look at them."""

import json
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pikepdf
import pypdf
import pypdfium2

from facilitator.handing_out import Order, print_copies
from tests.tools import need


@dataclass(frozen=True)
class Folder:
    """What one run of the press wrote."""

    path: Path
    written: tuple[str, ...]
    open: tuple[str, ...]
    refused: tuple[str, ...]

    @property
    def manifest(self) -> list[dict[str, object]]:
        return json.loads((self.path / "manifest.json").read_text("utf-8"))  # type: ignore[no-any-return]

    def paper(self, reader: str) -> Path:
        """The paper of that reader."""
        return next(
            self.path / str(row["file"]) for row in self.manifest if row["reader"] == reader
        )


def print_record(record: Path, folder: Path, **order: str) -> Folder:
    """Everything that the record calls for."""
    report = print_copies(Order(record, folder, **order))
    return Folder(folder, tuple(report.written), tuple(report.open), tuple(report.refused))


def squeezed(text: str) -> str:
    """Words with one space between them, whatever the lines."""
    return " ".join(text.split())


@cache
def by_pdftotext(paper: Path) -> list[str]:
    """Each page as poppler reads it."""
    command = [need("pdftotext"), "-enc", "UTF-8", str(paper), "-"]
    text = subprocess.run(command, capture_output=True, check=True, timeout=60).stdout.decode()
    return [squeezed(page) for page in text.split("\f")[:-1]]


@cache
def by_pypdf(paper: Path) -> list[str]:
    """Each page as pypdf reads it."""
    return [squeezed(page.extract_text()) for page in pypdf.PdfReader(paper).pages]


@cache
def by_pypdfium2(paper: Path) -> list[str]:
    """Each page as the reader of Chromium reads it."""
    with pypdfium2.PdfDocument(paper) as document:
        return [squeezed(page.get_textpage().get_text_range()) for page in document]


def everything_in(paper: Path) -> str:
    """Every string anywhere in a PDF: streams, tags, metadata, names, attachments, file name."""
    found = [paper.name]
    with pikepdf.open(paper) as document:
        for thing in document.objects:
            if isinstance(thing, pikepdf.Stream):
                found.append(thing.read_bytes().decode("utf-8", "replace"))
            found.append(str(thing))
        for name, attached in document.attachments.items():
            found += [name, attached.get_file().read_bytes().decode()]
    return "\n".join(found)


READERS = (by_pdftotext, by_pypdf, by_pypdfium2)
