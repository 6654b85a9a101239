"""The papers that are printed before the day, each by its name."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from facilitator.agenda import Agenda
from facilitator.before_the_day.card_words import words_for
from facilitator.before_the_day.invitation import invitation_for
from facilitator.before_the_day.run_sheet import run_sheet
from facilitator.before_the_day.take_in import take_in
from facilitator.contributions import Contribution
from facilitator.meetings import Meeting
from facilitator.paper import template
from facilitator.paper.pdf import Sheet, render
from facilitator.people import People
from facilitator.refusals import Refusal


@dataclass(frozen=True)
class Kept:
    """One meeting as it stands before its day."""

    agenda: Agenda
    meeting: Meeting
    people: People
    said: tuple[Contribution, ...]


@dataclass(frozen=True)
class Handout:
    """One paper: what it is called, what it is for, and whose eyes it is for."""

    title: str
    about: str
    is_landscape: bool = False
    is_card: bool = False


HANDOUTS: Mapping[str, Handout] = MappingProxyType(
    {
        "run-sheet": Handout(
            "Run sheet",
            "The whole meeting on paper: who comes, what helps them, every question to tick. "
            "It is yours alone.",
        ),
        "flip-chart": Handout(
            "Flip-chart heads",
            "Big headings to pin up, so that the family can write.",
            is_landscape=True,
        ),
        "take-in": Handout(
            "Take-in sheet",
            "What the family takes into its private time: its questions, what must be in the "
            "plan and why.",
        ),
        "private-card": Handout(
            "Card for private time",
            "The same as a card (A5) for the table, in each language of the meeting that we have.",
            is_card=True,
        ),
        "step-slips": Handout("Step slips", "Slips to cut: what, who, when. One for each step."),
    }
)
INVITATION = Handout("You are invited", "One person's own invitation.")
FLIP_CHART = (
    ("What is going well", ()),
    ("What is needed", ()),
    ("What we worry about", ()),
    ("What we want", ()),
    ("What we will do", ("What", "Who", "When")),
    ("If things go wrong", ("If", "Then", "Ring first", "Ring next")),
    ("What keeps us going", ()),
    ("Still to sort out", ("What", "Who", "By when")),
)
SLIPS = 4


def handout(name: str, kept: Kept, *, practice: bool = False) -> bytes:
    """The PDF of one handout. Refusal where there is none of that name."""
    if name not in HANDOUTS:
        raise Refusal.because(
            f"There is no paper called '{name}'.", f"Use one of: {', '.join(HANDOUTS)}."
        )
    drawn = template.drawn(
        f"before_the_day/{name.replace('-', '_')}.html",
        title=HANDOUTS[name].title,
        practice=practice,
        **_values(name, kept),
    )
    return _printed(drawn, HANDOUTS[name], kept.meeting)


def _values(name: str, kept: Kept) -> dict[str, object]:
    match name:
        case "run-sheet":
            return {"sheet": run_sheet(kept.agenda, kept.meeting, kept.people)}
        case "take-in":
            return {"sheet": take_in(kept.agenda, kept.people, kept.said)}
        case "private-card":
            sheet = take_in(kept.agenda, kept.people, kept.said)
            return {"sheet": sheet, "languages": words_for(kept.meeting, kept.people)}
        case "flip-chart":
            return {"heads": FLIP_CHART}
    return {"slips": range(1, SLIPS + 1)}


def invitation(person_id: str, kept: Kept, *, practice: bool = False) -> bytes:
    """The PDF of one person's invitation. Refusal where that person can't be invited."""
    drawn = template.drawn(
        "before_the_day/invitation.html",
        title=INVITATION.title,
        practice=practice,
        sheet=invitation_for(person_id, kept.meeting, kept.people, kept.said),
    )
    return _printed(drawn, INVITATION, kept.meeting)


def _printed(drawn: str, what: Handout, meeting: Meeting) -> bytes:
    wide, card = ("landscape.css",) * what.is_landscape, ("private_card.css",) * what.is_card
    css = ("plan.css", "handout.css", *wide, *card)
    return render(Sheet(html=drawn, css=css, title=what.title, lang="en", made_on=meeting.held_on))
