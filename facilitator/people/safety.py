"""Who must not meet whom, what some readers must not see, and what makes it safe to come."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class Restriction:
    """A person who must keep away from others, and the words that say so.

    ``kind`` is free (an order, bail, a safety plan); ``rule`` holds its own words. ``seen_by``
    (an id, or words) saw the paper that says so, on ``seen_on``.
    """

    person: str
    kind: str
    protects: tuple[str, ...]
    rule: str
    since: date | None = None
    until: date | None = None
    reason: str = ""
    seen_by: str = ""
    seen_on: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether it has not ended by that day.

        One that begins later counts already: paper that is handed over today is still there
        on the day when it begins.
        """
        return self.until is None or self.until >= day


@dataclass(frozen=True, kw_only=True)
class HiddenItem:
    """Words that some readers must not see, chosen by the family.

    ``hide_from`` holds person ids; ``<child id>_page`` means that child's page in every form.
    """

    text: str
    hide_from: tuple[str, ...]
    reason: str = ""

    def is_hidden_from(self, person_id: str) -> bool:
        """Whether that reader must not see it, on whatever paper."""
        return person_id in self.hide_from or f"{person_id}_page" in self.hide_from


@dataclass(frozen=True)
class Safety:
    """What keeps the people of one meeting safe."""

    restrictions: tuple[Restriction, ...] = ()
    hidden_items: tuple[HiddenItem, ...] = ()
    arrangements: tuple[str, ...] = ()

    def shut_out(self, person_id: str, on: date) -> Restriction | None:
        """The restriction that keeps every document from that person on that day, if any."""
        return next(
            (one for one in self.restrictions if one.person == person_id and one.holds_on(on)),
            None,
        )

    def kept_apart(self, one: str, other: str, on: date) -> Restriction | None:
        """The restriction that keeps those two apart on that day, whichever way round, if any."""
        for rule in self.restrictions:
            pairs = {(rule.person, protected) for protected in rule.protects}
            if rule.holds_on(on) and {(one, other), (other, one)} & pairs:
                return rule
        return None

    def hidden_from(self, person_id: str) -> tuple[HiddenItem, ...]:
        """What that reader must not see."""
        return tuple(one for one in self.hidden_items if one.is_hidden_from(person_id))
