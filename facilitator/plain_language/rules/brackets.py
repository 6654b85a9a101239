"""Brackets inside brackets of thought, and slashes that leave the choice to the reader."""

from collections.abc import Iterator

from facilitator.plain_language.finding import Finding, Level, Reason, Scope
from facilitator.plain_language.rules.about import About, Advice, between
from facilitator.plain_language.rules.everyday import KIN
from facilitator.plain_language.text import Sentence, Text, Word

_SLASH = Advice(
    Level.ASK,
    Reason.BRACKETS,
    "Write 'or', or 'and', or say which of them.",
    "A slash leaves the reader to choose, and can't be read aloud.",
)
_ROUND = Advice(
    Level.ASK,
    Reason.BRACKETS,
    "Give each its own sentence.",
    "More than one pair of brackets breaks a sentence into bits.",
)
_PAIRS: dict[tuple[str, str], str | None] = {
    ("and", "or"): None,
    ("he", "she"): "they",
    ("she", "he"): "they",
    ("s", "he"): "they",
    ("his", "her"): "their",
    ("her", "his"): "their",
    ("him", "her"): "them",
    ("her", "him"): "them",
    ("his", "hers"): "theirs",
    ("himself", "herself"): "themselves",
    ("they", "them"): None,
    ("mother", "father"): None,
    ("parent", "carer"): "parent or carer",
    ("parents", "carers"): "parents or carers",
    ("parent", "guardian"): "parent or guardian",
    ("brother", "sister"): "brother or sister",
}
# "They sleeps" is no sentence: whoever takes "they" has to mend the verb, so it is only shown.
_NEEDS_A_VERB = frozenset(("they",))


def slashes(text: Text, about: About) -> Iterator[Finding]:
    """PL19: "and/or", "he/she", rows of slashes; in a step also "Nan/Grandad": who is it?"""
    if "/" not in text.typed:
        return
    for sentence in text.sentences:
        yield from _slashed(text, sentence, about)


def _slashed(text: Text, sentence: Sentence, about: About) -> Iterator[Finding]:
    words = sentence.words
    place = 0
    while place < len(words):
        last = place
        while last + 1 < len(words) and between(text, words[last], words[last + 1]).strip() == "/":
            last += 1
        if last > place and all(word.typed[0].isalpha() for word in words[place : last + 1]):
            yield from _row(text, words[place : last + 1], about)
        place = last + 1


def _row(text: Text, row: tuple[Word, ...], about: About) -> Iterator[Finding]:
    pair = (row[0].folded, row[1].folded)
    several = len(row) > len(pair)
    people = about.scope is Scope.ACTIONS and all(
        about.is_name(word) or word.folded in KIN for word in row
    )
    if several or people or pair in _PAIRS:
        said = None if several else _PAIRS.get(pair)
        ready = None if said in _NEEDS_A_VERB else said
        instead = f"'{said}'" if said else _SLASH.instead
        advice = Advice(_SLASH.level, _SLASH.reason, instead, _SLASH.why)
        yield advice.on(text, row[0].start, row[-1].end, ready)


def brackets(text: Text, about: About) -> Iterator[Finding]:  # noqa: ARG001 -- every rule is asked alike
    """PL19: more than one pair of round brackets in a sentence."""
    if text.typed.count("(") < 2:  # noqa: PLR2004 -- the rule: more than one pair
        return
    for sentence in text.sentences:
        first = text.typed.find("(", sentence.start, sentence.end)
        second = text.typed.find("(", first + 1, sentence.end) if first >= 0 else -1
        shut = text.typed.rfind(")", sentence.start, sentence.end)
        if 0 <= second < shut:
            yield _ROUND.on(text, first, shut + 1)
