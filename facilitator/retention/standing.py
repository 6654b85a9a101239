"""What is known of one family's record that decides when it goes. Pure: values in, days out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from facilitator.retention.kinds import FAMILY, OF_A_TEAM, Goes
from facilitator.retention.periods import (
    GRACE,
    SOON,
    KeepingChoice,
    civil_day,
    day_it_goes,
    soonest,
)

# So far ahead a plan's day to meet again counts: a slip in it must not keep a record for ever.
FURTHEST_REVIEW = timedelta(days=366)
# Nobody can be in private time that long: the laptop was shut, and nobody ended it.
FORGOTTEN_PRIVATE_TIME = timedelta(days=7)
_VERSION_7 = 7
_BITS_OF_CHANCE = 80

Choices = Mapping[tuple[UUID | None, str], tuple[KeepingChoice, ...]]


@dataclass(frozen=True, kw_only=True)
class Standing:
    """One meeting's record: the days that count, and whether it is held.

    ``plan_on`` is the day of the newest plan, ``review_on`` the day on which they meant to meet
    again. ``held`` says that a hold stands; ``freed_at`` is when the last one ended. ``code`` is
    the plan's, "" before there is one.
    """

    meeting_id: UUID
    team_id: UUID
    owner_id: UUID
    held_on: date
    zone: str = ""
    code: str = ""
    title: str = ""
    in_private_time: bool = False
    plan_on: date | None = None
    review_on: date | None = None
    held: bool = False
    freed_at: datetime | None = None

    @property
    def counts_from(self) -> date:
        """The last day on which something was done for this family."""
        last = max(self.held_on, self.plan_on or date.min, _came_in(self.meeting_id) or date.min)
        review = self.review_on
        return max(last, review) if review and review - last <= FURTHEST_REVIEW else last

    def goes_on(self, choices: Choices, kind: str = FAMILY) -> date | None:
        """The day on which that kind of it goes; None while it is kept. A hold is not looked at.

        After a hold has ended nothing goes before 14 days have passed. What has no choice of its
        own goes with the family's record.
        """
        day = day_it_goes(self.counts_from, choices.get((self.team_id, kind), ()))
        if kind != FAMILY:
            day = soonest(day, day_it_goes(self.counts_from, _family(choices, self.team_id)))
        if day and self.freed_at:
            return max(day, civil_day(self.freed_at, self.zone) + GRACE)
        return day

    def has_come(self, choices: Choices, at: datetime, kind: str = FAMILY) -> bool:
        """Whether that kind of it goes at that moment: not before its day, and never while held."""
        goes, today = self.goes_on(choices, kind), civil_day(at, self.zone)
        if goes is None or today < goes or self.held:
            return False
        return not self.in_private_time or today - goes > FORGOTTEN_PRIVATE_TIME

    def goes_soon(self, choices: Choices, at: datetime) -> bool:
        """Whether it goes within 90 days; what is held does not."""
        goes = self.goes_on(choices)
        return bool(goes and not self.held and goes <= civil_day(at, self.zone) + SOON)


def by_kind(choices: Iterable[KeepingChoice]) -> Choices:
    """The choices of each team and kind, in their order."""
    found: dict[tuple[UUID | None, str], tuple[KeepingChoice, ...]] = {}
    for one in choices:
        found[one.team_id, one.kind] = (*found.get((one.team_id, one.kind), ()), one)
    return found


def in_force(choices: Choices, team_id: UUID | None, kind: str) -> KeepingChoice | None:
    """The choice that counts now; None where nobody has chosen."""
    found = choices.get((team_id, kind), ())
    return found[-1] if found else None


def not_chosen(choices: Choices, team_id: UUID) -> bool:
    """Whether that team has still to choose how long it keeps something."""
    must = [one.key for one in OF_A_TEAM if one.goes is Goes.ON_ITS_DAY]
    return any(in_force(choices, team_id, kind) is None for kind in must)


def _family(choices: Choices, team_id: UUID) -> tuple[KeepingChoice, ...]:
    return choices.get((team_id, FAMILY), ())


def _came_in(meeting_id: UUID) -> date | None:
    """The day on which the record was begun here or brought in: it stands in the id."""
    if meeting_id.version != _VERSION_7:
        return None
    return date(1970, 1, 1) + timedelta(milliseconds=meeting_id.int >> _BITS_OF_CHANCE)
