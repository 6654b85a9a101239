"""The people of a meeting in the database, and what keeps them safe."""

from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import ForeignKey, Select, UniqueConstraint, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from facilitator.database import Base, new_id
from facilitator.people.person import Attendance, Copying, CopyKind, Need, People, Person, Role
from facilitator.people.safety import HiddenItem, Restriction, Safety


class PersonRow(Base):
    """One person; ``ref`` is the id that they have within the meeting."""

    __tablename__ = "person"
    __table_args__ = (UniqueConstraint("meeting_id", "ref"),)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"))
    seat: Mapped[int]
    ref: Mapped[str]
    name: Mapped[str]
    called: Mapped[str]
    role: Mapped[str]
    relationship: Mapped[str]
    age: Mapped[int | None]
    attended: Mapped[str]
    stages: Mapped[list[Any]]
    language: Mapped[str]
    needs: Mapped[list[Any]]
    phone: Mapped[str]
    phone_on_plan: Mapped[bool]
    safe_adults: Mapped[list[Any]]
    copying: Mapped[dict[str, Any] | None]


class RestrictionRow(Base):
    """One restriction."""

    __tablename__ = "restriction"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    meeting_id: Mapped[UUID] = mapped_column(
        ForeignKey("meeting.id", ondelete="CASCADE"), index=True
    )
    sequence: Mapped[int]
    person: Mapped[str]
    kind: Mapped[str]
    protects: Mapped[list[Any]]
    rule: Mapped[str]
    since: Mapped[date | None]
    until: Mapped[date | None]


class HiddenItemRow(Base):
    """One hidden item."""

    __tablename__ = "hidden_item"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    meeting_id: Mapped[UUID] = mapped_column(
        ForeignKey("meeting.id", ondelete="CASCADE"), index=True
    )
    sequence: Mapped[int]
    text: Mapped[str]
    hide_from: Mapped[list[Any]]
    reason: Mapped[str]


class ArrangementRow(Base):
    """One thing that makes it safe to come."""

    __tablename__ = "arrangement"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    meeting_id: Mapped[UUID] = mapped_column(
        ForeignKey("meeting.id", ondelete="CASCADE"), index=True
    )
    sequence: Mapped[int]
    words: Mapped[str]


Ordered = TypeVar("Ordered", RestrictionRow, HiddenItemRow, ArrangementRow)


def save(session: Session, meeting_id: UUID, people: People) -> None:
    """Keep the people of a meeting, in place of those that were kept before.

    Somebody who stays keeps the id of their row; who is no longer there is gone.
    """
    known = row_ids(session, meeting_id)
    gone = known.keys() - {one.id for one in people}
    if gone:
        where = (PersonRow.meeting_id == meeting_id, PersonRow.ref.in_(gone))
        session.execute(delete(PersonRow).where(*where))
    for seat, person in enumerate(people):
        session.merge(_row(person, meeting_id, known.get(person.id) or new_id(), seat))
    _save_safety(session, meeting_id, people.safety)


def _row(person: Person, meeting_id: UUID, row_id: UUID, seat: int) -> PersonRow:
    return PersonRow(
        id=row_id,
        meeting_id=meeting_id,
        seat=seat,
        ref=person.id,
        name=person.name,
        called=person.called,
        role=person.role.value,
        relationship=person.relationship,
        age=person.age,
        attended=person.attended.value,
        stages=list(person.stages),
        language=person.language,
        needs=[vars(need) for need in person.needs],
        phone=person.phone,
        phone_on_plan=person.phone_on_plan,
        safe_adults=list(person.safe_adults),
        copying=_raw_copying(person.copying),
    )


def _raw_copying(copying: Copying | None) -> dict[str, Any] | None:
    if copying is None:
        return None
    on = copying.on.isoformat() if copying.on else None
    return {**vars(copying), "kind": copying.kind.value, "on": on}


def _save_safety(session: Session, meeting_id: UUID, safety: Safety) -> None:
    for row in (RestrictionRow, HiddenItemRow, ArrangementRow):
        session.execute(delete(row).where(row.meeting_id == meeting_id))
    session.add_all(
        RestrictionRow(
            id=new_id(),
            meeting_id=meeting_id,
            sequence=at,
            **{**vars(one), "protects": list(one.protects)},
        )
        for at, one in enumerate(safety.restrictions)
    )
    session.add_all(
        HiddenItemRow(
            id=new_id(),
            meeting_id=meeting_id,
            sequence=at,
            **{**vars(one), "hide_from": list(one.hide_from)},
        )
        for at, one in enumerate(safety.hidden_items)
    )
    session.add_all(
        ArrangementRow(id=new_id(), meeting_id=meeting_id, sequence=at, words=words)
        for at, words in enumerate(safety.arrangements)
    )


def load(session: Session, meeting_id: UUID) -> People:
    """The people of that meeting in the order of their seats, with their safety. Four queries."""
    asked = select(PersonRow).where(PersonRow.meeting_id == meeting_id).order_by(PersonRow.seat)
    everyone = tuple(_person(row) for row in session.scalars(asked))
    return People(everyone, _safety(session, meeting_id))


def row_ids(session: Session, meeting_id: UUID) -> dict[str, UUID]:
    """The ids for addresses, by the short ids that people have within that meeting. One query."""
    asked = select(PersonRow.ref, PersonRow.id).where(PersonRow.meeting_id == meeting_id)
    return {row.ref: row.id for row in session.execute(asked)}


def _person(row: PersonRow) -> Person:
    return Person(
        id=row.ref,
        name=row.name,
        called=row.called,
        role=Role(row.role),
        relationship=row.relationship,
        age=row.age,
        attended=Attendance(row.attended),
        stages=tuple(row.stages),
        language=row.language,
        needs=tuple(Need(**one) for one in row.needs),
        phone=row.phone,
        phone_on_plan=row.phone_on_plan,
        safe_adults=tuple(row.safe_adults),
        copying=_copying(row.copying),
    )


def _copying(raw: dict[str, Any] | None) -> Copying | None:
    if raw is None:
        return None
    on = date.fromisoformat(raw["on"]) if raw["on"] else None
    return Copying(**{**raw, "kind": CopyKind(raw["kind"]), "on": on})


def _safety(session: Session, meeting_id: UUID) -> Safety:
    return Safety(
        restrictions=tuple(
            Restriction(
                person=one.person,
                kind=one.kind,
                protects=tuple(one.protects),
                rule=one.rule,
                since=one.since,
                until=one.until,
            )
            for one in session.scalars(_in_order(RestrictionRow, meeting_id))
        ),
        hidden_items=tuple(
            HiddenItem(text=one.text, hide_from=tuple(one.hide_from), reason=one.reason)
            for one in session.scalars(_in_order(HiddenItemRow, meeting_id))
        ),
        arrangements=tuple(
            one.words for one in session.scalars(_in_order(ArrangementRow, meeting_id))
        ),
    )


def _in_order(row: type[Ordered], meeting_id: UUID) -> Select[Ordered]:
    return select(row).where(row.meeting_id == meeting_id).order_by(row.sequence)
