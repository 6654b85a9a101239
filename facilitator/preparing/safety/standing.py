"""Where hidden words stand now, and what that does to whom: so that the family sees it before.

Rules over plain values. What copies and invitations leave out is decided in their own rooms; this
says it beforehand, in words.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from facilitator.contributions import Contribution
from facilitator.kinds import Section
from facilitator.meetings import Meeting
from facilitator.people import HiddenItem, Hiding, People
from facilitator.plans import Line

CHILDS_PAGE = "_page"
# A plan without these is none, so that a copy waits for other words instead of leaving them out.
_NEEDED = ("title", "meet_again")


@dataclass(frozen=True)
class Standing:
    """One place where the words stand, or come near, and what is done about it there."""

    where: str
    words: str
    done: str
    is_sure: bool = True


def where_it_stands(
    item: HiddenItem, meeting: Meeting, people: People, said: Iterable[Contribution]
) -> tuple[Standing, ...]:
    """Where these words stand now, surely first: the place, the names, and all that was said."""
    hiding = Hiding.of(people, (item,))
    found = (
        *_in_the_place(item, meeting, people, hiding),
        *_in_names(item, people, hiding),
        *(place for one in said for place in _in_line(item, Line.of(one), people, hiding)),
    )
    return tuple(sorted(found, key=lambda one: not one.is_sure))


def readers_of(item: HiddenItem, people: People) -> tuple[str, ...]:
    """From whom it is hidden, by what they are called; a child's page by its child."""
    return tuple(_reader(one, people) for one in item.hide_from)


def _reader(reader_id: str, people: People) -> str:
    person = people.find(reader_id)
    if person is not None:
        return person.short_name
    child = people.find(reader_id.removesuffix(CHILDS_PAGE))
    return f"{child.short_name}'s page" if child else reader_id


def _in_the_place(
    item: HiddenItem, meeting: Meeting, people: People, hiding: Hiding
) -> Iterator[Standing]:
    who = listed(readers_of(item, people), "or")
    done = f"No invitation goes to {who}: tell them by a safe route where to come."
    yield from _found("The place of the meeting", meeting.place, done, hiding)


def _in_names(item: HiddenItem, people: People, hiding: Hiding) -> Iterator[Standing]:
    who = listed(readers_of(item, people), "or")
    for person in people:
        done = f"No invitation to {who} lists them, and no copy of theirs says the name."
        yield from _found(f"What {person.name} is called", person.called, done, hiding)


def _in_line(item: HiddenItem, line: Line, people: People, hiding: Hiding) -> Iterator[Standing]:
    word = f"{line.row.word[:1].upper()}{line.row.word[1:]}"
    text = "\n".join(line.texts)
    yield from _found(word, text, _done(item, line, people), hiding)


def _done(item: HiddenItem, line: Line, people: People) -> str:
    readers = readers_of(item, people)
    if line.kind in _NEEDED:
        return f"No copy for {listed(readers, 'or')} until the family finds other words here."
    own = [one for one in line.fields.ids("who") if item.is_hidden_from(one)]
    if line.kind == "action" and own:
        names = listed(tuple(_reader(one, people) for one in own), "or")
        return f"It is their own step: no copy for {names} until it has other words."
    if line.row.section is Section.NOT_PRINTED:
        return f"Left out of every paper for {listed(readers)}."
    return f"The whole line is left out for {listed(readers)}."


def _found(where: str, text: str, done: str, hiding: Hiding) -> Iterator[Standing]:
    if hiding.shows_in(text):
        yield Standing(where, text, done)
    elif next(hiding.near_in(text), None) is not None:
        near = "It comes near. It is not left out, so look at it yourself."
        yield Standing(where, text, near, is_sure=False)


def listed(names: tuple[str, ...], word: str = "and") -> str:
    """Names as people say them: "Nan, Bev and Leon"."""
    return f" {word} ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
