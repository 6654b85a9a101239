"""Whether somebody's ratings count: how near they came to the gold plans."""

from uuid import UUID

from facilitator.auditing.pairs.gold import store
from facilitator.audits.statistics import Calibration, calibration
from facilitator.database import Session


def of_rater(session: Session, user_id: UUID) -> Calibration:
    """How near that user's ratings are to the gold plans that they did not make. One query."""
    return calibration([one.rating for one in store.said(session, user_id)])


def is_calibrated(session: Session, user_id: UUID) -> bool:
    """Whether that user's ratings count from now on. One query."""
    return of_rater(session, user_id).counts
