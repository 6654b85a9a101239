"""Taking records out whole, and what is counted of them for good."""

from collections.abc import Collection, Iterable
from contextlib import closing
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import ForeignKey, delete, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from facilitator.audits.statistics.ratings import LEVELS
from facilitator.database import Base, db, new_id


class GoneCountRow(Base):
    """How many of something one team had in one quarter, among what has gone since."""

    __tablename__ = "gone_count"
    team_id: Mapped[UUID] = mapped_column(ForeignKey("team.id"), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    what: Mapped[str] = mapped_column(primary_key=True)
    many: Mapped[int]


class RemovalRow(Base):
    """How many records of one kind went on one day; ``team_id`` is None for the house."""

    __tablename__ = "removal"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    team_id: Mapped[UUID | None] = mapped_column(ForeignKey("team.id"))
    on: Mapped[date]
    kind: Mapped[str]
    many: Mapped[int]


VISITS = timedelta(days=30)
TRIES = timedelta(days=1)
LARGEST_TO_WRITE_ANEW = 64 * 1024 * 1024  # bytes: less than a second, and memory that is there
# What is counted of a record before it goes: the table, and what of it counts.
COUNTED = {
    "plans": "plan",
    "copies": "handed_copy",
    "cards": "feedback_card",
    "looks": "look",
}
RATED = "rated_"
# Nothing but these keys: whatever else may stand in a row goes with it.
_RATINGS = tuple(str(level) for level in range(LEVELS))


def remove_meeting(session: Session, meeting_id: UUID) -> None:
    """Take out a meeting with every row that hangs on it. A practice meeting stays."""
    meeting = Base.metadata.tables["meeting"]
    of_it = (meeting.c.id == meeting_id, meeting.c.practice.is_(False))
    session.execute(delete(meeting).where(*of_it))


def remove_from(session: Session, tables: Iterable[str], meeting_id: UUID) -> int:
    """Take that meeting's rows out of those tables; how many there were.

    A table that hangs on a meeting by another one goes with that one.
    """
    found = (Base.metadata.tables[name] for name in tables)
    own = [table for table in found if "meeting_id" in table.c]
    return sum(
        getattr(
            session.execute(delete(table).where(table.c.meeting_id == meeting_id)), "rowcount", 0
        )
        for table in own
    )


def count_of(session: Session, meeting_id: UUID, names: Collection[str]) -> dict[str, int]:
    """How many of each there are of that meeting; ratings too where looks are asked for."""
    found = {name: _rows(session, COUNTED[name], meeting_id) for name in names}
    if "looks" in names:
        found |= _ratings(session, meeting_id)
    return {what: many for what, many in found.items() if many}


def _rows(session: Session, name: str, meeting_id: UUID) -> int:
    table = Base.metadata.tables[name]
    asked = select(func.count()).select_from(table).where(table.c.meeting_id == meeting_id)
    if name == "look":
        asked = asked.where(table.c.filed_at.is_not(None))
    return session.scalar(asked) or 0


def _ratings(session: Session, meeting_id: UUID) -> dict[str, int]:
    look, answer = (Base.metadata.tables[one] for one in ("look", "look_answer"))
    asked = (
        select(answer.c.rating, func.count().label("many"))
        .join(look, look.c.id == answer.c.look_id)
        .where(look.c.meeting_id == meeting_id, look.c.filed_at.is_not(None))
        .where(answer.c.rating.in_(_RATINGS))
        .group_by(answer.c.rating)
    )
    return {f"{RATED}{one.rating}": one.many for one in session.execute(asked)}


def add_counts(session: Session, team_id: UUID, day: date, found: dict[str, int]) -> None:
    """Add to what has gone of that team in the quarter of that day."""
    number = (day.month + 2) // 3
    for what, many in found.items():
        key = {"team_id": team_id, "year": day.year, "number": number, "what": what}
        row = session.get(GoneCountRow, key)
        session.merge(GoneCountRow(**key, many=many + (row.many if row else 0)))
    session.flush()


def counts(session: Session) -> tuple[tuple[UUID, int, int, str, int], ...]:
    """What has gone: team, year, quarter, what, how many. One query."""
    row = GoneCountRow.__table__.c
    asked = select(row.team_id, row.year, row.number, row.what, row.many)
    return tuple(tuple(one) for one in session.execute(asked.order_by(*asked.selected_columns)))


def add_removal(session: Session, team_id: UUID | None, on: date, kind: str, many: int) -> None:
    """Keep that so many records of that kind went on that day."""
    same = (RemovalRow.on == on, RemovalRow.kind == kind)
    asked = select(RemovalRow).where(*same, RemovalRow.team_id.is_not_distinct_from(team_id))
    row = session.scalar(asked)
    if row is None:
        session.add(RemovalRow(id=new_id(), team_id=team_id, on=on, kind=kind, many=many))
    else:
        row.many += many
    session.flush()


def removals(session: Session, *, most: int = 50) -> tuple[tuple[UUID | None, date, str, int], ...]:
    """What went on which day: team, day, kind, how many; the last day first. One query."""
    row = RemovalRow
    asked = select(row.team_id, row.on, row.kind, row.many)
    found = session.execute(asked.order_by(row.on.desc(), row.kind, row.id).limit(most))
    return tuple((one.team_id, one.on, one.kind, one.many) for one in found)


def remove_quarters(session: Session, team_id: UUID, up_to: date | None) -> int:
    """Take out what that team wrote of quarters that ended by that day; how many quarters."""
    if up_to is None:
        return 0
    names = ("quarter_words", "quarter_quote")
    tables = [Base.metadata.tables[name] for name in names]
    found = {
        (one.year, one.number)
        for table in tables
        for one in session.execute(
            select(table.c.year, table.c.number).where(table.c.team_id == team_id).distinct()
        )
    }
    gone = [one for one in found if last_day(*one) <= up_to]
    for year, number in gone:
        for table in tables:
            of_it = (table.c.team_id == team_id, table.c.year == year, table.c.number == number)
            session.execute(delete(table).where(*of_it))
    return len(gone)


def last_day(year: int, number: int) -> date:
    """The last day of a quarter.

    >>> last_day(2027, 4), last_day(2028, 1)
    (datetime.date(2027, 12, 31), datetime.date(2028, 3, 31))
    """
    return date(year + number // 4, number % 4 * 3 + 1, 1) - timedelta(days=1)


def forget_sign_ins(session: Session, *, at: datetime) -> None:
    """Forget visits of more than a month ago, and tries of more than a day."""
    visit, tries = (Base.metadata.tables[one].c for one in ("visit", "sign_in_tries"))
    session.execute(delete(visit.began_at.table).where(visit.began_at < at - VISITS))
    session.execute(delete(tries.last_at.table).where(tries.last_at < at - TRIES))


def forget_free_pages() -> bool:
    """Write the file anew, so that no page holds a piece of what is gone; False where it is large.

    Where it is small: everything waits meanwhile, and a copy is held in memory, never in a file of
    the system's own. In PostgreSQL the space is given back, and written over in time.
    """
    engine = db.engine
    with closing(engine.raw_connection()) as held:
        if engine.dialect.name != "sqlite":
            held.rollback()
            held.driver_connection.autocommit = True  # type: ignore[union-attr]
            held.cursor().execute("VACUUM")
            held.invalidate()
            return True
        cursor = held.cursor()
        # A locked file tells its numbers as text.
        pages = int(cursor.execute("PRAGMA page_count").fetchone()[0])
        size = int(cursor.execute("PRAGMA page_size").fetchone()[0])
        if pages * size > LARGEST_TO_WRITE_ANEW:
            return False
        for words in ("PRAGMA query_only=OFF", "PRAGMA temp_store=MEMORY", "VACUUM"):
            cursor.execute(words)
        cursor.execute("PRAGMA temp_store=DEFAULT")
    return True
