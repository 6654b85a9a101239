"""The list of words that stands behind the check, ready to be searched."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from facilitator.plain_language.terms import Term
from facilitator.plain_language.terms_file import opened, terms_of
from facilitator.plain_language.terms_patterns import Pattern

Candidates = tuple[tuple[Pattern, Term], ...]


@dataclass(frozen=True, slots=True, eq=False)
class WordList:
    """Terms, and the index in which a line's words are looked up.

    ``quiet`` are spellings of terms that a service switched off: no rule finds them either.
    ``words`` (lower case) and ``exact`` (as typed) hold the patterns that start from that word.
    ``fine`` holds, for each term, the innocent contexts by the words that the term finds.
    """

    terms: tuple[Term, ...]
    quiet: frozenset[str] = frozenset()
    words: Mapping[str, Candidates] = field(init=False, repr=False)
    exact: Mapping[str, Candidates] = field(init=False, repr=False)
    fine: Mapping[Term, Mapping[str, tuple[Pattern, ...]]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Index every pattern by the words that it starts from."""
        words: dict[str, list[tuple[Pattern, Term]]] = {}
        exact: dict[str, list[tuple[Pattern, Term]]] = {}
        for term in self.terms:
            for pattern in term.find:
                part = pattern.parts[pattern.start]
                for word in part.words:
                    words.setdefault(word, []).append((pattern, term))
                for word in part.exact:
                    exact.setdefault(word, []).append((pattern, term))
        object.__setattr__(self, "words", {word: tuple(all_) for word, all_ in words.items()})
        object.__setattr__(self, "exact", {word: tuple(all_) for word, all_ in exact.items()})
        fine = {term: _by_word(term) for term in self.terms if term.fine}
        object.__setattr__(self, "fine", fine)

    def changed(self, more: Iterable[Term], off: frozenset[str]) -> "WordList":
        """The list without the terms of those names, and with more: theirs stand first."""
        added = tuple(more)
        gone = off | {term.name for term in added}
        kept = tuple(term for term in self.terms if term.name not in gone)
        quiet = {
            word
            for term in self.terms
            if term.name in off
            for pattern in term.find
            for part in pattern.parts
            for word in part.exact
        }
        return WordList((*added, *kept), self.quiet | quiet)


def _by_word(term: Term) -> dict[str, tuple[Pattern, ...]]:
    """The innocent contexts by each word that the term finds, ready to start from that word."""
    found = {
        word
        for pattern in term.find
        for part in pattern.parts[pattern.first : pattern.last]
        for word in (*part.words, *part.exact)
    }
    index: dict[str, list[Pattern]] = {}
    for pattern in term.fine:
        for place, part in enumerate(pattern.parts):
            shared = found & (part.words | part.exact) if part.startable else frozenset()
            if shared:
                started = pattern.started_from(place)
                for word in shared:
                    index.setdefault(word.lower(), []).append(started)
    return {word: tuple(patterns) for word, patterns in index.items()}


@cache
def shipped() -> WordList:
    """The list that comes with the product, its own necessary words included."""
    folder = files("facilitator.plain_language") / "words"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    terms: list[Term] = []
    for name in names:
        terms.extend(terms_of(opened((folder / name).read_bytes(), name), name))
    return WordList(tuple(terms))
