"""The first account: made once, by whoever starts the app."""

from datetime import datetime

from facilitator.accounts import store
from facilitator.accounts.user import FIRST_DUTIES, Team, User
from facilitator.database import new_id, writing


def make(*, name: str, email: str, team: str, password_hash: str, at: datetime) -> User | None:
    """The first user, with a team; None where there is an account already."""
    user = User(
        id=new_id(), team_id=new_id(), email=email, name=name, duties=FIRST_DUTIES, made_at=at
    )
    # Looked at and made in one turn, so that of two who press at once one comes first.
    with writing() as database:
        if not store.is_nobody_here(database):
            return None
        store.save_team(database, Team(user.team_id, team))
        store.add_user(database, user, password_hash)
    return user
