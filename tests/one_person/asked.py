"""What people asked of one family's facilitator, for tests."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

from facilitator.accounts.sessions import now
from facilitator.database import Session, new_id
from facilitator.meetings import KeptMeeting
from facilitator.one_person import store
from facilitator.one_person.asking import AccessRequest
from facilitator.one_person.correcting import Correction


def a_request(kept: KeptMeeting, **known: Any) -> AccessRequest:
    """Bev asks for everything about herself."""
    usual: dict[str, Any] = {
        "id": new_id(),
        "meeting_id": kept.id,
        "person": "bev",
        "asked_by": "Bev herself",
        "known_by": "I know her",
        "asked_on": date(2027, 3, 3),
        "at": now(),
        "typed_by": kept.owner_id,
    }
    return AccessRequest(**usual | known)


def a_correction(kept: KeptMeeting, **known: Any) -> Correction:
    """Bev asks to have something put right that stands in no plan."""
    usual: dict[str, Any] = {
        "id": new_id(),
        "meeting_id": kept.id,
        "person": "bev",
        "asked": "I was born in May",
        "asked_on": date(2027, 3, 3),
        "line": "",
        "about": "my birthday",
        "at_version": 1,
        "at": now(),
        "typed_by": kept.owner_id,
    }
    return Correction(**usual | known)


def what_people_ask(session: Session, kept: KeptMeeting, mark: str) -> Iterator[tuple[str, UUID]]:
    """A request and a correction of that family, with its mark in them."""
    request = a_request(kept, asked_by=f"Bev herself {mark}")
    yield "request_id", store.ask(session, request).id
    correction = a_correction(kept, asked=f"I was born in May {mark}")
    yield "correction_id", store.ask_correction(session, correction).id
