"""The take-in sheet: what the family takes into its private time, and nothing from the service."""

from collections.abc import Iterable
from dataclasses import dataclass

from facilitator.agenda import Agenda
from facilitator.agenda.vocabulary import CHILD
from facilitator.before_the_day.run_sheet import child_named
from facilitator.contributions import Contribution
from facilitator.people import Hiding, People
from facilitator.plans.past_hurts import may_stand

_CARD = "card"


@dataclass(frozen=True)
class Told:
    """One line of the sheet, in its own language.

    ``reason`` says why it must be in the plan; ``rendering`` are an interpreter's words for it.
    """

    words: str
    reason: str = ""
    lang: str = ""
    dir: str = "auto"
    rendering: str = ""


@dataclass(frozen=True)
class TakeIn:
    """Everything that a take-in sheet shows."""

    questions: tuple[Told, ...]
    musts: tuple[Told, ...]
    help: tuple[Told, ...]
    card: tuple[tuple[str, tuple[str, ...]], ...]


def take_in(agenda: Agenda, people: People, said: Iterable[Contribution]) -> TakeIn:
    """The take-in sheet of one meeting.

    Anybody of the family may pick it up, so a line is left out that holds something hidden from
    anybody, or that tells of a past hurt without that person's yes. So is one that has no words
    yet. What only some may hear is of other kinds, which are never taken in.
    """
    hiding, child = Hiding.from_anybody(people), child_named(people)
    shown = [one for one in said if _is_for_everybody(one, hiding)]
    return TakeIn(
        questions=_all_of("question", shown),
        musts=_all_of("bottom_line", shown),
        help=_all_of("help_offer", shown),
        card=tuple(
            (
                prompt.words.replace(CHILD, child),
                tuple(words.replace(CHILD, child) for words in prompt.then),
            )
            for prompt in agenda.prompts_in("private")
            if prompt.to == _CARD
        ),
    )


def _is_for_everybody(said: Contribution, hiding: Hiding) -> bool:
    told = _told(said)
    if not told.words or not may_stand(said):
        return False
    return not hiding.shows_in(f"{told.words}\n{told.reason}\n{told.rendering}")


def _all_of(kind: str, said: Iterable[Contribution]) -> tuple[Told, ...]:
    return tuple(_told(one) for one in said if one.kind == kind)


def _told(said: Contribution) -> Told:
    return Told(
        words=said.words,
        reason=said.fields.words("reason"),
        lang=said.lang or "",
        dir=said.dir or "auto",
        rendering=said.rendering or "",
    )
