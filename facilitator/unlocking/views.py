"""Every page about the lock, for whoever looks after the app. They hold nobody's words."""

from flask import redirect, render_template, url_for
from werkzeug.wrappers import Response

from facilitator.accounts import sessions
from facilitator.accounts.access import is_this_computer
from facilitator.backups.starting import when
from facilitator.database import keys
from facilitator.pages import flash
from facilitator.refusals import Refusal
from facilitator.unlocking import locking
from facilitator.unlocking.blueprint import unlocking
from facilitator.unlocking.disk import disk_under
from facilitator.unlocking.forms import PaperForm, PassphraseForm, PressForm
from facilitator.unlocking.here import Here, here

__all__ = ["unlocking"]


@unlocking.get("/lock")
def page() -> str:
    """Whether the disk is encrypted, whether the database is locked, and what can be done."""
    return _page(here())


@unlocking.get("/lock/passphrase")
def passphrase() -> str:
    """The form for a new passphrase: of a new lock, or of the one that is there."""
    return _passphrase(PassphraseForm())


@unlocking.post("/lock/passphrase")
def passphrase_submit() -> str | Response:
    """A new lock waits for its paper; one that is there opens by the new passphrase at once."""
    form, known = PassphraseForm(), here()
    if not form.validate():
        return _passphrase(form)
    if _is_locked(known):
        locking.new_passphrase(known.config, form.typed)
        _note(known)
        flash.success("The new passphrase holds from now on. The recovery key is as it was.")
        return redirect(url_for("unlocking.page"), 303)
    _see_that_it_can_be_turned(known)
    known.prepare(sessions.user().id, locking.new_lock(form.typed))
    return redirect(url_for("unlocking.paper"), 303)


@unlocking.get("/lock/paper")
def paper() -> str | Response:
    """The recovery key to print, before anything is locked."""
    new = here().find_prepared(sessions.user().id)
    if new is None:
        return _begin_again()
    return _paper(new.recovery, PaperForm())


@unlocking.post("/lock/paper")
def lock() -> str | Response:
    """Lock the database, once the recovery key is on paper."""
    form, known, who = PaperForm(), here(), sessions.user().id
    new = known.find_prepared(who)
    if new is None:
        return _begin_again()
    if not (form.validate() and form.says(new.recovery)):
        form.last_group.errors = ["That is not its last group. Look at the paper, and type it."]
        return _paper(new.recovery, form)
    try:
        known.turn(lambda: locking.lock(known.config, new))
        _note(known)
    except Refusal as refusal:
        flash.error(str(refusal))
    else:
        flash.success("The database is locked. Put the paper where you would keep a spare key.")
        known.forget(who)
    return redirect(url_for("unlocking.page"), 303)


@unlocking.post("/lock/open-for-good")
def open_for_good() -> Response:
    """Take the lock off."""
    known = here()
    try:
        _see_that_it_can_be_turned(known)
        known.turn(lambda: locking.open_for_good(known.config))
        _note(known)
    except Refusal as refusal:
        flash.error(str(refusal))
    else:
        flash.notice("The database is no longer locked. Who takes the disk can read it.")
    return redirect(url_for("unlocking.page"), 303)


@unlocking.post("/lock/new-recovery-key")
def new_recovery_key() -> str | Response:
    """Another recovery key, shown once; the old paper opens nothing any more."""
    known = here()
    try:
        made = locking.new_recovery_key(known.config)
    except Refusal as refusal:
        flash.error(str(refusal))
        return redirect(url_for("unlocking.page"), 303)
    _note(known)
    return _paper(made, None)


def _page(known: Here) -> str:
    return render_template(
        "unlocking/page.html",
        disk=disk_under(known.config.data_dir).name,
        is_file=known.config.database_file is not None,
        is_locked=_is_locked(known),
        can_lock=keys.is_installed(),
        can_turn=known.doors is not None and is_this_computer(),
        how_to_install=keys.HOW_TO_INSTALL,
        form=PressForm(),
    )


def _paper(recovery: str, form: PaperForm | None) -> str:
    made_on = when(sessions.now())
    return render_template("unlocking/paper.html", recovery=recovery, form=form, made_on=made_on)


def _passphrase(form: PassphraseForm) -> str:
    return render_template("unlocking/passphrase.html", form=form, is_locked=_is_locked(here()))


def _note(known: Here) -> None:
    locking.note(known.config, at=sessions.now(), by=sessions.user().id)


def _is_locked(known: Here) -> bool:
    path = known.config.database_file
    return path is not None and keys.is_locked(path)


def _see_that_it_can_be_turned(known: Here) -> None:
    locking.file_of(known.config)
    keys.driver()
    if known.doors is None or not is_this_computer():
        raise Refusal.because(
            "This can only be done at the computer that the database is on.",
            "There, stop the app and use the command: facilitator db lock.",
        )


def _begin_again() -> Response:
    flash.error("That took too long, or it is done already. If it is not locked, begin again.")
    return redirect(url_for("unlocking.page"), 303)
