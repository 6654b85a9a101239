"""The agenda that a meeting is led by: its own copy, read once."""

from functools import lru_cache
from uuid import UUID

from facilitator.agenda import Agenda, shipped
from facilitator.database import Session
from facilitator.meetings import KeptMeeting
from facilitator.meetings import store as meetings

USUAL = "family_group_conference"
_MOST_KEPT = 16  # agendas in memory, of some 50 KB each


def agenda_of(session: Session, kept: KeptMeeting) -> Agenda:
    """The meeting's own agenda, else the shipped one of its kind, else the usual one. One query."""
    return _read(_file(session, kept.id, kept.meeting.kind))


def _file(session: Session, meeting_id: UUID, kind: str) -> bytes:
    own = meetings.find_agenda(session, meeting_id)
    found = own or shipped.find_file(kind) or shipped.find_file(USUAL)
    if found is None:  # The wheel and the checkout both carry it: a test asks for it.
        raise LookupError(f"There is no agenda {USUAL}.")
    return found


@lru_cache(maxsize=_MOST_KEPT)
def _read(toml: bytes) -> Agenda:
    return Agenda.read(toml, "the agenda of this meeting")
