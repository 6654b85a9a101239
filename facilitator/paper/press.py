"""The press: from one copy to its page in the browser and its paper."""

import hashlib
import json
from dataclasses import dataclass
from io import BytesIO

import pikepdf

from facilitator.copies import Copy
from facilitator.paper import template
from facilitator.paper.pdf import Sheet, render
from facilitator.paper.pdf import get_ready as get_press_ready
from facilitator.paper.present import present
from facilitator.paper.view import CHILD, EDITIONS, LARGE_PRINT, STANDARD, Paper
from facilitator.people import CopyKind
from facilitator.refusals import Refusal

__all__ = [
    "CHILD",
    "EDITIONS",
    "LARGE_PRINT",
    "STANDARD",
    "Printed",
    "file_name_of",
    "page",
    "page_one",
    "page_one_article",
    "pdf",
    "printed",
]
_CSS = {
    STANDARD: ("plan.css", "sheet.css"),
    CHILD: ("plan.css", "sheet.css"),
    LARGE_PRINT: ("plan.css", "sheet.css", "large_print.css"),
}
_BIG = ("large print", "big print", "large type", "point print")


@dataclass(frozen=True)
class Printed:
    """One paper as made: its bytes, and a name that says nothing about anybody."""

    edition: str
    lang: str
    pdf: bytes

    @property
    def pages(self) -> int:
        """How many pages it has: the one time that we read a PDF, and it is our own."""
        with pikepdf.open(BytesIO(self.pdf)) as document:
            return len(document.pages)

    @property
    def sha256(self) -> str:
        """The hash of the file."""
        return _sha256(self.pdf)

    @property
    def file_name(self) -> str:
        """A name from the file's own hash: it holds no name, no place, no date."""
        return file_name_of(self.pdf)


def file_name_of(pdf: bytes) -> str:
    """A name for that file, from its own hash alone."""
    return f"family-plan-{_sha256(pdf)[:8]}.pdf"


def _sha256(pdf: bytes) -> str:
    return hashlib.sha256(pdf).hexdigest()


def get_ready() -> None:
    """Load fonts, templates and the press before somebody waits for the first paper.

    Raises the same Refusal as printing where the machine lacks what the press needs.
    """
    template.get_ready()
    get_press_ready()


def edition_of(copy: Copy, ordered: str | None = None) -> str:
    """The edition to print for a reader: what is ordered now, else what was written down.

    A child's copy is a child's page, unless large print is ordered.
    """
    written_down = copy.reader.copying
    edition = ordered or (written_down.edition if written_down else "")
    if copy.kind is CopyKind.CHILD:
        return LARGE_PRINT if edition == LARGE_PRINT else CHILD
    if edition in EDITIONS:
        return edition
    wants_big = written_down and any(one in written_down.form.casefold() for one in _BIG)
    return LARGE_PRINT if wants_big else STANDARD


def page(copy: Copy, edition: str, *, practice: bool = False) -> str:
    """The copy as an HTML article for the page in the browser."""
    _check(copy, edition)
    return template.article(present(copy, practice=practice), edition)


def printed(copy: Copy, edition: str, *, practice: bool = False) -> Printed:
    """The copy on paper, with its own document as the one thing attached."""
    _check(copy, edition)
    paper = present(copy, practice=practice)
    attachment = json.dumps(copy.document, ensure_ascii=False, indent=1, sort_keys=True)
    sheet = Sheet(
        html=template.sheet(paper, edition),
        css=_CSS[edition],
        title=paper.title or "Our family plan",
        lang=paper.lang,
        attachment=attachment.encode(),
        made_on=paper.made_on,
    )
    return Printed(edition, paper.lang, render(sheet))


def page_one(copy: Copy, edition: str, *, practice: bool = False) -> Printed:
    """Page 1 of a copy alone: it carries no attachment, for nobody may learn more from it.

    Refusal for a child's copy, whose page is all one, and for an edition that there is not.
    """
    paper = _page_one(copy, edition, practice=practice)
    sheet = Sheet(
        html=template.page_one_sheet(paper, edition),
        css=_CSS[edition],
        title=paper.title or "Our family plan",
        lang=paper.lang,
        made_on=paper.made_on,
    )
    return Printed(edition, paper.lang, render(sheet))


def page_one_article(copy: Copy, edition: str, *, practice: bool = False) -> str:
    """Page 1 of a copy alone, as an HTML article for the screen."""
    return template.page_one_article(_page_one(copy, edition, practice=practice), edition)


def _page_one(copy: Copy, edition: str, *, practice: bool) -> Paper:
    _check(copy, edition)
    if copy.kind is CopyKind.CHILD:
        raise Refusal.because(
            f"{copy.reader.short_name}'s copy is a child's page. It has no page 1 of its own.",
            "Print that page instead.",
        )
    return present(copy, practice=practice)


def pdf(copy: Copy, edition: str, *, practice: bool = False) -> bytes:
    """The bytes of the copy on paper."""
    return printed(copy, edition, practice=practice).pdf


def _check(copy: Copy, edition: str) -> None:
    if edition not in EDITIONS:
        raise Refusal.because(
            f"There is no edition called '{edition}' yet.", f"Use one of: {', '.join(EDITIONS)}."
        )
    if (edition == CHILD) != (copy.kind is CopyKind.CHILD) and edition != LARGE_PRINT:
        raise Refusal.because(
            f"The {edition} edition can't be made from {copy.reader.short_name}'s copy.",
            "A child's page is made from a child's copy, and only from that.",
        )
