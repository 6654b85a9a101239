"""Page 1 is for anybody who walks into the kitchen.

Nothing is put on it by guessing: the family chooses each line, and a line that would break the
rule of page 1 is refused with its reason. The rule: nothing that is hidden from anybody, no
worry, order, health, address or surname; seven lines at most, short enough to read in passing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Self

from facilitator import mentions
from facilitator.contributions import Fields
from facilitator.people import Hiding, People, Person
from facilitator.plans.line import Line
from facilitator.refusals import Problem

MOST_LINES = 7
MOST_WORDS = 12
_ROW = ("who", "start", "due", "how_often")

# Whole words only. The list is meant to be too strict: the family can always choose other words,
# and a fridge has more readers than anybody thinks of.
_PRIVATE_MATTERS = {
    "health": (
        "alcohol alcoholic clinic clinics counselling counsellor dentist depressed depression "
        "detox diagnosed diagnosis doctor doctors dose drank drink drinking drinks drug drugs "
        "drunk gp heroin hiv hospital hospitals ill illness injection medical medicine "
        "medication mental methadone nurse operation overdose pill pills pregnant pregnancy "
        "prescription psychiatrist psychologist rehab sick sober suicidal suicide surgery "
        "therapist therapy ward"
    ),
    "an order or the police": (
        "arrest arrested bail barrister convicted court courts custody injunction judge "
        "magistrate offence offences order orders police prison probation solicitor solicitors "
        "tag undertaking"
    ),
    "a worry or harm": (
        "abuse abused abuses abusive afraid assault assaulted attack attacked beaten beats bruise "
        "bruised bruises danger dangerous fight fights fighting harm harmed hit hits hitting hurt "
        "hurts hurting neglect neglected rape raped scared self-harm shout shouting shouts slapped "
        "stab threat threatened threats unsafe violence violent weapon worried worries worry"
    ),
}
_MATTER_OF = {word: matter for matter, words in _PRIVATE_MATTERS.items() for word in words.split()}
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"[’']s$")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True)
class PageOneRule:
    """The rule of page 1 for one meeting's people and hidden items."""

    people: People
    hiding: Hiding

    @classmethod
    def of(cls, people: People) -> Self:
        """The rule where these people meet: what is hidden from anybody is hidden from all."""
        return cls(people, Hiding.from_anybody(people))

    def broken_by(self, words: str) -> str | None:
        """Why these words can't stand on page 1, as the end of a sentence, or None."""
        if self.hiding.shows_in(words):
            return "they hold something that is hidden from somebody"
        if mentions.looks_like_address(words):
            return "they look like an address"
        return self._surname_in(words) or _matter_in(words) or _too_long(words)

    def _surname_in(self, words: str) -> str | None:
        said = {_POSSESSIVE.sub("", one.group().casefold()) for one in _WORD.finditer(words)}
        for surname in mentions.surnames(person.name for person in self.people):
            plain = surname.casefold()
            if said & {plain, f"{plain}s", f"{plain}es"}:
                return "they hold a surname"
        return None

    def first_sentence_that_may_stand(self, words: str) -> str:
        """The first whole sentence of the family's own that may stand there, else ""."""
        whole = (one.strip() for one in _SENTENCE_END.split(words))
        return next((one for one in whole if one and not self.broken_by(one)), "")


def chosen(line: Line) -> str:
    """The words that the family chose for page 1: shorter ones of their own, or the step's."""
    choice = line.fields.values.get("page_one")
    if isinstance(choice, str):
        return choice.strip()
    return line.words if choice is True else ""


def keep_to_the_rule(
    lines: tuple[Line, ...], people: People
) -> tuple[tuple[Line, ...], tuple[Problem, ...]]:
    """The lines, with no choice for page 1 left that breaks its rule; and each refusal's reason."""
    rule, room = PageOneRule.of(people), MOST_LINES
    kept: list[Line] = []
    problems: list[Problem] = []
    for line in lines:
        words = chosen(line)
        often = line.fields.words("how_often")
        reason = (rule.broken_by(words) or rule.broken_by(often)) if words else None
        if words and not reason and room == 0:
            reason = f"page 1 holds {MOST_LINES} lines"
        if reason:
            problems.append(_refused(line, words, reason))
            kept.append(_not_on_page_one(line))
        else:
            room -= bool(words)
            kept.append(line)
    return tuple(kept), tuple(problems)


def _refused(line: Line, words: str, reason: str) -> Problem:
    return Problem(
        place=f"step {line.id}",
        wrong=f"“{words}” can't stand on page 1: {reason}.",
        remedy="Choose shorter, plainer words for page 1, or leave it on the pages inside.",
    )


def _not_on_page_one(line: Line) -> Line:
    values = {key: line.fields[key] for key in line.fields if key != "page_one"}
    return replace(line, fields=Fields(values))


def _matter_in(words: str) -> str | None:
    for one in _WORD.finditer(words):
        if matter := _MATTER_OF.get(one.group().casefold()):
            return f"“{one.group()}” speaks of {matter}"
    return None


def _too_long(words: str) -> str | None:
    count = len(words.split())
    if count <= MOST_WORDS:
        return None
    return f"they are {count} words long, and {MOST_WORDS} is the most"


@dataclass(frozen=True)
class PageOne:
    """What stands on page 1, the same for whoever holds a copy.

    ``title`` and ``statement`` are "" where the family's own would break the rule; ``rows`` are
    the steps that were chosen, in the words that were chosen; ``ring`` are the people to ring,
    first one first; ``place`` is where we meet again, "" where that looks like an address.
    """

    title: str
    statement: str
    statement_lang: str | None
    rows: tuple[Line, ...]
    ring: tuple[Person, ...]
    place: str

    def as_seen_by(self, reader_id: str) -> "PageOne":
        """Page 1 with no more of each person than that reader's paper may know."""
        return replace(self, ring=tuple(person.as_seen_by(reader_id) for person in self.ring))


def page_one_of(lines: tuple[Line, ...], people: People) -> PageOne:
    """Page 1 of a plan whose lines have been kept to the rule."""
    rule = PageOneRule.of(people)
    title = _words_of("title", lines)
    statement = next((line for line in lines if line.kind == "statement"), None)
    place = next((line.fields.words("place") for line in lines if line.kind == "meet_again"), "")
    return PageOne(
        title="" if rule.broken_by(title) else title,
        statement=rule.first_sentence_that_may_stand(statement.words) if statement else "",
        statement_lang=statement.lang if statement else None,
        rows=tuple(as_chosen(line) for line in lines if chosen(line)),
        ring=tuple(_to_ring(lines, people))[:2],
        place="" if rule.broken_by(place) else place,
    )


def as_chosen(line: Line) -> Line:
    """A step in the words that were chosen for page 1: who, when, and nothing else of it."""
    kept = {key: line.fields[key] for key in _ROW if key in line.fields}
    return replace(line, words=chosen(line), fields=Fields(kept), rendering=None)


def _words_of(kind: str, lines: tuple[Line, ...]) -> str:
    return next((line.words for line in lines if line.kind == kind), "")


def _to_ring(lines: tuple[Line, ...], people: People) -> Iterator[Person]:
    """Whom to ring, in the order in which the family's own what-ifs name them."""
    ids = dict.fromkeys(
        person_id
        for line in lines
        if line.kind == "if_then"
        for person_id in (*line.fields.ids("who"), *line.fields.ids("second"))
    )
    for person_id in ids:
        if person := people.find(person_id):
            yield person
