"""The short form of one person: who they are, and how they take part."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from flask_wtf import FlaskForm
from wtforms import Field, HiddenField, IntegerField, SubmitField
from wtforms.validators import NumberRange, Optional, ValidationError

from facilitator.people import Attendance, People, Person, Role
from facilitator.preparing.choosing import OneOf
from facilitator.preparing.fields import name_field
from facilitator.preparing.people import seats

OLDEST = 130

ROLE_WORDS: Mapping[Role, str] = {
    Role.CHILD: "A child or young person",
    Role.FAMILY: "Family, or somebody they count as family",
    Role.SUPPORTER: "A supporter: comes to be beside somebody",
    Role.ADVOCATE: "An advocate: helps somebody to say what they want",
    Role.INTERPRETER: "An interpreter: never a relative, a friend or a child",
    Role.REFERRER: "The worker who asked for this meeting",
    Role.WORKER: "Another worker",
    Role.FACILITATOR: "The facilitator, who leads the meeting",
    Role.TEAM: "One of the team",
    Role.EXCLUDED: "Kept away from this meeting",
}
_SELDOM = (Role.FACILITATOR, Role.TEAM, Role.EXCLUDED)
HOW_WORDS: Mapping[Attendance, str] = {
    Attendance.IN_ROOM: "In the room",
    Attendance.BY_PHONE: "By phone",
    Attendance.BY_VIDEO: "By video",
    Attendance.WROTE: "They write, draw or send their words",
    Attendance.INVITED_ABSENT: "Asked, and can't come",
    Attendance.NOT_ATTENDING: "Not coming",
    Attendance.EXCLUDED: "Left out of this meeting",
}


class AgeField(IntegerField):
    """Years; what is no number stays in the form."""

    def process_formdata(self, valuelist: list[str]) -> None:
        """The age that was typed; ValueError, fit to show."""
        self.data: int | None = None
        typed = " ".join(valuelist).strip()
        if not typed:
            return
        if not (typed.isascii() and typed.isdigit()):
            raise ValueError(f"'{typed[:60]}' is not an age. Type years in figures, such as 9.")
        self.data = int(typed[:9])


class WhoForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF brings no types
    """Who somebody is, and how they take part: enough to put them on the list."""

    key = HiddenField()
    based_on = HiddenField()
    name = name_field("Full name", missing="The full name is missing. Type it.")
    called = name_field(
        "What do they like to be called?",
        "This stands on the screen and on paper. For two ways write: Mum / Kerry.",
        missing="What they like to be called is missing. Ask them. Their first name will do.",
    )
    role = OneOf("What is their part?", missing="Their part is missing. Choose one.")
    relationship = name_field(
        "Who are they to the family?",
        "Mum, Ellie's godmother, social worker. For an interpreter, write who sends them.",
    )
    age = AgeField(
        "Age, for a child",
        validators=[
            Optional(),
            NumberRange(0, OLDEST, message=f"An age is between 0 and {OLDEST}. Type it again."),
        ],
        render_kw={"inputmode": "numeric"},
    )
    attended = OneOf(
        "How will they take part?", missing="How they take part is missing. Choose one."
    )
    save = SubmitField("Save")
    another = SubmitField("Save, and add another")

    def __init__(self, *, people: People, person: Person, **more: object) -> None:
        super().__init__(**self.values_of(person, people), **more)
        self.people, self.person = people, person
        self.role.choices = _role_choices(person)
        self.attended.choices = [(one.value, words) for one, words in HOW_WORDS.items()]

    @classmethod
    def values_of(cls, person: Person, people: People) -> dict[str, object]:  # noqa: ARG003
        """What the form says of that person before anybody changes it."""
        return {
            "name": person.name,
            "called": person.called,
            "role": person.role.value if person.name else None,  # Nobody's part is guessed.
            "relationship": person.relationship,
            "age": person.age,
            "attended": person.attended.value,
        }

    def asked(self) -> Person:
        """The person that the form makes of the one it began with."""
        return replace(
            self.person,
            name=self.name.data or "",
            called=self.called.data or "",
            role=Role(self.role.data),
            relationship=self.relationship.data or "",
            age=self.age.data,
            attended=Attendance(self.attended.data),
        )

    def missing(self) -> Iterator[tuple[Field, str]]:
        """The fields that can't be empty as things stand, and what to say where they are."""
        if self.role.data == Role.INTERPRETER:
            yield (
                self.relationship,
                (
                    "Who sends the interpreter is missing. An interpreter is never a relative, "
                    "a friend or a child: write who sends them."
                ),
            )

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether the form can be kept; every field that is wrong says why."""
        is_fine = bool(super().validate(extra_validators))
        for field, words in self.missing():
            if not field.data and not field.errors:
                field.errors, is_fine = [words], False
        return is_fine

    def validate_called(self, field: Field) -> None:
        """Refuse a name by which two people would be meant."""
        short = field.data.split(" / ")[0].strip().casefold()
        if short == self.person.short_name.casefold():
            return
        taken = [one for one in self.people if one.id != self.person.id]
        if short in {one.short_name.casefold() for one in taken}:
            raise ValidationError(
                f"Somebody here is called '{field.data[:60]}' already. "
                "Add a word, so that everybody knows who is meant."
            )

    def validate_relationship(self, field: Field) -> None:
        """Refuse an interpreter who belongs to the family."""
        kin = seats.kin_word(field.data)
        if kin and self.role.data == Role.INTERPRETER:
            raise ValidationError(
                f"“{kin}” says that they belong to the family. An interpreter is never a "
                "relative, a friend or a child. Ask for an interpreter who knows nobody here, "
                "and choose “supporter” for this person."
            )

    def validate_age(self, field: Field) -> None:
        """Refuse a child as an interpreter."""
        years = field.data
        if self.role.data == Role.INTERPRETER and years is not None and years < seats.GROWN_UP:
            raise ValidationError(
                f"An interpreter of {years} is a child. Ask for a grown-up who knows nobody here."
            )


def _role_choices(person: Person) -> list[tuple[str, str]]:
    return [
        (role.value, words)
        for role, words in ROLE_WORDS.items()
        if role not in _SELDOM or role is person.role
    ]
