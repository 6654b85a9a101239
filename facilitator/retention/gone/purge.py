"""The purge: what has come to its day goes, all of it; what has not, or is held, stays.

Each family's record goes in a transaction of its own, so that nothing is ever half gone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from facilitator import access_log
from facilitator.access_log import Act, Because, What
from facilitator.database import Session, reading, writing
from facilitator.retention import store
from facilitator.retention.gone import memory
from facilitator.retention.gone import store as gone
from facilitator.retention.kinds import (
    ACCESS_LOG,
    AUDITS,
    BY_KEY,
    CARDS,
    FAMILY,
    NOTES,
    QUARTERS,
)
from facilitator.retention.periods import begins, civil_day, last_day_gone
from facilitator.retention.standing import Choices, Standing, by_kind, in_force
from facilitator.retention.standings import find_standing, standings

SOONER = (NOTES, AUDITS, CARDS)
# What is counted of a record when that kind of it goes.
COUNTS = {FAMILY: ("plans", "copies", "cards", "looks"), AUDITS: ("looks",), CARDS: ("cards",)}


@dataclass(frozen=True)
class Purged:
    """What one purge removed, or would: how many of each kind, in the order of the kinds."""

    many: tuple[tuple[str, int], ...] = ()

    @property
    def any(self) -> bool:
        """Whether anything went."""
        return bool(self.many)


@dataclass(frozen=True)
class ToGo:
    """One kind of one family's record that goes now."""

    kind: str
    standing: Standing


def purge(*, at: datetime, because: Because = Because.DAY_CAME) -> Purged:
    """Remove everything whose day has come; what went, in counts.

    It may be ended at any moment, and called again: each record is whole or gone.
    """
    found: dict[str, int] = {}
    for one in due(at=at):
        if remove(one, at=at, because=because):
            found[one.kind] = found.get(one.kind, 0) + 1
            memory.forget(one.standing.meeting_id)
    found |= _rest(at=at)
    if found:
        memory.forget_what_was_read()
        gone.forget_free_pages()
    return _in_order(found)


def due(*, at: datetime) -> tuple[ToGo, ...]:
    """Everything of families that goes at that moment; whole records first."""
    with reading() as session:
        choices = by_kind(store.all_choices(session))
        stand = standings(session) if choices else ()
    return tuple(_due(choices, stand, at))


def would_go(*, at: datetime) -> Purged:
    """What a purge would remove of families now; nothing is removed."""
    found: dict[str, int] = {}
    for one in due(at=at):
        found[one.kind] = found.get(one.kind, 0) + 1
    return _in_order(found)


def remove(one: ToGo, *, at: datetime, because: Because) -> bool:
    """Remove one record, or one kind of it, in one transaction; False where it no longer goes.

    What was known of it is asked for again first: somebody may have held it meanwhile, and another
    server may have been quicker.
    """
    with writing() as session:
        choices = by_kind(store.all_choices(session))
        standing = find_standing(session, one.standing.meeting_id)
        if standing is None or not standing.has_come(choices, at, one.kind):
            return False
        counted = _counted(session, standing, one.kind)
        if one.kind == FAMILY:
            gone.remove_meeting(session, standing.meeting_id)
        elif not gone.remove_from(session, BY_KEY[one.kind].tables, standing.meeting_id):
            return False
        day = civil_day(at, standing.zone)
        gone.add_counts(session, standing.team_id, standing.plan_on or standing.held_on, counted)
        gone.add_removal(session, standing.team_id, day, one.kind, 1)
        access_log.note(
            session,
            Act.PURGE,
            at=at,
            what=What.RETENTION,
            meeting_id=standing.meeting_id,
            because=because,
            many=1,
        )
    return True


def _due(choices: Choices, stand: tuple[Standing, ...], at: datetime) -> Iterator[ToGo]:
    whole = {one.meeting_id for one in stand if one.has_come(choices, at)}
    yield from (ToGo(FAMILY, one) for one in stand if one.meeting_id in whole)
    for kind in SOONER:
        for one in stand:
            own = in_force(choices, one.team_id, kind)
            if own and one.meeting_id not in whole and one.has_come(choices, at, kind):
                yield ToGo(kind, one)


def _counted(session: Session, standing: Standing, kind: str) -> dict[str, int]:
    found = gone.count_of(session, standing.meeting_id, COUNTS.get(kind, ()))
    return {"meetings": 1, **found} if kind == FAMILY else found


def _rest(*, at: datetime) -> dict[str, int]:
    """What hangs on no family: words about quarters, old entries of the log, old sign-ins."""
    with writing() as session:
        choices = by_kind(store.all_choices(session))
        today = civil_day(at)
        gone.forget_sign_ins(session, at=at)
        found = {QUARTERS: _quarters(session, choices, at), ACCESS_LOG: 0}
        entries = _entries(session, choices, at)
        if entries:
            found[ACCESS_LOG] = entries
            gone.add_removal(session, None, today, ACCESS_LOG, entries)
    return {kind: many for kind, many in found.items() if many}


def _quarters(session: Session, choices: Choices, at: datetime) -> int:
    today, many = civil_day(at), 0
    for (team_id, kind), chosen in choices.items():
        if kind != QUARTERS or team_id is None:
            continue
        went = gone.remove_quarters(session, team_id, last_day_gone(today, chosen))
        if went:
            gone.add_removal(session, team_id, today, QUARTERS, went)
        many += went
    return many


def _entries(session: Session, choices: Choices, at: datetime) -> int:
    """Let go of the entries of the log that are older than the house keeps them."""
    last = last_day_gone(civil_day(at), choices.get((None, ACCESS_LOG), ()))
    if last is None:
        return 0
    number = access_log.first_since(session, begins(last + timedelta(days=1)))
    return access_log.forget_before(session, number, at=at)


def _in_order(found: dict[str, int]) -> Purged:
    return Purged(tuple((kind, found[kind]) for kind in BY_KEY if found.get(kind)))
