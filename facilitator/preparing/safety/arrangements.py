"""What makes it safe to come: a plain list, a line each."""

from uuid import UUID

from flask import redirect, render_template, url_for
from werkzeug.wrappers import Response

from facilitator.database import reading
from facilitator.database.troubles import NotKept, keeping
from facilitator.pages import flash
from facilitator.people import store as people_store
from facilitator.preparing.asking import could_ask
from facilitator.preparing.blueprint import preparing
from facilitator.preparing.keeping import (
    CONFLICT,
    NOT_YET,
    Outcome,
    differences,
    fingerprint,
    settle,
)
from facilitator.preparing.opening import Preparation, open_for_user
from facilitator.preparing.people.seats import with_arrangements
from facilitator.preparing.safety.forms import ArrangementsForm


@preparing.get("/meetings/<uuid:meeting_id>/safety/arrangements")
def arrangements(meeting_id: UUID) -> str:
    """The list, to mend it."""
    with reading() as session:
        prep = open_for_user(session, meeting_id)
    kept = prep.people.safety.arrangements
    form = ArrangementsForm(kept=kept, formdata=None)
    form.based_on.data = fingerprint(kept)
    return _page(prep, form)


@preparing.post("/meetings/<uuid:meeting_id>/safety/arrangements")
def arrangements_submit(meeting_id: UUID) -> Response | tuple[str, int]:
    """Keep the list."""
    try:
        with keeping() as session:
            prep = open_for_user(session, meeting_id)
            now = prep.people.safety.arrangements
            form = ArrangementsForm(kept=now)
            if not form.validate_on_submit():
                return _page(prep, form), NOT_YET
            asked = form.asked()
            outcome = settle(now, asked, form.based_on.data or "")
            if outcome is Outcome.KEEP:
                people_store.save(session, prep.id, with_arrangements(prep.people, asked))
    except NotKept as trouble:
        with reading() as session:
            prep = open_for_user(session, meeting_id)
        form = ArrangementsForm(kept=prep.people.safety.arrangements)
        form.form_errors = [str(trouble.problem)]
        return _page(prep, form), trouble.status
    if outcome is Outcome.CLASH:
        form.based_on.data = fingerprint(now)
        clash = differences(ArrangementsForm(kept=now, formdata=None), form)
        return _page(prep, form, clash=clash), CONFLICT
    flash.success("What makes it safe to come is kept.")
    return redirect(url_for("preparing.safety", meeting_id=meeting_id, _anchor="arrangements"), 303)


def _page(prep: Preparation, form: ArrangementsForm, **more: object) -> str:
    return render_template(
        "preparing/arrangements.html",
        prep=prep,
        heading="So that it is safe to come",
        form=form,
        asks=could_ask(prep.agenda, prep.people, to=("family",), keeps=("RSL-1",)),
        **more,
    )
