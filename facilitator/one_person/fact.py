"""One thing that is kept about one person, and why somebody should look before it is given."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from facilitator.canonical import fingerprint


class Group(StrEnum):
    """Under which heading a fact stands in the file, in the order of the file."""

    WHO = "Who you are here"
    SAID = "What you said"
    STEPS = "What you do, and what you check"
    ANSWERS = "Your yes, your no, and how you see it"
    NAMED = "What was said that is about you"
    SAFETY = "What was written down to keep people safe"
    DAY = "When you came and went"
    COPIES = "Copies of the plan"
    NOTES = "What workers wrote down"
    ASKED = "What you asked us"
    BESIDE = "What came with the papers"


class Flag(StrEnum):
    """Why a person has to look at a fact before it is given. The value is the reason in words."""

    SOMEBODY_ELSE = "It is about somebody else too."
    SOMEBODY_SAID_IT = "Somebody else said it."
    MAY_NAME = "It may name somebody else, or a place."
    UNSURE = "It may be about somebody else with that name."
    SAFETY = "It was written down to keep somebody safe."
    NOTE = "It is from a worker's own notes."


class Part(StrEnum):
    """Which page of the review a flagged fact stands on."""

    SAID = "said"
    COPY = "copy"
    OTHERS = "others"
    SAFETY = "safety"
    NOTES = "notes"


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One thing that is kept about one person.

    ``source`` says where it is kept, and names one place for ever ("line:a5:2"). ``label`` is
    what it is, ``words`` what is kept, ``by`` who said or wrote it, ``day`` when. ``beside`` is
    what is known beside the words, each with its label. ``flags`` say why somebody must look at
    it first; ``never`` that it is not given by anybody's choice: it is hidden from this person,
    or was meant for other ears. ``own`` and ``in_copy`` say that this person knows it already.
    """

    source: str
    group: Group
    label: str
    words: str = ""
    by: str = ""
    day: date | None = None
    beside: tuple[tuple[str, str], ...] = ()
    flags: tuple[Flag, ...] = ()
    never: bool = False
    own: bool = False
    in_copy: bool = False

    @cached_property
    def key(self) -> str:
        """Another one as soon as a word of it changes: a decision is about these words alone."""
        said = (self.source, self.label, self.words, self.by, self.day, self.beside)
        return fingerprint(said)

    @property
    def texts(self) -> tuple[str, ...]:
        """Every word of it that somebody typed, or may have."""
        return tuple(text for text in (self.words, *(one[1] for one in self.beside)) if text)

    @property
    def waits(self) -> bool:
        """Whether a person has to decide about it."""
        return bool(self.flags) and not self.never

    @property
    def part(self) -> Part:
        """The page of the review on which it stands: what may harm comes before what is known."""
        if Flag.NOTE in self.flags:
            return Part.NOTES
        if Flag.SAFETY in self.flags:
            return Part.SAFETY
        if self.own:
            return Part.SAID
        return Part.COPY if self.in_copy else Part.OTHERS
