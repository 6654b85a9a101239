"""Every page of this room, gathered for the app."""

from facilitator.preparing import drafts, how_it_reads, papers  # noqa: F401 - their pages
from facilitator.preparing.blueprint import preparing
from facilitator.preparing.day import beginning  # noqa: F401 - its page
from facilitator.preparing.day import page as day_page  # noqa: F401 - its page
from facilitator.preparing.lines import lists, pages, shown_together  # noqa: F401 - their pages
from facilitator.preparing.people import list_page, person_pages  # noqa: F401 - their pages
from facilitator.preparing.safety import arrangements  # noqa: F401 - its page
from facilitator.preparing.safety import pages as safety_pages  # noqa: F401 - their pages
from facilitator.preparing.tasks import page as task_page  # noqa: F401 - its page

__all__ = ["preparing"]
