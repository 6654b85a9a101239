"""The table of settings, and the frozen values that one running app keeps to."""

import ipaddress
from dataclasses import dataclass, field
from pathlib import Path

DATABASE_FILE = "facilitator.sqlite3"
BACKUPS_KEPT = 14
MOST_BACKUPS_KEPT = 366
LOCAL_NAMES = ("127.0.0.1", "localhost")


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
        "FACILITATOR_DATABASE_URL",
        "A team's PostgreSQL database: postgresql://name:password@host/database.",
        "a file in the data folder, for this computer only",
    ),
    Setting(
        "FACILITATOR_WORDS",
        "A file with the words of your service: docs/words_of_a_service.md explains it.",
        "the words that come with the app, and no others",
    ),
    Setting(
        "FACILITATOR_RUBRIC",
        "A file with criteria of your service: docs/criteria_of_a_service.md explains it.",
        "the twenty criteria that come with the app, and no others",
    ),
    Setting(
        "FACILITATOR_BACKUPS_KEPT",
        "How many of the daily backups are kept, from 0 to 366; 0: none is made.",
        "14",
    ),
    Setting(
        "FACILITATOR_BACKUP_DIR",
        "The folder that the daily backups go to, best on another disk; it has to be there.",
        "a folder called backups in the data folder",
    ),
    Setting(
        "FACILITATOR_PASSPHRASE_FILE",
        "A file that only you can read, with the passphrase of a locked database.",
        "the app asks for the passphrase on its first page, a command asks in the terminal",
    ),
    Setting(
        "FACILITATOR_DEBUG",
        "Never switched on: debugging shows the family's words to anybody who meets an error.",
        "no",
    ),
)
NAMES = tuple(setting.name for setting in SETTINGS)


@dataclass(frozen=True)
class Config:
    """The settings that one running app keeps to. The key never shows in its repr."""

    secret_key: str = field(repr=False)
    host: str = "127.0.0.1"
    port: int = 8000
    trusted_hosts: tuple[str, ...] = LOCAL_NAMES
    tls: bool = False
    data_dir: Path = Path()
    database_url: str = field(default="", repr=False)
    words: Path | None = None
    rubric: Path | None = None
    backups_kept: int = BACKUPS_KEPT
    backup_dir: Path | None = None
    passphrase_file: Path | None = None

    @property
    def database_file(self) -> Path | None:
        """The file that everything is kept in, or None where that is PostgreSQL."""
        return None if self.database_url else self.data_dir / DATABASE_FILE

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
