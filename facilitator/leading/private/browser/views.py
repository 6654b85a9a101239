"""The card in place of every page: looked at before the door, so that nothing can come before it.

The browser that began private time holds a token. While its spell goes on, every route answers
that browser with the card: no page, no sign-in, no error. For everybody else the door of that one
meeting is shut, and the card hangs on it.
"""

from typing import TypeVar

from flask import Flask, Response, current_app, g, make_response, render_template, request, url_for
from werkzeug.exceptions import SecurityError
from werkzeug.wrappers import Response as AnyResponse

from facilitator.accounts.visit import hash_of
from facilitator.before_the_day.card_words import all_words, find_words
from facilitator.database import reading
from facilitator.leading.private import store
from facilitator.leading.private.card import card_of
from facilitator.leading.private.forms import ReadyForm
from facilitator.meetings import KeptMeeting
from facilitator.meetings import store as meetings
from facilitator.meetings.private_time import NOW, InPrivateTime
from facilitator.pages.answering import as_json, asks_for_json

Kind = TypeVar("Kind", bound=AnyResponse)  # of an answer
LOCKED = 423
ENDS = "leading.end_private_time"
_HERE = "leading.private_card"
# Style sheets and scripts say nothing of anybody.
_OPEN_TO_ALL = frozenset({"static", "offline.worker"})
_NAME = "facilitator-private"
_DAYS_KEPT = 30  # A laptop may stay shut for long; the token itself dies with its spell.
_FAULT = 400


def show_the_card(app: Flask) -> None:
    """Let the card stand in for every page. Call this before the door is built."""
    app.register_error_handler(InPrivateTime, _at_the_door)

    @app.before_request
    def _before_everything() -> AnyResponse | None:
        token = request.cookies.get(_cookie_name())
        if not token or request.endpoint in _OPEN_TO_ALL or _is_strange():
            return None
        g.private_is = "unknown"
        with reading() as session:
            watch = store.find_watch(session, token_hash=hash_of(token))
            kept = meetings.find(session, watch.meeting_id) if watch else None
        g.private_is = "going on" if watch and kept else "over"
        if watch is None or kept is None:
            return None
        if request.endpoint == ENDS:
            g.private_watch = watch
            return None
        return _card(kept)

    @app.after_request
    def _after_everything(response: Response) -> Response:
        state = g.get("private_is")
        if state == "over":
            return forget_the_browser(response)
        if state is None or response.status_code < _FAULT or g.get("private_said"):
            return response
        return _in_place_of_a_fault(response.status_code)


def remember_the_browser(response: AnyResponse, token: str) -> AnyResponse:
    """Give that browser the token of the spell that it began."""
    g.private_is = None  # An older token may have come along; this answer takes none back.
    response.set_cookie(
        _cookie_name(),
        token,
        max_age=_DAYS_KEPT * 24 * 60 * 60,
        secure=_is_secure(),
        httponly=True,
        samesite="Strict",
    )
    return response


def forget_the_browser(response: Kind) -> Kind:
    """Take the token back."""
    response.delete_cookie(_cookie_name(), secure=_is_secure(), httponly=True, samesite="Strict")
    return response


def ready_page(form: ReadyForm, back: str) -> str:
    """The page with the one field that ends private time."""
    words = find_words(request.args.get("in", "")) or all_words()[0]
    g.private_said = True
    return render_template("leading/private_ready.html", form=form, back=back, words=words)


def _card(kept: KeptMeeting) -> AnyResponse:
    if asks_for_json():
        g.private_said = True
        return make_response(as_json(NOW), LOCKED)
    status = 200 if request.method in {"GET", "HEAD"} else LOCKED
    page = _drawn(kept, ways=(url_for(_HERE), url_for(ENDS)))
    return make_response(page, status)


def _at_the_door(refusal: InPrivateTime) -> AnyResponse:
    """For other browsers: this meeting's routes show the card, all others go on."""
    if asks_for_json():
        return make_response(as_json(*refusal.problems), LOCKED)
    meeting_id = refusal.meeting_id
    with reading() as session:
        kept = meetings.load(session, meeting_id)
    here = url_for("leading.begin_private_time", meeting_id=meeting_id)
    ends = url_for("leading.end_private_time_elsewhere", meeting_id=meeting_id)
    return make_response(_drawn(kept, ways=(here, ends), notice=NOW), LOCKED)


def _drawn(kept: KeptMeeting, ways: tuple[str, str], notice: object = None) -> str:
    with reading() as session:
        card = card_of(session, kept, request.args.get("in", ""))
    here, ends = ways
    g.private_said = True
    return render_template(
        "leading/private_card.html", card=card, here=here, ends=ends, notice=notice
    )


def _in_place_of_a_fault(status: int) -> Response:
    """An error page is half a page. The family gets a whole one, with nothing of its meeting."""
    if asks_for_json():
        return make_response(as_json(NOW), status)
    if request.endpoint == ENDS:
        form = ReadyForm(formdata=None)
        form.form_errors.append("That page was too old, or not whole. Type it once more.")
        return make_response(ready_page(form, url_for(_HERE)), status)
    page = render_template(
        "leading/private_card.html",
        card={"words": all_words()[0]},
        here=url_for(_HERE),
        ends=url_for(ENDS),
        notice=None,
    )
    return make_response(page, status)


def _is_strange() -> bool:
    """Whether it was asked for by a host that we do not trust: no address can be written there."""
    return isinstance(request.routing_exception, SecurityError)


def _cookie_name() -> str:
    return f"__Host-{_NAME}" if _is_secure() else _NAME


def _is_secure() -> bool:
    return bool(current_app.config["SESSION_COOKIE_SECURE"])
