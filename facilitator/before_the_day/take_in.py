"""The take-in sheet: what the family takes into its private time, and nothing from the service."""

from collections.abc import Iterable
from dataclasses import dataclass

from facilitator.agenda import Agenda
from facilitator.agenda.vocabulary import CHILD
from facilitator.before_the_day.run_sheet import child_named
from facilitator.contributions import Contribution
from facilitator.people import Hiding, People

_CARD = "card"


@dataclass(frozen=True)
class Must:
    """What must be in the plan, and why."""

    words: str
    reason: str


@dataclass(frozen=True)
class TakeIn:
    """Everything that a take-in sheet shows."""

    questions: tuple[str, ...]
    musts: tuple[Must, ...]
    help: tuple[str, ...]
    card: tuple[tuple[str, tuple[str, ...]], ...]


def take_in(agenda: Agenda, people: People, said: Iterable[Contribution]) -> TakeIn:
    """The take-in sheet of one meeting.

    Anybody of the family may pick it up, so a line that holds something hidden from anybody is
    left out. So is one that has no words yet.
    """
    hiding, child = Hiding.from_anybody(people), child_named(people)
    shown = [
        one
        for one in said
        if one.words and not hiding.shows_in(f"{one.words}\n{one.fields.words('reason')}")
    ]
    return TakeIn(
        questions=tuple(one.words for one in shown if one.kind == "question"),
        musts=tuple(
            Must(one.words, one.fields.words("reason"))
            for one in shown
            if one.kind == "bottom_line"
        ),
        help=tuple(one.words for one in shown if one.kind == "help_offer"),
        card=tuple(
            (
                prompt.words.replace(CHILD, child),
                tuple(words.replace(CHILD, child) for words in prompt.then),
            )
            for prompt in agenda.prompts_in("private")
            if prompt.to == _CARD
        ),
    )
