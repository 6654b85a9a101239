"""Letters as they look: accents, wide and borrowed letters, other scripts' digits, endings."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from facilitator.mentions.words import SHORT_FOR

_FILLERS = frozenset("\u115f\u1160\u3164\uffa0")  # letters by name, blank to the eye
_APOSTROPHES = frozenset("'\u2018\u2019\u201b\u02bc\u02b9\u2032\uff07`\u00b4")
_LATIN = re.compile(
    r"(?:LATIN (?:SMALL |CAPITAL )?(?:LIGATURE|LETTER)|REGIONAL INDICATOR SYMBOL LETTER|"
    r"(?:NEGATIVE |CROSSED NEGATIVE )?(?:CIRCLED|SQUARED) LATIN CAPITAL LETTER)"
    r" (?:SMALL CAPITAL |DOTLESS |OPEN |BARRED |LONG |SCRIPT )*([A-Z]{1,2})\b"
)
# Letters of other alphabets that look like ours, capitals and small letters apart.
_LOOKS = dict(
    zip(
        "АВЕКМНОРСТУХЅІЈԚԜҮӀЁЇЬаеорсухѕіјԁԛԝһӏкмтнвёїь"
        "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹαεηικνορτυχγσϲ"
        "օոսհցՕՍᎪᏴᏟᎠᎬᎻᎫᏦᏞᎷᏢᎡᏚᎢᏙᎳᏃ",
        "ABEKMHOPCTYXSIJQWYIEIBaeopcyxsijdqwhlkmthbeib"
        "ABEZHIKMNOPTYXCaenikvoptuxyoc"
        "onuhgOUABCDEHJKLMPRSTVWZ",
        strict=True,
    )
)
_FIGURES = str.maketrans("olieasztbg@$!|\u20ac", "011345278945113")
_LEAST_PLURAL = 4  # letters
_ENDINGS = ("s", "ll", "d", "ve", "re", "m")


@lru_cache(maxsize=8192)
def looks(char: str) -> str:
    """What one character looks like in plain letters: none, one or a few; " " where none."""
    if char in _APOSTROPHES:
        return "'"
    if char in _LOOKS:
        return _LOOKS[char]
    if unicodedata.category(char) == "Cf" or char in _FILLERS:
        return ""
    return "".join([_part_looks(part) for part in unicodedata.normalize("NFKD", char)])


def _part_looks(part: str) -> str:
    category = unicodedata.category(part)
    if category[0] == "M" or category == "Cf":
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(part))
    if part in _LOOKS or part.isascii():
        return _LOOKS.get(part, part)
    latin = _LATIN.match(unicodedata.name(part, ""))
    if not latin:
        return part
    return latin[1] if part.isupper() else latin[1].lower()


def stem(word: str) -> str:
    """A word without the ending that makes it many: "visits", "churches", "ladies".

    >>> stem("visits"), stem("churches"), stem("ladies"), stem("class"), stem("mary")
    ('visit', 'church', 'lady', 'class', 'mary')
    """
    if len(word) < _LEAST_PLURAL or word[-1] != "s" or word[-2] in "su" or word.endswith("is"):
        return word
    if word.endswith("ies") and len(word) > _LEAST_PLURAL:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zes")):
        return word[:-2]
    return word[:-1]


@lru_cache(maxsize=8192)
def key_of(word: str) -> str:
    """The one form of a word in small letters, apostrophes and all."""
    if "'" in word:
        base, _, ending = word.rpartition("'")
        word = (base if ending in _ENDINGS else word).replace("'", "")
    return SHORT_FOR.get(word) or SHORT_FOR.get(stem(word)) or stem(word)


def figures(word: str) -> str:
    """Letters and signs as the figures they resemble: "m00r" and "Moor" become one.

    >>> figures("m00r") == figures("moor")
    True
    """
    return word.translate(_FIGURES)


def fold(text: str) -> tuple[str, Sequence[int]]:
    """The text in plain letters, and for each of them its place in the text."""
    if text.isascii():
        return text.replace("`", "'"), range(len(text))
    shown, at = [], []
    for index, char in enumerate(text):
        for letter in char if char.isascii() and char != "`" else looks(char):
            shown.append(letter)
            at.append(index)
    return "".join(shown), at
