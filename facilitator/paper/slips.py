"""The cover slip of a copy: it says whose the copy under it is, and nothing that is in it.

It lies on the table before people's eyes. So it holds no address and no words of a safe route.
"""

from dataclasses import dataclass
from datetime import date

from facilitator.paper import template
from facilitator.paper.pdf import Sheet, render

TITLE = "Cover slip"
_CSS = ("plan.css", "handout.css", "handed.css")


@dataclass(frozen=True, kw_only=True)
class Slip:
    """Everything that a cover slip shows; ``by_hand`` is False for a copy that goes another way."""

    name: str
    what: str
    version: int
    day: str
    code: str
    made_on: date
    by_hand: bool = True
    practice: bool = False


def pdf(slip: Slip) -> bytes:
    """The slip on paper. The same slip always gives the same bytes."""
    drawn = template.drawn("paper/slip.html", title=TITLE, slip=slip, practice=slip.practice)
    return render(Sheet(html=drawn, css=_CSS, title=TITLE, lang="en", made_on=slip.made_on))
