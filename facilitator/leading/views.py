"""Every page of this room, gathered for the app."""

from facilitator.leading.blueprint import leading
from facilitator.leading.breather import views as breather_views  # noqa: F401 - its page
from facilitator.leading.breather.reads import views as reads_views  # noqa: F401 - its pages
from facilitator.leading.lines import views as line_views  # noqa: F401 - its routes
from facilitator.leading.mending import views as mending_views  # noqa: F401 - its page
from facilitator.leading.private import views as private_views  # noqa: F401 - its pages
from facilitator.leading.room_screen import views as room_screen_views  # noqa: F401 - its window
from facilitator.leading.screen import views as screen_views  # noqa: F401 - its page
from facilitator.leading.typing_up import views as typing_up_views  # noqa: F401 - its pages
from facilitator.leading.walking import views as walking_views  # noqa: F401 - its route

__all__ = ["leading"]
