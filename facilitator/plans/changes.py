"""What is different between two versions of a plan, for the family to say it in their words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from facilitator.kinds import KINDS, Kind, Section
from facilitator.plans.field_words import FieldWords
from facilitator.plans.line import Line
from facilitator.plans.plan import Plan

Changed = Literal["new", "changed", "gone"]
WORDS, SAID_BY = "Words", "Who said it"
_SECTIONS = {section: place for place, section in enumerate(Section)}
_KINDS = {key: place for place, key in enumerate(KINDS)}


@dataclass(frozen=True)
class FieldChange:
    """One thing that is known otherwise now: as it was and as it is, "" for nothing."""

    label: str
    old: str
    new: str


@dataclass(frozen=True)
class PlanChange:
    """One line that is new, changed or gone; ``before`` is None for a new one, ``after`` for gone.

    ``fields`` says what is different in a changed line, the words first.
    """

    what: Changed
    before: Line | None
    after: Line | None
    fields: tuple[FieldChange, ...] = ()

    @property
    def line(self) -> Line:
        """The line as it is now, or as it was where it is gone."""
        line = self.after or self.before
        if line is None:
            raise ValueError("A change is of a line.")
        return line

    @property
    def kind(self) -> Kind:
        """The row of its kind in the table of kinds."""
        return self.line.row


def between(old: Plan, new: Plan) -> tuple[PlanChange, ...]:
    """What is new, changed and gone from the old plan to the new one, in the order of the paper.

    Only what can stand on paper counts. A line that is gone comes after those of its kind that
    stand.
    """
    before = {line.id: line for line in old.lines}
    after = {line.id: line for line in new.lines}
    look = _Look(old, new)
    found = [
        *(change for line in new.lines if (change := look.at(before.get(line.id), line))),
        *(PlanChange("gone", line, None) for line in old.lines if line.id not in after),
    ]
    return tuple(sorted(found, key=_place))


def _place(change: PlanChange) -> tuple[int, int]:
    return _SECTIONS[change.kind.section], _KINDS[change.kind.key]


class _Look:
    """Two plans being held beside each other."""

    def __init__(self, old: Plan, new: Plan) -> None:
        self.old, self.new = FieldWords.of_plan(old), FieldWords.of_plan(new)

    def at(self, before: Line | None, after: Line) -> PlanChange | None:
        """What became of that line, None where it says the same."""
        if before is None:
            return PlanChange("new", None, after)
        fields = tuple(self._fields(before, after))
        return PlanChange("changed", before, after, fields) if fields else None

    def _fields(self, before: Line, after: Line) -> Iterator[FieldChange]:
        if before.kind != after.kind:
            yield FieldChange("What it is", before.row.label, after.row.label)
        if _typed(before) != _typed(after):
            yield FieldChange(WORDS, "\n".join(_typed(before)), "\n".join(_typed(after)))
        if before.by != after.by:
            names = self.old.name(before.by), self.new.name(after.by)
            yield FieldChange(SAID_BY, *names)
        for field in after.row.fields:
            was, now = before.fields.values.get(field.key), after.fields.values.get(field.key)
            if not field.on_paper or (was or None) == (now or None):
                continue
            old, new = self.old.put(field, was), self.new.put(field, now)
            if old or new:  # A link to what stands in neither plan shows on no paper.
                yield FieldChange(field.label, old, new)


def _typed(line: Line) -> tuple[str, ...]:
    return tuple(text for text in (line.words, line.rendering or "") if text)
