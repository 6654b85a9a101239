"""The form to act today, and the one that says who was told and what came of it."""

from flask_wtf import FlaskForm
from wtforms import HiddenField, SubmitField

from facilitator.preparing.fields import day_field, name_field, time_field, words_field
from facilitator.refusals import Problem


class _Told(FlaskForm):  # type: ignore[misc]  # Flask-WTF brings no types
    """Who was told, and when."""

    told = name_field(
        "Who was told?",
        "Their name and what they are. Leave it empty while nobody is told.",
    )
    told_on = day_field("On which day?")
    told_time = time_field("At what time?", "As near as you know, such as 9:30.")

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that is wrong, each at the id of its box."""
        return tuple(Problem(field.id, str(error), "") for field in self for error in field.errors)

    def take(self, problems: tuple[Problem, ...]) -> None:
        """Put each problem beside its box."""
        for one in problems:
            self[one.place].errors = [f"{one.wrong} {one.remedy}".strip()]


class ActTodayForm(_Told):
    """What somebody saw in a plan: a child may not be safe."""

    key = HiddenField()
    seen = words_field(
        "What did you see?",
        "In a sentence or two. Use the made-up names.",
        missing="It is not said what you saw. Write it.",
    )


class WhatCameForm(_Told):
    """Who was told since, and what came of it."""

    based_on = HiddenField()
    came_of_it = words_field("What came of it?", "When it is settled, write how. Then close it.")
    keep = SubmitField("Keep this")
    close = SubmitField("Keep this, and close it")
