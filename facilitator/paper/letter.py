"""The letter that asks one person to give a copy back. It can only ask, and says so."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from facilitator.paper import template
from facilitator.paper.pdf import Sheet, render

TITLE = "Please give this copy back"
_CSS = ("plan.css", "handout.css", "handed.css")


class Why(Enum):
    """Why a copy is asked back. Whose wish it is stands in no letter."""

    NEW_VERSION = "new_version"
    YES_TAKEN_BACK = "yes_taken_back"
    ASKED = "asked"


@dataclass(frozen=True, kw_only=True)
class Letter:
    """Everything that the letter shows: days as people say them, names as people like them.

    ``newest`` is the number of the plan that holds now.
    """

    name: str
    what: str
    version: int
    newest: int
    plan_day: str
    code: str
    handed_on: str
    day: str
    give_to: str
    why: Why
    made_on: date
    practice: bool = False


def pdf(letter: Letter) -> bytes:
    """The letter on paper."""
    drawn = template.drawn(
        "paper/letter.html", title=TITLE, letter=letter, practice=letter.practice, why=Why
    )
    return render(Sheet(html=drawn, css=_CSS, title=TITLE, lang="en", made_on=letter.made_on))
