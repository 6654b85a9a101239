"""Keeping a restriction or a hidden item: each has an id for addresses, and none is overwritten."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from flask_wtf import FlaskForm

from facilitator.database import Session, reading
from facilitator.database.troubles import NotKept, keeping
from facilitator.pages import flash
from facilitator.people import HiddenItem, People, Restriction
from facilitator.people import store as people_store
from facilitator.preparing.changing import changing
from facilitator.preparing.keeping import (
    CONFLICT,
    NOT_YET,
    Difference,
    Outcome,
    differences,
    fingerprint,
    settle,
)
from facilitator.preparing.opening import Preparation, open_for_user
from facilitator.preparing.people import seats
from facilitator.preparing.safety.forms import HiddenForm, RestrictionForm

KEPT = 200
One = Restriction | HiddenItem


@dataclass(frozen=True)
class Part:
    """One list of the safety of a meeting: where it is kept, and the form of one of its entries.

    ``name`` stands in addresses, ``attribute`` in the values, ``place`` among the store's ids.
    """

    name: str
    attribute: str
    place: int
    form: Callable[..., Any]
    new: str

    def among(self, people: People) -> tuple[One, ...]:
        """The entries."""
        return tuple(getattr(people.safety, self.attribute))


RESTRICTIONS = Part(
    "restrictions", "restrictions", 0, RestrictionForm, new="Somebody must keep away"
)
HIDDEN = Part("hidden", "hidden_items", 1, HiddenForm, new="Words that some must not see")
PARTS: Mapping[str, Part] = {one.name: one for one in (RESTRICTIONS, HIDDEN)}


@dataclass(frozen=True)
class Opened:
    """The safety of a meeting, with the ids for addresses of one of its lists."""

    prep: Preparation
    part: Part
    ids: tuple[UUID, ...]

    def find(self, item_id: UUID | None) -> One | None:
        """The entry with that id, or None."""
        return self.by_id.get(item_id) if item_id else None

    @property
    def by_id(self) -> Mapping[UUID, One]:
        """The entries by their ids."""
        return dict(zip(self.ids, self.part.among(self.prep.people), strict=True))


@dataclass(frozen=True)
class SentItem:
    """A form of an entry that was sent, and what came of it."""

    prep: Preparation
    form: Any
    status: int = KEPT
    clash: tuple[Difference, ...] | None = None
    id: UUID | None = None


def open_part(session: Session, meeting_id: UUID, part: Part) -> Opened:
    """One list of the safety of that meeting; not found where there is none for the user."""
    prep = open_for_user(session, meeting_id)
    return Opened(prep, part, people_store.safety_ids(session, prep.id)[part.place])


def keep(meeting_id: UUID, part: Part, item_id: UUID | None) -> SentItem:
    """Keep what the form in the request says of that entry, or of a new one."""
    try:
        with keeping() as session:
            opened = open_part(session, meeting_id, part)
            sent = _kept_or_not(session, opened, item_id)
            if sent.status != KEPT:
                return sent
            after = open_part(session, meeting_id, part)
            entries = part.among(after.prep.people)
            return replace(sent, id=after.ids[entries.index(sent.form.asked())])
    except NotKept as trouble:
        with reading() as session:
            opened = open_part(session, meeting_id, part)
        form = _form(opened, item_id)
        form.form_errors = [str(trouble.problem)]
        return SentItem(opened.prep, form, trouble.status)


def take_back(meeting_id: UUID, part: Part, item_id: UUID, based_on: str) -> SentItem | None:
    """Take that entry away, as it was seen; None once it is gone, else with what stands now."""
    with changing() as session:
        opened = open_part(session, meeting_id, part)
        now = opened.find(item_id)
        if now is None:
            return None
        if fingerprint(now) != based_on:
            return SentItem(opened.prep, part.form(people=opened.prep.people, kept=now), CONFLICT)
        stay = tuple(one for key, one in opened.by_id.items() if key != item_id)
        _save(session, opened, stay)
    return None


def _kept_or_not(session: Session, opened: Opened, item_id: UUID | None) -> SentItem:
    prep, form = opened.prep, _form(opened, item_id)
    if not form.validate_on_submit():
        return SentItem(prep, form, NOT_YET)
    now, asked = opened.find(item_id), form.asked()
    entries = opened.part.among(prep.people)
    outcome = settle(now, asked, form.based_on.data or "")
    if outcome is Outcome.CLASH:
        form.based_on.data = fingerprint(now)
        return SentItem(prep, form, CONFLICT, _both(prep, opened.part, now, form))
    # A new one that is there already came twice.
    if outcome is Outcome.KEEP and (now is not None or asked not in entries):
        changed = tuple(asked if key == item_id else one for key, one in opened.by_id.items())
        _save(session, opened, changed if now is not None else (*entries, asked))
    return SentItem(prep, form)


def _form(opened: Opened, item_id: UUID | None) -> Any:
    return opened.part.form(people=opened.prep.people, kept=opened.find(item_id))


def _both(
    prep: Preparation, part: Part, now: One | None, form: FlaskForm
) -> tuple[Difference, ...]:
    return differences(part.form(people=prep.people, kept=now, formdata=None), form)


def _save(session: Session, opened: Opened, entries: tuple[One, ...]) -> None:
    prep = opened.prep
    change: dict[str, Any] = {opened.part.attribute: entries}
    safety = replace(prep.people.safety, **change)
    people, told = seats.with_safe_adults_only(
        prep.people.with_safety(safety), prep.kept.meeting.held_on
    )
    people_store.save(session, prep.id, people)
    for words in told:
        flash.notice(words)
