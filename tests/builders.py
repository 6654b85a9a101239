"""Small builders with defaults: a test names only what matters to it."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from facilitator.contributions import Contribution, Fields
from facilitator.copies import Copy, Handed, How
from facilitator.database import new_id
from facilitator.meetings import Meeting
from facilitator.people import CopyKind, HiddenItem, People, Person, Restriction, Safety
from facilitator.plans import Draft, Plan
from tests.people.cast import EVERYONE

MEETING_DAY = date(2027, 3, 6)


def said(kind: str, words: str = "", /, **known: Any) -> Contribution:
    """A contribution; what is no field of its kind (exact, lang, name_shown, id) is its own."""
    own = {
        key: known.pop(key)
        for key in ("id", "exact", "lang", "dir", "name_shown", "by") & known.keys()
    }
    fields = Fields({key.rstrip("_"): value for key, value in known.items()})
    return Contribution(
        id=own.pop("id", f"{kind}:{words}"), kind=kind, words=words, fields=fields, **own
    )


def step(what: str = "Walk Ellie to school.", **known: Any) -> Contribution:
    """A whole step, with nothing missing."""
    whole = {
        "who": ("nan",),
        "start": MEETING_DAY,
        "how_often": "every school day",
        "kind_": "family",
    }
    return said("action", what, **{**whole, **known})


def meeting(**known: Any) -> Meeting:
    """A family group conference on a Saturday."""
    usual = {
        "id": "marsh",
        "kind": "family_group_conference",
        "title": "Ellie's meeting",
        "held_on": MEETING_DAY,
        "place": "St Luke's hall",
    }
    return Meeting(**{**usual, **known})


def hidden(text: str, *hide_from: str) -> HiddenItem:
    """A hidden item."""
    return HiddenItem(text=text, hide_from=hide_from, reason="the family asked")


def kept_away(person: str, **known: Any) -> Restriction:
    """A restriction on one person."""
    usual = {"person": person, "kind": "order", "protects": ("mum",), "rule": "No contact."}
    return Restriction(**{**usual, **known})


def people(
    *everyone: Person,
    hidden_items: tuple[HiddenItem, ...] = (),
    restrictions: tuple[Restriction, ...] = (),
) -> People:
    """The people of a meeting; the whole cast where nobody is named."""
    return People(
        everyone or EVERYONE, Safety(restrictions=restrictions, hidden_items=hidden_items)
    )


def draft(*contributions: Contribution, of: People | None = None, **known: Any) -> Draft:
    """The draft that these contributions make."""
    return Draft.of(meeting(**known), of or people(), contributions)


def plan(*contributions: Contribution, of: People | None = None, **known: Any) -> Plan:
    """The plan that these contributions make, agreed on the day of the meeting."""
    return draft(*contributions, of=of, **known).agree(on=MEETING_DAY, code="CDFG-HJKM")


def copy(reader: str, *contributions: Contribution, of: People | None = None) -> Copy:
    """That person's copy of the plan that these contributions make."""
    return Copy.for_reader(plan(*contributions, of=of), reader)


def handed(**known: Any) -> Handed:
    """A row of the register: Nan's whole plan, put into her hand."""
    usual = {
        "id": new_id(),
        "version": 1,
        "code": "CDFG-HJKM",
        "person": "nan",
        "name": "Nan",
        "kind": CopyKind.FULL,
        "edition": "standard",
        "language": "en",
        "how": How.BY_HAND,
        "at": datetime(2027, 3, 6, 16, 30, tzinfo=UTC),
        "user_id": UUID(int=1),
        "sha256": "ab" * 32,
    }
    return Handed(**{**usual, **known})
