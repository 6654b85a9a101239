"""The form of a letter: its boxes stand in the order in which it is read."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from flask_wtf import FlaskForm
from wtforms import HiddenField

from facilitator.auditing.letters.letter import (
    MOST_QUESTIONS,
    MOST_STRENGTHS,
    Letter,
    SharedStep,
    Strength,
)
from facilitator.preparing.fields import choice_field, day_field, name_field, words_field

Lines = Iterable[tuple[str, str]]
_WHY = "Why did it work?"


class LetterForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF brings no types
    """A letter's draft: everything may be left open until it is sent."""

    _ids: Mapping[str, str] = MappingProxyType({})

    revision = HiddenField(default="0")
    line_1 = choice_field("A line of the plan that worked", default="")
    why_1 = words_field(_WHY, rows=2)
    line_2 = choice_field("A second line, if you like", default="")
    why_2 = words_field(_WHY, rows=2)
    line_3 = choice_field("A third line, if you like", default="")
    why_3 = words_field(_WHY, rows=2)
    question_1 = words_field("A question that you are curious about", rows=2)
    question_2 = words_field("A second question, if you like", rows=2)
    step = words_field("What do we do next, together?", rows=2)
    step_who = name_field("Who of us does it?", "Such as: you and I.")
    step_by = day_field("By which day?")
    why_words_stay = words_field(
        "Why do these words stay?", "Only if words are found that may hurt.", rows=2
    )

    def offer(self, lines: Lines) -> "LetterForm":
        """Itself, with these lines to choose from: id and words.

        The page holds their numbers: an id may be a name.
        """
        held = tuple(lines)
        self._ids = {str(at): line_id for at, (line_id, _) in enumerate(held, 1)}
        numbers = {line_id: at for at, line_id in self._ids.items()}
        choices = [("", "Choose a line"), *((numbers[one], words) for one, words in held)]
        for at in range(1, MOST_STRENGTHS + 1):
            self[f"line_{at}"].choices = choices
        return self

    def fill(self, letter: Letter) -> "LetterForm":
        """Itself, with what a draft says."""
        self.revision.data = str(letter.revision)
        for at, one in enumerate(letter.strengths, 1):
            number = next((key for key, held in self._ids.items() if held == one.line), "")
            self[f"line_{at}"].data, self[f"why_{at}"].data = number, one.why
        for at, words in enumerate(letter.questions, 1):
            self[f"question_{at}"].data = words
        self.step.data, self.step_who.data = letter.step.what, letter.step.who
        self.step_by.data, self.why_words_stay.data = letter.step.by, letter.why_words_stay
        return self

    @property
    def based_on(self) -> int:
        """The revision that it was made from; -1, which fits nothing, where that is no number."""
        typed = self.revision.data or ""
        return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 9 else -1  # noqa: PLR2004

    @property
    def strengths(self) -> tuple[Strength, ...]:
        """The lines that are chosen, and what is said of each."""
        each = range(1, MOST_STRENGTHS + 1)
        held = ((self[f"line_{at}"].data or "", self[f"why_{at}"].data or "") for at in each)
        return tuple(Strength(self._ids.get(line, ""), why) for line, why in held if line or why)

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions that are asked."""
        each = (self[f"question_{at}"].data for at in range(1, MOST_QUESTIONS + 1))
        return tuple(words for words in each if words)

    @property
    def shared_step(self) -> SharedStep:
        """What we do next."""
        return SharedStep(self.step.data or "", self.step_who.data or "", self.step_by.data)
