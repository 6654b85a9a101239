"""The register: who holds which copy, and the letter that asks for one back."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from flask import Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from facilitator import days
from facilitator.accounts import sessions
from facilitator.copies import Handed, How, older_than
from facilitator.copies import store as register_store
from facilitator.database import reading, writing
from facilitator.pages import flash
from facilitator.pages.papers import pdf_answer
from facilitator.paper import letter
from facilitator.paper.letter import Letter, Why
from facilitator.plans import store as plans
from facilitator.preparing.languages import name_of
from facilitator.releasing.blueprint import releasing
from facilitator.releasing.handing_over_rows import what_of
from facilitator.releasing.pages_opening import Desk, load_row, open_for_user
from facilitator.releasing.pages_rows import moment


@dataclass(frozen=True, kw_only=True)
class RegisterRow:
    """One row in words. ``is_old`` says that another plan holds now, and this one is still out."""

    id: UUID
    name: str
    plan: str
    what: str
    language: str
    how: str
    when: str
    by: str
    back: str
    is_old: bool


@releasing.get("/meetings/<uuid:meeting_id>/register")
def register(meeting_id: UUID) -> str:
    """Who holds what, the newest first; old plans that are still out stand first of all."""
    with reading() as session:
        desk = open_for_user(session, meeting_id)
        handed = register_store.list_of(session, meeting_id)
    found = [_row(one, desk) for one in reversed(handed)]
    return render_template(
        "releasing/register.html",
        opened=desk.opened,
        plan=desk.plan,
        rows=found,
        old=[one for one in found if one.is_old],
        withdrawals=[one for one in desk.opened.withdrawals if one.ended_at is None],
    )


@releasing.post("/meetings/<uuid:meeting_id>/register/<uuid:handed_id>")
def copy_came_back(meeting_id: UUID, handed_id: UUID) -> AnyResponse:
    """Keep that a copy came back."""
    with writing() as session:
        open_for_user(session, meeting_id)
        row = load_row(session, meeting_id, handed_id)
        register_store.came_back(session, meeting_id, row.id, sessions.now())
    flash.success(f"It is kept that {row.name} gave plan {row.version} back.")
    return redirect(url_for("releasing.register", meeting_id=meeting_id), 303)


@releasing.get("/meetings/<uuid:meeting_id>/register/<uuid:handed_id>/letter.pdf")
def recall_letter(meeting_id: UUID, handed_id: UUID) -> Response:
    """The letter that asks for that copy back. It names its reader, and says no other's wish."""
    with reading() as session:
        desk = open_for_user(session, meeting_id)
        row = load_row(session, meeting_id, handed_id)
        versions = {one.number: one.agreed_on for one in plans.list_of(session, meeting_id)}
    made = letter.pdf(_letter(desk, row, versions[row.version]))
    return pdf_answer(made, "please-give-it-back.pdf")


def _letter(desk: Desk, row: Handed, agreed_on: date) -> Letter:
    today = desk.opened.today(sessions.now())
    newest = desk.plan.version if desk.plan else row.version
    return Letter(
        name=row.name,
        what=what_of(row.kind, row.edition),
        version=row.version,
        newest=newest,
        plan_day=days.day(agreed_on),
        code=row.code,
        handed_on=days.day(desk.opened.today(row.at)),
        day=days.day(today),
        give_to=sessions.user().name,
        why=_why(desk, row, newest),
        made_on=today,
        practice=desk.opened.kept.practice,
    )


def _why(desk: Desk, row: Handed, newest: int) -> Why:
    asked = request.args.get("withdrawal_id", "")
    named = (one for one in desk.opened.withdrawals if str(one.id) == asked)
    if any(one.speaks_of(row.person) for one in named):
        return Why.YES_TAKEN_BACK
    return Why.NEW_VERSION if row.version < newest else Why.ASKED


def _row(row: Handed, desk: Desk) -> RegisterRow:
    opened = desk.opened
    today = opened.today(sessions.now())
    return RegisterRow(
        id=row.id,
        name=row.name,
        plan=f"Plan {row.version}",
        what=what_of(row.kind, row.edition),
        language=name_of(row.language),
        how="By hand" if row.how is How.BY_HAND else f"By a safe route: {row.route}",
        when=moment(row, opened.zone, today),
        by=opened.names.get(row.user_id, ""),
        back=days.day(opened.today(row.back_at)) if row.back_at else "",
        is_old=desk.plan is not None and row in older_than([row], desk.plan.version),
    )
