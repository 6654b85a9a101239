"""The boxes of the form for mending, ready to be drawn: labels, what may be chosen, what stands."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from facilitator import days
from facilitator.contributions import Contribution
from facilitator.days_typed import AS_SUCH
from facilitator.kinds import KINDS, Field, Holds, Kind
from facilitator.leading.mending.childs_answer import asked_of
from facilitator.leading.mending.fields import OWN_WORDS, Typed, name_of, one
from facilitator.people import People, Role

# These are asked for on pages of their own, or come from a record, and nobody moves a line there.
_NOT_TO_MOVE_TO = frozenset(
    {
        *("consent", "purpose", "old_step", "family_view", "reading", "own_view", "not_said"),
        *("our_word", "not_our_word", "kept_wording"),
    }
)
_ANSWER_WORDS = {
    "": "Not said yet",
    "not_yet": "Not yet",
    "not_done": "Not done",
    "not_needed": "No longer needed",
    "part": "Part of it",
}
_YES_OR_NO = (("yes", "Yes"), ("no", "No"), ("", "Not said yet"))
_NUMBERS = (("", "Not said yet"), *((str(number), str(number)) for number in range(11)))
_SHOWN_BY = "shown_by"  # which steps come from a child's view
_ABOUT = "about"  # any line at all; every other field names lines that a step can answer
_MORE_SIDES = 2  # empty rows for the sides of a disagreement, below those that are there
LANGUAGES = {
    "": "The language of the meeting",
    "en": "English",
    "ar": "Arabic",
    "bn": "Bengali",
    "bg": "Bulgarian",
    "cy": "Welsh",
    "fa": "Farsi",
    "fr": "French",
    "gu": "Gujarati",
    "hi": "Hindi",
    "ckb": "Kurdish (Sorani)",
    "lt": "Lithuanian",
    "ps": "Pashto",
    "pl": "Polish",
    "pt": "Portuguese",
    "pa": "Punjabi",
    "ro": "Romanian",
    "ru": "Russian",
    "so": "Somali",
    "es": "Spanish",
    "ta": "Tamil",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
}


@dataclass(frozen=True)
class Choice:
    """One thing that may be chosen."""

    value: str
    text: str
    is_chosen: bool = False


@dataclass(frozen=True, kw_only=True)
class Box:
    """One box of the form. ``look`` says how it is drawn.

    `line`, `long`, `day` and `time` are typed into; `pick` is a list to choose one from, `radios`
    the same in sight, `several` are boxes to tick, `lines` the same with long words.
    """

    name: str
    label: str
    look: str
    value: str = ""
    choices: tuple[Choice, ...] = ()
    hint: str = ""


@dataclass(frozen=True)
class Boxes:
    """What is needed to make the boxes: the people, the lines that stand, and what was typed."""

    people: People
    lines: tuple[Contribution, ...]
    typed: Typed
    ref: str

    def of(self, kind: Kind) -> tuple[Box, ...]:
        """The boxes of the fields that whoever says it is asked for, in the order of its row."""
        asked = asked_of(kind, one(self.typed, "by"), self.people)
        return tuple(box for field in asked for box in self._field(field))

    def somebody(self, name: str, label: str) -> Box:
        """One person of the meeting, or nobody yet."""
        return self.choose("pick", name, label, (("", "Nobody yet"), *self._everybody()))

    def _field(self, field: Field) -> Iterator[Box]:
        name, label = name_of(field), field.label
        makers: dict[Holds, Callable[[], Iterable[Box]]] = {
            Holds.PEOPLE: lambda: [self.choose("several", name, label, self._everybody())],
            Holds.PERSON: lambda: [self.somebody(name, label)],
            Holds.LINES: lambda: [self.choose("lines", name, label, self._lines(field))],
            Holds.NUMBER: lambda: [self.choose("pick", name, label, _NUMBERS)],
            Holds.CHOICE: lambda: [self.choose("radios", name, label, _answers(field))],
            Holds.YES: lambda: [self.choose("radios", name, label, _YES_OR_NO)],
            Holds.PAGE_ONE: lambda: self._page_one(name, label),
            Holds.SEEN: lambda: self._seen(name),
            Holds.VIEWS: lambda: self._sides(name),
            Holds.REPEATS: list,
            Holds.DAY: lambda: [self._day(name, label)],
            Holds.TIME: lambda: [self._typed(name, label, "time")],
            Holds.WORDS: lambda: [self._typed(name, label, "long")],
        }
        yield from makers[field.holds]()

    def _seen(self, name: str) -> Iterator[Box]:
        yield self._typed(f"{name}.what", "What was seen or heard?", "long")
        yield self._typed(f"{name}.when", "When was that?", "line")

    def _page_one(self, name: str, label: str) -> Iterator[Box]:
        answers = (("", "No"), ("yes", "Yes, in these words"), (OWN_WORDS, "Yes, in shorter words"))
        yield self.choose("radios", name, label, answers)
        hint = "Anybody who walks into the kitchen can read page 1. 12 words at most."
        words = f"{name}.words"
        yield Box(
            name=words,
            label="The shorter words",
            look="line",
            value=one(self.typed, words),
            hint=hint,
        )

    def _sides(self, name: str) -> Iterator[Box]:
        by, texts = self.typed.get(f"{name}.by", ()), self.typed.get(f"{name}.text", ())
        for number in range(max(len(by), len(texts)) + _MORE_SIDES):
            chosen = by[number] if number < len(by) else ""
            whose = (("", "Nobody yet"), *self._everybody())
            yield Box(
                name=f"{name}.by",
                label=f"Side {number + 1}: who says it?",
                look="pick",
                choices=tuple(Choice(key, text, key == chosen) for key, text in whose),
            )
            text = texts[number] if number < len(texts) else ""
            label = f"Side {number + 1}: what do they say?"
            yield Box(name=f"{name}.text", label=label, look="long", value=text)

    def _day(self, name: str, label: str) -> Box:
        held = one(self.typed, name)
        known = days.find_day(held)
        value = days.day(known) if known else held
        return Box(name=name, label=label, look="line", value=value, hint=AS_SUCH)

    def _typed(self, name: str, label: str, look: str) -> Box:
        return Box(name=name, label=label, look=look, value=one(self.typed, name))

    def choose(self, look: str, name: str, label: str, choices: Iterable[tuple[str, str]]) -> Box:
        """A box to choose in, with what stands in it chosen."""
        return Box(name=name, label=label, look=look, choices=self._chosen(name, choices))

    def _chosen(self, name: str, choices: Iterable[tuple[str, str]]) -> tuple[Choice, ...]:
        stands = self.typed.get(name, ("",)) or ("",)
        return tuple(Choice(value, text, value in stands) for value, text in choices)

    def _everybody(self) -> tuple[tuple[str, str], ...]:
        return tuple((person.id, person.short_name) for person in self.people)

    def _lines(self, field: Field) -> Iterator[tuple[str, str]]:
        for line in self.lines:
            fits = line.kind == "action" if field.key == _SHOWN_BY else line.row.has_id
            chosen = line.id in self.typed.get(name_of(field), ())
            # A step answers no step.
            is_step = line.kind == "action" and field.key not in (_SHOWN_BY, _ABOUT)
            fits = field.key == _ABOUT or (fits and not is_step)
            if line.id != self.ref and (chosen or fits):
                yield line.id, f"{line.row.label}: {line.words}"


def kinds(boxes: Boxes, now: str) -> Box:
    """Every kind that a line may be moved to."""
    rows = sorted(KINDS.values(), key=lambda row: not row.is_main)
    fit = [row for row in rows if row.key == now or row.key not in _NOT_TO_MOVE_TO]
    return boxes.choose("pick", "kind", "What is it?", ((row.key, row.label) for row in fit))


def languages(boxes: Boxes) -> Box:
    """The language of the words."""
    lang = one(boxes.typed, "lang")
    known = LANGUAGES if lang in LANGUAGES else LANGUAGES | {lang: lang}
    return boxes.choose("pick", "lang", "Which language is it in?", known.items())


def whose_yes(boxes: Boxes, said_by: str) -> Box:
    """Everybody whose yes counts for changing exact words: the family, and who said them."""
    fit = (Role.FAMILY, Role.CHILD)
    theirs = [(p.id, p.short_name) for p in boxes.people if p.role in fit or p.id == said_by]
    return boxes.choose("pick", "yes_by", "Who said yes to it?", (("", "Nobody yet"), *theirs))


def _answers(field: Field) -> tuple[tuple[str, str], ...]:
    keys = field.choices if "" in field.choices else (*field.choices, "")
    return tuple((key, _ANSWER_WORDS.get(key, key.replace("_", " ").capitalize())) for key in keys)
