"""The space at the end of a line: not seen on paper, and needed by whoever hears the plan read.

WeasyPrint drops the space where it breaks a line, so that a screen reader that trusts the tags
hears "bedtimeand". ISO 32000-1, 14.8.2.5 asks that every word break be a real space, so each
line that ends between two words is given its space back before it is drawn. In a line that runs
from right to left the space would move the words; there readers find the break by its place.
"""

from dataclasses import dataclass
from typing import Any

_TAIL = 24
"""Characters at the end of a line that are looked for in the words it was made from."""

_SLACK = 400
"""How far past a line's own length we look: folded spaces, and what a style sheet leaves out."""


@dataclass
class _Source:
    """The words of one element as they were written, and how far lines have used them up."""

    words: str
    used: int = 0

    def breaks_word(self, line: str) -> bool:
        """Whether the line ends inside a word of the source, where no space may be heard."""
        tail = line[-_TAIL:].strip()
        start = self.words.find(tail, self.used, self.used + len(line) + _SLACK)
        if start < 0:  # Words that a style sheet wrote or changed: they end where the line does.
            return False
        self.used = start + len(tail)
        return not self.words[self.used : self.used + 1].isspace()


class Spaces:
    """Gives back the spaces of one document, page after page."""

    def __init__(self) -> None:
        self._sources: dict[Any, _Source] = {}

    def keep(self, box: Any) -> None:
        """Give back the spaces that line breaks took in a laid-out box and in all that it holds."""
        box = getattr(box, "_box", box)
        if hasattr(box, "at_keyword"):  # A margin box is not read.
            return
        for child in box.children:
            if hasattr(child, "block_ellipsis"):  # A line.
                self._keep_line(box.element, _pieces(child))
            self.keep(child)

    def _keep_line(self, element: Any, pieces: list[Any]) -> None:
        if not pieces or pieces[-1].style["direction"] != "ltr":
            return
        if element not in self._sources:
            self._sources[element] = _Source(" ".join("".join(element.itertext()).split()))
        if not self._sources[element].breaks_word("".join(piece.text for piece in pieces)):
            _add_space(pieces[-1])


def _pieces(box: Any) -> list[Any]:
    """The pieces of text in a line, in order, through whatever inline boxes they stand in."""
    if hasattr(box, "pango_layout"):
        return [box]
    return [piece for child in getattr(box, "children", ()) for piece in _pieces(child)]


def _add_space(piece: Any) -> None:
    """The drawn text may have kept its space where the text of the box has lost it."""
    drawn = piece.pango_layout
    drawn.text = f"{drawn.text.rstrip(' ')} "
    piece.text = f"{piece.text.rstrip(' ')} "
