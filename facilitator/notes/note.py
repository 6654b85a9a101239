"""What somebody noted for themselves or for their service: never for a plan, a copy or an audit."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from facilitator import days


class Whose(StrEnum):
    """Whose notes they are."""

    FACILITATOR = "facilitator"
    PROFESSIONAL = "professional"


@dataclass(frozen=True, kw_only=True)
class Note:
    """One note of one meeting; ``audience`` says in words who may read it.

    ``prompt`` is the id of the question to oneself that it answers, and ``question`` its words as
    they were asked; "" for a note that answers none. ``by`` says who wrote a professional's note,
    and ``on`` is its civil day; "" and None where nobody said.
    """

    whose: Whose
    audience: str
    text: str
    prompt: str = ""
    question: str = ""
    by: str = ""
    on: date | None = None

    @property
    def heading(self) -> str:
        """What stands above it: the question that it answers, or who wrote it and when."""
        day = days.day(self.on) if self.on else ""
        return self.question or ", ".join(one for one in (self.by, day) if one)

    @property
    def told(self) -> str:
        """The note with its heading: how it goes out in a record."""
        return f"{self.heading}\n{self.text}" if self.heading else self.text


@dataclass(frozen=True)
class KeptNote:
    """A note as it is kept, with the id of its row."""

    id: UUID
    note: Note
