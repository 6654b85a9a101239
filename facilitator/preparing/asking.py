"""What one could ask somebody now: prompts of the meeting's own agenda, from before the day."""

from collections.abc import Collection
from dataclasses import dataclass

from facilitator.agenda import Agenda, Prompt
from facilitator.agenda.vocabulary import CHILD
from facilitator.before_the_day.run_sheet import child_named
from facilitator.people import People


@dataclass(frozen=True)
class Ask:
    """One question to ask, with its follow-ups and other ways to say it, all in full."""

    id: str
    words: str
    then: tuple[str, ...]
    other_ways: tuple[str, ...]


def could_ask(
    agenda: Agenda,
    people: People,
    *,
    to: Collection[str],
    gathers: Collection[str] = (),
    keeps: Collection[str] = (),
    child: str = "",
) -> tuple[Ask, ...]:
    """The questions from before the day to those people ("family", "child", "worker").

    ``gathers`` keeps those that gather one of these kinds, ``keeps`` those whose first commitment
    is one of these; empty for all. ``child`` fills the gap, else the children's names do.
    """
    name = child or child_named(people)
    return tuple(
        _ask(one, name)
        for one in agenda.prompts_in("prepare")
        if one.to in to
        and (not gathers or set(gathers) & set(one.gathers))
        and (not keeps or one.commitments[0] in keeps)
    )


def _ask(prompt: Prompt, child: str) -> Ask:
    def full(words: str) -> str:
        return words.replace(CHILD, child)

    return Ask(
        id=prompt.id,
        words=full(prompt.words),
        then=tuple(full(one) for one in prompt.then),
        other_ways=tuple(full(one) for one in prompt.other_ways),
    )
