"""The people of a meeting in the database, and what keeps them safe."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint, Uuid, bindparam, delete, select
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
    left_out_why: Mapped[str]
    views_by: Mapped[str]
    overheard_by: Mapped[str]


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
    reason: Mapped[str]
    seen_by: Mapped[str]
    seen_on: Mapped[date | None]


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


# Every save of a line asks for the people, so this is put together once, and of plain columns.
_people = PersonRow.__table__
_EVERYONE = (
    select(_people)
    .where(_people.c.meeting_id == bindparam("meeting", type_=Uuid()))
    .order_by(_people.c.seat)
)

Ordered = TypeVar("Ordered", RestrictionRow, HiddenItemRow, ArrangementRow)
Kept = TypeVar("Kept")


def save(session: Session, meeting_id: UUID, people: People) -> None:
    """Keep the people of a meeting, in place of those that were kept before.

    Somebody who stays keeps the id of their row; who is no longer there is gone. So it is with
    restrictions and hidden items: one that was changed keeps its id.
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
        left_out_why=person.left_out_why,
        views_by=person.views_by,
        overheard_by=person.overheard_by,
    )


def _raw_copying(copying: Copying | None) -> dict[str, Any] | None:
    if copying is None:
        return None
    on = copying.on.isoformat() if copying.on else None
    return {**vars(copying), "kind": copying.kind.value, "on": on}


def _save_safety(session: Session, meeting_id: UUID, safety: Safety) -> None:
    rules = _rows(session, RestrictionRow, meeting_id)
    ids = _ids_for(safety.restrictions, {row.id: _restriction(row) for row in rules})
    _replace(
        session,
        rules,
        [
            RestrictionRow(id=row_id, meeting_id=meeting_id, sequence=at, **_raw(one, "protects"))
            for at, (one, row_id) in enumerate(zip(safety.restrictions, ids, strict=True))
        ],
    )
    hidden = _rows(session, HiddenItemRow, meeting_id)
    ids = _ids_for(safety.hidden_items, {row.id: _hidden_item(row) for row in hidden})
    _replace(
        session,
        hidden,
        [
            HiddenItemRow(id=row_id, meeting_id=meeting_id, sequence=at, **_raw(one, "hide_from"))
            for at, (one, row_id) in enumerate(zip(safety.hidden_items, ids, strict=True))
        ],
    )
    session.execute(delete(ArrangementRow).where(ArrangementRow.meeting_id == meeting_id))
    session.add_all(
        ArrangementRow(id=new_id(), meeting_id=meeting_id, sequence=at, words=words)
        for at, words in enumerate(safety.arrangements)
    )


def _raw(value: Restriction | HiddenItem, several: str) -> dict[str, Any]:
    return {**vars(value), several: list(getattr(value, several))}


def _ids_for(values: Sequence[Kept], known: Mapping[UUID, Kept]) -> list[UUID]:
    """An id for each value: that of an equal one, else of one that is left, else a new one."""
    left = dict(known)
    ids: dict[int, UUID] = {}
    for at, value in enumerate(values):
        if same := next((row_id for row_id, held in left.items() if held == value), None):
            del left[same]
            ids[at] = same
    free = iter(left)
    return [ids.get(at) or next(free, None) or new_id() for at in range(len(values))]


def _replace(session: Session, known: Sequence[Ordered], rows: Sequence[Ordered]) -> None:
    stay = {row.id for row in rows}
    for row in known:
        if row.id not in stay:
            session.delete(row)
    for row in rows:
        session.merge(row)


def load(session: Session, meeting_id: UUID) -> People:
    """The people of that meeting in the order of their seats, with their safety. Four queries."""
    return People(_everyone(session, meeting_id), _safety(session, meeting_id))


def without_safety(session: Session, meeting_id: UUID) -> People:
    """As ``load``, for what needs names alone and nothing of their safety. One query."""
    return People(_everyone(session, meeting_id))


def _everyone(session: Session, meeting_id: UUID) -> tuple[Person, ...]:
    return tuple(map(_person, session.execute(_EVERYONE, {"meeting": meeting_id})))


def row_ids(session: Session, meeting_id: UUID) -> dict[str, UUID]:
    """The ids for addresses, by the short ids that people have within that meeting. One query."""
    asked = select(PersonRow.ref, PersonRow.id).where(PersonRow.meeting_id == meeting_id)
    return {row.ref: row.id for row in session.execute(asked)}


def safety_ids(session: Session, meeting_id: UUID) -> tuple[tuple[UUID, ...], tuple[UUID, ...]]:
    """The ids for addresses of the restrictions and of the hidden items, each in their order.

    One that stays or is changed keeps its id. Two queries.
    """
    rules = _rows(session, RestrictionRow, meeting_id)
    hidden = _rows(session, HiddenItemRow, meeting_id)
    return tuple(one.id for one in rules), tuple(one.id for one in hidden)


def _person(row: Any) -> Person:
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
        left_out_why=row.left_out_why,
        views_by=row.views_by,
        overheard_by=row.overheard_by,
    )


def _copying(raw: dict[str, Any] | None) -> Copying | None:
    if raw is None:
        return None
    on = date.fromisoformat(raw["on"]) if raw["on"] else None
    return Copying(**{**raw, "kind": CopyKind(raw["kind"]), "on": on})


def _safety(session: Session, meeting_id: UUID) -> Safety:
    return Safety(
        restrictions=tuple(map(_restriction, _rows(session, RestrictionRow, meeting_id))),
        hidden_items=tuple(map(_hidden_item, _rows(session, HiddenItemRow, meeting_id))),
        arrangements=tuple(one.words for one in _rows(session, ArrangementRow, meeting_id)),
    )


def _restriction(row: RestrictionRow) -> Restriction:
    return Restriction(
        person=row.person,
        kind=row.kind,
        protects=tuple(row.protects),
        rule=row.rule,
        since=row.since,
        until=row.until,
        reason=row.reason,
        seen_by=row.seen_by,
        seen_on=row.seen_on,
    )


def _hidden_item(row: HiddenItemRow) -> HiddenItem:
    return HiddenItem(text=row.text, hide_from=tuple(row.hide_from), reason=row.reason)


def _rows(session: Session, row: type[Ordered], meeting_id: UUID) -> Sequence[Ordered]:
    asked = select(row).where(row.meeting_id == meeting_id).order_by(row.sequence)
    return session.scalars(asked).all()
