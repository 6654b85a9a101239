"""From what was said to what was agreed: the draft, its gaps, the plan, and its versions."""

from facilitator.plans.agreed import Agreed, Version
from facilitator.plans.changes import FieldChange, PlanChange
from facilitator.plans.draft import Draft
from facilitator.plans.gaps import Gap
from facilitator.plans.holding import added_since, as_held
from facilitator.plans.line import Line
from facilitator.plans.page_one import PageOne
from facilitator.plans.plan import Plan

__all__ = [
    "Agreed",
    "Draft",
    "FieldChange",
    "Gap",
    "Line",
    "PageOne",
    "Plan",
    "PlanChange",
    "Version",
    "added_since",
    "as_held",
]
