"""The forms for somebody's own answer to the plan."""

from typing import Any, ClassVar

from wtforms import Field, SubmitField
from wtforms.validators import ValidationError

from facilitator.agreeing.answers_keeping import Json, OneLineForm, known
from facilitator.agreeing.answers_rule import LATER, AskedAnswer, who_carries
from facilitator.contributions import Wording
from facilitator.people import People, Person, Role
from facilitator.preparing.choosing import OneOf, SeveralOf
from facilitator.preparing.fields import choice_field, day_field, words_field
from facilitator.preparing.lines.line_form import EVERYBODY, SOME

# In which order the page asks: first what they say, then how it came.
ORDER = ("agrees", "answer_by", "words", "heard_by", "may_hear", "how", "through", "date")
WORDS = {"yes": "Yes", "partly": "Partly", "no": "No", LATER: "I'll think, by ..."}
HOWS = {
    "in_the_round": "In the round",
    "alone": "Alone",
    "by_card": "By card",
    "by_phone": "By phone",
    LATER: "Later, after the meeting",
}


class AnswerForm(OneLineForm):
    """A grown-up's answer: yes, partly, no, or later by a day."""

    OWN: ClassVar[tuple[str, ...]] = ("agrees", "answer_by", "how", "through", "date")
    agrees = OneOf("Do you say yes to this plan?", missing="The answer is missing. Choose one.")
    answer_by = day_field("If you want to think: by which day will you say?")
    words = words_field("In your own words", "As they say it. Leave it empty if you like.", rows=3)
    how = OneOf("How was it given?", missing="How it was given is missing. Choose one.")
    through = choice_field(
        "Did somebody carry the words?",
        "Only an interpreter or an advocate. Nobody answers for somebody else.",
    )
    date = day_field("Which day was it given?", missing="The day is missing. Write it.")
    save_next = SubmitField("Save, and ask the next person")
    save = SubmitField("Save")

    def offer(self, person: Person, people: People) -> None:
        """Set what can be chosen, for that person."""
        if "agrees" in self:
            self.agrees.choices = list(WORDS.items())
        self.how.choices = list(HOWS.items())
        self.through.data = self.through.data or ""
        carriers = [(one.id, f"Yes: {one.short_name}") for one in who_carries(people)]
        # Whoever is chosen all the same is not lost: the rule says why it can't be.
        sent = people.find(self.through.data or "")
        if sent and sent.id not in dict(carriers):
            carriers.append((sent.id, f"Yes: {sent.short_name}"))
        self.through.choices = [("", f"No, {person.short_name} said it"), *carriers]

    def asked(self, person: Person) -> AskedAnswer:
        """The answer as the form has it."""
        return AskedAnswer(
            by=person.id,
            agrees=self.agrees.data if "agrees" in self else "",
            words=self.words.data or "",
            on=self.date.data,
            answer_by=self.answer_by.data if "answer_by" in self else None,
            through=self.through.data or "",
        )

    def change(self, person: Person, before: Wording | None) -> Json:
        """What of the line is to be changed: their own answer, and their own words."""
        asked = self.asked(person)
        later = asked.agrees == LATER
        by_day = asked.answer_by.isoformat() if later and asked.answer_by else None
        optional = {"how": self.how.data, "through": asked.through, "answer_by": by_day}
        if "may_hear" in self:
            some = self["heard_by"].data == SOME
            optional["may_hear"] = list(self["may_hear"].data or ()) if some else []
        day = asked.on.isoformat() if asked.on else None
        fields = {"agrees": asked.agrees, "date": day, **known(optional, before)}
        return {
            "by": person.id,
            "words": asked.words,
            "exact": True if asked.words or (before and before.said.exact) else None,
            "fields": fields,
            # A new answer is by the very person whose exact words the old one holds.
            "family_yes": {"by": person.id, "how": HOWS.get(self.how.data, "")}
            if before and before.said.exact
            else None,
        }


class ThoughtForm(AnswerForm):
    """What a child thinks of the plan: exact words, never a yes or a no."""

    agrees = None  # type: ignore[assignment]  # WTForms: a field that this form does not have
    answer_by = None  # type: ignore[assignment]
    words = words_field("", "Their own words, just as they say them.", rows=5)
    heard_by = OneOf(
        "Who may read it?",
        "Ask. Somebody who may not read it gets a copy without it.",
        missing="It is not said who may read it. Ask, then choose.",
    )
    may_hear = SeveralOf("Only these people may read it")

    def offer(self, person: Person, people: People) -> None:
        """Set what can be chosen, for that child."""
        super().offer(person, people)
        self.heard_by.choices = [
            (EVERYBODY, "Everybody who gets the plan"),
            (SOME, "Only the people ticked below"),
        ]
        others = [one for one in people if one.id != person.id and not one.is_left_out]
        self.may_hear.choices = [(one.id, one.short_name) for one in others]

    def validate_may_hear(self, field: Field) -> None:
        """Where only some may read it, somebody is ticked."""
        if self.heard_by.data == SOME and not field.data:
            raise ValidationError("Nobody is ticked. Tick who may read it.")


def form_for(person: Person, line: Wording | None, people: People, **usual: Any) -> AnswerForm:
    """The form for that person, as that line fills it; what was sent wins."""
    kind = ThoughtForm if person.role is Role.CHILD else AnswerForm
    filled: dict[str, Any] = dict(usual)
    if line is not None:
        held = line.said.fields.values
        filled |= {key: held[key] for key in AnswerForm.OWN if held.get(key)}
        filled["words"] = line.said.words
        filled["may_hear"] = list(line.said.fields.ids("may_hear"))
        filled["heard_by"] = SOME if filled["may_hear"] else EVERYBODY
    form = kind.of_line(line, **filled)
    if kind is ThoughtForm:
        form.words.label.text = f"What {person.short_name} thinks of this plan"
    form.offer(person, people)
    return form
