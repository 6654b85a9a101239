"""The forms of a hold: why, until when somebody looks again, and how it ends."""

from datetime import date
from typing import Any
from uuid import UUID

from flask_wtf import FlaskForm
from wtforms import BooleanField, HiddenField, SubmitField

from facilitator.database import id_or_new, new_id
from facilitator.preparing.fields import DayField, day_field, name_field, words_field

_WHEN = "Within a year. Then it stands on Today."


class HoldForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF brings no types
    """Why a record must not go on its day."""

    id = HiddenField(default=lambda: str(new_id()))
    reason = words_field(
        "Why must this record stay?",
        "Such as: the family complained, or a court asked for it. The family can hear this.",
        missing="The reason is missing. Say in a sentence why it must stay.",
        rows=3,
    )
    review_on = day_field(
        "When does somebody look whether it is still needed?",
        _WHEN,
        missing="The day is missing. Write the day on which somebody looks again.",
    )
    quiet = BooleanField("The family must not be told of this")
    why_quiet = words_field(
        "If the family must not be told: why?", "It stays here, and is not read out.", rows=2
    )
    keep = SubmitField("Hold this record back")

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether it may be kept; nothing is kept from a family without a reason."""
        fine = bool(super().validate(extra_validators))
        if self.quiet.data and not self.why_quiet.data:
            wrong = "It does not say why the family must not be told."
            self.why_quiet.errors = [f"{wrong} Write why, or take the tick away."]
            return False
        return fine

    @property
    def day(self) -> date:
        """The day to look again, once the form is valid."""
        return _day_of(self.review_on)

    @property
    def row_id(self) -> UUID:
        """The id that the form was made with."""
        return id_or_new(self.id.data)


class HoldByCodeForm(HoldForm):
    """The same, for a plan that is known by the code on its paper."""

    code = name_field(
        "The plan's code",
        "It stands on each page of the paper.",
        missing="The code is missing. It stands on each page of the plan.",
        render_kw={"classes": "govuk-input--width-20"},
    )
    field_order = ("id", "code", "reason", "review_on", "quiet", "why_quiet", "keep")


class AgainForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF brings no types
    """It is still needed."""

    review_on = day_field(
        "When does somebody look again?",
        _WHEN,
        missing="The day is missing. Write the day on which somebody looks again.",
    )
    again = SubmitField("It must stay: look again on that day")

    @property
    def day(self) -> date:
        """The day to look again, once the form is valid."""
        return _day_of(self.review_on)


class EndForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF brings no types
    """It is no longer needed."""

    why = words_field(
        "Why is it no longer needed?",
        "The record then goes on its day, and not before two weeks have passed.",
        missing="The reason is missing. Say in a sentence why it may go.",
        rows=2,
    )
    end = SubmitField("End this hold")


def _day_of(field: DayField) -> date:
    if field.data is None:
        raise ValueError("A form that is not valid has no day.")
    return field.data
