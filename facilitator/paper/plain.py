"""A copy as plain text, to read out or to send by a safe route: the same words as on its paper.

It is read off the very article that the paper is made of, so the two can't say different things.
"""

from html.parser import HTMLParser

from facilitator.copies import Copy
from facilitator.paper import template
from facilitator.paper.present import present
from facilitator.paper.view import CHILD, LARGE_PRINT, Paper
from facilitator.people import CopyKind

_HEADINGS = frozenset({"h1", "h2", "h3"})
_BLOCKS = _HEADINGS | {"article", "blockquote", "div", "li", "ol", "p", "section", "ul"}
_APART = _HEADINGS | {"article"}
_EMPTY = frozenset({"br", "hr", "img", "input", "meta"})
# What is there to be ticked, filled in or hung up makes no sense in a text.
_NOT_SAID = frozenset(
    {"blank", "how-is-it-going", "kicker", "practice", "see-inside", "think", "tick-box", "wall"}
)
# A line of its own in a text; on paper these stand apart by their place.
_OWN_LINE = frozenset({"often", "reason", "rendering"})
# They have their own numbers or names at the beginning.
_NO_DASH = frozenset({"card", "step"})
# Words that run from right to left keep to themselves: isolates do in a text what <bdi> does.
_ISOLATE, _ISOLATE_ENDS = "\u2068", "\u2069"


def plain_text(copy: Copy, *, practice: bool = False) -> str:
    """The whole copy as text, in lines that end with LF; version and date stand at both ends."""
    paper = present(copy, practice=practice)
    edition = CHILD if copy.kind is CopyKind.CHILD else LARGE_PRINT
    reader = _Reader()
    reader.feed(template.article(paper, edition))
    reader.close()
    return "\n".join((*_head(paper), "", *reader.lines, "", _foot(paper), ""))


def _head(paper: Paper) -> tuple[str, ...]:
    made_up = ("PRACTICE. This family is made up.",) if paper.practice else ()
    return (*made_up, f"Our family plan. This copy is for {paper.reader}.", _foot(paper))


def _foot(paper: Paper) -> str:
    return f"Plan {paper.version}, {paper.day}. Code {paper.code}."


class _Reader(HTMLParser):
    """Reads our own article, whose tags are all closed in order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self._open: list[tuple[str, frozenset[str]]] = []
        self._silent_from: int | None = None
        self._words: list[str] = []
        self._prefix = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        classes = frozenset((dict(attrs).get("class") or "").split())
        if tag == "bdi" and "phone" not in classes:
            self._words.append(_ISOLATE)
        if tag in _EMPTY:
            self._end_line()
            return
        self._open.append((tag, classes))
        if self._silent_from is None and classes & _NOT_SAID:
            self._silent_from = len(self._open)
        if tag in _BLOCKS or classes & _OWN_LINE:
            self._end_line()
        if tag in _APART or classes & _NO_DASH:
            self._leave_a_line()
        if tag == "li" and not classes & _NO_DASH:
            self._prefix = "- "
        if "by" in classes:
            self._words.append("– ")

    def handle_endtag(self, tag: str) -> None:
        _, classes = self._open[-1]
        if tag == "bdi" and "phone" not in classes:  # A number is copied and dialled as it is.
            self._words.append(_ISOLATE_ENDS)
        if tag in _BLOCKS or classes & _OWN_LINE:
            self._end_line()
        if tag == "li":
            self._prefix = ""
        self._open.pop()
        if self._silent_from is not None and len(self._open) < self._silent_from:
            self._silent_from = None

    def handle_data(self, data: str) -> None:
        if self._silent_from is None:
            self._words.append(data)

    def _end_line(self) -> None:
        words = " ".join("".join(self._words).split())
        self._words.clear()
        if not words or words == f"{_ISOLATE}{_ISOLATE_ENDS}":
            return
        self.lines.append(f"{self._prefix}{words}")
        self._prefix = "  " if self._prefix else ""

    def _leave_a_line(self) -> None:
        if self._silent_from is None and self.lines and self.lines[-1]:
            self.lines.append("")
