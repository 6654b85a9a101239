"""What the language check says of one line."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How much a finding asks of whoever wrote the line."""

    STOP = "stop"  # change it, or say why it stays: the supervisor sees the reason
    ASK = "ask"  # there may be a kinder or plainer way
    EXPLAIN = "explain"  # a word of law or a real name: it stays, with its meaning beside it


class Reason(StrEnum):
    """Why a place was found, in the words that the user sees."""

    JARGON = "jargon"
    ACRONYM = "acronym"
    LABEL = "label"
    BLAME = "blame"
    MINIMISING = "minimising"
    COLD = "cold system word"
    OFFICIALESE = "officialese"
    VAGUE = "vague"
    IDIOM = "idiom"
    LONG_SENTENCE = "long sentence"
    TWO_IDEAS = "two ideas"
    PASSIVE = "passive"
    NO_PERSON = "no person"
    NO_DAY = "no day"
    DATE_FORM = "date form"
    TIME_FORM = "time form"
    HOW_OFTEN = "how often"
    DOUBLE_NEGATIVE = "double negative"
    NOUNS = "nouns for verbs"
    SHOUTING = "shouting"
    BRACKETS = "brackets and slashes"


# The reasons that come from the list of words; the others come from the shape of a sentence.
OF_WORDS = frozenset(list(Reason)[:9])


class Scope(StrEnum):
    """What kind of line is read: some words are vague in a step and fine in a story."""

    ALL = "all"  # any line of a plan
    ACTIONS = "actions"  # a step: somebody does something
    GOALS = "goals"
    CONTINGENCY = "contingency"  # "if this happens, we will ..."
    CHILD = "child"  # what a child's page or an Easy Read copy prints
    PROMPT = "prompt"  # a question that a facilitator asks
    SCREEN = "screen"  # our own words


@dataclass(frozen=True, slots=True)
class Finding:
    """One place in one line: ``text[start:end]``, offsets in code points.

    ``words`` is that place as typed. ``instead`` is what could be said, "" where there is nothing
    to offer; ``why`` is one short sentence. ``ready`` is a text that may stand in the place as it
    is, with one touch: None where somebody has to find their own words first.
    """

    start: int
    end: int
    level: Level
    reason: Reason
    words: str
    instead: str
    why: str
    ready: str | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """What a step says in its own boxes, so that its words need not say it again."""

    who: bool = False
    day: bool = False
    how_often: bool = False


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What one family calls things: this stands above every list.

    ``uses`` are words that are never found for this family; ``avoids`` are words that they do not
    want, each with what they say instead ("" where they did not say).
    """

    uses: tuple[str, ...] = ()
    avoids: tuple[tuple[str, str], ...] = ()
