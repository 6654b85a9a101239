"""What was done before a copy leaves: who was asked, who said yes, who looked, other words."""

from dataclasses import asdict
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ForeignKey,
    Select,
    UniqueConstraint,
    Uuid,
    bindparam,
    delete,
    literal_column,
    select,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from facilitator.copies import About, LookedAt, OtherWords, ReleaseRule, Yes
from facilitator.database import Base, new_id


class ReleaseYesRow(Base):
    """What a second person said of the rules for one reader; it is never changed."""

    __tablename__ = "release_yes"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    meeting_id: Mapped[UUID] = mapped_column(
        ForeignKey("meeting.id", ondelete="CASCADE"), index=True
    )
    reader: Mapped[str]
    rules: Mapped[list[Any]]
    at: Mapped[datetime]
    typed_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    user_id: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    name: Mapped[str]
    part: Mapped[str]
    agrees: Mapped[bool]
    words: Mapped[str]


class ReleaseAskedRow(Base):
    """The second person who is asked about one meeting now."""

    __tablename__ = "release_asked"
    meeting_id: Mapped[UUID] = mapped_column(
        ForeignKey("meeting.id", ondelete="CASCADE"), primary_key=True
    )
    user_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"), index=True)
    asked_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]


class LookedAtRow(Base):
    """Somebody looked at a near miss and said that it may stand."""

    __tablename__ = "looked_at"
    __table_args__ = (UniqueConstraint("meeting_id", "fingerprint"),)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"))
    fingerprint: Mapped[str]
    version: Mapped[int]
    reader: Mapped[str]
    at: Mapped[datetime]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))


class OtherWordsRow(Base):
    """The family's other words for one line and one reader; it is never changed."""

    __tablename__ = "other_words"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    meeting_id: Mapped[UUID] = mapped_column(
        ForeignKey("meeting.id", ondelete="CASCADE"), index=True
    )
    line: Mapped[str]
    reader: Mapped[str]
    words: Mapped[str]
    said_by: Mapped[str]
    in_place_of: Mapped[str]
    at: Mapped[datetime]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("user.id"))


# Made once, and of plain columns: every page of a release asks them.
_yes, _looked, _other = (one.__table__ for one in (ReleaseYesRow, LookedAtRow, OtherWordsRow))
_MEETING = bindparam("meeting", type_=Uuid())
_YESES = select(_yes).where(_yes.c.meeting_id == _MEETING).order_by(_yes.c.at, _yes.c.id)
_LOOKED = select(*(one for one in _looked.c if one.name not in ("id", "meeting_id"))).where(
    _looked.c.meeting_id == _MEETING
)
_OTHER = select(_other).where(_other.c.meeting_id == _MEETING).order_by(_other.c.at, _other.c.id)

# The tables whose rows decide what a copy holds and whether it may leave, in whatever room they
# are. The notes' one is not among them: this room can't reach it.
MARKED = (
    "plan",
    "person",
    "restriction",
    "hidden_item",
    "arrangement",
    "contribution",
    "wording",
    "withdrawal",
    "release_yes",
    "looked_at",
    "other_words",
)
Mark = tuple[tuple[Any, ...], ...]


def mark(session: Session, meeting_id: UUID) -> Mark:
    """Every row that decides about that meeting's copies, as the database holds it now.

    Two marks are equal where nothing at all has changed between them, and what is made of these
    rows is then the same. It holds what people with accounts are called, too. One query a table;
    nothing is read into values of ours, which is what makes it cheap.
    """
    session.flush()
    connection = session.connection()
    given = {"meeting": meeting_id}
    return tuple(tuple(map(tuple, connection.execute(one, given).all())) for one in _marked())


@cache
def _marked() -> tuple[Select[Any], ...]:
    tables = Base.metadata.tables
    every: Select[Any] = select(literal_column("*"))
    names: Select[Any] = select(literal_column("id, name")).select_from(tables["user"])
    of_meeting = ((tables[one], tables[one].c.meeting_id == _MEETING) for one in MARKED)
    return (*(every.select_from(one).where(its) for one, its in of_meeting), names)


def say(session: Session, meeting_id: UUID, yes: Yes) -> None:
    """Keep what a second person said; the same id twice is one."""
    if session.get(ReleaseYesRow, yes.id) is not None:
        return
    session.add(
        ReleaseYesRow(
            id=yes.id,
            meeting_id=meeting_id,
            reader=yes.reader,
            rules=[[one.about.value, one.words] for one in yes.rules],
            at=yes.at,
            typed_by=yes.typed_by,
            user_id=yes.user_id,
            name=yes.name,
            part=yes.part,
            agrees=yes.agrees,
            words=yes.words,
        )
    )
    session.flush()


def yeses(session: Session, meeting_id: UUID) -> tuple[Yes, ...]:
    """Everything that second persons said of that meeting, in its order. One query."""
    return tuple(map(_yes_of, session.execute(_YESES, {"meeting": meeting_id})))


def ask(session: Session, meeting_id: UUID, user_id: UUID, *, asked_by: UUID, at: datetime) -> None:
    """Keep whom the owner asks, in place of whoever was asked before."""
    session.merge(ReleaseAskedRow(meeting_id=meeting_id, user_id=user_id, asked_by=asked_by, at=at))


def asked(session: Session, meeting_id: UUID) -> UUID | None:
    """The second person who is asked about that meeting, or None. One query."""
    row = session.get(ReleaseAskedRow, meeting_id)
    return row.user_id if row else None


def no_longer_ask(session: Session, meeting_id: UUID) -> None:
    """Ask nobody about that meeting any more."""
    session.execute(delete(ReleaseAskedRow).where(ReleaseAskedRow.meeting_id == meeting_id))


def asked_of(session: Session, user_id: UUID) -> tuple[UUID, ...]:
    """The meetings about which that second person is asked, the oldest first. One query."""
    found = select(ReleaseAskedRow.meeting_id).where(ReleaseAskedRow.user_id == user_id)
    return tuple(session.scalars(found.order_by(ReleaseAskedRow.at)))


def looked(session: Session, meeting_id: UUID, at_it: LookedAt) -> None:
    """Keep that somebody looked at that near miss; nothing where somebody did before."""
    before = {one.fingerprint for one in looked_at(session, meeting_id)}
    if at_it.fingerprint in before:
        return
    session.add(LookedAtRow(id=new_id(), meeting_id=meeting_id, **asdict(at_it)))
    session.flush()


def looked_at(session: Session, meeting_id: UUID) -> tuple[LookedAt, ...]:
    """The near misses of that meeting that somebody looked at. One query."""
    found = session.execute(_LOOKED, {"meeting": meeting_id})
    return tuple(LookedAt(**row._mapping) for row in found)  # noqa: SLF001 - its public name


def say_anew(session: Session, meeting_id: UUID, words: OtherWords) -> None:
    """Keep the family's other words; "" takes earlier ones back. The same id twice is one."""
    if session.get(OtherWordsRow, words.id) is not None:
        return
    session.add(
        OtherWordsRow(
            id=words.id,
            meeting_id=meeting_id,
            line=words.line,
            reader=words.reader,
            words=words.words,
            said_by=words.by,
            in_place_of=words.in_place_of,
            at=words.at,
            user_id=words.user_id,
        )
    )
    session.flush()


def other_words(session: Session, meeting_id: UUID) -> tuple[OtherWords, ...]:
    """All other words of that meeting, in their order. One query."""
    return tuple(map(_other_words_of, session.execute(_OTHER, {"meeting": meeting_id})))


def _yes_of(row: Any) -> Yes:
    return Yes(
        id=row.id,
        reader=row.reader,
        rules=tuple(ReleaseRule(About(about), words) for about, words in row.rules),
        at=row.at,
        typed_by=row.typed_by,
        user_id=row.user_id,
        name=row.name,
        part=row.part,
        agrees=row.agrees,
        words=row.words,
    )


def _other_words_of(row: Any) -> OtherWords:
    return OtherWords(
        id=row.id,
        line=row.line,
        reader=row.reader,
        words=row.words,
        by=row.said_by,
        in_place_of=row.in_place_of,
        at=row.at,
        user_id=row.user_id,
    )
