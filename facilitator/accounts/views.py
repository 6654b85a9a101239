"""The front door: the first account, signing in, signing out."""

from flask import abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from facilitator.accounts import (
    first,
    heard,
    own_password,
    security,
    sessions,
    store,
    supervised,
)
from facilitator.accounts.access import safe_way_back
from facilitator.accounts.arriving import let_in
from facilitator.accounts.blueprint import NOT_YET, TOO_MANY, accounts
from facilitator.accounts.forms import FirstForm, SignInForm, tidy
from facilitator.accounts.idle import views as idle_views
from facilitator.accounts.people import store as people_store
from facilitator.accounts.people import views as people_views
from facilitator.accounts.people.told import DUTIES
from facilitator.accounts.second_factor import store as second_steps
from facilitator.accounts.second_factor import views as second_factor_views
from facilitator.accounts.signing_in import TooManyTries, the_user_of
from facilitator.accounts.visit import hash_of
from facilitator.accounts.visits import store as visits
from facilitator.accounts.visits.told import places_of
from facilitator.database import reading, writing
from facilitator.pages import flash
from facilitator.refusals import Refusal

__all__ = ["accounts", "idle_views", "own_password", "people_views", "second_factor_views"]


@accounts.get("/first-account", endpoint="first")
def first_page() -> str:
    """The page that makes the first account."""
    return render_template("accounts/first.html", form=FirstForm(formdata=None))


@accounts.post("/first-account")
def first_submit() -> Response | tuple[str, int]:
    """Make the first account, sign it in, and go home."""
    form = FirstForm()
    if not form.validate_on_submit():
        return render_template("accounts/first.html", form=form), NOT_YET
    user = first.make(
        name=tidy(form.name.data),
        email=tidy(form.email.data),
        team=tidy(form.team.data),
        password_hash=security.hashed(form.password.data or ""),
        at=sessions.now(),
    )
    if user is None:  # Somebody was quicker; there is an account now.
        return redirect(url_for("accounts.sign_in"), 303)
    security.sign_in(user)
    flash.notice("You can add a second step to your password: under your name, at the top.")
    return redirect(safe_way_back(None), 303)


@accounts.get("/sign-in")
def sign_in() -> str | Response:
    """The page to sign in; whoever is signed in already goes on."""
    back = safe_way_back(request.args.get("next"))
    if sessions.find_user():
        return redirect(back, 303)
    form = SignInForm(formdata=None, next=request.args.get("next", ""))
    return render_template("accounts/sign_in.html", form=form)


@accounts.post("/sign-in")
def sign_in_submit() -> Response | tuple[str, int]:
    """Sign in, and go where the visitor was going."""
    form = SignInForm()
    if not form.validate_on_submit():
        return _not_signed_in(form, NOT_YET)
    try:
        user = the_user_of(
            tidy(form.email.data),
            form.password.data or "",
            address=request.remote_addr,
            at=sessions.now(),
        )
    except Refusal as refusal:
        form.form_errors += [f"{one.wrong} {one.remedy}" for one in refusal.problems]
        return _not_signed_in(form, TOO_MANY if isinstance(refusal, TooManyTries) else NOT_YET)
    return let_in(user, form.next.data)


@accounts.post("/sign-out")
def sign_out() -> Response:
    """Sign out of this browser."""
    security.sign_out()
    flash.success("You are signed out.")
    return redirect(url_for("accounts.sign_in"), 303)


@accounts.get("/account")
def account() -> str:
    """Who is signed in, with what duties, and the way out."""
    user, at = sessions.user(), sessions.now()
    with reading() as database:
        team = store.find_team(database, user.team_id)
        looks_after = supervised.given_to(database, user.id)
        given = people_store.is_given(database, user.id)
        step = second_steps.find(database, user.id)
        open_visits = visits.open_of(database, user.id, at=at)
    return render_template(
        "accounts/account.html",
        user=user,
        team=team or abort(404),
        looks_after=looks_after,
        given=given,
        told=DUTIES,
        step=step,
        places=places_of(open_visits, hash_of(sessions.token_here()), at),
    )


@accounts.post("/account/sign-out-everywhere")
def sign_out_everywhere() -> Response:
    """Sign out of every browser, this one too."""
    user, at = sessions.user(), sessions.now()
    with writing() as database:
        store.end_visits(database, user.id, at=at)
        heard.tell(database, heard.Heard.SIGNED_OUT_EVERYWHERE, user_id=user.id, at=at)
    security.sign_out()
    flash.success("You are signed out everywhere.")
    return redirect(url_for("accounts.sign_in"), 303)


def _not_signed_in(form: SignInForm, status: int) -> tuple[str, int]:
    return render_template("accounts/sign_in.html", form=form), status
