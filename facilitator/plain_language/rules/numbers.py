"""Numbers that have to be worked out."""

from collections.abc import Iterator

from facilitator.plain_language.finding import Finding, Level, Reason
from facilitator.plain_language.rules.about import About, Advice
from facilitator.plain_language.text import Text, Word

_PER_CENT = Advice(
    Level.ASK,
    Reason.OFFICIALESE,
    "Say 'half', or '1 in 5', or how many days.",
    "Per cents are hard for many people.",
)
# "I am 100% behind you" is no sum, and neither is a price that was cut.
_ALL = ("100", "110")
_FINE_BEFORE = frozenset("off charge charged battery discount deposit chance sure".split())


def per_cents(text: Text, about: About) -> Iterator[Finding]:  # noqa: ARG001 -- every rule is asked alike
    """PL14: "45%" and "45 per cent". Numbers in words are how people talk, and stay."""
    if "%" not in text.typed and "cent" not in text.typed:
        return
    for sentence in text.sentences:
        for place, word in enumerate(sentence.words):
            if word.typed[0].isdigit() and word.typed not in _ALL:
                end = _end(text, word, sentence.words[place + 1 : place + 3])
                if end:
                    yield _PER_CENT.on(text, word.start, end)


def _end(text: Text, figures: Word, after: tuple[Word, ...]) -> int:
    """Where a number of per cents ends; 0 where it is none, or no sum to work out."""
    said = [word.folded for word in after]
    if said and said[0] in _FINE_BEFORE:
        return 0
    if text.typed[figures.end : figures.end + 1] == "%":
        return figures.end + 1
    if said == ["per", "cent"]:
        return after[1].end
    return after[0].end if said[:1] == ["percent"] else 0
