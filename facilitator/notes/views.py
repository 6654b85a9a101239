"""The notes of a meeting, the facilitator's own and professionals': the only pages with them."""

from uuid import UUID

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from facilitator.accounts.sessions import user
from facilitator.database import Session, new_id, reading
from facilitator.database.troubles import NotKept, keeping
from facilitator.meetings import KeptMeeting, door
from facilitator.meetings import store as meetings
from facilitator.notes import store
from facilitator.notes.forms import NoteForm, fingerprint, form_of
from facilitator.notes.note import KeptNote, Note, Whose
from facilitator.notes.sheets import NEW, Sheet, Sheets, own_sheets, professional_sheets
from facilitator.pages import flash

notes = Blueprint("notes", __name__)

CONFLICT = 409
NOT_YET = 422
_ADDRESS = {Whose.FACILITATOR: "notes.notes", Whose.PROFESSIONAL: "notes.professionals"}
Answer = str | Response | tuple[str, int]


@notes.route("/meetings/<uuid:meeting_id>/notes", methods=["GET", "POST"], endpoint="notes")
def own(meeting_id: UUID) -> Answer:
    """Every note of the facilitator's own on one page, each with a form of its own."""
    return _page(meeting_id, Whose.FACILITATOR)


@notes.route("/meetings/<uuid:meeting_id>/notes/professionals", methods=["GET", "POST"])
def professionals(meeting_id: UUID) -> Answer:
    """What professionals noted, apart from the facilitator's own, each with a form of its own."""
    return _page(meeting_id, Whose.PROFESSIONAL)


def _page(meeting_id: UUID, whose: Whose) -> Answer:
    with reading() as session:
        kept, sheets = _opened(session, meeting_id, whose)
    if request.method == "GET":
        return _drawn(kept, sheets)
    sheet = _sent(sheets)
    form = form_of(sheet)
    if not _removes(sheet) and not form.validate():
        return _drawn(kept, sheets, sheet, form), NOT_YET
    return _answer(kept, sheets, sheet, form)


def _answer(
    kept: KeptMeeting, sheets: Sheets, sheet: Sheet, form: NoteForm
) -> Response | tuple[str, int]:
    removing = _removes(sheet)
    try:
        with keeping() as session:
            # Read anew, for now it is the writer's turn: nothing changes any more meanwhile.
            _, fresh = _opened(session, kept.id, sheet.whose)
            now = fresh.on_page(sheet.prefix) or fresh.with_id(sheet.id)
            now = now or fresh.blank(sheet.id, sheet.prefix)
            said = None if removing else now.note(**form.said())
            clash = not _settled(session, kept.id, now, form, said)
    except NotKept as trouble:
        form.text.errors = [f"{trouble.problem.wrong} {trouble.problem.remedy}"]
        return _drawn(kept, sheets, sheet, form), trouble.status
    if clash:
        form.based_on.data = fingerprint(now.kept.note if now.kept else None)
        return _drawn(kept, sheets, sheet, form, stands=_stands(now)), CONFLICT
    flash.success("The note is deleted." if removing else "The note is saved.")
    way = url_for(_ADDRESS[sheet.whose], meeting_id=kept.id, _anchor=sheet.prefix)
    return redirect(way, 303)


def _settled(
    session: Session, meeting_id: UUID, now: Sheet, form: NoteForm, said: Note | None
) -> bool:
    """Keep what was said, or remove the note; no where another stands than the form was based on.

    ``said`` is None where the note is to go.
    """
    stands = now.kept.note if now.kept else None
    if stands == said:
        return True
    if fingerprint(stands) != form.based_on.data:
        return False
    if said is None:
        store.remove(session, meeting_id, now.id)
    else:
        store.keep(session, meeting_id, KeptNote(now.id, said))
    return True


def _stands(now: Sheet) -> str:
    """What is kept in that place, in words."""
    if now.kept is None:
        return "Nothing. The note was deleted."
    note = now.kept.note
    return note.told if now.whose is Whose.PROFESSIONAL else note.text


def _opened(session: Session, meeting_id: UUID, whose: Whose) -> tuple[KeptMeeting, Sheets]:
    """The meeting through the door, with those notes. Three queries at most."""
    kept = door.find(session, meeting_id, user()) or abort(404)
    every = store.load_kept(session, kept.id)
    if whose is Whose.PROFESSIONAL:
        return kept, professional_sheets(every)
    return kept, own_sheets(every, meetings.load_agenda(session, kept).prompts)


def _sent(sheets: Sheets) -> Sheet:
    """The sheet whose form was sent."""
    prefix = next((key.removesuffix("-text") for key in request.form if key.endswith("-text")), "")
    if sheet := sheets.on_page(prefix):
        return sheet
    try:
        return sheets.blank(UUID(request.form.get(f"{prefix}-id", "")), prefix)
    except ValueError:
        abort(400)


def _removes(sheet: Sheet) -> bool:
    return f"{sheet.prefix}-remove" in request.form


def _drawn(
    kept: KeptMeeting,
    sheets: Sheets,
    sent: Sheet | None = None,
    form: NoteForm | None = None,
    stands: str = "",
) -> str:
    """The page; the form that was sent stays as it was sent, with what stands in its place."""
    new = sent if sent and sent.prefix == NEW else sheets.blank(new_id())
    shown = sheets.with_sheet(sent) if sent else sheets
    forms = {one.prefix: form_of(one) for one in (*shown.all, new) if one != sent}
    if sent is not None and form is not None:
        forms[sent.prefix] = form
    is_own = sheets.whose is Whose.FACILITATOR
    return render_template(
        "notes/notes.html" if is_own else "notes/professionals.html",
        meeting=kept,
        sheets=shown,
        new=new,
        forms=forms,
        sent=sent.prefix if sent else "",
        stands=stands,
    )
