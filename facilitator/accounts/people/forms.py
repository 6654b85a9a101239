"""The forms by which an administrator adds somebody, and says what they may do."""

from typing import Any
from uuid import UUID

from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    EmailField,
    HiddenField,
    PasswordField,
    SelectField,
    SelectMultipleField,
    StringField,
)
from wtforms.form import BaseForm
from wtforms.validators import DataRequired, EqualTo, InputRequired, Optional, ValidationError

from facilitator.accounts import passwords
from facilitator.accounts.forms import (
    HINT,
    LONGEST_EMAIL,
    LONGEST_NAME,
    is_email,
    no_longer_than,
    tidy,
)
from facilitator.accounts.people.changing import Standing, faults_of
from facilitator.accounts.people.told import DUTIES
from facilitator.accounts.user import Duty, Team

A_NEW_TEAM = ""
_NOT_THERE = "One of these can't be chosen here any more. Choose again."


class _One(SelectField):
    def pre_validate(self, form: BaseForm) -> None:  # noqa: ARG002 - WTForms calls it so
        """ValidationError, fit to show, for what nobody could have chosen on the page."""
        if (self.data or A_NEW_TEAM) not in {str(value) for value, *_ in self.iter_choices()}:
            raise ValidationError(_NOT_THERE)


class _Several(SelectMultipleField):
    def pre_validate(self, form: BaseForm) -> None:  # noqa: ARG002
        """ValidationError, fit to show, for what nobody could have chosen on the page."""
        if not set(self.data or ()) <= {str(value) for value, *_ in self.iter_choices()}:
            raise ValidationError(_NOT_THERE)


class StandingForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF brings no types
    """A team, duties, and the further teams to look after."""

    team = _One("Team", validators=[Optional()])
    new_team = StringField(
        "Or the name of a new team",
        description="Leave this empty to choose a team from the list.",
        filters=[tidy],
        validators=[no_longer_than(LONGEST_NAME, "The name of the team")],
    )
    duties = _Several("What they do here")
    looks_after = _Several("Teams to look after, beside their own")

    def __init__(self, teams: tuple[Team, ...], *words: Any, **more: Any) -> None:
        super().__init__(*words, **more)
        self.teams = {str(team.id): team for team in teams}
        named = [(str(team.id), team.name) for team in teams]
        self.team.choices = [(A_NEW_TEAM, "A new team: its name stands below"), *named]
        self.looks_after.choices = named
        self.duties.choices = [(duty.value, told.name) for duty, told in DUTIES.items()]

    def validate_new_team(self, field: StringField) -> None:
        """Refuse a form that names no team."""
        if not field.data and not self.team.data:
            raise ValidationError("No team is chosen. Choose one, or name a new one.")

    def validate_duties(self, field: SelectMultipleField) -> None:
        """Refuse a form in which no duty is ticked."""
        self._refuse("duties", field)

    def validate_looks_after(self, field: SelectMultipleField) -> None:
        """Refuse teams for somebody who is no supervisor."""
        self._refuse("looks_after", field)

    def _refuse(self, place: str, _field: Any) -> None:
        for one in faults_of(self.standing()):
            if one.place == place:
                raise ValidationError(f"{one.wrong} {one.remedy}")

    def standing(self, found: Team | None = None) -> Standing:
        """What was chosen; ``found`` is the team that was typed, as it is kept."""
        chosen = self.teams.get(self.team.data or "")
        typed = found or Team(UUID(int=0), tidy(self.new_team.data))
        team = typed if self.new_team.data or chosen is None else chosen
        after = (self.teams[one] for one in self.looks_after.data or () if one in self.teams)
        duties = frozenset(Duty(one) for one in self.duties.data or () if one in set(Duty))
        return Standing(team, duties, tuple(one for one in after if one.id != team.id))


class PersonForm(StandingForm):
    """What somebody may do from now on. ``seen`` is the mark of what the page showed."""

    seen = HiddenField()
    knowingly = BooleanField("This is my own account, and I give myself more on purpose")


class AddForm(StandingForm):
    """Somebody who has no account yet."""

    name = StringField(
        "Their name",
        description="As people call them at work.",
        filters=[tidy],
        validators=[
            DataRequired("The name is missing. Type how people call them at work."),
            no_longer_than(LONGEST_NAME, "The name"),
        ],
    )
    email = EmailField(
        "Their e-mail address",
        description="They sign in with it. Facilitator sends no e-mail.",
        filters=[tidy],
        validators=[
            DataRequired("The e-mail address is missing. Type the one that they use at work."),
            no_longer_than(LONGEST_EMAIL, "The e-mail address"),
            is_email,
        ],
    )
    password = PasswordField(
        "A first password",
        description=f"{HINT} Tell them face to face. They are asked to change it.",
        render_kw={"autocomplete": "new-password"},
        validators=[InputRequired("The first password is missing. Choose one.")],
    )
    again = PasswordField(
        "The first password once more",
        render_kw={"autocomplete": "new-password"},
        validators=[EqualTo("password", "The two passwords differ. Type the same one twice.")],
    )

    def validate_password(self, field: PasswordField) -> None:
        """Refuse a password that is too short or too easy."""
        about = (self.name.data or "", self.email.data or "", self.standing().team.name)
        wrong = passwords.faults(field.data or "", about)
        if wrong:
            raise ValidationError(f"This password can't be used. {wrong[0]}")
