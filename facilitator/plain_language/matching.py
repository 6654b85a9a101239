"""Finding the words of a list in a line: one look at each word, and a few beside it.

Every word of the line is asked for once in an index; only the patterns that start from it are
tried, and a pattern reaches a bounded way to either side within its sentence. So the work grows
with the length of the line and with nothing else, whoever wrote it.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from facilitator.plain_language.finding import Finding, Level, OwnWords, Scope
from facilitator.plain_language.lists import WordList
from facilitator.plain_language.matching_places import NOWHERE, is_near, places_of
from facilitator.plain_language.matching_tokens import Token, is_shouted, tokens_of
from facilitator.plain_language.own_words import OwnList, own_list
from facilitator.plain_language.terms import Term
from facilitator.plain_language.terms_patterns import Pattern
from facilitator.plain_language.text import Sentence, Text

_LEVELS = {None: 0, Level.STOP: 1, Level.EXPLAIN: 2, Level.ASK: 3}
_VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class Hit:
    """The tokens ``first`` to ``last`` (inclusive) of one sentence, found by one term."""

    term: Term
    first: int
    last: int


def word_findings(
    text: Text, scope: Scope, lists: WordList, own: OwnWords, names: Collection[str]
) -> tuple[Finding, ...]:
    """What the list and the family's own words find, in order of start, none over another."""
    family = own_list(own, tuple(names))
    return tuple(
        _finding(text.typed, tokens, hit)
        for tokens, hits in _by_sentence(text, scope, lists, family)
        for hit in hits
    )


def hits_in(
    text: Text, scope: Scope, lists: WordList, family: OwnList
) -> Iterator[tuple[Term, str]]:
    """Each term found, with the words as typed, in order: for the words to be explained."""
    for tokens, hits in _by_sentence(text, scope, lists, family):
        for hit in hits:
            yield hit.term, text.typed[tokens[hit.first].start : tokens[hit.last].end]


def _by_sentence(
    text: Text, scope: Scope, lists: WordList, family: OwnList
) -> Iterator[tuple[list[Token], list[Hit]]]:
    for sentence in text.sentences:
        if _may_hold(sentence, lists, family):
            tokens = tokens_of(text.typed, sentence)
            hits = _chosen(tokens, scope, lists, family)
            if hits:
                yield tokens, hits


def _may_hold(sentence: Sentence, lists: WordList, family: OwnList) -> bool:
    """Whether any word could start a pattern: most sentences that people say hold none."""
    words, exact, own = lists.words, lists.exact, family.index
    for word in sentence.words:
        folded = word.folded
        if folded in words or word.typed in exact or folded in own or not folded.isalnum():
            return True
    return False


def _chosen(tokens: list[Token], scope: Scope, lists: WordList, family: OwnList) -> list[Hit]:
    """The hits that stand, in order: the family's words first, then the longest."""
    found = _merged(hit for hit in _hits(tokens, lists, family) if hit.term.counts_in(scope))
    if not found:
        return []
    avoided = _avoided(family, found)
    spared = _spared(tokens, family)
    found.sort(key=lambda hit: (hit.first - hit.last, _LEVELS[hit.term.level], hit.first))
    taken = {place for hit in avoided for place in range(hit.first, hit.last + 1)}
    chosen = list(avoided)
    for hit in found:
        places = range(hit.first, hit.last + 1)
        if not taken.isdisjoint(places) or _is_spared(tokens, hit, spared):
            continue
        if hit.term.level is not None and _is_fine(tokens, hit, lists, family):
            continue
        taken.update(places)
        chosen.append(hit)
    return sorted((hit for hit in chosen if hit.term.level is not None), key=lambda hit: hit.first)


def _merged(hits: Iterable[Hit]) -> list[Hit]:
    """The hits with those of one term that overlap made one: "fails to prioritise her needs"."""
    merged: list[Hit] = []
    last: dict[Term, int] = {}
    for hit in sorted(hits, key=lambda each: (each.first, -each.last)):
        at = last.get(hit.term)
        if at is not None and merged[at].last >= hit.first:
            merged[at] = Hit(hit.term, merged[at].first, max(merged[at].last, hit.last))
        else:
            last[hit.term] = len(merged)
            merged.append(hit)
    return merged


def _hits(tokens: list[Token], lists: WordList, family: OwnList) -> Iterator[Hit]:
    shouted = is_shouted(tokens)
    words, exact, own = lists.words, lists.exact, family.index
    for place, token in enumerate(tokens):
        candidates = words.get(token.folded)
        if candidates:
            yield from _tried(tokens, place, candidates, family)
        if not shouted:
            candidates = exact.get(token.typed)
            if candidates:
                yield from _tried(tokens, place, candidates, family)
        if own and token.folded in own:
            yield from _tried(tokens, place, own[token.folded], family)


def _tried(
    tokens: list[Token], place: int, candidates: Sequence[tuple[Pattern, Term]], family: OwnList
) -> Iterator[Hit]:
    for pattern, term in candidates:
        if pattern.near and not is_near(pattern, tokens, place):
            continue
        if not (pattern.ahead or pattern.behind):
            yield Hit(term, place, place)
            continue
        found = places_of(pattern, tokens, place, family)
        if found is not None:
            within = [at for at in found[pattern.first : pattern.last] if at != NOWHERE]
            if within:
                yield Hit(term, within[0], within[-1])


def _is_fine(tokens: list[Token], hit: Hit, lists: WordList, family: OwnList) -> bool:
    contexts = lists.fine.get(hit.term)
    if not contexts:
        return False
    for place in range(hit.first, hit.last + 1):
        for pattern in contexts.get(tokens[place].folded, ()):
            if pattern.near and not is_near(pattern, tokens, place):
                continue
            found = places_of(pattern, tokens, place, family)
            if found is None:
                continue
            within = [at for at in found if at != NOWHERE]
            if min(within) <= hit.first and hit.last <= max(within):
                return True
    return False


def _avoided(family: OwnList, found: Iterable[Hit]) -> list[Hit]:
    """The hits of words that the family does not want; as strong as the list where it says stop."""
    own = [hit for hit in found if hit.term in family.strict]
    stopped = {
        place
        for hit in found
        if hit.term.level is Level.STOP
        for place in range(hit.first, hit.last + 1)
    }
    kept: list[Hit] = []
    for hit in sorted(own, key=lambda each: (each.first - each.last, each.first)):
        if any(each.first <= hit.last and hit.first <= each.last for each in kept[-8:]):
            continue
        strict = not stopped.isdisjoint(range(hit.first, hit.last + 1))
        kept.append(Hit(family.strict[hit.term], hit.first, hit.last) if strict else hit)
    return kept


def _spared(tokens: list[Token], family: OwnList) -> dict[int, int]:
    """Where the family's own words and names stand: the place of each last token, by its first."""
    spared: dict[int, int] = {}
    for place, token in enumerate(tokens):
        for words, capital in family.spared.get(token.folded, ()):
            last = place + len(words) - 1
            said = tuple(each.folded for each in tokens[place : last + 1])
            if said == words and (not capital or token.typed[0].isupper()):
                spared[place] = max(last, spared.get(place, 0))
    return spared


def _is_spared(tokens: list[Token], hit: Hit, spared: dict[int, int]) -> bool:
    if not spared:
        return False
    first = hit.first
    if tokens[first].folded in {"the", "a", "an", "our", "my"} and first < hit.last:
        first += 1
    # The words that a family uses are few words long.
    return any(
        spared.get(place, NOWHERE) >= hit.last
        for place in (hit.first, *range(first, first - 6, -1))
    )


def _finding(typed: str, tokens: list[Token], hit: Hit) -> Finding:
    start, end = tokens[hit.first].start, tokens[hit.last].end
    term = hit.term
    level = term.level or Level.ASK
    return Finding(
        start, end, level, term.reason, typed[start:end], term.say, term.why, _ready(tokens, hit)
    )


def _ready(tokens: list[Token], hit: Hit) -> str | None:
    """What may stand in the place as it is, with the capital letter and the article in order."""
    said = tokens[hit.first : hit.last + 1]
    ready = hit.term.ready.get(" ".join(token.folded for token in said))
    if ready is None:
        return None
    before = tokens[hit.first - 1].folded if hit.first else ""
    if before in {"a", "an"} and (before == "an") != (ready[0].lower() in _VOWELS):
        return None
    return ready[0].upper() + ready[1:] if said[0].typed[0].isupper() else ready
