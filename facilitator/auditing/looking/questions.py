"""The questions of a look, ready to be drawn: nothing of the machine is in them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from facilitator import five_rs
from facilitator.auditing.looking.keeping import Outcome
from facilitator.auditing.looking.typed import mark_of
from facilitator.audits import Criterion
from facilitator.audits.look import FIRST_LOOK, Answer, Look
from facilitator.audits.statistics import NOT_APPLICABLE
from facilitator.five_rs import Commitment

DOES_NOT_APPLY = "It does not apply."


@dataclass(frozen=True)
class Choice:
    """One answer that can be chosen: the key that it is typed with, and what it looks like."""

    value: str
    key: str
    text: str
    hint: str = ""


@dataclass(frozen=True, kw_only=True)
class Question:
    """One criterion as the page asks it.

    ``answer`` is what stands in the form, ``kept`` what the database holds; they differ where
    something could not be kept. ``at`` is its place on the page, from 1 on.
    """

    at: int
    criterion: Criterion
    answer: Answer
    kept: Answer
    problem: str = ""
    clashes: bool = False

    @property
    def place(self) -> str:
        """Where it stands on the page."""
        return f"question-{self.at}"

    @property
    def chosen(self) -> str:
        """The value of what is chosen, "" for nothing."""
        return "" if self.answer.rating is None else str(self.answer.rating)

    @property
    def shown(self) -> str:
        """The mark of what the page is based on."""
        return mark_of(self.kept)

    @property
    def is_unkept(self) -> bool:
        """Whether the form holds more than the database does."""
        return mark_of(self.answer) != self.shown

    @property
    def in_first_look(self) -> bool:
        """Whether a first look asks it."""
        return self.criterion.id in FIRST_LOOK

    @property
    def commitments(self) -> tuple[Commitment, ...]:
        """The commitments that it is about."""
        return tuple(map(five_rs.load, self.criterion.commitments))

    @property
    def choices(self) -> tuple[Choice, ...]:
        """0 to 3 as they look like, and that it does not apply."""
        levels = (Choice(str(n), str(n), text) for n, text in enumerate(self.criterion.anchors))
        does_not = Choice(NOT_APPLICABLE, "N", DOES_NOT_APPLY, self.criterion.not_applicable)
        return (*levels, does_not)


def questions(
    look: Look, criteria: Iterable[Criterion], outcomes: Mapping[str, Outcome] | None = None
) -> tuple[Question, ...]:
    """The questions with what stands in them; ``outcomes`` tell what of a form is not kept."""
    return tuple(
        _question(at, one, look, (outcomes or {}).get(one.id)) for at, one in enumerate(criteria, 1)
    )


def _question(at: int, criterion: Criterion, look: Look, outcome: Outcome | None) -> Question:
    kept = look.answer(criterion.id)
    if outcome is None or outcome.is_kept:
        return Question(at=at, criterion=criterion, answer=kept, kept=kept)
    problem = " ".join(f"{one.wrong} {one.remedy}" for one in outcome.problems)
    return Question(
        at=at,
        criterion=criterion,
        answer=outcome.asked,
        kept=kept,
        problem=problem,
        clashes=outcome.clashes,
    )
