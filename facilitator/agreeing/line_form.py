"""What a small form for a line holds: what stands in its boxes, and the line that they make."""

from dataclasses import dataclass
from functools import cached_property

from facilitator.agreeing.line_asks import Part
from facilitator.agreeing.opening import Opened
from facilitator.contributions import Wording
from facilitator.leading.lines.line_json import document_of
from facilitator.leading.mending.boxes import Box, Boxes, whose_yes
from facilitator.leading.mending.fields import Json, Typed, one
from facilitator.leading.mending.form import document_from, touches_exact_words, typed_of
from facilitator.refusals import Problem

_ABOUT, _OFTEN, _REPEATS = "about", "how_often", "repeats"
ASK_THEM = Problem(
    "yes_by",
    "These are somebody's exact words. They are changed only with the family's yes.",
    "Ask them, and choose who said yes. Or leave the words as they are.",
)


@dataclass(frozen=True)
class Form:
    """The parts of one line as a form has them. ``sent`` is what came, {} where nothing did.

    ``prompt`` is the question that a new line answers, ``about`` the id of the line that it is
    about, "" for none.
    """

    parts: tuple[Part, ...]
    kept: Wording | None
    sent: Typed
    prompt: str | None
    about: str = ""
    is_clash: bool = False

    @cached_property
    def base(self) -> Json:
        """The line as it stands; blank for a new one."""
        if self.kept is not None:
            return document_of(self.kept.change)
        nothing = dict.fromkeys(("exact", "name_shown", "lang", "dir", "rendering"))
        fields = {_ABOUT: [self.about]} if self.about else {}
        blank = {"words": "", "by": "", "fields": fields, "taken_back": False, **nothing}
        return {"kind": self.parts[0].kind.key, "prompt": self.prompt, **blank}

    @cached_property
    def typed(self) -> Typed:
        """What stands in the boxes: what was sent for its own parts, and the line for the rest."""
        held = typed_of(self.base)
        if not self.sent:
            return held
        mine = {name: texts for name, texts in self.sent.items() if self._asks(name)}
        rest = {name: texts for name, texts in held.items() if not self._asks(name)}
        return {**rest, **mine}

    def _asks(self, box_name: str) -> bool:
        return any(part.holds(box_name) for part in self.parts)

    @cached_property
    def line(self) -> Json:
        """The line that the boxes make."""
        line = document_from(self.typed, self.base)
        before, fields = self.base["fields"], line["fields"]
        if fields.get(_OFTEN) != before.get(_OFTEN) and before.get(_REPEATS):
            # It said the same for a calendar, which nobody asks for here: it would be wrong now.
            line["fields"] = fields | {_REPEATS: None}
        return line

    @property
    def document(self) -> Json:
        """The save that they ask for."""
        by, number = one(self.sent, "yes_by"), one(self.sent, "based_on")
        return self.line | {
            "key": one(self.sent, "key"),
            "based_on": int(number) if number.isascii() and number.isdigit() else -1,
            "family_yes": {"by": by, "how": one(self.sent, "yes_how").strip()} if by else None,
        }

    @property
    def changes_nothing(self) -> bool:
        """Whether the line would be the very same."""
        return self.kept is not None and self.line == self.base

    @property
    def based_on(self) -> str:
        """The number of the wording that is in sight, "0" for a new line."""
        if self.is_clash or not self.sent:
            return str(self.kept.number if self.kept else 0)
        return one(self.sent, "based_on")

    @property
    def asks_for_yes(self) -> bool:
        """Whether the form has to ask who of the family said yes: it changes exact words."""
        return bool(self.kept and self.kept.said.exact and any(p.is_theirs for p in self.parts))

    @property
    def needs_yes(self) -> bool:
        """Whether it asks to change exact words, and nobody said yes to it."""
        changed = self.kept is not None and touches_exact_words(self.kept, self.line)
        return changed and not one(self.sent, "yes_by")

    def boxes(self, opened: Opened) -> tuple[Box, ...]:
        """What to draw."""
        boxes = self._boxes(opened)
        return tuple(box for part in self.parts for box in part.boxes(boxes))

    def whose_yes(self, opened: Opened) -> Box | None:
        """The box for the family's yes, where the form asks for it."""
        if not self.asks_for_yes or self.kept is None:
            return None
        return whose_yes(self._boxes(opened), self.kept.said.by)

    def _boxes(self, opened: Opened) -> Boxes:
        ref = self.kept.said.id if self.kept else ""
        typed: Typed = {**self.typed, "yes_by": self.sent.get("yes_by", ("",))}
        return Boxes(opened.people, opened.said, typed, ref)
