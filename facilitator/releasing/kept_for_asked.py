"""How long a plan is kept, as its paper says it: asked of a function that the app hands in.

This room stands below the one that knows it.
"""

from collections.abc import Callable

from flask import Flask, current_app

from facilitator.database import Session
from facilitator.meetings import KeptMeeting

# A sentence for the family; "" where there is nothing to say yet.
Ask = Callable[[Session, KeptMeeting], str]
_ASK = "facilitator-kept-for"


def hand_in(app: Flask, ask: Ask) -> None:
    """Give the app what says how long a plan is kept."""
    app.extensions[_ASK] = ask


def kept_for(session: Session, kept: KeptMeeting) -> str:
    """How long that plan is kept, in a sentence; "" where nobody has said."""
    ask: Ask | None = current_app.extensions.get(_ASK)
    return ask(session, kept) if ask else ""
