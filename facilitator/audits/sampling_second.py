"""Who rates a plan a second time, blind: one plan in five, by somebody of another team.

It is drawn when the first ratings are filed, by a seed of its own made then: whoever rates first
can't know which plans somebody else will read. Nothing here says what the first rating was.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from facilitator.audits.sampling import Eligible
from facilitator.audits.sampling_tickets import shuffled

ONE_IN = 5


@dataclass(frozen=True)
class Rater:
    """Somebody whose ratings count, and the team that they belong to."""

    user: str
    team: str


@dataclass(frozen=True)
class SecondRating:
    """A plan that came up to be rated twice, and by whom; None where nobody may."""

    plan: str
    rater: str | None


@dataclass(frozen=True)
class FirstRating:
    """A plan whose first rating is filed, and who filed it."""

    plan: Eligible
    rater: str


def second_ratings(
    firsts: Sequence[FirstRating], raters: Iterable[Rater], seed: str
) -> tuple[SecondRating, ...]:
    """One in five of those plans, rounded up, each with a second rater.

    Where nobody may rate a plan that came up, that is told, and the next plan comes up too. The
    second rater is of another team than the plan, is not the first rater and had no part in the
    meeting. Whoever has the fewest plans so far is asked; between equals the seed decides.
    """
    of = {one.plan.plan: one for one in firsts}
    wanted = -(-len(of) // ONE_IN)
    able = tuple(raters)
    load: Counter[str] = Counter()
    found: list[SecondRating] = []
    for plan in shuffled(seed, "second rating", of):
        if load.total() == wanted:
            break
        rater = _rater_for(of[plan], able, load, seed)
        load.update([rater] if rater else [])
        found.append(SecondRating(plan, rater))
    return tuple(found)


def _rater_for(
    first: FirstRating, raters: Sequence[Rater], load: Counter[str], seed: str
) -> str | None:
    plan = first.plan
    may = [
        one.user
        for one in raters
        if one.team != plan.team and one.user != first.rater and not plan.is_own_of(one.user)
    ]
    order = shuffled(seed, f"rater of {plan.plan}", may)
    return min(order, key=lambda user: load[user], default=None)
