"""The frame around every stop: where we are of how many, the stop before, the stop after."""

from typing import Any

from flask import render_template, url_for

from facilitator.agreeing import stops
from facilitator.agreeing.ears import Ears
from facilitator.agreeing.opening import Opened
from facilitator.agreeing.stop import Stop


def drawn(template: str, opened: Opened, key: str, /, **more: Any) -> str:
    """The page of that stop.

    ``more`` may give `heading` (else the stop's title), `problems` (a tuple of Problem), and
    `back` or `next`: pairs of words and an address, in place of the stops before and after.
    Templates have `warning`: what to say of a line before it is read aloud.
    """
    before, after = stops.beside(key)
    stop = stops.BY_KEY[key]
    usual = {
        "heading": stop.title,
        "problems": (),
        "back": _way(before, opened),
        "next": _way(after, opened),
    }
    return render_template(
        f"agreeing/{template}",
        opened=opened,
        stop=stop,
        number=stops.number_of(key),
        many=len(stops.STOPS),
        warning=Ears(opened).warning,
        **(usual | more),
    )


def _way(stop: Stop | None, opened: Opened) -> tuple[str, str] | None:
    return (stop.title, url_for(stop.endpoint, meeting_id=opened.id)) if stop else None
