"""A line as a sentence to read aloud, each part of which can be changed by itself.

The words are the family's. At most the first letter of a step is put small and its full stop left
out, so that it stands within the sentence; words that don't bear that stand as they were said.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from facilitator import days
from facilitator.agreeing import week_days
from facilitator.contributions import Contribution
from facilitator.paper.phrases import Names
from facilitator.people import People

_NOT_A_VERB = frozenset(
    "i i'm i'll i'd we we're we'll we'd you you'll he he'll she she'll it they they'll this"
    " that my our his her their your the a an if when on at in no nobody everybody each both"
    " all to".split()
)
_ENDS = ".!?…"


@dataclass(frozen=True)
class Piece:
    """A piece of the sentence. ``part`` names what a touch of it changes, "" for words between."""

    text: str
    part: str = ""
    is_missing: bool = False
    lang: str | None = None
    dir: str | None = None


Sentence = tuple[Piece, ...]


def plain(sentence: Sentence) -> str:
    """The sentence as one text."""
    return "".join(one.text for one in sentence)


def of_step(said: Contribution, people: People, day: date) -> Sentence:
    """A step as a sentence; ``day`` is the day of the meeting, whose year goes without saying."""
    within = _within(said, people)
    return (*_who_and_what(said, people, within), *_when(said, day, is_within=bool(within)))


def who_and_what(said: Contribution, people: People) -> Sentence:
    """The sentence without its days, for a list that is one day's."""
    within = _within(said, people)
    pieces = tuple(_who_and_what(said, people, within))
    return pieces if pieces[-1].text.endswith(tuple(_ENDS)) else (*pieces, Piece("."))


def _who_and_what(said: Contribution, people: People, within: str) -> Iterator[Piece]:
    who = Names(people).all_of(said.fields.ids("who"))
    yield Piece(who or "Who", "who", is_missing=not who)
    yield Piece(" will " if within else ": ")
    words = within or said.words.strip()
    yield Piece(words or "what?", "words", not words, said.lang, said.dir)


def _when(said: Contribution, day: date, *, is_within: bool) -> Iterator[Piece]:
    often, words = said.fields.words("how_often").strip(), said.words.strip()
    if not is_within:
        yield Piece(" " if words.endswith(tuple(_ENDS)) else ". ")
        often = often[:1].upper() + often[1:]
    if often:
        yield Piece(", " if is_within else "")
        yield Piece(often.rstrip("."), "how_often", lang=said.lang, dir=said.dir)
    yield from _days(said, day, is_first=not (is_within or often))
    yield Piece(".")


def _days(said: Contribution, day: date, *, is_first: bool) -> Iterator[Piece]:
    start, due = said.fields.day("start"), said.fields.day("due")
    comma = "" if is_first else ", "
    if start or not due:
        yield Piece(f"{comma}{'From' if is_first else 'from'} ")
        yield Piece(days.day_beside(start, day) if start else "which day", "start", not start)
        comma, is_first = ", ", False
    if due:
        until = "until" if week_days.rhythms(said) else "done by"
        yield Piece(f"{comma}{until.capitalize() if is_first else until} ")
        yield Piece(days.day_beside(due, day), "due")


def _within(said: Contribution, people: People) -> str:
    """The words as they stand after "will", "" where they can't."""
    words = said.words.strip()
    first = re.split(r"[\s,;:]", words, maxsplit=1)[0].replace("’", "'")
    is_other = said.exact or (said.lang or "en").split("-")[0].lower() != "en"
    if is_other or not words or "\n" in words or re.search(r"[.!?…]\s+\S", words):
        return ""
    if first.casefold() in _NOT_A_VERB or _is_a_name(first, people):
        return ""
    if not re.fullmatch(r"[A-Za-z][a-z'-]*\.?", first):
        return ""  # "GP visits", "2 nights": not the beginning of what somebody will do.
    return (words[:1].lower() + words[1:]).rstrip(".").rstrip()


def _is_a_name(word: str, people: People) -> bool:
    bare = word.removesuffix("'s").rstrip(".").casefold()
    return any(
        bare in re.split(r"[\s/'-]+", f"{one.called} {one.name}".casefold()) for one in people
    )
