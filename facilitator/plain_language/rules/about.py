"""What a rule is told beside the text: where the line stands, and who is in this meeting."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from facilitator.plain_language.finding import Finding, Given, Level, Reason, Scope
from facilitator.plain_language.text import Sentence, Text, Word, read


@dataclass(frozen=True, slots=True)
class About:
    """Where a line stands, what its boxes say already, and every word that names somebody."""

    scope: Scope = Scope.ALL
    given: Given = field(default_factory=Given)
    named: frozenset[str] = field(default=frozenset())

    @classmethod
    def of(
        cls, scope: Scope, given: Given, names: Collection[str], letters: Iterable[str] = ()
    ) -> "About":
        """What the rules ask for.

        ``names`` are all the ways in which people are called; ``letters`` are words of the family
        or of its service: what stands there in capitals needs no words of its own.
        """
        loud = frozenset(
            word.folded for one in letters for word in read(one).words if word.typed.isupper()
        )
        return cls(scope, given, named(frozenset(names)) | loud)

    def is_name(self, word: Word) -> bool:
        """Whether a word is a part of somebody's name, "Nan's" as well as "Nan"."""
        return bare(word.folded) in self.named


@lru_cache(maxsize=64)
def named(names: frozenset[str]) -> frozenset[str]:
    """Every single word of these names, folded; of "Tom at church" only "Tom"."""
    read_once = [read(name).words for name in names]
    return frozenset(
        bare(word.folded)
        for words in read_once
        for word in words
        if len(words) == 1 or not word.typed[0].islower()
    )


def bare(folded: str) -> str:
    """A folded word without the mark of whose it is."""
    return folded.removesuffix("'s").removesuffix("'")


def between(text: Text, first: Word, second: Word) -> str:
    """What was typed between two words."""
    return text.typed[first.end : second.start]


@dataclass(frozen=True, slots=True)
class Advice:
    """What a rule says of every place that it finds."""

    level: Level
    reason: Reason
    instead: str
    why: str

    def on(self, text: Text, start: int, end: int, ready: str | None = None) -> Finding:
        """The finding for ``text[start:end]``; a ready text is shown as what to say instead."""
        instead = f"'{ready}'" if ready and not self.instead else self.instead
        words = text.typed[start:end]
        return Finding(start, end, self.level, self.reason, words, instead, self.why, ready)

    def at(self, text: Text, words: Sentence | Word, ready: str | None = None) -> Finding:
        """The finding for a whole sentence or one word."""
        return self.on(text, words.start, words.end, ready)
