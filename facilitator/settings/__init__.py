"""What the app is told from outside: every setting, read once, checked and frozen.

All settings come from environment variables whose names begin with ``FACILITATOR_``; the table
``SETTINGS`` lists them. On a laptop none is needed. Whatever is missing or wrong is refused with
every reason at once, so that nobody mends one setting only to be told of the next.
"""

from facilitator.settings.config import DATABASE_FILE, NAMES, SETTINGS, Config, Setting, is_loopback
from facilitator.settings.key import KEY_FILE, kept_key
from facilitator.settings.reading import default_data_dir, read

__all__ = [
    "DATABASE_FILE",
    "KEY_FILE",
    "NAMES",
    "SETTINGS",
    "Config",
    "Setting",
    "default_data_dir",
    "is_loopback",
    "kept_key",
    "read",
]
