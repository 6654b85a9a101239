"""Slips of the pen: one letter wrong, or two."""

from facilitator.mentions.words import KNOWN

_SHORTEST = 3  # letters: what chance may bring about
_TWO = 2


def is_slip(found: str, wanted: str) -> bool:
    """Whether a word that is no everyday word is one slip of the pen from another."""
    if found in KNOWN or len(wanted) < _SHORTEST or not found.isalpha():
        return False
    return one_slip(found, wanted)


def one_slip(one: str, other: str) -> bool:
    """Whether one letter too many, too few, wrong or swapped parts two words.

    >>> one_slip("moor", "mor"), one_slip("moor", "moro"), one_slip("moor", "mood")
    (True, True, True)
    >>> one_slip("moor", "moor"), one_slip("moor", "more")
    (False, False)
    """
    if len(one) < len(other):
        one, other = other, one
    if one == other or len(one) - len(other) > 1:
        return False
    at = next((i for i, char in enumerate(other) if one[i] != char), len(other))
    if len(one) > len(other):
        return one[at + 1 :] == other[at:]
    swapped = one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
    return swapped or one[at + 1 :] == other[at + 1 :]


def two_slips(one: str, other: str) -> bool:
    """Whether two words begin alike and at most two slips part them.

    >>> two_slips("tamarix", "tamarisk"), two_slips("armia", "amira"), two_slips("marie", "mandy")
    (True, True, False)
    """
    if one[0] != other[0] or abs(len(one) - len(other)) > _TWO:
        return False
    before, row = list(range(len(other) + 1)), [0] * (len(other) + 1)
    earlier = before
    for at, letter in enumerate(one, 1):
        row = [at]
        for to, wanted in enumerate(other, 1):
            best = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + (letter != wanted))
            swapped = at > 1 and to > 1 and letter == other[to - 2] and one[at - 2] == wanted
            row.append(min(best, earlier[to - 2] + 1) if swapped else best)
        earlier, before = before, row
    return row[-1] <= _TWO
