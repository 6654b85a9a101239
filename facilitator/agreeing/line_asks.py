"""What a small form asks of a line: which parts of its kind, and what each box is called here."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from facilitator.kinds import KINDS, Field, Holds, Kind
from facilitator.leading.mending.boxes import Box, Boxes
from facilitator.leading.mending.fields import name_of
from facilitator.people import Role

WORDS, BY = "words", "by"
_US = frozenset({Role.FAMILY, Role.CHILD, Role.SUPPORTER, Role.TEAM})
# What a new one is asked for at its stop, and the heading of its form.
WHOLE: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "action": ("words", "who", "how_often", "start"),
        "if_then": ("if", "words", "who", "second"),
        "request": ("words", "of", "answer", "reason", "decides", "by"),
        "disagreement": ("words", "views", "next"),
        "unknown": ("words", "who", "by"),
        "plan_keeper": ("by", "words"),
        "meet_again": ("date", "time", "place", "who"),
        "meet_sooner": ("words",),
        "keep_going": ("words",),
        "telling": ("words", "by", "date"),
    }
)
HEADINGS: Mapping[str, str] = MappingProxyType(
    {
        "action": "A step",
        "if_then": "If something goes wrong",
        "request": "Help we ask for",
        "disagreement": "Where we don't agree",
        "unknown": "Still to sort out",
        "plan_keeper": "Who looks after the plan",
        "meet_again": "When we meet again",
        "meet_sooner": "What would make us meet sooner",
        "keep_going": "What keeps us going",
        "telling": "Somebody to tell",
    }
)
_LABELS: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("action", WORDS): "What will they do?",
        ("action", "links"): "Which worry, need or bottom line does it answer?",
        ("if_then", WORDS): "What do we do then?",
        ("request", WORDS): "What do we ask for?",
        ("request", "reason"): "Why? Their reason, in their words",
        ("request", "decides"): "If not yet: who decides?",
        ("request", "by"): "By when?",
        ("disagreement", WORDS): "What is it about?",
        ("unknown", WORDS): "What is still to sort out?",
        ("unknown", "who"): "Who comes back to us?",
        ("plan_keeper", BY): "Who in the family will look after it?",
        ("plan_keeper", WORDS): "What do they say to it?",
        ("telling", WORDS): "Who needs to know?",
    }
)


@dataclass(frozen=True)
class Part:
    """One part of a line that a form asks for: its words, who said it, or a field."""

    kind: Kind
    key: str

    @property
    def field(self) -> Field | None:
        """The field, or None for the words and for who said it."""
        fits = (one for one in self.kind.fields if one.key == self.key)
        # Some kinds have a field that is called as who said it is: it wins.
        return next(fits, None)

    @property
    def name(self) -> str:
        """The name of its box."""
        return name_of(self.field) if self.field else self.key

    @property
    def title(self) -> str:
        """What is asked, in words."""
        usual = self.field.label if self.field else "Who said it?"
        return _LABELS.get((self.kind.key, self.key), usual)

    @property
    def is_theirs(self) -> bool:
        """Whether it is of the words themselves, which may be somebody's exact ones."""
        return self.field is None

    def holds(self, box_name: str) -> bool:
        """Whether that box is a part of it."""
        return box_name == self.name or box_name.startswith(f"{self.name}.")

    def boxes(self, boxes: Boxes) -> tuple[Box, ...]:
        """What to draw for it."""
        label = _LABELS.get((self.kind.key, self.key), "")
        if self.field is not None:
            made = tuple(one for one in boxes.of(self.kind) if self.holds(one.name))
            several = self.field.holds is Holds.VIEWS or not label
            return made if several else tuple(replace(one, label=label) for one in made)
        if self.key == BY:
            return (_of_the_family(boxes.somebody(BY, label or "Who said it?"), boxes),)
        value = next(iter(boxes.typed.get(WORDS, ())), "")
        return (Box(name=WORDS, label=label or "In their words", look="long", value=value),)


def _of_the_family(box: Box, boxes: Boxes) -> Box:
    """The box with the family and those beside it, and whoever is chosen already."""
    ids = {one.id for one in boxes.people if one.role in _US}
    kept = (one for one in box.choices if not one.value or one.is_chosen or one.value in ids)
    return replace(box, choices=tuple(kept))


def parts_of(kind_key: str, part: str = "") -> tuple[Part, ...]:
    """The parts that a form asks for: that one, or all that its stop asks; () for none such."""
    kind = KINDS.get(kind_key)
    if kind is None or kind_key not in WHOLE:
        return ()
    known = {one.key for one in kind.fields} | {WORDS, BY}
    asked = (part,) if part else WHOLE[kind_key]
    return tuple(Part(kind, one) for one in asked if one in known)
