"""The gate: the one place that decides whether a copy may leave now."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from facilitator.copies.checking import ReaderCheck, check
from facilitator.copies.copy import Copy
from facilitator.copies.leaving_out import LookedAt, NearMiss
from facilitator.copies.other_words import OtherWords
from facilitator.copies.rules import ReaderRules, Yes
from facilitator.copies.withdrawal import Withdrawal
from facilitator.people import CopyKind, Person
from facilitator.plain_language import WordList
from facilitator.plans import Plan
from facilitator.refusals import Problem, Refusal

_NOT_AGREED = Problem(
    "", "The family has not agreed this plan yet.", "Go through it with them, and agree it first."
)


@dataclass(frozen=True, kw_only=True)
class Gate:
    """One plan with everything that decides about its copies, as it stands at one moment.

    ``plan`` is the agreed plan as held, or the draft where ``is_agreed`` is false. ``repeats``
    holds the words of notes that stand in a line too, with the line's id; ``lists`` the words that
    copies explain.
    """

    plan: Plan
    owner_id: UUID
    is_agreed: bool = True
    yeses: tuple[Yes, ...] = ()
    looked_at: tuple[LookedAt, ...] = ()
    withdrawals: tuple[Withdrawal, ...] = ()
    other_words: tuple[OtherWords, ...] = ()
    repeats: tuple[tuple[str, str], ...] = ()
    lists: WordList | None = None

    @property
    def readers(self) -> tuple[Person, ...]:
        """Everybody who is to have a copy, in the order of the seats; some may be stopped."""
        return tuple(one for one in self.plan.people if one.copy_kind is not CopyKind.NONE)

    def is_shut_out(self, person: Person) -> bool:
        """Whether a restriction keeps every copy from that person."""
        return self.plan.people.safety.shut_out(person.id, self.plan.agreed_on) is not None

    def why_not(self, reader_id: str) -> tuple[Problem, ...]:
        """Every reason why that reader's copy can't leave now; none where it may."""
        return tuple(dict.fromkeys(self._reasons(reader_id)))

    def copy_for(self, reader_id: str) -> Copy:
        """That reader's copy, to hand over now; Refusal with every reason why not."""
        if problems := self.why_not(reader_id):
            raise Refusal(*problems)
        if (copy := self.check_of(reader_id).copy) is None:  # It would have been a reason above.
            raise LookupError(f"There is no copy for '{reader_id}'.")
        return copy

    def check_of(self, reader_id: str) -> ReaderCheck:
        """What that reader will and will not see."""
        if reader_id not in self._checks:
            self._checks[reader_id] = check(self.plan, reader_id, self.other_words, self.lists)
        return self._checks[reader_id]

    def rules_of(self, reader: Person) -> ReaderRules:
        """The rules for that reader."""
        if reader.id not in self._rules:
            self._rules[reader.id] = ReaderRules.of(self.plan, reader)
        return self._rules[reader.id]

    def yes_for(self, reader_id: str) -> Yes | None:
        """The last thing that a second person said of the rules for that reader, or None."""
        theirs = [
            one for one in self.yeses if one.reader == reader_id and one.counts(self.owner_id)
        ]
        return max(theirs, key=lambda one: (one.at, one.id)) if theirs else None

    def not_looked_at(self, reader_id: str) -> tuple[NearMiss, ...]:
        """The near misses in that reader's copy at which nobody has looked yet."""
        looked_at = {one.fingerprint for one in self.looked_at}
        return tuple(
            one
            for one in self.check_of(reader_id).near
            if one.seen_as(self.plan.version, reader_id) not in looked_at
        )

    @cached_property
    def _checks(self) -> dict[str, ReaderCheck]:
        return {}

    @cached_property
    def _rules(self) -> dict[str, ReaderRules]:
        return {}

    def _reasons(self, reader_id: str) -> Iterator[Problem]:
        checked = self.check_of(reader_id)
        name = checked.reader.short_name
        if not self.is_agreed:
            yield _NOT_AGREED
        yield from checked.problems
        if any(one.stops(reader_id) for one in self.withdrawals):
            wrong = "Somebody took back their yes to sharing the plan with them."
            yield Problem(name, wrong, "No further copy leaves until they say yes again.")
        for near in self.not_looked_at(reader_id):
            yield Problem(
                name,
                f"“{near.words}” comes near to something that is hidden from them.",
                "Look at it, and say whether it may stand. Or use the family's other words.",
            )
        for _line, words in self.repeats:
            yield _repeated(words)
        if missing := self.second_person(reader_id):
            yield missing

    def second_person(self, reader_id: str) -> Problem | None:
        """What a second person has not said yes to for that reader, or None.

        Where there can be no copy there is nothing to ask.
        """
        reader = self.plan.people.load(reader_id)
        if reader.copy_kind is CopyKind.NONE or self.is_shut_out(reader):
            return None
        rules, yes = self.rules_of(reader), self.yes_for(reader.id)
        if rules.are_covered_by(yes):
            return None
        ask = "Ask the second person to look through it. If nobody can be reached, send it later."
        if yes is None:
            wrong = "No second person has said yes to the rules for this copy."
        elif not yes.agrees:
            wrong = f"{yes.name} said no to the rules for this copy."
        else:
            wrong = f"Something is new for this copy since {yes.name} said yes."
        return Problem(reader.short_name, wrong, ask)


def _repeated(words: str) -> Problem:
    return Problem(
        "",
        f"A note says the same as a line of the plan: “{words}”.",
        "Write the line in the family's own words, and agree it again. If they said it first, "
        "change the note.",
    )
