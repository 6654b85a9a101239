"""The forms of opening a plan: its code where it is needed, and always the reason."""

from typing import Any
from uuid import UUID

from flask import abort
from flask_wtf import FlaskForm
from wtforms import HiddenField, SubmitField, TextAreaField

from facilitator.break_glass.opening import reason_problem
from facilitator.database import new_id
from facilitator.preparing.fields import name_field, words_field


def _reason() -> TextAreaField:
    return words_field(
        "Why do you need to open it?",
        "The family can hear this, word for word. Write it as you would say it to them.",
        rows=3,
    )


class ReasonForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF brings no types
    """Why somebody opens a plan."""

    id = HiddenField()
    reason = _reason()
    show = SubmitField("Open this plan for an hour")

    def __init__(self) -> None:
        super().__init__(id=str(new_id()))

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether the reason says enough to be told to a family."""
        fine = bool(super().validate(extra_validators))
        if problem := reason_problem(self.reason.data or ""):
            self.reason.errors = [f"{problem.wrong} {problem.remedy}"]
        return fine and problem is None

    @property
    def press(self) -> UUID:
        """The id of this press: the same form twice opens a plan once."""
        try:
            return UUID(self.id.data or "")
        except ValueError:
            abort(400)  # No page of ours sends that.


class CodeForm(ReasonForm):
    """The same, with the code that stands on the family's paper."""

    code = name_field(
        "The plan's code",
        "At the foot of each page, after “Code”. Capitals, spaces and dashes don't matter.",
        missing="The code is missing. Look at the foot of any page of the plan.",
        render_kw={"classes": "govuk-input--width-10"},
    )
    reason = _reason()  # Below the code on the page, and in the list of what is wrong.
