"""Who looked at what, and when: entries that only grow, each sealed to the one before.

`note` adds an entry inside the caller's own `writing`; nothing changes one or takes one out of the
middle. Pages are noted by the app itself (`who_looked.endpoints`): a room calls `note` only for
what no page shows, such as a backup.
"""

from facilitator.access_log.entry import Entry, Head
from facilitator.access_log.keys import Act, Because, What
from facilitator.access_log.mark import Mark
from facilitator.access_log.store import (
    check,
    first_since,
    forget_before,
    head,
    mark,
    note,
    of_meeting,
)

__all__ = [
    "Act",
    "Because",
    "Entry",
    "Head",
    "Mark",
    "What",
    "check",
    "first_since",
    "forget_before",
    "head",
    "mark",
    "note",
    "of_meeting",
]
