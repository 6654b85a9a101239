"""The rules of a release, reader by reader: what a second person says yes to.

Who gets which copy, what is hidden from each, and what stands on page 1. They are compared one
reader at a time, so that a change on the day asks again only for the copies that it touches.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from typing import Self
from uuid import UUID

from facilitator.canonical import fingerprint
from facilitator.people import CopyKind, Person
from facilitator.plans import Line, Plan


class About(StrEnum):
    """What a rule is about. The value is its stored key."""

    COPY = "copy"
    HIDDEN = "hidden"
    PAGE_ONE = "page_one"


@dataclass(frozen=True, order=True)
class ReleaseRule:
    """One rule for one reader: the copy kind, words that are hidden, or words on page 1."""

    about: About
    words: str


@dataclass(frozen=True)
class ReaderRules:
    """Every rule for one reader, as they stand now."""

    reader: Person
    rules: tuple[ReleaseRule, ...]

    @classmethod
    def of(cls, plan: Plan, reader: Person) -> Self:
        """The rules for that reader of that plan, or of that draft."""
        if plan.people.safety.shut_out(reader.id, plan.agreed_on):
            return cls(reader, (ReleaseRule(About.COPY, CopyKind.NONE.value),))
        kind = reader.copy_kind
        hidden = {one.text for one in plan.people.safety.hidden_from(reader.id)}
        page = _page_one(plan, kind) if kind is not CopyKind.NONE else ()
        return cls(
            reader,
            (
                ReleaseRule(About.COPY, kind.value),
                *(ReleaseRule(About.HIDDEN, text) for text in sorted(hidden)),
                *(ReleaseRule(About.PAGE_ONE, words) for words in dict.fromkeys(page) if words),
            ),
        )

    @cached_property
    def fingerprint(self) -> str:
        """Alike only for the same rules for the same reader: what a form was about."""
        return fingerprint((self.reader.id, [(one.about.value, one.words) for one in self.rules]))

    def new_since(self, yes: "Yes | None") -> tuple[ReleaseRule, ...]:
        """What that yes did not speak of; everything where there is none."""
        said = yes.rules if yes else ()
        return tuple(one for one in self.rules if one not in said)

    def gone_since(self, yes: "Yes | None") -> tuple[ReleaseRule, ...]:
        """What was hidden at that yes and is hidden no more: the reader would see more."""
        said = yes.rules if yes else ()
        hidden = (one for one in said if one.about is About.HIDDEN)
        return tuple(one for one in hidden if one not in self.rules)

    def are_covered_by(self, yes: "Yes | None") -> bool:
        """Whether that yes speaks of everything that stands here."""
        if yes is None or not yes.agrees:
            return False
        return not self.new_since(yes) and not self.gone_since(yes)


@dataclass(frozen=True, kw_only=True)
class Yes:
    """What a second person said of the rules for one reader.

    Somebody with an account signed in for it: ``user_id``. Where the laptop has one account, they
    looked through it there: their ``name`` and their ``part``, typed by ``typed_by``. Where they
    said no, ``words`` say what should change first.
    """

    id: UUID
    reader: str
    rules: tuple[ReleaseRule, ...]
    at: datetime
    typed_by: UUID
    user_id: UUID | None = None
    name: str
    part: str = ""
    agrees: bool = True
    words: str = ""

    @property
    def is_witnessed(self) -> bool:
        """Whether it was given beside the owner's account, and not signed in."""
        return self.user_id is None

    def counts(self, owner_id: UUID) -> bool:
        """Whether somebody other than the plan's owner gave it."""
        return self.user_id != owner_id


def _page_one(plan: Plan, kind: CopyKind) -> tuple[str, ...]:
    """What stands on page 1, in words; a child's page holds the chosen steps alone."""
    page = plan.page_one
    rows = tuple(_row(row, plan) for row in page.rows)
    if kind is CopyKind.CHILD:
        return rows
    ring = (f"{one.short_name} {one.printable_phone}".strip() for one in page.ring)
    return (page.title, page.statement, *rows, *ring, page.place)


def _row(row: Line, plan: Plan) -> str:
    named = (plan.people.find(one) for one in row.fields.ids("who"))
    who = " and ".join(one.short_name for one in named if one)
    often = row.fields.words("how_often")
    return ": ".join(part for part in (who, row.words) if part) + (f" ({often})" if often else "")
