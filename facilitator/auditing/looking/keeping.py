"""Answers are kept one by one; where another tab was quicker, nothing is overwritten."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from facilitator.auditing import store
from facilitator.auditing.looking.typed import Typed
from facilitator.audits.look import Answer, Look
from facilitator.database import Session
from facilitator.refusals import Problem


@dataclass(frozen=True)
class Outcome:
    """What came of one answer. ``kept`` is what stands now, ``asked`` what was sent."""

    kept: Answer
    asked: Answer
    problems: tuple[Problem, ...] = ()

    @property
    def is_kept(self) -> bool:
        """Whether what was sent is what stands."""
        return (self.kept.rating, self.kept.words) == (self.asked.rating, self.asked.words)

    @property
    def clashes(self) -> bool:
        """Whether something else stands there, kept meanwhile in another tab."""
        return not self.problems and not self.is_kept


def keep(session: Session, look: Look, typed: Typed, *, at: datetime) -> Outcome:
    """Keep one answer, where nothing is wrong with it."""
    if typed.problems:
        return Outcome(look.answer(typed.answer.criterion), typed.answer, typed.problems)
    # What was said of why it is far from the suggestion comes later, on a page of its own.
    return Outcome(store.keep_answer(session, look.id, typed.answer, at=at), typed.answer)


def keep_all(
    session: Session, look: Look, several: Iterable[Typed], *, at: datetime
) -> tuple[Outcome, ...]:
    """Keep all that was touched. One that is refused or that clashes stops none of the others."""
    return tuple(keep(session, look, one, at=at) for one in several if one.is_touched)


def with_answers(look: Look, outcomes: Iterable[Outcome]) -> Look:
    """The look as it stands after that."""
    now = {one.kept.criterion: one.kept for one in outcomes}
    others = (one for one in look.answers if one.criterion not in now)
    return replace(look, answers=(*others, *now.values()))
