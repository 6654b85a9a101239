"""The check before release: reader by reader, what each will see, what not, and what comes near."""

from dataclasses import dataclass
from uuid import UUID

from flask import abort, render_template
from flask_wtf import FlaskForm

from facilitator.accounts.sessions import user
from facilitator.copies import Gate, LookedAt, NearMiss, OtherWords, ReaderCheck, Why
from facilitator.database import Session, reading
from facilitator.people import CopyKind, Person
from facilitator.plans import Line, Plan
from facilitator.refusals import Problem
from facilitator.releasing import opening
from facilitator.releasing.blueprint import releasing
from facilitator.releasing.checking_words import COPY_WORDS, how_many, named, sections, told
from facilitator.releasing.opening import Opened


@dataclass(frozen=True)
class Near:
    """One near miss: its place on the page, its fingerprint, and what somebody said of it."""

    miss: NearMiss
    place: str
    fingerprint: str
    looked: str = ""


@dataclass(frozen=True, kw_only=True)
class ReaderShown:
    """One reader on the page.

    ``stops`` are the reasons that are about this reader alone, ``waits`` is the second person's.
    """

    check: ReaderCheck
    address: UUID
    copy: str
    how_many: str
    sees: tuple[str, ...]
    hidden: tuple[Line, ...]
    may_hear: tuple[Line, ...]
    elsewhere: tuple[Line, ...]
    near: tuple[Near, ...]
    anew: tuple[tuple[OtherWords, str], ...]
    stops: tuple[Problem, ...]
    waits: Problem | None
    may_leave: bool

    @property
    def reader(self) -> Person:
        """Whose copy it is."""
        return self.check.reader

    @property
    def to_look_at(self) -> int:
        """At how many near misses nobody has looked yet."""
        return sum(not one.looked for one in self.near)


@releasing.get("/meetings/<uuid:meeting_id>/release")
def check(meeting_id: UUID) -> str:
    """Who will see what, and every reason why a copy can't leave now."""
    with reading() as session:
        opened = load(session, meeting_id)
    return check_page(opened)


def check_page(opened: Opened, form: FlaskForm | None = None) -> str:
    """The page; ``form`` is what somebody sent of one near miss, where it can't be kept yet."""
    gate = opened.gate
    return render_template(
        "releasing/check.html",
        opened=opened,
        heading="Check before release",
        form=form,
        readers=tuple(
            reader_shown(opened, one) for one in gate.readers if not gate.is_shut_out(one)
        ),
        without=without_a_copy(gate),
        repeats=tuple((_line(gate.plan, line), words) for line, words in opened.repeats),
        told=lambda line: told(line, gate.plan.people),
        word=lambda line: line.row.word,
    )


def load(session: Session, meeting_id: UUID) -> Opened:
    """That meeting; not found where it is not there and where it is somebody else's."""
    return opening.open_for(session, meeting_id, user()) or abort(404)


def reader_shown(opened: Opened, reader: Person) -> ReaderShown:
    """That reader's check, with what the page tells of it."""
    gate = opened.gate
    checked = gate.check_of(reader.id)
    problems, waits = gate.why_not(reader.id), gate.second_person(reader.id)
    return ReaderShown(
        check=checked,
        address=opened.ids[reader.id],
        copy=COPY_WORDS[checked.kind],
        how_many=how_many(checked),
        sees=sections(checked),
        hidden=checked.not_seen_for(Why.HIDDEN),
        may_hear=checked.not_seen_for(Why.MAY_HEAR),
        elsewhere=checked.not_seen_for(Why.NOT_THEIRS, Why.NOT_CHOSEN, Why.BESIDE),
        near=near_of(opened, reader),
        anew=tuple((one, named(gate.plan.people, one.by)) for one in checked.anew),
        stops=tuple(one for one in problems if one.place and one != waits),
        waits=waits,
        may_leave=not problems,
    )


def near_of(opened: Opened, reader: Person) -> tuple[Near, ...]:
    """What in that reader's copy comes near to something hidden, in the order of the page."""
    looked = {one.fingerprint: one for one in opened.gate.looked_at}
    found = []
    for number, miss in enumerate(opened.gate.check_of(reader.id).near, 1):
        seen = miss.seen_as(opened.gate.plan.version, reader.id)
        place = f"near-{opened.ids[reader.id]}-{number}"
        found.append(Near(miss, place, seen, _looked(opened, looked.get(seen))))
    return tuple(found)


def _looked(opened: Opened, at_it: LookedAt | None) -> str:
    if at_it is None:
        return ""
    who, when = opened.names.get(at_it.user_id, ""), at_it.at.astimezone(opened.zone)
    return f"{who} looked at it at {when:%H:%M}"


def _line(plan: Plan, line_id: str) -> Line | None:
    return next((line for line in plan.lines if line.id == line_id), None)


def without_a_copy(gate: Gate) -> tuple[tuple[Person, str], ...]:
    """Everybody who gets no copy, each with why."""
    return tuple(
        (one, _why_none(gate, one))
        for one in gate.plan.people
        if one.copy_kind is CopyKind.NONE or gate.is_shut_out(one)
    )


def _why_none(gate: Gate, person: Person) -> str:
    rule = gate.plan.people.safety.shut_out(person.id, gate.plan.agreed_on)
    if rule is not None:
        return f"No copy, no invitation, no list: “{rule.rule}”"
    return "Left out of the meeting." if person.is_left_out else "To have none."
