"""Who holds what they must not hold, and who met whom they must not meet."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from facilitator.copies import Copy
from facilitator.people import CopyKind, HiddenItem, Hiding, Person
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
    may_show = _may_show(plan)
    for person in plan.people:
        copying = person.copying
        if copying is None or copying.kind is CopyKind.NONE:
            continue
        if person.is_left_out or safety.shut_out(person.id, plan.agreed_on):
            yield f"{person.short_name} must not have a copy, and one is written down for them."
        elif person.id in may_show and _would_show(plan, person, lists):
            yield f"Something that is hidden from {person.short_name} would show in their copy."


def _may_show(plan: Plan) -> frozenset[str]:
    """Whose copy could show what is hidden from them: few, and only theirs need be made.

    What is hidden from several readers is looked for once, in all that no copy leaves out.
    """
    safety = plan.people.safety
    readers: dict[tuple[HiddenItem, ...], list[Person]] = {}
    for one in plan.people:
        if hidden := safety.hidden_from(one.id):
            readers.setdefault(hidden, []).append(one)
    return frozenset(
        one.id
        for hidden, several in readers.items()
        if Hiding.of(plan.people, hidden).shows_in("\n".join(_stays(plan, several)))
        for one in several
    )


def _would_show(plan: Plan, person: Person, lists: WordList | None) -> bool:
    """Whether their copy is refused; making one takes long."""
    try:
        Copy.for_reader(plan, person.id, lists=lists)
    except Refusal:
        return True
    return False


def _stays(plan: Plan, readers: Iterable[Person]) -> Iterator[str]:
    """The texts that no copy of theirs leaves out: names, lines for everybody, their own lines."""
    ids = {one.id for one in readers}
    for one in plan.people:
        yield from (one.name, one.called, one.relationship, one.phone)
    for line in plan.lines:
        if line.kind in _ON_EVERY_COPY or line.by in ids or not ids.isdisjoint(line.named):
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
