"""One person: somebody new on the list, and everything about somebody who is there."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from facilitator.database import Session, reading
from facilitator.database.troubles import NotKept, keeping
from facilitator.pages import flash
from facilitator.people import Person, Role
from facilitator.people import store as people_store
from facilitator.preparing.asking import could_ask
from facilitator.preparing.blueprint import preparing
from facilitator.preparing.keeping import (
    CONFLICT,
    NOT_YET,
    Difference,
    Outcome,
    differences,
    fingerprint,
    new_key,
    settle,
)
from facilitator.preparing.opening import Preparation, open_for_user
from facilitator.preparing.people import seats
from facilitator.preparing.people.list_page import found
from facilitator.preparing.people.person_form import FROM_AFAR, PersonForm
from facilitator.preparing.people.who_form import WhoForm
from facilitator.preparing.safety.same_room import must_be_sorted_for

KEPT = 200
_KEY = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True)
class Sent:
    """A form that was sent, and what came of it; ``status`` is 200 where it is kept."""

    prep: Preparation
    form: WhoForm
    status: int = KEPT
    clash: tuple[Difference, ...] | None = None


@preparing.get("/meetings/<uuid:meeting_id>/people/new")
def add_person(meeting_id: UUID) -> str:
    """The form for somebody new."""
    with reading() as session:
        prep = open_for_user(session, meeting_id)
    key = new_key()
    form = WhoForm(formdata=None, people=prep.people, person=_nobody(key))
    form.key.data = key
    return _page_for_new(Sent(prep, form))


@preparing.post("/meetings/<uuid:meeting_id>/people/new")
def add_person_submit(meeting_id: UUID) -> Response | tuple[str, int]:
    """Put somebody new on the list."""
    sent = _keep(meeting_id, _new_form)
    if sent.status != KEPT:
        return _page_for_new(sent), sent.status
    flash.success(f"{sent.form.asked().short_name} is on the list.")
    return redirect(_after_adding(sent), 303)


@preparing.get("/meetings/<uuid:meeting_id>/people/<uuid:person_id>")
def person(meeting_id: UUID, person_id: UUID) -> str:
    """Everything about one person."""
    with reading() as session:
        prep = open_for_user(session, meeting_id)
    one = found(prep, person_id)
    form = _kept_form(prep, one)
    form.based_on.data = fingerprint(one)
    return _page_of(Sent(prep, form), person_id)


@preparing.post("/meetings/<uuid:meeting_id>/people/<uuid:person_id>")
def person_submit(meeting_id: UUID, person_id: UUID) -> Response | tuple[str, int]:
    """Keep what the form says of somebody."""
    sent = _keep(meeting_id, lambda prep: _form_of(prep, person_id))
    if sent.status != KEPT:
        return _page_of(sent, person_id), sent.status
    flash.success(f"What you wrote about {sent.form.asked().short_name} is kept.")
    anchor = f"person-{person_id}"
    return redirect(url_for("preparing.people", meeting_id=meeting_id, _anchor=anchor), 303)


def _keep(meeting_id: UUID, make: Callable[[Preparation], WhoForm]) -> Sent:
    try:
        with keeping() as session:
            prep = open_for_user(session, meeting_id)
            form = make(prep)
            if not form.validate_on_submit():
                return Sent(prep, form, NOT_YET)
            if _save(session, prep, form) is Outcome.CLASH:
                return Sent(prep, form, CONFLICT, _both(prep, form))
            return Sent(open_for_user(session, meeting_id), form)
    except NotKept as trouble:
        with reading() as session:
            prep = open_for_user(session, meeting_id)
        form = make(prep)
        form.form_errors = [str(trouble.problem)]
        return Sent(prep, form, trouble.status)


def _save(session: Session, prep: Preparation, form: WhoForm) -> Outcome:
    now, asked = prep.people.find(form.person.id), form.asked()
    outcome = settle(now, asked, form.based_on.data or "")
    if outcome is Outcome.KEEP:
        put = seats.seated if now is None else type(prep.people).with_person
        safe, told = seats.with_safe_adults_only(put(prep.people, asked), prep.kept.meeting.held_on)
        people_store.save(session, prep.id, safe)
        for words in told:
            flash.notice(words)
    return outcome


def _both(prep: Preparation, form: WhoForm) -> tuple[Difference, ...]:
    """Both texts. The next Save of this form is based on what stands now."""
    now = prep.people.find(form.person.id)
    form.based_on.data = fingerprint(now)
    if isinstance(form, PersonForm):
        return differences(_kept_form(prep, now or form.person), form)
    kept = WhoForm(formdata=None, people=prep.people, person=now or form.person)
    return differences(kept, form)


def _new_form(prep: Preparation) -> WhoForm:
    nobody = _nobody(_sent_key())
    return WhoForm(people=prep.people, person=prep.people.find(nobody.id) or nobody)


def _form_of(prep: Preparation, person_id: UUID) -> PersonForm:
    ref, on = prep.find_by_address(person_id), prep.kept.meeting.held_on
    if ref is not None:
        return PersonForm(people=prep.people, person=prep.people.load(ref), on=on)
    # Another tab took them off the list. They are somebody new then: no word of the form is lost.
    key = _sent_key()
    nobody = _nobody(key)
    form = PersonForm(people=prep.people, person=prep.people.find(nobody.id) or nobody, on=on)
    form.key.data = key
    return form


def _kept_form(prep: Preparation, one: Person) -> PersonForm:
    on = prep.kept.meeting.held_on
    return PersonForm(formdata=None, people=prep.people, person=one, on=on)


def _nobody(key: str) -> Person:
    return Person(id=f"p{key}", name="", called="", role=Role.FAMILY)


def _sent_key() -> str:
    sent = request.form.get("key", "")
    return sent if _KEY.fullmatch(sent) else new_key()


def _after_adding(sent: Sent) -> str:
    asked, meeting_id = sent.form.asked(), sent.prep.id
    if sent.form.another.data:
        return url_for("preparing.add_person", meeting_id=meeting_id)
    if asked.role is Role.CHILD or asked.attended in FROM_AFAR or asked.is_left_out:
        person_id = sent.prep.ids[asked.id]
        return url_for("preparing.person", meeting_id=meeting_id, person_id=person_id)
    return url_for("preparing.people", meeting_id=meeting_id)


def _page_for_new(sent: Sent) -> str:
    return render_template(
        "preparing/person_new.html",
        prep=sent.prep,
        heading="Somebody new",
        form=sent.form,
        **_with_clash(sent),
    )


def _page_of(sent: Sent, person_id: UUID) -> str:
    prep, one = sent.prep, sent.form.person
    is_child = one.role is Role.CHILD
    return render_template(
        "preparing/person.html",
        prep=prep,
        heading=one.short_name or "Somebody who was taken off the list",
        form=sent.form,
        one=one,
        person_id=person_id,
        is_here=person_id in prep.ids.values(),
        must=must_be_sorted_for(one.id, prep.people, prep.kept.meeting.held_on),
        asks=could_ask(
            prep.agenda,
            prep.people,
            to=("child",) if is_child else ("family",),
            keeps=("REL-2", "RES-3", "RSL-1", *(("RES-1",) if is_child else ())),
            child=one.short_name if is_child else "",
        ),
        **_with_clash(sent),
    )


def _with_clash(sent: Sent) -> dict[str, tuple[Difference, ...]]:
    return {} if sent.clash is None else {"clash": sent.clash}
