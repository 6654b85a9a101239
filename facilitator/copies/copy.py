"""The plan as one reader may hold it."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any, Self

from facilitator.canonical import canonical
from facilitator.copies.document import Document
from facilitator.copies.leaving_out import NearMiss, near_misses, without_hidden
from facilitator.copies.lists import Lists, lists_for
from facilitator.copies.other_words import OtherWords, in_other_words, standing_for
from facilitator.copies.reader import gaps_for, lines_for, without_unshown_names
from facilitator.copies.words_explained import words_explained
from facilitator.people import Copying, CopyKind, Hiding, People, Person
from facilitator.plain_language import Explained, WordList
from facilitator.plans import Line, PageOne, Plan
from facilitator.refusals import Problem, Refusal

_MADE_HERE = object()


@dataclass(frozen=True, kw_only=True)
class Copy:
    """What one reader may hold of one plan; `for_reader` is the only way to get one.

    ``plan`` holds only what this reader may see: its lines, its gaps, its people, its place.
    """

    reader: Person
    kind: CopyKind
    plan: Plan
    page_one: PageOne
    lists: Lists
    near_misses: tuple[NearMiss, ...] = ()
    words_explained: tuple[Explained, ...] = ()
    _made: object = None

    def __post_init__(self) -> None:
        if self._made is not _MADE_HERE:
            raise TypeError("A copy is made by Copy.for_reader(plan, person_id), and only there.")

    @classmethod
    def for_reader(
        cls,
        plan: Plan,
        person_id: str,
        other_words: Iterable[OtherWords] = (),
        lists: WordList | None = None,
    ) -> Self:
        """That person's copy of the plan, with the family's other words for that reader in it.

        ``lists`` holds the words that are explained, ours where none is given.
        Refusal where the person is shut out or is to have none, and where something hidden from
        them would show: in the title, in their own step, in a name, in when we meet again.
        """
        reader = plan.people.load(person_id)
        _refuse_who_is_shut_out(reader, plan)
        kind = reader.copy_kind
        if kind is CopyKind.NONE:
            raise Refusal.because(
                f"{reader.short_name} is to have no copy.",
                "Choose a copy for them first, if the family wants them to have one.",
            )
        hiding = Hiding.from_reader(plan.people, reader.id)
        said_anew = tuple(one for one in other_words if one.reader == reader.id)
        seen, near = _plan_as_seen(plan, reader, kind, hiding, said_anew)
        page_one = plan.page_one.as_seen_by(reader.id)
        copy = cls(
            reader=seen.people.load(reader.id),
            kind=kind,
            plan=seen,
            page_one=page_one,
            lists=lists_for(seen.people, reader, kind, hiding),
            near_misses=near,
            words_explained=words_explained(seen, page_one, hiding, lists),
            _made=_MADE_HERE,
        )
        copy.refuse_if_hidden_shows(hiding)
        return copy

    @cached_property
    def document(self) -> dict[str, Any]:
        """The copy as one JSON document: what is attached to its paper, and nothing more."""
        said = Document(self.plan, self.page_one, self.lists, self.reader, self.kind).whole()
        meanings = [{"word": one.word, "meaning": one.meaning} for one in self.words_explained]
        return said | ({"words_explained": meanings} if meanings else {})

    @cached_property
    def canonical(self) -> bytes:
        """The document in its one canonical form."""
        return canonical(self.document)

    @cached_property
    def sha256(self) -> str:
        """The hash of this copy's own document."""
        return hashlib.sha256(self.canonical).hexdigest()

    @property
    def made_on(self) -> date:
        """The day of the plan's agreement."""
        return self.plan.agreed_on

    def refuse_if_hidden_shows(self, hiding: Hiding) -> None:
        """The last gate: every text of the finished document against every hidden item."""
        if not hiding.items:
            return
        texts = tuple(_texts(json.loads(self.canonical)))
        problems = [
            Problem(
                place=f"copy for {self.reader.short_name}",
                wrong=f"Something that is hidden from them would show: “{text}”.",
                remedy="Use other words there, or ask the family whether they may see it.",
            )
            for text in texts
            if hiding.shows_in(text)
        ]
        if problems:
            raise Refusal(*problems)


def _refuse_who_is_shut_out(reader: Person, plan: Plan) -> None:
    restriction = plan.people.safety.shut_out(reader.id, plan.agreed_on)
    if restriction is not None:
        raise Refusal.because(
            f"{reader.short_name} must not have a copy: “{restriction.rule}”",
            "No copy can be made while this holds. Ask the person who keeps the order.",
        )


def _plan_as_seen(
    plan: Plan, reader: Person, kind: CopyKind, hiding: Hiding, other: tuple[OtherWords, ...]
) -> tuple[Plan, tuple[NearMiss, ...]]:
    """The plan with nothing in it but what this reader may see, and what comes near to more."""
    theirs = tuple(without_unshown_names(line, plan) for line in lines_for(plan, reader, kind))
    theirs = _in_their_words(theirs, plan, reader, hiding, other)
    lines, near = without_hidden(theirs, reader, plan.people, hiding)
    said_anew = {one.line for one in other}
    gaps = tuple(
        gap
        for gap in gaps_for(plan, reader, kind, lines)
        # A gap quotes its line, and this reader holds other words for that.
        if not hiding.shows_in(str(gap)) and not said_anew.intersection(gap.about)
    )
    place = "" if hiding.shows_in(plan.meeting.place) else plan.meeting.place
    # A gap about lines quotes them, and those are looked through already.
    beside = (place, *(str(gap) for gap in gaps if not gap.about))
    near += tuple(one for text in beside for one in near_misses("", text, hiding))
    seen = replace(
        plan,
        lines=lines,
        gaps=gaps,
        people=_people_as_seen(plan, reader),
        meeting=replace(plan.meeting, title="", place=place),
    )
    return seen, near


def _in_their_words(
    lines: tuple[Line, ...],
    plan: Plan,
    reader: Person,
    hiding: Hiding,
    other: tuple[OtherWords, ...],
) -> tuple[Line, ...]:
    if not other:
        return lines
    whole = {line.id: line for line in plan.lines}
    anew = {line.id: standing_for(whole[line.id], reader.id, other) for line in lines}
    return tuple(
        in_other_words(line, words, hiding) if (words := anew[line.id]) else line for line in lines
    )


def _people_as_seen(plan: Plan, reader: Person) -> People:
    """Everybody as this reader's paper may know them; who is shut out holds nothing."""
    return People(
        tuple(
            replace(seen, copying=Copying(kind=CopyKind.NONE))
            if plan.people.safety.shut_out(seen.id, plan.agreed_on)
            else seen
            for seen in (_with_safe_adults(one, plan).as_seen_by(reader.id) for one in plan.people)
        )
    )


def _with_safe_adults(person: Person, plan: Plan) -> Person:
    safe = plan.people.safe_adults_of(person, plan.agreed_on)
    return replace(person, safe_adults=tuple(one.id for one in safe))


def _texts(document: Any) -> Iterator[str]:
    if isinstance(document, str):
        yield document
    elif isinstance(document, dict):
        for held in document.values():
            yield from _texts(held)
    elif isinstance(document, list):
        for held in document:
            yield from _texts(held)
