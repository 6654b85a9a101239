"""What happens at the door, told to whoever keeps a log: this room stands below it."""

from datetime import datetime
from enum import StrEnum
from typing import Protocol, cast
from uuid import UUID

from flask import Flask, current_app

from facilitator.database import Session

_NAME = "facilitator-heard"


class Heard(StrEnum):
    """What happened; the value is its stored key."""

    SIGNED_IN = "signed_in"
    WRONG_PASSWORD = "wrong_password"  # noqa: S105 - no password
    WRONG_CODE = "wrong_code"
    USED_RECOVERY_CODE = "used_recovery_code"
    SECOND_STEP_ON = "second_step_on"
    SECOND_STEP_OFF = "second_step_off"
    NEW_RECOVERY_CODES = "new_recovery_codes"
    SIGNED_OUT_EVERYWHERE = "signed_out_everywhere"


class Tell(Protocol):
    """Who hears it, inside the transaction in which it happened.

    ``user_id`` is whose account it is, None where there is none; ``by`` is who did it, None for
    its owner or a command.
    """

    def __call__(
        self,
        session: Session,
        what: Heard,
        *,
        user_id: UUID | None,
        by: UUID | None,
        at: datetime,
    ) -> None:
        """Hear it."""


def hand_in(app: Flask, tell: Tell) -> None:
    """Have that app tell what happens at its door."""
    app.extensions[_NAME] = tell


def tell(
    session: Session,
    what: Heard,
    *,
    user_id: UUID | None,
    by: UUID | None = None,
    at: datetime,
) -> None:
    """Tell it; nothing happens where nobody listens."""
    listens = cast("Tell | None", current_app.extensions.get(_NAME))
    if listens is not None:
        listens(session, what, user_id=user_id, by=by, at=at)
