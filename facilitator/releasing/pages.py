"""Who gets what: the list of copies, and the one button that prints all that may go out."""

from uuid import UUID

from flask import abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from facilitator import days
from facilitator.accounts import sessions
from facilitator.copies import Handed
from facilitator.copies import store as register
from facilitator.database import Session, new_id, reading
from facilitator.database.troubles import NotKept, keeping
from facilitator.paper import showing
from facilitator.paper.showing import Answer
from facilitator.people import CopyKind
from facilitator.releasing.blueprint import releasing
from facilitator.releasing.handing_over_rows import Pressed, Way, rows_of
from facilitator.releasing.pages_opening import Desk, open_for_user
from facilitator.releasing.pages_reading import shelf_of
from facilitator.releasing.pages_rows import has_theirs, rows, to_print

NEW, EVERYTHING, PAGE_ONE = "new", "everything", "page_one"
CONFLICT = 409


@releasing.get("/meetings/<uuid:meeting_id>/copies")
def copies(meeting_id: UUID) -> str:
    """Everybody's copy and how far it has come. What may leave is made ready meanwhile."""
    with reading() as session:
        desk = open_for_user(session, meeting_id)
        handed = register.list_of(session, meeting_id)
    if desk.leaving:
        desk.printer.get_ready(desk.leaving)
    return _page(desk, handed)


@releasing.post("/meetings/<uuid:meeting_id>/copies")
def print_all(meeting_id: UUID) -> Response | Answer:
    """Write a row for each copy that may go out, then lead to all of them as one PDF."""
    try:
        with keeping() as session:
            desk = open_for_user(session, meeting_id)
            pressed, what = pressed_now(), request.form.get("what", EVERYTHING)
            if what not in (NEW, EVERYTHING, PAGE_ONE):
                abort(400)
            if not _write(session, desk, pressed, what):
                handed = register.list_of(session, meeting_id)
                return _page(desk, handed, nothing=True), CONFLICT
    except NotKept as trouble:
        with reading() as session:
            desk = open_for_user(session, meeting_id)
            handed = register.list_of(session, meeting_id)
        return _page(desk, handed, trouble=trouble), trouble.status
    sides = "one" if request.form.get("sides") == "one" else None
    where = url_for("releasing.bundle", meeting_id=meeting_id, handed_id=pressed.id, sides=sides)
    return redirect(where, 303)


@releasing.get("/meetings/<uuid:meeting_id>/copies/<uuid:reader_id>")
def read_copy(meeting_id: UUID, reader_id: UUID) -> Answer:
    """One reader's copy as a page, for the facilitator's eyes, or why there can be none."""
    with reading() as session:
        desk = open_for_user(session, meeting_id)
    return showing.page(shelf_of(desk), str(reader_id))


def pressed_now() -> Pressed:
    """The press of a button just now; its id comes from the form, so that it counts once."""
    try:
        asked = UUID(request.form.get("press", ""))
    except ValueError:
        abort(400)
    return Pressed(id=asked, user_id=sessions.user().id, at=sessions.now())


def _write(session: Session, desk: Desk, pressed: Pressed, what: str) -> bool:
    """Whether there are rows for it now: those of this press, or of the same one before."""
    if register.find(session, desk.meeting_id, pressed.id):
        return True
    those = [one for one in desk.leaving if one.in_the_room]
    if what == NEW:
        handed = register.list_of(session, desk.meeting_id)
        those = [one for one in those if not has_theirs(desk, one, handed)]
    ways = [
        (copy, Way(edition=one.page_one if what == PAGE_ONE else one.edition))
        for one in those
        if (copy := one.copy)
    ]
    today = desk.opened.today(pressed.at)
    register.hand_over_all(session, desk.meeting_id, rows_of(pressed, ways), today)
    return bool(ways)


def _page(
    desk: Desk,
    handed: tuple[Handed, ...],
    *,
    nothing: bool = False,
    trouble: NotKept | None = None,
) -> str:
    listed = rows(desk, handed, desk.opened.today(sessions.now()))
    found = to_print(listed)
    return render_template(
        "releasing/copies.html",
        opened=desk.opened,
        plan=desk.plan,
        agreed_on=days.day(desk.plan.agreed_on) if desk.plan else "",
        rows=listed,
        found=found,
        without=[one for one in desk.opened.people if one.copy_kind is CopyKind.NONE],
        press=new_id(),
        nothing=nothing,
        trouble=trouble.problem if trouble else None,
    )
