"""The key that signs the session cookie: made by chance, kept for its owner's eyes only."""

import os
import re
import secrets
import stat
from pathlib import Path

from facilitator.refusals import Problem, Refusal

SHORTEST_KEY = 32
KEY_FILE = "secret-key"
_PLACEHOLDER = re.compile("change.?me|secret.?key|example", re.IGNORECASE)


def kept_key(data_dir: Path) -> str:
    """The key kept in that folder; made there, for its owner's eyes only, when there is none.

    Raises Refusal where the file can't be made, others can read it, or it holds no good key.
    """
    path = data_dir / KEY_FILE
    try:
        data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        _make_key(path)
        open_to_others = os.name == "posix" and stat.S_IMODE(path.stat().st_mode) & 0o077
        key = path.read_text(encoding="ascii", errors="replace").strip()
    except OSError as error:
        raise Refusal.because(
            f"The key file '{path}' can't be made or read: {error.strerror or error}.",
            "Give another folder in FACILITATOR_DATA_DIR.",
        ) from error
    if open_to_others:
        raise Refusal.because(
            f"Other users of this computer can read the key file '{path}'.",
            f"Delete it and start again, or run: chmod 600 '{path}'.",
        )
    if problems := key_problems(f"The key file '{path}'", key):
        raise Refusal(*problems)
    return key


def _make_key(path: Path) -> None:
    # O_EXCL lets two programs that start together agree: the second reads the first one's key.
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(48) + "\n")


def key_problems(place: str, key: str) -> tuple[Problem, ...]:
    """What is wrong with a key. The key itself is never shown."""
    remedy = 'Make one with: python -c "import secrets; print(secrets.token_urlsafe(48))".'
    if place != "FACILITATOR_SECRET_KEY":
        remedy = "Delete the file and start again; a new key is made."
    if len(key) < SHORTEST_KEY:
        wrong = f"The key has {len(key)} characters; fewer than {SHORTEST_KEY} can be guessed."
        return (Problem(place, wrong, remedy),)
    if len(set(key)) < SHORTEST_KEY // 3 or _PLACEHOLDER.search(key):
        return (Problem(place, "The key is not made by chance, so it can be guessed.", remedy),)
    return ()
