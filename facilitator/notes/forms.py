"""The form of one note."""

from typing import Any, Self

from flask_wtf import FlaskForm
from wtforms import Field, HiddenField, StringField, SubmitField, TextAreaField
from wtforms.validators import DataRequired, Length, ValidationError

from facilitator import canonical, days, days_typed
from facilitator.notes.note import Note, Whose
from facilitator.notes.sheets import Sheet
from facilitator.strict.text import text_problems

LONGEST = 5000
LONGEST_NAME = 300
_NOTHING = "There is nothing in this note. Write something, then save it."
_NOBODY = "Who wrote it is missing. Write their name and what they do."
_WHO = "Their name and what they do, such as: Ms Hart, school nurse."


def _tidy(text: str | None) -> str:
    return (text or "").replace("\r\n", "\n").replace("\r", "\n").strip()


def _tidy_line(text: str | None) -> str:
    return " ".join((text or "").split())


def _can_be_kept(_form: FlaskForm, field: Field) -> None:
    for problem in text_problems(field.data or ""):
        raise ValidationError(f"{problem.wrong} Take that character out.")


def _is_a_day(_form: FlaskForm, field: Field) -> None:
    try:
        days_typed.load_dated(field.data) if field.data else None
    except ValueError as unread:
        raise ValidationError(str(unread)) from unread


def _checks(missing: str, longest: int) -> list[Any]:
    long = f"That is too long. Use {longest:,} characters at most."
    return [DataRequired(missing), Length(max=longest, message=long), _can_be_kept]


def _words_field(label: str = "") -> TextAreaField:
    return TextAreaField(
        label, filters=[_tidy], render_kw={"rows": 4}, validators=_checks(_NOTHING, LONGEST)
    )


class NoteForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF brings no types
    """One note: its words, and the fingerprint of what stood there when the page was made."""

    id = HiddenField()  # of the row: the same new note that comes twice is one
    based_on = HiddenField()
    text = _words_field()
    save = SubmitField("Save this note")

    @classmethod
    def of(cls, sheet: Sheet) -> Self:
        """The form for that sheet; what was sent wins."""
        note = sheet.kept.note if sheet.kept else None
        return cls(
            prefix=sheet.prefix,
            id=str(sheet.id),
            based_on=fingerprint(note),
            **(cls._filled(note) if note else {}),
        )

    def said(self) -> dict[str, Any]:
        """What was typed, by the note's own fields."""
        return {"text": self.text.data or ""}

    @staticmethod
    def _filled(note: Note) -> dict[str, Any]:
        return {"text": note.text}


class ProfessionalNoteForm(NoteForm):
    """A professional's note: who wrote it and when too."""

    by = StringField(
        "Who wrote it?",
        description=_WHO,
        filters=[_tidy_line],
        validators=_checks(_NOBODY, LONGEST_NAME),
    )
    on = StringField(
        "On which day?",
        description=f"{days_typed.AS_SUCH} Leave it empty if nobody knows.",
        filters=[_tidy_line],
        validators=[_is_a_day],
        render_kw={"classes": "govuk-input--width-20"},
    )
    text = _words_field("What does it say?")  # Anew, and so is the button: they stand below.
    save = SubmitField("Save this note")

    def said(self) -> dict[str, Any]:
        """What was typed, by the note's own fields."""
        day = days_typed.load_dated(self.on.data) if self.on.data else None
        return {"text": self.text.data or "", "by": self.by.data or "", "on": day}

    @staticmethod
    def _filled(note: Note) -> dict[str, Any]:
        day = days.day(note.on) if note.on else ""
        return {"text": note.text, "by": note.by, "on": day}


def form_of(sheet: Sheet) -> NoteForm:
    """The form of that sheet."""
    if sheet.whose is Whose.PROFESSIONAL:
        return ProfessionalNoteForm.of(sheet)
    form = NoteForm.of(sheet)
    form.text.label.text, form.text.description = sheet.label, sheet.hint
    return form


def fingerprint(note: Note | None) -> str:
    """What a form is based on: alike only for equal notes, "" for none."""
    return canonical.fingerprint(note) if note else ""
