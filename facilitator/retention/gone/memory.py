"""What this program still remembers of a family that has gone: papers, and what was worked out."""

import functools
import sys
from uuid import UUID

from facilitator.paper import ready
from facilitator.releasing import remembering

_Remembers = functools._lru_cache_wrapper  # noqa: SLF001 - there is no public name for it


def forget(meeting_id: UUID) -> None:
    """Forget that family's papers, and what was worked out about who may have what."""
    ready.drop(meeting_id)
    remembering.forget(meeting_id)


def forget_what_was_read() -> None:
    """Have every function of ours forget what it read: plans, agendas, names of any family.

    It is read again when it is needed.
    """
    ours = [module for name, module in sys.modules.items() if name.startswith("facilitator.")]
    for module in ours:
        for one in list(vars(module).values()):
            # What has no size holds the house's own things, such as fonts and lists of words.
            if isinstance(one, _Remembers) and one.cache_parameters()["maxsize"] is not None:
                one.cache_clear()
