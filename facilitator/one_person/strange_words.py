"""Words that may mean somebody else, or a place, though no name of the meeting is said."""

import re
from collections.abc import Iterable

from facilitator import days, mentions
from facilitator.mentions.everyday import COMMON, EVERYDAY
from facilitator.plain_language.rules.everyday import KIN

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ENDS = re.compile(r"[.!?…:\n“\"(]\s*$")
# Somebody is meant, and it does not say who.
_SOMEBODY = frozenset(
    "he him his himself she her hers herself they them their theirs themselves".split()
)
_NOT_NAMES = frozenset(
    word.casefold()
    for word in (*days.WEEKDAYS, *days.MONTHS, "I", "I'm", "I'll", "I've", "I'd", "English", "OK")
)
_ORDINARY = frozenset(word.casefold() for word in EVERYDAY | COMMON)


def may_mean_another(text: str, own: frozenset[str]) -> bool:
    """Whether a text may mean somebody or a place that ``own`` does not name: look at it.

    ``own`` are the words of a person's own names, as `words_of_names` gives them.
    """
    if mentions.looks_like_address(text) or mentions.looks_like_phone(text):
        return True
    return any(_is_strange(text, found, own) for found in _WORD.finditer(text))


def words_of_names(names: Iterable[str]) -> frozenset[str]:
    """Every word of those names, in one form."""
    return frozenset(
        word.casefold().replace("’", "'") for name in names for word in _WORD.findall(name)
    )


def _is_strange(text: str, found: re.Match[str], own: frozenset[str]) -> bool:
    word = found[0].replace("’", "'")
    plain = word.casefold().removesuffix("'s")
    if plain in own or plain in _NOT_NAMES or word.casefold() in _NOT_NAMES:
        return False
    if plain in _SOMEBODY or plain in KIN or plain.removesuffix("s") in KIN:
        return True
    if not word[0].isupper():
        return False
    begins = not text[: found.start()].strip() or _ENDS.search(text[: found.start()])
    return not (begins and plain in _ORDINARY)
