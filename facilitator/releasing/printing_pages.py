"""The papers themselves: each has its row in the register before it can be asked for."""

from uuid import UUID

from flask import Response, abort, request

from facilitator.copies import Handed
from facilitator.copies import store as register
from facilitator.database import Session, reading
from facilitator.pages.papers import pdf_answer
from facilitator.paper import press
from facilitator.releasing.blueprint import releasing
from facilitator.releasing.handing_over_rows import ON_SCREEN, PLAIN_TEXT, Way
from facilitator.releasing.pages_opening import Desk, load_row, open_for_user
from facilitator.releasing.printing import Ways

NO_PAPER = frozenset({PLAIN_TEXT, ON_SCREEN})


@releasing.get("/meetings/<uuid:meeting_id>/handed/<uuid:handed_id>.pdf")
def handed_paper(meeting_id: UUID, handed_id: UUID) -> Response:
    """The very copy of that row again. Refusal where it does not hold any more."""
    with reading() as session:
        desk = open_for_user(session, meeting_id)
        row = _load(session, meeting_id, handed_id)
    ((copy, way),) = _ways(desk, (row,))
    pdf = desk.printer.paper(copy, way)
    return pdf_answer(pdf, press.file_name_of(pdf))


@releasing.get("/meetings/<uuid:meeting_id>/handed/<uuid:handed_id>/all.pdf")
def bundle(meeting_id: UUID, handed_id: UUID) -> Response:
    """Every paper of one press of the button, for the printer. It is the facilitator's alone."""
    with reading() as session:
        desk = open_for_user(session, meeting_id)
        those = register.together_with(session, meeting_id, _load(session, meeting_id, handed_id))
    two_sided = request.args.get("sides") != "one"
    pdf = desk.printer.together(_ways(desk, those), two_sided=two_sided)
    return pdf_answer(pdf, "copies-to-hand-out.pdf")


def _load(session: Session, meeting_id: UUID, handed_id: UUID) -> Handed:
    row = load_row(session, meeting_id, handed_id)
    return row if row.edition not in NO_PAPER else abort(404)


def _ways(desk: Desk, those: tuple[Handed, ...]) -> Ways:
    found = [(desk.still_as(row).copy, row) for row in those if row.edition not in NO_PAPER]
    return tuple((copy, Way(edition=row.edition, how=row.how)) for copy, row in found if copy)
