"""The lock of a screen: told by the page itself, and opened by its owner's password alone."""

from flask import make_response, redirect, render_template, request, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import HiddenField

from facilitator.accounts import own_word, sessions
from facilitator.accounts.access import safe_way_back, signed_out
from facilitator.accounts.blueprint import NOT_YET, accounts
from facilitator.accounts.forms import own_password
from facilitator.pages.answering import as_json, asks_for_json
from facilitator.refusals import Problem

Json = dict[str, list[dict[str, str]]]


class UnlockForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF brings no types
    """The password, and nothing else."""

    next = HiddenField()
    password = own_password()


@accounts.post("/lock")
def lock() -> Response | tuple[str, int]:
    """Lock this browser's visit. One that is locked stays so."""
    if sessions.find_user():
        sessions.lock()
    return ("", 204) if asks_for_json() else redirect(url_for("accounts.locked"), 303)


@accounts.get("/locked")
def locked() -> str | Response:
    """The page in place of every other while the visit is locked."""
    if sessions.locked_user() is None:
        back = request.args.get("next")
        way = safe_way_back(back) if sessions.find_user() else url_for("accounts.sign_in")
        return redirect(way, 303)
    return _page(UnlockForm(formdata=None, next=request.args.get("next", "")))


@accounts.post("/locked")
def unlock() -> Response | tuple[str | Json, int] | Json:
    """Open the visit again. The password is asked for though the server knows of no lock yet."""
    user = sessions.locked_user() or sessions.find_user()
    if user is None:
        return signed_out()
    form = UnlockForm()
    status = 0 if form.validate_on_submit() else NOT_YET
    status = status or own_word.refused(form, "password", user)
    if status:
        return (_problems(form) if asks_for_json() else _page(form)), status
    sessions.unlock(user)
    return as_json() if asks_for_json() else redirect(safe_way_back(form.next.data), 303)


@accounts.get("/locked/state")
def lock_state() -> Response:
    """Who is signed in here, and whether the screen is locked: a tab asks when it is looked at."""
    user, held = sessions.find_user(), sessions.locked_user()
    whose = user or held
    return make_response({"user": str(whose.id) if whose else None, "locked": held is not None})


def _problems(form: UnlockForm) -> Json:
    said = [*form.password.errors, *form.form_errors]
    return as_json(*(Problem("", words, "") for words in said))


def _page(form: UnlockForm) -> str:
    return render_template("accounts/locked.html", form=form, user=sessions.locked_user())
