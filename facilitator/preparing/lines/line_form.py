"""What every form for a contribution has: its own key, and the wording that it is based on."""

from dataclasses import replace
from typing import Any, ClassVar, Self

from flask_wtf import FlaskForm
from wtforms import HiddenField

from facilitator.contributions import Contribution, FamilyYes, Fields, Value
from facilitator.people import People
from facilitator.preparing.keeping import new_key

EVERYBODY, SOME = "everybody", "some"
NOT_SAID = ("", "Not said")
_FIXED = {
    "answer": [("yes", "Yes"), ("no", "No"), ("not_yet", "They want to think about it")],
    "heard_by": [(EVERYBODY, "Everybody at the meeting"), (SOME, "Only the people ticked below")],
}


class LineForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF brings no types
    """What every form for a contribution has: its own key, and the wording it is based on."""

    OWN: ClassVar[tuple[str, ...]] = ()  # the fields of the kind that this form fills
    key = HiddenField()
    kind = HiddenField()  # as it was when the page was made; somebody may sort it anew meanwhile
    number = HiddenField(default="0")

    @classmethod
    def blank(cls, people: People, **known: Any) -> Self:
        """The form for a new one."""
        return cls.made(people, key=new_key(), **known)

    @classmethod
    def of(cls, said: Contribution, number: int, people: People) -> Self:
        """The form as that wording fills it."""
        return cls.made(
            people, key=new_key(), kind=said.kind, number=str(number), **cls.filled(said)
        )

    @classmethod
    def made(cls, people: People, **known: Any) -> Self:
        """The form with these values and the people to choose from; what was sent wins."""
        form = cls(**known)
        form.offer(people)
        return form

    def offer(self, people: People) -> None:
        """Set what can be chosen."""
        for name in _FIXED.keys() & self._fields.keys():
            self[name].choices = _FIXED[name]
        everybody = [(one.id, one.short_name) for one in people]
        for name in ("by", "read_by", "yes_by"):
            if name in self:
                self[name].choices = [NOT_SAID, *everybody]
        for name in ("about", "may_hear"):
            if name in self:
                self[name].choices = everybody

    @classmethod
    def filled(cls, said: Contribution) -> dict[str, Any]:
        """The values of the form's fields for that contribution."""
        own = {key: said.fields.values.get(key) for key in cls.OWN}
        lists = {key: list(one) for key, one in own.items() if isinstance(one, tuple)}
        return {"words": said.words, "by": said.by, "exact": bool(said.exact), **own, **lists}

    def said(self, before: Contribution) -> Contribution:
        """The contribution as the form has it; what the form does not ask stays as it was."""
        asked: dict[str, Value] = {key: _value(self[key].data) for key in self.OWN if key in self}
        nothing_new = {key for key, one in asked.items() if not one and key not in before.fields}
        known = {key: one for key, one in asked.items() if key not in nothing_new}
        return replace(
            before,
            words=self["words"].data or "",
            by=(self["by"].data or "") if "by" in self else before.by,
            fields=Fields({**before.fields.values, **known}),
        )

    @property
    def family_yes(self) -> FamilyYes | None:
        """Who said yes to changing somebody's very words, if anybody did."""
        return None


def _value(data: Any) -> Value:
    return tuple(data) if isinstance(data, list) else data
