"""The smallest things that a paper shows: somebody's words, and somebody to ring."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Said:
    """Somebody's words. ``by`` is the name to show beside them, "" for none.

    ``not_said`` is what people put beside them since: "That's not what I said", each in their
    own words. ``day`` is when they were said, "" where that goes without saying. ``put_right`` is
    the number of the plan in which the line beside them is put right, "" for none.
    """

    words: str
    by: str = ""
    lang: str | None = None
    dir: str | None = None
    rendering: str = ""
    not_said: tuple["Said", ...] = ()
    day: str = ""
    put_right: str = ""


@dataclass(frozen=True)
class Ring:
    """Somebody to ring; ``phone`` is "" where they have not said that it may be printed."""

    name: str
    phone: str = ""
