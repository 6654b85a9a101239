"""How far the first look at each plan of a sample has come; never what it says."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from facilitator.auditing.sampling.kept import SampledPlan
from facilitator.auditing.sampling.listing import store
from facilitator.database import Session


@dataclass(frozen=True)
class FirstLook:
    """A first look at a plan: whose it is, and whether it is filed or final."""

    look_id: UUID
    rater_id: UUID
    is_filed: bool
    is_final: bool


def first_looks(session: Session, plans: Iterable[SampledPlan]) -> dict[UUID, FirstLook]:
    """The first look at each of these plans, by its meeting; a filed one before an open one.

    One query.
    """
    versions = {one.meeting_id: one.version for one in plans}
    found: dict[UUID, FirstLook] = {}
    for row in store.looks_at(session, versions):
        one = FirstLook(row.id, row.rater_id, row.filed_at is not None, row.final_at is not None)
        before = found.get(row.meeting_id)
        if row.version == versions[row.meeting_id] and not (before and before.is_filed):
            found[row.meeting_id] = one if one.is_filed or before is None else before
    return found
