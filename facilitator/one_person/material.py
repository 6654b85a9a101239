"""All that is kept of one meeting and may hold something about one of its people."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

from facilitator.accounts import store as accounts
from facilitator.agreeing import store as sounding
from facilitator.agreeing.sounding import Sounds
from facilitator.break_glass import store as openings
from facilitator.break_glass.opening import Opening
from facilitator.contributions import Contribution, Wording
from facilitator.contributions import store as contributions
from facilitator.copies import Handed, OtherWords, Withdrawal, Yes
from facilitator.copies import store as register
from facilitator.database import Session
from facilitator.exchange import store as beside_store
from facilitator.exchange.beside import Beside
from facilitator.leading.private import store as spells_store
from facilitator.meetings import KeptMeeting
from facilitator.meetings.private_time import Spell
from facilitator.notes import Note
from facilitator.notes import store as notes
from facilitator.people import Hiding, People
from facilitator.people import store as people
from facilitator.plans import Agreed
from facilitator.plans import store as plans
from facilitator.plans.due import KeptDue
from facilitator.releasing import opening as released
from facilitator.releasing import store as releasing
from facilitator.walk import Happening
from facilitator.walk import store as walk


@dataclass(frozen=True, kw_only=True)
class Material:
    """What is kept of one meeting, as plain values, for one person's file.

    ``standing`` is what stands of what was said, ``before`` every wording that it ever had, also of
    what was taken back. ``held`` are the ids of the lines in a person's own copy, where that very
    copy was handed over to them. ``users`` says what each user of the app is called.
    """

    kept: KeptMeeting
    people: People
    standing: tuple[Contribution, ...] = ()
    before: tuple[Wording, ...] = ()
    own_questions: tuple[tuple[str, str], ...] = ()
    notes: tuple[Note, ...] = ()
    beside: Beside = field(default_factory=Beside)
    agreed: tuple[Agreed, ...] = ()
    dues: tuple[KeptDue, ...] = ()
    register: tuple[Handed, ...] = ()
    withdrawals: tuple[Withdrawal, ...] = ()
    yeses: tuple[Yes, ...] = ()
    other_words: tuple[OtherWords, ...] = ()
    happenings: tuple[Happening, ...] = ()
    sounds: tuple[Sounds, ...] = ()
    spells: tuple[Spell, ...] = ()
    openings: tuple[Opening, ...] = ()
    held: Mapping[str, frozenset[str]] = field(default_factory=dict)
    users: Mapping[UUID, str] = field(default_factory=dict)

    @cached_property
    def everybody(self) -> People:
        """The people of today, with the safety of today and of every plan that was agreed."""
        safety = self.people.safety
        for one in self.agreed:
            then = one.plan.people.safety
            safety = type(safety)(
                restrictions=tuple(dict.fromkeys((*safety.restrictions, *then.restrictions))),
                hidden_items=tuple(dict.fromkeys((*safety.hidden_items, *then.hidden_items))),
                arrangements=tuple(dict.fromkeys((*safety.arrangements, *then.arrangements))),
            )
        return self.people.with_safety(safety)

    def hiding_from(self, person_id: str) -> Hiding:
        """Everything that this person must not see, and ever was not to see."""
        return Hiding.from_reader(self.everybody, person_id)


def material_of(session: Session, kept: KeptMeeting, person_id: str = "") -> Material:
    """Everything that is kept of that meeting, for the file of that person.

    Lines that were mended cost a query each; all else is asked once, however much was said.
    """
    versions = plans.list_of(session, kept.id)
    said = contributions.standing(session, kept.id)
    gone = contributions.standing(session, kept.id, taken_back=True)
    handed = register.list_of(session, kept.id)
    return Material(
        kept=kept,
        people=people.load(session, kept.id),
        standing=tuple(one.said for one in said),
        before=_before(session, kept, (*said, *gone)),
        own_questions=walk.own_questions(session, kept.id),
        notes=notes.load(session, kept.id),
        beside=beside_store.load(session, kept.id),
        agreed=tuple(plans.load(session, kept.id, one.number) for one in versions),
        dues=plans.dues(session, kept.id),
        register=handed,
        withdrawals=register.withdrawals(session, kept.id),
        yeses=releasing.yeses(session, kept.id),
        other_words=releasing.other_words(session, kept.id),
        happenings=walk.load(session, kept.id),
        sounds=sounding.load(session, kept.id),
        spells=spells_store.spells(session, kept.id),
        openings=openings.of_meeting(session, kept.id),
        held=_held(session, kept, handed, person_id),
        users={one.id: one.name for one in accounts.list_users(session)},
    )


def _before(
    session: Session, kept: KeptMeeting, several: tuple[Wording, ...]
) -> tuple[Wording, ...]:
    """Every earlier wording, and the last one of what was taken back; most lines have none."""
    found: list[Wording] = []
    for one in several:
        if one.number > 1:
            found += contributions.wordings(session, kept.id, one.said.id)[:-1]
        if one.change.taken_back:
            found.append(one)
    return tuple(found)


def _held(
    session: Session, kept: KeptMeeting, handed: tuple[Handed, ...], person_id: str
) -> dict[str, frozenset[str]]:
    """The lines in that person's own copy, where that very copy was handed over to them."""
    known = {one.sha256 for one in handed if one.person == person_id}
    if not known:
        return {}
    opened = released.opened_of(session, kept)
    copy = opened.gate.check_of(person_id).copy
    if copy is None or copy.sha256 not in known:
        return {}
    stands = {one.id: one.words for one in opened.said}
    same = (line for line in copy.plan.lines if stands.get(line.id) == line.words)
    return {person_id: frozenset(line.id for line in same)}
