"""The form for a meeting that a supervisor sat in on."""

from flask_wtf import FlaskForm
from wtforms import HiddenField

from facilitator.audits.observed import FIVE
from facilitator.preparing.fields import day_field, name_field, words_field
from facilitator.refusals import Problem

_ASKS = {
    "relational": "How did people listen to one another? Who was left out?",
    "respect": "Whose words were heard as they were said?",
    "responsibility": "How was it said what happened, and what people can carry?",
    "resilience": "What strengths were named? Was there time?",
    "reflective": "What was left open, and how was that said?",
}


class ObservedForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF brings no types
    """The family's yes, and what was seen, by the five Rs."""

    based_on = HiddenField()
    yes_by = name_field("Who of the family said yes?", "Use the made-up name.")
    yes_on = day_field("On which day did they say it?")

    @property
    def saw(self) -> dict[str, str]:
        """What was seen, by the keys of the five."""
        return {key: self[key].data or "" for key in FIVE}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that is wrong, each at the id of its box."""
        return tuple(Problem(field.id, str(error), "") for field in self for error in field.errors)

    def take(self, problems: tuple[Problem, ...]) -> None:
        """Put each problem beside its box."""
        for one in problems:
            self[one.place].errors = [f"{one.wrong} {one.remedy}".strip()]


for _key, _name in FIVE.items():
    setattr(ObservedForm, _key, words_field(_name, _ASKS.get(_key, ""), rows=3))
