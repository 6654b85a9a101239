"""Every page of this room, gathered for the app: the quarter on screen, on paper, as a file."""

from flask import Response, render_template, request

from facilitator import days
from facilitator.auditing.rubric_here import rubric_here
from facilitator.database import reading
from facilitator.pages.papers import pdf_answer
from facilitator.quarterly import periods, printing, told
from facilitator.quarterly.blueprint import asked_here, quarterly
from facilitator.quarterly.changing import views as changing  # noqa: F401 - their pages
from facilitator.quarterly.csv_file import csv_file
from facilitator.quarterly.gathering import Shown, gather

__all__ = ["quarterly"]

OF_QUARTER = "quarter"


@quarterly.get("/quarter")
def quarter() -> str:
    """What many plans show: counts and lines first, then dots, then charts."""
    shown = _shown()
    only_quarter = request.args.get("dots") == OF_QUARTER
    figures = shown.quarter if only_quarter else shown.year
    return render_template(
        "quarterly/quarter.html",
        shown=shown,
        asked=shown.asked,
        when=periods.told(shown.asked.quarter),
        counts=told.counts(shown),
        cards=told.cards(shown),
        gates=told.gates(figures),
        criteria=told.criteria(figures, rubric_here()),
        only_quarter=only_quarter,
        trends=told.trends(shown),
        heat=told.heat_told(shown.heat),
        day=days.day,
    )


@quarterly.get("/quarter.pdf")
def paper() -> Response:
    """The quarter on one page."""
    shown = _shown()
    return pdf_answer(printing.one_page(shown, rubric_here()), _name(shown, "pdf"))


@quarterly.get("/quarter.csv")
def csv() -> Response:
    """The figures for a spreadsheet."""
    shown = _shown()
    response = Response(csv_file(shown, rubric_here()), mimetype="text/csv")
    name = _name(shown, "csv")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _shown() -> Shown:
    with reading() as session:
        return gather(session, asked_here(session))


def _name(shown: Shown, ending: str) -> str:
    return f"quarter-{periods.key_of(shown.asked.quarter)}.{ending}"
