"""What may hang on a fridge: nothing hidden, no worry, order, health, address or surname."""

import re
from dataclasses import dataclass
from typing import Self

from facilitator import mentions
from facilitator.people import Hiding, People

MOST_WORDS = 12
MOST_SIGNS = 80

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


def _matter_in(words: str) -> str | None:
    for one in _WORD.finditer(words):
        if matter := _MATTER_OF.get(one.group().casefold()):
            return f"“{one.group()}” speaks of {matter}"
    return None


def _too_long(words: str) -> str | None:
    count = len(words.split())
    if count > MOST_WORDS:
        return f"they are {count} words long, and {MOST_WORDS} is the most"
    if len(words) > MOST_SIGNS:
        return f"they are {len(words)} letters long, and {MOST_SIGNS} is the most"
    return None
