"""Who works with the app: users, their teams, and what each of them is there to do."""

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class Duty(StrEnum):
    """What somebody is there to do; one person may have several. The value is its stored key."""

    FACILITATOR = "facilitator"  # leads meetings
    SUPERVISOR = "supervisor"  # looks at the quality of plans
    ADMINISTRATOR = "administrator"  # looks after accounts, backups and agendas
    SECOND_PERSON = "second_person"  # says yes to copies before they go out

    @property
    def words(self) -> str:
        """The duty as people say it."""
        return self.value.replace("_", " ")


# Whoever starts the app on a laptop leads meetings there and looks after it.
FIRST_DUTIES = frozenset({Duty.FACILITATOR, Duty.ADMINISTRATOR})


@dataclass(frozen=True)
class Team:
    """People who work together. Sharing a team does not share a family's meeting."""

    id: UUID
    name: str


@dataclass(frozen=True)
class User:
    """Somebody with an account. The password is no part of it, so that no page can show it."""

    id: UUID
    team_id: UUID
    email: str
    name: str
    duties: frozenset[Duty]
    made_at: datetime
    stopped_at: datetime | None = None

    @property
    def is_active(self) -> bool:
        """Whether this user may sign in."""
        return self.stopped_at is None


def same_email(email: str) -> str:
    """One form for every way to type an address, so that nobody gets two accounts by a slip."""
    return unicodedata.normalize("NFKC", email).strip().casefold()
