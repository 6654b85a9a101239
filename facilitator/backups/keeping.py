"""Seeing to it that there is a backup of each day, and that nobody misses one that failed."""

import logging
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from threading import Event, Lock
from typing import Protocol
from uuid import UUID

from facilitator.backups import daily, kept
from facilitator.backups.kept import Backup
from facilitator.database import seal
from facilitator.database.files import in_use
from facilitator.refusals import Refusal
from facilitator.settings import Config

LOOKS_EVERY = 600  # seconds; how soon after a failure it is tried again
_LONGEST = 60  # seconds; nobody presses a button and waits longer

_log = logging.getLogger(__name__)


class Clock(Protocol):
    """What says what time it is."""

    def __call__(self) -> datetime:
        """An instant in UTC."""


@dataclass(frozen=True)
class Trouble:
    """A backup that could not be made: since when, and why, in sentences fit to show."""

    since: datetime
    why: str


class Keeper:
    """Makes the backups of one database, one at a time; ``trouble`` is None while all is well."""

    def __init__(self, config: Config) -> None:
        self.config = config
        self.trouble: Trouble | None = None
        self._one_at_a_time = Lock()

    def make(self, *, at: datetime, by: UUID | None = None) -> Backup:
        """Make a backup now. Raises Refusal, which stays as the trouble until one is made."""
        if not self._one_at_a_time.acquire(timeout=_LONGEST):
            raise in_use(self.config.data_dir)
        try:
            made = daily.make(self.config, at=at, by=by)
        except Refusal as refusal:
            self._note(at, str(refusal))
            raise
        finally:
            self._one_at_a_time.release()
        self.trouble = None
        return made

    def see_to_it(self, *, at: datetime) -> bool:
        """Make the backup of this day where there is none yet; whether one was made."""
        return daily.is_due(self.config, at) and self._tried(at) is not None

    def end(self, *, at: datetime) -> None:
        """The app has ended: keep what is new, and seal the database. Nobody may have it open."""
        made = self._tried(at) if daily.is_something_new(self.config) else None
        path = self.config.database_file
        try:
            with self._one_at_a_time:
                if path is not None and path.exists():
                    seal.seal(path)
                    if made:
                        kept.describe(replace(made, at_rest=seal.told(path)))
        except Exception as error:  # noqa: BLE001 - whatever it is, an end is an end
            # Without a seal the next start looks through the whole file instead.
            _log.warning("The database could not be sealed: %s.", type(error).__name__)

    def run(self, stop: Event, now: Clock) -> None:
        """See to it until told to stop: now, and every ten minutes."""
        self.see_to_it(at=now())
        while not stop.wait(LOOKS_EVERY):
            self.see_to_it(at=now())

    def _tried(self, at: datetime) -> Backup | None:
        try:
            return self.make(at=at)
        except Refusal:
            return None
        except Exception as error:  # noqa: BLE001 - it is told, and tried again
            self._note(at, f"The backup could not be made: {type(error).__name__}.")
            return None

    def _note(self, at: datetime, why: str) -> None:
        known = self.trouble
        if known is None or known.why != why:
            _log.error("No backup was made. %s", why)  # It is written to the terminal.
        self.trouble = Trouble(known.since if known else at, why)


@cache
def keeper_of(config: Config) -> Keeper:
    """The one keeper of that database in this program."""
    return Keeper(config)
