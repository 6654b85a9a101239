"""What the plan shows for each of the fifteen commitments, with quotes: never a mark."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from facilitator.audits import counting, metrics
from facilitator.audits.audited import FAMILY, FAMILYS_SIDE, Audited
from facilitator.audits.evidence import Evidence
from facilitator.five_rs import COMMITMENTS
from facilitator.people import CopyKind
from facilitator.plans import Line

_SOON = 7


def coverage(audited: Audited) -> dict[str, tuple[Evidence, ...]]:
    """The evidence for each commitment, in the order of the Five Rs; empty where none was found."""
    return {
        commitment: (
            *audited.quoted(_LINES[commitment](audited), commitment),
            *_beside(commitment, audited),
        )
        for commitment in COMMITMENTS
    }


def _steps(audited: Audited) -> tuple[Line, ...]:
    return audited.lines("action")


def _trustworthy(audited: Audited) -> Iterable[Line]:
    """A service's steps that say who and when, as the family's do; old steps with a result."""
    for step in _steps(audited):
        named = step.fields.ids("who") and counting.has_day(step)
        if step.fields.words("kind") == "service" and named:
            yield step
    yield from (one for one in audited.lines("old_step") if one.fields.words("result"))


def _caring(audited: Audited) -> Iterable[Line]:
    """The family's own words, as they were said."""
    yield from audited.lines("love_line", "statement")
    yield from (one for one in audited.plan.lines if one.exact and audited.is_by(one, FAMILY))


def _collaborative(audited: Audited) -> Iterable[Line]:
    """Steps that somebody of the family's side holds; requests for help that were answered."""
    side = {one.id for one in audited.people if one.role in FAMILYS_SIDE}
    yield from (step for step in _steps(audited) if side.intersection(step.fields.ids("who")))
    yield from (one for one in audited.lines("request") if one.fields.words("answer"))


def _participatory(audited: Audited) -> Iterable[Line]:
    """What children said, and the steps that come from it."""
    views = audited.lines("child_view", "family_view")
    shown = {one for view in views for one in view.answers}
    yield from (one for one in views if one.words.strip())
    yield from (step for step in _steps(audited) if step.id in shown)


def _honest(audited: Audited) -> Iterable[Line]:
    """Worries that say what and when, reasons, both sides, and the referrer's answer."""
    yield from (one for one in metrics.worker_worries(audited) if counting.is_specific(one))
    lines = audited.lines("bottom_line")
    yield from (one for one in lines if one.by and one.fields.words("reason").strip())
    yield from audited.lines("if_no_plan", "disagreement", "own_view")
    yield from (one for one in audited.lines("referrer_answer") if one.fields.words("answer"))


def _inclusive(audited: Audited) -> Iterable[Line]:
    return audited.lines("reading")


def _empowering(audited: Audited) -> Iterable[Line]:
    """The plan-keeper, and steps that use a strength which somebody named."""
    strengths = {one.id for one in audited.lines("strength")}
    yield from (one for one in audited.lines("plan_keeper") if audited.is_by(one, FAMILY))
    yield from (step for step in _steps(audited) if strengths.intersection(step.answers))


def _informed(audited: Audited) -> Iterable[Line]:
    """Steps with a day, and what the family asked to know."""
    yield from (step for step in _steps(audited) if counting.has_day(step))
    yield from audited.lines("question")


def _risk_aware(audited: Audited) -> Iterable[Line]:
    """Steps that answer a worry or a bottom line, and what-ifs."""
    risks = {one.id for one in audited.lines("worry", "bottom_line")}
    yield from (step for step in _steps(audited) if risks.intersection(step.answers))
    yield from audited.lines("if_then")


def _trauma_informed(audited: Audited) -> Iterable[Line]:
    """How people wanted to talk to each other, and how they began."""
    return audited.lines("agreement", "beginning")


def _curious(audited: Audited) -> Iterable[Line]:
    """Strengths, needs and worries that the family itself said."""
    said = audited.lines("strength", "need", "worry")
    return (one for one in said if audited.is_by(one, FAMILYS_SIDE))


def _patient(audited: Audited) -> Iterable[Line]:
    """What keeps them going, and old steps that were kept, changed or stopped."""
    yield from audited.lines("keep_going")
    yield from (one for one in audited.lines("old_step") if one.fields.words("keep"))


def _flexible(audited: Audited) -> Iterable[Line]:
    return audited.lines("unknown", "meet_sooner")


def _responsive(audited: Audited) -> Iterable[Line]:
    """What starts this week, who needs to be told, and how the old steps went."""
    for step in _steps(audited):
        after = counting.days_after_meeting(audited, step.fields.day("start"))
        if after is not None and 0 <= after <= _SOON:
            yield step
    yield from audited.lines("telling")
    yield from (one for one in audited.lines("old_step") if one.fields.words("result"))


def _outcomes(audited: Audited) -> Iterable[Line]:
    return (one for one in audited.lines("goal") if one.fields.words("sign").strip())


_LINES: Mapping[str, Callable[[Audited], Iterable[Line]]] = MappingProxyType(
    {
        "REL-1": _trustworthy,
        "REL-2": _caring,
        "REL-3": _collaborative,
        "RES-1": _participatory,
        "RES-2": _honest,
        "RES-3": _inclusive,
        "RSP-1": _empowering,
        "RSP-2": _informed,
        "RSP-3": _risk_aware,
        "RSL-1": _trauma_informed,
        "RSL-2": _curious,
        "RSL-3": _patient,
        "REF-1": _flexible,
        "REF-2": _responsive,
        "REF-3": _outcomes,
    }
)


def _beside(commitment: str, audited: Audited) -> tuple[Evidence, ...]:
    """What is no line of the plan and shows it too: copies, and needs that were met."""
    if commitment == "REL-1":
        found = {
            f"people.{one.id}.copy": ("copy", f"{one.copying.form}, {one.copying.how}")
            for one in audited.people
            if one.copying and one.copying.kind is not CopyKind.NONE and one.copying.on
        }
    elif commitment in ("RES-3", "RSL-1"):
        found = {
            f"people.{person.id}.needs.{at}": ("personal need", f"{one.need}: {one.met_by}")
            for person in audited.people
            for at, one in enumerate(person.needs)
            if one.met_by.strip()
        }
    else:
        found = {}
    return tuple(
        Evidence(line=line, kind=kind, quote=quote, commitments=(commitment,))
        for line, (kind, quote) in found.items()
    )
