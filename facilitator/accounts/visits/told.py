"""Where somebody is signed in, in the words of a page: no address and no clock, which vary."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from facilitator.accounts.visit import Visit

_UNITS = (("hour", timedelta(hours=1)), ("minute", timedelta(minutes=1)))
A_MOMENT = timedelta(minutes=2)  # When a visit was seen is written once a minute at most.


@dataclass(frozen=True)
class Place:
    """One browser in which somebody is signed in."""

    here: bool
    began: str
    seen: str
    is_locked: bool


def places_of(visits: Iterable[Visit], token_hash: str, at: datetime) -> tuple[Place, ...]:
    """Those visits as a page tells them, the one with that token first."""
    told = (
        Place(
            here=one.token_hash == token_hash,
            began=ago(at - one.began_at),
            seen=ago(at - one.seen_at),
            is_locked=one.locked_at is not None,
        )
        for one in visits
    )
    return tuple(sorted(told, key=lambda one: not one.here))


def ago(gone: timedelta) -> str:
    """How long that is ago, roughly: "3 hours ago"."""
    if gone < A_MOMENT:
        return "just now"
    unit, length = next((name, one) for name, one in _UNITS if gone >= one)
    count = gone // length
    return f"{count} {unit}{'' if count == 1 else 's'} ago"
