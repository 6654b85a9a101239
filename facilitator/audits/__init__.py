"""The audit of a plan: what the machine may suggest, what a person says, how well raters agree."""

from facilitator.audits.audit import Audit, audit
from facilitator.audits.audited import Audited
from facilitator.audits.evidence import Evidence, Suggestion
from facilitator.audits.gates import GATES
from facilitator.audits.rubric import Criterion, LeftOutCriterion, Rubric
from facilitator.audits.rubric_file import shipped, with_service

__all__ = [
    "GATES",
    "Audit",
    "Audited",
    "Criterion",
    "Evidence",
    "LeftOutCriterion",
    "Rubric",
    "Suggestion",
    "audit",
    "shipped",
    "with_service",
]
