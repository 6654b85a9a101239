"""Our fonts: which there are, which characters they have, and the style sheet that names them.

Only files that the build put into ``static/dist/fonts`` are used, never the system's: a plan
looks the same, and is read aloud the same, on every machine.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

from facilitator.paper.letters import named

FOLDER = Path(__file__).parents[1] / "static" / "dist" / "fonts"

STAND_IN = "\N{WHITE SQUARE}"
"""Printed in the place of a character that no font of ours has, so that the gap can be seen."""


@dataclass(frozen=True)
class Family:
    """One family of letters: its name in CSS, the start of its file names, and what it is for."""

    name: str
    stem: str
    writes: str


FAMILIES = (
    Family("Atkinson Hyperlegible Next", "AtkinsonHyperlegibleNext", "Latin, Welsh too"),
    Family("Vazirmatn", "Vazirmatn", "Arabic, Urdu, Persian, Pashto, Kurdish"),
    Family("Noto Sans", "NotoSans", "Cyrillic, Greek, Vietnamese and the rest of Latin"),
    Family("Noto Sans Bengali", "NotoSansBengali", "Bengali"),
    Family("Noto Sans Gurmukhi", "NotoSansGurmukhi", "Punjabi"),
    Family("Noto Sans Gujarati", "NotoSansGujarati", "Gujarati"),
    Family("Noto Sans Tamil", "NotoSansTamil", "Tamil"),
    Family("Noto Sans Devanagari", "NotoSansDevanagari", "Hindi, Marathi, Nepali"),
    Family("Noto Sans Symbols 2", "NotoSansSymbols2", "ticks, boxes, arrows, telephones"),
    Family("Noto Emoji", "NotoEmoji", "faces and hearts, in one colour"),
)
"""In the order in which a character looks for its shape."""

_SHAPELESS = frozenset({"Cf", "Zl", "Zp"})

_WEIGHTS = ((400, "400Regular"), (700, "700Bold"))


def files() -> tuple[tuple[Family, int, Path], ...]:
    """Every font file that the build has put in its place, with its family and its weight."""
    return tuple(
        (family, weight, path)
        for family in FAMILIES
        for weight, ending in _WEIGHTS
        if (path := FOLDER / f"{family.stem}_{ending}.ttf").is_file()
    )


def style_sheet() -> str:
    """CSS that names our fonts, for the page and for its margins, which inherit from no element.

    A word that is longer than its line is broken, for nothing may run off the paper.
    """
    stack = ", ".join(f'"{family.name}"' for family in FAMILIES)
    faces = [
        f'@font-face {{ font-family: "{family.name}"; font-weight: {weight};'
        f' src: url("asset:fonts/{path.name}"); }}'
        for family, weight, path in files()
    ]
    page = f"@page {{ font-family: {stack}; }}"
    return "\n".join((*faces, page, f"html {{ font-family: {stack}; overflow-wrap: break-word; }}"))


def unprintable(text: str) -> tuple[str, ...]:
    """Every character of the text that no font of ours has, once each, as a person may look for it.

    Order of appearance. Empty where all can be printed. A picture that is made of several
    characters (a family, a flag) is named by those of its parts that are missing.
    """
    return tuple(named(character) for character in dict.fromkeys(_missing(text)))


def printable(text: str) -> str:
    """The text with a white square for every character that no font of ours has."""
    missing = dict.fromkeys((ord(character) for character in _missing(text)), STAND_IN)
    return text.translate(missing) if missing else text


def _missing(text: str) -> Iterator[str]:
    """Characters without a shape; signs that have none of their own are never missing."""
    covered = _covered()
    for character in dict.fromkeys(text):
        if character not in covered and not _shapeless(character):
            yield character


def _shapeless(character: str) -> bool:
    """Line ends, joiners, and the signs that choose between two forms of a character."""
    chooses = "\ufe00" <= character <= "\ufe0f"
    return chooses or character in "\t\n\r" or unicodedata.category(character) in _SHAPELESS


@cache
def _covered() -> frozenset[str]:
    """Every character that at least one family has in its regular weight."""
    found: set[str] = set()
    for _family, weight, path in files():
        if weight == _WEIGHTS[0][0]:
            with TTFont(path, lazy=True) as font:
                found.update(map(chr, font.getBestCmap()))
    return frozenset(found)
