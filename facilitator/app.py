"""The web app: one function makes it, one serves it."""

import gc
import logging
import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING
from uuid import UUID

from flask import Flask, request_finished
from flask_wtf.csrf import CSRFProtect
from jinja2 import ChoiceLoader, PackageLoader, PrefixLoader

from facilitator import database
from facilitator.accounts import heard, security, sessions, tabs
from facilitator.accounts.access import keep_the_door
from facilitator.accounts.idle import watching
from facilitator.accounts.views import accounts
from facilitator.agreeing.views import agreeing
from facilitator.auditing import rubric_here
from facilitator.auditing.views import auditing
from facilitator.backups import ending, starting
from facilitator.backups import here as backups_here
from facilitator.backups.keeping import keeper_of
from facilitator.backups.views import backups
from facilitator.break_glass.views import break_glass
from facilitator.canonical import fingerprint
from facilitator.database import keys
from facilitator.desk.views import desk
from facilitator.feedback.views import feedback
from facilitator.leading.private.browser.views import show_the_card
from facilitator.leading.views import leading
from facilitator.notes import store as notes_store
from facilitator.notes.repeats import repeats
from facilitator.notes.views import notes
from facilitator.one_person import how_long_asked
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
from facilitator.refusals import Refusal
from facilitator.releasing import kept_for_asked, repeats_asked
from facilitator.releasing.views import releasing
from facilitator.retention import told as keeping_told
from facilitator.retention.gone import daily
from facilitator.retention.told import sentence_on_paper
from facilitator.retention.views import retention
from facilitator.settings import Config
from facilitator.supervising.views import supervising
from facilitator.unlocking import address, by_file, locking, presence
from facilitator.unlocking import here as unlocking_here
from facilitator.unlocking.doorway import Doorway, WSGIApp
from facilitator.unlocking.views import unlocking
from facilitator.who_looked.at_the_door import note_at_the_door
from facilitator.who_looked.noting import note_what_is_seen
from facilitator.who_looked.views import who_looked

if TYPE_CHECKING:
    from waitress.server import BaseWSGIServer

ROOMS = (
    *(accounts, offline, practice, desk),
    *(preparing, notes, leading, agreeing, releasing, feedback),
    *(supervising, auditing, quarterly, break_glass),
    *(who_looked, retention, one_person, backups, unlocking),
)
# A record is at most 5 MB; this leaves room for the form around it.
LARGEST_REQUEST = 6 * 1024 * 1024
THREADS = 8
# Seconds: the press is loaded so long after the start though nobody asked for a page, else so long
# after the first page, when the browser has its style sheets and scripts too.
LONGEST_WAIT = 20
A_BREATH = 0.5
LOCKED_LINE = "The database is locked: that page asks for its passphrase.\n"


def create_app(config: Config, doors: unlocking_here.Doors | None = None) -> Flask:
    """The app with these settings: every page guarded, every route asked for in the table.

    ``doors`` are there where it is served from a laptop, so that it can lock its own database.
    """
    by_file.unlock(config)
    app = _begun(config, config.cookie_name)
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
    backups_here.hand_in(app, config)
    unlocking_here.hand_in(app, unlocking_here.Here(config, doors))
    _dress(app)
    repeats_asked.hand_in(app, _repeated_in_notes, _mark_of_notes)
    kept_for_asked.hand_in(app, sentence_on_paper)
    how_long_asked.hand_in(app, keeping_told.for_families)
    heard.hand_in(app, note_at_the_door)
    note_what_is_seen(app)
    for room in ROOMS:
        app.register_blueprint(room)
    return app


def _page_before(config: Config, path: Path, open_up: Callable[[], None]) -> Flask:
    """The page that asks for the passphrase, guarded as the app is; it knows no database."""
    from facilitator.unlocking import page  # noqa: PLC0415 - most laptops never show it

    app = _begun(config, page.COOKIE)
    CSRFProtect(app)
    version_the_assets(app)
    _dress(app)
    page.hand_in(app, path, open_up)
    return app


def _begun(config: Config, cookie: str) -> Flask:
    app = QuietFlask("facilitator")
    app.config.update(
        SECRET_KEY=config.secret_key,
        TRUSTED_HOSTS=list(config.trusted_hosts),
        MAX_CONTENT_LENGTH=LARGEST_REQUEST,
        PROPAGATE_EXCEPTIONS=False,
        SESSION_COOKIE_NAME=cookie,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Strict",
        SESSION_COOKIE_SECURE=config.tls,
        # A family's private time is longer than an hour: a form may wait as long as the session.
        WTF_CSRF_TIME_LIMIT=None,
        WTF_CSRF_SSL_STRICT=False,  # No referrer is ever sent; the door checks the origin.
    )
    app.debug = False
    guard(app, tls=config.tls)
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
    app.jinja_env.globals["watched_here"] = watching.watched_here


def serve(config: Config) -> None:
    """Serve the app until Ctrl-C, or until the computer asks it to stop.

    Prints one line once it answers. A locked database is asked for first, at the same address.
    Raises Refusal where the port or address can't be had.
    """
    # Whatever the app writes is for its own user's eyes.
    os.umask(0o077)
    # waitress warns of every short queue, in words that nobody at a kitchen table can use.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    if config.database_file is None:
        _serve(config, presence.NOWHERE)
        return
    with presence.in_folder(config.data_dir) as present:
        _serve(config, present)


def _serve(config: Config, present: presence.Presence) -> None:
    doors = unlocking_here.Doors(Doorway(), present, lambda: create_app(config, doors))
    locked = locking.before_a_start(config, present)
    first = config.database_file is not None and not config.database_file.exists()
    if locked is None:
        _prepare(config)
    server = _listening(config, doors.doorway)
    if locked is None:
        _open(config, doors)
    else:
        doors.doorway.show(_page_before(config, locked, lambda: _unlocked(config, doors)))
    ending.in_order()
    sys.stdout.write(ready_line(config) + "\n" + (LOCKED_LINE if locked else ""))
    sys.stdout.flush()
    if first:
        Thread(target=_say_the_first_word, args=(config,), daemon=True).start()
    try:
        server.run()
    finally:
        server.close()
        if locked is None or keys.is_open(locked):
            keeper_of(config).end(at=sessions.now())


def _say_the_first_word(config: Config) -> None:
    from facilitator.unlocking import first_word  # noqa: PLC0415 - said once in a laptop's life

    first_word.say(config.data_dir)


def _unlocked(config: Config, doors: unlocking_here.Doors) -> None:
    _prepare(config)
    locking.lock_copies(config)
    _open(config, doors)


def _open(config: Config, doors: unlocking_here.Doors) -> None:
    """From now on the app itself answers."""
    doors.doorway.show(doors.make_app())
    Thread(target=_load_the_press, daemon=True).start()
    keep_house(config)


def keep_house(config: Config) -> None:
    """What a server does by itself each day: a backup, and a purge of what has come to its day."""
    Thread(target=_keep_backups, args=(config,), daemon=True).start()
    purging = (config, Event(), sessions.now)
    Thread(target=daily.keep_purging, args=purging, daemon=True).start()


def _prepare(config: Config) -> None:
    from facilitator import migrations  # noqa: PLC0415 - who only makes an app never migrates

    starting.look(config)
    migrations.prepare(config, at=sessions.now())


def _keep_backups(config: Config) -> None:  # Nobody waits for it: after the first page.
    if page_was_answered(LONGEST_WAIT):
        time.sleep(A_BREATH)
    keeper_of(config).run(Event(), sessions.now)


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


def _listening(config: Config, answers: WSGIApp) -> "BaseWSGIServer":
    from waitress import create_server  # noqa: PLC0415 - a team's own server never needs it

    return create_server(
        answers,
        sockets=[address.taken(config)],
        threads=THREADS,
        ident=None,  # The server's name and version are nobody's business.
        max_request_body_size=2 * LARGEST_REQUEST,  # Just above ours, so that our page answers.
    )
