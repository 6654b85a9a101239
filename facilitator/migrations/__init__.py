"""How the tables came to be: every change of them is one file in ``versions``, in order."""

from facilitator.migrations.checking import check
from facilitator.migrations.preparing import prepare, ready
from facilitator.migrations.restoring import (
    back_up,
    file_of,
    refuse_what_is_there,
    restore,
    restore_image,
)
from facilitator.migrations.stepping import tables

__all__ = [
    "back_up",
    "check",
    "file_of",
    "prepare",
    "ready",
    "refuse_what_is_there",
    "restore",
    "restore_image",
    "tables",
]
