"""What somebody noted for themselves or for their service: never for a plan, a copy or an audit."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Whose(StrEnum):
    """Whose notes they are."""

    FACILITATOR = "facilitator"
    PROFESSIONAL = "professional"


@dataclass(frozen=True, kw_only=True)
class Note:
    """One note of one meeting; ``audience`` says in words who may read it.

    ``prompt`` is the id of the question to oneself that it answers, and ``question`` its words as
    they were asked; "" for a note that answers none.
    """

    whose: Whose
    audience: str
    text: str
    prompt: str = ""
    question: str = ""

    @property
    def told(self) -> str:
        """The note with the question that it answers above it: how it goes out in a record."""
        return f"{self.question}\n{self.text}" if self.question else self.text


@dataclass(frozen=True)
class KeptNote:
    """A note as it is kept, with the id of its row."""

    id: UUID
    note: Note
