"""The forms of the second person's yes: asking somebody by name, and looking through the rules."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID, uuid5

from flask import abort
from flask_wtf import FlaskForm
from wtforms import HiddenField, SubmitField

from facilitator.accounts.user import User
from facilitator.copies.witness import witness_problems
from facilitator.database import new_id
from facilitator.people import People
from facilitator.preparing.choosing import SeveralOf
from facilitator.preparing.fields import choice_field, name_field, words_field
from facilitator.releasing.rules_shown import RulesShown, still_open


class AskForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF brings no types
    """Whom the owner asks."""

    second = choice_field("Who can look through this?")
    ask = SubmitField("Ask them")

    def __init__(self, users: Iterable[User], asked: UUID | None = None) -> None:
        super().__init__(prefix="ask-", second=str(asked or ""))
        self.second.choices = [("", "Choose a name"), *((str(one.id), one.name) for one in users)]

    @property
    def chosen(self) -> UUID | None:
        """Who was chosen; None, and the reason at the field, where nobody was."""
        if not self.validate():
            return None
        if not self.second.data:
            self.second.errors = ["Nobody is chosen. Choose who can look through this."]
            return None
        return UUID(self.second.data)


class LookForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF brings no types
    """What a second person says of the rules."""

    id = HiddenField()
    readers = SeveralOf("Whose rules did you look at?", "Choose each that you looked at.")
    words = words_field(
        "What should change first?", "Only where you say no. Write no more than is needed.", rows=2
    )
    yes = SubmitField("Yes, these rules are right")
    no = SubmitField("No, change something first")

    def __init__(self, rules: tuple[RulesShown, ...], **more: Any) -> None:
        super().__init__(prefix="look-", id=str(new_id()), **more)
        self.readers.choices = [(one.value, one.names) for one in still_open(rules)]

    @property
    def says_yes(self) -> bool:
        """Whether the button for yes was pressed."""
        return not bool(self.no.data)

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether it says enough to be kept."""
        fine = bool(super().validate(extra_validators))
        try:
            UUID(self.id.data or "")
        except ValueError:
            abort(400)  # No page of ours sends that.
        if not self.readers.data:
            self.readers.errors = ["Nobody is chosen. Choose whose rules you looked through."]
            fine = False
        if not self.says_yes and not self.words.data:
            self.words.errors = ["It does not say what is wrong. Write what should change first."]
            fine = False
        return fine

    @property
    def chosen(self) -> frozenset[str]:
        """The rules of which something is said, one reader each."""
        return frozenset(one for held in self.readers.data or () for one in held.split(","))

    def row_id(self, reader: str) -> UUID:
        """The id of what is said of that reader: the same form twice is one."""
        return uuid5(UUID(self.id.data), reader)


class WitnessForm(LookForm):
    """The same on a laptop with one account: who looked through it, and what they are here."""

    name = name_field("Looked through by", "Somebody else, beside you now. Type their name.")
    part = name_field("What are they here?", "Another facilitator, the worker, an advocate.")

    def __init__(self, rules: tuple[RulesShown, ...], owner: str, people: People) -> None:
        super().__init__(rules)
        self.owner, self.people = owner, people

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether that person may be the second one, and says enough."""
        fine = bool(super().validate(extra_validators))
        name, part = self.name.data or "", self.part.data or ""
        for problem in witness_problems(name, part, self.owner, self.people):
            self[problem.place].errors = [f"{problem.wrong} {problem.remedy}"]
            fine = False
        return fine
