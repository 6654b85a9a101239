"""Sentences that are too long to take in at one go."""

from collections.abc import Iterator

from facilitator.plain_language.finding import Finding, Level, Reason, Scope
from facilitator.plain_language.rules.about import About, Advice
from facilitator.plain_language.text import Text

# What people tell is longer than what somebody has to do: the NHS allows twenty words.
_TOLD = 20
_DONE = 15
_FOR_A_CHILD = 10
_MOST_FOR_A_CHILD = 15
_MOST_OF_OURS = 25
_ANY = {Scope.ALL: _TOLD, Scope.CHILD: _FOR_A_CHILD}
# A line of a plan is somebody's own: only what we write, and a child's page, must be shorter.
_STOPS = {
    Scope.CHILD: _MOST_FOR_A_CHILD,
    Scope.PROMPT: _MOST_OF_OURS,
    Scope.SCREEN: _MOST_OF_OURS,
}


def long_sentences(text: Text, about: About) -> Iterator[Finding]:
    """PL1 and PL2: each sentence over its length; a stop on a child's page and in our own words."""
    most = _ANY.get(about.scope, _DONE)
    stop = _STOPS.get(about.scope)
    for sentence in text.sentences:
        count = len(sentence.words)
        if count > most:
            level = Level.STOP if stop and count > stop else Level.ASK
            yield Advice(
                level,
                Reason.LONG_SENTENCE,
                "Make two sentences of it, or more.",
                f"This sentence has {count} words; {most} are enough to take in at one go.",
            ).at(text, sentence)
