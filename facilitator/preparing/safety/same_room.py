"""What a restriction blocks, in words, and who is to be in one room and must not be."""

from collections.abc import Iterator
from datetime import date

from facilitator import days
from facilitator.people import People, Person, Restriction, Role
from facilitator.preparing.safety.standing import listed


def must_be_sorted(people: People, on: date) -> tuple[str, ...]:
    """One sentence for everything that must not be so on that day: who would meet or hold what."""
    return tuple(words for _, _, words in _wrong(people, on))


def must_be_sorted_for(person_id: str, people: People, on: date) -> tuple[str, ...]:
    """Those sentences that are about that person."""
    return tuple(words for one, other, words in _wrong(people, on) if person_id in (one, other))


def what_it_blocks(rule: Restriction, people: People, on: date) -> tuple[str, ...]:
    """Everything that this restriction stops on the day of the meeting, one sentence each."""
    person = people.find(rule.person)
    if person is None:
        return ()
    if not rule.holds_on(on):
        ended = days.day(rule.until) if rule.until else "then"
        return (f"It ended on {ended}, before the day of the meeting. It stops nothing then.",)
    return tuple(_blocks(person, _protected(rule, people), on, rule))


def another_way(rule: Restriction, people: People, on: date) -> str:
    """How whoever must keep away can still be heard, "" once the restriction has ended."""
    person = people.find(rule.person)
    if person is None or not rule.holds_on(on):
        return ""
    name = person.short_name
    return f"{name} can still have a say: at another time, in another place, with another worker."


def _wrong(people: People, on: date) -> Iterator[tuple[str, str, str]]:
    """Both people, and the sentence. Two orders about the same two people count once."""
    for one, other in dict.fromkeys(_pairs(people, on)):
        name, away = one.short_name, other.short_name
        if one.attended.took_part and other.attended.took_part:
            yield one.id, other.id, f"{name} must keep away from {away}, and both are to take part."
        for adult, child in ((one, other), (other, one)):
            if adult.id in child.safe_adults:
                words = f"{adult.short_name} is one of {child.short_name}'s safe adults"
                yield one.id, other.id, f"{words}, and they must keep apart."


def _pairs(people: People, on: date) -> Iterator[tuple[Person, Person]]:
    """Whoever must keep away on that day, with each person whom that protects."""
    for rule in people.safety.restrictions:
        person = people.find(rule.person)
        if person is not None and rule.holds_on(on):
            for other in _protected(rule, people):
                yield person, other


def _blocks(
    person: Person, protected: tuple[Person, ...], on: date, rule: Restriction
) -> Iterator[str]:
    name, others = person.short_name, _listed(protected)
    yield f"{name} gets no copy of the plan."
    yield f"{name} is never in one room, on one call or in one list with {others}."
    yield f"No invitation goes to {name} while {others} {_come(protected)}."
    yield f"No invitation that names {name} goes to {others}."
    if children := tuple(one for one in protected if one.role is Role.CHILD):
        yield f"{name} can't be a safe adult of {_listed(children)}."
    if rule.since and rule.since > on:
        yield f"It begins on {days.day(rule.since)}, and counts already: paper stays."


def _listed(people: tuple[Person, ...]) -> str:
    return listed(tuple(one.short_name for one in people))


def _come(people: tuple[Person, ...]) -> str:
    return "comes" if len(people) == 1 else "come"


def _protected(rule: Restriction, people: People) -> tuple[Person, ...]:
    return tuple(found for one in rule.protects if (found := people.find(one)))
