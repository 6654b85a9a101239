"""What would show in a copy is found, whichever way, and nothing else is."""

from hypothesis import HealthCheck, given, settings

from facilitator.audits.breaches import breaches
from facilitator.copies import Copy
from facilitator.people import CopyKind
from facilitator.plans import Plan
from facilitator.refusals import Refusal
from tests.audits.recorded import Document, audited
from tests.records import records


def refused(plan: Plan) -> set[str]:
    """Who is down for a copy that can't be made: each copy tried, which takes long."""
    found = set()
    for one in plan.people:
        if one.copying and one.copying.kind is not CopyKind.NONE:
            try:
                Copy.for_reader(plan, one.id)
            except Refusal:
                found.add(one.short_name)
    return found


@given(records())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_quick_look_finds_just_the_copies_that_would_be_refused(raw: Document) -> None:
    plan = audited(raw).plan
    told = [one for one in breaches(plan) if "copy" in one]
    for name in refused(plan):
        assert any(f" {name} " in f" {one}" for one in told)
    for one in told:
        assert any(name in one for name in refused(plan))
