"""The backups of the app that answers: its keeper, and whether there is trouble to tell."""

from flask import Flask, current_app, request

from facilitator.accounts.sessions import already_found
from facilitator.accounts.user import Duty
from facilitator.backups.daily import LONGEST_KEPT
from facilitator.backups.keeping import Keeper, keeper_of
from facilitator.settings import Config

_KEEPER = "facilitator-backups"
_MEETINGS = "/meetings/"


def hand_in(app: Flask, config: Config) -> None:
    """Have that app know its backups. Nothing is read or made yet."""
    app.extensions[_KEEPER] = keeper_of(config)
    app.jinja_env.globals["backup_trouble"] = trouble_to_tell
    app.jinja_env.globals["backups_live"] = how_long_they_live


def keeper() -> Keeper:
    """The keeper of this app's backups."""
    found: Keeper = current_app.extensions[_KEEPER]
    return found


def how_long_they_live() -> str:
    """How long a family that was deleted may still stand in backups, in sentences."""
    here = keeper().config
    if here.database_file is None:
        return "How long a backup of PostgreSQL is kept is up to whoever looks after that server."
    if not here.backups_kept:
        return "The app makes no backups by itself. Those made by hand stay until you delete them."
    return (
        f"A backup that the app made is deleted after {LONGEST_KEPT.days} days at most, "
        "as soon as the app runs again. Those made by hand stay until you delete them."
    )


def trouble_to_tell() -> str:
    """Why there is no backup, for an administrator; "" for others, and where a family may look."""
    user = already_found()
    if user is None or Duty.ADMINISTRATOR not in user.duties:
        return ""
    if request.path.startswith(_MEETINGS) or request.endpoint == "backups.page":
        return ""
    trouble = keeper().trouble
    return trouble.why if trouble else ""
