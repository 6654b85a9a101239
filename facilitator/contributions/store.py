"""Contributions in the database: one row each, and one more for every wording it had."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from typing import Any, cast
from uuid import UUID

from sqlalchemy import (
    ForeignKey,
    Table,
    UniqueConstraint,
    Uuid,
    bindparam,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from facilitator.canonical import freeze, thaw
from facilitator.contributions.contribution import Contribution, Fields, Value
from facilitator.contributions.revision import Change, Clash, FamilyYes, Wording, revised
from facilitator.database import Base, new_id
from facilitator.kinds import KINDS, Holds
from facilitator.people import People


class ContributionRow(Base):
    """One thing that somebody said; ``ref`` is its id within the meeting."""

    __tablename__ = "contribution"
    __table_args__ = (
        UniqueConstraint("meeting_id", "ref"),
        UniqueConstraint("meeting_id", "sequence"),
    )
    id: Mapped[UUID] = mapped_column(primary_key=True)
    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"))
    ref: Mapped[str]
    sequence: Mapped[int]
    number: Mapped[int]  # of the wording that stands


class WordingRow(Base):
    """One wording of it; a wording is never changed."""

    __tablename__ = "wording"
    __table_args__ = (
        UniqueConstraint("contribution_id", "number"),
        UniqueConstraint("meeting_id", "key"),
    )
    id: Mapped[UUID] = mapped_column(primary_key=True)
    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"))
    contribution_id: Mapped[UUID] = mapped_column(ForeignKey("contribution.id", ondelete="CASCADE"))
    number: Mapped[int]
    based_on: Mapped[int]
    key: Mapped[str]
    typed_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime]
    taken_back: Mapped[bool]
    yes_by: Mapped[str | None]
    yes_how: Mapped[str]
    kind: Mapped[str]
    words: Mapped[str]
    said_by: Mapped[str]
    fields: Mapped[dict[str, Any]]
    prompt: Mapped[str | None]
    said_at: Mapped[str | None]
    exact: Mapped[bool | None]
    name_shown: Mapped[bool | None]
    lang: Mapped[str | None]
    dir: Mapped[str | None]
    rendering: Mapped[str | None]
    hurts: Mapped[str | None]
    hurts_yes: Mapped[bool | None]


_AS_KEPT = "kind words prompt said_at exact name_shown lang dir rendering hurts hurts_yes".split()


def add_all(session: Session, meeting_id: UUID, changes: Iterable[Change]) -> None:
    """Keep many new contributions at once, in their order, after those that are there."""
    _add(session, meeting_id, [Wording(number=1, change=one) for one in changes])


def save(session: Session, meeting_id: UUID, asked: Change, people: People) -> Wording | Clash:
    """Keep a change; give back the wording that stands now, or the clash.

    The same save, by its key, gives what it gave the first time. On a clash nothing changes and
    both texts come back. When it was said stays as it was first. Refusal as ``revised``.
    """
    again = _by_key(session, meeting_id, asked.key)
    if again is not None:
        asked = _as_said_first(asked, again)
        same = again.said == asked.said and again.change.taken_back == asked.taken_back
        return again if same else Clash(again, asked)
    kept = find(session, meeting_id, asked.said.id)
    asked = _as_said_first(asked, kept)
    outcome = revised(kept, asked, people)
    if isinstance(outcome, Clash):
        return outcome
    if kept is None:
        _add(session, meeting_id, [outcome])
        return outcome
    if row_id := _take_the_turn(session, meeting_id, asked):
        session.execute(_ADD_WORDINGS, [_row(outcome, meeting_id, row_id)])
        return outcome
    quicker = find(session, meeting_id, asked.said.id)
    return Clash(quicker or kept, asked)


def _as_said_first(asked: Change, kept: Wording | None) -> Change:
    if kept is None:
        return asked
    return replace(asked, said=replace(asked.said, said_at=kept.said.said_at))


def find(session: Session, meeting_id: UUID, ref: str) -> Wording | None:
    """The wording that stands of that contribution, taken back or not; None where none is."""
    row = session.execute(_FIND, {"meeting": meeting_id, "ref": ref}).one_or_none()
    return _wording(row) if row else None


def wordings(session: Session, meeting_id: UUID, ref: str) -> tuple[Wording, ...]:
    """Every wording that the contribution ever had, the first one first."""
    found = session.execute(_WORDINGS, {"meeting": meeting_id, "ref": ref})
    return tuple(map(_wording, found))


def load(session: Session, meeting_id: UUID) -> tuple[Contribution, ...]:
    """What stands of everything said in that meeting, in its order. One query."""
    return tuple(map(_contribution, _in_order(session, meeting_id, taken_back=False)))


def standing(
    session: Session, meeting_id: UUID, *, taken_back: bool = False
) -> tuple[Wording, ...]:
    """As ``load``, with number, key and when it was typed; or those taken back. One query."""
    return tuple(map(_wording, _in_order(session, meeting_id, taken_back=taken_back)))


def _in_order(session: Session, meeting_id: UUID, *, taken_back: bool) -> Any:
    return session.execute(_IN_ORDER, {"meeting": meeting_id, "taken_back": taken_back})


def refs(session: Session, meeting_id: UUID) -> frozenset[str]:
    """The id of everything that was ever said in that meeting, taken back or not. One query."""
    return frozenset(session.scalars(_REFS, {"meeting": meeting_id}))


def answered(session: Session, meeting_id: UUID) -> frozenset[str]:
    """The prompts to which something was said that stands. One query."""
    return frozenset(one for one in session.scalars(_ANSWERED, {"meeting": meeting_id}) if one)


def ever_said(session: Session, meeting_id: UUID) -> tuple[Contribution, ...]:
    """Every wording of everything, also of what was taken back: it may come back. One query."""
    return tuple(map(_contribution, session.execute(_EACH, {"meeting": meeting_id})))


def titles(session: Session, meeting_ids: Iterable[UUID]) -> dict[UUID, str]:
    """What families call their plans, for those meetings that have a title. One query."""
    asked = (
        select(_worded.meeting_id, _worded.words)
        .join_from(_wordings, _contributions, _ITS & _STANDS)
        .where(
            _worded.meeting_id.in_(tuple(meeting_ids)),
            _worded.kind == "title",
            _worded.taken_back.is_(False),
        )
        .order_by(_said.sequence)
    )
    return {row.meeting_id: row.words for row in session.execute(asked)}


# Made once: to put these together costs as much as to answer them. Plain columns and no whole rows,
# for a wording is never changed, and reading and adding them so takes a third of the time.
_contributions, _wordings = (cast("Table", one.__table__) for one in (ContributionRow, WordingRow))
_said, _worded = _contributions.c, _wordings.c
_READ = [one for one in _worded if not one.name.endswith("id")]
_ITS = _worded.contribution_id == _said.id
_COLUMNS = select(*_READ, _said.ref).join_from(_wordings, _contributions, _ITS)
_MEETING = bindparam("meeting", type_=Uuid())
_OF_THE_MEETING = _said.meeting_id == _MEETING
_STANDS = _worded.number == _said.number
_STANDING = _COLUMNS.where(_OF_THE_MEETING, _STANDS)
_EACH = _COLUMNS.where(_worded.meeting_id == _MEETING)
_FIND = _STANDING.where(_said.ref == bindparam("ref"))
_WORDINGS = _EACH.where(_said.ref == bindparam("ref")).order_by(_worded.number)
_BY_KEY = _EACH.where(_worded.key == bindparam("key"))
_IN_ORDER = _STANDING.where(_worded.taken_back == bindparam("taken_back")).order_by(_said.sequence)
_ANSWERED = _STANDING.with_only_columns(_worded.prompt).where(_worded.taken_back.is_(False))
_REFS = select(_said.ref).where(_OF_THE_MEETING)
_LAST = select(func.max(_said.sequence)).where(_OF_THE_MEETING)
_ADD, _ADD_WORDINGS = insert(_contributions), insert(_wordings)


def _by_key(session: Session, meeting_id: UUID, key: str) -> Wording | None:
    found = session.execute(_BY_KEY, {"meeting": meeting_id, "key": key}).one_or_none()
    return _wording(found) if found else None


def _take_the_turn(session: Session, meeting_id: UUID, asked: Change) -> UUID | None:
    """Move on to the next wording, unless somebody did so since; the id of the row, or None."""
    turn = (
        update(ContributionRow)
        .where(
            ContributionRow.meeting_id == meeting_id,
            ContributionRow.ref == asked.said.id,
            ContributionRow.number == asked.based_on,
        )
        .values(number=asked.based_on + 1)
        .returning(ContributionRow.id)
    )
    return session.scalar(turn)


def _add(session: Session, meeting_id: UUID, firsts: list[Wording]) -> None:
    start = (session.scalar(_LAST, {"meeting": meeting_id}) or 0) + 1
    rows = [
        {
            "id": new_id(),
            "meeting_id": meeting_id,
            "ref": one.said.id,
            "sequence": sequence,
            "number": one.number,
        }
        for sequence, one in enumerate(firsts, start=start)
    ]
    if rows:
        pairs = zip(firsts, rows, strict=True)
        session.execute(_ADD, rows)
        session.execute(_ADD_WORDINGS, [_row(one, meeting_id, row["id"]) for one, row in pairs])


def _row(wording: Wording, meeting_id: UUID, contribution_id: Any) -> dict[str, Any]:
    said, change = wording.said, wording.change
    return {
        "id": new_id(),
        "meeting_id": meeting_id,
        "contribution_id": contribution_id,
        "number": wording.number,
        "based_on": change.based_on,
        "key": change.key,
        "typed_by": change.typed_by,
        "at": change.at,
        "taken_back": change.taken_back,
        "yes_by": change.family_yes.by if change.family_yes else None,
        "yes_how": change.family_yes.how if change.family_yes else "",
        "said_by": said.by,
        "fields": {key: _raw(said.fields[key]) for key in said.fields},
        **{name: getattr(said, name) for name in _AS_KEPT},
    }


def _wording(row: Any) -> Wording:
    return Wording(
        number=row.number,
        change=Change(
            said=_contribution(row),
            key=row.key,
            based_on=row.based_on,
            typed_by=row.typed_by,
            at=row.at,
            taken_back=row.taken_back,
            family_yes=None if row.yes_by is None else FamilyYes(by=row.yes_by, how=row.yes_how),
        ),
    )


def _contribution(row: Any) -> Contribution:
    return Contribution(
        id=row.ref,
        by=row.said_by,
        fields=_fields(row.kind, row.fields),
        **{name: getattr(row, name) for name in _AS_KEPT},
    )


def _fields(kind: str, raw: Mapping[str, Any]) -> Fields:
    days = _days_of(kind)
    return Fields(
        {
            key: date.fromisoformat(held) if key in days and held else cast("Value", freeze(held))
            for key, held in raw.items()
        }
    )


@cache
def _days_of(kind: str) -> frozenset[str]:
    return frozenset(one.key for one in KINDS[kind].fields if one.holds is Holds.DAY)


def _raw(value: Value) -> Any:
    return value.isoformat() if isinstance(value, date) else thaw(value)
