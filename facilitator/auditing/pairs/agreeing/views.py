"""The page that says how far two raters agree: for a team, or for the whole service."""

from uuid import UUID

from flask import abort, render_template, request

from facilitator.accounts import store as accounts
from facilitator.accounts.sessions import user
from facilitator.accounts.supervised import teams_of
from facilitator.auditing.blueprint import auditing
from facilitator.auditing.pairs import store as pairs
from facilitator.auditing.pairs.agreeing import store
from facilitator.auditing.pairs.agreeing.telling import told
from facilitator.auditing.pairs.settling.comparing import known
from facilitator.auditing.rubric_here import rubric_here
from facilitator.database import reading

EVERYBODY = "service"


@auditing.get("/agreement")
def agreement() -> str:
    """How alike two people read plans; never per person, never by team beside team."""
    asked = request.args.get("team", EVERYBODY)
    with reading() as session:
        theirs = teams_of(session, user())
        teams = [one for one in accounts.list_teams(session) if one.id in theirs]
        rated = store.twice_rated(session)
        mine = {one.id: one for one in pairs.of_rater(session, user().id)}
    team_id = _team_of(asked, theirs)
    of_scope = [one for one in rated if team_id is None or one.team_id == team_id]
    counted = [one for one in of_scope if one.counts]
    return render_template(
        "auditing/agreement.html",
        teams=teams,
        team=next((one for one in teams if one.id == team_id), None),
        told=told(known(rubric_here()), counted),
        plans=len({one.pair_id for one in of_scope}),
        counted=len({one.pair_id for one in counted}),
        mine=mine,
    )


def _team_of(asked: str, theirs: frozenset[UUID]) -> UUID | None:
    """The team that is asked for; None for the whole service, not found for any other."""
    if asked == EVERYBODY:
        return None
    try:
        found = UUID(asked)
    except ValueError:
        abort(404)
    return found if found in theirs else abort(404)
