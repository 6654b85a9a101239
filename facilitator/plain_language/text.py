"""A line as words and sentences, each with its place in what was typed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """One word as typed, ``text[start:end]``; ``folded`` is what a list is asked for.

    Folded means lower case, with straight apostrophes and hyphens.
    """

    typed: str
    folded: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of one sentence, and its place: ``text[start:end]``, end mark included."""

    words: tuple[Word, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Text:
    """One line, read once for every rule."""

    typed: str
    sentences: tuple[Sentence, ...]

    @property
    def words(self) -> tuple[Word, ...]:
        """Every word of the line, in order."""
        return tuple(word for sentence in self.sentences for word in sentence.words)
