"""What one family calls people and things, and the words that stay for a reason.

It stands above every list of words: nobody tells a family how to talk about itself.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from facilitator.contributions import Contribution
from facilitator.people import People
from facilitator.plain_language import OwnWords, Reason, check

OURS, NOT_OURS, KEPT = "our_word", "not_our_word", "kept_wording"
# Several are often written in one go: "wobbly days, funny turns".
_SEVERAL = re.compile(r"[,;\n]")
_ALSO_CALLED = " / "


@dataclass(frozen=True)
class KeptWording:
    """Words that stay in these lines, with the reason; ``id`` is that of its contribution."""

    id: str
    words: str
    reason: str
    about: tuple[str, ...]


def own_words(said: Iterable[Contribution]) -> OwnWords:
    """What this family calls things, and what it does not want to be said."""
    uses: list[str] = []
    avoids: list[tuple[str, str]] = []
    for one in said:
        if one.kind == OURS:
            uses += _each(one.words)
        elif one.kind == NOT_OURS:
            instead = one.fields.words("instead").strip()
            avoids += [(words, instead) for words in _each(one.words)]
    return OwnWords(tuple(uses), tuple(avoids))


def names_of(people: People) -> tuple[str, ...]:
    """Every way in which people of this meeting are called, each once.

    What is no name at all ("Mother", "the subject child") makes nobody's words kinder: it is none.
    """
    return tuple(name for name in dict.fromkeys(_names(people)) if name and not _is_cold(name))


def kept_wordings(said: Iterable[Contribution]) -> tuple[KeptWording, ...]:
    """The words that stay with a reason."""
    return tuple(
        KeptWording(one.id, one.fields.words("kept"), one.words, one.fields.ids("about"))
        for one in said
        if one.kind == KEPT and one.words.strip()
    )


@lru_cache(maxsize=4096)
def _is_cold(name: str) -> bool:
    return any(one.reason is Reason.COLD for one in check(name))


def _names(people: People) -> Iterator[str]:
    for one in people:
        yield from (one.name.strip(), one.short_name.strip())
        yield from (part.strip() for part in one.called.split(_ALSO_CALLED))


def _each(words: str) -> list[str]:
    return [one.strip() for one in _SEVERAL.split(words) if one.strip()]
