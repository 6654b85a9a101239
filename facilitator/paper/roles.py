"""Which tag an element of the page becomes: HTML's words on the left, PDF's on the right.

Source of the PDF names and of what may stand in what: ISO 32000-1, 14.8.4 (standard structure
types) and ISO 14289-1, 7 (PDF/UA).
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any

SVG = "{http://www.w3.org/2000/svg}"


class Role(StrEnum):
    """A tag of PDF 1.7 by its own name; CONTENT is no tag but the drawn letters themselves."""

    CONTENT = ""
    DOCUMENT = "Document"
    PART = "Part"
    ART = "Art"
    SECT = "Sect"
    DIV = "Div"
    BLOCK_QUOTE = "BlockQuote"
    H1 = "H1"
    H2 = "H2"
    H3 = "H3"
    H4 = "H4"
    H5 = "H5"
    H6 = "H6"
    P = "P"
    LIST = "L"
    ITEM = "LI"
    LABEL = "Lbl"
    BODY = "LBody"
    TABLE = "Table"
    CAPTION = "Caption"
    THEAD = "THead"
    TBODY = "TBody"
    TFOOT = "TFoot"
    ROW = "TR"
    HEADER = "TH"
    CELL = "TD"
    FIGURE = "Figure"
    SPAN = "Span"
    QUOTE = "Quote"
    LINK = "Link"


GROUPS = frozenset({Role.DOCUMENT, Role.PART, Role.ART, Role.SECT, Role.DIV, Role.BLOCK_QUOTE})
"""Tags that hold other tags and no letters: letters in them are given a paragraph of their own."""

INLINE = frozenset({Role.CONTENT, Role.SPAN, Role.QUOTE, Role.LINK})

KEPT_EMPTY = frozenset({Role.ROW, Role.HEADER, Role.CELL})
"""A row with fewer cells than the next is no table to a screen reader."""

_ALWAYS: Mapping[str, Role | None] = MappingProxyType(
    {
        "html": None,
        "body": None,
        "img": Role.FIGURE,
        f"{SVG}svg": Role.FIGURE,
        "main": Role.PART,
        "article": Role.ART,
        "section": Role.SECT,
        "nav": Role.SECT,
        "aside": Role.SECT,
        "blockquote": Role.BLOCK_QUOTE,
        "p": Role.P,
        "figcaption": Role.P,
        "ul": Role.LIST,
        "ol": Role.LIST,
        "dl": Role.LIST,
        "li": Role.ITEM,
        "dt": Role.LABEL,
        "dd": Role.BODY,
        **{f"h{level}": Role(f"H{level}") for level in range(1, 7)},
    }
)

_TABLES = MappingProxyType(
    {
        "caption": (Role.CAPTION, "table-caption", {Role.TABLE}),
        "thead": (Role.THEAD, "table-header-group", {Role.TABLE}),
        "tbody": (Role.TBODY, "table-row-group", {Role.TABLE}),
        "tfoot": (Role.TFOOT, "table-footer-group", {Role.TABLE}),
        "tr": (Role.ROW, "table-row", {Role.TABLE, Role.THEAD, Role.TBODY, Role.TFOOT}),
        "th": (Role.HEADER, "table-cell", {Role.ROW}),
        "td": (Role.CELL, "table-cell", {Role.ROW}),
    }
)
"""A part of a table: its tag, how it is shown while it is one, and what it stands in."""

_SCOPES = MappingProxyType({"col": "/Column", "row": "/Row"})


def of(box: Any, parent: Role, *, has_lang: bool) -> Role | None:
    """The tag for a box that begins a new element; None where its letters belong to the parent."""
    tag = box.element_tag
    if "::" in tag:
        marks_item = tag in {"li::marker", "li::before"} and parent is Role.ITEM
        return Role.LABEL if marks_item else None
    if tag == "table" or tag in _TABLES:
        return _of_table(box, parent)
    if tag == "div" and parent is Role.LIST:
        return Role.ITEM
    if tag in _ALWAYS:
        return _ALWAYS[tag]
    return _of_other(box, parent, has_lang=has_lang)


def _of_table(box: Any, parent: Role) -> Role:
    """A table that the style sheet has turned into cards is no table to a reader either."""
    if box.element_tag == "table":
        return Role.TABLE if box.is_table_wrapper or "table" in box.style["display"] else Role.DIV
    role, display, holders = _TABLES[box.element_tag]
    return role if display in box.style["display"] and parent in holders else Role.DIV


def _of_other(box: Any, parent: Role, *, has_lang: bool) -> Role | None:
    element = box.element
    if element.tag == "a" and element.get("href"):
        return Role.LINK
    if element.tag == "q":
        return Role.QUOTE
    stands_alone = box.style["display"][0] == "block" and parent in (
        GROUPS | {Role.ITEM, Role.BODY, Role.CELL, Role.HEADER}
    )
    if stands_alone:
        return Role.DIV
    says_more = (
        has_lang or element.get("aria-label") or (element.tag == "abbr" and element.get("title"))
    )
    return Role.SPAN if says_more else None


def is_furniture(box: Any) -> bool:
    """True for what the page hides from readers: decoration, and pictures without words."""
    element = box.element
    if element.get("aria-hidden") == "true":
        return True
    return box.element_tag in {"img", f"{SVG}svg"} and not alternative(element)


def alternative(element: Any) -> str:
    """The words that stand for a picture: ``alt``, ``aria-label`` or the title of an SVG."""
    title = element.find(f"{SVG}title")
    inside = "" if title is None else title.text
    return element.get("alt") or element.get("aria-label") or inside or ""


def cell(box: Any, role: Role, *, in_head: bool) -> dict[str, Any]:
    """What the tag of a cell says of it: whom it heads, and how many columns and rows it takes."""
    said: dict[str, Any] = {}
    if role is Role.HEADER:
        said["Scope"] = _SCOPES.get(box.element.get("scope"), "/Column" if in_head else "/Row")
    if box.colspan != 1:
        said["ColSpan"] = box.colspan
    if box.rowspan != 1:
        said["RowSpan"] = box.rowspan
    return said
