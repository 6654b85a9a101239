"""The counts of one plan in words: what it holds, never how good it is."""

from collections.abc import Mapping
from typing import Any

_OF = {
    "coverage": "Worries, needs and lines that must be in the plan, with a step",
    "worker_worries_specific": "Workers' worries that say what and when",
    "agreed": "People of the family who answered",
    "needs_met": "Personal needs that were met",
}
_STEPS = {
    "actions_with_owner": "Steps with a name",
    "actions_with_date": "Steps with a day",
    "actions_clear": "Steps with a name, a day and no vague word",
}
_SHARES = {
    "family_share": "Steps that the family's side carries",
    "largest_load_share": "The most that one person carries",
}
_DAYS = {
    "days_to_plan": "From the meeting to the plan in people's hands",
    "days_to_first_action": "From the meeting to the first step",
    "days_to_review": "From the meeting to when they meet again",
}


def counts(metrics: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Rows of what was counted and the count, as people say them."""
    if not metrics:
        return ()
    balance = metrics["balance"]
    held = (
        f"{balance['strengths']} going well, {balance['needs']} needs, {balance['worries']} worries"
    )
    return (
        ("Lines about what goes well, what is needed, what worries", held),
        *((words, _of(*metrics[key])) for key, words in _OF.items()),
        *((words, _of(metrics[key], metrics["actions"])) for key, words in _STEPS.items()),
        ("People who carry a step", str(metrics["people_holding_actions"])),
        *((words, f"{round(metrics[key] * 100)} in 100") for key, words in _SHARES.items()),
        *((words, _days(metrics[key])) for key, words in _DAYS.items()),
        ("Reading age", _age(metrics["reading"]["uk_reading_age"])),
    )


def _of(some: int, all_: int) -> str:
    return f"{some} of {all_}" if all_ else "none"


def _days(days: int | None) -> str:
    if days is None:
        return "no day is written down"
    return {0: "the same day", 1: "1 day"}.get(days, f"{days} days")


def _age(age: float | None) -> str:
    return "can't be said" if age is None else f"about {max(round(age), 5)} years"
