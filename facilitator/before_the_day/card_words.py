"""The words of the card for private family time, in the languages that we have them in."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from facilitator.meetings import Meeting
from facilitator.people import People, Role

_FAMILY = frozenset({Role.FAMILY, Role.CHILD})


@dataclass(frozen=True, kw_only=True)
class CardWords:
    """The card's own sentences in one language; ``code`` is its BCP 47 tag, ``dir`` its way."""

    code: str
    name: str
    dir: str
    title: str
    knock: str
    alone: str
    questions: str
    musts: str
    why: str
    help: str
    talk: str
    ready: str
    fetch: str
    back: str


@cache
def all_words() -> tuple[CardWords, ...]:
    """Every language that the card speaks, English first."""
    data = resources.files("facilitator.before_the_day").joinpath("card_words.toml").read_bytes()
    held = tomllib.loads(data.decode("utf-8"))
    return tuple(CardWords(code=code, **words) for code, words in held.items())


def find_words(code: str) -> CardWords | None:
    """The card in that language, None where we have none. "pl-PL" is "pl" to us."""
    plain = code.strip().casefold().partition("-")[0]
    return next((one for one in all_words() if one.code == plain), None)


def words_for(meeting: Meeting, people: People) -> tuple[CardWords, ...]:
    """The card in the languages of that meeting, the main one first, and of those who come.

    In English where we have none of them.
    """
    theirs = (one.language for one in people if one.attended.took_part and one.role in _FAMILY)
    found = [words for one in (*meeting.languages, *theirs) if (words := find_words(one))]
    return tuple(dict.fromkeys(found)) or all_words()[:1]
