"""Which plans are looked at: drawn by chance for one team and quarter, and drawn again by its seed.

First one plan of each facilitator, so that everybody is seen; then the rest by chance from all
plans that are left. Each plan carries the chance that it had, so that a figure can weigh it. Plans
that somebody picks for a reason stand apart: they are read, and never counted with the others.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from facilitator.audits.sampling_tickets import fingerprint, shuffled
from facilitator.refusals import Refusal


@dataclass(frozen=True)
class Quarter:
    """Three months of a calendar year; ``number`` is 1 to 4."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Quarter":
        """The quarter that a day lies in."""
        return cls(day.year, (day.month + 2) // 3)

    def __str__(self) -> str:
        return f"{self.year} quarter {self.number}"


@dataclass(frozen=True)
class Eligible:
    """An agreed plan that may be drawn: whose it is, and who else had a part in its meeting.

    ``facilitator`` and ``had_a_part`` are ids of users.
    """

    plan: str
    team: str
    facilitator: str
    agreed_on: date
    had_a_part: frozenset[str] = frozenset()

    def is_own_of(self, user: str) -> bool:
        """Whether that user led the meeting or had a part in it."""
        return user == self.facilitator or user in self.had_a_part


@dataclass(frozen=True)
class Wanted:
    """What is drawn: how many plans of one team's quarter, for whom, by which seed.

    ``rater`` is the id of the user who will look first: their own meetings are left out.
    """

    team: str
    quarter: Quarter
    plans: int
    seed: str
    rater: str

    def __post_init__(self) -> None:
        if self.plans < 1:
            raise Refusal.because(f"{self.plans} plans are none.", "Ask for one or more.", "plans")
        if not self.seed.strip():
            raise Refusal.because("The seed is empty.", "Give it some letters.", "seed")


@dataclass(frozen=True)
class Drawn:
    """A plan that chance took, and how likely that was: more than 0, at most 1."""

    plan: str
    chance: Fraction

    @property
    def weight(self) -> Fraction:
        """How many plans of the quarter it stands for."""
        return 1 / self.chance


@dataclass(frozen=True)
class ReasonPick:
    """A plan that somebody wants read for a reason, such as a gate that was overridden."""

    plan: str
    by: str
    reason: str

    def __post_init__(self) -> None:
        if not self.reason.strip():
            raise Refusal.because(
                "This pick has no reason.", "Say in a sentence why this plan is read.", self.plan
            )


@dataclass(frozen=True)
class Sample:
    """What is looked at: drawn by chance, and apart from that what somebody picked.

    Only ``drawn`` goes into a figure. ``picked`` holds no plan that chance took as well.
    ``left_out`` are the rater's own plans: somebody else draws from those. ``listed`` is how many
    plans could be drawn; ``list_mark`` is theirs and changes with any of them.
    """

    wanted: Wanted
    drawn: tuple[Drawn, ...]
    picked: tuple[ReasonPick, ...]
    left_out: tuple[str, ...]
    listed: int
    list_mark: str

    @property
    def how_it_was_drawn(self) -> str:
        """The sentences that let anybody draw it again."""
        return (
            f"Team {self.wanted.team}, {self.wanted.quarter}. Seed: {self.wanted.seed}. "
            f"{len(self.drawn)} of {self.listed} plans were drawn. List: {self.list_mark}."
        )


def draw(eligible: Iterable[Eligible], wanted: Wanted, picks: Iterable[ReasonPick] = ()) -> Sample:
    """The sample of a team's quarter; the same list and seed give the same sample.

    It is larger than asked for where the team has more facilitators with a plan, so that every
    one of them is seen, and smaller where there are fewer plans.
    """
    of_team = [one for one in eligible if _is_wanted(one, wanted)]
    _refuse_twice(of_team)
    own = [one.plan for one in of_team if one.is_own_of(wanted.rater)]
    listed = [one for one in of_team if one.plan not in own]
    drawn = _drawn(listed, wanted)
    by_chance = {one.plan for one in drawn}
    return Sample(
        wanted=wanted,
        drawn=drawn,
        picked=tuple(one for one in picks if one.plan not in by_chance),
        left_out=tuple(sorted(own)),
        listed=len(listed),
        list_mark=fingerprint(one.plan for one in listed),
    )


def _is_wanted(one: Eligible, wanted: Wanted) -> bool:
    return one.team == wanted.team and Quarter.of(one.agreed_on) == wanted.quarter


def _drawn(listed: Sequence[Eligible], wanted: Wanted) -> tuple[Drawn, ...]:
    """One of each facilitator, then of all the rest; in the order of the second round's tickets."""
    chances = chances_of(listed, wanted.plans)
    first = {_first_of(plans, wanted.seed) for plans in _by_facilitator(listed).values()}
    order = shuffled(wanted.seed, "all", (one.plan for one in listed))
    rest = [plan for plan in order if plan not in first]
    more = set(rest[: max(0, wanted.plans - len(first))])
    return tuple(Drawn(plan, chances[plan]) for plan in order if plan in first | more)


def chances_of(listed: Sequence[Eligible], plans: int) -> dict[str, Fraction]:
    """How likely each plan is to be drawn when so many are asked for.

    A facilitator's plans share the first round. What the first round leaves has an equal chance.
    """
    of = _by_facilitator(listed)
    left = len(listed) - len(of)
    more = min(max(0, plans - len(of)), left)
    second = Fraction(more, left) if left else Fraction(0)
    return {
        plan: Fraction(1, len(own)) + (1 - Fraction(1, len(own))) * second
        for own in of.values()
        for plan in own
    }


def _by_facilitator(listed: Iterable[Eligible]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in listed:
        found.setdefault(one.facilitator, []).append(one.plan)
    return found


def _first_of(plans: Iterable[str], seed: str) -> str:
    return shuffled(seed, "one of each facilitator", plans)[0]


def _refuse_twice(eligible: Sequence[Eligible]) -> None:
    counted = Counter(one.plan for one in eligible)
    twice = sorted(plan for plan, times in counted.items() if times > 1)
    if twice:
        raise Refusal.because(
            f"Plan {twice[0]} stands in the list twice.", "Keep it once.", "sample"
        )
