"""The words of a sentence as the list is asked for them: apart at hyphens and before "'s"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from facilitator.plain_language.text import Sentence, Word

_SHOUTED = 4  # words in capitals one after the other: nobody can tell an acronym there
_JOINS = frozenset(" \t\n\r\u00a0-‐‑/&'\"“”‘’*_")
_PIECE = re.compile(r"[^\-‐‑/]++")
_APOSTROPHES = ("'s", "’s", "ʼs", "‘s", "'S", "’S")


class Token(NamedTuple):
    """A word, or the part of one between hyphens; ``joined``: no mark stands before it."""

    typed: str
    folded: str
    start: int
    end: int
    joined: bool


def tokens_of(typed: str, sentence: Sentence) -> list[Token]:
    """The words of a sentence, taken apart at hyphens and before "'s"."""
    tokens: list[Token] = []
    end = sentence.start
    for word in sentence.words:
        gap = typed[end : word.start]
        joined = gap == " " or (bool(tokens) and _JOINS.issuperset(gap))
        end = word.end
        if word.folded.isalnum():
            tokens.append(Token(word.typed, word.folded, word.start, end, joined))
        else:
            tokens.extend(_apart(word, joined=joined))
    return tokens


def _apart(word: Word, *, joined: bool) -> Iterator[Token]:
    if "@" in word.typed or "://" in word.typed or "www." in word.folded:
        yield Token(word.typed, word.folded, word.start, word.end, joined)
        return
    for piece in _PIECE.finditer(word.typed):
        start, end = word.start + piece.start(), word.start + piece.end()
        said = piece[0]
        owning = said.endswith(_APOSTROPHES) and len(said) > 2  # noqa: PLR2004
        base = said[:-2] if owning else said
        # Letters with full stops between them are one acronym: D.V.
        base = base.replace(".", "") if base.isupper() else base
        folded = base.lower() if base.isascii() else base.lower().replace("’", "'")
        yield Token(base, folded, start, end - 2 if owning else end, joined)
        if owning:
            yield Token(said[-2:], "'s", end - 2, end, joined=True)
        joined = True


def is_shouted(tokens: list[Token]) -> bool:
    """Whether the whole sentence stands in capitals."""
    return len(tokens) >= _SHOUTED and all(
        token.typed.isupper() for token in tokens if token.typed[0].isalpha()
    )
