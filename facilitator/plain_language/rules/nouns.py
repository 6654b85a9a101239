"""Verbs that were turned into nouns: "the provision of support" for "we will help"."""

from collections.abc import Iterator

from facilitator.plain_language.finding import Finding, Level, Reason
from facilitator.plain_language.rules.about import About, Advice
from facilitator.plain_language.text import Sentence, Text, Word

_HEAVY = Advice(
    Level.ASK,
    Reason.NOUNS,
    "Use the verb, and say who does it: 'Jo will check'.",
    "A noun made of a verb hides who does something.",
)
_ENDINGS = ("tion", "sion", "ment", "ance", "ence", "isation", "ization")
# These end alike and are things, not deeds.
_THINGS = frozenset(
    "station portion section position question fraction option mention caution ration"
    " nation lotion potion motion condition direction relation conversation mansion"
    " pension passion mission version television moment comment garment apartment basement"
    " cement element document department torment compartment instrument supplement"
    " ointment treatment appointment chance dance balance distance entrance instance"
    " substance ambulance finance insurance fence sentence science silence audience"
    " difference experience evidence licence presence absence patience influence"
    " importance kindness collection selection generation population celebration"
    " imagination quotation tradition".split()
)
# One of these is enough: nobody says it at a kitchen table.
_NEVER_SAID = frozenset(
    "provision implementation completion consideration facilitation utilisation"
    " utilization commencement cessation continuation identification prioritisation"
    " minimisation maintenance attainment achievement establishment enhancement"
    " formulation determination notification non-attendance demonstration exploration"
    " undertaking allocation submission".split()
)
_LIGHT = frozenset(
    "undertake undertakes undertook undertaking undertaken conduct conducts conducted"
    " conducting effect effects effected facilitate facilitates".split()
)
_REACH = 4


def nouns(text: Text, about: About) -> Iterator[Finding]:  # noqa: ARG001 -- every rule is asked alike
    """PL18: "the provision of", or two and more such nouns in one sentence."""
    for sentence in text.sentences:
        if "of" not in sentence.said and _LIGHT.isdisjoint(sentence.said):
            continue
        found = list(_heavy(sentence))
        if len(found) > 1 or any(first.folded in _NEVER_SAID or light for first, _, light in found):
            for first, last, _ in found:
                yield _HEAVY.on(text, first.start, last.end)


def _heavy(sentence: Sentence) -> Iterator[tuple[Word, Word, bool]]:
    """The first and the last word of each such phrase, and whether it is "undertake an ..."."""
    words = sentence.words
    for place, word in enumerate(words):
        if word.folded in _LIGHT:
            noun = next((one for one in words[place + 1 : place + _REACH] if _is_noun(one)), None)
            if noun is not None:
                yield word, noun, True
        elif _is_noun(word) and place + 1 < len(words) and words[place + 1].folded == "of":
            yield word, words[place + 1], False


def _is_noun(word: Word) -> bool:
    return word.folded in _NEVER_SAID or (
        word.folded.endswith(_ENDINGS)
        and word.folded not in _THINGS
        and len(word.folded) > len("cement")
    )
