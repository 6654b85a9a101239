"""One contribution of before the day as a list shows it: whose it is, its words, what is beside."""

from dataclasses import dataclass
from datetime import date

from facilitator import days
from facilitator.contributions import Contribution
from facilitator.kinds import KINDS
from facilitator.people import People
from facilitator.preparing.tasks.listing import names, shown_before

ANSWERS = {"yes": "Yes", "no": "No", "not_yet": "They want to think about it"}


@dataclass(frozen=True)
class Shown:
    """A contribution in a list. ``beside`` are (label, words); ``open`` says what is missing."""

    ref: str
    kind: str
    words: str
    by: str
    beside: tuple[tuple[str, str], ...]
    open: tuple[str, ...]
    lang: str = ""


def shown(said: Contribution, people: People, held_on: date, today: date) -> Shown:
    """How it is shown, for a meeting on that day, looked at today."""
    who = people.find(said.by)
    return Shown(
        ref=said.id,
        kind=KINDS[said.kind].word,
        words=said.words,
        by=who.short_name if who else "",
        beside=tuple(one for one in _beside(said, people) if one[1]),
        open=_open(said, held_on, today),
        lang=said.lang or "",
    )


def _beside(said: Contribution, people: People) -> list[tuple[str, str]]:
    known = said.fields

    def who(key: str) -> str:
        ids = known.ids(key)
        return names(one for one in people if one.id in ids)

    def on(key: str) -> str:
        day = known.day(key)
        return days.day(day) if day else ""

    hears = who("may_hear")
    return [
        ("Answer:", ANSWERS.get(known.words("answer"), "")),
        ("About:", who("about")),
        ("Why:", known.words("reason")),
        ("They say instead:", known.words("instead")),
        ("How they said it:", known.words("how")),
        ("On:", on("date")),
        ("Who may hear it:", f"only {hears}" if hears else ""),
        ("Read out by:", who("read_by")),
        ("How they will tell us to stop:", known.words("stop")),
        ("Shown to the family on:", on("shown_on")),
        ("Why it is new:", known.words("new_today")),
    ]


def _open(said: Contribution, held_on: date, today: date) -> tuple[str, ...]:
    if said.kind not in ("worry", "bottom_line") or shown_before(said, held_on):
        return ()
    if today < held_on:
        return ("Not yet shown to the family. Show it to them before the day.",)
    if said.fields.words("new_today"):
        return ("New today.",)
    return ("New today. Why is it new? Write it down.",)
