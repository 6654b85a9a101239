"""The forms of this room: who asks, that it takes longer, what is to be put right, the answer."""

from typing import Any
from uuid import UUID

from flask import abort
from flask_wtf import FlaskForm
from wtforms import HiddenField, SubmitField

from facilitator import days
from facilitator.database import new_id
from facilitator.one_person.correcting import Outcome
from facilitator.people import People
from facilitator.preparing.choosing import OneOf
from facilitator.preparing.fields import choice_field, day_field, name_field, words_field

SOMETHING_ELSE = "else"
_LONGEST_CHOICE = 90


class AskForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF brings no types
    """Somebody asks for everything that is kept about one person."""

    id = HiddenField()
    person = choice_field("Who is it about?")
    asked_by = name_field(
        "Who asks?",
        "The person themself, or somebody who may ask for them: a parent, a solicitor.",
        missing="It does not say who asks. Type who it was.",
    )
    known_by = name_field(
        "How do you know that it is them, and that they may?",
        "You know them. Or you saw a paper: say which. Keep no copy of it.",
        missing="It does not say how you know. Type it, or ask them first.",
    )
    asked_on = day_field(
        "On which day did they ask?",
        "The clock runs from this day, however they asked.",
        missing="No day is typed here. Type the day on which they asked.",
    )
    keep = SubmitField("Keep this")

    def __init__(self, people: People, today: Any) -> None:
        super().__init__(id=str(new_id()), asked_on=today)
        self.today = today
        named = [(one.id, one.name) for one in people]
        self.person.choices = [("", "Choose a name"), *named]

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether somebody is named, and the day is not still to come."""
        fine = super().validate(extra_validators)
        if not self.person.data:
            self.person.errors = ["Nobody is named here. Choose who it is about."]
        day = self.asked_on.data
        if day and day > self.today:
            wrong = f"{days.day(day)} is still to come. Type the day on which they asked."
            self.asked_on.errors = [wrong]
        return fine and not self.person.errors and not self.asked_on.errors

    @property
    def asked_id(self) -> UUID:
        """The id that the page brought: the same press twice is one."""
        return id_of(self.id.data)


class LongerForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF brings no types
    """It takes two months more, and why."""

    why = words_field(
        "Why does it take longer?",
        "Two months more, and only where it is hard to do. Tell them why before the month is over.",
        missing="It does not say why. Type what makes it hard.",
        rows=2,
    )
    keep = SubmitField("I have told them that it takes longer")


class CorrectionForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF brings no types
    """What somebody asks to have put right."""

    id = HiddenField()
    person = choice_field("Who asks?")
    line = choice_field("What is it about?")
    about = name_field("If it is something else: what?")
    asked = words_field(
        "What do they ask?",
        "In their own words. It can be printed beside the line later.",
        missing="There are no words here. Type what they ask.",
    )
    asked_on = day_field("On which day did they ask?", missing="No day is typed here. Type it.")
    keep = SubmitField("Keep what they ask")

    def __init__(self, people: People, lines: list[tuple[str, str]], today: Any) -> None:
        super().__init__(id=str(new_id()), asked_on=today)
        self.today = today
        there = [(one.id, one.short_name) for one in people if not one.is_left_out]
        self.person.choices = [("", "Choose a name"), *there]
        other = (SOMETHING_ELSE, "Something else that is kept")
        self.line.choices = [("", "Choose a line"), *lines, other]

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether it says who asks and what it is about, on a day that has been."""
        fine = super().validate(extra_validators)
        if not self.person.data:
            self.person.errors = ["Nobody is named here. Choose who asks."]
        if not self.line.data:
            self.line.errors = ["Nothing is chosen here. Choose a line, or something else."]
        if self.line.data == SOMETHING_ELSE and not self.about.data:
            self.about.errors = ["It does not say what it is. Type it, such as: my date of birth."]
        day = self.asked_on.data
        if day and day > self.today:
            self.asked_on.errors = [f"{days.day(day)} is still to come. Type the day they asked."]
        wrong = (one.errors for one in (self.person, self.line, self.about, self.asked_on))
        return fine and not any(wrong)

    @property
    def asked_id(self) -> UUID:
        """The id that the page brought: the same press twice is one."""
        return id_of(self.id.data)


class CorrectionAnswerForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF brings no types
    """What came of it, and why."""

    outcome = OneOf("What is your answer?", missing="No answer is chosen here. Choose one of both.")
    reason = words_field(
        "Why?",
        "In words that they can read. It stays with the plan for good.",
        missing="It does not say why. Type the reason, in plain words.",
        rows=3,
    )
    keep = SubmitField("Keep this answer")

    def __init__(self) -> None:
        super().__init__()
        self.outcome.choices = [
            (Outcome.PUT_RIGHT.value, "We put it right"),
            (Outcome.NOT_CHANGED.value, "It stays as it is, with their words beside it"),
        ]


def id_of(typed: str | None) -> UUID:
    """The id in a hidden field; no page of ours sends anything else."""
    try:
        return UUID(typed or "")
    except ValueError:
        abort(400)


def short(words: str) -> str:
    """Words as one line of a list to choose from."""
    one_line = " ".join(words.split())
    return one_line if len(one_line) <= _LONGEST_CHOICE else f"{one_line[:_LONGEST_CHOICE]}…"
