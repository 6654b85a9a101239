"""The whole plan before the family's yes: as it would be read, and what is not in it."""

from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from facilitator import canonical
from facilitator.agreeing.opening import Opened
from facilitator.agreeing.page_one_preview import as_part_of_a_page
from facilitator.copies import Copy
from facilitator.paper import press
from facilitator.people import CopyKind, Hiding, Person
from facilitator.plans import Line, Plan
from facilitator.plans.changes import PlanChange
from facilitator.refusals import Problem, Refusal


@dataclass(frozen=True)
class Reading:
    """The plan that the family would agree, as it is read to the end."""

    opened: Opened
    plan: Plan

    @cached_property
    def fingerprint(self) -> str:
        """What the yes is for: 64 hex digits, alike only where nothing changed since."""
        draft = self.opened.draft
        day, place = draft.meeting.held_on, draft.meeting.place
        return canonical.fingerprint((draft.lines, draft.gaps, draft.people, day, place))

    @cached_property
    def copy(self) -> Copy | tuple[Problem, ...]:
        """The copy of somebody who gets the whole plan, and from whom the least is hidden.

        The reasons where there is none.
        """
        problems: tuple[Problem, ...] = ()
        for one in sorted(self._readers(), key=self._hidden_from):
            try:
                return Copy.for_reader(self.plan, one.id, lists=self.opened.lists)
            except Refusal as refusal:
                problems = problems or refusal.problems
        nobody = Problem("", "Nobody is to get the whole plan.", "Choose who gets which copy.")
        return problems or (nobody,)

    @property
    def reader(self) -> str:
        """Whose copy is read, "" for nobody's."""
        return self.copy.reader.short_name if isinstance(self.copy, Copy) else ""

    @property
    def article(self) -> Markup | None:
        """That copy as a part of a page."""
        if not isinstance(self.copy, Copy):
            return None
        practice = self.opened.kept.practice
        return as_part_of_a_page(press.page(self.copy, press.STANDARD, practice=practice))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Why there is no such copy."""
        return () if isinstance(self.copy, Copy) else self.copy

    @property
    def not_in_it(self) -> tuple[Line, ...]:
        """The lines of the plan that this reader's copy does not hold; all, where there is none."""
        held = {line.id for line in self.copy.plan.lines} if isinstance(self.copy, Copy) else set()
        return tuple(line for line in self.plan.lines if line.id not in held and line.words)

    def _readers(self) -> list[Person]:
        return [one for one in self.plan.people if one.copy_kind is CopyKind.FULL]

    def _hidden_from(self, person: Person) -> int:
        return len(self.plan.people.safety.hidden_from(person.id))

    def is_for_all(self, change: PlanChange) -> bool:
        """Whether everybody may hear what changed: nothing in it is hidden from anybody."""
        lines = [line for line in (change.before, change.after) if line]
        return not any(
            line.fields.ids("may_hear") or any(map(self._hiding.shows_in, line.texts))
            for line in lines
        )

    @cached_property
    def _hiding(self) -> Hiding:
        return Hiding.from_anybody(self.plan.people)
