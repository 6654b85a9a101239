"""What one family calls things, made ready for the matcher: it stands above every list."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from facilitator.plain_language.finding import Level, OwnWords, Reason
from facilitator.plain_language.terms import Term
from facilitator.plain_language.terms_forms import plural
from facilitator.plain_language.terms_patterns import Part, Pattern, split
from facilitator.plain_language.text import read

# A file may call people so in place of a name; then the words are found like any others.
_NO_NAMES = frozenset("mother father mgm pgm mgf pgf sibling client iro sw".split())
_WHY = "This family asked us not to say it so."
_SAY = "ask the family what they say"


@dataclass(frozen=True, slots=True, eq=False)
class OwnList:
    """``spared`` by first word: words in which nothing is found, and whether as a name only.

    ``index`` holds the words that they do not want. ``strict`` has the same terms as a stop, for
    a place where the list says stop. ``capitals`` are the single words of names, as typed.
    """

    spared: Mapping[str, tuple[tuple[tuple[str, ...], bool], ...]]
    index: Mapping[str, tuple[tuple[Pattern, Term], ...]]
    strict: Mapping[Term, Term]
    capitals: frozenset[str]


@lru_cache(maxsize=64)
def own_list(own: OwnWords, names: tuple[str, ...]) -> OwnList:
    """The family's words and the names of the meeting, read once for many lines."""
    spared: dict[str, tuple[tuple[tuple[str, ...], bool], ...]] = {}
    capitals: set[str] = set()
    for use in own.uses:
        words = pieces(use)
        _spare(spared, words, capital=False)
        _spare(spared, (*words[:-1], *(plural(word) for word in words[-1:])), capital=False)
    for name in names:
        if name.strip().lower() in _NO_NAMES:
            continue
        capital = name[:1].isupper()
        _spare(spared, pieces(name), capital=capital)
        for word in name.split():
            if word[0].isupper():
                capitals.add(word)
                _spare(spared, pieces(word), capital=True)
    index, strict = _avoided(own)
    return OwnList(spared, index, strict, frozenset(capitals))


def pieces(said: str) -> tuple[str, ...]:
    """The words of a phrase as the matcher sees them."""
    return tuple(piece for word in read(said).words for piece in split(word.folded))


def _spare(
    spared: dict[str, tuple[tuple[tuple[str, ...], bool], ...]],
    words: tuple[str, ...],
    *,
    capital: bool,
) -> None:
    if words:
        spared[words[0]] = (*spared.get(words[0], ()), (words, capital))


def _avoided(
    own: OwnWords,
) -> tuple[dict[str, tuple[tuple[Pattern, Term], ...]], dict[Term, Term]]:
    index: dict[str, tuple[tuple[Pattern, Term], ...]] = {}
    strict: dict[Term, Term] = {}
    for avoided, instead in own.avoids:
        words = pieces(avoided)
        if not words:
            continue
        parts = tuple(Part(frozenset({word})) for word in words[:-1])
        last = Part(frozenset({words[-1], plural(words[-1])}))
        say = instead.strip()
        ready = {" ".join(words): say} if say else {}
        term = Term(avoided, Level.ASK, Reason.LABEL, say or _SAY, _WHY, (), (), frozenset(), ready)
        strict[term] = replace(term, level=Level.STOP)
        pattern = Pattern((*parts, last), 0, len(words))
        for word in pattern.parts[pattern.start].words:
            index[word] = (*index.get(word, ()), (pattern, term))
    return index, strict
