"""What happens at the door and belongs in the log: tries that failed, and how an account is kept.

Who came in and went out is left out: the log is about families, and is no timesheet.
"""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from uuid import UUID

from facilitator import access_log
from facilitator.access_log import Act, Because, What
from facilitator.accounts.heard import Heard
from facilitator.database import Session

_KEPT: Mapping[Heard, tuple[Act, What]] = MappingProxyType(
    {
        Heard.WRONG_PASSWORD: (Act.REFUSED, What.SIGN_IN),
        Heard.WRONG_CODE: (Act.REFUSED, What.SECOND_STEP),
        Heard.USED_RECOVERY_CODE: (Act.SETTING, What.SECOND_STEP),
        Heard.SECOND_STEP_ON: (Act.SETTING, What.SECOND_STEP),
        Heard.SECOND_STEP_OFF: (Act.SETTING, What.SECOND_STEP),
        Heard.NEW_RECOVERY_CODES: (Act.SETTING, What.SECOND_STEP),
        Heard.SIGNED_OUT_EVERYWHERE: (Act.SETTING, What.ACCOUNT),
    }
)


def note_at_the_door(
    session: Session, what: Heard, *, user_id: UUID | None, by: UUID | None, at: datetime
) -> None:
    """Note it where it belongs in the log, with who did it: no family is meant."""
    kept = _KEPT.get(what)
    if kept is None:
        return
    act, of = kept
    because = Because.WRONG if act is Act.REFUSED else Because.BY_HAND
    access_log.note(session, act, at=at, what=of, because=because, user_id=by or user_id)
