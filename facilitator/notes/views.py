"""The facilitator's own notes: the only pages that show them."""

from dataclasses import dataclass, replace
from uuid import UUID

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from facilitator.accounts.sessions import user
from facilitator.agenda import Prompt
from facilitator.database import Session, new_id, reading
from facilitator.database.troubles import NotKept, keeping
from facilitator.meetings import KeptMeeting, door
from facilitator.meetings import store as meetings
from facilitator.notes import store
from facilitator.notes.forms import NoteForm, fingerprint
from facilitator.notes.note import KeptNote, Note, Whose
from facilitator.pages import flash

notes = Blueprint("notes", __name__)

CONFLICT = 409
NOT_YET = 422
_FOR_THE_FACILITATOR = "Only the facilitator."
_TO_ONESELF = "self"
_NOTE = "note-"
_NEW = "new"


@dataclass(frozen=True)
class Sheet:
    """One note on the page, or the empty place of one. ``prefix`` tells its form from others."""

    prefix: str
    label: str
    id: UUID
    kept: KeptNote | None = None
    hint: str = ""
    prompt: str = ""
    question: str = ""

    def note(self, text: str) -> Note:
        """The note with these words."""
        if self.kept is not None:
            return replace(self.kept.note, text=text)
        return Note(
            whose=Whose.FACILITATOR,
            audience=_FOR_THE_FACILITATOR,
            text=text,
            prompt=self.prompt,
            question=self.question,
        )


@dataclass(frozen=True)
class Opened:
    """A meeting's notes as the page shows them: to each question, the others, one that is new."""

    meeting: KeptMeeting
    asked: tuple[Sheet, ...]
    free: tuple[Sheet, ...]

    @property
    def all(self) -> tuple[Sheet, ...]:
        """Every sheet of the page."""
        return (*self.asked, *self.free)


@notes.route("/meetings/<uuid:meeting_id>/notes", methods=["GET", "POST"], endpoint="notes")
def all_notes(meeting_id: UUID) -> str | Response | tuple[str, int]:
    """Every note on one page, each with a form of its own."""
    with reading() as session:
        opened = _opened(session, meeting_id)
    if request.method == "GET":
        return _drawn(opened)
    sheet = _sent(opened)
    form = _form(sheet)
    removing = f"{sheet.prefix}-remove" in request.form
    if not removing and not form.validate():
        return _drawn(opened, sheet, form), NOT_YET
    return _answer(opened, sheet, form, removing=removing)


def _answer(
    opened: Opened, sheet: Sheet, form: NoteForm, *, removing: bool
) -> Response | tuple[str, int]:
    meeting_id = opened.meeting.id
    try:
        with keeping() as session:
            # Read anew, for now it is the writer's turn: nothing changes any more meanwhile.
            fresh = _opened(session, meeting_id)
            now = _on_page(fresh, sheet.prefix) or _with_id(fresh, sheet.id)
            now = now or replace(sheet, kept=None)
            clash = _settled(session, meeting_id, now, form, removing=removing) is None
    except NotKept as trouble:
        form.text.errors = [f"{trouble.problem.wrong} {trouble.problem.remedy}"]
        return _drawn(opened, sheet, form), trouble.status
    if clash:
        form.based_on.data = fingerprint(now.kept.note if now.kept else None)
        stands = now.kept.note.text if now.kept else "Nothing. The note was deleted."
        return _drawn(opened, sheet, form, stands=stands), CONFLICT
    flash.success("The note is deleted." if removing else "Your note is saved.")
    return redirect(url_for("notes.notes", meeting_id=meeting_id, _anchor=sheet.prefix), 303)


def _settled(
    session: Session, meeting_id: UUID, now: Sheet, form: NoteForm, *, removing: bool
) -> Note | None:
    """Keep or remove the note; it, or None where another one stands than the form was based on."""
    stands = now.kept.note if now.kept else None
    asked = now.note(form.text.data or "")
    if (removing and stands is None) or (not removing and stands == asked):
        return asked
    if fingerprint(stands) != form.based_on.data:
        return None
    if removing:
        store.remove(session, meeting_id, now.id)
    else:
        store.keep(session, meeting_id, KeptNote(now.id, asked))
    return asked


def _opened(session: Session, meeting_id: UUID) -> Opened:
    """The meeting through the door, with its notes. Three queries."""
    kept = door.find(session, meeting_id, user()) or abort(404)
    own = [
        one
        for one in store.load_kept(session, kept.id)
        if one.note.whose is Whose.FACILITATOR and one.note.text
    ]
    agenda = meetings.load_agenda(session, kept)
    asks = [one for one in agenda.prompts if one.to == _TO_ONESELF]
    answers = {one.note.prompt: one for one in own if one.note.prompt}
    known = {one.id for one in asks}
    return Opened(
        kept,
        tuple(_sheet_of_prompt(one, answers.get(one.id)) for one in asks),
        tuple(_sheet_of_note(one) for one in own if one.note.prompt not in known),
    )


def _sheet_of_prompt(prompt: Prompt, kept: KeptNote | None) -> Sheet:
    return Sheet(
        prefix=f"ask-{prompt.id}",
        label=prompt.words,
        hint=" ".join(prompt.then),
        id=kept.id if kept else new_id(),
        kept=kept,
        prompt=prompt.id,
        question=" ".join((prompt.words, *prompt.then)),
    )


def _sheet_of_note(kept: KeptNote) -> Sheet:
    return Sheet(
        prefix=f"{_NOTE}{kept.id}", label=kept.note.question or "Your note", id=kept.id, kept=kept
    )


def _blank(note_id: UUID) -> Sheet:
    return Sheet(prefix=_NEW, label="A new note", id=note_id)


def _on_page(opened: Opened, prefix: str) -> Sheet | None:
    return next((one for one in opened.all if one.prefix == prefix), None)


def _with_id(opened: Opened, note_id: UUID) -> Sheet | None:
    return next((one for one in opened.all if one.id == note_id), None)


def _sent(opened: Opened) -> Sheet:
    """The sheet whose form was sent."""
    prefix = next((key.removesuffix("-text") for key in request.form if key.endswith("-text")), "")
    if sheet := _on_page(opened, prefix):
        return sheet
    try:
        return _blank(UUID(request.form.get(f"{prefix}-id", "")))
    except ValueError:
        abort(400)


def _form(sheet: Sheet) -> NoteForm:
    note = sheet.kept.note if sheet.kept else None
    return NoteForm.of(sheet.prefix, sheet.id, note).asks(sheet.label, sheet.hint)


def _drawn(
    opened: Opened, sent: Sheet | None = None, form: NoteForm | None = None, stands: str = ""
) -> str:
    """The page; the form that was sent stays as it was sent, with what stands in its place."""
    sheets = [*opened.all]
    new = sent if sent and sent.prefix == _NEW else _blank(new_id())
    forms = {one.prefix: _form(one) for one in (*sheets, new) if one is not sent}
    if sent is not None and form is not None:
        forms[sent.prefix] = form
    return render_template(
        "notes/notes.html",
        opened=opened,
        new=new,
        forms=forms,
        sent=sent.prefix if sent else "",
        stands=stands,
    )
