"""Something that happened in a meeting beside what was said."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class What(StrEnum):
    """What happened: with a question of the meeting, or with somebody who is there."""

    WENT = "went"  # to that question
    ASKED = "asked"
    LATER = "later"
    SKIPPED = "skipped"
    OWN_QUESTION = "own_question"  # the facilitator thought of one
    GOT_READY = "got_ready"  # a question of one's own from before the day, or from a record
    CAME_IN = "came_in"  # for the first time, or back
    STEPPED_OUT = "stepped_out"
    LEFT = "left"

    @property
    def is_of_a_person(self) -> bool:
        """Whether it is about somebody, and not about a question."""
        return self in (What.CAME_IN, What.STEPPED_OUT, What.LEFT)


@dataclass(frozen=True, kw_only=True)
class Happening:
    """One thing that happened; none is ever changed, and their order is that of their arrival.

    ``about`` is the id of a prompt, of a question of one's own ("own-" and hex digits) or of a
    person. ``words`` are that question's words, or the reason why one was skipped. ``key`` is
    made by the client: the same one that comes twice happened once. ``at`` is an instant; it
    tells when, and never the order.
    """

    what: What
    about: str
    key: str
    at: datetime
    typed_by: UUID
    words: str = ""
