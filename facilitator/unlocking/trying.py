"""Whether what somebody typed opens a locked database."""

from pathlib import Path

from facilitator.accounts import passwords
from facilitator.database import keys
from facilitator.refusals import Refusal
from facilitator.unlocking import recovery, wrapping


def try_to_unlock(path: Path, typed: str) -> bool:
    """Whether that is the passphrase or the recovery key of that file; if so, its key is held."""
    told = keys.read_lock(path)
    found = wrapping.opened(told, wrapping.PASSPHRASE, passwords.normal(typed))
    if found is None and (paper := _as_recovery_key(typed)):
        found = wrapping.opened(told, wrapping.RECOVERY, paper)
    if found is not None:
        keys.hold(found)
    return found is not None


def slip_in(typed: str) -> bool:
    """Whether that was meant to be a recovery key, and is none: chance puts figures into each."""
    length, figures = sum(map(str.isalnum, typed)), sum(map(str.isdigit, typed))
    meant = abs(length - recovery.CHANCE - recovery.CHECK) <= recovery.GROUP and figures > 1
    return meant and not _as_recovery_key(typed)


def _as_recovery_key(typed: str) -> str:
    try:
        return recovery.read(typed)
    except Refusal:
        return ""
