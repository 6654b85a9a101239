"""The web app: one function makes it, one serves it."""

import errno
import gc
import logging
import os
import signal
import socket
import sys
import time
from contextlib import suppress
from threading import Event, Thread
from typing import TYPE_CHECKING, NoReturn
from uuid import UUID

from flask import Flask, request_finished
from flask_wtf.csrf import CSRFProtect
from jinja2 import ChoiceLoader, PackageLoader, PrefixLoader

from facilitator import database
from facilitator.accounts import security, sessions, tabs
from facilitator.accounts.access import keep_the_door
from facilitator.accounts.views import accounts
from facilitator.agreeing.views import agreeing
from facilitator.auditing import rubric_here
from facilitator.auditing.views import auditing
from facilitator.backups.views import backups
from facilitator.break_glass.views import break_glass
from facilitator.canonical import fingerprint
from facilitator.desk.views import desk
from facilitator.feedback.views import feedback
from facilitator.leading.private.browser.views import show_the_card
from facilitator.leading.views import leading
from facilitator.notes import store as notes_store
from facilitator.notes.repeats import repeats
from facilitator.notes.views import notes
from facilitator.one_person.views import one_person
from facilitator.pages import word_lists
from facilitator.pages.assets import version_the_assets
from facilitator.pages.errors import QuietFlask, answer_errors
from facilitator.pages.headers import guard
from facilitator.pages.offline import offline
from facilitator.pages.saved_forms import tell_saved_forms
from facilitator.plain_language import shipped
from facilitator.practice.views import practice
from facilitator.preparing.views import preparing
from facilitator.quarterly.views import quarterly
from facilitator.refusals import Problem, Refusal
from facilitator.releasing import repeats_asked
from facilitator.releasing.views import releasing
from facilitator.retention.views import retention
from facilitator.settings import Config
from facilitator.supervising.views import supervising
from facilitator.who_looked.views import who_looked

if TYPE_CHECKING:
    from waitress.server import BaseWSGIServer

ROOMS = (
    *(accounts, offline, practice, desk),
    *(preparing, notes, leading, agreeing, releasing, feedback),
    *(supervising, auditing, quarterly, break_glass),
    *(who_looked, retention, one_person, backups),
)
# A record is at most 5 MB; this leaves room for the form around it.
LARGEST_REQUEST = 6 * 1024 * 1024
THREADS = 8
# Seconds: the press is loaded so long after the start though nobody asked for a page, else so long
# after the first page, when the browser has its style sheets and scripts too.
LONGEST_WAIT = 20
A_BREATH = 0.5


def create_app(config: Config) -> Flask:
    """The app with these settings: every page guarded, every route asked for in the table."""
    app = QuietFlask("facilitator")
    app.config.update(
        SECRET_KEY=config.secret_key,
        TRUSTED_HOSTS=list(config.trusted_hosts),
        MAX_CONTENT_LENGTH=LARGEST_REQUEST,
        PROPAGATE_EXCEPTIONS=False,
        SESSION_COOKIE_NAME=config.cookie_name,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Strict",
        SESSION_COOKIE_SECURE=config.tls,
        # A family's private time is longer than an hour: a form may wait as long as the session.
        WTF_CSRF_TIME_LIMIT=None,
        WTF_CSRF_SSL_STRICT=False,  # No referrer is ever sent; the door checks the origin.
    )
    app.debug = False
    guard(app, tls=config.tls)
    database.join(app, database.url_of(config))
    show_the_card(app)
    keep_the_door(app)
    security.secure(app)
    CSRFProtect(app)
    answer_errors(app)
    tell_saved_forms(app, tls=config.tls)
    version_the_assets(app)
    word_lists.hand_in(app, config.words)
    rubric_here.hand_in(app, config.rubric)
    _dress(app)
    repeats_asked.hand_in(app, _repeated_in_notes, _mark_of_notes)
    for room in ROOMS:
        app.register_blueprint(room)
    return app


def _repeated_in_notes(
    session: database.Session, meeting_id: UUID, lines: repeats_asked.Lines
) -> tuple[tuple[str, str], ...]:
    """The words of those lines that stand in a note too: all that a release learns of notes."""
    texts = (one.text for one in notes_store.load(session, meeting_id))
    return tuple((one.line, one.words) for one in repeats(texts, lines))


def _mark_of_notes(session: database.Session, meeting_id: UUID) -> str:
    """Another one as soon as a note is another, and no word of any."""
    return fingerprint(tuple(one.text for one in notes_store.load(session, meeting_id)))


def _dress(app: Flask) -> None:
    """Let templates draw the components of govuk-frontend-jinja."""
    ours = app.jinja_loader
    components = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    app.jinja_loader = ChoiceLoader([ours, components] if ours else [components])
    app.jinja_env.globals["who_is_here"] = sessions.already_found
    app.jinja_env.globals["tabs_here"] = tabs.tabs_here


def serve(config: Config) -> None:
    """Serve the app until Ctrl-C, or until the computer asks it to stop.

    Prints one line once it answers. Raises Refusal where the port or address can't be had.
    """
    # Whatever the app writes is for its own user's eyes.
    os.umask(0o077)
    # waitress warns of every short queue, in words that nobody at a kitchen table can use.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    _prepare(config)
    server = _listening(config)
    signal.signal(signal.SIGTERM, _stop)
    sys.stdout.write(ready_line(config) + "\n")
    sys.stdout.flush()
    Thread(target=_load_the_press, daemon=True).start()
    try:
        server.run()
    finally:
        server.close()


def _prepare(config: Config) -> None:
    from facilitator import migrations  # noqa: PLC0415 - who only makes an app never migrates

    migrations.prepare(config, at=sessions.now())


def _load_the_press() -> None:
    """Half of the first paper's time is loading; it is done before anybody waits for paper."""
    if page_was_answered(LONGEST_WAIT):
        time.sleep(A_BREATH)
    from facilitator.paper import press  # noqa: PLC0415 - after the first page was asked for

    shipped()  # The list of words, before the first breather asks for it.
    with suppress(Refusal):  # Where Pango is missing, the first paper says so.
        press.get_ready()
    # What is loaded now stays for good. Looking through it again for waste would make one page in
    # some hundred wait for a tenth of a second.
    gc.collect()
    gc.freeze()


def page_was_answered(seconds: float) -> bool:
    """Wait until an app of this program answers; False when nobody asked in so many seconds.

    Work done beside a page would make it take twice as long, and somebody waits for the first one.
    """
    answered = Event()

    def tell(*_: object, **__: object) -> None:
        answered.set()

    with request_finished.connected_to(tell):
        return answered.wait(seconds)


def ready_line(config: Config) -> str:
    """The one line that says where the app is."""
    if config.on_this_computer:
        return f"Facilitator is ready: open {config.address}"
    where = f"{config.listens_on} port {config.port}"
    return f"Facilitator is ready: open {config.address} (it listens on {where})"


def _listening(config: Config) -> "BaseWSGIServer":
    from waitress import create_server  # noqa: PLC0415 - a team's own server never needs it

    # Our own socket, and first of all: a port that is taken is then said at once.
    family = socket.AF_INET6 if ":" in config.listens_on else socket.AF_INET
    try:
        held = socket.create_server((config.listens_on, config.port), family=family)
    except OSError as error:
        raise Refusal(_not_free(config, error)) from error
    return create_server(
        create_app(config),
        sockets=[held],
        threads=THREADS,
        ident=None,  # The server's name and version are nobody's business.
        max_request_body_size=2 * LARGEST_REQUEST,  # Just above ours, so that our page answers.
    )


def _not_free(config: Config, error: OSError) -> Problem:
    if error.errno == errno.EADDRINUSE:
        return Problem(
            "FACILITATOR_PORT",
            f"Another program is using port {config.port}.",
            f"Stop it, or use another port: facilitator run --port {config.port % 65535 + 1}.",
        )
    return Problem(
        "FACILITATOR_HOST",
        f"The app can't listen on {config.listens_on}, port {config.port}: {error.strerror}.",
        "Use 127.0.0.1 and a port from 1024 to 65535.",
    )


def _stop(_signal: int, _frame: object) -> NoReturn:
    # waitress finishes what it is answering when it meets SystemExit, as it does for Ctrl-C.
    raise SystemExit(0)
