"""A service whose administrator chooses how long it keeps what."""

from typing import Any
from uuid import UUID

from facilitator import days
from facilitator.database import reading, writing
from facilitator.retention import store
from facilitator.retention.kinds import FAMILY
from facilitator.retention.periods import KeepingChoice
from facilitator.retention.standing import by_kind
from facilitator.retention.standings import find_standing
from tests.break_glass.opened_plans import (
    NOOR,
    SAM,
    Service,
)
from tests.retention.planted import choose
from tests.web import TEAM

TITLE = "Holding hands till Mum is home"
OF_FAMILY = f"/keeping/{TEAM.id}/{FAMILY}"
NOTHING = "Nothing is ever deleted yet."
TOO_LONG = (
    "37 months is longer than 3 years, and no reason is given. "
    "Write why it must be kept so long. Families can ask."
)


def chosen(
    service: Service, kind: str = FAMILY, team: UUID | None = TEAM.id
) -> list[KeepingChoice]:
    with service.app.app_context(), reading() as session:
        return list(store.choices(session, team, kind))


def chooses(service: Service, months: str, address: str = OF_FAMILY, **more: Any) -> Any:
    """Noor looks at what it would do, and chooses it."""
    typed = {"months": months, "based_on": "0", "looked": months, "keep": "yes", **more}
    return service.sends(NOOR, address, **typed)


def as_if_chosen_long_ago(service: Service, months: int = 12, **more: Any) -> None:
    with service.app.app_context(), writing() as session:
        choose(session, months, by=SAM, **more)


def soon(service: Service) -> str:
    """The day on which the record goes, in words, by a choice of long ago."""
    with service.app.app_context(), writing() as session:
        choose(session, 1, by=SAM)
        found = find_standing(session, service.meeting.id)
        goes = found.goes_on(by_kind(store.all_choices(session))) if found else None
    assert goes
    return days.day(goes)
