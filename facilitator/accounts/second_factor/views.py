"""The pages of the second step: at the door, and on one's own account."""

from datetime import datetime

from flask import current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from facilitator import days
from facilitator.accounts import own_word, security, sessions
from facilitator.accounts.access import safe_way_back
from facilitator.accounts.arriving import arrive, needs_second_step, way_of
from facilitator.accounts.blueprint import NOT_YET, TOO_MANY, accounts
from facilitator.accounts.second_factor import codes, passing, store
from facilitator.accounts.second_factor.forms import (
    CodeForm,
    PasswordAloneForm,
    SetUpAgainForm,
    SetUpForm,
)
from facilitator.accounts.second_factor.square import square
from facilitator.accounts.signing_in import TooManyTries
from facilitator.accounts.user import User
from facilitator.accounts.visit import SETTING_UP
from facilitator.database import reading, writing
from facilitator.pages import flash
from facilitator.refusals import Refusal

Answer = str | Response | tuple[str, int]
FEW = 3  # codes on paper that are left: time to make new ones


@accounts.route("/sign-in/code", methods=["GET", "POST"])
def code() -> Answer:
    """The second step itself, for whoever has typed the right password a moment ago."""
    user = sessions.find_half_way()
    if user is None or not passing.has(user):
        return _from_the_start()
    if request.method == "GET":
        return _code_page(CodeForm(formdata=None, next=request.args.get("next", "")))
    form = CodeForm()
    if not form.validate_on_submit():
        return _code_page(form), NOT_YET
    try:
        came = passing.take(
            user, form.code.data or "", address=request.remote_addr, at=sessions.now()
        )
    except Refusal as refusal:
        form.code.errors = [f"{one.wrong} {one.remedy}" for one in refusal.problems]
        return _code_page(form), TOO_MANY if isinstance(refusal, TooManyTries) else NOT_YET
    if came.by_paper:
        flash.notice(_about_paper(came.left))
    return arrive(user, form.next.data)


@accounts.route("/sign-in/second-step", methods=["GET", "POST"])
def set_up_first() -> Answer:
    """Setting up a second step on the way in, for whoever can't come in without."""
    user = sessions.find_half_way(SETTING_UP)
    # Never for somebody who has one: a stolen password must not bring its own telephone.
    if user is None or passing.has(user):
        return _from_the_start()
    if request.method == "GET":
        form = SetUpForm(formdata=None, next=request.args.get("next", ""))
        return _set_up_page(form, user)
    form = SetUpForm()
    made = _set_up(form, user) if form.validate_on_submit() else ()
    if not made:
        return _set_up_page(form, user), NOT_YET
    security.sign_in(user)
    return _codes_page(made, way_of(user, form.next.data))


@accounts.get("/account/second-step")
def second_step() -> str:
    """Whether there is a second step, and what can be done with it."""
    user = sessions.user()
    with reading() as database:
        step = store.find(database, user.id)
        left = store.codes_left(database, user.id)
    return render_template(
        "accounts/second_step.html",
        step=step,
        left=left,
        few=FEW,
        must=needs_second_step(user),
        day=_day,
    )


@accounts.route("/account/second-step/set-up", methods=["GET", "POST"])
def set_up_second_step() -> Answer:
    """Setting up a second step, or another telephone for it, by whoever is signed in."""
    user = sessions.user()
    if request.method == "GET":
        return _set_up_page(SetUpAgainForm(formdata=None), user)
    form = SetUpAgainForm()
    if not form.validate_on_submit():
        return _set_up_page(form, user), NOT_YET
    status = own_word.refused(form, "password", user)
    made = () if status else _set_up(form, user)
    if not made:
        return _set_up_page(form, user), status or NOT_YET
    security.sign_in(user)  # Every visit has ended, this one too.
    return _codes_page(made, url_for("accounts.second_step"))


@accounts.route("/account/second-step/recovery-codes", methods=["GET", "POST"])
def new_recovery_codes() -> Answer:
    """Ten new codes on paper, in place of those of before."""
    user = sessions.user()
    if not passing.has(user):
        return redirect(url_for("accounts.second_step"), 303)
    form = PasswordAloneForm()
    status = _asked(form, user)
    if status:
        return render_template("accounts/new_codes.html", form=form), status
    return _codes_page(passing.new_codes(user, at=sessions.now()), url_for("accounts.second_step"))


@accounts.route("/account/second-step/off", methods=["GET", "POST"])
def take_off_second_step() -> Answer:
    """Taking one's own second step off, for those who may go without."""
    user = sessions.user()
    if not passing.has(user) or needs_second_step(user):
        return redirect(url_for("accounts.second_step"), 303)
    form = PasswordAloneForm()
    status = _asked(form, user)
    if status:
        return render_template("accounts/step_off.html", form=form), status
    with writing() as database:
        passing.take_off(database, user, by=user, at=sessions.now())
    security.sign_in(user)
    flash.success("Your second step is taken off. You are signed out everywhere else.")
    return redirect(url_for("accounts.second_step"), 303)


def _asked(form: PasswordAloneForm, user: User) -> int:
    """0 once the password was typed; else the status of the page that asks for it."""
    if request.method == "GET":
        return 200
    if not form.validate_on_submit():
        return NOT_YET
    return own_word.refused(form, "password", user)


def _set_up(form: SetUpForm, user: User) -> tuple[str, ...]:
    try:
        return passing.set_up(user, _secret(), form.code.data or "", at=sessions.now())
    except Refusal as refusal:
        form.code.errors = [f"{one.wrong} {one.remedy}" for one in refusal.problems]
        return ()


def _secret() -> str:
    return codes.secret_of(sessions.token_here(), current_app.config["SECRET_KEY"])


def _from_the_start() -> Response:
    """To the door again; whoever is in goes on."""
    back = request.args.get("next")
    if sessions.find_user():
        return redirect(safe_way_back(back), 303)
    user = sessions.find_half_way(SETTING_UP)
    if user is not None and request.endpoint == "accounts.code" and not passing.has(user):
        return redirect(url_for("accounts.set_up_first", next=back), 303)
    return redirect(url_for("accounts.sign_in"), 303)


def _code_page(form: CodeForm) -> str:
    return render_template("accounts/code.html", form=form)


def _set_up_page(form: SetUpForm, user: User) -> str:
    secret = _secret()
    return render_template(
        "accounts/set_up_step.html",
        form=form,
        user=user,
        key=codes.in_groups(secret),
        square=square(codes.address_of(secret, user.email)),
        at_the_door=not sessions.find_user(),
    )


def _codes_page(made: tuple[str, ...], way: str) -> str:
    return render_template("accounts/recovery_codes.html", codes=made, way=way)


def _about_paper(left: int) -> str:
    said = {0: "That was your last recovery code.", 1: "You have 1 recovery code left."}
    words = said.get(left, f"You have {left} recovery codes left.")
    return f"{words} Is your telephone lost? Set up another one under your name, at the top."


def _day(at: datetime) -> str:
    return days.day(at.date())
