"""What a child says of a plan: what they think, in their own words, and never a yes or a no."""

from facilitator.kinds import Field, Kind
from facilitator.leading.mending.fields import (
    Json,
    Typed,
    is_blank,
    name_of,
    one,
    typed_field,
    value_of,
)
from facilitator.people import People, Person, Role

_ANSWER = "answer"
_OF_A_YES = frozenset({"agrees", "answer_by"})


def child_who_answers(kind: str, by: str, people: People) -> Person | None:
    """The child whose answer to the plan it is; None for everybody else's, and for other lines."""
    person = people.find(by) if kind == _ANSWER else None
    return person if person is not None and person.role is Role.CHILD else None


def asked_of(kind: Kind, by: str, people: People) -> tuple[Field, ...]:
    """The fields of that kind which that person is asked for."""
    if child_who_answers(kind.key, by, people) is None:
        return kind.fields
    return tuple(field for field in kind.fields if field.key not in _OF_A_YES)


def a_yes_in(typed: Typed, kind: Kind) -> tuple[Field, ...]:
    """The fields of a yes with something in their boxes."""
    return tuple(one for one in _of_a_yes(kind) if not is_blank(value_of(one, typed, None)))


def with_no_new_yes(typed: Typed, kind: Kind, base: Json, people: People) -> Typed:
    """The boxes as a child's answer may fill them: none of a yes but what stands there already.

    A record may bring a yes of that very child. It stays as it came until somebody takes it out.
    """
    by = one(typed, "by")
    if child_who_answers(kind.key, by, people) is None:
        return typed
    names = {name_of(field) for field in _of_a_yes(kind)}
    boxes = {name: held for name, held in typed.items() if name not in names}
    if (base["kind"], base["by"]) != (_ANSWER, by):
        return boxes
    for field in _of_a_yes(kind):
        boxes |= typed_field(field, base["fields"].get(field.key))
    return boxes


def _of_a_yes(kind: Kind) -> tuple[Field, ...]:
    return tuple(field for field in kind.fields if field.key in _OF_A_YES)
