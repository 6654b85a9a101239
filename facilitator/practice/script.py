"""What was said on the practice family's day, line by line, for whoever practises to write down."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any

from facilitator import days
from facilitator.canonical import freeze, thaw
from facilitator.contributions import Contribution, Value
from facilitator.exchange import of_record
from facilitator.meetings import KeptMeeting
from facilitator.people import People
from facilitator.practice.prepared import (
    is_practice_family,
    shipped_record,
    was_prepared,
    without_what_comes_later,
)

# In which order it was said: what steps point to comes before the steps.
_ORDER = (
    ("open", ("beginning", "agreement", "hope")),
    ("share", ("child_view", "strength", "worry", "need", "unknown")),
    ("agree", ("statement", "love_line", "goal", "action", "request", "if_then", "keep_going")),
    ("agree", ("meet_sooner", "disagreement", "title", "plan_keeper", "telling", "meet_again")),
    ("agree", ("answer", "referrer_answer")),
)
_ANSWERS = {"yes": "Yes.", "partly": "In part.", "no": "No.", "later": "Later."}


@dataclass(frozen=True, kw_only=True)
class Offer:
    """One thing that was said on the day, ready to be kept as the line ``ref``.

    ``says`` and ``shown`` are for people ("Nan says", and what she says; never empty); ``words``
    go into the line box, "" where only a name, a day or a plain yes was said. ``fields`` is what
    JSON can say: days as "2027-02-27".
    """

    ref: str
    kind: str
    by: str
    says: str
    words: str
    shown: str
    stage: str
    fields: Mapping[str, Any]
    lang: str | None
    dir: str | None

    @property
    def body(self) -> dict[str, Any]:
        """What a save of this line says, but for its key and what it is based on."""
        fields = thaw(self.fields)
        return {
            "kind": self.kind,
            "words": self.words,
            "by": self.by,
            "fields": fields,
            "lang": self.lang,
            "dir": self.dir,
        }


def offers(there: Collection[str]) -> tuple[Offer, ...]:
    """All that was said on the day and is not ``there`` yet, in the order in which it was said."""
    return tuple(one for one in _every_offer() if one.ref not in there)


def offers_for(kept: KeptMeeting, there: Collection[str]) -> tuple[Offer, ...]:
    """The same for one meeting; none for a real one. ``there`` are the ids of its lines."""
    return offers(there) if is_practice_family(kept) else ()


def find_offer(kept: KeptMeeting, ref: str) -> Offer | None:
    """What was said on the day under that id, or None."""
    return next((one for one in offers_for(kept, ()) if one.ref == ref), None)


@cache
def _every_offer() -> tuple[Offer, ...]:
    recorded = of_record(shipped_record())
    said = [one for one in recorded.contributions if not was_prepared(one)]
    return tuple(
        _offer(without_what_comes_later(one), stage, recorded.people)
        for stage, kinds in _ORDER
        for kind in kinds
        for one in said
        if one.kind == kind
    )


def _offer(said: Contribution, stage: str, people: People) -> Offer:
    fields: Any = freeze({key: _json(said.fields[key]) for key in said.fields})
    return Offer(
        # Where a line has no id of its own its place is it, which a prepared line may have.
        ref=said.id if said.row.has_id else f"day.{said.id}",
        kind=said.kind,
        by=said.by,
        says=_says(said, people),
        words=said.words,
        shown=_shown(said, people),
        stage=stage,
        fields=fields,
        lang=said.lang,
        dir=said.dir,
    )


def _json(value: Value) -> object:
    return value.isoformat() if isinstance(value, date) else thaw(value)


def _says(said: Contribution, people: People) -> str:
    sides = tuple(str(one.get("by") or "") for one in said.fields.each("views"))
    match said.kind:
        case "beginning":
            return "You see"
        case "request":
            (asked,) = said.fields.ids("of")
            return f"The family asks {people.load(asked).short_name}"
        case "plan_keeper":
            return "The family says"
        case "action" | "unknown":
            speakers = said.fields.ids("who")
        case "telling":
            speakers = said.fields.ids("by")
        case _:
            speakers = sides or tuple(filter(None, (said.by,)))
    names = [people.load(one).short_name for one in speakers]
    if not names:
        return "The family says"
    return f"{' and '.join(names)} {'say' if len(names) > 1 else 'says'}"


def _shown(said: Contribution, people: People) -> str:
    tell = _TELLS.get(said.kind)
    return tell(said, people) if tell else said.words


def _answer(said: Contribution, _people: People) -> str:
    return said.words or _ANSWERS[said.fields.words("agrees")]


def _if_then(said: Contribution, _people: People) -> str:
    return f"If {said.fields.words('if')}: {said.words}"


def _title(said: Contribution, _people: People) -> str:
    return f"Our plan is called “{said.words}”."


def _plan_keeper(said: Contribution, people: People) -> str:
    return f"{people.load(said.by).short_name} looks after our plan."


def _telling(said: Contribution, _people: People) -> str:
    return f"I will tell {said.words}."


def _disagreement(said: Contribution, people: People) -> str:
    sides = said.fields.each("views")
    told = (f"{people.load(str(one['by'])).short_name}: {one['text']}" for one in sides)
    return " ".join((said.words, *told))


def _meet_again(said: Contribution, _people: People) -> str:
    day, time = said.fields.day("date"), said.fields.words("time")
    when = days.day_and_time(day, time) if day else time
    return f"We meet again on {when}, in {said.fields.words('place')}."


# Where the words alone would not say what was meant.
_TELLS: Mapping[str, Callable[[Contribution, People], str]] = MappingProxyType(
    {
        "answer": _answer,
        "disagreement": _disagreement,
        "if_then": _if_then,
        "meet_again": _meet_again,
        "plan_keeper": _plan_keeper,
        "telling": _telling,
        "title": _title,
    }
)
