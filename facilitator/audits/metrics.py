"""The counts of one plan: what it holds, never how good it is."""

from collections import Counter
from typing import Any

from facilitator.audits import counting
from facilitator.audits.audited import OFFICE, Audited
from facilitator.plain_language import OF_WORDS, Level, Reading
from facilitator.plans import Line


def metrics(audited: Audited) -> dict[str, Any]:
    """Every count as JSON: numbers, [n, of], days after the meeting; None for what has no day.

    Shares lie between 0 and 1, with two decimals; sentences are measured in words.
    """
    return {
        "balance": _balance(audited),
        **_worries_and_needs(audited),
        **_steps(audited),
        **_days(audited),
        **_people(audited),
        "reading": _reading(audited.reading),
        "flags": flags(audited),
    }


def flags(audited: Audited) -> dict[str, int]:
    """How many words of the list were found, by how much they ask."""
    found = Counter(
        one.level
        for several in audited.findings.values()
        for one in several
        if one.reason in OF_WORDS
    )
    return {level.value: found[level] for level in Level}


def worker_worries(audited: Audited) -> tuple[Line, ...]:
    """The worries that a worker, the referrer or the facilitator said."""
    return tuple(one for one in audited.lines("worry") if audited.is_by(one, OFFICE))


def _balance(audited: Audited) -> dict[str, Any]:
    counts = {f"{kind}s": len(audited.lines(kind)) for kind in ("strength", "need")}
    counts["worries"] = len(audited.lines("worry"))
    largest = counting.share(max(counts.values()), sum(counts.values()))
    return {**counts, "largest_share": round(largest, 2)}


def _worries_and_needs(audited: Audited) -> dict[str, Any]:
    said = worker_worries(audited)
    open_lines = audited.lines(*counting.OPEN_KINDS)
    return {
        "worker_worries_specific": [sum(map(counting.is_specific, said)), len(said)],
        "coverage": [sum(one.id in audited.answered for one in open_lines), len(open_lines)],
    }


def _steps(audited: Audited) -> dict[str, Any]:
    steps = audited.lines("action")
    held = counting.holding(steps)
    own = sum(step.fields.words("kind") in ("family", "team") for step in steps)
    return {
        "actions": len(steps),
        "actions_with_owner": sum(bool(step.fields.ids("who")) for step in steps),
        "actions_with_date": sum(map(counting.has_day, steps)),
        "actions_clear": len(counting.clear_steps(audited)),
        "people_holding_actions": len(held),
        "largest_load_share": round(
            counting.share(max(held.values(), default=0), sum(held.values())), 2
        ),
        "family_share": round(counting.share(own, steps), 2),
    }


def _days(audited: Audited) -> dict[str, Any]:
    days = {
        "days_to_plan": audited.meeting.plan_given_on,
        "days_to_first_action": counting.first_start(audited),
        "days_to_review": counting.review_day(audited),
    }
    return {name: counting.days_after_meeting(audited, day) for name, day in days.items()}


def _people(audited: Audited) -> dict[str, Any]:
    asked = counting.asked_for_an_answer(audited)
    said = {one.by for one in audited.lines("answer")}
    needs = counting.personal_needs(audited)
    return {
        "agreed": [sum(one.id in said for one in asked), len(asked)],
        "needs_met": [counting.met(needs), len(needs)],
    }


def _reading(found: Reading) -> dict[str, Any]:
    return {
        "fk_grade": found.grade,
        "uk_reading_age": found.uk_age,
        "mean_sentence": found.mean_sentence,
        "max_sentence": found.longest_sentence,
        "share_over_20": found.share_over_20,
    }
