"""Where the parts of a pattern stand in a sentence, when its search starts from one word.

A pattern has a few parts and gaps of a few words, and never leaves its sentence: so one try takes
a bounded number of steps, whatever the text is.
"""

from typing import NamedTuple

from facilitator.plain_language.matching_tokens import Token
from facilitator.plain_language.own_words import OwnList
from facilitator.plain_language.terms_patterns import CAPITAL, END, NAME, NUMBER, Part, Pattern

NOWHERE = -1
_FIGURES = frozenset(
    "a one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty"
    " fifty sixty several few couple half hundred".split()
)


def is_near(pattern: Pattern, tokens: list[Token], place: int) -> bool:
    """Whether the word beside that token is one that the pattern can go on with."""
    at = place + pattern.near
    return 0 <= at < len(tokens) and tokens[at].folded in pattern.near_words


def places_of(
    pattern: Pattern, tokens: list[Token], place: int, family: OwnList
) -> tuple[int, ...] | None:
    """Where each part of the pattern stands, when it starts from that token; None: nowhere."""
    ahead = _follow(_Way(pattern.ahead, tokens, family), 0, _Step(place + 1, 1))
    if ahead is None:
        return None
    behind = _follow(_Way(pattern.behind, tokens, family), 0, _Step(place - 1, -1))
    if behind is None:
        return None
    return (*behind[::-1], place, *ahead)


class _Step(NamedTuple):
    """The token to look at next, and which way we go; ``loose`` after a gap."""

    at: int
    way: int
    loose: bool = False


class _Way(NamedTuple):
    """The parts to place, in order, in which sentence, and how this family is called."""

    parts: tuple[Part, ...]
    tokens: list[Token]
    family: OwnList


def _follow(way: _Way, number: int, step: _Step) -> tuple[int, ...] | None:
    """Where the parts from that number on stand, from that step on; None: nowhere."""
    if number == len(way.parts):
        return ()
    part = way.parts[number]
    if part.gap:
        return _after_gap(way, number, step)
    if part.edge or part.never:
        met = _at_edge(way.tokens, step) if part.edge else not stands(way, part, step)
        return _and(NOWHERE, _follow(way, number + 1, step)) if met else None
    found = None
    if stands(way, part, step):
        onward = _Step(step.at + step.way, step.way)
        found = _and(step.at, _follow(way, number + 1, onward))
    if found is None and (part.optional or (END in part.kinds and _at_edge(way.tokens, step))):
        found = _and(NOWHERE, _follow(way, number + 1, step))
    if found is None and 0 <= step.at < len(way.tokens) and way.tokens[step.at].folded == "'s":
        found = _follow(way, number, step._replace(at=step.at + step.way))
    return found


def _after_gap(way: _Way, number: int, step: _Step) -> tuple[int, ...] | None:
    for skipped in range(way.parts[number].gap + 1):
        onward = _Step(step.at + skipped * step.way, step.way, loose=True)
        rest = _follow(way, number + 1, onward)
        if rest is not None:
            return (NOWHERE, *rest)
    return None


def _and(place: int, rest: tuple[int, ...] | None) -> tuple[int, ...] | None:
    return None if rest is None else (place, *rest)


def _at_edge(tokens: list[Token], step: _Step) -> bool:
    if step.way < 0:
        return step.at < 0
    return step.at >= len(tokens) or not tokens[step.at].joined


def stands(way: _Way, part: Part, step: _Step) -> bool:
    """Whether the token at that step is one that the part means."""
    at, tokens = step.at, way.tokens
    if not 0 <= at < len(tokens):
        return False
    if not step.loose and not tokens[at if step.way > 0 else at + 1].joined:
        return False
    token = tokens[at]
    return (
        token.folded in part.words
        or token.typed in part.exact
        or (bool(part.kinds) and _is_kind(part.kinds, token, at, way.family))
    )


def _is_kind(kinds: frozenset[str], token: Token, at: int, family: OwnList) -> bool:
    if NUMBER in kinds and (token.typed[0].isdigit() or token.folded in _FIGURES):
        return True
    if NAME in kinds and token.typed in family.capitals:
        return True
    return CAPITAL in kinds and at > 0 and token.typed[0].isupper() and token.folded != "i"
