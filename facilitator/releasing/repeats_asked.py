"""Whether a note stands in a line of the plan: asked of functions that the app hands in.

This room can't reach the notes. It learns which words of a line are a note's, whether the notes
are still the same, and nothing else.
"""

from collections.abc import Callable, Sequence
from uuid import UUID

from flask import Flask, current_app

from facilitator.database import Session

# The lines as (id, text); what comes back are lines by id, each with the words that a note has.
Lines = Sequence[tuple[str, str]]
Look = Callable[[Session, UUID, Lines], tuple[tuple[str, str], ...]]
# A fingerprint of all notes of a meeting: another one as soon as a letter of them is another.
Mark = Callable[[Session, UUID], str]
_LOOK, _MARK = "facilitator-repeats", "facilitator-mark-of-notes"


def hand_in(app: Flask, look: Look, mark: Mark) -> None:
    """Give the app what looks through the notes of a meeting, and what says that they changed."""
    app.extensions[_LOOK], app.extensions[_MARK] = look, mark


def repeated(session: Session, meeting_id: UUID, lines: Lines) -> tuple[tuple[str, str], ...]:
    """The words of those lines that stand in a note of that meeting too."""
    look: Look = current_app.extensions[_LOOK]  # An app without it must not let a copy leave.
    return look(session, meeting_id, lines)


def mark_of_notes(session: Session, meeting_id: UUID) -> str:
    """What is another one as soon as the notes of that meeting are others."""
    mark: Mark = current_app.extensions[_MARK]
    return mark(session, meeting_id)
