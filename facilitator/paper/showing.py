"""The pages of one plan's copies: each reader's copy to read and to print, or why there is none."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import Response, abort, render_template, request
from markupsafe import Markup

from facilitator.copies import Copy
from facilitator.pages.papers import pdf_answer
from facilitator.paper import press
from facilitator.paper.readers import EDITION_WORDS, Reader, usual_edition
from facilitator.refusals import Problem, Refusal

# As things stand the copy or its paper can't be made: the request was fine, its object is not.
CONFLICT = 409
Answer = str | tuple[str, int]


@dataclass(frozen=True, kw_only=True)
class Shelf:
    """The copies of one plan, and where their pages stand.

    ``back`` is where the copies are listed, in words and as an address; ``page_at`` and
    ``paper_at`` give an address for ``reader_id`` and, if asked, ``edition``. ``copy_for`` and
    ``print`` raise Refusal where a copy, or its paper, can't be made. ``hands_over`` says that
    ``paper_at`` is where a copy is written into the register first: then no browser prints it.
    """

    title: str
    practice: bool
    readers: tuple[Reader, ...]
    back: tuple[str, str]
    page_at: Callable[..., str]
    paper_at: Callable[..., str]
    copy_for: Callable[[str], Copy]
    print: Callable[[Copy, str], press.Printed]
    hands_over: bool = False


def page(shelf: Shelf, reader_id: str) -> Answer:
    """One reader's copy as a page, or the reasons why there can be none."""
    reader = _load_reader(shelf, reader_id)
    asked = _asked_edition(reader)
    try:
        copy = shelf.copy_for(reader.person)
        edition = asked or usual_edition(copy, reader)
        article = press.page(copy, edition, practice=shelf.practice)
    except Refusal as refusal:
        return refused(shelf, f"{reader.name} can't have a copy yet", refusal.problems)
    return render_template(
        "desk/copy.html",
        article=Markup(article),  # noqa: S704 - the paper's own template escapes every word
        shelf=shelf,
        reader=reader,
        edition=edition,
        editions=[(one, EDITION_WORDS[one]) for one in reader.editions],
    )


def paper(shelf: Shelf, reader_id: str) -> Response | Answer:
    """One reader's copy as paper, or the reasons why there can be none."""
    reader = _load_reader(shelf, reader_id)
    asked = _asked_edition(reader)
    try:
        copy = shelf.copy_for(reader.person)
        printed = shelf.print(copy, asked or usual_edition(copy, reader))
    except Refusal as refusal:
        return refused(shelf, "This paper can't be made yet", refusal.problems, reader)
    return pdf_answer(printed.pdf, printed.file_name)


def refused(
    shelf: Shelf, heading: str, problems: tuple[Problem, ...], reader: Reader | None = None
) -> Answer:
    """The reasons; with a reader, the way to their copy on the page, which a browser can print."""
    drawn = render_template(
        "desk/refused.html", heading=heading, problems=problems, shelf=shelf, reader=reader
    )
    return drawn, CONFLICT


def _load_reader(shelf: Shelf, reader_id: str) -> Reader:
    """That reader; not found for a stranger and for somebody who is to hold no copy."""
    holders = (one for one in shelf.readers if one.holds_one)
    return next((one for one in holders if one.id == reader_id), None) or abort(404)


def _asked_edition(reader: Reader) -> str | None:
    """The edition that the address asks for, None for the usual one."""
    asked = request.args.get("edition")
    return asked if asked is None or asked in reader.editions else abort(404)
