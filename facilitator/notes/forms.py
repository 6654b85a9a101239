"""The form of one note."""

from typing import Self
from uuid import UUID

from flask_wtf import FlaskForm
from wtforms import Field, HiddenField, SubmitField, TextAreaField
from wtforms.validators import DataRequired, Length, ValidationError

from facilitator import canonical
from facilitator.notes.note import Note
from facilitator.strict.text import text_problems

LONGEST = 5000


def _tidy(text: str | None) -> str:
    return (text or "").replace("\r\n", "\n").replace("\r", "\n").strip()


def _can_be_kept(_form: FlaskForm, field: Field) -> None:
    for problem in text_problems(field.data or ""):
        raise ValidationError(f"{problem.wrong} Take that character out.")


class NoteForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF brings no types
    """One note: its words, and the fingerprint of what stood there when the page was made."""

    id = HiddenField()  # of the row: the same new note that comes twice is one
    based_on = HiddenField()
    text = TextAreaField(
        filters=[_tidy],
        render_kw={"rows": 4},
        validators=[
            DataRequired("There is nothing in this note. Write something, then save it."),
            Length(max=LONGEST, message=f"That is too long. Use {LONGEST:,} characters at most."),
            _can_be_kept,
        ],
    )
    save = SubmitField("Save this note")

    @classmethod
    def of(cls, prefix: str, kept_id: UUID, note: Note | None) -> Self:
        """The form for that note, or for a new one with that id; what was sent wins."""
        return cls(
            prefix=prefix,
            id=str(kept_id),
            based_on=fingerprint(note),
            text=note.text if note else "",
        )

    def asks(self, label: str, hint: str) -> Self:
        """The same form with the question that the note answers."""
        self.text.label.text, self.text.description = label, hint
        return self


def fingerprint(note: Note | None) -> str:
    """What a form is based on: alike only for equal notes, "" for none."""
    return canonical.fingerprint(note) if note else ""
