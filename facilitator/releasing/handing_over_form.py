"""The form for one copy alone: in which edition, and how it reaches its reader."""

from datetime import date
from typing import Any

from flask_wtf import FlaskForm
from wtforms import BooleanField, HiddenField, RadioField, SubmitField
from wtforms.validators import InputRequired

from facilitator.copies import How
from facilitator.preparing.fields import name_field
from facilitator.releasing.handing_over_rows import EDITIONS, Leaving, Way, editions_for

BY_HAND, SAFE_ROUTE = How.BY_HAND.value, How.SAFE_ROUTE.value


class HandOverForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF brings no types
    """One copy. A safe route is never filled in beforehand: it is asked for each time."""

    edition = RadioField(
        "Which edition?", validators=[InputRequired("Choose an edition for this copy.")]
    )
    how = RadioField("How does it reach them?", choices=[])
    route = name_field(
        "By which safe route?",
        "In their words: “in a sealed envelope, through my sister”. It stands in the register, and "
        "on no paper.",
    )
    asked = BooleanField()
    press = HiddenField(validators=[InputRequired()])
    hand_over = SubmitField("Write it down, and hand it over")

    def __init__(self, leaving: Leaving, **given: Any) -> None:
        super().__init__(**given)
        name = leaving.name
        kind = leaving.reader.copy_kind
        self.edition.choices = [(one, EDITIONS[one].capitalize()) for one in editions_for(kind)]
        self.how.choices = [
            (BY_HAND, f"I put it into {name}'s own hand"),
            (SAFE_ROUTE, "By a safe route"),
        ]
        self.asked.label.text = (
            f"I asked {name} today: this route is safe, and nobody else reads what comes that way."
        )

    def validate(self, extra_validators: Any = None) -> bool:
        """Each time anew: a route that was safe last week may not be safe today."""
        found = super().validate(extra_validators)
        if self.how.data != SAFE_ROUTE:
            return bool(found)
        if not self.route.data:
            self.route.errors = ["There is no safe route here yet. Ask them for one, and type it."]
        if not self.asked.data:
            self.asked.errors = [
                "The route has not been asked about today. Ask them now, then tick the box."
            ]
        return bool(found) and not (self.route.errors or self.asked.errors)

    def way(self, today: date) -> Way:
        """What the form says, once it is valid."""
        how = How(self.how.data)
        if how is How.BY_HAND:
            return Way(edition=self.edition.data)
        return Way(edition=self.edition.data, how=how, route=self.route.data or "", asked_on=today)
