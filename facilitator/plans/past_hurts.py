"""A line that tells of somebody's past hurt stands in a plan only with that person's own yes."""

from collections.abc import Iterable

from facilitator.contributions import Contribution


def may_stand(said: Contribution) -> bool:
    """Whether that line may stand in a plan: it tells of nobody's hurt, or they said yes to it."""
    return not said.hurts or said.hurts_yes is True


def waiting(contributions: Iterable[Contribution]) -> tuple[Contribution, ...]:
    """Those that stay out of the plan, because nobody was asked or because it was a no.

    No gap speaks of them: it would tell, on paper, that there is something.
    """
    return tuple(one for one in contributions if not may_stand(one))
