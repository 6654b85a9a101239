"""The forms of what keeps people safe: restrictions, hidden words, arrangements."""

from flask_wtf import FlaskForm
from wtforms import Field, HiddenField, SubmitField
from wtforms.validators import ValidationError

from facilitator.people import HiddenItem, People, Person, Restriction, Role
from facilitator.preparing.choosing import OneOf, SeveralOf
from facilitator.preparing.fields import day_field, name_field, words_field
from facilitator.preparing.people import seats
from facilitator.preparing.safety.standing import CHILDS_PAGE


class RestrictionForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF brings no types
    """Who must keep away from whom, and the words that say so."""

    based_on = HiddenField()
    person = OneOf("Who must keep away?", missing="Who must keep away is missing. Choose them.")
    protects = SeveralOf("From whom?")
    kind = name_field(
        "What does it rest on?",
        "A court order, bail, an agreement for safety.",
        missing="What it rests on is missing. Write: court order, bail, or what it is.",
    )
    rule = words_field(
        "The very words",
        "Copy them from the paper, with every exception.",
        missing="The very words are missing. Copy them from the paper.",
    )
    since = day_field("From which day?", "The first day on which it holds, if you know it.")
    until = day_field("Until which day?", "The last day. Leave it empty where it has no end.")
    seen_by = name_field("Who saw the paper?", "Somebody must have seen it, not only heard of it.")
    seen_on = day_field("On which day did they see it?")
    reason = words_field("Why is there such a rule?", "For your eyes alone.", rows=3)
    save = SubmitField("Save")

    def __init__(self, *, people: People, kept: Restriction | None, **more: object) -> None:
        super().__init__(**(_of_restriction(kept, people) if kept else {}), **more)
        self.people, self.kept = people, kept
        everybody = [(one.id, one.called) for one in _may_be_kept_apart(people)]
        self.person.choices = self.protects.choices = everybody

    def asked(self) -> Restriction:
        """The restriction that the form makes."""
        seen_by = self.seen_by.data or ""
        saw = seats.find_called(self.people, seen_by)
        return Restriction(
            person=self.person.data or "",
            kind=self.kind.data or "",
            protects=self.protects.in_order_of(self.kept.protects if self.kept else ()),
            rule=self.rule.data or "",
            since=self.since.data,
            until=self.until.data,
            reason=self.reason.data or "",
            seen_by=saw.id if saw else seen_by,
            seen_on=self.seen_on.data,
        )

    def validate_protects(self, field: Field) -> None:
        """Refuse a restriction that protects nobody, or a person from themself."""
        if not field.data:
            raise ValidationError("From whom they must keep away is missing. Choose them.")
        if self.person.data in field.data:
            name = self.people.load(self.person.data).short_name
            raise ValidationError(f"{name} can't keep away from {name}. Choose somebody else.")

    def validate_until(self, field: Field) -> None:
        """Refuse an end before the beginning."""
        if field.data and self.since.data and field.data < self.since.data:
            raise ValidationError(
                f"It can't end on {field.data}, before it begins. Look at both days on the paper."
            )


class HiddenForm(FlaskForm):  # type: ignore[misc]
    """Words that some readers must not see."""

    based_on = HiddenField()
    text = words_field(
        "Which words must not be seen?",
        "An address, a school, a clinic, a name, a time. As few words as say it.",
        missing="The words are missing. Type what must not be seen.",
        rows=2,
    )
    hide_from = SeveralOf("Who must not see them?", "A child's page is hidden in every form.")
    reason = words_field("Why?", "Who chose it, and what for. For your eyes alone.", rows=2)
    look = SubmitField("Show where they stand now")
    save = SubmitField("Save")

    def __init__(self, *, people: People, kept: HiddenItem | None, **more: object) -> None:
        held = {**vars(kept), "hide_from": list(kept.hide_from)} if kept else {}
        super().__init__(**held, **more)
        self.kept = kept
        self.hide_from.choices = _readers(people, kept.hide_from if kept else ())

    def asked(self) -> HiddenItem:
        """The hidden item that the form makes."""
        return HiddenItem(
            text=self.text.data or "",
            hide_from=self.hide_from.in_order_of(self.kept.hide_from if self.kept else ()),
            reason=self.reason.data or "",
        )

    def validate_hide_from(self, field: Field) -> None:
        """Refuse to hide something from nobody."""
        if not field.data:
            raise ValidationError("Who must not see them is missing. Choose at least one.")


class ArrangementsForm(FlaskForm):  # type: ignore[misc]
    """What makes it safe to come, a line each."""

    based_on = HiddenField()
    lines = words_field(
        "What makes it safe to come?",
        "One on each line. A stop sign, two doors, who leaves first, when the children are there.",
        rows=8,
    )
    save = SubmitField("Save")

    def __init__(self, *, kept: tuple[str, ...], **more: object) -> None:
        super().__init__(lines="\n".join(" ".join(one.split()) for one in kept), **more)
        self.kept = kept

    def asked(self) -> tuple[str, ...]:
        """The arrangements; one that was not changed stays as it was, line ends and all."""
        before = {" ".join(one.split()): one for one in self.kept}
        typed = (" ".join(line.split()) for line in (self.lines.data or "").splitlines())
        return tuple(before.get(line, line) for line in typed if line)


def _of_restriction(kept: Restriction, people: People) -> dict[str, object]:
    saw = people.find(kept.seen_by)
    return {
        **vars(kept),
        "protects": list(kept.protects),
        "seen_by": saw.short_name if saw else kept.seen_by,
    }


def _may_be_kept_apart(people: People) -> tuple[Person, ...]:
    return tuple(one for one in people if one.role is not Role.FACILITATOR)


def _readers(people: People, kept: tuple[str, ...]) -> list[tuple[str, str]]:
    """Everybody but whoever leads; a child by their page, which means them in every form."""
    found: list[tuple[str, str]] = []
    for one in _may_be_kept_apart(people):
        if one.role is not Role.CHILD or one.id in kept:
            found.append((one.id, one.called))
        if one.role is Role.CHILD:
            found.append((f"{one.id}{CHILDS_PAGE}", f"{one.called}'s page"))
    return found
