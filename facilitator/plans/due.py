"""What a plan promises by a day: what the service has to do, to answer, and to look at again.

The family's own steps are theirs: none of them is ever late here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from facilitator.people import Role
from facilitator.plans.line import Line
from facilitator.plans.plan import Plan

# Who comes to a meeting from an office. What they promise is the service's to keep.
OFFICE = frozenset({Role.REFERRER, Role.WORKER, Role.FACILITATOR})
NOT_YET = "not_yet"
# These gaps are told by a due of their own: a request, the referrer's answer, the review.
_TOLD_BESIDE = frozenset({"request_answer", "request_day", "no_referrer_answer", "no_review"})


class DueKind(StrEnum):
    """What was promised. The value is its stored key."""

    STEP = "step"  # a step that somebody from an office holds
    ANSWER = "answer"  # help that the family asked for, and nobody has said yes or no
    DECISION = "decision"  # the referrer's answer to the plan
    FINDING_OUT = "finding_out"  # what somebody from an office finds out
    SORT_OUT = "sort_out"  # what the plan leaves open
    REVIEW = "review"  # the day on which the family meets again


@dataclass(frozen=True, kw_only=True)
class Due:
    """One thing that a plan promises by a civil day.

    ``ref`` is the id of the plan's line, "" where no line says it: words are read there, and kept
    nowhere else. ``whose`` is the part of whoever promised it, None where it is not one person's.
    """

    kind: DueKind
    on: date
    ref: str = ""
    whose: Role | None = None


@dataclass(frozen=True, kw_only=True)
class Done:
    """What came of a due: ``words`` say what was told to the family, ``on`` is a civil day.

    ``by`` is the id of the user who wrote it down, ``at`` the instant.
    """

    on: date
    words: str
    by: UUID
    at: datetime


@dataclass(frozen=True, kw_only=True)
class KeptDue:
    """A due as it is kept, of that version of that meeting's plan.

    ``superseded`` says that a newer plan holds since; what that one promises counts then.
    """

    id: UUID
    meeting_id: UUID
    version: int
    due: Due
    done: Done | None = None
    superseded: bool = False


def dues_of(plan: Plan) -> tuple[Due, ...]:
    """Everything that this plan promises by a day, in the order of the plan.

    Where no day is said for an answer, the family has been waiting since the plan was agreed.
    """
    rules = (_steps, _requests, _decision, _findings_out, _still_open, _review)
    return tuple(due for rule in rules for due in rule(plan))


def _steps(plan: Plan) -> Iterator[Due]:
    for line in plan.of("action"):
        on = line.fields.day("due") or line.fields.day("start")
        if on and (whose := _office(plan, line, "who")):
            yield Due(kind=DueKind.STEP, on=on, ref=line.id, whose=whose)


def _requests(plan: Plan) -> Iterator[Due]:
    for line in plan.of("request"):
        asked = line.fields.ids("of")
        if line.fields.words("answer") in ("", NOT_YET) and (
            not asked or _office(plan, line, "of")
        ):
            yield Due(
                kind=DueKind.ANSWER,
                on=line.fields.day("by") or plan.agreed_on,
                ref=line.id,
                whose=_office(plan, line, "of"),
            )


def _decision(plan: Plan) -> Iterator[Due]:
    referrer = any(one.role is Role.REFERRER for one in plan.people)
    whose = Role.REFERRER if referrer else None
    said = plan.first("referrer_answer")
    if said is None or not said.fields.words("answer"):
        if referrer:
            ref = said.id if said else ""
            yield Due(kind=DueKind.DECISION, on=plan.agreed_on, ref=ref, whose=whose)
    elif said.fields.words("answer") == NOT_YET:
        on = said.fields.day("answer_by") or plan.agreed_on
        yield Due(kind=DueKind.DECISION, on=on, ref=said.id, whose=whose)


def _findings_out(plan: Plan) -> Iterator[Due]:
    for line in plan.of("unknown"):
        by, whose = line.fields.day("by"), _office(plan, line, "who")
        if by and whose:
            yield Due(kind=DueKind.FINDING_OUT, on=by, ref=line.id, whose=whose)


def _still_open(plan: Plan) -> Iterator[Due]:
    if any(gap.code not in _TOLD_BESIDE for gap in plan.gaps):
        yield Due(kind=DueKind.SORT_OUT, on=plan.agreed_on)


def _review(plan: Plan) -> Iterator[Due]:
    for line in plan.of("meet_again"):
        if on := line.fields.day("date"):
            yield Due(kind=DueKind.REVIEW, on=on, ref=line.id)


def _office(plan: Plan, line: Line, field: str) -> Role | None:
    """The part of the first of those named there who comes from an office, or None."""
    named = (plan.people.find(one) for one in line.fields.ids(field))
    return next((one.role for one in named if one and one.role in OFFICE), None)


def still_open(plan: Plan) -> tuple[str, ...]:
    """The sentences of what the plan leaves open and no other due tells, in its own words."""
    return tuple(str(gap) for gap in plan.gaps if gap.code not in _TOLD_BESIDE)
