"""The page of the fifteen promises: what this plan shows for each. Machine's evidence, no mark."""

from uuid import UUID

from flask import abort, render_template

from facilitator import days
from facilitator.accounts.sessions import user
from facilitator.auditing import door, store
from facilitator.auditing.blueprint import auditing
from facilitator.auditing.commitments import rows
from facilitator.auditing.opening import open_plan
from facilitator.auditing.plan_shown import drawn
from facilitator.auditing.rubric_here import rubric_here
from facilitator.database import reading
from facilitator.meetings import store as meetings


@auditing.get("/looks/<uuid:look_id>/commitments")
def commitments(look_id: UUID) -> str:
    """Only once the look is filed: before that nothing of the machine may be seen."""
    with reading() as session:
        look = door.find_filed(session, look_id, user()) or abort(404)
        opened = open_plan(session, look.meeting_id, rubric_here(), look.version) or abort(404)
        machine = store.machine_of(session, look_id)
        agenda = meetings.load_agenda(session, opened.kept)
    # A settled look has no machine's side of its own.
    shown = machine or opened.mask.document(opened.machine.document)
    paper = drawn(opened)
    sources = rows.Sources(agenda, paper, opened.audited.people, opened.mask)
    principles = rows.principles(shown["commitments"], sources)
    plan = opened.agreed.plan
    return render_template(
        "auditing/commitments.html",
        look=look,
        plan=plan,
        agreed_on=days.day(plan.agreed_on),
        paper=paper,
        principles=principles,
        silent=tuple(rows.silent(principles)),
        at_once=rows.AT_ONCE,
        problems=(),
        places={},
    )
