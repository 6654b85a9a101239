"""The six gates: facts that a supervisor must know, whatever the marks are.

Only the first stops paper, and that is decided elsewhere. Each of the others stays on the
supervisor's list until somebody has answered it.
"""

from facilitator.audits import counting
from facilitator.audits.audited import Audited

GATES = {
    "G1": "a leak or a forbidden meeting",
    "G2": "private family time breached or recorded",
    "G3": "no child view and no reason",
    "G4": "worry or bottom line with no step",
    "G5": "no worker's answer on the day",
    "G6": "no review date",
}


def gates(audited: Audited) -> tuple[str, ...]:
    """Every gate that this plan did not pass, in their order, each as "G4 worry or ..."."""
    closed = {
        "G1": bool(audited.breaches),
        "G2": is_private_time_broken(audited),
        "G3": _no_child_was_heard(audited),
        "G4": _stands_without_a_step(audited),
        "G5": not (audited.meeting.is_team_circle or counting.referrer_said_on_the_day(audited)),
        "G6": counting.review_day(audited) is None,
    }
    return tuple(f"{gate} {GATES[gate]}" for gate, is_closed in closed.items() if is_closed)


def is_private_time_broken(audited: Audited) -> bool:
    """Whether the office was in the family's own time, or anything said there was written down."""
    return audited.written_in_private or counting.somebody_stayed(audited)


def _no_child_was_heard(audited: Audited) -> bool:
    children = {one.id for one in audited.people.children}
    views = [one for one in audited.lines("child_view") if one.by in children]
    dated = any(one.words.strip() and one.fields.day("date") for one in views)
    reasons = any(
        not one.words.strip() and (one.fields.words("could_not") or one.fields.words("how"))
        for one in views
    )
    return bool(children) and not audited.meeting.is_team_circle and not dated and not reasons


def _stands_without_a_step(audited: Audited) -> bool:
    worries = audited.lines("worry")
    lines_that_must = audited.lines("bottom_line")
    return any(one.id not in audited.answered for one in lines_that_must) or (
        bool(worries) and not any(one.id in audited.answered for one in worries)
    )
