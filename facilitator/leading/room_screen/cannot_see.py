"""Who can't see the room screen, so that the facilitator's own screen can say: read it out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from facilitator.people import Attendance, People, Person

# What people ask for who do not read a wall. Only the facilitator is reminded, so a word too many
# costs a glance.
_NEEDS_IT_READ = re.compile(
    r"\b(sight|blind|read|reads|reading|dyslexi\w*|big print|large print|braille|glasses)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class CannotSee:
    """Somebody to whom it has to be read out."""

    id: str
    name: str


def cannot_see(people: People) -> tuple[CannotSee, ...]:
    """Everybody to whom the screen has to be read, whether they are here just now or not."""
    return tuple(CannotSee(one.id, one.short_name) for one in _such(people))


def _such(people: People) -> Iterator[Person]:
    for one in people:
        if one.is_left_out:
            continue
        is_far = one.attended is Attendance.BY_PHONE
        if is_far or any(_NEEDS_IT_READ.search(need.need) for need in one.needs):
            yield one
