"""Every page of this room, gathered for the app."""

from facilitator.agreeing import (
    answers,
    final,
    gathered,
    leaving_out,
    line_page,
    names,
    names_of,
    needs_met,
    overview,
    page_one,
    reading_aloud,
    readings,
    referrer,
    week_page,
    what_helps,
    wording_page,
)
from facilitator.agreeing.blueprint import agreeing

__all__ = [
    "agreeing",
    "answers",
    "final",
    "gathered",
    "leaving_out",
    "line_page",
    "names",
    "names_of",
    "needs_met",
    "overview",
    "page_one",
    "reading_aloud",
    "readings",
    "referrer",
    "week_page",
    "what_helps",
    "wording_page",
]
