"""Who is here: visits, begun at sign-in, looked up at each request, ended at sign-out.

Flask's own cookie carries the visit's token. The database decides whether it still counts, so a
copied cookie is dead after sign-out.
"""

import secrets
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

from flask import Flask, Request, abort, g, session
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface
from itsdangerous import BadSignature, URLSafeSerializer

from facilitator.accounts import store
from facilitator.accounts.user import User
from facilitator.accounts.visit import Visit, hash_of
from facilitator.database import new_id, reading, writing

TOKEN = "visit"  # noqa: S105 - where in the cookie the token stands, not a token
# What the next person at this browser must not find. The form token stays: a form that was open
# when a visit ran out can be sent once its owner has signed in again.
_OF_A_VISIT = (TOKEN, "_user_id", "_fresh", "_id", "identity.name", "identity.auth_type", "fs_paa")


class AgelessCookies(SecureCookieSessionInterface):
    """Flask's signed cookie without its own clock: set back ten minutes, it would be refused.

    How long a visit lasts is written in the database; nothing else in the cookie grows old.
    """

    def get_signing_serializer(self, app: Flask) -> Any:
        """What signs the cookie; None without a key, as in Flask."""
        if not app.secret_key:
            return None
        return URLSafeSerializer(
            app.secret_key,
            salt=self.salt,
            serializer=self.serializer,
            signer_kwargs={
                "key_derivation": self.key_derivation,
                "digest_method": self.digest_method,
            },
        )

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession | None:
        """The cookie's content; an empty one where there is none, or one that we did not sign."""
        signer = self.get_signing_serializer(app)
        if signer is None:
            return None
        with suppress(BadSignature):
            held = signer.loads(request.cookies.get(self.get_cookie_name(app), ""))
            return self.session_class(held)
        return self.session_class()


def now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


def find_user() -> User | None:
    """Whoever is signed in, None for nobody. Asks the database once a request."""
    if "here" not in g:
        g.here = _look()
    found: User | None = g.here
    return found


def already_found() -> User | None:
    """Whoever the door found, without asking the database: for every page, an error's too."""
    found: User | None = g.get("here")
    return found


def user() -> User:
    """Whoever is signed in; not found (404) for nobody: the door lets nobody come so far."""
    return find_user() or abort(404)


def begin(person: User) -> None:
    """Begin a visit of that user in this browser, with a token that was never used before."""
    token = secrets.token_urlsafe(32)
    at = now()
    visit = Visit(
        id=new_id(), user_id=person.id, token_hash=hash_of(token), began_at=at, seen_at=at
    )
    with writing() as database:
        if TOKEN in session:
            store.end_visit(database, hash_of(session[TOKEN]), at=at)
        store.add_visit(database, visit)
    session[TOKEN] = token
    g.here = person


def end() -> None:
    """End this browser's visit, and forget all that its cookie holds."""
    if token := session.get(TOKEN):
        with writing() as database:
            store.end_visit(database, hash_of(token), at=now())
    session.clear()
    g.here = None


def _look() -> User | None:
    token = session.get(TOKEN)
    if not isinstance(token, str):
        return None
    with reading() as database:
        found = store.find_visit(database, hash_of(token))
    at = now()
    if found is None or not found[0].is_open(at) or not found[1].is_active:
        for name in _OF_A_VISIT:
            session.pop(name, None)
        return None
    seen = found[0].seen(at)
    if seen != found[0]:
        store.note_visit(seen)
    return found[1]
