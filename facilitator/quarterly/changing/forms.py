"""The forms of what stands beside the figures."""

from datetime import date
from typing import Any
from uuid import UUID

from flask_wtf import FlaskForm
from wtforms import BooleanField, Field, HiddenField, SubmitField
from wtforms.validators import ValidationError

from facilitator.audits.sampling import Quarter
from facilitator.database import id_or_new, new_id
from facilitator.preparing.fields import DayField, day_field, name_field, words_field
from facilitator.quarterly.kept import BOXES, KeptChange, KeptQuote, QuarterWords

LONGEST_BOX = 300
LONGEST_QUOTE = 110


class WordsForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF brings no types
    """Four boxes in the supervisor's own words; all of them stand on one page of paper."""

    based_on = HiddenField()
    looked_at = words_field(
        BOXES["looked_at"], "How many plans, and what you wanted to know. No names."
    )
    found = words_field(BOXES["found"], "What went well first.")
    changed = words_field(BOXES["changed"], "What your team does in another way now.")
    for_children = words_field(BOXES["for_children"], "What a child would notice.")
    save = SubmitField("Save these words")

    def validate_looked_at(self, field: Field) -> None:
        """ValidationError, fit to show."""
        _fits(field, LONGEST_BOX)

    def validate_found(self, field: Field) -> None:
        """ValidationError, fit to show."""
        _fits(field, LONGEST_BOX)

    def validate_changed(self, field: Field) -> None:
        """ValidationError, fit to show."""
        _fits(field, LONGEST_BOX)

    def validate_for_children(self, field: Field) -> None:
        """ValidationError, fit to show."""
        _fits(field, LONGEST_BOX)

    @property
    def said(self) -> dict[str, str]:
        """What the form says in each box."""
        return {box: self[box].data or "" for box in BOXES}


class ChangeForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF brings no types
    """From when on a team works in another way."""

    id = HiddenField(default=lambda: str(new_id()))
    on = day_field(
        "From which day?", missing="The day is missing. Type the day from which it was so."
    )
    what = name_field(
        "What changed?",
        "In a sentence. It stands beside the chart.",
        missing="What changed is missing. Say it in a sentence.",
    )
    new_limits = BooleanField("Begin the middle and the limits of the charts afresh on that day")
    why = words_field(
        "If they begin afresh: why?",
        "Only where the change is meant to last. The charts then need twelve months again.",
        rows=2,
    )
    save = SubmitField("Mark this change")

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether it may be kept; limits never begin afresh without a reason."""
        is_fine: bool = super().validate(extra_validators)
        if self.new_limits.data and not self.why.data:
            wrong = (
                "The reason for new limits is missing. Say why, or leave the limits as they are."
            )
            self.why.errors = [*self.why.errors, wrong]
            return False
        return is_fine

    def change(self, team_id: UUID, by: str) -> KeptChange:
        """The change that it describes, once it is valid."""
        return KeptChange(
            id=id_or_new(self.id.data),
            team_id=team_id,
            on=_day_of(self.on),
            what=self.what.data or "",
            new_limits=self.new_limits.data,
            why=self.why.data or "",
            by=by,
        )


class TakeBackForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF brings no types
    """Why a change is drawn no more."""

    why = words_field("Why?", missing="The reason is missing. Say in a sentence why.", rows=2)
    save = SubmitField("Take this change back")


class QuoteForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF brings no types
    """A line that a family lets us read to each other."""

    id = HiddenField(default=lambda: str(new_id()))
    words = name_field(
        "The line, word for word",
        "With the made-up names of the audit, and nothing that could tell who they are.",
        missing="The line is missing. Type it as the plan has it.",
    )
    yes_by = name_field(
        "Who in the family said yes to this?",
        "Such as: the grandmother. It is kept, and is not on the page.",
        missing="Who said yes is missing. Ask the family first.",
    )
    yes_on = day_field("On which day did they say yes?", missing="The day is missing. Type it.")
    save = SubmitField("Keep this line")

    def validate_words(self, field: Field) -> None:
        """ValidationError, fit to show."""
        _fits(field, LONGEST_QUOTE)

    def quote(self, team_id: UUID, quarter: Quarter) -> KeptQuote:
        """The line that it describes, once it is valid."""
        return KeptQuote(
            id=id_or_new(self.id.data),
            team_id=team_id,
            quarter=quarter,
            words=self.words.data or "",
            yes_by=self.yes_by.data or "",
            yes_on=_day_of(self.yes_on),
        )


def words_form(kept: QuarterWords) -> WordsForm:
    """The form, filled with what is kept where nothing was sent."""
    boxes = {box: getattr(kept, box) for box in BOXES}
    return WordsForm(data={**boxes, "based_on": str(kept.revision)})


def _day_of(field: DayField) -> date:
    if field.data is None:
        raise ValueError("A form that is not valid has no day.")
    return field.data


def _fits(field: Field, most: int) -> None:
    typed = len(field.data or "")
    if typed > most:
        raise ValidationError(
            f"That is {typed} characters long. Use {most} at most, for all stands on one page."
        )
