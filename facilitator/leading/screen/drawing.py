"""Parts of the page that are the same again and again: drawn once, and kept as text.

A part is found again by all that stands on it, so it can't come to another meeting with other
words. What somebody said or asked in their own words is never kept here.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from facilitator.leading.screen.questions import Question
from facilitator.leading.screen.screen import kind_buttons

MOST_DRAWN = 2000  # questions in their states, of some 2 KB each
_QUESTIONS, _PEOPLE = "leading/_questions.html", "leading/_people.html"


@dataclass(frozen=True)
class Drawing:
    """Draws those parts with the app's templates."""

    templates: Any

    def question(self, one: Question) -> str:
        """A question as it stands on the page, in its state."""
        return self._either(one, "question")

    def way_to(self, one: Question) -> str:
        """The way to a question, as it stands in the lists of questions."""
        return self._either(one, "go_to")

    def kinds(self, chosen: str, *, exact: bool) -> str:
        """The kinds of line to choose from, one of them chosen or none."""
        known = chosen if chosen in {one.key for one in kind_buttons()} else ""
        return drawn_before(self.templates, _PEOPLE, "kinds", kind_buttons(), known, exact)

    def _either(self, one: Question, macro: str) -> str:
        draw = _draw if one.own else drawn_before
        return draw(self.templates, _QUESTIONS, macro, one)


def _draw(templates: Any, name: str, macro: str, *about: Any) -> str:
    drawn: str = getattr(templates.get_template(name).module, macro)(*about)
    return drawn


drawn_before = lru_cache(maxsize=MOST_DRAWN)(_draw)
