"""The door of every page: what the route table allows, and to whom."""

import ipaddress
from urllib.parse import urlsplit

from flask import (
    Flask,
    abort,
    current_app,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from werkzeug.wrappers import Response

from facilitator.accounts import sessions, store
from facilitator.accounts.routes import ROUTES, Duties, Who
from facilitator.accounts.user import User
from facilitator.database import reading
from facilitator.pages.answering import as_json, asks_for_json
from facilitator.refusals import Problem

SAFE_METHODS = frozenset({"GET", "HEAD"})
# A reverse proxy stands at this computer too, and speaks for people elsewhere.
_PROXY_HEADERS = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via")
_SOMEBODY = "facilitator-somebody"
LONGEST_WAY_BACK = 2000
# What a locked screen still answers: how to open it, and how to leave it to somebody else.
_WHILE_LOCKED = frozenset(
    {
        *("accounts.locked", "accounts.unlock", "accounts.lock", "accounts.lock_state"),
        *("accounts.sign_out", "accounts.sign_in_submit"),
    }
)


def keep_the_door(app: Flask) -> None:
    """Ask the table before each request. Refused is 404: nobody learns what there is."""

    @app.before_request
    def _ask_the_table() -> Response | None:
        if request.routing_exception is not None:
            return None  # No such page or method: Flask says so by itself.
        row = ROUTES.get(request.endpoint or "", {})
        allowed = row.get("GET" if request.method == "HEAD" else request.method)
        if allowed is None:
            abort(404)
        if request.method not in SAFE_METHODS and _comes_from_another_site():
            abort(403)
        if allowed is Who.ANYBODY:
            return None
        return _led_in() if _comes_without_its_cookie() else _turned_away(allowed)


def may_use(allowed: Who | Duties, user: User | None, *, first: bool) -> bool:
    """Whether that visitor may; ``first`` when there is no account yet, and this is the laptop."""
    if allowed is Who.FIRST:
        return first and user is None
    if allowed is Who.SIGNING_IN:
        return not first
    if allowed is Who.SIGNED_IN:
        return user is not None
    if allowed is Who.LOOKING_ROUND:
        return first or user is not None
    if allowed is Who.ANYBODY:
        return True
    return user is not None and not allowed.isdisjoint(user.duties)


def safe_way_back(path: str | None) -> str:
    """Where to go after signing in: a page of this site, or home for everything else."""
    home = f"{request.script_root}/"
    if not path or len(path) > LONGEST_WAY_BACK or not path.startswith("/") or "\\" in path:
        return home
    # Browsers drop line ends and tabs, so '/\t/evil.example' would lead to another site.
    if path.startswith("//") or any(ord(sign) <= 32 or ord(sign) == 127 for sign in path):  # noqa: PLR2004
        return home
    way = urlsplit(path)
    return home if way.scheme or way.netloc else path


def _turned_away(allowed: Who | Duties) -> Response | None:
    user = sessions.find_user()
    if sessions.locked_user():
        return None if request.endpoint in _WHILE_LOCKED else _locked()
    first = user is None and _is_first_start()
    if may_use(allowed, user, first=first):
        return None
    if first:
        return redirect(url_for("accounts.first"), 303)
    if user is not None or allowed is Who.FIRST:
        abort(404)
    if asks_for_json() or request.method not in SAFE_METHODS:
        return signed_out()
    return redirect(url_for("accounts.sign_in", next=_way_back()), 303)


def signed_out() -> Response:
    """The answer to a change, or to a script, of somebody who is signed out: nothing is lost."""
    if asks_for_json():
        wrong = "You are signed out. Nothing of this was kept here yet."
        return make_response(as_json(Problem("", wrong, "Sign in again in another tab.")), 401)
    # Not a new page in place of the form: going back would find it with all that was typed.
    return make_response(render_template("accounts/signed_out.html"), 401)


def _locked() -> Response:
    """The same while the screen is locked. To sign in is then to unlock it."""
    if asks_for_json():
        wrong = "This screen is locked. Nothing of this was kept here yet."
        return make_response(as_json(Problem("", wrong, "Unlock it in another tab.")), 401)
    if request.method not in SAFE_METHODS:
        return make_response(render_template("accounts/locked_meanwhile.html"), 401)
    at_the_door = request.endpoint == "accounts.sign_in"
    way = request.args.get("next") if at_the_door else _way_back()
    return redirect(url_for("accounts.locked", next=way), 303)


def _comes_without_its_cookie() -> bool:
    """Whether a link on another site led here: browsers then keep a strict cookie back."""
    return (
        request.method in SAFE_METHODS
        and request.headers.get("Sec-Fetch-Site") == "cross-site"
        and current_app.config["SESSION_COOKIE_NAME"] not in request.cookies
        and "again" not in request.args
    )


def _led_in() -> Response:
    # Anything else would set a new cookie over the one kept back, and sign its owner out. The
    # page asks again by itself, and then its browser sends the cookie.
    asked = request.args.get("next") if request.endpoint == "accounts.sign_in" else _way_back()
    way = url_for("accounts.sign_in", next=asked, again=1)
    return make_response(render_template("accounts/led_in.html", way=way))


def _way_back() -> str | None:
    """The page that was asked for; None for the home page, which needs no saying."""
    path = request.full_path.rstrip("?")
    return path if path != "/" and safe_way_back(path) == path else None


def _is_first_start() -> bool:
    """Whether nobody has an account yet, and the visitor sits at this very computer."""
    if current_app.extensions.get(_SOMEBODY):
        return False  # Accounts are stopped, never deleted: once there is one, there always is.
    with reading() as database:
        nobody = store.is_nobody_here(database)
    current_app.extensions[_SOMEBODY] = not nobody
    return nobody and is_this_computer()


def is_this_computer() -> bool:
    """Whether the visitor sits at this computer, with nothing in between."""
    secure = current_app.config["SESSION_COOKIE_SECURE"]  # With https a proxy stands in front.
    if secure or any(name in request.headers for name in _PROXY_HEADERS):
        return False
    try:
        return ipaddress.ip_address(request.remote_addr or "").is_loopback
    except ValueError:
        return False


def _comes_from_another_site() -> bool:
    # Browsers say where a change was asked for. The CSRF token guards forms by itself; this
    # stands before it, and guards a route on which somebody forgot the token too.
    fetched, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    if fetched not in {None, "same-origin", "none"}:
        return True
    if origin == "null":
        # Our own pages send no referrer, and browsers then hide the origin of their forms too.
        return fetched is None
    return origin is not None and urlsplit(origin).netloc != request.host
