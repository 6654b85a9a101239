"""A family with a mark in every text of every table that hangs on its meeting."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, Column, Date, Integer, LargeBinary, Table, Uuid, insert

from facilitator.accounts.user import User
from facilitator.database import Base, KeptJSON, Moment, Session, new_id
from facilitator.migrations import tables
from facilitator.retention import store
from facilitator.retention.kinds import FAMILY
from facilitator.retention.periods import KeepingChoice
from tests.kept import SAM

LONG_AGO = datetime(2020, 1, 6, 12, tzinfo=UTC)
HELD_ON = date(2027, 2, 27)


def choose(
    session: Session,
    months: int | None = 12,
    kind: str = FAMILY,
    *,
    at: datetime = LONG_AGO,
    by: User = SAM,
    house: bool = False,
) -> KeepingChoice:
    """A choice of that user's team, as if it was made long ago."""
    team_id = None if house else by.team_id
    choice = KeepingChoice(
        id=new_id(),
        team_id=team_id,
        kind=kind,
        months=months,
        reason="",
        by=by.id,
        at=at,
        revision=len(store.choices(session, team_id, kind)) + 1,
    )
    assert store.add_choice(session, choice) is choice
    return choice


@dataclass
class Planted:
    """A family whose every text is a mark of its own. ``rows`` counts those of each table."""

    name: str
    owner: User = SAM
    marks: list[str] = field(default_factory=list)
    rows: dict[str, int] = field(default_factory=dict)
    ids: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def meeting_id(self) -> UUID:
        found: UUID = self.ids["meeting"]["id"]
        return found

    def plant(self, session: Session) -> "Planted":
        """A row in each table that hangs on a meeting, at first hand or by another table."""
        for table in self._tables():
            values = {one.name: self._value(table, one) for one in table.columns}
            session.execute(insert(table).values(**values))
            self.ids[table.name] = values
            if table.name != "sample":
                self.rows[table.name] = 1
        return self

    def _tables(self) -> Iterator[Table]:
        hanging = {"meeting"}
        for table in tables().sorted_tables:
            points_to = {key.column.table.name for key in table.foreign_keys}
            # A sample stays: it names no family. What chance took of this family stands in it.
            if table.name in ("meeting", "sample") or points_to & hanging:
                hanging |= {table.name} - {"sample"}
                yield table

    def _value(self, table: Table, column: Column[Any]) -> Any:
        for key in column.foreign_keys:
            return self._pointing_to(key.column)
        plain = _PLAIN.get(type(column.type))
        if plain is not None:
            return plain()
        if (table.name, column.name) == ("meeting", "zone"):
            return "Europe/London"
        if table.name == "sample":
            return "of nobody"
        return self._mark(column)

    def _mark(self, column: Column[Any]) -> Any:
        mark = f"{self.name}-mark-{len(self.marks):04d}"
        self.marks.append(mark)
        if isinstance(column.type, LargeBinary):
            return f"{mark} {'and more ' * 400}".encode()
        return [mark] if isinstance(column.type, KeptJSON) else f"{mark} said so"

    def _pointing_to(self, column: Column[Any]) -> Any:
        name = column.table.name
        if name == "team":
            return self.owner.team_id
        return self.owner.id if name == "user" else self.ids.get(name, {}).get(column.name)


_numbers = count(1)
# A hold would keep the record: the one that is planted ended long ago.
_PLAIN: dict[type, Callable[[], Any]] = {
    Uuid: new_id,
    Boolean: lambda: False,
    Integer: lambda: next(_numbers),
    Date: lambda: HELD_ON,
    Moment: lambda: LONG_AGO,
}


def count_rows(session: Session, planted: Planted) -> dict[str, int]:
    """How many of its rows each table still holds."""
    found = {}
    for name in planted.rows:
        values = planted.ids[name]
        table = Base.metadata.tables[name]
        where = [table.c[one.name] == values[one.name] for one in table.primary_key.columns]
        found[name] = len(session.execute(table.select().where(*where)).all())
    return found


def found_in(folder: Path, marks: list[str]) -> dict[str, int]:
    """How many of those marks each file of a folder holds, whole or in pieces of UTF-16."""
    found = {}
    for path in folder.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            many = sum(one.encode() in data or one.encode("utf-16-le") in data for one in marks)
            if many:
                found[str(path.relative_to(folder))] = many
    return found
