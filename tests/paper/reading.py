"""Reads a PDF as a screen reader does: by its tags alone, in their order, never by the page."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf

_PAIR = re.compile(rb"<([0-9a-f]+)> <([0-9a-f]*)>")


@dataclass(frozen=True)
class Tag:
    """One tag: its role (``H1``), what it says of itself, and what is in it."""

    role: str
    said: dict[str, Any]
    kids: tuple["Tag | str", ...]

    @property
    def heard(self) -> str:
        """All that is read aloud of it."""
        if "ActualText" in self.said:
            return str(self.said["ActualText"])
        return "".join(kid if isinstance(kid, str) else kid.heard for kid in self.kids)

    def all(self, role: str) -> list["Tag"]:
        """Every tag of that role in it, in reading order."""
        return [tag for tag in self.walk() if tag.role == role]

    def one(self, role: str) -> "Tag":
        """The only tag of that role in it."""
        (found,) = self.all(role)
        return found

    def walk(self) -> Iterator["Tag"]:
        """It, and every tag in it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Tag):
                yield from kid.walk()

    def outline(self) -> Any:
        """Roles and words only, nested, for a test to be held beside."""
        return (self.role, *(kid if isinstance(kid, str) else kid.outline() for kid in self.kids))


def tags(pdf: bytes) -> Tag:
    """The tree of tags of a whole file."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        pages = {page.obj.objgen: _pieces(page) for page in document.pages}
        return _tag(document.Root.StructTreeRoot.K[0], pages)


def furniture(pdf: bytes) -> str:
    """All letters on the pages that no reader is given."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return "\n".join(_pieces(page).get(None, "") for page in document.pages)


def _tag(element: Any, pages: dict[Any, dict[int | None, str]]) -> Tag:
    kids: list[Tag | str] = []
    for kid in element.get("/K", []):
        if isinstance(kid, int):
            kids.append(pages[element.Pg.objgen][kid])
        elif kid.get("/Type") == "/MCR":
            kids.append(pages[kid.Pg.objgen][int(kid.MCID)])
        elif kid.get("/Type") == "/StructElem":
            assert kid.P.objgen == element.objgen, "a tag must name its parent"
            kids.append(_tag(kid, pages))
    said = {
        str(key)[1:]: element[key]
        for key in ("/Alt", "/ActualText", "/E", "/Lang")
        if key in element
    }
    for attributes in element.get("/A", []):
        said |= {str(key)[1:]: value for key, value in attributes.items() if key != "/O"}
    return Tag(str(element.S)[1:], said, tuple(kids))


def _pieces(page: Any) -> dict[int | None, str]:
    """What each marked piece of a page says; furniture under None."""
    said: dict[int | None, str] = {}
    typed: set[int | None] = set()
    letters: dict[int, str] = {}
    stack: list[int | None] = []
    for step in pikepdf.parse_content_stream(page):
        operands, operator = list(step.operands), str(step.operator)
        if operator in {"BDC", "BMC"}:
            about: Any = operands[1] if operator == "BDC" else {}
            number = about.get("/MCID")
            stack.append(None if number is None else int(number))
            assert number is not None or operands[0] == "/Artifact", "neither read nor furniture"
            said.setdefault(stack[-1], str(about.get("/ActualText", "")))
            typed |= {stack[-1]} if "/ActualText" in about else set()
        elif operator == "EMC":
            stack.pop()
        elif operator == "Tf":
            letters = _letters(page.Resources.Font[operands[0]])
        elif operator in {"Tj", "TJ"} and stack[-1] not in typed:
            said[stack[-1]] += _drawn(operands[0], letters)
    return said


def _letters(font: Any) -> dict[int, str]:
    pairs = _PAIR.findall(font.ToUnicode.read_bytes())
    return {
        int(glyph, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for glyph, text in pairs
    }


def _drawn(shown: Any, letters: dict[int, str]) -> str:
    parts = shown if isinstance(shown, pikepdf.Array) else [shown]
    glyphs = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
    return "".join(letters[int.from_bytes(glyphs[at : at + 2])] for at in range(0, len(glyphs), 2))
