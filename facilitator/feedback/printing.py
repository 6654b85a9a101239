"""The family's card on paper: a small card for everybody, a large one, and each for a child."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from facilitator.feedback.card import CardAnswer, Factor, Part, statements
from facilitator.paper import template
from facilitator.paper.pdf import Sheet, render
from facilitator.refusals import Refusal

TITLE = "How was it for you?"


@dataclass(frozen=True)
class CardPaper:
    """One card to print: what its link says, and how it is laid out."""

    about: str
    for_child: bool = False
    large: bool = False


PAPERS: Mapping[str, CardPaper] = MappingProxyType(
    {
        "card": CardPaper("A card for a grown-up (A5)"),
        "card-large": CardPaper("A card for a grown-up in large print (A4)", large=True),
        "child-card": CardPaper("A card for a child, with faces (A5)", for_child=True),
        "child-card-large": CardPaper(
            "A card for a child in large print, with faces (A4)", for_child=True, large=True
        ),
    }
)


def paper(name: str, *, made_on: date, practice: bool = False) -> bytes:
    """The PDF of that card. Refusal where there is none of that name.

    It names nobody and no meeting: whoever finds it learns nothing.
    """
    if name not in PAPERS:
        raise Refusal.because(
            f"There is no card called '{name}'.", f"Use one of: {', '.join(PAPERS)}."
        )
    kind = PAPERS[name]
    drawn = template.drawn(
        "feedback/paper.html",
        title=TITLE,
        practice=practice,
        kind=kind,
        factors=Factor,
        answers=CardAnswer,
        parts=Part,
        statements=statements(for_child=kind.for_child),
    )
    size = "card_large.css" if kind.large else "card.css"
    css = ("plan.css", "handout.css", "family_card.css", size)
    return render(Sheet(html=drawn, css=css, title=TITLE, lang="en", made_on=made_on))
