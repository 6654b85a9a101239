"""Who said of a line, as it was read to them, that it sounds like them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from facilitator.canonical import fingerprint
from facilitator.contributions import Contribution

# What is heard when a line is read aloud. What it answers and whether it stands on page 1 is not
# heard, so that a change there asks nobody again.
_HEARD = ("who", "how_often", "start", "due", "checked_by", "if", "second")


@dataclass(frozen=True, kw_only=True)
class Sounds:
    """Somebody's word that a line sounds like them, or no longer does (``is_so``).

    ``number`` is that of the wording which was read, ``heard`` the fingerprint of what was heard,
    ``by`` the id of who said so. The same ``key`` that comes twice is one.
    """

    ref: str
    number: int
    heard: str
    by: str
    key: str
    at: datetime
    typed_by: UUID
    is_so: bool = True


@dataclass(frozen=True)
class Heard:
    """How one line stands: who says that it sounds like them, and who said so of other words."""

    now: tuple[str, ...] = ()
    before: tuple[str, ...] = ()


def as_heard(said: Contribution) -> str:
    """The fingerprint of what is heard when that line is read aloud."""
    heard = {key: said.fields[key] for key in _HEARD if said.fields.values.get(key)}
    return fingerprint({"words": said.words, "lang": said.lang or "", **heard})


def heard(said: Contribution, sounds: Iterable[Sounds]) -> Heard:
    """Who says of that line, as it stands, that it sounds like them; in the order they said it."""
    last = {one.by: one for one in sounds if one.ref == said.id}
    stands = as_heard(said)
    so = [one for one in last.values() if one.is_so]
    return Heard(
        now=tuple(one.by for one in so if one.heard == stands),
        before=tuple(one.by for one in so if one.heard != stands),
    )
