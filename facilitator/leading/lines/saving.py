"""The one way to keep a line, for the screen, for plain forms, for mending and for typing up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import ClassVar
from uuid import UUID

from facilitator.accounts.user import User
from facilitator.contributions import Change, Clash, Wording
from facilitator.contributions import store as contributions
from facilitator.contributions.revision import changes_exact_words
from facilitator.database import Session
from facilitator.database.troubles import NotKept, keeping
from facilitator.exchange import problems_of_line
from facilitator.leading.lines.field_json import Known
from facilitator.leading.lines.line_json import Asked, asked
from facilitator.meetings import KeptMeeting, door
from facilitator.meetings import store as meetings
from facilitator.people import People
from facilitator.people import store as people
from facilitator.refusals import Problem, Refusal

PRIVATE_TIME = 423


@dataclass(frozen=True)
class Kept:
    """It is kept under that key, now or when it came for the first time; and what stands now."""

    wording: Wording
    people: People
    key: str
    status: ClassVar[int] = 200


@dataclass(frozen=True)
class Clashed:
    """Somebody else was quicker: both texts. Nothing was overwritten."""

    kept: Wording
    asked: Change
    people: People
    status: ClassVar[int] = 409


@dataclass(frozen=True)
class Refused:
    """The line can't be kept as it is, for these reasons; ``needs`` is a key that would help."""

    problems: tuple[Problem, ...]
    needs: str = ""
    status: ClassVar[int] = 422


@dataclass(frozen=True)
class Failed:
    """Nothing could be kept: the disk is full, the database busy, or it is private time."""

    status: int
    problems: tuple[Problem, ...]


Answer = Kept | Clashed | Refused | Failed


def keep(meeting_id: UUID, user: User, ref: str, document: object, at: datetime) -> Answer | None:
    """Keep one line; None where that user has no such meeting.

    ``document`` is the line as JSON (see ``line_json``). It opens ``writing`` itself. The same
    save that comes again, by its key, gets the answer that it got the first time.
    """
    answers = keep_all(meeting_id, user, [(ref, document)], at)
    return None if answers is None else answers[0]


def keep_all(
    meeting_id: UUID, user: User, lines: Sequence[tuple[str, object]], at: datetime
) -> tuple[Answer, ...] | None:
    """Keep several lines at once, each with an answer of its own; None as ``keep``.

    One that is refused or that clashes stops none of the others. Where the disk or the database
    fails nothing is kept, and each is told so.
    """
    try:
        with keeping() as session:
            return _kept(session, meeting_id, user, lines, at)
    except NotKept as trouble:
        return (Failed(trouble.status, (trouble.problem,)),) * len(lines)


def _kept(
    session: Session,
    meeting_id: UUID,
    user: User,
    lines: Sequence[tuple[str, object]],
    at: datetime,
) -> tuple[Answer, ...] | None:
    try:
        kept = door.find(session, meeting_id, user)
    except Refusal as refusal:
        return (Failed(PRIVATE_TIME, refusal.problems),) * len(lines)
    if kept is None:
        return None
    keeper = _Keeper(session, kept, user, at)
    return tuple(keeper.keep(ref, document) for ref, document in lines)


class _Keeper:
    """Keeps lines of one meeting, within one transaction."""

    def __init__(self, session: Session, kept: KeptMeeting, user: User, at: datetime) -> None:
        self.session, self.kept, self.user, self.at = session, kept, user, at
        self.people = people.without_safety(session, kept.id)
        self.prompts = frozenset(one.id for one in meetings.load_agenda(session, kept).prompts)

    def keep(self, ref: str, document: object) -> Answer:
        """Keep one of them."""
        try:
            change = self._change(asked(ref, document, self._known(document)))
        except Refusal as refusal:
            return Refused(refusal.problems)
        if unfit := problems_of_line(change.said):  # What is kept can always go out as a record.
            return Refused(unfit)
        try:
            outcome = contributions.save(self.session, self.kept.id, change, self.people)
        except Refusal as refusal:
            standing = self._standing(ref)
            exact = standing is not None and changes_exact_words(standing, change)
            return Refused(refusal.problems, "family_yes" if exact else "")
        if isinstance(outcome, Clash):
            return Clashed(outcome.kept, outcome.asked, self.people)
        came_before = outcome.change.at != self.at
        stands = self._standing(ref) if came_before else None
        return Kept(stands or outcome, self.people, change.key)

    def _standing(self, ref: str) -> Wording | None:
        return contributions.find(self.session, self.kept.id, ref)

    def _known(self, document: object) -> Known:
        return Known(
            people=frozenset(one.id for one in self.people),
            prompts=self.prompts,
            lines=contributions.refs(self.session, self.kept.id)
            if _links(document)
            else frozenset(),
        )

    def _change(self, found: Asked) -> Change:
        said_at = _instant(self.at)  # Of the first wording; later ones keep what it was then.
        return Change(
            said=replace(found.said, said_at=said_at),
            key=found.key,
            based_on=found.based_on,
            typed_by=self.user.id,
            at=self.at,
            taken_back=found.taken_back,
            family_yes=found.family_yes,
        )


def _links(document: object) -> bool:
    """Whether it may name other lines, which costs a look at all of them."""
    fields = document.get("fields") if isinstance(document, Mapping) else None
    held = fields.values() if isinstance(fields, Mapping) else ()
    return any(isinstance(one, list | tuple) and one for one in held)


def _instant(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
