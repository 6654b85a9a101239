"""Two noes in one sentence: the reader has to work out which of them wins."""

from collections.abc import Iterator

from facilitator.plain_language.finding import Finding, Level, Reason, Scope
from facilitator.plain_language.rules.about import About, Advice, between
from facilitator.plain_language.text import Sentence, Text, Word

_TWICE = Advice(
    Level.ASK,
    Reason.DOUBLE_NEGATIVE,
    "Say it as a yes: 'only if', 'always', 'with'.",
    "Two noes in one sentence are easy to read the wrong way round.",
)
_NOT = frozenset(
    "not never no none nobody cannot can't won't don't doesn't didn't isn't aren't wasn't"
    " weren't shouldn't mustn't couldn't wouldn't hasn't haven't hadn't nor neither".split()
)
_DUTIES = frozenset("must may shall should will".split())
_ONLY_IF = frozenset(("unless", "without"))
# Words that say no inside themselves. "Unwell" and "unhappy" are how people simply say things.
_NO_INSIDE = frozenset(
    "uncommon unusual unlikely unable unaware unreasonable unsafe unkind unwelcome untrue"
    " unfair unhelpful unimportant unclear unknown unexpected unsupervised unattended"
    " unaccompanied unnecessary unwanted unfamiliar unwilling unacceptable unsatisfactory"
    " unsuccessful unhappy unwell uninterested unloved unmoved unharmed unsuitable"
    " unprepared unhealthy unjustified insignificant impossible inappropriate incapable"
    " insufficient inconsistent inaccurate ineffective illegal irregular irrelevant"
    " dissimilar dissatisfied displeased".split()
)
_MAY_STAND_BETWEEN = frozenset(
    "be been being a an the very at all so too left leave feel seem seems become it her"
    " him them totally completely entirely always necessarily considered thought found"
    " made me us ever take place happen go seen".split()
)
_REACH = 4
_FAR = 9
_FINE_WITHOUT = frozenset("a doubt fail fuss further".split())


def double_negatives(text: Text, about: About) -> Iterator[Finding]:
    """PL17: "not unsafe" anywhere; "must not ... unless" where somebody has to act by it."""
    for sentence in text.sentences:
        reach = None if _NOT.isdisjoint(sentence.said) else _first(text, sentence, about)
        if reach is not None:
            yield _TWICE.on(text, reach[0].start, reach[1].end)


def _first(text: Text, sentence: Sentence, about: About) -> tuple[Word, Word] | None:
    words = sentence.words
    for place, word in enumerate(words):
        if word.folded not in _NOT:
            continue
        for ahead, other in enumerate(words[place + 1 : place + 1 + _FAR]):
            if any(mark in between(text, words[place + ahead], other) for mark in ",;:("):
                break
            if other.folded in _NO_INSIDE and ahead < _REACH and _close(words, place, ahead):
                return word, other
            if other.folded in _ONLY_IF and _binding(words, place, about):
                if not _harmless(words, place + 1 + ahead):
                    return word, other
                break
    return None


def _close(words: tuple[Word, ...], place: int, ahead: int) -> bool:
    return all(one.folded in _MAY_STAND_BETWEEN for one in words[place + 1 : place + 1 + ahead])


def _binding(words: tuple[Word, ...], place: int, about: About) -> bool:
    """Whether it tells people what to do: "I can't sleep without Ted" does not."""
    if about.scope is not Scope.ALL:
        return not words[place].folded.startswith(("can't", "couldn't", "cannot"))
    before = words[place - 1].folded if place else ""
    return before in _DUTIES or words[place].folded in ("mustn't", "shouldn't")


def _harmless(words: tuple[Word, ...], place: int) -> bool:
    following = words[place + 1].folded if place + 1 < len(words) else ""
    return words[place].folded == "without" and following in _FINE_WITHOUT
