"""The page before the app: it asks for the passphrase, and lets the app take its place.

It knows no database, and nothing that anybody said. Whatever was asked for before the database is
unlocked is answered with this page.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from time import monotonic

from flask import Blueprint, Flask, current_app, make_response, redirect, render_template, request
from flask_wtf import FlaskForm
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, SecurityError
from werkzeug.wrappers import Response
from wtforms import PasswordField, SubmitField

from facilitator.accounts.access import is_this_computer
from facilitator.pages.errors import SORRY
from facilitator.refusals import Problem, Refusal
from facilitator.unlocking.tries import Tries
from facilitator.unlocking.trying import slip_in, try_to_unlock

COOKIE = "facilitator-unlocking"
LONGEST = 1000
_HERE = "facilitator-unlocking"

waiting = Blueprint("waiting", __name__)


class UnlockForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF brings no types
    """One field: whichever of the two somebody has."""

    opens_by = PasswordField("Passphrase or recovery key", render_kw={"autocomplete": "off"})
    unlock = SubmitField("Unlock")


@dataclass
class Waiting:
    """A locked database, and what happens once it is unlocked."""

    path: Path
    open_up: Callable[[], None]
    tries: Tries = field(default_factory=Tries)
    is_open: bool = False
    one_at_a_time: Lock = field(default_factory=Lock)


def hand_in(app: Flask, path: Path, open_up: Callable[[], None]) -> None:
    """Make that app the page before the app."""
    app.extensions[_HERE] = Waiting(path, open_up)
    app.register_blueprint(waiting)
    app.register_error_handler(CSRFError, _too_old)
    app.register_error_handler(SecurityError, _untrusted_host)
    app.register_error_handler(HTTPException, _http_error)
    app.before_request(_only_from_here)


@waiting.get("/")
def ask() -> str:
    """The form."""
    return _shown()


@waiting.post("/")
def try_it() -> Response:
    """Look at what was typed: right, and the app takes this page's place; wrong, and it waits."""
    here: Waiting = current_app.extensions[_HERE]
    typed = request.form.get("opens_by", "")[:LONGEST]
    with here.one_at_a_time:
        if here.is_open:
            return redirect("/", 303)
        at = monotonic()
        if wait := here.tries.wait(at):
            return make_response(_shown(_too_soon(wait)), 429)
        if not typed.strip():
            wrong = Problem("", "Nothing is typed.", "Type the passphrase or the recovery key.")
            return make_response(_shown(wrong), 400)
        if not try_to_unlock(here.path, typed):
            here.tries = here.tries.after_one_more(monotonic())
            return make_response(_shown(_SLIP if slip_in(typed) else _WRONG), 403)
        here.open_up()
        here.is_open = True
    return redirect("/", 303)


_WRONG = Problem(
    "",
    "That does not open the database.",
    "Check each letter, capitals too, and try again; or type the recovery key from your paper.",
)

_SLIP = Problem(
    "", "There is a slip in this recovery key.", "Look at the paper again, group by group."
)


def _too_soon(wait: float) -> Problem:
    seconds = math.ceil(wait)
    how_long = "1 second" if seconds == 1 else f"{seconds} seconds"
    return Problem("", "That was not looked at.", f"Wait {how_long}, then try again.")


def _shown(*problems: Problem) -> str:
    form = UnlockForm(formdata=None)
    if problems:
        form.opens_by.errors = [str(one) for one in problems]
    return str(render_template("unlocking/unlock.html", form=form))


def _only_from_here() -> Response | None:
    """Nobody elsewhere asks, and no other site has this computer's browser ask."""
    if request.endpoint == "static":
        return None
    if not is_this_computer():
        away = Problem("", "The database is locked.", "Unlock it at the computer that it is on.")
        return make_response(_said(away), 403)
    reads = request.method in {"GET", "HEAD"}
    if not reads and request.headers.get("Sec-Fetch-Site") in {"cross-site", "same-site"}:
        return make_response(_said(Problem("", SORRY[403].wrong, SORRY[403].remedy)), 403)
    return None


def _said(*problems: Problem) -> str:
    return render_template("unlocking/said.html", problems=problems)


def _too_old(_error: CSRFError) -> tuple[str, int]:
    return _shown(Problem("", "This page was too old.", "Type it once more.")), 400


def _untrusted_host(_error: HTTPException) -> tuple[str, int]:
    return render_template("pages/untrusted_host.html"), 400


def _http_error(error: HTTPException) -> Response:
    code = error.code or 500
    if code in {404, 405} and request.method in {"GET", "HEAD"}:
        return redirect("/", 303)  # The page that was asked for is behind the lock.
    if code in {404, 405}:
        # A form that was open when the computer was switched off: its words stay in that tab.
        locked = Problem(
            "",
            "The database is locked, so nothing of this was kept yet.",
            "Unlock it in another tab. Then come back here and send this again.",
        )
        return make_response(_said(locked), 503)
    sorry = SORRY.get(code, SORRY[500])
    return make_response(_said(Problem("", sorry.wrong, sorry.remedy)), code)


@waiting.app_errorhandler(Refusal)
def _refused(refusal: Refusal) -> tuple[str, int]:
    """It was unlocked, and still can't be used: another version wrote it, or it is damaged."""
    return _said(*refusal.problems), 409
