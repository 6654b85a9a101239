"""Second ratings: what waits for my blind look, and what the two of us talk through."""

from uuid import UUID

from flask import abort, redirect, render_template, url_for
from werkzeug.wrappers import Response

from facilitator import days
from facilitator.accounts import store as accounts
from facilitator.accounts.sessions import now, user
from facilitator.auditing.blueprint import auditing
from facilitator.auditing.looking.beginning import begin
from facilitator.auditing.opening import open_plan
from facilitator.auditing.pairs import door, store
from facilitator.auditing.rubric_here import rubric_here
from facilitator.audits.look import Purpose
from facilitator.database import reading, writing


@auditing.get("/second-ratings")
def second_ratings() -> str:
    """What waits for a blind look, what is to be talked through, and what is settled."""
    me = user()
    with reading() as session:
        pairs = store.of_rater(session, me.id)
        names = {one.id: one.name for one in accounts.list_users(session)}
    waits = [one for one in pairs if one.second_rater_id == me.id and not one.both_filed]
    with_other = [
        (one, names.get(_other(one.first_rater_id, one.second_rater_id, me.id), "somebody"))
        for one in pairs
        if one.both_filed
    ]
    return render_template(
        "auditing/second_ratings.html",
        waits=waits,
        talks=[(one, name) for one, name in with_other if not one.is_settled],
        settled=[(one, name) for one, name in with_other if one.is_settled],
        day=days.day,
    )


@auditing.post("/second-ratings/<uuid:second_id>/look")
def begin_second(second_id: UUID) -> Response:
    """Begin the blind look that this user is asked for, as deep as the first one."""
    with writing() as session:
        pair = door.find_asked(session, second_id, user()) or abort(404)
        opened = open_plan(session, pair.meeting_id, rubric_here(), pair.version) or abort(404)
        look = begin(
            session,
            user(),
            opened,
            at=now(),
            purpose=Purpose.SECOND,
            depth=pair.depth,
            by_chance=True,
        )
    return redirect(url_for("auditing.look", look_id=look.id), 303)


def _other(first: UUID, second: UUID | None, mine: UUID) -> UUID:
    return second if first == mine and second is not None else first
