"""The rubric: twenty criteria, each with what 0 to 3 look like, as data."""

from dataclasses import dataclass

LEVELS = (0, 1, 2, 3)


@dataclass(frozen=True, kw_only=True)
class Criterion:
    """One thing that makes a plan good.

    ``anchors`` say in plain words what 0, 1, 2 and 3 look like. ``suggests`` says what the machine
    may count, "" where only a person can judge; ``asks`` is the question that a person answers.
    ``not_applicable`` says when it does not apply: that is an answer of its own.
    """

    id: str
    name: str
    commitments: tuple[str, ...]
    anchors: tuple[str, str, str, str]
    asks: str
    suggests: str = ""
    not_applicable: str = ""


@dataclass(frozen=True)
class LeftOutCriterion:
    """A criterion that a service does not use, with the reason, which every audit shows."""

    criterion: Criterion
    why: str


@dataclass(frozen=True)
class Rubric:
    """All criteria that a service uses, in their order, and those that it left out."""

    criteria: tuple[Criterion, ...]
    left_out: tuple[LeftOutCriterion, ...] = ()

    def find(self, criterion_id: str) -> Criterion | None:
        """The criterion of that id, or None."""
        return next((one for one in self.criteria if one.id == criterion_id), None)

    def load(self, criterion_id: str) -> Criterion:
        """The criterion of that id; LookupError where there is none."""
        if found := self.find(criterion_id):
            return found
        raise LookupError(f"There is no criterion called '{criterion_id}'.")
