"""The forms of the front door."""

import re

from flask_wtf import FlaskForm
from wtforms import EmailField, Field, HiddenField, PasswordField, StringField, SubmitField
from wtforms.validators import DataRequired, InputRequired, Length, ValidationError

from facilitator.accounts import passwords

LONGEST_NAME = 300
LONGEST_EMAIL = 254  # RFC 5321, 4.5.3.1.3
# No letter is ever sent there, so that its shape is enough.
EMAIL = re.compile(r"[^@\s]+@[^@\s]+")
HINT = "8 characters or more; 15 are better. Three or four words that only you know are good."


def tidy(text: str | None) -> str:
    """What was typed, without spaces around it and with single ones inside."""
    return " ".join((text or "").split())


def is_email(_form: FlaskForm, field: Field) -> None:
    """Refuse what can't be an e-mail address."""
    if not EMAIL.fullmatch(field.data):
        raise ValidationError(
            f"'{field.data[:60]}' is not an e-mail address. Type one like sam@example.org."
        )


def no_longer_than(most: int, what: str) -> Length:
    """Refuse what is longer than that many characters."""
    return Length(max=most, message=f"{what} is too long. Use {most} characters at most.")


def own_password(
    label: str = "Your password", missing: str = "Your password is missing. Type it."
) -> PasswordField:
    """The password that somebody has, asked for again; a manager of passwords may fill it in."""
    return PasswordField(
        label,
        render_kw={"autocomplete": "current-password"},
        validators=[InputRequired(missing), no_longer_than(passwords.LONGEST, "The password")],
    )


class FirstForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF brings no types
    """What the first account needs."""

    name = StringField(
        "Your name",
        filters=[tidy],
        render_kw={"autocomplete": "name"},
        validators=[
            DataRequired("Your name is missing. Type how people call you at work."),
            no_longer_than(LONGEST_NAME, "Your name"),
        ],
    )
    email = EmailField(
        "Your e-mail address",
        description="You sign in with it. Facilitator sends no e-mail.",
        filters=[tidy],
        render_kw={"autocomplete": "username"},
        validators=[
            DataRequired("Your e-mail address is missing. Type the one that you use at work."),
            no_longer_than(LONGEST_EMAIL, "The e-mail address"),
            is_email,
        ],
    )
    team = StringField(
        "The name of your team",
        description="The people you work with.",
        filters=[tidy],
        render_kw={"autocomplete": "organization"},
        validators=[
            DataRequired("The name of your team is missing. Your own name will do, too."),
            no_longer_than(LONGEST_NAME, "The name of the team"),
        ],
    )
    password = PasswordField(
        "A password",
        description=HINT,
        render_kw={"autocomplete": "new-password"},
        validators=[InputRequired("The password is missing. Choose one.")],
    )
    save = SubmitField("Make my account")

    def validate_password(self, field: PasswordField) -> None:
        """Refuse a password that is too short or too easy."""
        about = tuple(one.data or "" for one in (self.name, self.email, self.team))
        wrong = passwords.faults(field.data or "", about)
        if wrong:
            raise ValidationError(f"This password can't be used. {wrong[0]}")


class SignInForm(FlaskForm):  # type: ignore[misc]
    """Who wants to come in."""

    next = HiddenField()
    email = EmailField(
        "Your e-mail address",
        filters=[tidy],
        render_kw={"autocomplete": "username"},
        validators=[
            DataRequired("Your e-mail address is missing. Type it."),
            no_longer_than(LONGEST_EMAIL, "The e-mail address"),
        ],
    )
    password = own_password()
    save = SubmitField("Sign in")
