"""The whole form of one person: everything that helps them to come, and to hold their plan."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from wtforms import BooleanField, Field, FieldList, Form, FormField
from wtforms.validators import ValidationError

from facilitator.people import Attendance, Copying, CopyKind, Need, People, Person, Role
from facilitator.preparing import languages
from facilitator.preparing.choosing import OneOf, SeveralOf
from facilitator.preparing.fields import choice_field, name_field, words_field
from facilitator.preparing.people import seats
from facilitator.preparing.people.copy_choice import copy_choices, edition_choices, usual_copy
from facilitator.preparing.people.who_form import WhoForm

MOST_NEEDS = 100
SPARE_ROWS = 2
FROM_AFAR = (Attendance.BY_PHONE, Attendance.BY_VIDEO)


class NeedForm(Form):
    """One need; a row that is left empty is no need."""

    need = words_field("What helps", rows=2)
    met_by = words_field("How we do it", rows=2)

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether it is a need; an answer to none is not."""
        is_fine = super().validate(extra_validators)
        if self.met_by.data and not self.need.data:
            words = f"What “{self.met_by.data[:60]}” helps with is missing. Type it beside it."
            self.need.errors, is_fine = [words], False
        return is_fine


class NeedRows(FieldList):  # type: ignore[type-arg]  # It is no generic class when it runs.
    """The needs, one row each."""

    def validate(self, form: Any, extra_validators: Any = ()) -> bool:
        """Whether every row is fine. The first that is not is what the top of the page leads to."""
        is_fine = super().validate(form, extra_validators)
        fields = (field for row in self for field in row.form if field.errors)
        if (wrong := next(fields, None)) is not None:
            self.errors, self.id = [str(wrong.errors[0])], wrong.id
        return is_fine

    def _value(self) -> str:
        """The needs in words, for whoever compares two forms."""
        rows = (f"{one['need']}: {one['met_by']}" for one in self.data if one["need"])
        return "; ".join(row.removesuffix(": ") for row in rows)


class PersonForm(WhoForm):
    """Everything about somebody."""

    language = choice_field("Which language do they think and feel in?")
    overheard_by = name_field(
        "Who can hear them when they join from afar?",
        "Ask it when they join by phone or video. Write nobody, if they are alone.",
    )
    left_out_why = words_field("Why are they left out?", "For your eyes alone.", rows=3)
    views_by = name_field(
        "Who brings what they want to say?",
        "Where they don't come. Nobody who must keep away from them.",
    )
    phone = name_field("Phone number")
    phone_on_plan = BooleanField("They said yes: their number may be printed on the plan")
    needs = NeedRows(FormField(NeedForm), "What helps them to join in", max_entries=MOST_NEEDS)
    safe_adults = SeveralOf(
        "Which grown-ups can they tell?",
        "Ask them. Nobody stands here who must keep away from them.",
    )
    copy_kind = OneOf("Which copy of the plan do they get?", missing="Choose a copy, or none.")
    edition = OneOf("How big is the print?", missing="Choose a size of print.")
    copy_form = name_field(
        "Anything else about it?", "Read aloud and recorded, on yellow paper, in pictures."
    )
    copy_how = name_field(
        "How does it reach them safely?", "Ask each person: by hand, at Nan's house, never by post."
    )

    def __init__(self, *, people: People, person: Person, on: date, **more: object) -> None:
        super().__init__(people=people, person=person, **more)
        self.language.choices = [("", "Not said yet"), *languages.choices(person.language)]
        grown_ups = seats.may_be_safe_adults(person.id, people, on)
        self.safe_adults.choices = [(one.id, one.short_name) for one in grown_ups]
        self.copy_kind.choices = copy_choices(person)
        self.edition.choices = edition_choices(person.copying)
        self.on = on
        while len(self.needs) < _rows_for(person.needs):
            self.needs.append_entry()

    @classmethod
    def values_of(cls, person: Person, people: People) -> dict[str, object]:
        """What the form says of that person before anybody changes it."""
        copying = person.copying or Copying(kind=usual_copy(person))
        is_usual = copying.kind is usual_copy(person)
        brings = people.find(person.views_by)
        return {
            **super().values_of(person, people),
            "language": person.language,
            "overheard_by": person.overheard_by,
            "left_out_why": person.left_out_why,
            "views_by": brings.short_name if brings else person.views_by,
            "phone": person.phone,
            "phone_on_plan": person.phone_on_plan,
            "needs": [vars(one) for one in person.needs],
            "safe_adults": list(person.safe_adults),
            "copy_kind": "" if is_usual else copying.kind.value,
            "edition": copying.edition,
            "copy_form": copying.form,
            "copy_how": copying.how,
        }

    @property
    def is_for_a_child(self) -> bool:
        """Whether the page asks for the grown-ups whom a child can tell."""
        return self.person.role is Role.CHILD

    def asked(self) -> Person:
        """The person that the form makes of the one it began with."""
        adults = self.safe_adults.in_order_of(self.person.safe_adults)
        brings = seats.find_called(self.people, self.views_by.data or "")
        return replace(
            super().asked(),
            language=self.language.data or "",
            overheard_by=self.overheard_by.data or "",
            left_out_why=self.left_out_why.data or "",
            views_by=brings.id if brings else self.views_by.data or "",
            phone=self.phone.data or "",
            phone_on_plan=bool(self.phone_on_plan.data),
            needs=tuple(Need(**one) for one in self.needs.data if one["need"]),
            safe_adults=adults if self.is_for_a_child else self.person.safe_adults,
            copying=self._copying(),
        )

    def missing(self) -> Iterator[tuple[Field, str]]:
        """The fields that can't be empty as things stand, and what to say where they are."""
        yield from super().missing()
        if self.attended.data in FROM_AFAR:
            yield (
                self.overheard_by,
                ("Who can hear them on the phone is missing. Ask them. Write nobody, if so."),
            )
        if self.attended.data == Attendance.EXCLUDED:
            yield self.left_out_why, "Why they are left out is missing. Write the reason."

    def validate_views_by(self, field: Field) -> None:
        """Refuse a messenger who must keep away from that person, and the person themself."""
        brings = seats.find_called(self.people, self.views_by.data or "")
        if brings is None:
            return
        if brings.id == self.person.id:
            raise ValidationError(f"{field.data[:60]} is this very person. Name somebody else.")
        if rule := self.people.safety.kept_apart(self.person.id, brings.id, self.on):
            raise ValidationError(
                f"{brings.short_name} can't bring it: “{rule.rule[:200]}” "
                "Ask another worker to hear them."
            )

    def validate_phone_on_plan(self, field: Field) -> None:
        """Refuse a yes to a number that is not there."""
        if field.data and not self.phone.data:
            raise ValidationError("There is no number to print. Type it, or take the yes away.")

    def _copying(self) -> Copying | None:
        before = self.person.copying
        details = (self.edition.data or "", self.copy_form.data or "", self.copy_how.data or "")
        if before is None and not self.copy_kind.data and not any(details):
            return None
        usual = usual_copy(super().asked())
        kind = CopyKind(self.copy_kind.data) if self.copy_kind.data else usual
        edition, form, how = details
        return replace(before or Copying(kind=kind), kind=kind, edition=edition, form=form, how=how)


def _rows_for(needs: tuple[Need, ...]) -> int:
    return min(len(needs) + SPARE_ROWS, MOST_NEEDS)
