"""The administrator's pages: who works here, and what each of them may do."""

from uuid import UUID

from flask import abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from facilitator import days
from facilitator.accounts import looking_after, sessions, supervised
from facilitator.accounts import store as accounts_store
from facilitator.accounts.blueprint import NOT_YET, accounts
from facilitator.accounts.forms import tidy
from facilitator.accounts.looking_after import NewPerson
from facilitator.accounts.people import changing, store
from facilitator.accounts.people.changing import Standing, standing_of
from facilitator.accounts.people.forms import AddForm, PersonForm, StandingForm
from facilitator.accounts.people.told import DUTIES
from facilitator.accounts.second_factor import passing
from facilitator.accounts.second_factor import store as second_steps
from facilitator.accounts.user import Duty, Team, User
from facilitator.database import Session, reading, writing
from facilitator.pages import flash
from facilitator.refusals import Refusal

CHANGED_MEANWHILE = 409


@accounts.get("/people")
def people() -> str:
    """Everybody who has an account, team by team."""
    with reading() as session:
        users, teams = accounts_store.list_users(session), accounts_store.list_teams(session)
        given, with_step = supervised.list_given(session), second_steps.who_have(session)
    ordered = sorted(users, key=lambda one: (not one.is_active, one.name.casefold()))
    members = [(team, [one for one in ordered if one.team_id == team.id]) for team in teams]
    return render_template(
        "accounts/people.html",
        members=members,
        given=given,
        with_step=with_step,
        told=DUTIES,
        me=sessions.user(),
    )


@accounts.route("/people/new", methods=["GET", "POST"])
def add_person() -> str | Response | tuple[str, int]:
    """The page that makes an account for somebody."""
    teams = _teams()
    if request.method == "GET":
        own = str(sessions.user().team_id)
        form = AddForm(teams, formdata=None, team=own, duties=[Duty.FACILITATOR.value])
        return _add_page(form)
    form = AddForm(teams)
    if not form.validate_on_submit():
        return _add_page(form), NOT_YET
    wanted = form.standing()
    try:
        made = looking_after.add(
            NewPerson(
                email=tidy(form.email.data),
                name=tidy(form.name.data),
                team=wanted.team.name,
                duties=wanted.duties,
                looks_after=tuple(one.name for one in wanted.looks_after),
            ),
            form.password.data or "",
            by=sessions.user(),
        )
    except Refusal as refusal:
        return _add_page(_refused(form, refusal)), NOT_YET
    flash.success(
        f"{made.name} can sign in as {made.email}. They are asked to change the password."
    )
    if not passing.has(sessions.user()):
        flash.notice(
            "You are no longer the only one here. When you sign in the next time, you set up a "
            "second step. You can do it now, under your name."
        )
    return redirect(url_for("accounts.people"), 303)


@accounts.route("/people/<uuid:user_id>", methods=["GET", "POST"])
def person(user_id: UUID) -> str | Response | tuple[str, int]:
    """One account: what that person may do, and what was changed."""
    user, teams = _user(user_id), _teams()
    with reading() as session:
        standing = standing_of(session, user)
    if request.method == "GET":
        return _person_page(user, _form_of(standing, teams))
    form = PersonForm(teams)
    if not form.validate_on_submit():
        return _person_page(user, form), NOT_YET
    if form.seen.data != standing.mark:
        return _changed_meanwhile(user, form, standing)
    try:
        with writing() as session:
            said = _change(session, user, form)
    except Refusal as refusal:
        return _person_page(user, _refused(form, refusal)), NOT_YET
    _tell(user, changed=bool(said))
    return redirect(url_for("accounts.person", user_id=user.id), 303)


@accounts.post("/people/<uuid:user_id>/stop")
def stop_person(user_id: UUID) -> Response:
    """Let somebody sign in no more, and end their visits at once."""
    user = _user(user_id)
    with writing() as session:
        changing.stop(session, user, by=sessions.user(), at=sessions.now())
    flash.success(f"{user.name} can sign in no more, and is signed out everywhere.")
    return redirect(url_for("accounts.person", user_id=user.id), 303)


@accounts.post("/people/<uuid:user_id>/let-back")
def let_person_back(user_id: UUID) -> Response:
    """Let somebody sign in again."""
    user = _user(user_id)
    with writing() as session:
        changing.let_back(session, user, by=sessions.user(), at=sessions.now())
    flash.success(f"{user.name} can sign in again.")
    return redirect(url_for("accounts.person", user_id=user.id), 303)


@accounts.post("/people/<uuid:user_id>/sign-out")
def sign_person_out(user_id: UUID) -> Response:
    """End somebody's visits; they can sign in again."""
    user = _user(user_id)
    with writing() as session:
        ended = changing.sign_out(session, user, by=sessions.user(), at=sessions.now())
    words = "is signed out everywhere" if ended else "was not signed in anywhere"
    flash.success(f"{user.name} {words}.")
    return redirect(url_for("accounts.person", user_id=user.id), 303)


@accounts.post("/people/<uuid:user_id>/second-step-off")
def take_off_persons_step(user_id: UUID) -> Response:
    """Take somebody's second step off: their telephone is lost."""
    user = _user(user_id)
    with writing() as session:
        done = changing.take_off_second_step(session, user, by=sessions.user(), at=sessions.now())
    if done:
        flash.success(
            f"{user.name}'s second step is taken off, and they are signed out everywhere. "
            "Make sure that it was really they who asked."
        )
    else:
        flash.notice(f"{user.name} has no second step.")
    return redirect(url_for("accounts.person", user_id=user.id), 303)


def _change(session: Session, user: User, form: PersonForm) -> tuple[str, ...]:
    typed = form.new_team.data
    wanted = form.standing(changing.team_of(session, typed) if typed else None)
    return changing.change(
        session,
        user,
        wanted,
        by=sessions.user(),
        at=sessions.now(),
        knowingly=form.knowingly.data,
    )


def _tell(user: User, *, changed: bool) -> None:
    if not changed:
        flash.notice("Nothing was changed.")
    elif user.id == sessions.user().id:
        flash.success("Your account is changed. Sign in again, so that it counts.")
    else:
        flash.success(f"Changed. {user.name} is signed out everywhere, and signs in anew.")


def _changed_meanwhile(user: User, form: PersonForm, standing: Standing) -> tuple[str, int]:
    """Both stand on the page: what was chosen, and what somebody else kept meanwhile."""
    form.seen.data = standing.mark
    form.seen.raw_data = [standing.mark]
    return _person_page(user, form, meanwhile=True), CHANGED_MEANWHILE


def _form_of(standing: Standing, teams: tuple[Team, ...]) -> PersonForm:
    return PersonForm(
        teams,
        formdata=None,
        team=str(standing.team.id),
        duties=[one.value for one in standing.duties],
        looks_after=[str(one.id) for one in standing.looks_after],
        seen=standing.mark,
    )


def _refused(form: StandingForm, refusal: Refusal) -> StandingForm:
    for one in refusal.problems:
        words = f"{one.wrong} {one.remedy}"
        if one.place in form:
            form[one.place].errors = [words]
        else:
            form.form_errors += [words]
    return form


def _user(user_id: UUID) -> User:
    with reading() as session:
        return accounts_store.find_user(session, user_id) or abort(404)


def _teams() -> tuple[Team, ...]:
    with reading() as session:
        return tuple(sorted(accounts_store.list_teams(session), key=lambda one: one.name))


def _add_page(form: StandingForm) -> str:
    return render_template("accounts/add_person.html", form=form, told=DUTIES)


def _person_page(user: User, form: StandingForm, *, meanwhile: bool = False) -> str:
    with reading() as session:
        now = standing_of(session, user)
        changes = store.changes_of(session, user.id)
        step = second_steps.find(session, user.id)
    return render_template(
        "accounts/person.html",
        user=user,
        form=form,
        now=now,
        meanwhile=meanwhile,
        changes=changes,
        step=step,
        told=DUTIES,
        is_me=user.id == sessions.user().id,
        day=days.day,
    )
