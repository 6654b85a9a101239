"""Agreed plans in the database: one row a version, and no row ever changes.

The document is kept as the very bytes that were agreed, with their hash. The database itself
refuses to change a row, and to take one out as long as its meeting is there.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import date, datetime
from functools import lru_cache
from typing import Any, cast
from uuid import UUID

from sqlalchemy import DDL, ForeignKey, Index, Table, UniqueConstraint, event, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, Session, mapped_column

from facilitator.database import Base, new_id
from facilitator.people import Role
from facilitator.plans.agreed import Agreed, Version, refuse_what_does_not_follow
from facilitator.plans.due import Done, Due, DueKind, KeptDue, dues_of
from facilitator.plans.plan import Plan
from facilitator.refusals import Refusal

_LONGEST_KEY = 200


class PlanRow(Base):
    """One version of one meeting's plan; it is never changed."""

    __tablename__ = "plan"
    __table_args__ = (
        UniqueConstraint("meeting_id", "number"),
        UniqueConstraint("meeting_id", "key"),
    )
    id: Mapped[UUID] = mapped_column(primary_key=True)
    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"))
    number: Mapped[int]
    code: Mapped[str]
    agreed_on: Mapped[date]
    at: Mapped[datetime]
    kept_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    what_changed: Mapped[str]
    key: Mapped[str]
    sha256: Mapped[str]
    document: Mapped[bytes]
    log_mark: Mapped[str | None]


class DueRow(Base):
    """One thing that a version promised by a day; its words stay in the plan."""

    __tablename__ = "plan_due"
    __table_args__ = (UniqueConstraint("meeting_id", "version", "kind", "ref"),)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"))
    team_id: Mapped[UUID] = mapped_column(ForeignKey("team.id"))
    version: Mapped[int]
    kind: Mapped[str]
    ref: Mapped[str]
    due_on: Mapped[date]
    whose: Mapped[str]
    superseded: Mapped[bool]
    done_on: Mapped[date | None]
    done_words: Mapped[str]
    done_by: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    done_at: Mapped[datetime | None]


# What a supervisor's day asks of some teams: what is open, the oldest day first. It stands in the
# index whole, for a service has many plans.
_OPEN = (DueRow.superseded, DueRow.done_on, DueRow.team_id, DueRow.kind, DueRow.due_on)
Index("ix_plan_due_open", *_OPEN, DueRow.meeting_id, DueRow.id)
# A meeting that is taken out takes its plans along: by then the row of the meeting is gone.
NEVER_CHANGED = {
    "sqlite": (
        """CREATE TRIGGER plan_is_never_changed BEFORE UPDATE ON plan
        BEGIN SELECT RAISE(ABORT, 'an agreed plan is never changed'); END""",
        """CREATE TRIGGER plan_is_never_taken_out BEFORE DELETE ON plan
        WHEN EXISTS (SELECT 1 FROM meeting WHERE id = OLD.meeting_id)
        BEGIN SELECT RAISE(ABORT, 'an agreed plan is never changed'); END""",
    ),
    "postgresql": (
        """CREATE FUNCTION keep_the_plan() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'UPDATE' OR EXISTS (SELECT 1 FROM meeting WHERE id = OLD.meeting_id) THEN
                RAISE EXCEPTION 'an agreed plan is never changed';
            END IF;
            RETURN OLD;
        END $$""",
        """CREATE TRIGGER plan_is_never_changed BEFORE UPDATE OR DELETE ON plan
        FOR EACH ROW EXECUTE FUNCTION keep_the_plan()""",
    ),
}
for _dialect, _statements in NEVER_CHANGED.items():
    for _statement in _statements:
        event.listen(
            cast("Table", PlanRow.__table__),
            "after_create",
            DDL(_statement).execute_if(dialect=_dialect),  # type: ignore[no-untyped-call]
        )


def add(session: Session, meeting_id: UUID, agreed: Agreed, key: str) -> Agreed:
    """Keep the next version; the same press, by its key, gives what it gave the first time.

    Refusal where it does not follow the version that is the newest now: another number or code,
    or, from the second on, no word of what changed.
    """
    if not 0 < len(key) <= _LONGEST_KEY:
        raise ValueError("A press has a key of 1 to 200 characters.")
    of_meeting = PlanRow.meeting_id == meeting_id
    if again := session.scalar(select(PlanRow).where(of_meeting, PlanRow.key == key)):
        return _agreed(again)
    refuse_what_does_not_follow(agreed, last_of(session, meeting_id))
    try:
        with session.begin_nested():
            session.add(_row(agreed, meeting_id, key))
            _promise(session, meeting_id, agreed.plan.version, dues_of(agreed.plan))
    except IntegrityError:
        # Somebody was quicker by a moment. Who pressed twice gets their own plan, else a reason.
        if again := session.scalar(select(PlanRow).where(of_meeting, PlanRow.key == key)):
            return _agreed(again)
        refuse_what_does_not_follow(agreed, last_of(session, meeting_id))
        raise
    return agreed


def latest(session: Session, meeting_id: UUID) -> Agreed | None:
    """The newest version; None where nothing is agreed yet. Refusal as ``load``. One query."""
    newest = select(PlanRow).where(PlanRow.meeting_id == meeting_id)
    row = session.scalar(newest.order_by(PlanRow.number.desc()).limit(1))
    return _agreed(row) if row else None


def find(session: Session, meeting_id: UUID, version: int) -> Agreed | None:
    """That version, or None. Refusal as ``load``. One query."""
    asked = select(PlanRow).where(PlanRow.meeting_id == meeting_id, PlanRow.number == version)
    row = session.scalar(asked)
    return _agreed(row) if row else None


def load(session: Session, meeting_id: UUID, version: int) -> Agreed:
    """That version.

    Refusal where there is none, and where what is kept is not what was agreed: that is never
    shown.
    """
    if agreed := find(session, meeting_id, version):
        return agreed
    known = ", ".join(str(one.number) for one in list_of(session, meeting_id))
    raise Refusal.because(
        f"There is no plan {version} of this meeting.",
        f"Look at one of these: {known}." if known else "Nothing is agreed yet. Agree it first.",
    )


def list_of(session: Session, meeting_id: UUID) -> tuple[Version, ...]:
    """Every version of that meeting's plan, the first one first. One query."""
    return tuple(map(_version, session.execute(_listed(meeting_id).order_by(PlanRow.number))))


def last_of(session: Session, meeting_id: UUID) -> Version | None:
    """What is told of the newest version; None where nothing is agreed yet. One query."""
    newest = _listed(meeting_id).order_by(PlanRow.number.desc()).limit(1)
    row = session.execute(newest).one_or_none()
    return _version(row) if row else None


def find_due(session: Session, due_id: UUID) -> KeptDue | None:
    """That promise of a plan, or None. One query."""
    row = session.get(DueRow, due_id, populate_existing=True)
    return _kept_due(row) if row else None


def dues(session: Session, meeting_id: UUID) -> tuple[KeptDue, ...]:
    """What every version of that meeting's plan promised, the earliest day first. One query."""
    asked = select(DueRow).where(DueRow.meeting_id == meeting_id)
    rows = session.scalars(asked.order_by(DueRow.version, DueRow.due_on, DueRow.id))
    return tuple(map(_kept_due, rows))


def mark_done(session: Session, due_id: UUID, done: Done) -> KeptDue | None:
    """Keep what came of it, once; as it stands now, with whoever was first. None where none is."""
    open_still = (DueRow.id == due_id, DueRow.done_on.is_(None))
    session.execute(update(DueRow).where(*open_still).values(_of_done(done)))
    return find_due(session, due_id)


def _promise(session: Session, meeting_id: UUID, version: int, new: Iterable[Due]) -> None:
    """Keep what this version promises, in place of those before; what is done stays done.

    A made-up family is promised nothing.
    """
    before = {(one.due.kind, one.due.ref, one.due.on): one for one in dues(session, meeting_id)}
    of_meeting = update(DueRow).where(DueRow.meeting_id == meeting_id)
    session.execute(of_meeting.values(superseded=True))
    meeting = Base.metadata.tables["meeting"].c
    known = select(meeting.team_id, meeting.practice).where(meeting.id == meeting_id)
    team_id, practice = session.execute(known).one()
    for due in () if practice else new:
        kept = before.get((due.kind, due.ref, due.on))
        session.add(
            DueRow(
                id=new_id(),
                meeting_id=meeting_id,
                team_id=team_id,
                version=version,
                superseded=False,
                kind=due.kind.value,
                ref=due.ref,
                due_on=due.on,
                whose=due.whose.value if due.whose else "",
                **_of_done(kept.done if kept else None),
            )
        )


def _of_done(done: Done | None) -> dict[str, Any]:
    held = asdict(done) if done else {"on": None, "words": "", "by": None, "at": None}
    return {f"done_{key}": one for key, one in held.items()}


def _kept_due(row: DueRow) -> KeptDue:
    done = None
    if row.done_on and row.done_by and row.done_at:
        done = Done(on=row.done_on, words=row.done_words, by=row.done_by, at=row.done_at)
    whose = Role(row.whose) if row.whose else None
    return KeptDue(
        id=row.id,
        meeting_id=row.meeting_id,
        version=row.version,
        due=Due(kind=DueKind(row.kind), on=row.due_on, ref=row.ref, whose=whose),
        done=done,
        superseded=row.superseded,
    )


def _listed(meeting_id: UUID) -> Any:
    named = (
        *(PlanRow.number, PlanRow.code, PlanRow.agreed_on),
        *(PlanRow.at, PlanRow.what_changed, PlanRow.sha256),
    )
    return select(*named).where(PlanRow.meeting_id == meeting_id)


def _version(row: Any) -> Version:
    return Version(
        number=row.number,
        code=row.code,
        agreed_on=row.agreed_on,
        at=row.at,
        what_changed=row.what_changed,
        sha256=row.sha256,
    )


def _row(agreed: Agreed, meeting_id: UUID, key: str) -> PlanRow:
    plan = agreed.plan
    return PlanRow(
        id=new_id(),
        meeting_id=meeting_id,
        number=plan.version,
        code=plan.code,
        agreed_on=plan.agreed_on,
        at=agreed.at,
        kept_by=agreed.kept_by,
        what_changed=agreed.what_changed,
        key=key,
        sha256=plan.sha256,
        document=plan.canonical,
        log_mark=plan.log_mark or None,
    )


def _agreed(row: PlanRow) -> Agreed:
    if hashlib.sha256(row.document).hexdigest() != row.sha256:
        raise Refusal.because(
            f"Plan {row.number} is not what the family agreed: what is kept was changed. "
            "It is not shown.",
            "Bring back a backup from before. Tell whoever looks after this computer.",
        )
    plan = _read(row.document, row.log_mark or "")
    return Agreed(plan=plan, at=row.at, kept_by=row.kept_by, what_changed=row.what_changed)


# The same bytes are the same plan, which nobody can change: so the last few are read once.
@lru_cache(maxsize=16)
def _read(document: bytes, log_mark: str) -> Plan:
    return replace(Plan.read(json.loads(document)), log_mark=log_mark)
