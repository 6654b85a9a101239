"""The check before release: reader by reader, what each will see, what not, and what comes near."""

from dataclasses import dataclass
from uuid import UUID

from flask import abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from facilitator.accounts.sessions import now, user
from facilitator.copies import Gate, LookedAt, NearMiss, OtherWords, ReaderCheck, Why
from facilitator.database import Session, reading
from facilitator.pages import flash
from facilitator.people import CopyKind, Person
from facilitator.plans import Line, Plan
from facilitator.preparing.changing import changing
from facilitator.refusals import Problem
from facilitator.releasing import opening, store
from facilitator.releasing.blueprint import releasing
from facilitator.releasing.checking_words import COPY_WORDS, how_many, named, sections, told
from facilitator.releasing.opening import Opened


@dataclass(frozen=True)
class Near:
    """One near miss on the page: with its fingerprint, and what somebody said of it."""

    miss: NearMiss
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
    gate = opened.gate
    return render_template(
        "releasing/check.html",
        opened=opened,
        heading="Check before release",
        readers=tuple(
            reader_shown(opened, one) for one in gate.readers if not gate.is_shut_out(one)
        ),
        without=without_a_copy(gate),
        repeats=tuple((_line(gate.plan, line), words) for line, words in opened.repeats),
        told=lambda line: told(line, gate.plan.people),
        word=lambda line: line.row.word,
    )


@releasing.post("/meetings/<uuid:meeting_id>/release/looked")
def looked(meeting_id: UUID) -> Response:
    """Keep that somebody looked at one near miss, and said that it may stand."""
    asked = request.form.get("near", "")
    with changing() as session:
        opened = load(session, meeting_id)
        gate = opened.gate
        person = opened.person_of(_address(request.form.get("reader", ""))) or abort(404)
        near = gate.check_of(person.id).near
        if asked not in {one.seen_as(gate.plan.version, person.id) for one in near}:
            flash.error("That line has changed since. Look at it again.")
        else:
            at_it = LookedAt(
                fingerprint=asked,
                version=gate.plan.version,
                reader=person.id,
                at=now(),
                user_id=user().id,
            )
            store.looked(session, meeting_id, at_it)
            flash.success("You looked at it. It may stand.")
    where = url_for(
        "releasing.check", meeting_id=meeting_id, _anchor=f"reader-{opened.ids[person.id]}"
    )
    return redirect(where, 303)


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
        near=tuple(_near(opened, reader, one) for one in checked.near),
        anew=tuple((one, named(gate.plan.people, one.by)) for one in checked.anew),
        stops=tuple(one for one in problems if one.place and one != waits),
        waits=waits,
        may_leave=not problems,
    )


def _near(opened: Opened, reader: Person, miss: NearMiss) -> Near:
    fingerprint = miss.seen_as(opened.gate.plan.version, reader.id)
    for one in opened.gate.looked_at:
        if one.fingerprint == fingerprint:
            who = opened.names.get(one.user_id, "")
            when = one.at.astimezone(opened.zone)
            return Near(miss, fingerprint, f"{who} looked at it at {when:%H:%M}")
    return Near(miss, fingerprint)


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


def _address(typed: str) -> UUID:
    try:
        return UUID(typed)
    except ValueError:
        abort(404)
