"""Rows of a flip-chart page on their way to lines, and what has to be asked about them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from facilitator import days
from facilitator.contributions import Contribution
from facilitator.days_typed import sure_day, sure_time
from facilitator.kinds import KINDS, Holds
from facilitator.leading.typing_up import left_over
from facilitator.leading.typing_up.flip_pages import SPEAKER, WORDS, Cell, Column, FlipPage
from facilitator.leading.typing_up.left_over import LeftOver
from facilitator.leading.typing_up.names_typed import named, near
from facilitator.people import People, Person

Document = dict[str, Any]
DAY_IS = "day_is"  # what somebody said of a step's day, beside the cells of its row
DAY_MAY_BE = ("start", "due")


@dataclass(frozen=True, kw_only=True)
class Ask:
    """One thing to ask about a row: whom a name means, or what a day is for.

    ``column`` is the key of the column it stands in. ``people`` may be meant, the likeliest
    first; ``day`` is set where the words are surely a day.
    """

    column: str
    typed: str
    sentence: str
    people: tuple[Person, ...] = ()
    day: date | None = None

    @property
    def day_in_words(self) -> str:
        """The whole of that day, "" for none."""
        return days.day(self.day) if self.day else ""


@dataclass(frozen=True)
class Reader:
    """What is needed to read rows: the people, the day of the meeting, the keys of the seats."""

    people: People
    held_on: date
    seats: Mapping[str, str] = field(default_factory=dict)

    def document(
        self, page: FlipPage, cells: Mapping[str, str], base: Document | None = None
    ) -> Document | None:
        """The line that a row makes, as JSON; None for an empty row.

        ``base`` is the line that the row made before: what no column holds stays as it is there.
        """
        typed = {one.key: _tidy(cells.get(one.key, "")) for one in page.columns}
        if not any(typed.values()):
            return None
        document = _emptied(base, page)
        left: list[LeftOver] = []
        for column in page.columns:
            if typed[column.key]:
                left += self._fill(document, page, column, typed[column.key])
        if left:
            kept = left_over.joined(_rest(document, page), left)
            _put(document, page.rest, kept)
        return self._with_its_day(document, typed.get("when", ""), cells.get(DAY_IS, ""))

    def _with_its_day(self, document: Document, when: str, as_what: str) -> Document:
        """The step with the day that somebody said its words are; without it where they changed."""
        if as_what not in DAY_MAY_BE:
            return document
        if day := sure_day(when, after=self.held_on):
            return dated_now(document, as_what, day)
        left = {key: held for key, held in document["fields"].items() if key != as_what}
        return document | {"fields": left}

    def _fill(
        self, document: Document, page: FlipPage, column: Column, typed: str
    ) -> Iterator[LeftOver]:
        """Put one cell where it belongs; what fits nowhere comes back."""
        label = column.label.lower()
        if column.cell is Cell.WORDS:
            _put(document, column.fills, typed)
        elif column.cell is Cell.DAY:
            day = sure_day(typed, after=self.held_on)
            yield from _or_left(document, column, day.isoformat() if day else None, typed)
        elif column.cell is Cell.TIME:
            yield from _or_left(document, column, sure_time(typed), typed)
        else:
            whom = named(typed, self.people, self.seats)
            several = _holds_several(page.kind, column)
            ids = whom.ids if several else whom.ids[:1]
            if ids:
                _put(document, column.fills, list(ids) if several else ids[0])
            # A second name where one fits is known, and still must not be lost.
            rest = tuple(self.people.load(one).short_name for one in whom.ids[len(ids) :])
            yield from (LeftOver(label, name) for name in (*rest, *whom.unknown))

    def asks(self, page: FlipPage, line: Contribution) -> tuple[Ask, ...]:
        """What has to be asked about a row that is kept."""
        return (*self._names_asked(page, line), *self._day_asked(page, line))

    def _names_asked(self, page: FlipPage, line: Contribution) -> Iterator[Ask]:
        for left in left_over.parted(_text(line, page.rest))[1]:
            column = next((one for one in page.columns if one.label.lower() == left.label), None)
            if column is None or column.cell not in (Cell.NAME, Cell.NAMES):
                continue
            if named(left.typed, self.people).unknown:
                meant = near(left.typed, self.people)
                yield Ask(
                    column=column.key,
                    typed=left.typed,
                    sentence=_who_is(left.typed, meant),
                    people=(*meant, *(one for one in self.people if one not in meant)),
                )

    def _day_asked(self, page: FlipPage, line: Contribution) -> Iterator[Ask]:
        when = next((one for one in page.columns if one.fills == "how_often"), None)
        typed = line.fields.words("how_often")
        if when is None or line.fields.day("start") or line.fields.day("due"):
            return
        if day := sure_day(typed, after=self.held_on):
            yield Ask(column=when.key, typed=typed, sentence="Which day is that?", day=day)

    def named_now(
        self, page: FlipPage, document: Document, ask: tuple[str, str], person: Person
    ) -> Document:
        """The line once somebody has said whom a name means; ``ask`` is its column and words."""
        column, typed = page.column(ask[0]), ask[1]
        words, left = left_over.parted(_rest(document, page))
        gone = LeftOver(column.label.lower(), typed) if column else None
        if column is None or gone not in left:
            return document
        whole = dict(document) | {"fields": dict(document["fields"])}
        _put(whole, page.rest, left_over.joined(words, (one for one in left if one != gone)))
        held = whole["by"] if column.fills == SPEAKER else whole["fields"].get(column.fills)
        several = _holds_several(page.kind, column)
        _put(
            whole,
            column.fills,
            [*dict.fromkeys((*(held or ()), person.id))] if several else person.id,
        )
        return whole


def dated_now(document: Document, as_what: str, day: date) -> Document:
    """The step once somebody has said that its words are the day on which it starts or is due."""
    return document | {"fields": document["fields"] | {"how_often": "", as_what: day.isoformat()}}


def _emptied(base: Document | None, page: FlipPage) -> Document:
    """The line without what the columns of that page hold."""
    if base is None:
        return {"kind": page.kind, "words": "", "by": "", "fields": {}}
    fills = {one.fills for one in page.columns}
    fields = {key: held for key, held in base["fields"].items() if key not in fills}
    document = base | {"kind": page.kind, "fields": fields, "taken_back": False}
    document |= {"words": ""} if WORDS in fills else {}
    return document | ({"by": ""} if SPEAKER in fills else {})


def _who_is(typed: str, meant: tuple[Person, ...]) -> str:
    if meant:
        return f"“{typed}”: is that {' or '.join(one.short_name for one in meant[:3])}?"
    return f"Nobody here is called “{typed}”. Who is it?"


def _holds_several(kind: str, column: Column) -> bool:
    if column.fills == SPEAKER:
        return False
    return KINDS[kind].field(column.fills).holds is Holds.PEOPLE


def _or_left(
    document: Document, column: Column, value: str | None, typed: str
) -> Iterator[LeftOver]:
    if value is None:
        yield LeftOver(column.label.lower(), typed)
    else:
        _put(document, column.fills, value)


def _put(document: Document, where: str, value: object) -> None:
    if where == WORDS:
        document["words"] = value
    elif where == SPEAKER:
        document["by"] = value
    else:
        document["fields"][where] = value


def _rest(document: Document, page: FlipPage) -> str:
    held = document["words"] if page.rest == WORDS else document["fields"].get(page.rest)
    return str(held or "")


def _text(line: Contribution, where: str) -> str:
    return line.words if where == WORDS else line.fields.words(where)


def _tidy(text: str) -> str:
    return "\n".join(" ".join(line.split()) for line in text.strip().splitlines())
