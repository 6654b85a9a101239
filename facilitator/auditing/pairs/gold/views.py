"""Practising on gold plans: rate them blind, then see how near you were. For the rater alone."""

from uuid import UUID

from flask import abort, redirect, render_template, url_for
from werkzeug.wrappers import Response

from facilitator import days
from facilitator.accounts.sessions import now, user
from facilitator.auditing.blueprint import auditing
from facilitator.auditing.looking.beginning import begin
from facilitator.auditing.opening import open_plan
from facilitator.auditing.pairs import door
from facilitator.auditing.pairs.calibration import of_rater
from facilitator.auditing.pairs.gold import store
from facilitator.auditing.pairs.gold.telling import GoldShown, beside, near, standing
from facilitator.auditing.pairs.settling.comparing import known
from facilitator.auditing.rubric_here import rubric_here
from facilitator.audits.look import Purpose
from facilitator.database import Session, reading, writing


@auditing.get("/calibration")
def calibration() -> str:
    """The gold plans that this user may rate, and how near they are so far."""
    with reading() as session:
        shown = _shown(session)
        found = of_rater(session, user().id)
    criteria = known(rubric_here())
    return render_template(
        "auditing/calibration.html",
        waits=[one for one in shown if not one.is_filed],
        done=[one for one in shown if one.is_filed],
        standing=standing(found, len(shown)),
        counts=found.counts,
        near=near(criteria, found),
        day=days.day,
    )


@auditing.post("/calibration/<uuid:gold_id>/look")
def begin_gold(gold_id: UUID) -> Response:
    """Begin a blind look at a gold plan."""
    with writing() as session:
        gold = door.find_gold(session, gold_id, user()) or abort(404)
        opened = open_plan(session, gold.meeting_id, rubric_here(), gold.version) or abort(404)
        look = begin(session, user(), opened, at=now(), purpose=Purpose.GOLD, depth=gold.depth)
    return redirect(url_for("auditing.look", look_id=look.id), 303)


@auditing.get("/calibration/<uuid:gold_id>")
def gold(gold_id: UUID) -> str:
    """One gold plan beside what this user said of it; not before theirs is filed."""
    with reading() as session:
        door.find_gold(session, gold_id, user()) or abort(404)
        one = next(each for each in _shown(session) if each.plan.id == gold_id)
        if not one.is_filed:
            abort(404)
        said = [each for each in store.said(session, user().id) if each.gold_id == gold_id]
    return render_template(
        "auditing/gold.html", one=one, rows=beside(known(rubric_here()), said), day=days.day
    )


def _shown(session: Session) -> tuple[GoldShown, ...]:
    looks = store.looks_of(session, user().id)
    plans = door.golds_for(session, user())
    return tuple(
        GoldShown(number, one, *looks.get(one.id, (None, False)))
        for number, one in enumerate(plans, 1)
    )
