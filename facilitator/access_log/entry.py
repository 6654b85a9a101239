"""One entry of the log, and how it is sealed to the one before."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

# What the first entry of all is sealed to.
NOTHING_BEFORE = "0" * 64


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """Who did what to which meeting, when and why: ids and fixed keys, never a word or a name.

    ``number`` counts from 1 without gaps. ``at`` is an instant in UTC, whole seconds.
    ``user_id`` is None where nobody was signed in, ``meeting_id`` where no one family is meant.
    ``act``, ``what`` and ``because`` are keys of `Act`, `What` and `Because`; they stay text here,
    so that a row that somebody changed by hand can still be read and named. ``many`` says how many,
    or which number, where that is the fact. ``seal`` is the SHA-256, 64 hex signs, of all this and
    of the seal before.
    """

    number: int
    at: datetime
    user_id: UUID | None
    act: str
    meeting_id: UUID | None
    what: str
    because: str = ""
    many: int = 0
    seal: str = ""

    def sealed_to(self, before: str) -> str:
        """The seal that this entry has, if nobody changed it, after one with that seal."""
        # The same bytes as `canonical` gives, which would take four times as long: a check goes
        # over every entry that there is.
        said = {
            "act": self.act,
            "at": self.at.isoformat(),
            "because": self.because,
            "before": before,
            "many": self.many,
            "meeting": str(self.meeting_id) if self.meeting_id else None,
            "number": self.number,
            "user": str(self.user_id) if self.user_id else None,
            "what": self.what,
        }
        text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Head:
    """The end of the chain, or its beginning: a number and the seal of that entry."""

    number: int = 0
    seal: str = NOTHING_BEFORE
