"""One copy alone: by hand or by a safe route, printed or as plain text."""

from uuid import UUID

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from facilitator.accounts import sessions
from facilitator.copies import Handed
from facilitator.copies import store as register
from facilitator.database import Session, new_id, reading
from facilitator.database.troubles import NotKept, keeping
from facilitator.paper.showing import Answer
from facilitator.releasing.blueprint import releasing
from facilitator.releasing.handing_over_form import BY_HAND, SAFE_ROUTE, HandOverForm
from facilitator.releasing.handing_over_rows import (
    PLAIN_TEXT,
    Leaving,
    Pressed,
    editions_for,
    rows_of,
    what_of,
)
from facilitator.releasing.pages import pressed_now
from facilitator.releasing.pages_opening import Desk, open_for_user

CONFLICT, NOT_YET = 409, 422


@releasing.get("/meetings/<uuid:meeting_id>/copies/<uuid:reader_id>/hand-over")
def hand_over(meeting_id: UUID, reader_id: UUID) -> Answer:
    """The form for one copy, or why it may not leave now."""
    with reading() as session:
        desk = open_for_user(session, meeting_id)
    one = desk.load_by_address(reader_id)
    if one.copy is None:
        return _stopped(desk, one)
    form = HandOverForm(one, formdata=None)
    asked = request.args.get("edition", "")
    form.edition.data = asked if asked in editions_for(one.copy.kind) else one.edition
    form.how.data = BY_HAND if one.in_the_room else SAFE_ROUTE
    form.press.data = str(new_id())
    return _page(desk, one, form)


@releasing.post("/meetings/<uuid:meeting_id>/copies/<uuid:reader_id>/hand-over")
def hand_over_submit(meeting_id: UUID, reader_id: UUID) -> Response | Answer:
    """Write the row, then lead to the copy; a form that is refused comes back whole."""
    try:
        with keeping() as session:
            desk = open_for_user(session, meeting_id)
            pressed = pressed_now()
            one = desk.load_by_address(reader_id)
            if one.copy is None:
                return _stopped(desk, one)
            form = HandOverForm(one)
            if not form.validate():
                return _page(desk, one, form), NOT_YET
            row = _write(session, desk, one, form, pressed)
    except NotKept as trouble:
        with reading() as session:
            desk = open_for_user(session, meeting_id)
        one = desk.load_by_address(reader_id)
        form = HandOverForm(one)
        form.form_errors = [str(trouble.problem)]
        return _page(desk, one, form), trouble.status
    return redirect(url_for(_endpoint(row), meeting_id=meeting_id, handed_id=row.id), 303)


def _write(
    session: Session, desk: Desk, one: Leaving, form: HandOverForm, pressed: Pressed
) -> Handed:
    today = desk.opened.today(pressed.at)
    assert one.copy is not None  # noqa: S101 - asked just before
    (row,) = rows_of(pressed, [(one.copy, form.way(today))])
    return register.hand_over(session, desk.meeting_id, row, today)


def _endpoint(row: Handed) -> str:
    return "releasing.handed_text" if row.edition == PLAIN_TEXT else "releasing.handed_paper"


def _page(desk: Desk, one: Leaving, form: HandOverForm) -> str:
    written_down = one.reader.copying
    return render_template(
        "releasing/copies_one.html",
        opened=desk.opened,
        leaving=one,
        what=what_of(one.reader.copy_kind, one.edition),
        written_down=written_down.how if written_down else "",
        form=form,
        reader_id=desk.address_of(one.reader),
        user=sessions.user(),
    )


def _stopped(desk: Desk, one: Leaving) -> Answer:
    drawn = render_template(
        "releasing/copies_stopped.html",
        opened=desk.opened,
        heading=f"{one.name}'s copy can't leave now",
        problems=one.problems,
    )
    return drawn, CONFLICT
