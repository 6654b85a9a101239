"""One family card: three things that make a meeting the family's, said by the family itself.

The three are what 5,456 people's answers to a scale of 17 items came down to: productive
decisions, the family included, professionals supportive (Rauktis, Bishop-Fitzpatrick, Jung and
Pennell 2013). The statements are ours.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Self
from uuid import UUID

from facilitator.refusals import Refusal
from facilitator.strict.text import text_problems

LONGEST_WORDS = 2000


class Factor(StrEnum):
    """What a statement is about. The value is its stored key."""

    DECISIONS = "decisions"
    INCLUDED = "included"
    SUPPORTED = "supported"

    @property
    def heading(self) -> str:
        """As it stands on the card."""
        return _HEADINGS[self]


_HEADINGS = {
    Factor.DECISIONS: "Making the plan",
    Factor.INCLUDED: "Being part of it",
    Factor.SUPPORTED: "The workers",
}


class CardAnswer(StrEnum):
    """What somebody says of one statement. The value is its stored key."""

    A_LOT = "a_lot"
    YES = "yes"
    A_BIT = "a_bit"
    NOT_REALLY = "not_really"
    NOT_AT_ALL = "not_at_all"
    CANT_SAY = "cant_say"

    @property
    def words(self) -> str:
        """As it stands on the card."""
        return _SAID[self]


_SAID = {
    CardAnswer.A_LOT: "Yes, a lot",
    CardAnswer.YES: "Yes",
    CardAnswer.A_BIT: "A bit",
    CardAnswer.NOT_REALLY: "Not really",
    CardAnswer.NOT_AT_ALL: "Not at all",
    CardAnswer.CANT_SAY: "Can’t say",
}


class Part(StrEnum):
    """Who fills a card in, if they want to say. The value is its stored key."""

    FAMILY = "family"
    FRIEND = "friend"
    WORKER = "worker"
    UNSAID = ""

    @property
    def words(self) -> str:
        """As it stands on the card."""
        return _PARTS[self]


_PARTS = {
    Part.FAMILY: "Family",
    Part.FRIEND: "A friend or helper",
    Part.WORKER: "A worker",
    Part.UNSAID: "I would rather not say",
}


@dataclass(frozen=True)
class Statement:
    """One sentence that somebody says yes or no to; ``id`` is its stored key and never changes."""

    id: str
    factor: Factor
    words: str


_GROWN_UP = (
    Statement("matters", Factor.DECISIONS, "We talked about what matters most."),
    Statement("ours", Factor.DECISIONS, "We made the plan ourselves."),
    Statement("clear", Factor.DECISIONS, "I know who does what, and when."),
    Statement("asked", Factor.INCLUDED, "The people we need were asked to come."),
    Statement("say", Factor.INCLUDED, "I could say what I think."),
    Statement("alone", Factor.INCLUDED, "We had enough time alone as a family."),
    Statement("listened", Factor.SUPPORTED, "The workers listened to us."),
    Statement("told", Factor.SUPPORTED, "The workers told us what we needed to know."),
    Statement("fair", Factor.SUPPORTED, "The workers were kind and fair to us."),
)
_CHILD = (
    Statement("matters_to_me", Factor.DECISIONS, "We talked about what matters to me."),
    Statement("next", Factor.DECISIONS, "I know what happens next."),
    Statement("my_say", Factor.INCLUDED, "I could say what I think."),
    Statement("my_people", Factor.INCLUDED, "People I trust were there."),
    Statement("heard", Factor.SUPPORTED, "The workers listened to me."),
    Statement("kind", Factor.SUPPORTED, "The workers were kind to me."),
)
FACTOR_OF: Mapping[str, Factor] = MappingProxyType(
    {one.id: one.factor for one in (*_GROWN_UP, *_CHILD)}
)


def statements(*, for_child: bool) -> tuple[Statement, ...]:
    """What a card says, in its order."""
    return _CHILD if for_child else _GROWN_UP


@dataclass(frozen=True, kw_only=True)
class Card:
    """One card as it is kept: no name, no time of day.

    ``answers`` are by the id of their statement. Words stand on it only where they may be read.
    """

    id: UUID
    meeting_id: UUID
    team_id: UUID
    given_on: date
    for_child: bool = False
    practice: bool = False
    part: Part = Part.UNSAID
    answers: Mapping[str, CardAnswer] = field(default_factory=dict)
    words: str = ""
    may_be_read: bool = False

    def __post_init__(self) -> None:
        if self.words and not self.may_be_read:
            raise ValueError("Words that nobody may read are not kept.")

    def answer(self, statement: str) -> CardAnswer | None:
        """What is said of that statement; None where it was left out."""
        return self.answers.get(statement)

    @property
    def said(self) -> tuple[tuple[Statement, CardAnswer], ...]:
        """What is answered, in the order of the card."""
        every = statements(for_child=self.for_child)
        return tuple((one, self.answers[one.id]) for one in every if one.id in self.answers)


@dataclass(frozen=True, kw_only=True)
class Filled:
    """A card as somebody filled it in; ``may_be_read`` is None where that was left out."""

    for_child: bool = False
    part: Part = Part.UNSAID
    answers: Mapping[str, CardAnswer] = field(default_factory=dict)
    words: str = ""
    may_be_read: bool | None = None

    def checked(self) -> Self:
        """Itself. Refusal where there is nothing on it, or words without a yes or a no."""
        if not self.answers and not self.words.strip():
            raise Refusal.because(
                "Nothing is on this card yet.", "Choose an answer, or write something.", "answers"
            )
        if len(self.words) > LONGEST_WORDS:
            raise Refusal.because(
                f"You wrote {len(self.words):,} letters.",
                f"Use {LONGEST_WORDS:,} at most.",
                "words",
            )
        for problem in text_problems(self.words):
            raise Refusal.because(problem.wrong, "Take that character out.", "words")
        if self.words.strip() and self.may_be_read is None:
            raise Refusal.because(
                "You wrote something, and we don’t know who may read it.",
                "Choose yes or no.",
                "may_be_read",
            )
        return self

    def kept(self, *, id: UUID, meeting_id: UUID, team_id: UUID, on: date, practice: bool) -> Card:  # noqa: A002 -- as on the card
        """The card that is kept: without its words where nobody may read them."""
        return Card(
            id=id,
            meeting_id=meeting_id,
            team_id=team_id,
            given_on=on,
            practice=practice,
            for_child=self.for_child,
            part=self.part,
            answers=self.answers,
            words=self.words.strip() if self.may_be_read else "",
            may_be_read=bool(self.may_be_read),
        )
