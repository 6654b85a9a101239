"""The pages that list what was said before the day, each with the ways to add to it and mend it."""

from dataclasses import dataclass
from uuid import UUID

from flask import render_template

from facilitator import days
from facilitator.accounts import sessions
from facilitator.contributions import Contribution, Wording
from facilitator.contributions import store as contributions
from facilitator.database import reading
from facilitator.people import Person, Role
from facilitator.preparing.asking import could_ask
from facilitator.preparing.blueprint import preparing
from facilitator.preparing.lines.line_words import OF_THE_FAMILY
from facilitator.preparing.lines.showing import Shown, shown
from facilitator.preparing.opening import Preparation, open_for_user
from facilitator.preparing.tasks.listing import THE_FAMILY, has_own_say


@dataclass(frozen=True)
class Listed:
    """A meeting with what stands, and what was taken back, so that it can be brought back."""

    prep: Preparation
    standing: tuple[Wording, ...]
    taken_back: tuple[Contribution, ...]

    def gone(self, *kinds: str) -> tuple[Contribution, ...]:
        """What was taken back of those kinds."""
        return tuple(one for one in self.taken_back if one.kind in kinds)


@dataclass(frozen=True)
class Say:
    """One person with what they said before the day; ``kind`` is the kind that theirs has."""

    person: Person
    address: UUID
    kind: str
    said: tuple[Shown, ...]


@preparing.get("/meetings/<uuid:meeting_id>/purpose")
def purpose(meeting_id: UUID) -> str:
    """Why we meet, and the questions for the family."""
    return page_of("purpose", listed_for(meeting_id), "Why we meet", kinds=("purpose", "question"))


@preparing.get("/meetings/<uuid:meeting_id>/say")
def views(meeting_id: UUID) -> str:
    """What each child says, and each person who can't be there."""
    listed = listed_for(meeting_id)
    whose = [one for one in listed.prep.people if has_own_say(one)]
    return page_of(
        "views",
        listed,
        "Everybody's say before the day",
        kinds=("child_view", "sent_words"),
        says=[_say(listed.prep, one) for one in whose],
    )


@preparing.get("/meetings/<uuid:meeting_id>/yes")
def consent(meeting_id: UUID) -> str:
    """Each person's own answer to the meeting."""
    listed = listed_for(meeting_id)
    family = [one for one in listed.prep.people if one.role in THE_FAMILY and not one.is_left_out]
    return page_of(
        "consent",
        listed,
        "Yes to the meeting",
        kinds=("consent",),
        says=[_say(listed.prep, one, "consent") for one in family],
    )


@preparing.get("/meetings/<uuid:meeting_id>/family-words")
def family_words(meeting_id: UUID) -> str:
    """What this family calls things, and what it does not want to be said."""
    listed = listed_for(meeting_id)
    prep = listed.prep
    return page_of(
        "family_words",
        listed,
        "The family's own words",
        kinds=OF_THE_FAMILY,
        asks=could_ask(prep.agenda, prep.people, to=("family",), gathers=OF_THE_FAMILY),
    )


def listed_for(meeting_id: UUID) -> Listed:
    """That meeting with all that was said, for whoever is signed in; not found as ever."""
    with reading() as session:
        prep = open_for_user(session, meeting_id)
        stands = contributions.standing(session, prep.id)
        gone = contributions.standing(session, prep.id, taken_back=True)
    return Listed(prep, stands, tuple(one.said for one in gone))


def _say(prep: Preparation, person: Person, kind: str = "") -> Say:
    kind = kind or ("child_view" if person.role is Role.CHILD else "sent_words")
    theirs = tuple(one for one in prep.of_kind(kind) if one.by == person.id)
    return Say(person, prep.ids[person.id], kind, _shown(prep, theirs))


def _shown(prep: Preparation, said: tuple[Contribution, ...]) -> tuple[Shown, ...]:
    today = sessions.now().astimezone(prep.zone).date()
    return tuple(shown(one, prep.people, prep.kept.meeting.held_on, today) for one in said)


def page_of(name: str, listed: Listed, heading: str, kinds: tuple[str, ...], **more: object) -> str:
    """The page of that name, with the lines of these kinds and those that were taken back."""
    prep = listed.prep
    return render_template(
        f"preparing/{name}.html",
        prep=prep,
        heading=heading,
        kinds=kinds,
        lines={kind: _shown(prep, prep.of_kind(kind)) for kind in kinds},
        gone=_shown(prep, listed.gone(*kinds)),
        day=days.day,
        **more,
    )
