"""Keeping everybody safe: who must keep away from whom, and what some must not see."""

from uuid import UUID

from flask import abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from facilitator.database import reading
from facilitator.pages import flash
from facilitator.people import HiddenItem, Restriction
from facilitator.preparing.asking import could_ask
from facilitator.preparing.blueprint import preparing
from facilitator.preparing.keeping import fingerprint
from facilitator.preparing.opening import Preparation, open_for_user
from facilitator.preparing.safety import keeping as safety_keeping
from facilitator.preparing.safety import showing
from facilitator.preparing.safety.keeping import HIDDEN, KEPT, PARTS, RESTRICTIONS, Part, SentItem
from facilitator.preparing.safety.same_room import must_be_sorted, what_it_blocks
from facilitator.preparing.safety.standing import where_it_stands

Answer = Response | str | tuple[str, int]
_PART = "<any(restrictions, hidden):name>"


@preparing.get("/meetings/<uuid:meeting_id>/safety")
def safety(meeting_id: UUID) -> str:
    """Everything that keeps people safe, with what it does."""
    with reading() as session:
        rules = safety_keeping.open_part(session, meeting_id, RESTRICTIONS)
        hidden = safety_keeping.open_part(session, meeting_id, HIDDEN)
    prep = rules.prep
    return render_template(
        "preparing/safety.html",
        prep=prep,
        heading="Keeping everybody safe",
        must=must_be_sorted(prep.people, prep.kept.meeting.held_on),
        rules=showing.rules_shown(rules.by_id, prep),
        hidden=showing.hidden_shown(hidden.by_id, prep),
        asks=could_ask(prep.agenda, prep.people, to=("family",), keeps=("RSL-1",)),
    )


@preparing.get(f"/meetings/<uuid:meeting_id>/safety/{_PART}/new")
def add_safety(meeting_id: UUID, name: str) -> str:
    """The form for a new restriction, or for new words that some must not see."""
    with reading() as session:
        prep = open_for_user(session, meeting_id)
    form = PARTS[name].form(people=prep.people, kept=None, formdata=None)
    return _page(PARTS[name], SentItem(prep, form))


@preparing.post(f"/meetings/<uuid:meeting_id>/safety/{_PART}/new")
def add_safety_submit(meeting_id: UUID, name: str) -> Answer:
    """Keep a new one."""
    return _answer(PARTS[name], meeting_id, None)


@preparing.get(f"/meetings/<uuid:meeting_id>/safety/{_PART}/<uuid:item_id>")
def mend_safety(meeting_id: UUID, name: str, item_id: UUID) -> str:
    """One of them, to mend it."""
    with reading() as session:
        opened = safety_keeping.open_part(session, meeting_id, PARTS[name])
    kept = opened.find(item_id) or abort(404)
    form = PARTS[name].form(people=opened.prep.people, kept=kept, formdata=None)
    form.based_on.data = fingerprint(kept)
    return _page(PARTS[name], SentItem(opened.prep, form, id=item_id))


@preparing.post(f"/meetings/<uuid:meeting_id>/safety/{_PART}/<uuid:item_id>")
def mend_safety_submit(meeting_id: UUID, name: str, item_id: UUID) -> Answer:
    """Keep what the form says of it."""
    return _answer(PARTS[name], meeting_id, item_id)


@preparing.get(f"/meetings/<uuid:meeting_id>/safety/{_PART}/<uuid:item_id>/take-back")
def take_back_safety(meeting_id: UUID, name: str, item_id: UUID) -> str:
    """What would no longer be kept apart or hidden, before anybody takes it back."""
    with reading() as session:
        opened = safety_keeping.open_part(session, meeting_id, PARTS[name])
    return _page_to_take_back(opened.prep, PARTS[name], item_id, opened.find(item_id) or abort(404))


@preparing.post(f"/meetings/<uuid:meeting_id>/safety/{_PART}/<uuid:item_id>/take-back")
def take_back_safety_submit(meeting_id: UUID, name: str, item_id: UUID) -> Answer:
    """Take it back, where it is still as it was seen."""
    based_on = request.form.get("based_on", "")
    sent = safety_keeping.take_back(meeting_id, PARTS[name], item_id, based_on)
    if sent is not None:
        one = sent.form.kept
        page = _page_to_take_back(sent.prep, PARTS[name], item_id, one, changed=True)
        return page, sent.status
    flash.success("It is taken back.")
    return redirect(url_for("preparing.safety", meeting_id=meeting_id, _anchor=name), 303)


def _answer(part: Part, meeting_id: UUID, item_id: UUID | None) -> Answer:
    if part is HIDDEN and "look" in request.form:
        return _looked(meeting_id, item_id)
    sent = safety_keeping.keep(meeting_id, part, item_id)
    if sent.status != KEPT:
        return _page(part, sent), sent.status
    flash.success("It is kept. Below stands what it does.")
    anchor = f"{part.name}-{sent.id}"
    return redirect(url_for("preparing.safety", meeting_id=meeting_id, _anchor=anchor), 303)


def _looked(meeting_id: UUID, item_id: UUID | None) -> str:
    """The form as it was sent, with where its words stand. Nothing is kept."""
    with reading() as session:
        opened = safety_keeping.open_part(session, meeting_id, HIDDEN)
    prep = opened.prep
    form = HIDDEN.form(people=prep.people, kept=opened.find(item_id))
    standing = where_it_stands(form.asked(), prep.kept.meeting, prep.people, prep.said)
    return _page(HIDDEN, SentItem(prep, form, id=item_id), standing=standing)


def _page(part: Part, sent: SentItem, **more: object) -> str:
    kept = sent.form.kept
    clash = {} if sent.clash is None else {"clash": sent.clash}
    return render_template(
        f"preparing/safety_{part.name}.html",
        prep=sent.prep,
        heading=showing.heading_of(kept, sent.prep.people) if kept else part.new,
        form=sent.form,
        item_id=sent.id if kept else None,
        part=part.name,
        **clash,
        **more,
    )


def _page_to_take_back(
    prep: Preparation,
    part: Part,
    item_id: UUID,
    one: Restriction | HiddenItem,
    *,
    changed: bool = False,
) -> str:
    meeting = prep.kept.meeting
    return render_template(
        "preparing/safety_out.html",
        prep=prep,
        heading="Take this back?",
        one=showing.heading_of(one, prep.people),
        part=part.name,
        item_id=item_id,
        blocks=what_it_blocks(one, prep.people, meeting.held_on)
        if isinstance(one, Restriction)
        else (),
        standing=where_it_stands(one, meeting, prep.people, prep.said)
        if isinstance(one, HiddenItem)
        else (),
        changed=changed,
        based_on=fingerprint(one),
    )
