"""What somebody noted for themselves or for their service: never for a plan, a copy or an audit."""

from dataclasses import dataclass
from enum import StrEnum


class Whose(StrEnum):
    """Whose notes they are."""

    FACILITATOR = "facilitator"
    PROFESSIONAL = "professional"


@dataclass(frozen=True, kw_only=True)
class Note:
    """One note of one meeting; ``audience`` says in words who may read it."""

    whose: Whose
    audience: str
    text: str
