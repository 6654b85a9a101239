"""What in a text leads to somebody's door, telephone or file, name or no name."""

import re
from collections.abc import Iterator

from facilitator.mentions import figures
from facilitator.mentions.folding import Told
from facilitator.mentions.words import STREETS, UNITS

PRIVATE = "(kept private)"

Span = tuple[int, int]  # code points, from the first up to the end

_SAID = frozenset((*UNITS, "oh", "double", "treble", "triple"))
_LEAST_SAID = 4  # words: "double seven, double nine ..."
_LEAST_FIGURES = 4
_FIGURE = re.compile(r"\d")
_MAIL = re.compile(r"[^\s@<>(),;]{1,64}@[^\s@<>(),;]{1,200}\.\w{2,24}")
_HANDLE = re.compile(r"(?<![\w@])@\w[\w.-]+")
# A file's number: letters with three figures or more, or six figures or more.
_FILE = re.compile(
    r"(?<![\w-])(?=(?:[^\s\d]{0,20}\d){3})(?=[\d/-]{0,30}[^\W\d_])[^\W_]+(?:[/-][^\W_]+)*(?![\w-])"
)
_FIGURES = re.compile(r"(?<![\w-])\d{6,}(?![\w-])")
_LEAST_FILE = 6  # characters
_NO_FILE = re.compile(r"\d{1,2}(?:[.:]\d\d)?(?:[ap]m)?-|.*\d(?:st|nd|rd|th)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d\b")
_UUID = re.compile(r"[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}")  # an id of ours
_OF_A_STREET = "|".join(sorted(w.capitalize() for w in STREETS - {"end", "bank", "way"}))
_DOOR = re.compile(
    rf"\b(?:(?:[Ff]lat|[Uu]nit) \d+\w?,? ?)?\d{{1,4}}[a-z]? (?:[A-Z][\w'’-]* ){{1,3}}"
    rf"(?:{_OF_A_STREET}|Rd|Ave|St)\b|\b[Ff]lat \d+\w?\b"
)


def private_spans(read: Told) -> Iterator[Span]:
    """Telephone numbers, postcodes, e-mail addresses, doors, and the numbers of files."""
    ids = tuple(match.span() for match in _UUID.finditer(read.text)) if "-" in read.text else ()
    for start, end in _spans(read):
        if not any(start < last and first < end for first, last in ids):
            yield start, end


def _spans(read: Told) -> Iterator[Span]:
    text = read.text
    if "@" in text:
        yield from (match.span() for match in _MAIL.finditer(text))
        yield from (match.span() for match in _HANDLE.finditer(text))
    if _FIGURE.search(text):
        yield from _in_figures(read)
    elif len([word for word in read.words if word.plain in _SAID]) >= _LEAST_SAID:
        yield from _phones(read)


def _in_figures(read: Told) -> Iterator[Span]:
    text = read.text
    if len(_FIGURE.findall(text)) >= _LEAST_FIGURES:
        yield from _phones(read)
    for _, (first, last) in figures.postcodes(read):
        yield read.words[first].start, read.words[last].end
    for match in _FILE.finditer(text):
        if len(match[0]) >= _LEAST_FILE and not _NO_FILE.match(match[0]):
            yield match.span()
    yield from (match.span() for match in _FIGURES.finditer(text))
    yield from (match.span() for match in _DOOR.finditer(text))


def _phones(read: Told) -> Iterator[Span]:
    for _, (first, last) in figures.phones(read):
        start = read.words[first].start
        if _DAY.match(read.text, start):
            continue
        yield start - (read.text[start - 1 : start] in ("+", "(")), read.words[last].end
