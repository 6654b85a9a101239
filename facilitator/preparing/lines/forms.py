"""The forms for what we bring to the meeting, and the table of all forms by kind."""

from collections.abc import Mapping

from wtforms import SubmitField

from facilitator.preparing.choosing import OneOf, SeveralOf
from facilitator.preparing.fields import choice_field, day_field, words_field
from facilitator.preparing.lines.line_form import LineForm
from facilitator.preparing.lines.say_form import ChildViewForm, SentWordsForm


class PurposeForm(LineForm):
    """Why we meet."""

    words = words_field(
        "Why we meet",
        "Two or three plain sentences, such as you would say to the youngest who comes.",
        missing="Why we meet is missing. Write one plain sentence.",
    )
    save = SubmitField("Save")


class QuestionForm(LineForm):
    """A question for the family."""

    words = words_field(
        "The question",
        "In plain words. A good question can't be answered with yes or no.",
        missing="The question is missing. Write it.",
        rows=3,
    )
    by = choice_field("Who asks it?")
    save = SubmitField("Save")


class WorryForm(LineForm):
    """A worry, as it will be said to the family."""

    OWN = ("about", "shown_on", "new_today")
    words = words_field(
        "The worry",
        "What did somebody see or hear, and when? Write it as you would say it to the family.",
        missing="The worry is missing. Write what somebody saw or heard.",
    )
    by = choice_field("Who says it?")
    about = SeveralOf("Who is it about?")
    shown_on = day_field(
        "Which day was it shown to the family?", "Leave it empty until they have seen it."
    )
    new_today = words_field(
        "If it is first said at the meeting: why is it new?",
        "Nobody should hear a worry for the first time in the room. If it must be, say why.",
        rows=2,
    )
    save = SubmitField("Save")


class BottomLineForm(LineForm):
    """What must be in the plan."""

    OWN = ("reason", "shown_on", "new_today")
    words = words_field(
        "What must be in the plan?",
        "What, not how. How is for the family to say.",
        missing="What must be in the plan is missing. Write it.",
        rows=3,
    )
    by = choice_field("Who says so?")
    reason = words_field("Why must it be in the plan?", rows=3)
    shown_on = day_field(
        "Which day was it shown to the family?", "Leave it empty until they have seen it."
    )
    new_today = words_field("If it is first said at the meeting: why is it new?", rows=2)
    save = SubmitField("Save")


class NoPlanForm(LineForm):
    """What happens if there is no plan."""

    words = words_field(
        "What happens if there is no plan?",
        "As it is. No threat, and nothing left out.",
        missing="What happens is missing. Write it in plain words.",
    )
    save = SubmitField("Save")


class HelpForm(LineForm):
    """Help that is on offer."""

    words = words_field(
        "The help that is on offer",
        "What it is, and who gives it.",
        missing="The help is missing. Write what it is.",
        rows=3,
    )
    save = SubmitField("Save")


class OurWordForm(LineForm):
    """What this family calls something."""

    words = words_field(
        "What do they say?",
        "As they say it. Several words: put a comma between them.",
        missing="The word is missing. Write it as they say it.",
        rows=2,
    )
    save = SubmitField("Save")


class NotOurWordForm(LineForm):
    """What this family does not want to be said."""

    OWN = ("instead",)
    words = words_field(
        "Which word do they not want?",
        "Several words: put a comma between them.",
        missing="The word is missing. Write the one that they do not want.",
        rows=2,
    )
    instead = words_field(
        "What do they say instead?", "Leave it empty if they did not say.", rows=2
    )
    save = SubmitField("Save")


class ConsentForm(LineForm):
    """One person's own answer to the meeting."""

    OWN = ("answer", "date", "stop")
    answer = OneOf(
        "What do they say to the meeting?",
        missing="Their answer is missing. If you have not asked yet, go back to the list.",
    )
    words = words_field("In which words?", "As they said it. Leave it empty if you like.", rows=3)
    date = day_field("Which day did they say it?", missing="The day is missing. Choose one.")
    stop = words_field(
        "How will they tell us to stop?", "A word, a card, a hand on the table.", rows=2
    )
    save = SubmitField("Save")


FORMS: Mapping[str, type[LineForm]] = {
    "purpose": PurposeForm,
    "question": QuestionForm,
    "worry": WorryForm,
    "bottom_line": BottomLineForm,
    "if_no_plan": NoPlanForm,
    "help_offer": HelpForm,
    "consent": ConsentForm,
    "child_view": ChildViewForm,
    "sent_words": SentWordsForm,
    "our_word": OurWordForm,
    "not_our_word": NotOurWordForm,
}
