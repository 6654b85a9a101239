"""How a contribution changes: every wording is kept, and nothing is overwritten silently."""

import re
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from facilitator.contributions.contribution import Contribution
from facilitator.people import People, Role
from facilitator.refusals import Problem, Refusal

_ID = re.compile(r"[A-Za-z0-9_.-]{1,64}")
_LONGEST_KEY = 200
_OF_THE_FAMILY = frozenset({Role.FAMILY, Role.CHILD})


@dataclass(frozen=True, kw_only=True)
class FamilyYes:
    """The yes to changing somebody's exact words: who gave it, and how.

    ``by`` is the id of somebody of the family, or of the person whose words they are; ``how`` is
    free ("in the room", "by telephone").
    """

    by: str
    how: str = ""


@dataclass(frozen=True, kw_only=True)
class Change:
    """What somebody at a keyboard asks to keep of one contribution.

    It may be new, mended, given to somebody else, moved to another kind, or taken back.
    ``key`` is made by the client, once for each save: the same save that comes twice is one.
    ``based_on`` is the number of the wording that was on the screen, 0 for a new contribution.
    ``at`` is an instant; no order is ever made from it.
    """

    said: Contribution
    key: str
    based_on: int
    typed_by: UUID
    at: datetime
    taken_back: bool = False
    family_yes: FamilyYes | None = None

    def __post_init__(self) -> None:
        if not _ID.fullmatch(self.said.id):
            raise ValueError(f"'{self.said.id}' is no id. Use letters, digits, _ . and -.")
        if not 0 < len(self.key) <= _LONGEST_KEY:
            raise ValueError("A save has a key of 1 to 200 characters.")


@dataclass(frozen=True, kw_only=True)
class Wording:
    """One wording of one contribution, as it was kept; the first has number 1."""

    number: int
    change: Change

    @property
    def said(self) -> Contribution:
        """The contribution as this wording has it."""
        return self.change.said


@dataclass(frozen=True)
class Clash:
    """Two people changed one contribution: both texts, of which the kept one still stands."""

    kept: Wording
    asked: Change


def revised(kept: Wording | None, asked: Change, people: People) -> Wording | Clash:
    """The next wording, or the clash where somebody else was quicker.

    Refusal where exact words would be changed without the family's yes.
    """
    number = kept.number if kept else 0
    if kept is not None and asked.based_on != number:
        return Clash(kept, asked)
    if kept is None and asked.based_on:
        raise Refusal.because(
            f"There is no line '{asked.said.id}' to change.", "Keep it as a new line."
        )
    if kept is not None and changes_exact_words(kept, asked):
        _ask_the_family(kept.said, asked, people)
    return Wording(number=number + 1, change=asked)


def changes_exact_words(kept: Wording, asked: Change) -> bool:
    """Whether the change touches words that are marked as somebody's very own.

    Their words, whose they are, the mark itself, and that they stand at all: what is known
    beside them (a day, who checks) may be filled in by anybody. Words that were taken back may
    be brought back as they were.
    """
    if not kept.said.exact:
        return False
    falls = asked.taken_back and not kept.change.taken_back
    return falls or _theirs(kept.said) != _theirs(asked.said)


def _theirs(said: Contribution) -> tuple[object, ...]:
    return (said.words, said.by, bool(said.exact), said.lang or "")


def _ask_the_family(said: Contribution, asked: Change, people: People) -> None:
    person = people.find(asked.family_yes.by) if asked.family_yes else None
    if person is not None and (person.role in _OF_THE_FAMILY or person.id == said.by):
        return
    wrong = "These are somebody's exact words. They are changed only with the family's yes."
    if person is not None:
        wrong = f"{person.short_name} is not of the family, so this yes does not count."
    raise Refusal(
        Problem(asked.said.id, wrong, "Ask them, and write down who said yes. Or leave the words.")
    )
