"""Parts of the page that are the same again and again: drawn once, and kept as text.

A part is found again by all that stands on it, so it can't come to another meeting with other
words. What somebody said or asked in their own words is never kept here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from markupsafe import Markup

from facilitator.leading.screen.questions import Question
from facilitator.leading.screen.screen import kind_buttons

MOST_DRAWN = 2000  # questions in their states, of some 2 KB each
_QUESTIONS, _PEOPLE = "leading/_questions.html", "leading/_people.html"


@dataclass(frozen=True)
class Drawing:
    """Draws those parts with the app's templates."""

    templates: Any

    def questions(self, asked: Iterable[Question]) -> Markup:
        """Those questions as they stand on the page, each in its state."""
        return self._each(asked, "question")

    def ways_to(self, asked: Iterable[Question]) -> Markup:
        """The ways to those questions, as they stand in the lists of questions."""
        return self._each(asked, "go_to")

    def kinds(self, chosen: str, *, exact: bool) -> str:
        """The kinds of line to choose from, one of them chosen or none."""
        known = chosen if chosen in {one.key for one in kind_buttons()} else ""
        return drawn_before(self.templates, _PEOPLE, "kinds", kind_buttons(), known, exact)

    def _each(self, asked: Iterable[Question], macro: str) -> Markup:
        # In one go: a page has all questions twice, and a template's own calls are slow. What was
        # drawn is markup already, with every word in it escaped.
        drawn = [
            (_draw if one.own else drawn_before)(self.templates, _QUESTIONS, macro, one)
            for one in asked
        ]
        return Markup("".join(drawn))  # noqa: S704


def _draw(templates: Any, name: str, macro: str, *about: Any) -> str:
    drawn: str = getattr(templates.get_template(name).module, macro)(*about)
    return drawn


drawn_before = lru_cache(maxsize=MOST_DRAWN)(_draw)
