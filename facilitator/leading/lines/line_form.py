"""A line from the plain form of the page, as the JSON that a script would send."""

from collections.abc import Mapping, Sequence
from typing import Any

from facilitator.agenda import Agenda
from facilitator.contributions import Contribution
from facilitator.kinds import KINDS, Holds, Kind
from facilitator.practice.script import Offer

UNSORTED = "unsorted"


def document(
    typed: Mapping[str, str], by: Sequence[str], agenda: Agenda, offer: Offer | None
) -> dict[str, Any]:
    """The line that the form asks for.

    Where no kind was chosen it is the first that the question gathers. The touched names fill
    what they fill in that kind: who said it, or who will do it. What an offer of the practice
    family says beside its words goes along while its kind stays.
    """
    kind = KINDS.get(typed.get("kind") or usual_kind(agenda, typed.get("prompt", "")))
    kind = kind or KINDS[UNSORTED]
    found: dict[str, Any] = {
        "key": typed.get("key", ""),
        "based_on": _number(typed.get("based_on", "0")),
        "kind": kind.key,
        "words": typed.get("words", ""),
        "prompt": typed.get("prompt") or None,
        "exact": True if typed.get("exact") else None,
        "fields": {},
    }
    if offer is not None and offer.kind == kind.key:
        found |= {"fields": dict(offer.body["fields"]), "lang": offer.lang, "dir": offer.dir}
    _fill_who(found, kind, [one for one in by if one])
    return found


def usual_kind(agenda: Agenda, prompt: str) -> str:
    """The kind of a line for which nobody chose one: the first that the question gathers."""
    asked = agenda.find_prompt(prompt)
    return asked.gathers[0] if asked and asked.gathers else UNSORTED


def who_of(said: Contribution) -> tuple[str, ...]:
    """The people whose names are touched in the people row for that line."""
    if said.row.who == "by":
        return (said.by,) if said.by else ()
    return said.fields.ids(said.row.who)


def _fill_who(found: dict[str, Any], kind: Kind, by: Sequence[str]) -> None:
    if kind.who == "by":
        found["by"] = by[0] if by else ""
    elif by:
        several = kind.field(kind.who).holds is Holds.PEOPLE
        found["fields"][kind.who] = list(by) if several else by[0]


def _number(text: str) -> object:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else text  # noqa: PLR2004
