"""How the tables came to be: every change of them is one file in ``versions``, in order."""

from facilitator.migrations.checking import check
from facilitator.migrations.preparing import prepare, ready
from facilitator.migrations.restoring import back_up, restore
from facilitator.migrations.stepping import tables

__all__ = ["back_up", "check", "prepare", "ready", "restore", "tables"]
