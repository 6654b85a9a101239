"""A plan that the family said yes to: one version, kept as it was agreed."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from facilitator.plans.draft import Draft
from facilitator.plans.plan import Plan, new_code
from facilitator.refusals import Refusal

FIRST = 1


@dataclass(frozen=True)
class Agreed:
    """One version of a plan, with when it was agreed and who kept it.

    ``at`` is an instant, ``kept_by`` the id of a user; ``what_changed`` says in the family's own
    words what is different from the version before, "" for the first one.
    """

    plan: Plan
    at: datetime
    kept_by: UUID
    what_changed: str = ""

    @property
    def sha256(self) -> str:
        """The hash of the plan's canonical document."""
        return self.plan.sha256


@dataclass(frozen=True, kw_only=True)
class Version:
    """What is told of one version in a list: all but the plan itself."""

    number: int
    code: str
    agreed_on: date
    at: datetime
    what_changed: str
    sha256: str


def next_plan(draft: Draft, latest: Agreed | None, *, on: date, code: str = "") -> Plan:
    """The draft as the next version of this family's plan, agreed on that civil day.

    One meeting's plan keeps its code from version to version. The first one takes ``code``,
    which its record brought, or else a random one.
    """
    if latest is not None:
        return draft.agree(on=on, code=latest.plan.code, version=latest.plan.version + 1)
    return draft.agree(on=on, code=code or new_code(), version=FIRST)


def refuse_what_does_not_follow(asked: Agreed, last: Version | None) -> None:
    """Refusal where this is not the version that comes after the last one."""
    if last is None:
        return
    number = asked.plan.version
    if number != last.number + 1:
        raise Refusal.because(
            f"Plan {number} can't follow plan {last.number}.",
            "Somebody may have agreed a plan since. Look at the newest one, then agree again.",
        )
    if asked.plan.code != last.code:
        raise Refusal.because(
            f"The code {asked.plan.code} is not the one of this plan, {last.code}.",
            "Keep the code that stands on the paper.",
        )
    if not asked.what_changed.strip():
        raise Refusal.because(
            f"It does not say what is different from plan {last.number}.",
            "Ask the family, and write what changed in their words.",
            "what_changed",
        )
