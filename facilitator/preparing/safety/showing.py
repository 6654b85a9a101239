"""What keeps people safe, as its page shows it: in words, with what each thing does."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from facilitator import days
from facilitator.people import HiddenItem, People, Restriction
from facilitator.preparing.opening import Preparation
from facilitator.preparing.safety.same_room import another_way, what_it_blocks
from facilitator.preparing.safety.standing import Standing, listed, readers_of, where_it_stands


@dataclass(frozen=True)
class RuleShown:
    """One restriction; ``id`` stands in addresses."""

    id: UUID
    heading: str
    words: str
    known: tuple[str, ...]
    blocks: tuple[str, ...]
    another_way: str


@dataclass(frozen=True)
class HiddenShown:
    """One hidden item; ``id`` stands in addresses."""

    id: UUID
    words: str
    readers: str
    reason: str
    standing: tuple[Standing, ...]


def rules_shown(rules: Mapping[UUID, object], prep: Preparation) -> tuple[RuleShown, ...]:
    """The restrictions by their ids, each with all that it stops on the day."""
    on = prep.kept.meeting.held_on
    return tuple(
        RuleShown(
            id=rule_id,
            heading=heading_of(rule, prep.people),
            words=rule.rule,
            known=tuple(_known(rule, prep.people)),
            blocks=what_it_blocks(rule, prep.people, on),
            another_way=another_way(rule, prep.people, on),
        )
        for rule_id, rule in rules.items()
        if isinstance(rule, Restriction)
    )


def hidden_shown(items: Mapping[UUID, object], prep: Preparation) -> tuple[HiddenShown, ...]:
    """The hidden items by their ids, each with every place where its words stand now."""
    return tuple(
        HiddenShown(
            id=item_id,
            words=item.text,
            readers=listed(readers_of(item, prep.people)),
            reason=item.reason,
            standing=where_it_stands(item, prep.kept.meeting, prep.people, prep.said),
        )
        for item_id, item in items.items()
        if isinstance(item, HiddenItem)
    )


def heading_of(one: Restriction | HiddenItem, people: People) -> str:
    """Who must keep away from whom, or which words are hidden."""
    if isinstance(one, HiddenItem):
        return f"Hidden: “{one.text}”"
    names = tuple(_name(who, people) for who in one.protects)
    return f"{_name(one.person, people)} must keep away from {listed(names)}"


def _known(rule: Restriction, people: People) -> Iterator[str]:
    if rule.kind:
        yield f"{rule.kind[:1].upper()}{rule.kind[1:]}."
    if rule.since:
        yield f"From {days.day(rule.since)}."
    if rule.until:
        yield f"Until {days.day(rule.until)}."
    if rule.seen_by or rule.seen_on:
        who = _name(rule.seen_by, people) or "Somebody"
        on = f" on {days.day(rule.seen_on)}" if rule.seen_on else ""
        yield f"{who} saw the paper{on}."
    else:
        yield "Nobody has said yet who saw the paper."
    if rule.reason:
        yield f"Why: {rule.reason}"


def _name(person_id: str, people: People) -> str:
    person = people.find(person_id)
    return person.short_name if person else person_id
