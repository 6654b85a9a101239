"""Somebody takes back their yes to sharing: no further copies, and letters for those that left."""

from typing import Any
from uuid import UUID

from flask import abort, redirect, render_template, request, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import HiddenField, SubmitField

from facilitator import days
from facilitator.accounts.sessions import now, user
from facilitator.copies import Handed, Withdrawal, to_ask_back
from facilitator.copies import store as register
from facilitator.database import Session, new_id, reading
from facilitator.database.troubles import NotKept, keeping
from facilitator.pages import flash
from facilitator.preparing.changing import changing
from facilitator.preparing.choosing import SeveralOf
from facilitator.preparing.fields import choice_field, words_field
from facilitator.releasing.blueprint import releasing
from facilitator.releasing.checking import load
from facilitator.releasing.checking_words import named
from facilitator.releasing.opening import Opened

Answer = Response | str | tuple[str, int]
NOT_YET = 422


class WithdrawForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF brings no types
    """Whose yes is taken back, and whose copies that stops."""

    id = HiddenField()
    by = choice_field("Who takes back their yes?")
    readers = SeveralOf(
        "Whose copies does that stop?", "Choose nobody, and it stops everybody's but their own."
    )
    words = words_field("What did they say?", "Only if they want it written down.", rows=2)
    keep = SubmitField("Stop these copies")

    def __init__(self, opened: Opened, handed: tuple[Handed, ...]) -> None:
        super().__init__(id=str(new_id()))
        everybody = [one for one in opened.gate.plan.people if not one.is_left_out]
        self.by.choices = [("", "Choose a name"), *((one.id, one.short_name) for one in everybody)]
        holders = {one.person: one.name for one in handed if one.is_out}
        readers = {one.id: one.short_name for one in opened.gate.readers}
        self.readers.choices = list({**holders, **readers}.items())

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether somebody is named."""
        fine = super().validate(extra_validators)
        if not self.by.data:
            self.by.errors = ["Nobody is named here. Choose who takes back their yes."]
        return fine and bool(self.by.data)


@releasing.route("/meetings/<uuid:meeting_id>/release/withdraw", methods=["GET", "POST"])
def withdraw(meeting_id: UUID) -> Answer:
    """The form for a yes that is taken back, and those that were before."""
    with reading() as session:
        opened = load(session, meeting_id)
        handed = register.list_of(session, meeting_id)
    form = WithdrawForm(opened, handed)
    if not form.is_submitted():
        return _page(opened, form)
    if not form.validate():
        return _page(opened, form), NOT_YET
    try:
        withdrawal_id = _keep(meeting_id, form)
    except NotKept as trouble:
        form.form_errors += [f"{trouble.problem.wrong} {trouble.problem.remedy}"]
        return _page(opened, form), trouble.status
    flash.success("No further copy leaves.")
    where = url_for("releasing.withdrawn", meeting_id=meeting_id, withdrawal_id=withdrawal_id)
    return redirect(where, 303)


@releasing.get("/meetings/<uuid:meeting_id>/release/withdraw/<uuid:withdrawal_id>")
def withdrawn(meeting_id: UUID, withdrawal_id: UUID) -> str:
    """Who holds a copy that it speaks of, with a letter for each; and that nothing is unsent."""
    with reading() as session:
        opened = load(session, meeting_id)
        handed = register.list_of(session, meeting_id)
    withdrawal = _load(opened, withdrawal_id)
    return render_template(
        "releasing/withdrawn.html",
        opened=opened,
        heading="Copies that are out",
        withdrawal=withdrawal,
        told=_told(opened, withdrawal),
        holds=tuple((one, _handed(opened, one)) for one in to_ask_back(withdrawal, handed)),
    )


@releasing.post("/meetings/<uuid:meeting_id>/release/withdraw/<uuid:withdrawal_id>")
def withdrawn_changed(meeting_id: UUID, withdrawal_id: UUID) -> Response:
    """Keep that a copy came back, or that the yes was given again."""
    with changing() as session:
        opened = load(session, meeting_id)
        withdrawal = _load(opened, withdrawal_id)
        if "again" in request.form:
            register.end_withdrawal(session, meeting_id, withdrawal.id, now())
            flash.success("Their yes is given again. Copies may leave.")
        elif one := _asked_back(session, meeting_id, withdrawal):
            register.came_back(session, meeting_id, one.id, now())
            flash.success(f"{one.name}'s copy came back.")
    where = url_for("releasing.withdrawn", meeting_id=meeting_id, withdrawal_id=withdrawal_id)
    return redirect(where, 303)


def _keep(meeting_id: UUID, form: WithdrawForm) -> UUID:
    try:
        row_id = UUID(form.id.data or "")
    except ValueError:
        abort(400)
    with keeping() as session:
        load(session, meeting_id)
        kept = Withdrawal(
            id=row_id,
            by=form.by.data,
            at=now(),
            user_id=user().id,
            readers=tuple(form.readers.data or ()),
            words=form.words.data or "",
        )
        return register.withdraw(session, meeting_id, kept).id


def _load(opened: Opened, withdrawal_id: UUID) -> Withdrawal:
    return next((one for one in opened.withdrawals if one.id == withdrawal_id), None) or abort(404)


def _asked_back(session: Session, meeting_id: UUID, withdrawal: Withdrawal) -> Handed | None:
    typed = request.form.get("back", "")
    those = to_ask_back(withdrawal, register.list_of(session, meeting_id))
    return next((one for one in those if str(one.id) == typed), None)


def _page(opened: Opened, form: WithdrawForm) -> str:
    return render_template(
        "releasing/withdraw.html",
        opened=opened,
        heading="Somebody takes back their yes",
        form=form,
        before=tuple((one, _told(opened, one)) for one in opened.withdrawals),
    )


def _told(opened: Opened, withdrawal: Withdrawal) -> str:
    """One withdrawal as a sentence."""
    people = opened.gate.plan.people
    names = [named(people, one) for one in withdrawal.readers]
    whose = " and ".join(names) if names else "everybody else"
    day = days.day(opened.today(withdrawal.at))
    who = named(people, withdrawal.by)
    said = f"{who} took back their yes to copies for {whose} on {day}."
    if withdrawal.ended_at is None:
        return said
    return f"{said} They gave it again on {days.day(opened.today(withdrawal.ended_at))}."


def _handed(opened: Opened, one: Handed) -> str:
    at = one.at.astimezone(opened.zone)
    way = one.how.words + (f" ({one.route})" if one.route else "")
    return f"Plan {one.version}, {way}, on {days.day(at.date())}"
