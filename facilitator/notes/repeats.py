"""Words of a note that stand in a plan: what a service wrote must not reach a family that way.

Six or more words in a row count, whatever the case, the punctuation and the spacing.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

IN_A_ROW = 6
_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = str.maketrans("", "", "'’ʼ`")
Row = tuple[str, ...]


@dataclass(frozen=True)
class Repeat:
    """Words of a line that stand in a note too, as they are written in the line."""

    line: str
    words: str


def repeats(notes: Iterable[str], lines: Iterable[tuple[str, str]]) -> tuple[Repeat, ...]:
    """What of those lines (id, text) stands in one of the notes, in the order of the lines.

    Each run of words is given once, as long as it goes on.
    """
    told = [(line_id, text, _rows(_WORD.findall(_folded(text)))) for line_id, text in lines]
    wanted = {row for _, _, rows in told for row in rows}
    if not wanted:
        return ()
    noted: set[Row] = set()
    for note in notes:
        noted.update(wanted.intersection(_rows(_WORD.findall(_folded(note)))))
    found = (
        Repeat(line_id, words)
        for line_id, text, rows in told
        for words in _runs(text, [row in noted for row in rows])
    )
    return tuple(dict.fromkeys(found))


def _rows(words: Sequence[str]) -> list[Row]:
    """Every row of so many words."""
    return list(zip(*(words[at:] for at in range(IN_A_ROW)), strict=False))


def _runs(text: str, is_noted: Sequence[bool]) -> Iterator[str]:
    """The words of each run of a line that was noted, from its first word to its last."""
    if not any(is_noted):
        return
    places = tuple(_places(text))
    first = None
    for at, noted in enumerate([*is_noted, False]):
        if noted and first is None:
            first = at
        elif not noted and first is not None:
            yield text[places[first][0] : places[at + IN_A_ROW - 2][1]]
            first = None


def _places(text: str) -> Iterator[tuple[int, int]]:
    """Where each word begins and ends in the text as it was written."""
    folded, came_from = [], []
    for at, sign in enumerate(text):
        for one in _folded(sign):
            folded.append(one)
            came_from.append(at)
    for word in _WORD.finditer("".join(folded)):
        yield came_from[word.start()], came_from[word.end() - 1] + 1


def _folded(text: str) -> str:
    """The text without case, accents and apostrophes; sign by sign the same as all at once."""
    plain = text.casefold().translate(_APOSTROPHES)
    if plain.isascii():
        return plain
    split = unicodedata.normalize("NFKD", plain)
    return "".join(sign for sign in split if not unicodedata.combining(sign)).casefold()
