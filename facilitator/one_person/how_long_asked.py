"""How long a team keeps things: asked of a function that the app hands in.

The room of retention stands beside this one. What comes back are plain sentences for a family, or
none where the team has not said yet.
"""

from collections.abc import Callable
from uuid import UUID

from flask import Flask, current_app

from facilitator.database import Session

HowLong = Callable[[Session, UUID], tuple[str, ...]]
_KEY = "facilitator-how-long"


def hand_in(app: Flask, how_long: HowLong) -> None:
    """Give the app what says how long a team keeps things."""
    app.extensions[_KEY] = how_long


def how_long(session: Session, team_id: UUID) -> tuple[str, ...]:
    """The sentences for a family of that team; none where it is not decided."""
    asked: HowLong | None = current_app.extensions.get(_KEY)
    return asked(session, team_id) if asked else ()
