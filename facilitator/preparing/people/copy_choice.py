"""Which copy somebody gets, and in what print: what there is to choose from, in words."""

from collections.abc import Mapping
from dataclasses import replace

from facilitator.paper.view import LARGE_PRINT, STANDARD
from facilitator.people import Attendance, Copying, CopyKind, Person, Role

COPY_WORDS: Mapping[CopyKind, str] = {
    CopyKind.FULL: "The whole plan",
    CopyKind.OWN_PART: "Their own part: what they do, said or asked for",
    CopyKind.CHILD: "A child's own page",
    CopyKind.NONE: "No copy",
}
_FOR_A_CHILD = (CopyKind.CHILD, CopyKind.NONE)
_FOR_GROWN_UPS = (CopyKind.FULL, CopyKind.OWN_PART, CopyKind.NONE)
_EDITIONS = (
    ("", "Not said yet"),
    (STANDARD, "Standard print"),
    (LARGE_PRINT, "Large print"),
)


def usual_copy(person: Person) -> CopyKind:
    """The copy that goes with their part, where nobody chose another one."""
    return replace(person, copying=None, attended=Attendance.IN_ROOM).copy_kind


def copy_choices(person: Person) -> list[tuple[str, str]]:
    """The copies to choose from: the usual one, which has no key, and what else fits."""
    usual, kept = usual_copy(person), person.copying and person.copying.kind
    offered = _FOR_A_CHILD if person.role is Role.CHILD else _FOR_GROWN_UPS
    others = (kind for kind in CopyKind if kind in offered or kind is kept)
    return [
        ("", f"The usual one for their part. {COPY_WORDS[usual]}"),
        *((kind.value, COPY_WORDS[kind]) for kind in others if kind is not usual),
    ]


def edition_choices(copying: Copying | None) -> list[tuple[str, str]]:
    """The sizes of print to choose from, and the one that is kept, whatever it is."""
    kept = copying.edition if copying else ""
    known = {value for value, _ in _EDITIONS}
    return [*_EDITIONS, *([] if kept in known else [(kept, kept.replace("_", " ").capitalize())])]
