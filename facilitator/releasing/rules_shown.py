"""The rules of a release as a page shows them: never a note, never more lines than page 1."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from facilitator import days
from facilitator.copies import About, ReaderRules, Yes
from facilitator.people import Person
from facilitator.releasing.checking_words import COPY_WORDS
from facilitator.releasing.opening import Opened

# Enough to see what kind of thing is hidden, and not enough to go there or to ring.
_MORE_FIGURES = re.compile(r"(?<=\d)\d")


@dataclass(frozen=True)
class HiddenShown:
    """One hidden item on the page, with why it is hidden."""

    words: str
    reason: str
    is_new: bool


@dataclass(frozen=True, kw_only=True)
class RulesShown:
    """The rules for one reader on the page, or for several with the very same ones.

    ``value`` is what a form sends to say something of them.
    """

    readers: tuple[Person, ...]
    addresses: tuple[UUID, ...]
    copy: str
    copy_is_new: bool
    hidden: tuple[HiddenShown, ...]
    shown_again: tuple[str, ...]
    new_on_page_one: tuple[str, ...]
    told: str
    is_covered: bool
    value: str

    @property
    def names(self) -> str:
        """Whose rules they are."""
        return and_all(one.short_name for one in self.readers)

    @property
    def many(self) -> int:
        """For how many readers they are."""
        return len(self.readers)

    @property
    def address(self) -> UUID:
        """Where on the page they stand."""
        return self.addresses[0]


def rules_shown(opened: Opened, *, masked: bool) -> tuple[RulesShown, ...]:
    """The rules for everybody who is to have a copy; with fewer figures where ``masked``.

    Readers with the very same rules stand together: so much less to read is so much better read.
    """
    alike: dict[RulesShown, list[RulesShown]] = {}
    for reader in opened.gate.readers:
        if opened.gate.is_shut_out(reader):
            continue
        one = _shown(opened, reader, masked=masked)
        alike.setdefault(replace(one, readers=(), addresses=(), value=""), []).append(one)
    return tuple(
        replace(
            one,
            readers=tuple(each.readers[0] for each in several),
            addresses=tuple(each.addresses[0] for each in several),
            value=",".join(each.value for each in several),
        )
        for one, several in alike.items()
    )


def and_all(names: Iterable[str]) -> str:
    """Several names as one says them."""
    several = tuple(names)
    return " and ".join((", ".join(several[:-1]), several[-1]) if several[1:] else several)


def page_one_shown(opened: Opened) -> tuple[str, ...]:
    """What stands on page 1, for whoever walks into the kitchen."""
    found = (
        one.words
        for reader in opened.gate.readers
        for one in opened.gate.rules_of(reader).rules
        if one.about is About.PAGE_ONE
    )
    return tuple(dict.fromkeys(found))


def still_open(rules: tuple[RulesShown, ...]) -> tuple[RulesShown, ...]:
    """Those that wait for a second person's yes."""
    return tuple(one for one in rules if not one.is_covered)


def value_of(opened: Opened, rules: ReaderRules) -> str:
    """What a form sends to say something of these very rules of that reader."""
    return f"{opened.ids[rules.reader.id]}:{rules.fingerprint}"


def _shown(opened: Opened, reader: Person, *, masked: bool) -> RulesShown:
    rules, yes = opened.gate.rules_of(reader), opened.gate.yes_for(reader.id)
    agreed = yes if yes and yes.agrees else None
    new = rules.new_since(agreed) if agreed else ()
    safety, hide = opened.gate.plan.people.safety, _masked if masked else str
    reasons = {one.text: one.reason for one in safety.hidden_from(reader.id)}
    return RulesShown(
        readers=(reader,),
        addresses=(opened.ids[reader.id],),
        copy=COPY_WORDS[reader.copy_kind],
        copy_is_new=any(one.about is About.COPY for one in new),
        hidden=tuple(
            HiddenShown(hide(one.words), reasons.get(one.words, ""), one in new)
            for one in rules.rules
            if one.about is About.HIDDEN
        ),
        shown_again=tuple(hide(one.words) for one in rules.gone_since(agreed)),
        new_on_page_one=tuple(one.words for one in new if one.about is About.PAGE_ONE),
        told=_told(opened, rules, yes),
        is_covered=rules.are_covered_by(yes),
        value=value_of(opened, rules),
    )


def _told(opened: Opened, rules: ReaderRules, yes: Yes | None) -> str:
    if yes is None:
        return "No second person has said yes yet."
    at = yes.at.astimezone(opened.zone)
    when = f"on {days.day(at.date())} at {at:%H:%M}"
    who = f"{yes.name} ({yes.part})" if yes.part else yes.name
    if not yes.agrees:
        return f"{who} said no {when}: “{yes.words}”"
    how = ", as a witness, not signed in" if yes.is_witnessed else ""
    said = f"{who} said yes {when}{how}."
    return said if rules.are_covered_by(yes) else f"{said} Something is new since then."


def _masked(words: str) -> str:
    return _MORE_FIGURES.sub("•", words)
