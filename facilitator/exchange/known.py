"""The keys of a record whose values the rooms know."""

from collections.abc import Mapping
from typing import Any

from facilitator.kinds import Field, Holds, Kind, Shape

MEETING = frozenset(
    {
        "type",
        "date",
        "start",
        "end",
        "place",
        "zone",
        "languages",
        "plan_given_date",
        "own_questions",
    }
)
STAGE = frozenset({"stage", "start", "end", "minutes"})
PRIVATE = frozenset({"facilitator_present", "who_extra"})
PERSON = frozenset(
    {
        "id",
        "name",
        "called",
        "role",
        "relationship",
        "age",
        "attended",
        "stages",
        "language",
        "needs",
        "phone",
        "phone_on_plan",
        "safe_adults",
        "views_by",
        "excluded_reason",
        "overheard_by",
    }
)
COPYING = frozenset({"kind", "format", "how", "date", "edition"})
RESTRICTION = frozenset(
    {"person", "kind", "protects", "rule", "reason", "from", "until", "seen_by", "seen_on"}
)
HIDDEN_ITEM = frozenset({"text", "hide_from", "reason"})
NOTE = frozenset({"audience", "text"})
ADDITIONS = (
    *("prompt", "said_at", "exact", "name_shown", "lang", "dir", "rendering"),
    *("hurts", "hurts_yes"),
)

# A statement always says in which language it is and which way it runs.
_ALWAYS_SAID = {"statement": ("lang", "dir")}
_EMPTY_LISTS = frozenset({Holds.PEOPLE, Holds.LINES, Holds.VIEWS})
_EMPTY_WORDS = frozenset({Holds.WORDS, Holds.PERSON, Holds.TIME, Holds.CHOICE})


def words_key(kind: Kind) -> str:
    """The key that holds the main words of that kind, "" where it has none."""
    return "text" if kind.shape is Shape.STRINGS else kind.words


def known_of_line(kind: Kind) -> frozenset[str]:
    """The keys of a line of that kind whose values its contribution knows."""
    fields = (field.key for field in kind.fields)
    return frozenset({"id", words_key(kind), kind.by, *ADDITIONS, *fields} - {""})


def required_of_line(kind: Kind) -> tuple[str, ...]:
    """The keys that every line of that kind has."""
    own = ("id",) * kind.has_id + (words_key(kind), kind.by)
    fields = (one.key for one in kind.fields if not one.optional)
    keys = (*own, *fields, *_ALWAYS_SAID.get(kind.key, ()))
    return tuple(key for key in keys if key and key != "said_by")


def empty(field: Field) -> Any:
    """How a record writes that nothing is known in that field."""
    if field.holds in _EMPTY_LISTS:
        return []
    return "" if field.holds in _EMPTY_WORDS else None


def is_nothing(value: object) -> bool:
    """Whether that value of a record says nothing: null, "", an empty list or group."""
    return value is None or (isinstance(value, str | list | tuple | Mapping) and not value)
