"""A small database with two teams in it, for the tests of what is kept."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import event

from facilitator.accounts import store
from facilitator.accounts.user import Duty, Team, User
from facilitator.database import db, new_id, writing
from facilitator.meetings import KeptMeeting, Meeting
from facilitator.meetings import store as meetings
from tests import builders
from tests.databases import a_database

NOW = datetime(2027, 2, 27, 16, 30, tzinfo=UTC)
EXE = Team(UUID(int=0xA), "Exe Valley")
TAW = Team(UUID(int=0xB), "Taw Valley")


def a_user(number: int, name: str, team: Team = EXE, *duties: Duty) -> User:
    return User(
        id=UUID(int=number),
        team_id=team.id,
        email=f"{name.lower()}@example.org",
        name=name,
        duties=frozenset(duties or (Duty.FACILITATOR,)),
        made_at=NOW,
    )


SAM = a_user(1, "Sam")
KIT = a_user(2, "Kit")  # of Sam's team
JO = a_user(3, "Jo", TAW)  # of another team
ADA = a_user(4, "Ada", EXE, Duty.ADMINISTRATOR, Duty.SUPERVISOR)


@contextmanager
def two_teams(folder: Path) -> Iterator[None]:
    """A new database with Sam, Kit and Ada in one team and Jo in another."""
    with a_database(folder):
        with writing() as session:
            for team in (EXE, TAW):
                store.save_team(session, team)
            session.flush()  # A user names a team, which must be there before.
            for user in (SAM, KIT, JO, ADA):
                store.add_user(session, user, "no password fits this")
        yield


def a_kept_meeting(
    meeting: Meeting | None = None,
    *,
    owner: User = SAM,
    practice: bool = False,
    in_private_time: bool = False,
) -> KeptMeeting:
    return KeptMeeting(
        id=new_id(),
        meeting=meeting or builders.meeting(),
        team_id=owner.team_id,
        owner_id=owner.id,
        practice=practice,
        in_private_time=in_private_time,
    )


def save_meeting(
    meeting: Meeting | None = None,
    *,
    owner: User = SAM,
    practice: bool = False,
    in_private_time: bool = False,
) -> KeptMeeting:
    """A meeting that is in the database."""
    kept = a_kept_meeting(meeting, owner=owner, practice=practice, in_private_time=in_private_time)
    with writing() as session:
        meetings.save(session, kept)
    return kept


@contextmanager
def counted() -> Iterator[list[str]]:
    """The SELECTs that go to the database meanwhile."""
    asked: list[str] = []

    def _count(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.startswith("SELECT"):
            asked.append(statement)

    event.listen(db.engine, "before_cursor_execute", _count)
    try:
        yield asked
    finally:
        event.remove(db.engine, "before_cursor_execute", _count)
