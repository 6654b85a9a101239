"""The pieces that messages about an agenda are made of."""

import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches

_LONGEST_SHOWN = 60
_BIGGEST_SHOWN = 10**12


def shown(value: object) -> str:
    """A value as a message shows it: short, on one line, with nothing unseen in it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"'{_safe(value)}'"
    if isinstance(value, int):
        # Python itself refuses to write out a number of many thousand figures.
        return str(value) if abs(value) < _BIGGEST_SHOWN else "a very big number"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "a part with keys of its own"
    return _safe(str(value))


def _safe(text: str) -> str:
    cut = text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 3] + "..."
    return "".join(_visible(letter) for letter in cut)


def _visible(letter: str) -> str:
    unseen = unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
    return f"[U+{ord(letter):04X}]" if unseen else letter


def place(name: str, *parts: str) -> str:
    """Where a problem is: the file, then the part of it."""
    return ", ".join((_safe(name), *parts))


def one_of(value: str, known: Iterable[str]) -> str:
    """What to use instead of a word that is not known: the nearest one first, then all."""
    choices = tuple(known)
    if len(choices) == 1:
        return f"Use '{_safe(choices[0])}'."
    near = _nearest(value, choices)
    hint = f"Did you mean '{_safe(near)}'? " if near else ""
    return f"{hint}Use one of: {', '.join(_safe(choice) for choice in choices)}."


def _nearest(value: str, choices: tuple[str, ...]) -> str:
    """The one choice that is nearest to a mistyped word, or "" where several are as near."""
    if len(value) > _LONGEST_SHOWN:
        return ""
    folded = {choice.casefold(): choice for choice in choices}
    near = get_close_matches(value.casefold(), folded, n=2)
    closeness = [SequenceMatcher(None, match, value.casefold()).ratio() for match in near]
    if not near or closeness[1:] == closeness[:1]:
        return ""
    return folded[near[0]]
