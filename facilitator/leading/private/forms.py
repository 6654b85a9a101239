"""The two forms of private time: the one that begins it, and the one that ends it."""

from flask_wtf import FlaskForm
from wtforms import Field, PasswordField, SelectMultipleField, SubmitField
from wtforms.validators import InputRequired, Length, Optional, ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from facilitator.accounts.passwords import LONGEST
from facilitator.leading.private.secret import is_pin
from facilitator.people import Person


class BeginForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF brings no types
    """Who stays by the family's choice, and a PIN if wanted."""

    stayed = SelectMultipleField(
        "Does the family ask anybody to stay?",
        description="A supporter, an advocate or an interpreter, if the family asks them. "
        "Everybody else from the service leaves, and so do you.",
        option_widget=CheckboxInput(),
        widget=ListWidget(prefix_label=False),
        validate_choice=False,  # Who may not stay is refused by name.
    )
    pin = PasswordField(
        "PIN",
        description="4 to 8 figures, for this time only. Your password ends it too.",
        render_kw={"autocomplete": "off", "inputmode": "numeric"},
        validators=[Optional()],
    )
    save = SubmitField("The family has its private time now")

    def offer(self, people: tuple[Person, ...]) -> None:
        """Whom the form lets one choose."""
        self.stayed.choices = [(one.id, _told(one)) for one in people]

    def validate_pin(self, field: Field) -> None:
        """Refuse what is no PIN; the PIN itself is never shown."""
        if not is_pin(field.data or ""):
            raise ValidationError(
                f"This PIN has {len(field.data)} characters, or not only figures. "
                "Type 4 to 8 figures, or leave it empty."
            )


class ReadyForm(FlaskForm):  # type: ignore[misc]
    """What whoever leads the meeting types when the family is ready."""

    secret = PasswordField(
        "Your PIN or your password",
        description="For the person who leads the meeting.",
        validators=[
            InputRequired("The PIN or the password is missing. Type one of them."),
            Length(max=LONGEST, message=f"That is too long. Use {LONGEST} characters at most."),
        ],
    )
    save = SubmitField("End private time")


def _told(person: Person) -> str:
    relationship = f", {person.relationship}" if person.relationship else ""
    return f"{person.short_name}{relationship} ({person.role.value})"
