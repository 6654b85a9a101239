"""A table for the tests of the database alone: it is in no migration, and in no room."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, MetaData
from sqlalchemy.orm import Mapped, mapped_column

from facilitator.database import Base, new_id, opened, writing
from facilitator.database.engine import sqlite_url
from facilitator.database.rows import NAMES


class Apart(Base):
    __abstract__ = True
    metadata = MetaData(naming_convention=NAMES)


class LineRow(Apart):
    __tablename__ = "line"
    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    words: Mapped[str] = mapped_column(unique=True)
    said_at: Mapped[datetime | None] = mapped_column(default=None)
    held: Mapped[dict[str, Any] | None] = mapped_column(default=None)
    after_id: Mapped[UUID | None] = mapped_column(ForeignKey("line.id"), default=None)


@contextmanager
def lines_in(path: Path) -> Iterator[Path]:
    """That database with the one table, opened; made where it is new."""
    path.touch(0o600)
    with opened(sqlite_url(path)):
        with writing() as session:
            Apart.metadata.create_all(session.connection())
        yield path
