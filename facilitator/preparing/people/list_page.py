"""The list of the people, in the order of the seats: moving somebody, and taking somebody off."""

from uuid import UUID

from flask import abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from facilitator.contributions import store as contributions
from facilitator.database import Session, reading
from facilitator.pages import flash
from facilitator.people import Person, Role
from facilitator.people import store as people_store
from facilitator.preparing.asking import could_ask
from facilitator.preparing.blueprint import preparing
from facilitator.preparing.changing import changing
from facilitator.preparing.keeping import CONFLICT, fingerprint
from facilitator.preparing.opening import Preparation, open_for_user
from facilitator.preparing.people import listing, seats
from facilitator.preparing.safety.same_room import must_be_sorted
from facilitator.walk import store as walk

LEADS = "They lead this meeting."


@preparing.get("/meetings/<uuid:meeting_id>/people")
def people(meeting_id: UUID) -> str:
    """Everybody, in the order of the seats."""
    with reading() as session:
        prep = open_for_user(session, meeting_id)
    return render_template(
        "preparing/people.html",
        prep=prep,
        heading="The people",
        listed=listing.listed(prep),
        must=must_be_sorted(prep.people, prep.kept.meeting.held_on),
        asks=could_ask(prep.agenda, prep.people, to=("family",), keeps=("REL-3",)),
    )


@preparing.post("/meetings/<uuid:meeting_id>/people/<uuid:person_id>/move")
def move_person(meeting_id: UUID, person_id: UUID) -> Response:
    """Give somebody the seat that the form names; the same form twice moves them once."""
    seat = request.form.get("seat", "")
    with changing() as session:
        prep = open_for_user(session, meeting_id)
        one = found(prep, person_id)
        if not (seat.isascii() and seat.isdigit() and 0 < int(seat[:4]) <= len(prep.ids)):
            abort(400)
        people_store.save(session, prep.id, prep.people.moved(one.id, int(seat) - 1))
    return redirect(_to_list(meeting_id, f"person-{person_id}"), 303)


@preparing.get("/meetings/<uuid:meeting_id>/people/<uuid:person_id>/take-out")
def take_out_person(meeting_id: UUID, person_id: UUID) -> str:
    """Whether somebody can be taken off the list, and what names them where they can't."""
    with reading() as session:
        prep = open_for_user(session, meeting_id)
        one = found(prep, person_id)
        why_not = _why_not(session, prep, one)
    return _page(prep, one, why_not)


@preparing.post("/meetings/<uuid:meeting_id>/people/<uuid:person_id>/take-out")
def take_out_person_submit(meeting_id: UUID, person_id: UUID) -> Response | tuple[str, int]:
    """Take somebody off the list whom nothing names."""
    with changing() as session:
        prep = open_for_user(session, meeting_id)
        ref = prep.find_by_address(person_id)
        if ref is None:  # The same form came twice.
            return redirect(_to_list(meeting_id), 303)
        one = prep.people.load(ref)
        why_not = _why_not(session, prep, one)
        is_as_seen = fingerprint(one) == request.form.get("based_on")
        if is_as_seen and not why_not:
            people_store.save(session, prep.id, prep.people.without(ref))
    if why_not or not is_as_seen:
        return _page(prep, one, why_not, changed=not is_as_seen), CONFLICT
    flash.success(f"{one.short_name} is off the list.")
    return redirect(_to_list(meeting_id), 303)


def found(prep: Preparation, person_id: UUID) -> Person:
    """The person with that id in addresses, or not found."""
    return prep.people.load(prep.find_by_address(person_id) or abort(404))


def _why_not(session: Session, prep: Preparation, one: Person) -> tuple[str, ...]:
    if one.role is Role.FACILITATOR:
        return (LEADS,)
    # A line that was taken back may be brought back, so that it counts too.
    ever = contributions.ever_said(session, prep.id)
    named = seats.what_names(one, prep.people, ever, prep.kept.meeting)
    walked = walk.load(session, prep.id)
    was_there = any(it.what.is_of_a_person and it.about == one.id for it in walked)
    return (*named, f"{one.short_name} came in or went out on the day.") if was_there else named


def _page(
    prep: Preparation, one: Person, why_not: tuple[str, ...], *, changed: bool = False
) -> str:
    return render_template(
        "preparing/person_out.html",
        prep=prep,
        heading=f"Take {one.short_name} off the list?",
        one=one,
        person_id=prep.ids[one.id],
        why_not=why_not,
        changed=changed,
        based_on=fingerprint(one),
    )


def _to_list(meeting_id: UUID, anchor: str | None = None) -> str:
    return url_for("preparing.people", meeting_id=meeting_id, _anchor=anchor)
