"""Asking somebody who is signed in for their password: whoever finds a page open has none."""

from flask import request
from flask_wtf import FlaskForm

from facilitator.accounts import sessions
from facilitator.accounts.blueprint import NOT_YET, TOO_MANY
from facilitator.accounts.signing_in import TooManyTries, the_user_of
from facilitator.accounts.user import User
from facilitator.refusals import Refusal

NOT_YOURS = "This is not your password. Type it again."


def refused(form: FlaskForm, field: str, user: User, wrong: str = NOT_YOURS) -> int:
    """0 where the form's field holds that user's password; else the status to answer with.

    What is wrong then stands in the form.
    """
    typed = form[field].data or ""
    try:
        the_user_of(user.email, typed, address=request.remote_addr, at=sessions.now())
    except TooManyTries as refusal:
        form.form_errors += [f"{one.wrong} {one.remedy}" for one in refusal.problems]
        return TOO_MANY
    except Refusal:
        form[field].errors = [wrong]
        return NOT_YET
    return 0
