"""The forms for what a child, or somebody who can't be there, wants to be heard."""

from dataclasses import replace
from typing import Any, ClassVar, Self

from wtforms import BooleanField, Field, SubmitField
from wtforms.validators import ValidationError

from facilitator.contributions import Contribution, FamilyYes, Fields
from facilitator.people import People
from facilitator.preparing.choosing import OneOf, SeveralOf
from facilitator.preparing.fields import choice_field, day_field, name_field, words_field
from facilitator.preparing.lines.line_form import EVERYBODY, SOME, LineForm


class SentWordsForm(LineForm):
    """What somebody who can't be there wants to be heard."""

    OWN: ClassVar[tuple[str, ...]] = ("how", "date", "may_hear", "read_by")
    words = words_field(
        "What they say",
        "In their own words. Read it back to them.",
        missing="Their words are missing. Write what they said.",
        rows=6,
    )
    exact = BooleanField("These are their very words")
    how = name_field("How did they say it?", "On a walk. In a drawing. By phone.")
    date = day_field("Which day did they say it?", missing="The day is missing. Choose one.")
    heard_by = OneOf(
        "Who may hear it?",
        "Ask them. Somebody who may not hear it gets a copy without it.",
        missing="It is not said who may hear it. Ask them, then choose.",
    )
    may_hear = SeveralOf("Only these people may hear it")
    read_by = choice_field("Who will read it out?")
    yes_by = choice_field(
        "Who said yes to changing these very words?",
        "Whoever said them, or somebody of the family. Needed only if you change the words.",
    )
    yes_how = name_field("How did they say yes?", "In the room. By phone.")
    save = SubmitField("Save")

    @classmethod
    def blank(cls, people: People, **known: Any) -> Self:
        """The form for a new one: what somebody tells us is taken as their very words."""
        return cls._without_yes(super().blank(people, exact=True, **known))

    @classmethod
    def of(cls, said: Contribution, number: int, people: People) -> Self:
        """The form as that wording fills it; a yes is asked for only where it is needed."""
        form = super().of(said, number, people)
        return form if said.exact else cls._without_yes(form)

    @classmethod
    def filled(cls, said: Contribution) -> dict[str, Any]:
        """As every form, with the choice who may hear it."""
        heard_by = SOME if said.fields.ids("may_hear") else EVERYBODY
        return {**super().filled(said), "heard_by": heard_by}

    def validate_may_hear(self, field: Field) -> None:
        """Where only some may hear it, somebody is ticked."""
        if self.heard_by.data == SOME and not field.data:
            raise ValidationError(
                "Nobody is ticked. Tick who may hear it. If nobody may, keep it in your own notes."
            )

    def said(self, before: Contribution) -> Contribution:
        """As every form; what everybody may hear names nobody."""
        told = super().said(before)
        fields = dict(told.fields.values)
        if self.heard_by.data == EVERYBODY and fields.get("may_hear"):
            fields["may_hear"] = ()
        unmarked = False if before.exact else before.exact
        return replace(told, exact=True if self.exact.data else unmarked, fields=Fields(fields))

    @property
    def family_yes(self) -> FamilyYes | None:
        """Who said yes to changing very words, if anybody did."""
        if "yes_by" not in self or not self["yes_by"].data:
            return None
        return FamilyYes(by=self["yes_by"].data, how=self["yes_how"].data or "")

    @classmethod
    def _without_yes(cls, form: Self) -> Self:
        del form.yes_by, form.yes_how
        return form


class ChildViewForm(SentWordsForm):
    """What a child wants to be heard."""

    OWN = ("how", "date", "may_hear")
    read_by = None  # type: ignore[assignment]  # WTForms: a field that this form does not have
