"""Whether a note stands in a line of the plan: asked of a function that the app hands in.

This room can't reach the notes. It learns which words of a line are a note's, and nothing else.
"""

from collections.abc import Callable, Sequence
from uuid import UUID

from flask import Flask, current_app

from facilitator.database import Session

# The lines as (id, text); what comes back are lines by id, each with the words that a note has.
Lines = Sequence[tuple[str, str]]
Look = Callable[[Session, UUID, Lines], tuple[tuple[str, str], ...]]
_KEY = "facilitator-repeats"


def hand_in(app: Flask, look: Look) -> None:
    """Give the app what looks through the notes of a meeting."""
    app.extensions[_KEY] = look


def repeated(session: Session, meeting_id: UUID, lines: Lines) -> tuple[tuple[str, str], ...]:
    """The words of those lines that stand in a note of that meeting too."""
    look: Look = current_app.extensions[_KEY]  # An app without it must not let a copy leave.
    return look(session, meeting_id, lines)
