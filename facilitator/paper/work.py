"""How much work a sheet is for the press, before it is begun: nothing can stop it half way.

The press sets a line by trying where it may end. Words without a space are tried letter by letter,
so that the work grows with the square of what they stand in; each change of direction and each
element is work of its own. Measured with WeasyPrint 70, in letters of plain English: 35
microseconds each.
"""

import html
import re
import unicodedata
from itertools import pairwise

MOST = 300_000
"""The most that is begun: about ten seconds on a small laptop, and 150 MB."""

_ELEMENT = 60
_TURN = 3
_OTHER = 2  # More for a letter of a script whose letters join or stack.
_SQUARE = 1500
_SHORT = 200  # Letters without a space that are no more work than others.

_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(rf"[^ \t\r\n\f]{{{_SHORT},}}")
# Signs that forbid a line to end, even at the space beside them.
_HELD = re.compile("[ \\t\\r\\n]*[\u2060\ufeff][ \\t\\r\\n]*")
_RUNS = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]+|[A-Za-z0-9]+")
_JOINING = re.compile("[\u0590-\U0010ffff]")


def work_of(document: str) -> int:
    """The work of that HTML, in letters."""
    pieces = _pieces(document)
    # With one long word in it, a whole piece is tried again for each of its lines.
    long = sum(len(one) ** 2 // _SQUARE for one in pieces if _WORD.search(one))
    words = " ".join(pieces)
    letters = _OTHER * sum(1 for _ in _JOINING.finditer(words)) + _TURN * _turns(words)
    return len(document) + _ELEMENT * document.count("<") // 2 + long + letters


def longest_word(document: str) -> str:
    """The longest stretch of 200 letters or more without a space; empty where there is none."""
    found = (word for one in _pieces(document) for word in _WORD.findall(one))
    return max(found, key=len, default="")


def _pieces(document: str) -> list[str]:
    """What stands between the tags, without the spaces at which no line may end."""
    return [_HELD.sub("", html.unescape(one)) for one in _TAG.split(document) if one.strip()]


def _turns(words: str) -> int:
    """How often the writing changes its direction."""
    leftward = [unicodedata.bidirectional(run[0]) in {"R", "AL"} for run in _RUNS.findall(words)]
    return sum(one != other for one, other in pairwise(leftward))
