"""Changing one's own password: the old one is asked for, and every other visit ends."""

from flask import redirect, render_template, request, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import HiddenField, PasswordField, SubmitField
from wtforms.validators import EqualTo, InputRequired, ValidationError

from facilitator.accounts import own_word, passwords, security, sessions, store
from facilitator.accounts.access import safe_way_back
from facilitator.accounts.blueprint import NOT_YET, accounts
from facilitator.accounts.forms import HINT, own_password
from facilitator.accounts.people import store as people
from facilitator.accounts.user import User
from facilitator.database import reading, writing
from facilitator.pages import flash

_NOT_NOW = "This is not your password of now. Type it again."


class PasswordForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF brings no types
    """The password of now, and the next one twice: nobody sees what they type."""

    next = HiddenField()
    now = own_password("Your password now", "Your password of now is missing. Type it.")
    new = PasswordField(
        "A new password",
        description=HINT,
        render_kw={"autocomplete": "new-password"},
        validators=[InputRequired("The new password is missing. Choose one.")],
    )
    again = PasswordField(
        "The new password once more",
        render_kw={"autocomplete": "new-password"},
        validators=[EqualTo("new", "The two new passwords differ. Type the same one twice.")],
    )
    save = SubmitField("Change my password")

    def validate_new(self, field: PasswordField) -> None:
        """Refuse a password that is too short, too easy, or the one of now."""
        typed, user = field.data or "", sessions.user()
        if passwords.normal(typed) == passwords.normal(self.now.data or ""):
            raise ValidationError("This is your password of now. Choose another one.")
        wrong = passwords.faults(typed, (user.email, user.name))
        if wrong:
            raise ValidationError(f"This password can't be used. {wrong[0]}")


@accounts.route("/account/password", methods=["GET", "POST"])
def password() -> str | Response | tuple[str, int]:
    """The page that changes one's own password."""
    if request.method == "GET":
        return _page(PasswordForm(formdata=None, next=request.args.get("next", "")))
    form = PasswordForm()
    if not form.validate_on_submit():
        return _page(form), NOT_YET
    user = sessions.user()
    if status := own_word.refused(form, "now", user, _NOT_NOW):
        return _page(form), status
    _change(user, form.new.data or "")
    flash.success("Your password is changed. You are signed out everywhere else.")
    back = form.next.data
    return redirect(safe_way_back(back) if back else url_for("accounts.account"), 303)


def _change(user: User, typed: str) -> None:
    password_hash = security.hashed(typed)
    with writing() as database:
        store.set_password(database, user.id, password_hash)
        people.say_own(database, user.id)
        store.end_visits(database, user.id, at=sessions.now())
    security.sign_in(user)  # A new visit here: whoever copied the old cookie is out.


def _page(form: PasswordForm) -> str:
    with reading() as database:
        given = people.is_given(database, sessions.user().id)
    return render_template("accounts/password.html", form=form, given=given)
