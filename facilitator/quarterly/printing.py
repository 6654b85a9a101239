"""The quarter on one page of paper, through the same press as every family's plan."""

from facilitator.audits import Rubric
from facilitator.audits.look import FIRST_LOOK
from facilitator.paper import template
from facilitator.paper.pdf import Sheet, render
from facilitator.quarterly import periods, told
from facilitator.quarterly.gathering import Shown

MOST_QUOTES = 3


def one_page(shown: Shown, rubric: Rubric) -> bytes:
    """The PDF. Its six criteria are those that every look asks; the screen has them all."""
    when = periods.told(shown.asked.quarter)
    title = f"What many plans show: {shown.asked.whose}, {when}"
    first = [one for one in told.criteria(shown.year, rubric) if one.criterion.id in FIRST_LOOK]
    drawn = template.drawn(
        "quarterly/paper.html",
        title=title,
        shown=shown,
        when=when,
        counts=told.counts(shown),
        quotes=shown.quotes[:MOST_QUOTES],
        criteria=first,
        trends=told.trends(shown, low=True),
        heat=told.heat_told(shown.heat, wide=True),
    )
    css = ("plan.css", "../quarterly/paper.css")
    return render(Sheet(html=drawn, css=css, title=title, lang="en", made_on=shown.asked.today))
