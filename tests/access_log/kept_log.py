"""A log in a database, as tests write it and look at it."""

from datetime import datetime
from uuid import UUID

from facilitator import access_log
from facilitator.access_log import Act, Entry, Mark, What
from facilitator.database import reading, writing
from tests.access_log.chains import AT
from tests.kept import SAM

FAMILY, OTHER = UUID(int=0xF1), UUID(int=0xF2)


def note(meeting_id: UUID | None = FAMILY, at: datetime = AT) -> Entry:
    with writing() as session:
        return access_log.note(
            session, Act.VIEW, at=at, what=What.PLAN, user_id=SAM.id, meeting_id=meeting_id
        )


def problems(*marks: Mark) -> list[str]:
    with reading() as session:
        return [one.wrong for one in access_log.check(session, marks)]


def mark_now() -> Mark:
    with reading() as session:
        return Mark.read(access_log.mark(session))
