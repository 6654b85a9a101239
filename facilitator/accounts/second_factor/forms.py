"""The forms of the second step."""

from flask_wtf import FlaskForm
from wtforms import HiddenField, StringField, SubmitField
from wtforms.validators import InputRequired, Length, ValidationError

from facilitator.accounts.forms import own_password
from facilitator.accounts.second_factor.codes import FIGURES, ON_PAPER, figures

_LONGEST = 40  # With whatever somebody puts between the figures.
_MISSING = f"The code is missing. Type the {FIGURES} figures that your telephone shows."
# Browsers and telephones then offer figures, and nothing that was typed here before.
_KEYS = {
    "autocomplete": "one-time-code",
    "inputmode": "numeric",
    "classes": "govuk-input--width-10",
}


def is_code(_form: FlaskForm, field: StringField) -> None:
    """Refuse what has not as many figures as a telephone shows."""
    found = len(figures(field.data or ""))
    if found != FIGURES:
        raise ValidationError(
            f"It has {_count(found)}. Type the {FIGURES} that your telephone shows."
        )


def is_code_or_paper(_form: FlaskForm, field: StringField) -> None:
    """Refuse what has as many figures as neither kind of code."""
    found = len(figures(field.data or ""))
    if found not in {FIGURES, ON_PAPER}:
        raise ValidationError(
            f"It has {_count(found)}. A code of your telephone has {FIGURES}, a recovery code "
            f"{ON_PAPER}."
        )


def _count(found: int) -> str:
    return {0: "no figures", 1: "1 figure"}.get(found, f"{found} figures")


class CodeForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF brings no types
    """A code of a telephone, or one on paper."""

    next = HiddenField()
    code = StringField(
        "Your code",
        description=f"The {FIGURES} figures that your telephone shows, or a recovery code.",
        render_kw=_KEYS,
        validators=[
            InputRequired(_MISSING),
            Length(max=_LONGEST, message="That is too long for a code. Type the figures alone."),
            is_code_or_paper,
        ],
    )
    save = SubmitField("Sign in")


class SetUpForm(FlaskForm):  # type: ignore[misc]
    """The first code of a telephone."""

    next = HiddenField()
    code = StringField(
        f"The {FIGURES} figures that your app shows now",
        render_kw=_KEYS,
        validators=[
            InputRequired(_MISSING),
            Length(max=_LONGEST, message="That is too long for a code. Type the figures alone."),
            is_code,
        ],
    )
    save = SubmitField("Set it up")


class SetUpAgainForm(SetUpForm):
    """The same for somebody who is signed in: whoever finds the page open has no password."""

    password = own_password()
    save = SubmitField("Set it up")


class PasswordAloneForm(FlaskForm):  # type: ignore[misc]
    """A page that asks who is there before it does something."""

    password = own_password()
