"""The family's yes to the whole plan: one press makes one version, and nothing is edited in it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from uuid import UUID

from flask import abort, redirect, request, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import HiddenField

from facilitator import access_log, days
from facilitator.accounts.sessions import now, user
from facilitator.agreeing import frame, opening
from facilitator.agreeing.answers_keeping import UNFIT, today_of
from facilitator.agreeing.blueprint import agreeing
from facilitator.agreeing.final_open import BeforeYes
from facilitator.agreeing.final_reading import Reading
from facilitator.agreeing.opening import Opened
from facilitator.database import Session, reading
from facilitator.database.troubles import NotKept, keeping
from facilitator.pages import flash
from facilitator.plans import Agreed, Plan
from facilitator.plans import store as plans
from facilitator.plans.agreed import next_plan
from facilitator.plans.changes import PlanChange, between
from facilitator.preparing.fields import words_field
from facilitator.preparing.keeping import CONFLICT, is_key, new_key
from facilitator.refusals import Problem, Refusal

Page = str | Response | tuple[str, int]
READ_AGAIN = Problem(
    "",
    "Something in the plan changed since this page was opened. Nothing is agreed by this press.",
    "Read the plan as it stands now. Then agree.",
)
NOTHING_NEW = Problem(
    "", "Nothing has changed since the last plan.", "Hand out that one, or change a step first."
)


class YesForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF brings no types
    """The family's yes: to which number, and to which words."""

    key = HiddenField()
    number = HiddenField()
    fingerprint = HiddenField()
    what_changed = words_field(
        "What changed, in your words?",
        "It stands with the plan, so that everybody who has the old one knows what is new.",
        rows=3,
    )


@agreeing.route("/meetings/<uuid:meeting_id>/agree/final", methods=["GET", "POST"])
def final(meeting_id: UUID) -> Page:
    """The whole plan as it would be read, what is still open, and the yes."""
    with reading() as session:  # The door is asked before anything that was sent is looked at.
        final_ = _Final.load(session, meeting_id)
    return _sent(meeting_id) if request.method == "POST" else final_.page(YesForm())


def _sent(meeting_id: UUID) -> Page:
    form = YesForm()
    number = form.number.data or ""
    if not is_key(form.key.data) or not number.isdecimal():
        abort(400)
    if not form.validate():
        return _again(meeting_id, form, _at_words(form.what_changed.errors)), UNFIT
    try:
        with keeping() as session:
            final_ = _Final.load(session, meeting_id)
            kept = final_.agree(session, form, int(number))
    except Refusal as refusal:
        for one in refusal.problems:
            if one.place in form:
                form[one.place].errors = [f"{one.wrong} {one.remedy}"]
        status = UNFIT if any(one.place for one in refusal.problems) else CONFLICT
        return _again(meeting_id, form, refusal.problems), status
    except NotKept as trouble:
        return _again(meeting_id, form, (trouble.problem,)), trouble.status
    flash.success(f"The family agreed plan {kept.plan.version}.")
    return redirect(url_for("releasing.copies", meeting_id=meeting_id), 303)


def _again(meeting_id: UUID, form: YesForm, problems: tuple[Problem, ...]) -> str:
    with reading() as session:
        return _Final.load(session, meeting_id).page(form, problems)


def _at_words(errors: Sequence[str]) -> tuple[Problem, ...]:
    return tuple(Problem("what_changed", str(one), "") for one in errors)


@dataclass(frozen=True)
class _Final:
    """One meeting before the family's yes, and the version that it agreed last."""

    opened: Opened
    latest: Agreed | None

    @classmethod
    def load(cls, session: Session, meeting_id: UUID) -> "_Final":
        opened = opening.open_for_user(session, meeting_id)
        return cls(opened, plans.latest(session, meeting_id))

    @cached_property
    def plan(self) -> Plan:
        """The draft as the version that comes next."""
        kept = self.opened.kept
        on = today_of(kept, now())
        return next_plan(self.opened.draft, self.latest, on=on, code=kept.plan_code)

    @cached_property
    def reading(self) -> Reading:
        return Reading(self.opened, self.plan)

    @cached_property
    def changes(self) -> tuple[PlanChange, ...]:
        """What is new, changed and gone since the version before."""
        return between(self.latest.plan, self.plan) if self.latest else ()

    @property
    def is_the_same(self) -> bool:
        """Whether the draft says just what is agreed already."""
        if self.latest is None or self.changes:
            return False
        before, now_ = self.latest.plan, self.plan
        return before.gaps == now_.gaps and _needs(before) == _needs(now_)

    def agree(self, session: Session, form: YesForm, number: int) -> Agreed:
        """Keep the version that was read; the same press twice is one.

        Refusal where something else stands there by now.
        """
        asked = Agreed(
            plan=replace(self.plan, version=number, log_mark=self._log_mark(session)),
            at=now(),
            kept_by=user().id,
            what_changed=form.what_changed.data or "",
        )
        key = f"agree:{form.key.data}"
        was_pressed_before = self.latest is not None and number <= self.latest.plan.version
        if not was_pressed_before and self.is_the_same:
            raise Refusal(NOTHING_NEW)
        is_what_was_read = (number, form.fingerprint.data) == (
            self.plan.version,
            self.reading.fingerprint,
        )
        if not was_pressed_before and not is_what_was_read:
            raise Refusal(READ_AGAIN)
        return plans.add(session, self.opened.id, asked, key)

    def _log_mark(self, session: Session) -> str:
        # Nobody writes down who looks at a made-up family, so no list of it has an end.
        return "" if self.opened.kept.practice else access_log.mark(session)

    def page(self, form: YesForm, problems: tuple[Problem, ...] = ()) -> str:
        """The plan to its end, and the one button."""
        form.key.data = form.key.data or new_key()
        if problems:
            form.key.data = new_key()
        form.number.data = str(self.plan.version)
        form.fingerprint.data = self.reading.fingerprint
        latest = self.latest.plan if self.latest else None
        return frame.drawn(
            "final.html",
            self.opened,
            "final",
            heading=f"Agree plan {self.plan.version}" if latest else "Agree the plan",
            form=form,
            problems=problems,
            reading=self.reading,
            still_open=tuple(BeforeYes(self.opened).all()),
            plan=self.plan,
            latest=latest,
            latest_day=days.day(latest.agreed_on) if latest else "",
            today=days.day(self.plan.agreed_on),
            changes=[one for one in self.changes if self.reading.is_for_all(one)],
            changes_for_some=[one for one in self.changes if not self.reading.is_for_all(one)],
            is_the_same=self.is_the_same,
        )


def _needs(plan: Plan) -> tuple[tuple[str, object], ...]:
    return tuple((one.id, one.needs) for one in plan.people)
