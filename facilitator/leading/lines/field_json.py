"""The fields of a line as JSON, each read strictly: the table of kinds says what it holds."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from facilitator import days
from facilitator.canonical import freeze
from facilitator.contributions import Value
from facilitator.kinds import Field, Holds
from facilitator.strict.places import shown

MOST_LETTERS = 5000  # of one text, as in the record
MOST_LISTED = 100
HIGHEST = 10  # of a score: from 0 to 10

_EACH = ("day", "week", "fortnight", "month")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ID = re.compile(r"[A-Za-z0-9_.-]{1,64}")


@dataclass(frozen=True)
class Known:
    """What a line of this meeting may name: ids of its people, of its prompts, of its lines."""

    people: frozenset[str] = frozenset()
    prompts: frozenset[str] = frozenset()
    lines: frozenset[str] = frozenset()


class Unfit(ValueError):
    """A value that can't be kept as it is: what is wrong, then what to do."""

    def __init__(self, wrong: str, remedy: str) -> None:
        super().__init__(wrong)
        self.wrong, self.remedy = wrong, remedy


def value(field: Field, raw: object, known: Known) -> Value:
    """What that field then holds. Unfit where the raw value is nothing that it can hold."""
    return _READERS[field.holds](raw, field, known)


def words(raw: object) -> str:
    """Words; Unfit where it is none, or too many."""
    if not isinstance(raw, str):
        raise Unfit(f"{_cap(shown(raw))} is not words.", "Write it in words.")
    if len(raw) > MOST_LETTERS:
        raise Unfit(f"These words have {len(raw):,} characters.", f"Use at most {MOST_LETTERS:,}.")
    return raw


def person(raw: object, known: Known) -> str:
    """The id of somebody of this meeting, or ""; Unfit for anybody else."""
    if raw == "" or (isinstance(raw, str) and raw in known.people):
        return str(raw)
    raise Unfit(f"{_cap(shown(raw))} is nobody of this meeting.", "Choose somebody from the list.")


def yes(raw: object) -> bool | None:
    """Yes, no, or not asked."""
    if raw is None or isinstance(raw, bool):
        return raw
    raise Unfit(f"{_cap(shown(raw))} is neither yes nor no.", "Say yes or no.")


def _words(raw: object, field: Field, known: Known) -> Value:  # noqa: ARG001
    return None if raw is None else words(raw)


def _person(raw: object, field: Field, known: Known) -> Value:  # noqa: ARG001
    return None if raw is None else person(raw, known)


def _people(raw: object, field: Field, known: Known) -> Value:  # noqa: ARG001
    return tuple(dict.fromkeys(person(one, known) for one in _listed(raw)))


def _lines(raw: object, field: Field, known: Known) -> Value:  # noqa: ARG001
    found = _listed(raw)
    for one in found:
        if not isinstance(one, str) or one not in known.lines:
            raise Unfit(f"{_cap(shown(one))} is no line of this meeting.", "Choose another line.")
    return tuple(dict.fromkeys(str(one) for one in found))


def _day(raw: object, field: Field, known: Known) -> Value:  # noqa: ARG001
    if raw is None or raw == "":
        return None
    found = days.find_day(raw) if isinstance(raw, str) else None
    if found is None:
        raise Unfit(f"{_cap(shown(raw))} is not a day.", "Write it as year-month-day: 2027-02-27.")
    return found


def _time(raw: object, field: Field, known: Known) -> Value:  # noqa: ARG001
    if raw is None or raw == "":
        return ""
    if isinstance(raw, str) and len(raw) == len("19:45") and days.find_time(raw):
        return raw
    raise Unfit(f"{_cap(shown(raw))} is not a time.", "Write it with four figures: 19:45.")


def _number(raw: object, field: Field, known: Known) -> Value:  # noqa: ARG001
    if raw is None:
        return None
    if isinstance(raw, int) and not isinstance(raw, bool) and 0 <= raw <= HIGHEST:
        return raw
    raise Unfit(f"{_cap(shown(raw))} is no number from 0 to {HIGHEST}.", "Choose one of those.")


def _choice(raw: object, field: Field, known: Known) -> Value:  # noqa: ARG001
    if raw is None or raw == "":
        # Not chosen yet: "" where the choices have it, else nothing at all.
        return "" if "" in field.choices or not field.optional else None
    if isinstance(raw, str) and raw in field.choices:
        return raw
    allowed = ", ".join(one for one in field.choices if one)
    raise Unfit(f"{_cap(shown(raw))} is not among the choices.", f"Use one of: {allowed}.")


def _yes(raw: object, field: Field, known: Known) -> Value:  # noqa: ARG001
    return yes(raw)


def _page_one(raw: object, field: Field, known: Known) -> Value:  # noqa: ARG001
    return raw if raw is None or isinstance(raw, bool) else words(raw)


def _seen(raw: object, field: Field, known: Known) -> Value:  # noqa: ARG001
    if raw is None:
        return None
    return MappingProxyType({key: words(held) for key, held in _keyed(raw, "what", "when").items()})


def _views(raw: object, field: Field, known: Known) -> Value:  # noqa: ARG001
    sides = (_keyed(one, "by", "text") for one in _listed(raw))
    return tuple(
        MappingProxyType(
            {"by": person(one.get("by", ""), known), "text": words(one.get("text", ""))}
        )
        for one in sides
    )


def _repeats(raw: object, field: Field, known: Known) -> Value:
    if raw is None:
        return None
    held = _keyed(raw, "each", "on", "at", "to")
    on = _listed(held.get("on"))
    if held.get("each") not in _EACH or any(one not in _WEEKDAYS for one in on):
        raise Unfit(
            "It does not say how often this comes again.",
            f"Use one of {', '.join(_EACH)}, and days such as mon.",
        )
    times = {key: _time(held[key], field, known) for key in ("at", "to") if key in held}
    found: Value = freeze({"each": held["each"], "on": list(dict.fromkeys(on)), **times})  # type: ignore[assignment]
    return found


def _listed(raw: object) -> list[object]:
    if raw is None:
        return []
    if not isinstance(raw, list | tuple) or len(raw) > MOST_LISTED:
        raise Unfit(f"{_cap(shown(raw))} is no list.", f"Give a list of at most {MOST_LISTED}.")
    return list(raw)


def _keyed(raw: object, *keys: str) -> Mapping[str, object]:
    if not isinstance(raw, Mapping) or set(raw) - set(keys):
        raise Unfit(f"{_cap(shown(raw))} does not fit here.", f"Give {' and '.join(keys)}.")
    return raw


def _cap(text: str) -> str:
    return text[:1].upper() + text[1:]


_Reader = Callable[[object, Field, Known], Value]
_READERS: Mapping[Holds, _Reader] = MappingProxyType(
    {
        Holds.WORDS: _words,
        Holds.PERSON: _person,
        Holds.PEOPLE: _people,
        Holds.DAY: _day,
        Holds.TIME: _time,
        Holds.NUMBER: _number,
        Holds.CHOICE: _choice,
        Holds.LINES: _lines,
        Holds.YES: _yes,
        Holds.PAGE_ONE: _page_one,
        Holds.REPEATS: _repeats,
        Holds.SEEN: _seen,
        Holds.VIEWS: _views,
    }
)
