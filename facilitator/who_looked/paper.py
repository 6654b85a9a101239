"""The family's extract on paper: the sentences of the page, and no word that anybody typed.

Whoever takes this paper home may be one from whom something is hidden. So a reason that somebody
wrote is read out from the page, and the plan is named by its code alone.
"""

from dataclasses import dataclass
from datetime import date

from facilitator import days
from facilitator.paper import template
from facilitator.paper.pdf import Sheet as Printed
from facilitator.paper.pdf import render
from facilitator.who_looked import words
from facilitator.who_looked.told import Extract

TITLE = "Who has looked"
_CSS = ("plan.css", "handout.css", "handed.css")


@dataclass(frozen=True)
class Sheet:
    """Everything that the paper shows; ``code`` is the plan's, "" while nothing is agreed."""

    told: Extract
    code: str
    made_on: date
    practice: bool = False


def pdf(sheet: Sheet) -> bytes:
    """The extract as a PDF."""
    drawn = template.drawn(
        "who_looked/paper.html",
        title=TITLE,
        sheet=sheet,
        practice=sheet.practice,
        day=days.day(sheet.made_on),
        day_of=days.day,
        about=words.ABOUT,
    )
    return render(Printed(html=drawn, css=_CSS, title=TITLE, lang="en", made_on=sheet.made_on))
