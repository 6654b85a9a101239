"""The forms of the pages about the lock."""

from flask_wtf import FlaskForm
from wtforms import Field, PasswordField, StringField, SubmitField
from wtforms.validators import InputRequired, Length, ValidationError

from facilitator.accounts.passwords import normal
from facilitator.unlocking import locking

_NEW = {"autocomplete": "new-password"}
HINT = (
    "15 characters or more. Four or five words that only you would put together are good. "
    "It is not your own password: everybody who starts Facilitator on this computer needs it."
)


def is_good(_form: FlaskForm, field: Field) -> None:
    """Refuse what can be guessed."""
    if told := locking.faults_of(field.data):
        raise ValidationError(f"{told[0]} Choose a longer or rarer one.")


class PassphraseForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF brings no types
    """A new passphrase, twice."""

    passphrase = PasswordField(
        "A passphrase",
        description=HINT,
        render_kw=_NEW,
        validators=[
            InputRequired("The passphrase is missing. Type one."),
            Length(max=200, message="It is too long. Use 200 characters at most."),
            is_good,
        ],
    )
    again = PasswordField("The same once more", render_kw=_NEW)
    go_on = SubmitField("Go on")

    @property
    def typed(self) -> str:
        """The passphrase."""
        return normal(self.passphrase.data or "")

    def validate_again(self, field: Field) -> None:
        """Refuse two that differ: a slip would shut everybody out."""
        if normal(field.data or "") != self.typed:
            raise ValidationError("The two are not the same. Type both again.")


class PaperForm(FlaskForm):  # type: ignore[misc]
    """What shows that the recovery key is on paper."""

    last_group = StringField(
        "The last four letters or figures of the recovery key",
        description="Read them from your paper.",
        render_kw={"classes": "govuk-input--width-5", "autocomplete": "off"},
    )
    go_on = SubmitField("Lock it now")

    def says(self, recovery: str) -> bool:
        """Whether that is its last group."""
        typed = "".join(one for one in (self.last_group.data or "").upper() if one.isalnum())
        return typed.translate(str.maketrans("OILU", "011V")) == recovery[-4:]


class PressForm(FlaskForm):  # type: ignore[misc]
    """A button alone."""
