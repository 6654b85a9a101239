"""Every way in which anybody, or any program, could read something out of one paper."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pikepdf
import pypdf

from tests.paper.printed import by_pdftotext, by_pypdf, by_pypdfium2
from tests.paper.reading import Tag, furniture, tags


def _info(paper: Path) -> str:
    with pikepdf.open(paper) as document:
        return " ".join(str(value) for value in document.docinfo.values())


def _xmp(paper: Path) -> str:
    with pikepdf.open(paper) as document:
        return document.Root.Metadata.read_bytes().decode()


def _outline(paper: Path) -> str:
    return " ".join(_titles(pypdf.PdfReader(paper).outline))


def _titles(outline: Sequence[object]) -> list[str]:
    found: list[str] = []
    for one in outline:
        found += _titles(one) if isinstance(one, list) else [str(getattr(one, "title", ""))]
    return found


def _attached(paper: Path) -> str:
    with pikepdf.open(paper) as document:
        return " ".join(
            f"{name} {held.description} {held.get_file().read_bytes().decode()}"
            for name, held in document.attachments.items()
        )


def _tagged(paper: Path) -> str:
    """What is read aloud: the words in the tags, and what stands in place of them."""
    whole = tags(paper.read_bytes())
    return " ".join((whole.heard, *(_said(tag) for tag in whole.walk())))


def _said(tag: Tag) -> str:
    return " ".join(str(value) for value in tag.said.values())


def _furniture(paper: Path) -> str:
    return furniture(paper.read_bytes())


def _raw(paper: Path) -> str:
    """Every string and every stream, wherever it hangs, as far as it is text."""
    found = []
    with pikepdf.open(paper) as document:
        for thing in document.objects:
            if isinstance(thing, pikepdf.Stream):
                found.append(thing.read_bytes().decode("utf-8", "replace"))
            found.append(str(thing))
    return "\n".join(found)


def _name(paper: Path) -> str:
    return paper.name


CHANNELS: Mapping[str, Callable[[Path], str]] = {
    "text by pdftotext": lambda paper: "".join(by_pdftotext(paper)),
    "text by pypdf": lambda paper: "".join(by_pypdf(paper)),
    "text by pypdfium2": lambda paper: "".join(by_pypdfium2(paper)),
    "metadata": _info,
    "XMP": _xmp,
    "outline": _outline,
    "attachment": _attached,
    "tags": _tagged,
    "furniture": _furniture,
    "raw": _raw,
    "file name": _name,
}


def read(paper: Path) -> dict[str, str]:
    """What each channel gives."""
    return {name: channel(paper) for name, channel in CHANNELS.items()}
