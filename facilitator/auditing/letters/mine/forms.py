"""The form of a reply: the facilitator's own words, and the day that suits them."""

from flask_wtf import FlaskForm
from wtforms import HiddenField

from facilitator.auditing.letters.letter import Reply
from facilitator.preparing.fields import day_field, words_field


class ReplyForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF brings no types
    """A reply's draft."""

    revision = HiddenField(default="0")
    words = words_field(
        "What do you want to say back?", "In your words. Disagreeing is fine.", rows=6
    )
    by = day_field("By which day can we do our step?")

    @property
    def reply(self) -> Reply:
        """What is typed, with the revision that it was made from; -1 fits nothing."""
        typed = self.revision.data or ""
        is_number = typed.isascii() and typed.isdigit() and len(typed) < 9  # noqa: PLR2004
        based_on = int(typed) if is_number else -1
        return Reply(words=self.words.data or "", by=self.by.data, revision=based_on)
