"""The room's blueprint, and the one way in to each of its pages."""

from flask import Blueprint, abort, request

from facilitator.accounts import sessions
from facilitator.accounts import store as accounts
from facilitator.accounts.sessions import user
from facilitator.accounts.supervised import teams_of
from facilitator.accounts.user import Team
from facilitator.database import Session
from facilitator.quarterly import asked as asking
from facilitator.quarterly.asked import Asked

quarterly = Blueprint("quarterly", __name__)


def asked_here(session: Session) -> Asked:
    """The team and quarter in the address; not found where that team is not theirs. Two queries."""
    team, quarter = (request.args.get(name, "") for name in ("team", "quarter"))
    mine = teams_of(session, user())
    teams = [one for one in accounts.list_teams(session) if one.id in mine]
    today = sessions.now().date()
    return asking.find(team, quarter, teams, user().team_id, today) or abort(404)


def asked_of_one_team(session: Session) -> tuple[Asked, Team]:
    """The same, where something is kept: that is always of one team."""
    asked = asked_here(session)
    return asked, asked.team or abort(404)
