"""Who is here: visits, begun at sign-in, looked up at each request, ended at sign-out.

Flask's own cookie carries the visit's token. The database decides whether it still counts, so a
copied cookie is dead after sign-out.
"""

import secrets
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any

from flask import Flask, Request, abort, g, session
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface
from itsdangerous import BadSignature, URLSafeSerializer

from facilitator.accounts import heard, store
from facilitator.accounts.user import User
from facilitator.accounts.visit import HALF_WAY, Visit, hash_of
from facilitator.accounts.visits import store as visits
from facilitator.database import Session, new_id, reading, writing

TOKEN = "visit"  # noqa: S105 - where in the cookie the token stands, not a token
HALF = "half_way"  # the same for somebody whose second step is still to come
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


def locked_user() -> User | None:
    """Whose screen locked itself in this browser; None where none is locked. They are not in."""
    find_user()
    found: User | None = g.get("locked")
    return found


def begin(person: User) -> None:
    """Begin a visit of that user in this browser, with a token that was never used before."""
    session[TOKEN] = _new_visit(person, now(), half_way=False)
    session.pop(HALF, None)
    g.here, g.locked = person, None


def begin_half_way(person: User) -> None:
    """Remember in this browser that the password was right; nobody is signed in by it."""
    session[HALF] = _new_visit(person, now(), half_way=True)
    session.pop(TOKEN, None)
    g.here, g.locked = None, None


def find_half_way(longest: timedelta = HALF_WAY) -> User | None:
    """Whose password was right in this browser a moment ago; None for nobody."""
    token = session.get(HALF)
    if not isinstance(token, str):
        return None
    with reading() as database:
        found = store.find_visit(database, hash_of(token))
    if found is None or not found[0].is_half_way(now(), longest) or not found[1].is_active:
        session.pop(HALF, None)
        return None
    return found[1]


def end() -> None:
    """End this browser's visit, and forget all that its cookie holds."""
    with writing() as database:
        _end_here(database, now())
    session.clear()
    g.here, g.locked = None, None


def token_here() -> str:
    """The token of this browser's visit, or of one half way; it never leaves the program."""
    return str(session.get(TOKEN) or session[HALF])


def lock() -> None:
    """Lock this browser's visit: it opens nothing until its password was typed."""
    with writing() as database:
        visits.lock(database, hash_of(session[TOKEN]), at=now())
    g.locked, g.here = g.here, None


def unlock(person: User) -> None:
    """Open this browser's visit again, under a new token. It lasts no longer for that."""
    token, at = secrets.token_urlsafe(32), now()
    with writing() as database:
        visits.unlock(database, hash_of(session[TOKEN]), hash_of(token), at=at)
    session[TOKEN] = token
    g.here, g.locked = person, None


def _new_visit(person: User, at: datetime, *, half_way: bool) -> str:
    token = secrets.token_urlsafe(32)
    visit = Visit(
        id=new_id(),
        user_id=person.id,
        token_hash=hash_of(token),
        began_at=at,
        seen_at=at,
        half_way=half_way,
    )
    with writing() as database:
        _end_here(database, at)
        store.add_visit(database, visit)
        if not half_way:
            heard.tell(database, heard.Heard.SIGNED_IN, user_id=person.id, at=at)
    return token


def _end_here(database: Session, at: datetime) -> None:
    for name in (TOKEN, HALF):
        if isinstance(session.get(name), str):
            store.end_visit(database, hash_of(session[name]), at=at)


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
    visit, person = found
    if visit.locked_at is not None:
        g.locked = person
        return None
    seen = visit.seen(at)
    if seen != visit:
        store.note_visit(seen)
    return person
