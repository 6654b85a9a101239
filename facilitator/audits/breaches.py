"""Who holds what they must not hold, and who met whom they must not meet."""

from collections.abc import Iterator
from itertools import combinations

from facilitator.copies import Copy
from facilitator.people import CopyKind, Hiding, Person
from facilitator.plain_language import WordList
from facilitator.plans import Plan
from facilitator.refusals import Refusal

# On every copy, and never left out of one.
_ON_EVERY_COPY = ("title", "plan_keeper", "meet_again")


def breaches(plan: Plan, lists: WordList | None = None) -> tuple[str, ...]:
    """Every leak and every forbidden meeting, each in a sentence."""
    return (*_copies(plan, lists), *_meetings(plan))


def _copies(plan: Plan, lists: WordList | None) -> Iterator[str]:
    safety = plan.people.safety
    for person in plan.people:
        copying = person.copying
        if copying is None or copying.kind is CopyKind.NONE:
            continue
        if person.is_left_out or safety.shut_out(person.id, plan.agreed_on):
            yield f"{person.short_name} must not have a copy, and one is written down for them."
        elif safety.hidden_from(person.id) and _would_show(plan, person, lists):
            yield f"Something that is hidden from {person.short_name} would show in their copy."


def _would_show(plan: Plan, person: Person, lists: WordList | None) -> bool:
    """Whether their copy is refused. It is made only where it may be, for making one takes long."""
    hiding = Hiding.from_reader(plan.people, person.id)
    if not hiding.shows_in("\n".join(_stays(plan, person))):
        return False
    try:
        Copy.for_reader(plan, person.id, lists=lists)
    except Refusal:
        return True
    return False


def _stays(plan: Plan, person: Person) -> Iterator[str]:
    """The texts that no copy leaves out: names, what stands on every copy, their own lines."""
    for one in plan.people:
        yield from (one.name, one.called, one.relationship, one.phone)
    for line in plan.lines:
        if line.kind in _ON_EVERY_COPY or person.id in (line.by, *line.named):
            yield from line.texts


def _meetings(plan: Plan) -> Iterator[str]:
    safety, day = plan.people.safety, plan.meeting.held_on
    if not safety.restrictions:
        return
    there = [one for one in plan.people if one.attended.took_part]
    for one, other in combinations(there, 2):
        together = not (one.stages and other.stages) or set(one.stages) & set(other.stages)
        if together and safety.kept_apart(one.id, other.id, day):
            yield f"{one.short_name} and {other.short_name} must keep apart, and both were there."
