"""An app with two supervisors and a team of which many plans were looked at."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from flask import Flask
from flask.testing import FlaskClient

from facilitator.accounts import store as accounts
from facilitator.accounts.user import Duty, Team, User
from facilitator.audits.sampling import Quarter
from facilitator.database import new_id, writing
from facilitator.meetings import KeptMeeting
from facilitator.meetings import store as meetings
from facilitator.quarterly import store
from facilitator.quarterly.kept import KeptChange, KeptQuote
from facilitator.quarterly.words import store as words_store
from tests.kept import a_kept_meeting
from tests.quarterly import looks
from tests.web import SAM, TEAM, add_user, an_app, signed_in

NOW = Quarter(2027, 1)
MARCH = date(2027, 3, 1)
HERE = "quarter=2027-1"
TAW = Team(UUID(int=0xB), "Taw Valley")


def a_user(number: int, name: str, team: Team, *duties: Duty) -> User:
    return User(
        id=UUID(int=number),
        team_id=team.id,
        email=f"{name.lower()}@example.org",
        name=name,
        duties=frozenset(duties),
        made_at=SAM.made_at,
    )


ADA = a_user(0x11, "Ada", TEAM, Duty.SUPERVISOR)
JO = a_user(0x13, "Jo", TAW, Duty.SUPERVISOR)


@dataclass(frozen=True)
class Place:
    """The app, and one meeting whose plan has many versions."""

    app: Flask
    kept: KeptMeeting

    def browser_of(self, user: User) -> FlaskClient:
        return signed_in(self.app, user)

    def save(self, *seen: looks.Seen) -> None:
        with self.app.app_context(), writing() as session:
            looks.save(session, *seen)


def a_place() -> Place:
    """Two teams with a supervisor each; nothing was looked at yet."""
    app = an_app()
    kept = a_kept_meeting(owner=SAM)
    with app.app_context(), writing() as session:
        accounts.save_team(session, TAW)
    for user in (ADA, JO):
        add_user(app, user)
    with app.app_context(), writing() as session:
        meetings.save(session, kept)
    return Place(app, kept)


def a_busy_place() -> Place:
    """The same after two years of six looks a month, with a line to read and a change."""
    place = a_place()
    place.save(*looks.two_years(place.kept, ADA, MARCH))
    with place.app.app_context(), writing() as session:
        store.add_change(session, a_change(), user_id=ADA.id, at=SAM.made_at)
        words_store.add_quote(session, a_quote(), user_id=ADA.id, at=SAM.made_at)
    return place


def a_change(**known: object) -> KeptChange:
    usual: dict[str, object] = {
        "id": new_id(),
        "team_id": TEAM.id,
        "on": date(2026, 2, 12),
        "what": "We print page 1 before people go home.",
        "new_limits": True,
        "why": "It is how we work now.",
        "by": "Ada",
    }
    return KeptChange(**{**usual, **known})  # type: ignore[arg-type]


def a_quote(**known: object) -> KeptQuote:
    usual: dict[str, object] = {
        "id": new_id(),
        "team_id": TEAM.id,
        "quarter": NOW,
        "words": "We are loud, we are late, and we turn up.",
        "yes_by": "Gran",
        "yes_on": date(2027, 3, 3),
    }
    return KeptQuote(**{**usual, **known})  # type: ignore[arg-type]
