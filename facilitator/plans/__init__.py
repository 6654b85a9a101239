"""From what was said to what was agreed: the draft, its gaps, and the plan."""

from facilitator.plans.draft import Draft
from facilitator.plans.gaps import Gap
from facilitator.plans.line import Line
from facilitator.plans.page_one import PageOne
from facilitator.plans.plan import Plan

__all__ = ["Draft", "Gap", "Line", "PageOne", "Plan"]
