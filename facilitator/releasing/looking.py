"""Somebody looked at a near miss: they type whose copy it is, and it may stand there."""

import unicodedata
from uuid import UUID

from flask import abort, redirect, request, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import HiddenField

from facilitator.accounts.sessions import now, user
from facilitator.copies import LookedAt
from facilitator.database import Session, reading
from facilitator.database.troubles import NotKept, keeping
from facilitator.pages import flash
from facilitator.people import Person
from facilitator.preparing.fields import name_field
from facilitator.releasing import store
from facilitator.releasing.blueprint import releasing
from facilitator.releasing.checking import check_page, load, near_of
from facilitator.releasing.opening import Opened

NOT_YET = 422


class LookedForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF brings no types
    """One near miss, and the name of whoever may read it, typed: nobody types that by mistake."""

    reader = HiddenField()
    near = HiddenField()
    name = name_field("Their name")

    def is_of(self, person: Person) -> bool:
        """Whether that person's name was typed; where not, the field says so."""
        if not self.validate():
            return False
        typed, name = self.name.data or "", person.short_name
        if _plain(typed) == _plain(name):
            return True
        wrong = f"“{typed}” is not whose copy this is." if typed else "There is no name here yet."
        self.name.errors = [f"{wrong} Type “{name}”, if they may read it."]
        return False


@releasing.post("/meetings/<uuid:meeting_id>/release/looked")
def looked(meeting_id: UUID) -> Response | tuple[str, int]:
    """Keep that somebody looked at one near miss, and said that it may stand."""
    form = LookedForm()
    with reading() as session:
        opened = load(session, meeting_id)
    person = _reader(opened)
    if _find(opened, person) and not form.is_of(person):
        return _again(opened, person, form), NOT_YET
    try:
        with keeping() as session:
            said = _keep(session, load(session, meeting_id), person)
    except NotKept as trouble:
        form.name.errors = [str(trouble.problem)]
        return _again(opened, person, form), trouble.status
    if said:
        flash.success(f"You looked at it. It may stand before {person.short_name}.")
    else:
        flash.error("That line has changed since. Look at it again.")
    anchor = f"reader-{opened.ids[person.id]}"
    return redirect(url_for("releasing.check", meeting_id=meeting_id, _anchor=anchor), 303)


def _keep(session: Session, opened: Opened, person: Person) -> bool:
    """Whether that near miss still stands there; it is looked at then."""
    if not _find(opened, person):
        return False
    at_it = LookedAt(
        fingerprint=request.form["near"],
        version=opened.gate.plan.version,
        reader=person.id,
        at=now(),
        user_id=user().id,
    )
    store.looked(session, opened.kept.id, at_it)
    return True


def _find(opened: Opened, person: Person) -> str:
    """Where on the page that near miss stands; "" where it stands there no more."""
    asked = request.form.get("near", "")
    near = near_of(opened, person)
    return next((one.place for one in near if one.fingerprint == asked), "")


def _reader(opened: Opened) -> Person:
    try:
        address = UUID(request.form.get("reader", ""))
    except ValueError:
        abort(404)
    return opened.person_of(address) or abort(404)


def _again(opened: Opened, person: Person, form: LookedForm) -> str:
    form.name.id = _find(opened, person)  # The summary of what is wrong leads there.
    return check_page(opened, form)


def _plain(name: str) -> str:
    """A name without what two people would type in two ways."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())
