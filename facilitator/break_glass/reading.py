"""What is read of an opened plan: the family's own full copy, and whom it must not reach."""

from dataclasses import dataclass
from datetime import date

from facilitator.copies import Copy
from facilitator.database import Session
from facilitator.meetings import KeptMeeting
from facilitator.paper import press
from facilitator.people import CopyKind, Person, Role
from facilitator.plans import Plan
from facilitator.refusals import Refusal
from facilitator.releasing.opening import Opened, opened_of

_FAMILY = (Role.FAMILY, Role.TEAM)


@dataclass(frozen=True)
class Read:
    """A plan as somebody else reads it: drawn, with what to know before a word of it is said.

    ``warnings`` are sentences, of restrictions and of hidden words; ``whose`` is who holds this
    very copy.
    """

    title: str
    version: int
    whose: str
    article: str
    warnings: tuple[str, ...]
    some_is_hidden: bool


def read(session: Session, kept: KeptMeeting, today: date) -> Read | None:
    """The newest agreed plan as the family holds it; None before the family has agreed one.

    Refusal where nobody of the family may hold a whole copy.
    """
    opened = opened_of(session, kept)
    if opened.plan is None:
        return None
    copy = _copy(opened, opened.plan)
    return Read(
        title=opened.title,
        version=opened.plan.version,
        whose=copy.reader.short_name,
        article=press.page(copy, press.STANDARD),
        warnings=_warnings(opened.plan, today),
        some_is_hidden=bool(opened.plan.people.safety.hidden_items),
    )


def _copy(opened: Opened, plan: Plan) -> Copy:
    """The copy of whoever looks after the plan, else of the first of the family who can have it."""
    why: Refusal | None = None
    for person in _holders(plan):
        try:
            return Copy.for_reader(plan, person.id, opened.gate.other_words, opened.gate.lists)
        except Refusal as refusal:
            why = why or refusal
    raise why or Refusal.because(
        "Nobody of the family holds the whole plan.", "Ask whoever leads their meetings."
    )


def _holders(plan: Plan) -> tuple[Person, ...]:
    keeper = plan.first("plan_keeper")
    whole = [one for one in plan.people if one.role in _FAMILY and one.copy_kind is CopyKind.FULL]
    return tuple(sorted(whole, key=lambda one: not keeper or one.id != keeper.by))


def _warnings(plan: Plan, today: date) -> tuple[str, ...]:
    people = plan.people
    return tuple(
        f"{_named(plan, rule.person)} must keep away from "
        f"{' and '.join(_named(plan, one) for one in rule.protects) or 'somebody here'}: "
        f"“{rule.rule}”"
        for rule in people.safety.restrictions
        if rule.holds_on(today)
    )


def _named(plan: Plan, person_id: str) -> str:
    person = plan.people.find(person_id)
    return person.short_name if person else "somebody"
