"""The tree of tags, built from drawn pages: one tag for one element, over however many pages."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import pydyf

from facilitator.paper import roles
from facilitator.paper.roles import Role

_JOINED = re.compile("[\u0900-\u0dff\u200d]")
"""Scripts whose shapes are not letters one by one, or run from right to left; and joined emoji."""

_POINTS = 0.75
"""PDF points in one CSS pixel."""


@dataclass(frozen=True)
class Proof:
    """One drawn page: its root box, the number of every marked box, its height in pixels."""

    root: Any
    marks: Mapping[Any, int]
    height: float


@dataclass(frozen=True)
class Mark:
    """A piece of drawn content: its page from 0, its number on that page, and what it says."""

    page: int
    mcid: int
    text: str


@dataclass(frozen=True)
class Area:
    """A place on a page that can be touched: WeasyPrint's annotation of a link."""

    page: int
    annotation: Any


@dataclass(eq=False)
class Node:
    """One tag, and what is in it in reading order."""

    role: Role
    page: int
    implied: bool = False
    said: dict[str, Any] = field(default_factory=dict)
    layout: dict[str, Any] = field(default_factory=dict)
    table: dict[str, Any] = field(default_factory=dict)
    kids: list["Node | Mark | Area"] = field(default_factory=list)

    def is_empty(self) -> bool:
        """True where nothing could be read; a cell of a table keeps its place though empty."""
        return self.role not in roles.KEPT_EMPTY and all(
            isinstance(kid, Node) and kid.is_empty() for kid in self.kids
        )

    def last(self, role: Role) -> "Node | None":
        """The last thing in this tag, where that is a tag of this role that we put between."""
        last = self.kids[-1] if self.kids else None
        return last if isinstance(last, Node) and last.role is role and last.implied else None


@dataclass(frozen=True)
class _Place:
    """Where the walk stands: the tag that it fills, the element it is in, what is inherited."""

    node: Node
    element: Any
    tag: str
    lang: str
    direction: str
    in_head: bool = False
    furniture: bool = False


class Tree:
    """Our tags for a whole document: ``document`` is its root, ``furniture`` what stays unread."""

    def __init__(self, lang: str) -> None:
        self.document = Node(Role.DOCUMENT, 0)
        self.furniture: set[tuple[int, int]] = set()
        self._nodes: dict[tuple[Any, str], Node] = {}
        self._start = _Place(self.document, None, "", lang, "ltr")
        self._page = 0
        self._proof = Proof(None, {}, 0)

    def add(self, proof: Proof) -> None:
        """One page more, in reading order."""
        self._proof = proof
        for child in proof.root.children:
            self._walk(child, self._start)
        self._page += 1

    def _walk(self, box: Any, place: _Place) -> None:
        box = getattr(box, "_box", box)
        if hasattr(box, "at_keyword"):  # A margin box: running head, foot, page number.
            place = replace(place, furniture=True)
        elif box.element is not None and not (
            box.element is place.element and box.element_tag == place.tag
        ):
            place = self._enter(box, place)
        if box.link_annotation and not place.furniture:
            place.node.kids.append(Area(self._page, box.link_annotation))
        if box in self._proof.marks:
            self._content(box, place)
        for child in box.children:
            self._walk(child, place)

    def _enter(self, box: Any, place: _Place) -> _Place:
        element = box.element
        inside = replace(
            place,
            element=element,
            tag=box.element_tag,
            lang=element.get("lang") or place.lang,
            direction=box.style["direction"],
            furniture=place.furniture or roles.is_furniture(box),
        )
        if inside.furniture:
            return inside
        node = self._nodes.get((element, box.element_tag))
        if node is None:
            return self._begin(box, inside, place)
        # A table's head that stands again on its next page was read on the first.
        again = node.role in {Role.THEAD, Role.TFOOT} and node.page != self._page
        return replace(inside, node=node, furniture=again)

    def _begin(self, box: Any, inside: _Place, outside: _Place) -> _Place:
        role = roles.of(box, outside.node.role, has_lang=inside.lang != outside.lang)
        if role is None:
            return inside
        node = self._put(role, outside.node)
        self._nodes[box.element, box.element_tag] = node
        inside = replace(inside, node=node, in_head=inside.in_head or role is Role.THEAD)
        self._describe(box, inside, outside)
        return inside

    def _put(self, role: Role, parent: Node, *, implied: bool = False) -> Node:
        node = Node(role, self._page, implied)
        self._home(role, parent).kids.append(node)
        return node

    def _home(self, role: Role, parent: Node) -> Node:
        """The tag that may hold this role: the parent, or one that PDF wants between the two."""
        if role in roles.INLINE and parent.role in roles.GROUPS:
            return parent.last(Role.P) or self._put(Role.P, parent, implied=True)
        if parent.role is Role.ITEM and role not in {Role.LABEL, Role.BODY}:
            return parent.last(Role.BODY) or self._put(Role.BODY, parent, implied=True)
        if parent.role is Role.LIST and role in {Role.LABEL, Role.BODY}:
            item = parent.last(Role.ITEM)
            full = item is None or (
                role is Role.LABEL and any(kid.role is Role.BODY for kid in _tags(item))
            )
            return self._put(Role.ITEM, parent, implied=True) if item is None or full else item
        return parent

    def _describe(self, box: Any, inside: _Place, outside: _Place) -> None:
        element, node = box.element, inside.node
        if inside.lang != outside.lang:
            node.said["Lang"] = pydyf.String(inside.lang)
        if inside.direction != outside.direction:
            node.layout["WritingMode"] = "/RlTb" if inside.direction == "rtl" else "/LrTb"
        if node.role is Role.FIGURE:
            node.said["Alt"] = pydyf.String(roles.alternative(element))
            node.layout["BBox"] = self._rectangle(box)
        elif label := element.get("aria-label"):
            node.said["ActualText"] = pydyf.String(label)
        if element.tag == "abbr" and element.get("title"):
            node.said["E"] = pydyf.String(element.get("title"))
        if node.role in {Role.HEADER, Role.CELL}:
            node.table.update(roles.cell(box, node.role, in_head=inside.in_head))

    def _rectangle(self, box: Any) -> Any:
        """Where a picture stands, in points from the lower left corner of its page."""
        left, right = box.content_box_x(), box.content_box_x() + box.width
        top = self._proof.height - box.content_box_y()
        return pydyf.Array(
            [round(edge * _POINTS, 2) for edge in (left, top - box.height, right, top)]
        )

    def _content(self, box: Any, place: _Place) -> None:
        mark = Mark(self._page, self._proof.marks[box], getattr(box, "text", ""))
        if place.furniture:
            self.furniture.add((mark.page, mark.mcid))
        else:
            self._home(Role.CONTENT, place.node).kids.append(mark)


def _tags(node: Node) -> list[Node]:
    return [kid for kid in node.kids if isinstance(kid, Node)]


def as_typed(text: str) -> str | None:
    """The letters of a piece of text where its shapes alone would not give them, or None."""
    return text if _JOINED.search(text) else None
