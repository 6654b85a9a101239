"""Flask-Security, as we use it: it hashes passwords, and signs people in and out.

Its pages are not registered: ours say the same in our words and slow a guesser down. Whoever adds
a second factor registers them (`register_blueprint`) and gives each its row in the route table.
"""

from typing import Any

from flask import Flask
from flask_security import RoleMixin, Security, UserDatastore, UserMixin, login_user, logout_user
from flask_security.utils import hash_password, verify_password

from facilitator.accounts import sessions
from facilitator.accounts.passwords import normal
from facilitator.accounts.store import Kept
from facilitator.accounts.user import User


class Account(UserMixin):
    """A user as Flask-Security knows one: what it needs, and nothing that it could change."""

    fs_uniquifier = ""

    def __init__(self, user: User) -> None:
        self.roles = []  # Duties are asked for at our door alone.
        self.email = user.email
        self.active = user.is_active
        self.fs_uniquifier = str(user.id)


class NoRole(RoleMixin):
    """Flask-Security asks for a kind of role; ours are duties, and not its business."""


class Accounts(UserDatastore):
    """The one account that a request may be signed in to: that of its visit."""

    def __init__(self) -> None:
        super().__init__(Account, NoRole)

    def find_user(self, case_insensitive: bool = False, **asked: Any) -> Account | None:  # noqa: ARG002, FBT001, FBT002
        """The account of this visit, when it is the one asked for."""
        user = sessions.find_user()
        return Account(user) if user and asked == {"fs_uniquifier": str(user.id)} else None


# Argon2id with OWASP's first choice of figures: 19 MB, two rounds, one lane would do; we keep the
# library's stronger ones. Our own key is no part of the hash: a new one would lock everybody out.
SETTINGS = {
    "SECURITY_PASSWORD_HASH": "argon2",
    "SECURITY_PASSWORD_SCHEMES": ["argon2"],
    "SECURITY_DEPRECATED_PASSWORD_SCHEMES": [],
    "SECURITY_PASSWORD_SINGLE_HASH": ["argon2"],
    "SECURITY_REGISTERABLE": False,
    "SECURITY_RECOVERABLE": False,
    "SECURITY_CHANGEABLE": False,
    "SECURITY_CONFIRMABLE": False,
    "SECURITY_PASSWORDLESS": False,
    "SECURITY_UNIFIED_SIGNIN": False,
    "SECURITY_TRACKABLE": False,
    "SECURITY_DEFAULT_REMEMBER_ME": False,
    "SESSION_PROTECTION": None,  # A visit's token is guarded by its own table.
    "SECURITY_CLI_USERS_NAME": "",
    "SECURITY_CLI_ROLES_NAME": "",
    "SECURITY_FLASH_MESSAGES": False,
}

# Of a password that nobody ever knew, at the same cost as everybody's: see is_right.
NOBODYS_HASH = (
    "$argon2id$v=19$m=65536,t=3,p=4$21Ubx6l97WzKKdpzEnWdZg$"
    "GhEGCh48aUfW/KhipakJfnr9QZlFsToLr2Ay5tjy7fg"
)


def secure(app: Flask) -> None:
    """Give the app its visits and Flask-Security. Call it after the door."""
    app.config.update(SETTINGS)
    app.session_interface = sessions.AgelessCookies()
    security = Security(app, Accounts(), register_blueprint=False)
    security.principal.skip_static = True
    # It looks up the user for each page, also for the page that says that this can't be done.
    ours = app.template_context_processors[None]
    ours[:] = [one for one in ours if one.__name__ != "_user_context_processor"]


def hashed(password: str) -> str:
    """The hash to keep of a password. Takes some 100 ms, on purpose."""
    return hash_password(normal(password))


def is_right(password: str, kept: Kept | None) -> bool:
    """Whether that is the password. Without an account the answer is no, and takes as long."""
    if kept is None:
        verify_password(normal(password), NOBODYS_HASH)
        return False
    return verify_password(normal(password), kept.password_hash)


def sign_in(user: User) -> None:
    """Sign that user in, in this browser, with a new visit."""
    login_user(Account(user), remember=False, authn_via=["password"])
    sessions.begin(user)


def sign_out() -> None:
    """Sign this browser out: its visit is over, and its cookie is dead."""
    logout_user()
    sessions.end()
