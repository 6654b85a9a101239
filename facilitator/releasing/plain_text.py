"""No printer: page 1 on the screen for a telephone's camera, and a copy as plain text."""

from uuid import UUID

from flask import abort, redirect, render_template, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from facilitator import days
from facilitator.copies import store as register
from facilitator.database import Session, new_id, reading
from facilitator.database.troubles import NotKept, keeping
from facilitator.paper import plain, press
from facilitator.paper.showing import Answer
from facilitator.people import CopyKind
from facilitator.refusals import Problem
from facilitator.releasing.blueprint import releasing
from facilitator.releasing.handing_over_rows import (
    ON_SCREEN,
    PLAIN_TEXT,
    Leaving,
    Pressed,
    Way,
    rows_of,
)
from facilitator.releasing.pages import pressed_now
from facilitator.releasing.pages_opening import Desk, load_row, open_for_user

NOT_YET = 422
NOBODY = Problem("", "Nobody is ticked.", "Tick each person who takes a photo.")


@releasing.get("/meetings/<uuid:meeting_id>/copies/no-printer")
def no_printer(meeting_id: UUID) -> str:
    """Who takes a photo of page 1, and whose copy can be read out or sent as text."""
    with reading() as session:
        desk = open_for_user(session, meeting_id)
    return _page(desk)


@releasing.post("/meetings/<uuid:meeting_id>/copies/no-printer")
def no_printer_submit(meeting_id: UUID) -> Response | Answer:
    """Write a row for each person who takes a photo, then show page 1."""
    try:
        with keeping() as session:
            desk = open_for_user(session, meeting_id)
            pressed = pressed_now()
            if not _write(session, desk, pressed):
                return _page(desk, problem=NOBODY), NOT_YET
    except NotKept as trouble:
        with reading() as session:
            desk = open_for_user(session, meeting_id)
        return _page(desk, problem=trouble.problem), trouble.status
    where = url_for("releasing.on_screen", meeting_id=meeting_id, handed_id=pressed.id)
    return redirect(where, 303)


@releasing.get("/meetings/<uuid:meeting_id>/handed/<uuid:handed_id>/screen")
def on_screen(meeting_id: UUID, handed_id: UUID) -> str:
    """Page 1, big and black on white, for whoever is in the register for it."""
    with reading() as session:
        desk = open_for_user(session, meeting_id)
        row = load_row(session, meeting_id, handed_id)
        if row.edition != ON_SCREEN:
            abort(404)
        those = register.together_with(session, meeting_id, row)
    copies = [copy for one in those if (copy := desk.still_as(one).copy)]
    article = press.page_one_article(copies[0], press.STANDARD, practice=desk.opened.kept.practice)
    return render_template(
        "releasing/on_screen.html",
        opened=desk.opened,
        article=Markup(article),  # noqa: S704 - the paper's own template escapes every word
        names=[one.name for one in those],
        foot=f"Plan {row.version}, {days.day(copies[0].made_on)}. Code {row.code}.",
        heading=copies[0].page_one.title or "Our family plan",
    )


@releasing.get("/meetings/<uuid:meeting_id>/handed/<uuid:handed_id>")
def handed_text(meeting_id: UUID, handed_id: UUID) -> str:
    """One copy as plain text, to read out or to send by the route that was asked for."""
    with reading() as session:
        desk = open_for_user(session, meeting_id)
        row = load_row(session, meeting_id, handed_id)
    copy = desk.still_as(row).copy
    if row.edition != PLAIN_TEXT or copy is None:
        abort(404)
    return render_template(
        "releasing/no_printer_text.html",
        opened=desk.opened,
        row=row,
        text=plain.plain_text(copy, practice=desk.opened.kept.practice),
    )


def _may_take_one(desk: Desk) -> tuple[Leaving, ...]:
    """Whoever is here and holds a page 1 that may leave now; a child's page is another one."""
    return tuple(
        one
        for one in desk.leaving
        if one.copy and one.in_the_room and one.copy.kind is not CopyKind.CHILD
    )


def _write(session: Session, desk: Desk, pressed: Pressed) -> bool:
    if register.find(session, desk.meeting_id, pressed.id):
        return True
    ticked = set(request.form.getlist("who"))
    ways = [
        (one.copy, Way(edition=ON_SCREEN))
        for one in _may_take_one(desk)
        if one.copy and str(desk.address_of(one.reader)) in ticked
    ]
    today = desk.opened.today(pressed.at)
    register.hand_over_all(session, desk.meeting_id, rows_of(pressed, ways), today)
    return bool(ways)


def _page(desk: Desk, problem: Problem | None = None) -> str:
    takers = [(desk.address_of(one.reader), one) for one in _may_take_one(desk)]
    readers = [(desk.address_of(one.reader), one) for one in desk.leaving if one.copy]
    return render_template(
        "releasing/no_printer.html",
        opened=desk.opened,
        takers=takers,
        readers=readers,
        ticked=set(request.form.getlist("who")),
        press=new_id(),
        problem=problem,
        plan=desk.plan,
    )
