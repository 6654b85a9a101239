"""What the app is told from outside: every setting, read once, checked and frozen.

All settings come from environment variables whose names begin with ``FACILITATOR_``; the table
``SETTINGS`` lists them. On a laptop none is needed. Whatever is missing or wrong is refused with
every reason at once, so that nobody mends one setting only to be told of the next.
"""

import difflib
import ipaddress
import os
import re
import secrets
import stat
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from facilitator.refusals import Problem, Refusal

PREFIX = "FACILITATOR_"
SHORTEST_KEY = 32
KEY_FILE = "secret-key"


@dataclass(frozen=True)
class Setting:
    """One environment variable: its name, what it means, and what holds when it is not set."""

    name: str
    means: str
    unset: str


SETTINGS = (
    Setting(
        "FACILITATOR_SECRET_KEY",
        "The key that signs the session cookie: 32 characters or more, made by chance.",
        "made at the first start and kept in the data folder, for this computer only",
    ),
    Setting(
        "FACILITATOR_HOST",
        "The address that the app listens on: an IP address, or localhost.",
        "127.0.0.1, so that only this computer can reach it",
    ),
    Setting("FACILITATOR_PORT", "The port that it listens on, from 1 to 65535.", "8000"),
    Setting(
        "FACILITATOR_TRUSTED_HOSTS",
        "The names that people type to reach it, with commas between them and no ports.",
        "127.0.0.1 and localhost; needed beyond this computer",
    ),
    Setting(
        "FACILITATOR_TLS",
        "yes, when a server in front of the app gives every visitor a secure connection (https).",
        "no",
    ),
    Setting(
        "FACILITATOR_DATA_DIR",
        "The folder that the app keeps its own files in.",
        "a folder called facilitator among the user's own application data",
    ),
    Setting(
        "FACILITATOR_DEBUG",
        "Never switched on: debugging shows the family's words to anybody who meets an error.",
        "no",
    ),
)
NAMES = tuple(setting.name for setting in SETTINGS)
LOCAL_NAMES = ("127.0.0.1", "localhost")
_YES_NO = {"yes": True, "true": True, "1": True, "on": True} | dict.fromkeys(
    ("no", "false", "0", "off", ""), False
)
_LABEL = "[a-z0-9]([a-z0-9-]*[a-z0-9])?"
_HOST_NAME = re.compile(rf"\.?{_LABEL}(\.{_LABEL})*")
_PLACEHOLDER = re.compile("change.?me|secret.?key|example", re.IGNORECASE)


@dataclass(frozen=True)
class Config:
    """The settings that one running app keeps to. The key never shows in its repr."""

    secret_key: str = field(repr=False)
    host: str = "127.0.0.1"
    port: int = 8000
    trusted_hosts: tuple[str, ...] = LOCAL_NAMES
    tls: bool = False
    data_dir: Path = Path()

    @property
    def on_this_computer(self) -> bool:
        """Whether only this computer can reach the app."""
        return is_loopback(self.host)

    @property
    def listens_on(self) -> str:
        """The IP address to bind: a name could mean two addresses, and two servers."""
        return "127.0.0.1" if self.host == "localhost" else self.host

    @property
    def address(self) -> str:
        """Where a browser finds the app: a URL without a path."""
        if self.on_this_computer:
            return f"http://{self.host}:{self.port}"
        return f"https://{self.trusted_hosts[0].lstrip('.')}"

    @property
    def cookie_name(self) -> str:
        """The session cookie's name; ``__Host-`` makes browsers hold it to this one https host."""
        return "__Host-facilitator" if self.tls else "facilitator"


def is_loopback(host: str) -> bool:
    """Whether that bind address, an IP address or ``localhost``, is this computer alone."""
    return host == "localhost" or ipaddress.ip_address(host).is_loopback


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
    folder = given.get("FACILITATOR_DATA_DIR") or default_data_dir(environ)
    data_dir = Path(os.path.expanduser(folder))  # noqa: PTH111 - Path's own raises for ~stranger
    key = given.get("FACILITATOR_SECRET_KEY", "")
    if key:
        problems += _key_problems("FACILITATOR_SECRET_KEY", key)
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
    )


def default_data_dir(environ: Mapping[str, str], platform: str = sys.platform) -> Path:
    """The folder among the user's own application data that is usual on that platform."""
    home = Path.home()
    if platform == "darwin":
        return home / "Library" / "Application Support" / "facilitator"
    if platform == "win32":
        return Path(environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "facilitator"
    return Path(environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "facilitator"


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
    if problems := _key_problems(f"The key file '{path}'", key):
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


def _key_problems(place: str, key: str) -> tuple[Problem, ...]:
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
