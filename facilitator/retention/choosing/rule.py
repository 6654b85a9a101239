"""What may be chosen, and what a choice would do, before it is made. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from facilitator.refusals import Refusal
from facilitator.retention.kinds import ACCESS_LOG, BY_KEY, FAMILY, Goes
from facilitator.retention.periods import (
    GRACE,
    LONGEST,
    SHORTEST,
    SOON,
    WITHOUT_A_REASON,
    KeepingChoice,
    civil_day,
    period,
)
from facilitator.retention.standing import Choices, Standing, in_force

# What others do, with where it is said. Nothing is filled in by it.
SUGGESTIONS = {
    FAMILY: (
        "Bath and North East Somerset deletes names after 1 year, by its privacy notice.",
        "North Somerset keeps a family's record up to 3 years, by its privacy notice.",
    ),
}


@dataclass(frozen=True)
class Goer:
    """One record that would go soon: its plan's code and its day. No name."""

    code: str
    on: date


def refuse_months(choice: KeepingChoice, choices: Choices) -> None:
    """Refuse what can't be chosen, with what to do. ``choices`` are those made so far."""
    months, kind = choice.months, choice.kind
    if months is not None and not SHORTEST <= months <= LONGEST:
        raise Refusal.because(
            f"{months} months can't be kept.",
            f"Write a whole number from {SHORTEST} to {LONGEST}.",
            "months",
        )
    if months is None and BY_KEY[kind].goes is not Goes.SOONER:
        raise Refusal.because(
            "The number of months is missing.", "Write a whole number, such as 12.", "months"
        )
    if months and months > WITHOUT_A_REASON and not choice.reason:
        raise Refusal.because(
            f"{period(months)} is longer than {period(WITHOUT_A_REASON)}, and no reason is given.",
            "Write why it must be kept so long. Families can ask.",
            "reason",
        )
    if months and BY_KEY[kind].goes is Goes.SOONER:
        _refuse_longer_than_the_family(months, in_force(choices, choice.team_id, FAMILY))
    if months:
        _refuse_log_shorter_than_families(months, kind, choices)


def _refuse_longer_than_the_family(months: int, family: KeepingChoice | None) -> None:
    if family is None:
        raise Refusal.because(
            "Nobody has chosen yet how long a family's record is kept.",
            "Choose that first.",
            "months",
        )
    if months > (family.months or 0):
        raise Refusal.because(
            f"The family's record is kept {family.told}, and {period(months)} is longer.",
            "Choose a shorter time, or leave it empty: it then goes with the family's record.",
            "months",
        )


def _refuse_log_shorter_than_families(months: int, kind: str, choices: Choices) -> None:
    log = in_force(choices, None, ACCESS_LOG)
    if kind == FAMILY and log and months > (log.months or 0):
        raise Refusal.because(
            f"The list of who looked is kept {log.told}, and {period(months)} is longer.",
            "A family must be able to ask who looked. Choose a longer time for that list first.",
            "months",
        )
    longest = _longest_family(choices)
    if kind == ACCESS_LOG and longest and months < (longest.months or 0):
        raise Refusal.because(
            f"A team keeps families' records {longest.told}, and {period(months)} is shorter.",
            "A family must be able to ask who looked. Choose as long as that, or longer.",
            "months",
        )


def _longest_family(choices: Choices) -> KeepingChoice | None:
    chosen = [found[-1] for (team, kind), found in choices.items() if kind == FAMILY and team]
    return max(chosen, key=lambda one: one.months or 0, default=None)


def would_go(
    stand: Iterable[Standing], choices: Choices, choice: KeepingChoice, *, at: datetime
) -> tuple[Goer, ...]:
    """Which records of that team would go within 90 days, were this chosen; the first day first."""
    key = (choice.team_id, choice.kind)
    then = {**choices, key: (*choices.get(key, ()), choice)}
    found = [
        Goer(one.code or "no plan yet", goes)
        for one in stand
        if one.team_id == choice.team_id
        and not one.held
        and (goes := one.goes_on(then, choice.kind)) is not None
        and goes <= civil_day(at) + SOON
    ]
    return tuple(sorted(found, key=lambda one: (one.on, one.code)))


def nothing_before(at: datetime) -> date:
    """The first day on which something could go by a choice of that moment."""
    return civil_day(at) + GRACE
