"""The tags: what a screen reader is given, made from the page's own HTML elements.

WeasyPrint's stock tags pass the checkers and read badly: page furniture is read aloud, a table
is cut in two at each page, header cells have no scope, the language of a quotation is dropped.
So the press takes note of what is drawn where (``watch``), lets WeasyPrint write an empty tree,
and fills it with ours (``fill``).

Extra HTML that is understood: ``aria-hidden="true"`` is furniture; ``aria-label`` is read in
place of what is drawn; ``<abbr title>`` gives its long form.

After a new WeasyPrint, look at: ``Page.paint`` and ``Page._page_box``; ``Stream._tags`` (box ->
``{"mcid": ...}``); ``Stream.begin_marked_content``; ``Box.element``, ``element_tag``, ``children``,
``style``, ``link_annotation``; ``TextBox.pango_layout.text``; ``LineBox.block_ellipsis``;
``AbsolutePlaceholder._box``; the dictionaries that
``weasyprint.pdf.tags.add_tags`` writes. The tests of this room fail on a change in any of them.
"""

# ruff: noqa: SLF001 -- The private names that we lean on are all named above.

from functools import partial
from typing import Any

import pydyf

from facilitator.paper.spaces import Spaces
from facilitator.paper.tree import Area, Mark, Node, Proof, Tree, as_typed


def watch(pages: list[Any]) -> list[Proof]:
    """A list that gains one Proof a page while WeasyPrint paints; the stock tree stays empty."""
    proofs: list[Proof] = []
    spaces = Spaces()
    for page in pages:
        spaces.keep(page._page_box)
        page.paint = partial(_paint, page, page.paint, proofs)
    return proofs


def _paint(page: Any, paint: Any, proofs: list[Proof], stream: Any, scale: float = 1) -> None:
    paint(stream, scale)
    marks = {box: mark["mcid"] for box, mark in stream._tags.items()}
    proofs.append(Proof(page._page_box, marks, page.height))
    stream._tags.clear()
    page._page_box = page._page_box.copy_with_children([])


def fill(pdf: Any, proofs: list[Proof], lang: str) -> None:
    """Put our tags into a PDF that WeasyPrint has made and not yet written."""
    tree = Tree(lang)
    for proof in proofs:
        tree.add(proof)
    _Writer(pdf, tree).write()


class _Writer:
    """Turns the tree into PDF objects, and marks furniture in what was drawn."""

    def __init__(self, pdf: Any, tree: Tree) -> None:
        self._pdf = pdf
        self._tree = tree
        self._pages = pdf.page_references
        root = self._object(pdf.catalog["StructTreeRoot"])
        self._document = self._object(root["K"][0])
        self._numbers = self._object(root["ParentTree"])["Nums"]
        self._owners: dict[tuple[int, int], bytes] = {}
        self._texts: dict[tuple[int, int], str] = {}
        self._areas: list[tuple[Any, bytes]] = []

    def write(self) -> None:
        """The tags, then the two ways back from what is drawn to its tag."""
        for kid in self._tree.document.kids:
            self._add(kid, self._tree.document, self._document)
        for page in range(len(self._pages)):
            self._mark(page)
        for number, (annotation, owner) in enumerate(self._areas, start=len(self._pages)):
            annotation["StructParent"] = number
            self._numbers.extend([number, owner])

    def _object(self, reference: bytes) -> Any:
        return self._pdf.objects[int(reference.split()[0])]

    def _add(self, kid: Node | Mark | Area, parent: Node, owner: Any) -> None:
        if isinstance(kid, Node):
            self._add_node(kid, owner)
        elif isinstance(kid, Mark):
            self._add_mark(kid, parent, owner)
        else:
            self._add_area(kid, owner)

    def _add_node(self, node: Node, owner: Any) -> None:
        if node.is_empty():
            return
        element = pydyf.Dictionary(
            {
                "Type": "/StructElem",
                "S": f"/{node.role}",
                "P": owner.reference,
                "Pg": self._pages[node.page],
                "K": pydyf.Array(),
                **node.said,
            }
        )
        described = {"Layout": node.layout, "Table": node.table}
        attributes = [{"O": f"/{of}", **said} for of, said in described.items() if said]
        if attributes:
            element["A"] = pydyf.Array(map(pydyf.Dictionary, attributes))
        self._pdf.add_object(element)
        owner["K"].append(element.reference)
        for kid in node.kids:
            self._add(kid, node, element)

    def _add_mark(self, mark: Mark, parent: Node, owner: Any) -> None:
        key = (mark.page, mark.mcid)
        self._owners[key] = owner.reference
        if typed := as_typed(mark.text):
            self._texts[key] = typed
        if mark.page == parent.page:
            owner["K"].append(mark.mcid)
        else:
            page = self._pages[mark.page]
            content = {"Type": "/MCR", "Pg": page, "MCID": mark.mcid}
            owner["K"].append(pydyf.Dictionary(content))

    def _add_area(self, area: Area, owner: Any) -> None:
        place = {"Type": "/OBJR", "Obj": area.annotation.reference, "Pg": self._pages[area.page]}
        owner["K"].append(pydyf.Dictionary(place))
        self._areas.append((area.annotation, owner.reference))

    def _mark(self, page: int) -> None:
        """Name each drawn piece's owner; furniture has none, and says that it is furniture."""
        stream = self._object(self._object(self._pages[page])["Contents"]).stream
        owners = self._numbers[2 * page + 1]
        for position, item in enumerate(stream):
            if not isinstance(item, dict) or "MCID" not in item:
                continue
            key = (page, item["MCID"])
            owners.append(self._owners.get(key, "null"))
            if key not in self._owners:
                stream[position - 1] = "/Artifact"
                stream[position] = pydyf.Dictionary({"Type": "/Pagination"})
            elif key in self._texts:
                item["ActualText"] = pydyf.String(self._texts[key])
