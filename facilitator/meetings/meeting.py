"""One meeting, as plain values."""

from dataclasses import dataclass
from datetime import date

DEFAULT_ZONE = "Europe/London"
TEAM_CIRCLE = "team_circle"


@dataclass(frozen=True, kw_only=True)
class StageTime:
    """When one stage began and ended, as typed ("HH:MM"), or how many minutes it took."""

    stage: str
    start: str = ""
    end: str = ""
    minutes: int | None = None


@dataclass(frozen=True, kw_only=True)
class PrivateTime:
    """All that is kept of private family time: who stayed by the family's choice."""

    facilitator_present: bool = False
    who_extra: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Meeting:
    """One meeting. ``held_on`` and times are civil, as typed, in ``zone``."""

    id: str
    kind: str
    title: str
    held_on: date
    start: str = ""
    end: str = ""
    place: str = ""
    zone: str = DEFAULT_ZONE
    languages: tuple[str, ...] = ("en",)
    plan_given_on: date | None = None
    stages: tuple[StageTime, ...] = ()
    private: PrivateTime | None = None

    @property
    def is_team_circle(self) -> bool:
        """Whether a team meets about its own work: there is no family and no referrer."""
        return self.kind == TEAM_CIRCLE
