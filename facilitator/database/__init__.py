"""Where everything is kept: one SQLite file on a laptop, PostgreSQL for a team.

A room's rows stand in its ``store.py``, derive from `Base`, and leave it only as plain values.
`reading` and `writing` are the two ways in, the same in a web request and in a command.
"""

from sqlalchemy.orm import Session

from facilitator.database.engine import engine_for, url_of
from facilitator.database.ids import id_or_new, new_id
from facilitator.database.rows import Base, KeptJSON, Moment
from facilitator.database.session import db, join, opened, reading, writing

__all__ = [
    "Base",
    "KeptJSON",
    "Moment",
    "Session",
    "db",
    "engine_for",
    "id_or_new",
    "join",
    "new_id",
    "opened",
    "reading",
    "url_of",
    "writing",
]
