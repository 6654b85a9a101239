"""The purge of every day: when the app starts, and on each new day while it runs."""

import logging
from collections.abc import Callable
from datetime import date, datetime
from threading import Event

from facilitator.database import opened, url_of
from facilitator.retention.gone.purge import Purged, purge
from facilitator.retention.periods import civil_day
from facilitator.settings import Config

AN_HOUR = 3600  # seconds: a laptop that slept sees within an hour that it is another day
A_MINUTE = 60  # seconds: so soon it is tried again, where the database is still locked
_log = logging.getLogger(__name__)


def keep_purging(config: Config, stop: Event, now: Callable[[], datetime]) -> None:
    """Purge now, and once on each new day, until it is told to stop. It never ends the app."""
    done: date | None = None
    said: date | None = None
    while True:
        at = now()
        if civil_day(at) != done and purged(config, at=at) is not None:
            done = civil_day(at)
        if civil_day(at) not in {done, said}:  # Once a day: it is tried again each minute.
            _log.warning("The purge of today could not be done yet. It is tried again.")
            said = civil_day(at)
        if stop.wait(AN_HOUR if civil_day(at) == done else A_MINUTE):
            return


def purged(config: Config, *, at: datetime) -> Purged | None:
    """What one purge removed; None where it could not be done now, which is tried again."""
    try:
        with opened(url_of(config)):
            return purge(at=at)
    except Exception as error:  # noqa: BLE001 - a locked or busy database: tried again soon
        _log.info("The purge of today waits: %s. It is tried again.", type(error).__name__)
        return None
