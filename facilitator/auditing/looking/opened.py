"""A look opened with its plan, as every page of it needs them."""

from dataclasses import dataclass

from facilitator.auditing.opening import OpenedPlan, open_plan
from facilitator.audits import Criterion, Rubric
from facilitator.audits.look import Look, asked
from facilitator.database import Session


@dataclass(frozen=True)
class OpenedLook:
    """One look, the version of the plan that it is about, and the rubric that it goes by."""

    look: Look
    plan: OpenedPlan

    @property
    def rubric(self) -> Rubric:
        """The rubric of this app."""
        return self.plan.rubric

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """What this look asks, in its order."""
        return asked(self.look.depth, self.rubric)


def opened_look(session: Session, look: Look, rubric: Rubric) -> OpenedLook | None:
    """That look with its plan; None where the plan is not there."""
    plan = open_plan(session, look.meeting_id, rubric, look.version)
    return OpenedLook(look, plan) if plan else None
