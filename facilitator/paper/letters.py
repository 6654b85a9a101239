"""What is done to typed words before they stand on paper: as little as can be, and each thing said.

The family's words are never rewritten. Only signs that have no shape of their own are taken
away, because they would turn round, hide or break the words beside them.
"""

import re
import unicodedata

_TURNS = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
"""Embeddings, overrides and isolates; U+200E, U+200F and U+061C stay, they can only help."""

_LEFTWARD = {"R", "AL", "AN"}
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_LINE_ENDS = dict.fromkeys((0x2028, 0x2029), " ")
"""Ends of lines and paragraphs that nobody types; WeasyPrint 70 gives up at the second one."""

_SURROGATE = re.compile("[\ud800-\udfff]")


def isolate(words: str) -> str:
    """Words that can't turn round what stands beside them, for use inside ``<bdi>``.

    A right-to-left override (U+202E) prints words backwards, and an isolate left open reaches
    into the next line. The ``<bdi>`` of the template does their work; they themselves go.
    Source: Unicode Standard Annex 9, explicit directional embeddings, overrides and isolates.
    """
    return words.translate(_TURNS)


def run_leftward(words: str) -> bool:
    """Whether any letter runs from right to left, as Arabic and Hebrew do."""
    return any(unicodedata.bidirectional(letter) in _LEFTWARD for letter in words)


def writable(words: str) -> str:
    """Words without control characters and noncharacters, which no PDF or XML may hold.

    A line or paragraph separator (U+2028, U+2029) becomes a space.
    """
    return _UNWRITABLE.sub("", words.translate(_LINE_ENDS))


def first_surrogate(words: str) -> str | None:
    """The first half of a broken character as ``U+D83D``, or None when all are whole."""
    found = _SURROGATE.search(words)
    return f"U+{ord(found.group()):04X}" if found else None


def named(character: str) -> str:
    """A character as a person can look for it: ``☃ (snowman, U+2603)``."""
    name = unicodedata.name(character, "a character without a name").lower()
    return f"{character} ({name}, U+{ord(character):04X})"
