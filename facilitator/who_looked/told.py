"""The family's extract: who looked at what is kept about them, day by day, in plain sentences."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby
from uuid import UUID
from zoneinfo import ZoneInfo

from facilitator import days
from facilitator.access_log import Act, Because, Entry
from facilitator.accounts.user import Duty, User
from facilitator.break_glass.opening import Opening
from facilitator.meetings import KeptMeeting
from facilitator.who_looked import words

SOMEBODY = "Somebody whose name we do not have"
# What is told as one sentence, with how often: the act, what it was done to, and why.
_Deed = tuple[str, str, str]


@dataclass(frozen=True)
class Looked:
    """What one person did on one day: sentences, and the reason that they wrote, if any."""

    sentences: tuple[str, ...]
    reason: str = ""


@dataclass(frozen=True)
class Day:
    """One day on which somebody looked."""

    on: date
    looked: tuple[Looked, ...]


@dataclass(frozen=True, kw_only=True)
class Extract:
    """Who has looked: in short, and day by day, the newest first."""

    in_short: tuple[str, ...]
    days: tuple[Day, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """Every sentence of it."""
        told = (one for day in self.days for seen in day.looked for one in seen.sentences)
        return (*self.in_short, *told)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What an extract is made of: a meeting's entries, its openings, and everybody's account."""

    kept: KeptMeeting
    zone: ZoneInfo
    entries: Sequence[Entry]
    openings: Sequence[Opening]
    users: Mapping[UUID, User]

    @cached_property
    def looks(self) -> tuple[Entry, ...]:
        """The entries that tell of somebody who looked, the newest first."""
        those = (one for one in self.entries if one.act in words.TOLD)
        return tuple(sorted(those, key=lambda one: one.number, reverse=True))

    def who(self, user_id: UUID | None) -> str:
        """That person with their part, as the start of a sentence."""
        user = self.users.get(user_id) if user_id else None
        if user is None:
            return SOMEBODY
        if user.id == self.kept.owner_id:
            return f"{user.name}, who leads your meetings,"
        where = "our team" if user.team_id == self.kept.team_id else "another team of ours"
        if Duty.SUPERVISOR in user.duties:
            return f"{user.name}, a supervisor in {where},"
        return f"{user.name} from {where}"

    def day_of(self, entry: Entry | Opening) -> date:
        """The civil day of that, where the meeting is."""
        return entry.at.astimezone(self.zone).date()


def extract(asked: Asked) -> Extract:
    """Everything that the log knows of this family, to be read to them as it stands."""
    by_day: dict[date, list[Entry]] = {}
    for entry in asked.looks:
        by_day.setdefault(asked.day_of(entry), []).append(entry)
    opened: dict[date, list[Opening]] = {}
    for opening in asked.openings:
        opened.setdefault(asked.day_of(opening), []).append(opening)
    told = (
        Day(on, (*_openings(asked, opened.get(on, ())), *_people(asked, by_day.get(on, ()))))
        for on in sorted({*by_day, *opened}, reverse=True)
    )
    return Extract(in_short=tuple(_in_short(asked)), days=tuple(one for one in told if one.looked))


def _openings(asked: Asked, openings: Iterable[Opening]) -> Iterator[Looked]:
    for opening in openings:
        said = (
            f"{asked.who(opening.opened_by)} opened your plan {opening.version}.",
            "They could read it for an hour. They could not print or change it.",
        )
        seen = asked.users.get(opening.seen_by) if opening.seen_by else None
        more = (f"{seen.name} has looked at why.",) if seen else ()
        yield Looked((*said, *more), opening.reason)


def _people(asked: Asked, entries: Iterable[Entry]) -> Iterator[Looked]:
    opened_by = {one.opened_by for one in asked.openings}
    told = [one for one in entries if not _is_of_an_opening(one, opened_by)]
    # Others first: whoever leads the meetings is there every day.
    told.sort(key=lambda one: (one.user_id == asked.kept.owner_id, str(one.user_id)))
    for user_id, theirs in groupby(told, key=lambda one: one.user_id):
        yield Looked(tuple(_sentences(asked, user_id, tuple(theirs))))


def _is_of_an_opening(entry: Entry, opened_by: set[UUID]) -> bool:
    """Whether the opening itself tells of it already, with its reason."""
    return entry.because == Because.BREAK_GLASS and entry.user_id in opened_by


def _sentences(asked: Asked, user_id: UUID | None, entries: Sequence[Entry]) -> Iterator[str]:
    who = asked.who(user_id)
    tried = sum(one.act == Act.REFUSED for one in entries)
    counted = Counter(_deed(asked, one) for one in entries if one.act != Act.REFUSED)
    for (act, what, because), count in counted.items():
        done = words.deed(act, what) if what else words.OPENED_BY_WHO_LEADS
        yield f"{who} {done}{words.times(count)}."
        if why := words.WHY.get(because):
            yield f"Why: {why}"
        who = "They"
    if tried:
        known = asked.users.get(user_id) if user_id else None
        named = f"Somebody signed in as {known.name}" if known else SOMEBODY
        yield f"{named} {words.TRIED}{words.times(tried)}. They were not let in."


def _deed(asked: Asked, entry: Entry) -> _Deed:
    # Whoever leads the meetings opens page after page: told one by one, they would hide the rest.
    if entry.act == Act.VIEW and entry.user_id == asked.kept.owner_id:
        return entry.act, "", ""
    return entry.act, entry.what, entry.because


def _in_short(asked: Asked) -> Iterator[str]:
    seen: dict[UUID | None, set[date]] = {}
    tried = 0
    for entry in asked.looks:
        if entry.act == Act.REFUSED:
            tried += 1
        else:
            seen.setdefault(entry.user_id, set()).add(asked.day_of(entry))
    for opening in asked.openings:
        seen.setdefault(opening.opened_by, set()).add(asked.day_of(opening))
    for user_id, on in sorted(seen.items(), key=lambda one: one[0] == asked.kept.owner_id):
        yield f"{asked.who(user_id)} looked {_on_days(on)}."
    if tried:
        yield f"Somebody tried and was not let in{words.times(tried)}."


def _on_days(on: set[date]) -> str:
    last = days.day(max(on))
    return f"on {last}" if len(on) == 1 else f"on {len(on)} days, last on {last}"
