"""Form fields for words, days and times, whose refusals show what was typed and what to do."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from wtforms import (
    DateField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.form import BaseForm
from wtforms.validators import DataRequired, InputRequired, Length, Optional, ValidationError
from wtforms.widgets import TextInput

from facilitator import days, days_typed
from facilitator.accounts.forms import tidy
from facilitator.strict.text import text_problems

if TYPE_CHECKING:
    from datetime import date

LONGEST_WORDS = 5000  # as in a record
LONGEST_NAME = 300
_SHOWN = 60


class _CanBePrinted:
    """Refuses characters that no paper can print and no record may hold."""

    def __call__(self, _form: BaseForm, field: StringField) -> None:
        """ValidationError, fit to show."""
        for problem in text_problems(field.data or ""):
            raise ValidationError(f"{problem.wrong} Take that character out.")


def _tidy_lines(text: str | None) -> str:
    """What was typed, with one sign for a new line, and without space around it."""
    return (text or "").replace("\r\n", "\n").replace("\r", "\n").strip()


def _checks(missing: str, most: int) -> list[Any]:
    needed = DataRequired(missing) if missing else Optional()
    long = f"That is too long. Use {most:,} characters at most."
    return [needed, Length(max=most, message=long), _CanBePrinted()]


def name_field(label: str, hint: str = "", *, missing: str = "", **more: Any) -> StringField:
    """A field for a few words; ``missing`` is the sentence where it must not be empty."""
    return StringField(
        label, description=hint, filters=[tidy], validators=_checks(missing, LONGEST_NAME), **more
    )


def words_field(
    label: str, hint: str = "", *, missing: str = "", rows: int = 4, **more: Any
) -> TextAreaField:
    """A field for somebody's words, as long as they are."""
    return TextAreaField(
        label,
        description=hint,
        filters=[_tidy_lines],
        validators=_checks(missing, LONGEST_WORDS),
        render_kw={"rows": rows},
        **more,
    )


class DayField(DateField):
    """A civil day as it is written here, day first. What can't be a day stays in the form.

    A browser's own field for dates puts the month first on many computers.
    """

    widget = TextInput()

    def _value(self) -> str:
        if self.raw_data:
            return " ".join(self.raw_data)
        return days.day(self.data) if self.data else ""

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        """The day that was typed; ValueError, fit to show."""
        self.data: date | None = None
        typed = " ".join(" ".join(valuelist).split())
        if typed:
            self.data = days_typed.load_dated(typed)


def day_field(label: str, hint: str = "", *, missing: str = "", **more: Any) -> DayField:
    """A field for one day."""
    needed = InputRequired(missing) if missing else Optional()
    hint = f"{hint} {days_typed.AS_SUCH}".strip()
    wide = {"classes": "govuk-input--width-20"}
    return DayField(label, description=hint, validators=[needed], render_kw=wide, **more)


def _clock(text: str | None) -> str:
    """A time as it is kept: "9.30" becomes "09:30"; what is no time stays as typed."""
    typed = tidy(text)
    match = re.fullmatch(r"([0-9]{1,2})[.:]?([0-9]{2})", typed)
    found = match and days.find_time(f"{match[1]}:{match[2]}")
    return f"{found:%H:%M}" if found else typed


def _is_a_time(_form: BaseForm, field: StringField) -> None:
    typed = field.data or ""
    if days.find_time(typed) is None:
        raise ValidationError(
            f"'{typed[:_SHOWN]}' is not a time. Write it by the clock of 24 hours: 14:30."
        )


def time_field(label: str, hint: str = "", *, missing: str = "", **more: Any) -> StringField:
    """A field for a time of the day, kept as "HH:MM", "" for none."""
    needed = DataRequired(missing) if missing else Optional()
    return StringField(
        label,
        description=hint,
        filters=[_clock],
        validators=[needed, _is_a_time],
        render_kw={"classes": "govuk-input--width-5"},
        **more,
    )


def choice_field(label: str, hint: str = "", **more: Any) -> SelectField:
    """A field where one of several is chosen; the choices are set when the form is made.

    What is not among them is refused in our words.
    """
    return _Choice(label, description=hint, **more)


class _Choice(SelectField):
    def pre_validate(self, form: BaseForm) -> None:  # noqa: ARG002 - WTForms calls it so
        """ValidationError, fit to show, for what nobody could have chosen on the page."""
        if not any(match for _, _, match, *_ in self.iter_choices()):
            raise ValidationError("That can't be chosen here any more. Choose again.")
