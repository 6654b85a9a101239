"""What one could ask at a stop: prompts of the meeting's own agenda, from its agreeing stage."""

from collections.abc import Mapping
from types import MappingProxyType

from facilitator.agenda import Agenda, Prompt
from facilitator.agenda.vocabulary import CHILD
from facilitator.before_the_day.run_sheet import child_named
from facilitator.people import People

# The kinds that a stop asks for; where a way of asking is named too, it has to be that one.
_ASKED: Mapping[str, tuple[frozenset[str], str]] = MappingProxyType(
    {
        "week": (frozenset({"action"}), "normal_tuesday"),
        "bad_day": (frozenset({"if_then"}), ""),
        "worries": (frozenset({"action"}), "three_columns"),
        "help": (frozenset({"request"}), ""),
        "differences": (frozenset({"disagreement"}), ""),
        "keeper": (frozenset({"plan_keeper"}), ""),
        "meet_again": (frozenset({"meet_sooner", "telling"}), ""),
    }
)


def could_ask(agenda: Agenda, people: People, stop: str) -> tuple[str, ...]:
    """The questions that fit that stop, with whatever follows them, in full."""
    child = child_named(people)
    return tuple(
        " ".join((one.words, *one.then)).replace(CHILD, child) for one in _fitting(agenda, stop)
    )


def prompt_for(agenda: Agenda, stop: str, kind: str) -> str | None:
    """The question that a new line of that kind answers there, or None."""
    fit = (one.id for one in _fitting(agenda, stop) if kind in one.gathers)
    return next(fit, None)


def _fitting(agenda: Agenda, stop: str) -> tuple[Prompt, ...]:
    gathers, way = _ASKED.get(stop, (frozenset(), ""))
    return tuple(
        one
        for one in agenda.prompts_in("agree")
        if gathers & set(one.gathers) and way in ("", one.technique)
    )
