"""Records that come in from a file and go out into one."""

import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from uuid import UUID

from facilitator import record
from facilitator.accounts import store as accounts
from facilitator.accounts.user import Duty, User
from facilitator.agenda.shipped import find_file
from facilitator.database import Session, reading, writing
from facilitator.exchange.keeping import Arrival, Reception, bring_in, take_out
from facilitator.meetings import KeptMeeting
from facilitator.meetings import store as meetings
from facilitator.refusals import Refusal


def bring_in_file(file: Path, *, owner: str | None, at: datetime) -> Arrival:
    """Keep the meeting of that record file, as that owner's (an e-mail address).

    Without an owner it is the one facilitator's who has an account here. Refusal where the file
    is no record, where nobody fits, and where the meeting is there already: nothing is kept then.
    """
    brought = record.read(file.read_bytes(), file.name)
    agenda = find_file(brought.document["meeting"]["type"])
    with writing() as session:
        reception = Reception(owner=_owner(session, owner), at=at, agenda=agenda)
        return bring_in(session, brought, reception)


def take_out_file(meeting: str, file: Path) -> None:
    """Write the record of that meeting (its id, or its record's id) to a new file, for its owner.

    Refusal where there is no such meeting, or more than one, and where the file is there already.
    """
    with reading() as session:
        written = record.write(take_out(session, _meeting(session, meeting).id))
    _write_new(file, written)


def _owner(session: Session, email: str | None) -> User:
    if email is None:
        return _the_one_facilitator(session)
    user = accounts.find_user_by_email(session, email)
    if user is None or not _leads(user):
        raise Refusal.because(
            f"'{email}' is no facilitator with an account here.",
            "Look who is: facilitator user list.",
        )
    return user


def _the_one_facilitator(session: Session) -> User:
    leading = [user for user in accounts.list_users(session) if _leads(user)]
    if len(leading) == 1:
        return leading[0]
    if leading:
        known = ", ".join(user.email for user in leading)
        raise Refusal.because(
            "More than one facilitator has an account here.",
            f"Say whose meeting it is, with --owner and one of: {known}.",
        )
    raise Refusal.because(
        "No facilitator has an account here yet.",
        "Make one: start the app with 'facilitator run' and open it in the browser.",
    )


def _leads(user: User) -> bool:
    return user.is_active and Duty.FACILITATOR in user.duties


def _meeting(session: Session, name: str) -> KeptMeeting:
    found: tuple[KeptMeeting, ...] = ()
    with suppress(ValueError):
        kept = meetings.find(session, UUID(name))
        found = (kept,) if kept else ()
    found = found or meetings.find_all(session, name)
    if len(found) == 1:
        return found[0]
    if not found:
        raise Refusal.because(
            f"There is no meeting '{name}'.",
            "Give the meeting's id, as its address in the browser shows it.",
        )
    several = ", ".join(str(one.id) for one in found)
    raise Refusal.because(
        f"More than one meeting came from the record '{name}'.", f"Use one of: {several}."
    )


def _write_new(file: Path, data: bytes) -> None:
    # Readable for its owner alone, and never over another file: it may be the only copy.
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise Refusal.because(
            f"There is already a file '{file}'.", "Give a name that is not taken yet."
        ) from None
    except OSError as error:
        raise Refusal.because(
            f"'{file}' can't be written: {error.strerror}.", "Choose another place."
        ) from error
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
    except OSError as error:
        file.unlink(missing_ok=True)
        raise Refusal.because(
            f"'{file}' can't be written: {error.strerror}.", "Make room, or choose another place."
        ) from error
