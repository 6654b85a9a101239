"""Reads the settings from environment variables, and names everything that is wrong at once."""

import difflib
import ipaddress
import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path

from facilitator.refusals import Problem, Refusal
from facilitator.settings.config import (
    BACKUPS_KEPT,
    LOCAL_NAMES,
    MOST_BACKUPS_KEPT,
    NAMES,
    Config,
    is_loopback,
)
from facilitator.settings.key import kept_key, key_problems

PREFIX = "FACILITATOR_"
_YES_NO = {"yes": True, "true": True, "1": True, "on": True} | dict.fromkeys(
    ("no", "false", "0", "off", ""), False
)
_LABEL = "[a-z0-9]([a-z0-9-]*[a-z0-9])?"
_HOST_NAME = re.compile(rf"\.?{_LABEL}(\.{_LABEL})*")
_POSTGRESQL = re.compile(r"postgresql://[^\s/]*/[^\s/?]+(\?\S*)?")


def read(environ: Mapping[str, str]) -> Config:
    """The Config that these environment variables describe.

    A variable that is set to nothing counts as not set. The only thing written is the key of an
    app that is for this computer alone, and only where none is given and nothing else is wrong.
    Raises Refusal with every problem at once.
    """
    given = {name: value.strip() for name, value in environ.items() if name in NAMES}
    problems: list[Problem] = [*_unknown(environ), *_debug(environ)]
    host = _host(given, problems)
    port = _port(given, problems)
    tls = _yes_or_no("FACILITATOR_TLS", given, problems)
    trusted = _trusted_hosts(given, problems)
    kept = _backups_kept(given, problems)
    database_url = _database_url(given, problems)
    folder = given.get("FACILITATOR_DATA_DIR") or default_data_dir(environ)
    data_dir = _path(folder)
    key = given.get("FACILITATOR_SECRET_KEY", "")
    if key:
        problems += key_problems("FACILITATOR_SECRET_KEY", key)
    if host and not is_loopback(host):
        problems += _beyond_this_computer(host, given, tls=tls)
    if problems:
        raise Refusal(*problems)
    return Config(
        secret_key=key or kept_key(data_dir),
        host=host,
        port=port,
        trusted_hosts=trusted or LOCAL_NAMES,
        tls=tls,
        data_dir=data_dir,
        database_url=database_url,
        words=_file("FACILITATOR_WORDS", given),
        rubric=_file("FACILITATOR_RUBRIC", given),
        backups_kept=kept,
        backup_dir=_file("FACILITATOR_BACKUP_DIR", given),
        passphrase_file=_file("FACILITATOR_PASSPHRASE_FILE", given),
    )


def default_data_dir(environ: Mapping[str, str], platform: str = sys.platform) -> Path:
    """The folder among the user's own application data that is usual on that platform."""
    home = Path.home()
    if platform == "darwin":
        return home / "Library" / "Application Support" / "facilitator"
    if platform == "win32":
        return Path(environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "facilitator"
    return Path(environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "facilitator"


def _path(text: str | Path) -> Path:
    return Path(os.path.expanduser(text))  # noqa: PTH111 - Path's own raises for ~stranger


def _file(name: str, given: Mapping[str, str]) -> Path | None:
    return _path(given[name]) if given.get(name) else None


def _unknown(environ: Mapping[str, str]) -> tuple[Problem, ...]:
    # A setting with a slip in its name would be passed over in silence, and its default held.
    problems = []
    for name in sorted(environ):
        if name.startswith(PREFIX) and name not in NAMES:
            near = difflib.get_close_matches(name, NAMES, n=1)
            meant = f"Did you mean {near[0]}?" if near else f"Use one of: {', '.join(NAMES)}."
            problems.append(Problem(name, "There is no setting of this name.", meant))
    return tuple(problems)


def _debug(environ: Mapping[str, str]) -> tuple[Problem, ...]:
    return tuple(
        Problem(
            name,
            f"It is '{environ[name]}', and debugging shows the family's words to anybody.",
            "Take it away; errors are written to the terminal without the words.",
        )
        for name in ("FACILITATOR_DEBUG", "FLASK_DEBUG")
        if _YES_NO.get(environ.get(name, "").strip().lower(), True)
    )


def _host(given: Mapping[str, str], problems: list[Problem]) -> str:
    host = given.get("FACILITATOR_HOST") or "127.0.0.1"
    place, remedy = "FACILITATOR_HOST", "Use 127.0.0.1 for this computer alone."
    if host == "localhost":
        return host
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        problems.append(Problem(place, f"'{host}' is not an IP address.", remedy))
        return ""
    if address.version == 6 and address.is_loopback:  # noqa: PLR2004 - the version is its name
        # Werkzeug can't compare a bracketed IPv6 host with a list of trusted ones.
        problems.append(Problem(place, f"'{host}' can't be checked as a trusted host.", remedy))
        return ""
    return host


def _port(given: Mapping[str, str], problems: list[Problem]) -> int:
    text = given.get("FACILITATOR_PORT") or "8000"
    if re.fullmatch("[0-9]{1,5}", text) and 1 <= int(text) <= 65535:  # noqa: PLR2004 - TCP's own
        return int(text)
    wrong = f"'{text[:20]}' is not a port."
    problems.append(Problem("FACILITATOR_PORT", wrong, "Give a whole number from 1 to 65535."))
    return 0


def _backups_kept(given: Mapping[str, str], problems: list[Problem]) -> int:
    text = given.get("FACILITATOR_BACKUPS_KEPT") or str(BACKUPS_KEPT)
    if re.fullmatch("[0-9]{1,3}", text) and int(text) <= MOST_BACKUPS_KEPT:
        return int(text)
    wrong = f"'{text[:20]}' is not a number of backups."
    remedy = f"Give a whole number from 0 to {MOST_BACKUPS_KEPT}; 0 makes none."
    problems.append(Problem("FACILITATOR_BACKUPS_KEPT", wrong, remedy))
    return 0


def _yes_or_no(name: str, given: Mapping[str, str], problems: list[Problem]) -> bool:
    text = given.get(name, "")
    answer = _YES_NO.get(text.lower())
    if answer is None:
        problems.append(Problem(name, f"'{text[:20]}' is neither yes nor no.", "Say yes or no."))
    return bool(answer)


def _trusted_hosts(given: Mapping[str, str], problems: list[Problem]) -> tuple[str, ...]:
    text = given.get("FACILITATOR_TRUSTED_HOSTS", "")
    names = tuple(name.strip().lower() for name in text.split(",") if name.strip())
    problems += [
        Problem(
            "FACILITATOR_TRUSTED_HOSTS",
            f"'{name[:60]}' is not the name of a host.",
            "Give names only, such as plans.example.org, without https:// and without a port.",
        )
        for name in names
        if not _HOST_NAME.fullmatch(name)
    ]
    return names


def _database_url(given: Mapping[str, str], problems: list[Problem]) -> str:
    url = given.get("FACILITATOR_DATABASE_URL", "")
    if not url or _POSTGRESQL.fullmatch(url):
        return url
    # The URL is not shown, because it may hold a password.
    wrong = "It is not the address of a PostgreSQL database."
    remedy = (
        "Write it as postgresql://name:password@host/database. To keep a file in another folder, "
        "leave it out and set FACILITATOR_DATA_DIR."
    )
    problems.append(Problem("FACILITATOR_DATABASE_URL", wrong, remedy))
    return ""


def _beyond_this_computer(host: str, given: Mapping[str, str], *, tls: bool) -> tuple[Problem, ...]:
    """What else is needed before others can reach the app over a network."""
    wrong = f"The app would listen on '{host}', where other computers can reach it."
    needed = (
        (tls, "FACILITATOR_TLS", "Put it behind a server with https and say yes here."),
        (
            bool(given.get("FACILITATOR_SECRET_KEY")),
            "FACILITATOR_SECRET_KEY",
            "Give a key of 32 characters or more, made by chance.",
        ),
        (
            bool(given.get("FACILITATOR_TRUSTED_HOSTS")),
            "FACILITATOR_TRUSTED_HOSTS",
            "Name the hosts that people may type to reach it.",
        ),
    )
    return tuple(Problem(name, wrong, remedy) for met, name, remedy in needed if not met)
