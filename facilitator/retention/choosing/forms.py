"""The form of a choice: how many months, and why where that is long."""

from uuid import UUID

from flask_wtf import FlaskForm
from wtforms import HiddenField, SubmitField

from facilitator.database import id_or_new, new_id
from facilitator.preparing.fields import name_field, words_field

_MOST_FIGURES = 5


class PeriodForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF brings no types
    """How long one kind of record is kept. Nothing stands in it beforehand."""

    id = HiddenField(default=lambda: str(new_id()))
    based_on = HiddenField()
    looked = HiddenField()  # the months of which it was shown what they would do
    months = name_field(
        "For how many months?",
        "A whole number. 12 is a year, 36 is three years.",
        render_kw={"inputmode": "numeric", "classes": "govuk-input--width-4"},
    )
    reason = words_field(
        "Why so long?", "Needed for more than three years. Families can ask to see it.", rows=3
    )
    look = SubmitField("See what this would do")
    keep = SubmitField("Choose this")

    @property
    def number(self) -> int | None:
        """The months that were typed; None for nothing, 0 for what is no whole number."""
        typed = (self.months.data or "").strip()
        if not typed:
            return None
        return int(typed) if typed.isdecimal() and len(typed) < _MOST_FIGURES else 0

    @property
    def row_id(self) -> UUID:
        """The id that the form was made with."""
        return id_or_new(self.id.data)
