"""The way in after a right password: home, or to the second step first."""

from flask import redirect, url_for
from werkzeug.wrappers import Response

from facilitator.accounts import security, sessions
from facilitator.accounts.access import is_this_computer, safe_way_back
from facilitator.accounts.people import store as people
from facilitator.accounts.second_factor import store as second_steps
from facilitator.accounts.second_factor.rule import must_have
from facilitator.accounts.user import User
from facilitator.database import reading


def needs_second_step(user: User) -> bool:
    """Whether that user, at this browser, can't sign in without a second step."""
    with reading() as database:
        alone = second_steps.is_alone(database, user.id)
    return must_have(user, near=is_this_computer(), alone=alone)


def let_in(user: User, back: str | None) -> Response:
    """Sign in whoever has no second step and needs none; lead everybody else to it."""
    with reading() as database:
        has = second_steps.find(database, user.id) is not None
    if not has and not needs_second_step(user):
        return arrive(user, back)
    sessions.begin_half_way(user)
    page = "accounts.code" if has else "accounts.set_up_first"
    return redirect(url_for(page, next=_worth_saying(back)), 303)


def arrive(user: User, back: str | None) -> Response:
    """Sign that user in, and go where they were going."""
    security.sign_in(user)
    return redirect(way_of(user, back), 303)


def way_of(user: User, back: str | None) -> str:
    """Where that user goes once signed in: first of all to a password of their own."""
    way = safe_way_back(back)
    with reading() as database:
        given = people.is_given(database, user.id)
    return url_for("accounts.password", next=way) if given else way


def _worth_saying(back: str | None) -> str | None:
    return back if back and safe_way_back(back) == back and back != "/" else None
