"""What two people agree is kept as a third look; theirs stay as they are."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from facilitator.auditing import store as looks
from facilitator.auditing.pairs import store
from facilitator.auditing.pairs.kept import PairState
from facilitator.audits.look import Answer, Look, Purpose
from facilitator.database import Session, new_id


class _SettledBeforeError(Exception):
    """The other one was quicker: nothing of this try stays."""


def settle(
    session: Session,
    pair: PairState,
    first: Look,
    answers: tuple[Answer, ...],
    *,
    by: UUID,
    at: datetime,
) -> bool:
    """Keep what the two agree, filed and final at once; False where they settled it before.

    It stands in figures in the place of the first look, so whatever counts it is taken from there.
    """
    if pair.is_settled:
        return False
    settled = replace(
        first,
        id=new_id(),
        rater_id=by,
        purpose=Purpose.SETTLED,
        began_at=at,
        filed_at=None,
        final_at=None,
        answers=answers,
    )
    try:
        with session.begin_nested():
            _begin(session, pair, settled)
    except _SettledBeforeError:
        return False
    looks.file(
        session,
        settled.id,
        at=at,
        machine=looks.machine_of(session, first.id) or {"ratings": {}},
        shown=store.shown_of(session, first.id),
        counts=first.counts,
    )
    looks.make_final(session, settled.id, at=at)
    return True


def _begin(session: Session, pair: PairState, settled: Look) -> None:
    begun = looks.begin(session, settled)
    if begun.id != settled.id or not store.settle(session, pair, settled.id):
        raise _SettledBeforeError
