"""The log in the database: it grows by `note`, and no entry is ever changed.

There is no function that changes an entry or takes one out of the middle, and the database refuses
both. Entries name users and meetings, and outlive them: so nothing here points to another table.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import (
    DDL,
    Connection,
    Index,
    Row,
    Select,
    Table,
    delete,
    event,
    func,
    insert,
    literal,
    select,
    true,
    update,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from facilitator.access_log import chain
from facilitator.access_log.entry import Entry, Head
from facilitator.access_log.keys import Act, Because, What
from facilitator.access_log.mark import Mark
from facilitator.database import Base
from facilitator.refusals import Problem

ONLY = 1  # There is one end of the log.
AT_A_TIME = 1000  # entries that a walk holds in memory


class AccessEntryRow(Base):
    """One entry."""

    __tablename__ = "access_entry"
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    user_id: Mapped[UUID | None]
    act: Mapped[str]
    meeting_id: Mapped[UUID | None]
    what: Mapped[str]
    because: Mapped[str]
    many: Mapped[int]
    seal: Mapped[str]


class AccessHeadRow(Base):
    """The end of the log, and what was forgotten at its beginning."""

    __tablename__ = "access_head"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[int]
    seal: Mapped[str]
    forgotten_number: Mapped[int]
    forgotten_seal: Mapped[str]


# What a family's extract asks for.
Index("ix_access_entry_meeting_id_number", AccessEntryRow.meeting_id, AccessEntryRow.number)
# An entry goes only once the end of the log says that everything up to it is forgotten.
ONLY_GROWS = {
    "sqlite": (
        """CREATE TRIGGER access_entry_is_never_changed BEFORE UPDATE ON access_entry
        BEGIN SELECT RAISE(ABORT, 'an entry of the log is never changed'); END""",
        """CREATE TRIGGER access_entry_is_never_taken_out BEFORE DELETE ON access_entry
        WHEN NOT EXISTS (SELECT 1 FROM access_head WHERE forgotten_number >= OLD.number)
        BEGIN SELECT RAISE(ABORT, 'an entry of the log is never taken out'); END""",
    ),
    "postgresql": (
        """CREATE FUNCTION keep_the_log() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'UPDATE' OR NOT EXISTS
                (SELECT 1 FROM access_head WHERE forgotten_number >= OLD.number) THEN
                RAISE EXCEPTION 'an entry of the log is never changed or taken out';
            END IF;
            RETURN OLD;
        END $$""",
        """CREATE TRIGGER access_entry_only_grows BEFORE UPDATE OR DELETE ON access_entry
        FOR EACH ROW EXECUTE FUNCTION keep_the_log()""",
    ),
}
for _dialect, _statements in ONLY_GROWS.items():
    for _statement in _statements:
        event.listen(
            cast("Table", AccessHeadRow.__table__),
            "after_create",
            DDL(_statement).execute_if(dialect=_dialect),  # type: ignore[no-untyped-call]
        )
_entries, _heads = cast("Table", AccessEntryRow.__table__), cast("Table", AccessHeadRow.__table__)
# The end that is kept and, beside it, the last entry itself: at the very first there is no end yet.
_one = select(literal(ONLY).label("id")).subquery()
_newest = select(_entries.c.number, _entries.c.seal).order_by(_entries.c.number.desc()).limit(1)
_last = _newest.subquery()
_HEAD: Select[Any] = select(
    _heads.c.number,
    _heads.c.seal,
    _heads.c.forgotten_number,
    _heads.c.forgotten_seal,
    _last.c.number.label("last_number"),
    _last.c.seal.label("last_seal"),
).select_from(_one.outerjoin(_heads, _heads.c.id == _one.c.id).outerjoin(_last, true()))
_ADD = insert(_entries)
_MOVE = update(_heads).where(_heads.c.id == ONLY)
_NAMES = tuple(one.name for one in _entries.columns)


def note(  # noqa: PLR0913 -- each is a fact of its own
    session: Session,
    act: Act,
    *,
    at: datetime,
    what: What,
    user_id: UUID | None = None,
    meeting_id: UUID | None = None,
    because: Because = Because.NOTHING_MORE,
    many: int = 0,
) -> Entry:
    """Add an entry, in the caller's own writing transaction: kept with it, or not at all.

    ValueError for a key that is in no table, or a time without its zone.
    """
    if at.utcoffset() is None:
        raise ValueError(f"'{at}' has no time zone. Give an instant, such as one in UTC.")
    connection = session.connection()  # Nothing of this waits in the session to be written.
    kept = connection.execute(_HEAD).one()
    end = _end(kept)
    open_entry = Entry(
        number=end.number + 1,
        at=at.astimezone(UTC).replace(microsecond=0),
        user_id=user_id,
        act=Act(act).value,
        meeting_id=meeting_id,
        what=What(what).value,
        because=Because(because).value,
        many=many,
    )
    seal = open_entry.sealed_to(end.seal)
    values = {name: getattr(open_entry, name) for name in _NAMES} | {"seal": seal}
    connection.execute(_ADD, values)
    _set_head(connection, kept, number=open_entry.number, seal=seal)
    return _entry(values)


def head(session: Session) -> Head:
    """The end of the log as it stands now; number 0 while it is empty. One query."""
    return _end(session.execute(_HEAD).one())


def mark(session: Session) -> str:
    """The end of the log as it is printed: "1042-7F3K-9QXM"; empty while the log is."""
    end = head(session)
    return str(Mark.of(end)) if end.number else ""


def beginning(session: Session) -> Head:
    """The last entry that was forgotten; number 0 where none was. One query."""
    return _beginning(session.execute(_HEAD).one())


def ends(session: Session) -> tuple[Head | None, Head]:
    """The end that is kept, None where it is gone, and the last entry that was forgotten."""
    kept = session.execute(_HEAD).one()
    return (None if kept.number is None else _end(kept)), _beginning(kept)


def check(session: Session, marks: Sequence[Mark] = ()) -> tuple[Problem, ...]:
    """Go over the whole log: what is wrong with it, 20 problems at most; nothing where it is whole.

    In one transaction, which writers wait for: where people work meanwhile, use `checking`.
    """
    end, before = ends(session)
    return chain.check(walk(session), head=end, beginning=before, marks=marks)


def walk(session: Session, after: int = 0, most: int | None = None) -> Iterator[Entry]:
    """Every entry after that number, so many at most, in their order. One query."""
    asked = select(_entries).where(_entries.c.number > after)
    yield from _read(session, asked.order_by(_entries.c.number).limit(most))


def of_meeting(session: Session, meeting_id: UUID) -> tuple[Entry, ...]:
    """Every entry of that meeting, the newest first. One query, by an index."""
    asked = select(_entries).where(_entries.c.meeting_id == meeting_id)
    return tuple(_read(session, asked.order_by(_entries.c.number.desc())))


def count(session: Session) -> int:
    """How many entries there are. One query."""
    return session.scalar(select(func.count()).select_from(AccessEntryRow)) or 0


def first_since(session: Session, moment: datetime) -> int:
    """The number of the first entry at or after that moment; one past the end where there is none.

    Whatever stands before it is older, also where a clock was set back meanwhile. One query.
    """
    asked = select(func.min(_entries.c.number)).where(_entries.c.at >= moment)
    found: int | None = session.scalar(asked)
    return found if found is not None else head(session).number + 1


def forget_before(session: Session, number: int, *, at: datetime) -> int:
    """Let go of every entry before that number, because its time is over; how many those were.

    The seal of the last one stays as the beginning of the chain, and an entry says so. The last
    entry of all is never let go: nothing would hold the chain together.
    """
    end, before = head(session), beginning(session)
    last = min(number, end.number) - 1
    if last <= before.number:
        return 0
    seal = session.scalar(select(_entries.c.seal).where(_entries.c.number == last))
    if seal is None:
        raise LookupError(f"There is no entry {last} in the log. Run: facilitator log check.")
    forgotten = {"forgotten_number": last, "forgotten_seal": seal}
    session.execute(update(AccessHeadRow).where(AccessHeadRow.id == ONLY).values(**forgotten))
    note(session, Act.FORGET, at=at, what=What.LOG, because=Because.DAY_CAME, many=last)
    session.execute(delete(AccessEntryRow).where(AccessEntryRow.number <= last))
    return last - before.number


def _set_head(connection: Connection, kept: Row[Any], *, number: int, seal: str) -> None:
    ends = {"number": number, "seal": seal}
    if kept.number is not None:
        connection.execute(_MOVE, ends)
        return
    none = Head()
    begun = {"forgotten_number": none.number, "forgotten_seal": none.seal}
    connection.execute(insert(_heads).values(id=ONLY, **ends, **begun))


def _end(kept: Row[Any]) -> Head:
    """The end that is kept; where none is, the last entry itself."""
    if kept.number is not None:
        return Head(kept.number, kept.seal)
    return Head() if kept.last_number is None else Head(kept.last_number, kept.last_seal)


def _beginning(kept: Row[Any]) -> Head:
    return Head() if kept.number is None else Head(kept.forgotten_number, kept.forgotten_seal)


def _read(session: Session, asked: Select[Any]) -> Iterator[Entry]:
    found = session.execute(asked.execution_options(yield_per=AT_A_TIME))
    for row in found.mappings():
        yield _entry(dict(row))


def _entry(values: dict[str, Any]) -> Entry:
    return Entry(**values)
