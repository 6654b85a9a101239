"""The fifteen commitments of the Five Rs, and what has kept each so far: in words and counts.

It says which questions were asked and how many lines were said to them. It gives no score and
no mark: a question that was not asked may be good judgement.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from facilitator.agenda import Agenda
from facilitator.agenda.values import Prompt
from facilitator.contributions import Contribution
from facilitator.five_rs import PRINCIPLES, Commitment

# A question is offered only where the facilitator asks it in the room. In private family time
# nobody asks anything, and what to think about oneself is no question to others.
_IN_THE_ROOM = ("open", "share", "agree", "review")
_TO_ONESELF = "self"


@dataclass(frozen=True, kw_only=True)
class Promise:
    """One commitment: the questions asked that keep it, and the lines said to them.

    ``offer`` is a question that would keep it and has not been asked, None where there is none.
    ``left_out`` is the reason why this kind of meeting does not ask about it, "" for none.
    """

    commitment: Commitment
    asked: tuple[Prompt, ...] = ()
    lines: int = 0
    offer: Prompt | None = None
    left_out: str = ""

    @property
    def sentence(self) -> str:
        """What has kept it so far."""
        if self.asked:
            questions = _counted(len(self.asked), "question", "questions")
            to_them = "it" if len(self.asked) == 1 else "them"
            if not self.lines:
                return f"{questions} asked. No line was said to {to_them}."
            return f"{questions} asked. {_counted(self.lines, 'line', 'lines')} said to {to_them}."
        if self.left_out:
            return f"This kind of meeting leaves it out. {self.left_out}"
        return "Not asked yet."


@dataclass(frozen=True)
class PromisesOfR:
    """One of the Five Rs with its three promises."""

    name: str
    promises: tuple[Promise, ...]


def promises(
    agenda: Agenda, asked: Collection[str], lines: Iterable[Contribution]
) -> tuple[PromisesOfR, ...]:
    """The fifteen commitments by the five Rs. ``asked`` holds the ids of the questions asked.

    A question to which something was said was asked, whether anybody marked it or not.
    """
    answers = [one.prompt for one in lines if one.prompt]
    all_asked = frozenset((*asked, *answers))
    return tuple(
        PromisesOfR(
            principle.name,
            tuple(_promise(one, agenda, all_asked, answers) for one in principle.commitments),
        )
        for principle in PRINCIPLES
    )


def _promise(
    commitment: Commitment, agenda: Agenda, asked: Collection[str], answers: list[str]
) -> Promise:
    keeping = agenda.keeping(commitment.id)
    left_out = (one.why for one in agenda.left_out if one.commitment == commitment.id)
    return Promise(
        commitment=commitment,
        asked=tuple(one for one in keeping if one.id in asked),
        lines=sum(answers.count(one.id) for one in keeping),
        offer=next(_offers(keeping, asked), None),
        left_out=next(left_out, ""),
    )


def _offers(keeping: tuple[Prompt, ...], asked: Collection[str]) -> Iterator[Prompt]:
    """Questions that may still be asked in the room, the core ones first."""
    fit = [
        one
        for one in keeping
        if one.id not in asked and one.stage in _IN_THE_ROOM and one.to != _TO_ONESELF
    ]
    yield from sorted(fit, key=lambda one: not one.core)


def _counted(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"
