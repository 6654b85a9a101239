"""The pages that begin and end private family time, and the card that stands in between."""

import secrets
import time
from uuid import UUID

from flask import abort, current_app, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from facilitator.accounts import security
from facilitator.accounts import store as accounts
from facilitator.accounts.sessions import now, user
from facilitator.accounts.user import User
from facilitator.accounts.visit import hash_of
from facilitator.database import reading
from facilitator.database.troubles import NotKept
from facilitator.leading import opening
from facilitator.leading.blueprint import leading
from facilitator.leading.opening import Opened
from facilitator.leading.private import keeping, secret, store
from facilitator.leading.private.browser.views import (
    forget_the_browser,
    ready_page,
    remember_the_browser,
)
from facilitator.leading.private.forms import BeginForm, ReadyForm
from facilitator.leading.private.keeping import Wish
from facilitator.leading.private.staying import who_could
from facilitator.leading.private.wrong_tries import WrongTries
from facilitator.meetings import door
from facilitator.meetings import store as meetings
from facilitator.meetings.private_time import InPrivateTime, Watch
from facilitator.pages.drafts import draft_key
from facilitator.paper import ready
from facilitator.refusals import Problem, Refusal

Answer = Response | tuple[str, int]
NOT_YET = 422
ONE_AT_A_TIME = 429
wrong_tries = WrongTries()


@leading.route("/meetings/<uuid:meeting_id>/private-time", methods=["GET", "POST"])
def begin_private_time(meeting_id: UUID) -> Answer:
    """Begin the family's private time: who stays, and a PIN if wanted."""
    with reading() as session:
        opened = opening.open_for(session, meeting_id, user()) or abort(404)
    form = BeginForm()
    form.offer(who_could(opened.people, now().date()))
    if request.method == "GET":
        return _begin_page(opened, form), 200
    if not form.validate_on_submit():
        return _begin_page(opened, form), NOT_YET
    token = secrets.token_urlsafe(32)
    pin_hash = secret.hashed_pin(form.pin.data or "")
    try:
        wish = Wish(tuple(form.stayed.data or ()), hash_of(token), pin_hash)
        keeping.begin(meeting_id, user(), wish, now()) or abort(404)
        ready.drop(meeting_id)  # No paper waits in memory while the family is alone.
    except NotKept as trouble:
        return _refused(opened, form, (trouble.problem,)), trouble.status
    except InPrivateTime:
        raise  # Somebody was quicker: the card.
    except Refusal as refusal:
        return _refused(opened, form, refusal.problems), NOT_YET
    return remember_the_browser(redirect(url_for("leading.private_card"), 303), token)


@leading.get("/private-time")
def private_card() -> Response:
    """The card's own address. Without private time there is nothing here: home."""
    return redirect(url_for("desk.home"), 303)


@leading.route("/private-time/ready", methods=["GET", "POST"])
def end_private_time() -> Answer:
    """End the private time that this browser began."""
    watch: Watch | None = g.get("private_watch")
    if watch is None:
        return redirect(url_for("desk.home"), 303)
    return _ready(watch, back=url_for("leading.private_card"))


@leading.route("/meetings/<uuid:meeting_id>/private-time/ready", methods=["GET", "POST"])
def end_private_time_elsewhere(meeting_id: UUID) -> Answer:
    """End the private time of a meeting from another browser of its owner."""
    with reading() as session:
        try:
            door.find(session, meeting_id, user()) or abort(404)
        except InPrivateTime:
            going_on = store.find_watch(session, meeting_id=meeting_id)
        else:
            return redirect(url_for("leading.lead", meeting_id=meeting_id), 303)
    watch = going_on or Watch(meeting_id=meeting_id, token_hash=None, pin_hash="")
    return _ready(watch, back=url_for("leading.begin_private_time", meeting_id=meeting_id))


def _ready(watch: Watch, back: str) -> Answer:
    form = ReadyForm()
    if request.method == "GET":
        return ready_page(form, back), 200
    if not form.validate_on_submit():
        return ready_page(form, back), NOT_YET
    if not wrong_tries.begin(watch.meeting_id):
        form.form_errors.append("The try before this one is still looked at. Wait, then try again.")
        return ready_page(form, back), ONE_AT_A_TIME
    try:
        return _ended(watch, form, back)
    finally:
        wrong_tries.done(watch.meeting_id)


def _ended(watch: Watch, form: ReadyForm, back: str) -> Answer:
    with reading() as session:
        kept = meetings.load(session, watch.meeting_id)
        email = accounts.load_user(session, kept.owner_id).email
        owner = accounts.find_kept(session, email) or abort(404)
    if not secret.ends(watch, form.secret.data or "", owner):
        time.sleep(wrong_tries.wrong(kept.id))
        wrong = "That is not the PIN or the password. Check it, and type it again."
        form.secret.errors = [f"{wrong} Each wrong try takes a little longer."]
        return ready_page(form, back), NOT_YET
    try:
        keeping.end(kept.id, owner.user, now())
    except NotKept as trouble:
        form.form_errors.append("Private time goes on: its end could not be kept. Try again.")
        return ready_page(form, back), trouble.status
    wrong_tries.right(kept.id)
    return _back_to_the_meeting(kept.id, owner.user)


def _back_to_the_meeting(meeting_id: UUID, owner: User) -> Response:
    """Whoever knew the secret is the owner: their visit goes on, also where it had run out."""
    if owner.is_active and "private_watch" in g:
        security.sign_in(owner)
    return forget_the_browser(redirect(url_for("leading.lead", meeting_id=meeting_id), 303))


def _begin_page(opened: Opened, form: BeginForm) -> str:
    meeting_id = opened.kept.id
    return render_template(
        "leading/private_begin.html",
        opened=opened,
        form=form,
        draft_key=draft_key(str(current_app.secret_key), user().id, str(meeting_id)),
    )


def _refused(opened: Opened, form: BeginForm, problems: tuple[Problem, ...]) -> str:
    form.form_errors += [f"{one.wrong} {one.remedy}" for one in problems]
    return _begin_page(opened, form)
