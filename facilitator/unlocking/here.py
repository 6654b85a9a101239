"""What the pages about the lock know of the running program: its settings, and its doorway."""

from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic
from uuid import UUID

from flask import Flask, current_app

from facilitator.database import db
from facilitator.refusals import Refusal
from facilitator.settings import Config
from facilitator.unlocking.doorway import Doorway, WSGIApp
from facilitator.unlocking.locking import NewLock
from facilitator.unlocking.presence import Presence, others_are_here

# Seconds that a new lock waits for its paper to be printed: a printer may have to be found first.
PATIENCE = 60 * 60
_HERE = "facilitator-lock"


@dataclass(frozen=True)
class Doors:
    """How a program that serves from the laptop lets another app take the place of this one."""

    doorway: Doorway
    presence: Presence
    make_app: Callable[[], WSGIApp]


@dataclass(frozen=True)
class Here:
    """One running app; ``doors`` is None where it can't turn its own database."""

    config: Config
    doors: Doors | None = None
    prepared: dict[UUID, tuple[float, NewLock]] = field(default_factory=dict, repr=False)

    def prepare(self, who: UUID, new: NewLock) -> None:
        """Hold a new lock until its recovery key is on paper. It stands in memory alone."""
        self.prepared[who] = (monotonic() + PATIENCE, new)

    def find_prepared(self, who: UUID) -> NewLock | None:
        """The new lock that this person has prepared, where it did not wait too long."""
        until, new = self.prepared.get(who, (0.0, None))
        if new is None or monotonic() > until:
            self.prepared.pop(who, None)
            return None
        return new

    def forget(self, who: UUID) -> None:
        """The recovery key is on paper, or it is wanted no more."""
        self.prepared.pop(who, None)

    def turn(self, what: Callable[[], None]) -> None:
        """Do that to the database while nobody uses it; then a new app stands here. Refusal."""
        doors = self.doors
        if doors is None:
            raise Refusal.because(
                "This server can't turn its own database.", "Stop it, and use the command."
            )
        with doors.doorway.alone():
            if not doors.presence.is_alone():
                raise others_are_here(self.config.data_dir)
            try:
                db.engine.dispose()
                what()
            finally:
                doors.presence.beside_others()
                doors.doorway.show(doors.make_app())


def hand_in(app: Flask, here: Here) -> None:
    """Let the pages of that app know it."""
    app.extensions[_HERE] = here


def here() -> Here:
    """What is known in this request."""
    found: Here = current_app.extensions[_HERE]
    return found
