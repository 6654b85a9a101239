"""Steps whose "how often" nobody can count."""

from collections.abc import Iterator

from facilitator.plain_language.finding import Finding, Level, Reason, Scope
from facilitator.plain_language.rules.about import About, Advice
from facilitator.plain_language.text import Sentence, Text, read

_HOW_OFTEN = Advice(
    Level.STOP,
    Reason.HOW_OFTEN,
    "Say how often: 'every Tuesday', 'once a day'.",
    "Nobody can tell from this whether it was done.",
)
_VAGUE = tuple(
    tuple(word.folded for word in read(phrase).words)
    for phrase in (
        "regularly",
        "often",
        "frequently",
        "occasionally",
        "periodically",
        "weekly-ish",
        "daily-ish",
        "monthly-ish",
        "now and then",
        "now and again",
        "from time to time",
        "every so often",
        "every now and then",
        "once in a while",
        "on a regular basis",
        "at regular intervals",
        "most days",
        "most weeks",
        "most nights",
        "a few times",
        "whenever possible",
        "when we can",
        "when I can",
        "when she can",
        "when he can",
        "when they can",
    )
)
_LOOSE = frozenset("regular frequent occasional periodic".split())
_BY_FIRST: dict[str, tuple[tuple[str, ...], ...]] = {
    first: tuple(sorted((one for one in _VAGUE if one[0] == first), key=len, reverse=True))
    for first in {one[0] for one in _VAGUE}
}


def how_often(text: Text, about: About) -> Iterator[Finding]:
    """PL13: "now and then" in a step whose box does not say how often."""
    if about.scope is not Scope.ACTIONS or about.given.how_often:
        return
    for sentence in text.sentences:
        if not _BY_FIRST.keys().isdisjoint(sentence.said):
            yield from _vague(text, sentence)


def _vague(text: Text, sentence: Sentence) -> Iterator[Finding]:
    words = sentence.words
    place = 0
    while place < len(words):
        for phrase in _BY_FIRST.get(words[place].folded, ()):
            said = tuple(word.folded for word in words[place : place + len(phrase)])
            if said == phrase and not (place and words[place - 1].folded == "how"):
                last = place + len(phrase) - 1
                yield _HOW_OFTEN.on(text, words[place].start, words[last].end)
                place = last
                break
        place += 1


def is_loose(said: str) -> bool:
    """Whether words that the list finds vague speak of how often: "regular", "now and then"."""
    first = next((word.folded for word in read(said).words), "")
    return first in _BY_FIRST or first in _LOOSE
