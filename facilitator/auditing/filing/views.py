"""A filed look: the suggestions beside the ratings, reasons where they are far apart, and final."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from flask import abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from facilitator import days
from facilitator.accounts import store as accounts
from facilitator.accounts.sessions import now, user
from facilitator.auditing import door, store
from facilitator.auditing.blueprint import auditing
from facilitator.auditing.filing.beside import Beside, Sources, beside
from facilitator.auditing.filing.closing import finish
from facilitator.auditing.filing.counts import counts
from facilitator.auditing.filing.reasons import Reason, from_form
from facilitator.auditing.letters import store as letters
from facilitator.auditing.looking.opened import OpenedLook, opened_look
from facilitator.auditing.observed import store as observed
from facilitator.auditing.plan_shown import drawn as paper_of
from facilitator.auditing.remarks import store as remarks
from facilitator.auditing.rubric_here import rubric_here
from facilitator.audits.kept_wordings import BESIDE, KeptReason, kept_reasons
from facilitator.audits.look import Look, Purpose, why_not_final
from facilitator.audits.observed import FIVE
from facilitator.audits.remarks import Remark, open_of
from facilitator.database import Session, new_id, reading
from facilitator.database.troubles import NotKept, keeping
from facilitator.meetings import store as meetings
from facilitator.pages import flash
from facilitator.preparing.keeping import CONFLICT, NOT_YET
from facilitator.refusals import Problem, Refusal

Page = AnyResponse | tuple[str, int]


@dataclass(frozen=True)
class Typed:
    """What somebody typed on this page that is not kept yet."""

    problems: tuple[Problem, ...] = ()
    reasons: tuple[Reason, ...] = ()
    words: Mapping[str, str] | None = None  # by the name of their box


NOTHING_TYPED = Typed()


def load(session: Session, look_id: UUID) -> OpenedLook:
    """A filed look for whoever is signed in; not found for everybody who may not read it."""
    look = door.find_filed(session, look_id, user()) or abort(404)
    return opened_look(session, look, rubric_here()) or abort(404)


def load_own(session: Session, look_id: UUID) -> OpenedLook:
    """The same for its own rater alone."""
    here = load(session, look_id)
    return here if here.look.rater_id == user().id else abort(404)


def drawn(session: Session, look_id: UUID, typed: Typed = NOTHING_TYPED) -> str:
    """The page of a filed look; not found for everybody who may not read it."""
    here = load(session, look_id)
    look, notes = here.look, remarks.of_look(session, look_id)
    machine = store.machine_of(session, look_id) or {}
    agenda = meetings.load_agenda(session, here.plan.kept)
    paper = paper_of(here.plan)
    answers = {one.criterion: one for one in look.answers}
    rows = beside(here.criteria, answers, Sources(machine, agenda, paper), notes, _why_kept(here))
    seen = observed.find(session, look_id)
    return render_template(
        "auditing/filed.html",
        look=look,
        is_mine=look.rater_id == user().id,
        plan=here.plan.agreed.plan,
        agreed_on=days.day(here.plan.agreed.plan.agreed_on),
        paper=paper,
        rows=rows,
        reasons=typed.reasons or _reasons(rows),
        places={one.criterion.id: one.place for one in rows},
        typed=typed,
        words=typed.words or {},
        on_all=tuple(one for one in notes if not one.criterion),
        to_do=why_not_final(look, notes),
        open_remarks=open_of(notes),
        gates=machine.get("gates", ()),
        counts=counts(machine.get("metrics", {})),
        left_out=here.rubric.left_out,
        observed=seen,
        five=FIVE,
        yes_on=days.day(seen.yes_on) if seen else "",
        names={one.criterion.id: one.criterion.name for one in rows},
        has_machine=bool(machine),
        is_open=look.final_at is None,
        ways=_ways(session, look),
        fresh_key=new_id,
        who={one: _name(session, one) for one in _whose(here, notes)},
    )


def _why_kept(here: OpenedLook) -> dict[str, tuple[KeptReason, ...]]:
    """Why hard words stay, beside the criteria that are about words."""
    reasons = kept_reasons(here.plan.audited, here.plan.mask)
    return dict.fromkeys(BESIDE, reasons)


def _ways(session: Session, look: Look) -> tuple[tuple[str, str], ...]:
    """Where to go from a filed look: pairs of words and an address."""
    is_mine = look.rater_id == user().id
    promises = url_for("auditing.commitments", look_id=look.id)
    ways = [("What the plan shows for each promise", promises)]
    if look.purpose is Purpose.SECOND:
        ways.append(("Talk it through with the other rater", url_for("auditing.second_ratings")))
    if look.purpose is Purpose.GOLD:
        ways.append(("How near was I?", url_for("auditing.calibration")))
    if look.purpose in (Purpose.FIRST, Purpose.SETTLED):
        letter = letters.find_of(session, look.id)
        if letter is not None and letter.is_sent:
            ways.append(
                ("The letter to the facilitator", url_for("auditing.letter", look_id=look.id))
            )
        elif is_mine:
            ways.append(
                ("Write a letter to the facilitator", url_for("auditing.letter", look_id=look.id))
            )
    if is_mine and look.final_at is None:
        words = "Were you in the meeting? Write down what you saw"
        ways.append((words, url_for("auditing.observed", look_id=look.id)))
    return tuple(ways)


def _reasons(rows: tuple[Beside, ...]) -> tuple[Reason, ...]:
    """What is asked on top: why each rating that is far from its suggestion is."""
    return tuple(Reason.of(one.answer) for one in rows if one.answer.is_far_apart)


def _whose(here: OpenedLook, notes: tuple[Remark, ...]) -> set[UUID]:
    by = {one.by for one in notes} | {one.settled_by for one in notes if one.settled_by}
    return {here.look.rater_id, *by}


def _name(session: Session, user_id: UUID) -> str:
    found = accounts.find_user(session, user_id)
    return found.name if found else "somebody"


@auditing.post("/looks/<uuid:look_id>/apart")
def why_apart(look_id: UUID) -> Page:
    """Keep why ratings are far from what the machine suggests."""
    try:
        with keeping() as session:
            look = not_final(load_own(session, look_id))
            asked = [one for one in look.answers if one.is_far_apart]
            reasons = from_form(request.form, asked)
            for one in reasons:
                if one.may_be_kept:
                    store.say_why_apart(session, look_id, one.answer.criterion, one.words)
    except NotKept as trouble:
        return _again(look_id, trouble.problem), trouble.status
    clash = any(one.clashes for one in reasons)
    problems = tuple(problem for one in reasons for problem in one.problems)
    if problems:
        with reading() as session:
            page = drawn(session, look_id, Typed(problems, reasons))
        return page, CONFLICT if clash else NOT_YET
    flash.success("Your reasons are kept.")
    return redirect(url_for("auditing.look", look_id=look_id), 303)


@auditing.post("/looks/<uuid:look_id>/final")
def final(look_id: UUID) -> Page:
    """Make the look final: from then on nothing of it changes."""
    try:
        with keeping() as session:
            here = load_own(session, look_id)
            finish(session, here, remarks.of_look(session, look_id), at=now())
    except Refusal as refusal:
        return _again(look_id, *refusal.problems), NOT_YET
    except NotKept as trouble:
        return _again(look_id, trouble.problem), trouble.status
    flash.success("This look is final.")
    return redirect(url_for("auditing.look", look_id=look_id), 303)


def not_final(here: OpenedLook) -> Look:
    """That look; Refusal where it is final."""
    if here.look.final_at is not None:
        raise Refusal.because("This look is final, so it stays as it is.", "Open it to read it.")
    return here.look


def _again(look_id: UUID, *problems: Problem) -> str:
    with reading() as session:
        return drawn(session, look_id, Typed(problems))
