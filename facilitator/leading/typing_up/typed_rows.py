"""Rows that a form sends as a whole, and rows that are kept, ready to be shown.

The form works without scripts. Its rows have ids and keys that come from a number made with the
page, so that the same form sent twice, or sent again after going back, makes each line once.
"""

import hashlib
import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Self

from facilitator import days
from facilitator.contributions import Contribution, Wording
from facilitator.leading.lines import saving
from facilitator.leading.lines.line_json import document_of, new_key
from facilitator.leading.typing_up.flip_pages import SPEAKER, WORDS, Cell, Column, FlipPage
from facilitator.leading.typing_up.rows import DAY_MAY_BE, Ask, Document, Reader, dated_now
from facilitator.people import People

EMPTY_ROWS = 12
_MOST_ROWS = 200


@dataclass(frozen=True)
class Row:
    """One row that is kept: its cells in words, and what has to be asked about it."""

    ref: str
    number: int
    cells: tuple[tuple[str, str], ...]
    asks: tuple[Ask, ...]


@dataclass(frozen=True)
class Batch:
    """The rows of one form. ``mark`` was made with the page; ``rows`` are cells by column."""

    mark: str
    rows: tuple[Mapping[str, str], ...] = ()
    answer: Mapping[str, str] | None = None

    @classmethod
    def new(cls) -> Self:
        """A form with nothing in it yet."""
        return cls(secrets.token_hex(8), ({},) * EMPTY_ROWS)

    @classmethod
    def sent(cls, form: Mapping[str, str], flip: FlipPage) -> Self:
        """What a form brought."""
        rows = tuple(
            {one.key: form.get(f"r{number}.{one.key}", "") for one in flip.columns}
            for number in range(_MOST_ROWS)
            if f"r{number}.{flip.columns[0].key}" in form
        )
        return cls(form.get("mark", "")[:32], rows, {key: form[key] for key in form})

    @property
    def filled(self) -> tuple[int, ...]:
        """The places of the rows with something in them."""
        has_words = [any(one.strip() for one in row.values()) for row in self.rows]
        return tuple(at for at, filled in enumerate(has_words) if filled)

    def documents(self, reader: Reader, flip: FlipPage) -> tuple[tuple[str, Document], ...]:
        """Each filled row as the line that it makes, under an id of its own."""
        found = []
        for at in self.filled:
            document = reader.document(flip, self.rows[at]) or {}
            found.append((self._ref(at), document | {"key": self._key(at), "based_on": 0}))
        return tuple(found)

    def only(self, places: Sequence[int]) -> "Batch":
        """The form with only those rows still in it, at their places; the others are kept."""
        rows = tuple(row if at in places else {} for at, row in enumerate(self.rows))
        return replace(self, rows=rows)

    def answered(self, reader: Reader, flip: FlipPage, line: Wording) -> Document | None:
        """The line once something that was asked about it is answered; None for no answer."""
        form = self.answer or {}
        number = form.get("based_on", "")
        document = document_of(line.change) | {
            "key": form.get("key") or new_key(),
            "based_on": int(number) if number.isascii() and number.isdigit() else -1,
        }
        if person := reader.people.find(form.get("person", "")):
            ask = (form.get("column", ""), form.get("typed", ""))
            return reader.named_now(flip, document, ask, person)
        day = next((one.day for one in reader.asks(flip, line.said) if one.day), None)
        if day and form.get("day_is") in DAY_MAY_BE:
            return dated_now(document, form["day_is"], day)
        return None

    def _ref(self, at: int) -> str:
        return "l" + hashlib.sha256(f"{self.mark}:{at}".encode()).hexdigest()[:16]

    def _key(self, at: int) -> str:
        said = "|".join(f"{key}={words}" for key, words in sorted(self.rows[at].items()))
        return f"rows:{self.mark}:{at}:{hashlib.sha256(said.encode()).hexdigest()[:16]}"


def kept_again(
    mark: str,
    found: Sequence[tuple[str, Document]],
    first: tuple[saving.Answer, ...],
    keep: Callable[[Sequence[tuple[str, Document]]], tuple[saving.Answer, ...] | None],
) -> tuple[saving.Answer, ...]:
    """The answers, once rows that clash with nothing but this same form are kept again.

    Somebody went back, changed a row and sent the form once more: that is a further wording.
    """
    own = {
        at: (found[at][0], found[at][1] | {"based_on": one.kept.number})
        for at, one in enumerate(first)
        if isinstance(one, saving.Clashed) and one.kept.change.key.startswith(f"rows:{mark}:")
    }
    then = dict(zip(own, keep(tuple(own.values())) or (), strict=True)) if own else {}
    return tuple(then.get(at, one) for at, one in enumerate(first))


def row_of(line: Wording, flip: FlipPage, reader: Reader) -> Row:
    """A line as a row of that page."""
    cells = tuple((one.label, _in_words(one, line.said, reader.people)) for one in flip.columns)
    return Row(line.said.id, line.number, cells, reader.asks(flip, line.said))


def _in_words(column: Column, said: Contribution, people: People) -> str:
    if column.fills == WORDS:
        return said.words
    if column.cell in (Cell.NAME, Cell.NAMES):
        ids = (said.by,) if column.fills == SPEAKER else said.fields.ids(column.fills)
        return " and ".join(one.short_name for key in ids if (one := people.find(key)))
    if column.cell is Cell.DAY:
        day = said.fields.day(column.fills)
        return days.day(day) if day else ""
    words = said.fields.words(column.fills)
    if column.cell is Cell.TIME:
        return days.time_of_day(words) if words else ""
    return ", ".join((*([words] if words else []), *_days_of(said, column)))


def _days_of(said: Contribution, column: Column) -> Iterator[str]:
    """The days of a step, which stand in the column that says when."""
    if column.fills != "how_often":
        return
    for key, before in (("start", "from"), ("due", "by")):
        if day := said.fields.day(key):
            yield f"{before} {days.day(day)}"
