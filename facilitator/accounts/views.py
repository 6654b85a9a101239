"""The front door: the first account, signing in, signing out."""

from flask import abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from facilitator.accounts import first, own_password, security, sessions, store, supervised
from facilitator.accounts.access import safe_way_back
from facilitator.accounts.blueprint import NOT_YET, TOO_MANY, accounts
from facilitator.accounts.forms import FirstForm, SignInForm, tidy
from facilitator.accounts.people import store as people_store
from facilitator.accounts.people import views as people_views
from facilitator.accounts.people.told import DUTIES
from facilitator.accounts.signing_in import TooManyTries, the_user_of
from facilitator.database import reading
from facilitator.pages import flash
from facilitator.refusals import Refusal

__all__ = ["accounts", "own_password", "people_views"]


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
    security.sign_in(user)
    way = safe_way_back(form.next.data)
    with reading() as database:
        given = people_store.is_given(database, user.id)
    return redirect(url_for("accounts.password", next=way) if given else way, 303)


@accounts.post("/sign-out")
def sign_out() -> Response:
    """Sign out of this browser."""
    security.sign_out()
    flash.success("You are signed out.")
    return redirect(url_for("accounts.sign_in"), 303)


@accounts.get("/account")
def account() -> str:
    """Who is signed in, with what duties, and the way out."""
    user = sessions.user()
    with reading() as database:
        team = store.find_team(database, user.team_id)
        looks_after = supervised.given_to(database, user.id)
        given = people_store.is_given(database, user.id)
    return render_template(
        "accounts/account.html",
        user=user,
        team=team or abort(404),
        looks_after=looks_after,
        given=given,
        told=DUTIES,
    )


def _not_signed_in(form: SignInForm, status: int) -> tuple[str, int]:
    return render_template("accounts/sign_in.html", form=form), status
