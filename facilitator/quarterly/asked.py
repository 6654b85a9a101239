"""Which page somebody asks for: one team or all of theirs together, and which quarter."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from facilitator.accounts.user import Team
from facilitator.audits.sampling import Quarter
from facilitator.quarterly import periods

ALL = "all"
_BACK = 8  # quarters to choose from


@dataclass(frozen=True)
class Asked:
    """``teams`` are those that the supervisor looks after; ``team`` is None for all together."""

    teams: tuple[Team, ...]
    team: Team | None
    quarter: Quarter
    today: date

    @property
    def ids(self) -> tuple[UUID, ...]:
        """The teams whose plans are counted."""
        return (self.team.id,) if self.team else tuple(one.id for one in self.teams)

    @property
    def whose(self) -> str:
        """Whose plans these are, in words."""
        return self.team.name if self.team else "All my teams together"

    @property
    def address(self) -> dict[str, str]:
        """What stands in the address of this page."""
        team = str(self.team.id) if self.team else ALL
        return {"team": team, "quarter": periods.key_of(self.quarter)}

    @property
    def team_choices(self) -> tuple[tuple[str, str], ...]:
        """The teams to choose from; all together only where there are several."""
        several = ((ALL, "All my teams together"),) if len(self.teams) > 1 else ()
        return (*((str(one.id), one.name) for one in self.teams), *several)

    @property
    def quarter_choices(self) -> tuple[tuple[str, str], ...]:
        """The quarters to choose from, the newest first, and the one that is shown."""
        newest = periods.before(Quarter.of(self.today), _BACK)
        every = newest if self.quarter in newest else (*newest, self.quarter)
        return tuple((periods.key_of(one), periods.told(one)) for one in every)


def find(team: str, quarter: str, teams: Collection[Team], own: UUID, today: date) -> Asked | None:
    """What those words of an address ask for; None for what is not there for that supervisor.

    Empty words mean their own team, and the quarter of today.
    """
    known = {str(one.id): one for one in sorted(teams, key=lambda one: one.name)}
    chosen = team or str(own)
    when = periods.find(quarter) if quarter else Quarter.of(today)
    if when is None or not known or (chosen != ALL and chosen not in known):
        return None
    return Asked(tuple(known.values()), known.get(chosen), when, today)
