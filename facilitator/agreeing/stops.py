"""Every stop of the walk, in its order.

What tells the state of a stop stands in a module that draws no page, for each page asks here.
"""

from collections.abc import Mapping
from types import MappingProxyType

from facilitator.agreeing import answers_states, states
from facilitator.agreeing.stop import Stop

STOPS = (
    Stop("steps", "The steps, one by one", "agreeing.steps", states.steps),
    Stop("week", "A normal Tuesday", "agreeing.week", states.week),
    Stop("bad_day", "A bad day", "agreeing.bad_day", states.bad_day),
    Stop("worries", "Back to each worry", "agreeing.worries", states.worries),
    Stop("needs", "What each person needed", "agreeing.needs", states.needs),
    Stop("help", "Help we asked for", "agreeing.help_asked", states.help_asked),
    Stop("differences", "Where we don't agree", "agreeing.differences", states.differences),
    Stop("keeper", "Who looks after the plan", "agreeing.keeper", states.keeper),
    Stop("meet_again", "When we meet again", "agreeing.meet_again", states.meet_again),
    Stop("readings", "Read out in each language", "agreeing.readings", answers_states.readings),
    Stop("names", "Names and past hurts", "agreeing.names", answers_states.names),
    Stop("wording", "How it reads", "agreeing.wording", states.wording),
    Stop("page_one", "What goes on page 1", "agreeing.page_one", answers_states.page_one),
    Stop("answers", "Everybody's own answer", "agreeing.answers", answers_states.answers),
    Stop("referrer", "The referrer's answer", "agreeing.referrer", answers_states.referrer),
    Stop("final", "Agree the plan", "agreeing.final", answers_states.final),
)
BY_KEY: Mapping[str, Stop] = MappingProxyType({one.key: one for one in STOPS})


def number_of(key: str) -> int:
    """Which stop it is, 1 the first."""
    return next(number for number, one in enumerate(STOPS, 1) if one.key == key)


def beside(key: str) -> tuple[Stop | None, Stop | None]:
    """The stop before and the stop after that one, None at either end."""
    row = (None, *STOPS, None)
    here = number_of(key)
    return row[here - 1], row[here + 1]
