"""Every page of this room, gathered for the app; and what pages of other rooms ask of it."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from facilitator.accounts.sessions import already_found, now
from facilitator.accounts.user import Duty
from facilitator.database import reading
from facilitator.retention import store, told
from facilitator.retention.blueprint import retention
from facilitator.retention.choosing import views as choosing
from facilitator.retention.gone import store as gone
from facilitator.retention.holding import views as holding
from facilitator.retention.holds import sentences
from facilitator.retention.standing import by_kind, not_chosen

QUARTERS_OF_A_YEAR = 4
__all__ = ["choosing", "holding", "retention"]


@retention.app_context_processor
def _for_every_page() -> dict[str, Any]:
    """Functions, so that a page that asks for nothing costs nothing."""
    return {
        "keeping_of": _keeping_of,
        "holds_told": _holds_told,
        "nobody_has_chosen": _nobody_has_chosen,
        "some_have_gone": _some_have_gone,
    }


def _keeping_of(meeting_id: UUID) -> str:
    """Until when that family's record is kept."""
    with reading() as session:
        return told.keeping_sentence(session, meeting_id, at=now())


def _holds_told(meeting_id: UUID) -> tuple[str, ...]:
    """The holds of that record that its family may hear of, as one would read them out."""
    with reading() as session:
        holds = store.holds_of(session, [meeting_id])
        return sentences(holds, store.names_of(session, (one.by for one in holds)))


def _some_have_gone(teams: Collection[UUID], year: int, number: int) -> bool:
    """Whether plans of those teams, of the twelve months up to that quarter, have gone."""
    last = year * QUARTERS_OF_A_YEAR + number
    with reading() as session:
        return any(
            team in teams and 0 <= last - (of_year * QUARTERS_OF_A_YEAR + of) < QUARTERS_OF_A_YEAR
            for team, of_year, of, _what, _many in gone.counts(session)
        )


def _nobody_has_chosen() -> bool:
    """Whether the team of whoever is here has still to choose, and they should hear of it."""
    somebody = already_found()
    if somebody is None or not somebody.duties & {Duty.ADMINISTRATOR, Duty.SUPERVISOR}:
        return False
    with reading() as session:
        return not_chosen(by_kind(store.all_choices(session)), somebody.team_id)
