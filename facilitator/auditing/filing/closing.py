"""A look is filed, with the machine's side kept beside it; and once all is said it is final."""

from collections.abc import Iterable
from datetime import datetime

from facilitator.auditing import store
from facilitator.auditing.looking.opened import OpenedLook
from facilitator.audits import Audit
from facilitator.audits.look import why_not_filed, why_not_final
from facilitator.audits.remarks import Remark
from facilitator.database import Session
from facilitator.refusals import Refusal


def file_look(session: Session, here: OpenedLook, *, counts: bool, at: datetime) -> None:
    """File it; Refusal, each problem at its criterion, where something is still open."""
    if problems := why_not_filed(here.look, here.criteria):
        raise Refusal(*problems)
    machine = here.plan.machine
    store.file(
        session,
        here.look.id,
        at=at,
        machine=here.plan.mask.document(machine.document),
        shown=shown_by(machine),
        counts=counts,
    )


def shown_by(machine: Audit) -> dict[str, int]:
    """What a quarter counts of a plan: lines for each commitment, gates, days until it was held.

    A gate stands there with 1 where the plan did not pass it. ``days_to_plan`` is left out where
    nobody knows the day.
    """
    shown = {key: len(found) for key, found in machine.commitments.items()}
    shown |= {gate.split()[0]: 1 for gate in machine.gates}
    days = machine.metrics["days_to_plan"]
    return shown if days is None else shown | {"days_to_plan": days}


def finish(session: Session, here: OpenedLook, remarks: Iterable[Remark], *, at: datetime) -> None:
    """Make it final; Refusal, each problem at its criterion, where something is not said yet."""
    if problems := why_not_final(here.look, remarks):
        raise Refusal(*problems)
    if here.look.final_at is None:
        store.make_final(session, here.look.id, at=at)
