"""Everything that waits for one supervisor, gathered from the rooms that know it.

However much there is, each room is asked as often.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cached_property
from uuid import UUID
from zoneinfo import ZoneInfo

from flask import url_for

from facilitator import days
from facilitator.accounts import supervised
from facilitator.accounts.user import Duty, User
from facilitator.auditing.act_today import store as act_today
from facilitator.auditing.letters import store as letters
from facilitator.auditing.pairs import store as pairs
from facilitator.audits.act_today import ActToday
from facilitator.break_glass import store as openings
from facilitator.database import Session
from facilitator.meetings.meeting import DEFAULT_ZONE
from facilitator.plans.due import DueKind
from facilitator.supervising import store
from facilitator.supervising.store import Family, LateDue, MyLook, Those
from facilitator.supervising.waiting import (
    HEADINGS,
    PROMISES,
    SHOWN,
    SOON,
    Group,
    Waiting,
    button_of,
    meets,
    since,
    what_of,
)

ZONE = ZoneInfo(DEFAULT_ZONE)
# One thing that waits, with the meeting whose family its row names; None where it names nobody.
_Found = tuple[UUID | None, Waiting]


@dataclass(frozen=True)
class _Asked:
    """Whose day is asked about: so many of each group, from that place on."""

    session: Session
    user: User
    at: datetime
    teams: frozenset[UUID]
    first: int = 0
    many: int = SHOWN

    @cached_property
    def private(self) -> tuple[UUID, ...]:
        """The meetings of which nothing is shown now."""
        return store.in_private_time(self.session, self.teams)

    @property
    def today(self) -> date:
        """The civil day of the service."""
        return self.day_of(self.at)

    def day_of(self, at: datetime) -> date:
        """The civil day of a moment."""
        return at.astimezone(ZONE).date()

    def since(self, at: datetime) -> str:
        """How long ago a moment was, in words."""
        return since(self.day_of(at), self.today)


def today_of(session: Session, user: User, at: datetime) -> tuple[Group, ...]:
    """The six groups of that supervisor's day, each with the first of what waits."""
    asked = _Asked(session, user, at, supervised.teams_of(session, user))
    return _named(asked, HEADINGS)


def group_of(
    session: Session, user: User, at: datetime, key: str, *, first: int, many: int
) -> Group:
    """One group, so many of it from that place on. ``key`` is one of HEADINGS."""
    teams = supervised.teams_of(session, user)
    return _named(_Asked(session, user, at, teams, first, many), [key])[0]


def count_of(session: Session, user: User, at: datetime) -> int:
    """How many things wait for that supervisor."""
    return sum(one.count for one in today_of(session, user, at))


def _named(asked: _Asked, keys: Iterable[str]) -> tuple[Group, ...]:
    """Those groups with their families' names, which are looked up at once for all of them."""
    found = {key: _found(asked, key) for key in keys}
    ids = (meeting for these, _ in found.values() for meeting, _ in these if meeting)
    families = store.families(asked.session, ids)
    return tuple(_group(asked, key, *those, families) for key, those in found.items())


def _group(
    asked: _Asked,
    key: str,
    these: list[_Found],
    count: int | None,
    families: Mapping[UUID, Family],
) -> Group:
    shown = [
        _with_names(one, families[meeting]) if meeting else one
        for meeting, one in these
        if meeting is None or meeting in families
        # Nobody reads an audit of their own meeting.
        if not (one.masked and meeting and families[meeting].owner_id == asked.user.id)
    ]
    if count is not None:
        return Group(key, tuple(shown), count)
    of_page = shown[asked.first : asked.first + asked.many]
    return Group(key, tuple(of_page), len(shown))


def _with_names(one: Waiting, family: Family) -> Waiting:
    return replace(one, family="" if one.masked else family.title, leads=family.leads)


def _found(asked: _Asked, key: str) -> tuple[list[_Found], int | None]:
    """What waits in that group; how many there are where only a part of them is here."""
    if key in PROMISES:
        return _promises(asked, key)
    gather = {"act-today": _act_today, "yes": _for_you, "feedback": _feedback}[key]
    return list(gather(asked)), None


def _promises(asked: _Asked, key: str) -> tuple[list[_Found], int]:
    # The day itself is not late; a day to meet again is told before it comes.
    ahead = timedelta(days=SOON if key == "reviews" else -1)
    those = Those(asked.teams, PROMISES[key], asked.today + ahead)
    rows = store.late(asked.session, those, asked.private, first=asked.first, many=asked.many)
    found: list[_Found] = [(one.meeting_id, _promise(one, asked.today)) for one in rows]
    return found, store.count_late(asked.session, those, asked.private)


def _promise(late: LateDue, today: date) -> Waiting:
    told = meets if late.kind is DueKind.REVIEW else since
    return Waiting(
        what=what_of(late.kind, late.whose),
        since=told(late.on, today),
        way=url_for("supervising.promise", due_id=late.id),
        button=button_of(late.kind),
    )


def _act_today(asked: _Asked) -> Iterator[_Found]:
    for note in act_today.open_of(asked.session, asked.teams):
        yield (
            note.meeting_id,
            Waiting(
                what=_act_today_words(note),
                since=asked.since(note.at),
                way=url_for("auditing.act_today", meeting_id=note.meeting_id),
                button="Say who was told" if note.nobody_told else "Say what came of it",
            ),
        )
    for one in openings.not_seen(asked.session, asked.teams, asked.user.id):
        yield (
            one.meeting_id,
            Waiting(
                what="Somebody opened this family's plan, and wrote why.",
                since=asked.since(one.at),
                way=url_for("break_glass.opening", opening_id=one.id),
                button="Look at why",
            ),
        )


def _act_today_words(note: ActToday) -> str:
    if note.nobody_told:
        return "A child may not be safe. Nobody has been told yet."
    return "A child may not be safe. Somebody was told. It is not said yet what came of it."


def _for_you(asked: _Asked) -> Iterator[_Found]:
    if Duty.SECOND_PERSON in asked.user.duties:
        many = store.rules_waiting(asked.session, asked.user)
        if many:
            what = "1 meeting waits" if many == 1 else f"{many} meetings wait"
            way = url_for("releasing.waiting")
            about = f"{what} for your yes to who may see what."
            yield None, Waiting(what=about, way=way, button="Look through the rules")
    yield from _holds(asked)
    yield from _pairs(asked)
    for look in store.my_looks(asked.session, asked.user.id, asked.teams):
        yield None, _my_look(asked, look)


def _holds(asked: _Asked) -> Iterator[_Found]:
    for hold_id, meeting_id, day in store.holds_to_look_at(asked.session, asked.teams, asked.today):
        yield (
            meeting_id,
            Waiting(
                what="Their record is held back. The day to look again has come.",
                since=since(day, asked.today),
                way=url_for("retention.hold", hold_id=hold_id),
                button="Say whether it must stay",
            ),
        )


def _pairs(asked: _Asked) -> Iterator[_Found]:
    """Plans to rate a second time, and ratings to talk through: blind, so nobody is named."""
    for one in pairs.waiting_for(asked.session, asked.user.id):
        yield (
            None,
            Waiting(
                what="A plan of another team waits for your look.",
                since=asked.since(one.asked_at),
                way=url_for("auditing.second_ratings"),
                button="Go to second ratings",
            ),
        )
    for one in pairs.to_talk_through(asked.session, asked.user.id):
        yield (
            None,
            Waiting(
                what="Two of you have looked at one plan. Talk it through.",
                since=asked.since(one.second_filed_at or one.asked_at),
                way=url_for("auditing.settle", second_id=one.id),
                button="Talk it through",
            ),
        )


def _my_look(asked: _Asked, look: MyLook) -> Waiting:
    day = days.day(look.plan_on)
    way = url_for("auditing.look", look_id=look.id)
    if look.filed_at is None:
        what = f"Your look at a plan of {day} is not filed yet."
        return Waiting(what=what, since=asked.since(look.began_at), way=way, button="Go on with it")
    what = f"Your look at a plan of {day} is filed, and not final yet."
    return Waiting(what=what, since=asked.since(look.filed_at), way=way, button="Finish it")


def _feedback(asked: _Asked) -> Iterator[_Found]:
    for reply in letters.replies_waiting(asked.session, asked.teams):
        yield (
            reply.meeting_id,
            Waiting(
                what="Your team's letter about a plan is answered.",
                since=asked.since(reply.replied_at),
                way=url_for("auditing.letter", look_id=reply.look_id),
                button="Read the reply",
                masked=True,
            ),
        )
