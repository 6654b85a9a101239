"""What a paper shows of the agreement: help, what-ifs, disagreements, what is open, answers."""

from dataclasses import dataclass

from facilitator.paper.view_words import Ring, Said


@dataclass(frozen=True)
class Asked:
    """Help that the family asked for; ``answer`` is yes, no, not_yet or ""."""

    what: Said
    of: str
    answer: str
    reason: str
    by: str
    decides: str = ""


@dataclass(frozen=True)
class IfThen:
    """What the family does when something goes wrong."""

    condition: str
    then: Said
    first: Ring | None
    second: Ring | None


@dataclass(frozen=True)
class Disagreement:
    """Where people do not agree: each side, and what happens next."""

    about: str
    views: tuple[Said, ...]
    next: str


@dataclass(frozen=True)
class ToSort:
    """Something still open: what, who comes back, by when."""

    sentence: str
    words: Said | None
    who: str = ""
    by: str = ""


@dataclass(frozen=True)
class Answer:
    """Somebody's answer to the plan: yes, partly, no, later or not_yet.

    ``by`` is the day of a later answer, ``decides`` who decides, ``through`` who brought their
    words.
    """

    name: str
    answer: str
    words: str
    day: str
    by: str = ""
    is_child: bool = False
    decides: str = ""
    through: str = ""


@dataclass(frozen=True)
class OldStep:
    """A step of the last plan, and how it went."""

    what: Said
    result: str
    keep: str
    note: str


@dataclass(frozen=True)
class Telling:
    """Somebody who was not there, and who tells them."""

    who: str
    by: str
    day: str


@dataclass(frozen=True)
class NotSaid:
    """What somebody did not say, of a line that has no room for it beside its words."""

    about: str
    said: Said


@dataclass(frozen=True)
class Reading:
    """The plan was read to somebody: in which language, by whom, when."""

    to: str
    language: str
    by: str
    time: str
    day: str
