"""Ids in a record: each stands once, and each that is named is there.

Which keys hold ids is read from the table of kinds; only what is no kind is listed here.
The walk takes any document, also one that its schema refuses, and skips what it cannot read.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import chain
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from facilitator.kinds import KINDS, Holds, Kind, Shape
from facilitator.refusals import Problem
from facilitator.strict import place, shown

FAMILY = "family"  # the reader who stands for all, in the list of copies
CHILDS_PAGE = "_page"
_MOST_NAMED = 12
_MOST_COMPARED = 200

Path = tuple[str | int, ...]
Group = Mapping[object, object]


@dataclass(frozen=True)
class _Named:
    """An id that is named somewhere: where, and whether it is a person's or a line's."""

    path: Path
    id: str
    of_person: bool


def reference_problems(document: object, where: str = "") -> Iterator[Problem]:
    """Ids that stand twice, that are kept for something else, or that lead nowhere."""
    if not isinstance(document, Mapping):
        return
    people = [(path, one["id"]) for path, one in _groups(document, ("people",)) if "id" in one]
    lines = [found for kind in KINDS.values() if kind.has_id for found in _ids(kind, document)]
    places = tuple(_places(document))
    yield from _twice(people, "person", document, where)
    yield from _twice(lines, "line", document, where)
    yield from _kept_ids(people, document, where)
    yield from _zone(document, where)
    named = chain(_by_kinds(document), _elsewhere(document))
    if all(isinstance(id_, str) for _, id_ in chain(people, lines)):
        known = {
            True: dict.fromkeys(str(id_) for _, id_ in people),
            False: dict.fromkeys(str(id_) for _, id_ in lines),
        }
        known[False] |= dict.fromkeys(by_their_places(places, frozenset(known[False])))
        yield from (
            _dangling(one, list(known[one.of_person]), document, where)
            for one in named
            if one.id not in known[one.of_person]
            and not (one.path[-2:-1] == ("hide_from",) and _stem(one.id) in known[True])
        )


def _twice(
    ids: list[tuple[Path, object]], what: str, document: object, where: str
) -> Iterator[Problem]:
    seen: dict[str, Path] = {}
    for path, id_ in ids:
        if not isinstance(id_, str):
            continue
        if id_ in seen:
            first_place = place(seen[id_], document)
            yield Problem(
                place((*path, "id"), document, where),
                f"The id {shown(id_)} already belongs to the {what} at {first_place}.",
                "Give one of the two another id.",
            )
        seen.setdefault(id_, path)


def _kept_ids(people: list[tuple[Path, object]], document: object, where: str) -> Iterator[Problem]:
    everybody = {id_ for _, id_ in people if isinstance(id_, str)}
    for path, id_ in people:
        at = place((*path, "id"), document, where)
        if id_ == FAMILY:
            wrong = "The id 'family' is kept for the copy that the whole family holds."
            yield Problem(at, wrong, "Give this person another id.")
        elif isinstance(id_, str) and _stem(id_) in everybody:
            wrong = f"The id {shown(id_)} also means the page of {shown(_stem(id_))}."
            yield Problem(at, wrong, "Give this person another id.")


def _stem(id_: str) -> str | None:
    """The child whose page this id means, or None where it means no page."""
    return id_.removesuffix(CHILDS_PAGE) if id_.endswith(CHILDS_PAGE) else None


def _zone(document: Group, where: str) -> Iterator[Problem]:
    meeting = document.get("meeting")
    zone = meeting.get("zone") if isinstance(meeting, Mapping) else None
    if isinstance(zone, str) and zone and not _is_zone(zone) and _is_zone("Europe/London"):
        at = place(("meeting", "zone"), document, where)
        yield Problem(at, f"There is no time zone {shown(zone)}.", "Use one such as Europe/London.")


def _is_zone(name: str) -> bool:
    # A machine may hold no time zones at all; then a wrong one can only be found elsewhere.
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def by_their_places(places: Iterable[str], ids: Collection[str]) -> Iterator[str]:
    """What lines that have no id are named by: each its place, or one like it that is no id."""
    taken = set(ids)
    for place_ in places:
        own = place_
        while own in taken:
            own += "_"
        taken.add(own)
        yield own


def _places(document: Group) -> Iterator[str]:
    """The places of all lines that have no id of their own, in the order of the table of kinds."""
    for kind in KINDS.values():
        held = _at(document, tuple(kind.place.split(".")))
        if kind.has_id or not held:
            continue
        if kind.shape in {Shape.LINES, Shape.STRINGS}:
            count = len(held) if isinstance(held, list | tuple) else 0
            yield from (f"{kind.place}.{at}" for at in range(count))
        elif isinstance(held, str) or (isinstance(held, Mapping) and any(held.values())):
            yield kind.place


def _ids(kind: Kind, document: Group) -> Iterator[tuple[Path, object]]:
    return ((path, line["id"]) for path, line in _lines(kind, document) if "id" in line)


def _by_kinds(document: Group) -> Iterator[_Named]:
    for kind in KINDS.values():
        path = tuple(kind.place.split("."))
        if kind.shape is Shape.PERSON:
            yield from _one(path, _at(document, path), of_person=True)
        for at, line in _lines(kind, document):
            for key in (kind.by, "hurts"):
                yield from _one((*at, key), line.get(key), of_person=True)
            for field in kind.fields:
                yield from _in_field((*at, field.key), line.get(field.key), field.holds)


def _in_field(path: Path, value: object, holds: Holds) -> Iterator[_Named]:
    match holds:
        case Holds.PERSON:
            yield from _one(path, value, of_person=True)
        case Holds.PEOPLE | Holds.LINES:
            yield from _many(path, value, of_person=holds is Holds.PEOPLE)
        case Holds.VIEWS:
            for at, view in enumerate(value if isinstance(value, list | tuple) else ()):
                by = view.get("by") if isinstance(view, Mapping) else None
                yield from _one((*path, at, "by"), by, of_person=True)


def _elsewhere(document: Group) -> Iterator[_Named]:
    for at, person in _groups(document, ("people",)):
        yield from _many((*at, "safe_adults"), person.get("safe_adults"), of_person=True)
    for at, rule in _groups(document, ("safety", "restrictions")):
        yield from _one((*at, "person"), rule.get("person"), of_person=True)
        yield from _many((*at, "protects"), rule.get("protects"), of_person=True)
    for at, item in _groups(document, ("safety", "confidential")):
        yield from _many((*at, "hide_from"), item.get("hide_from"), of_person=True)
    stayed = ("private", "who_extra")
    yield from _many(stayed, _at(document, stayed), of_person=True)


def _one(path: Path, value: object, *, of_person: bool) -> Iterator[_Named]:
    if isinstance(value, str) and value:
        yield _Named(path, value, of_person)


def _many(path: Path, value: object, *, of_person: bool) -> Iterator[_Named]:
    for at, item in enumerate(value if isinstance(value, list | tuple) else ()):
        yield from _one((*path, at), item, of_person=of_person)


def _lines(kind: Kind, document: Group) -> Iterator[tuple[Path, Group]]:
    path = tuple(kind.place.split("."))
    if kind.shape is Shape.ONE:
        held = _at(document, path)
        if isinstance(held, Mapping):
            yield path, held
    elif kind.shape in {Shape.LINES, Shape.STRINGS}:
        yield from _groups(document, path)


def _groups(document: Group, path: Path) -> Iterator[tuple[Path, Group]]:
    held = _at(document, path)
    for at, item in enumerate(held if isinstance(held, list | tuple) else ()):
        if isinstance(item, Mapping):
            yield (*path, at), item


def _at(document: object, path: Path) -> object:
    for step in path:
        document = document.get(step) if isinstance(document, Mapping) else None
    return document


def _dangling(one: _Named, known: list[str], document: object, where: str) -> Problem:
    at = place(one.path, document, where)
    wrong = (
        f"{shown(one.id)} is the id of nobody in people."
        if one.of_person
        else f"{shown(one.id)} is the id of no line."
    )
    if near := get_close_matches(one.id[:64], known[:_MOST_COMPARED], n=1):
        return Problem(at, wrong, f"Did you mean {shown(near[0])}?")
    listed = ", ".join(known[:_MOST_NAMED]) + (" or another" if len(known) > _MOST_NAMED else "")
    whose = "somebody in people" if one.of_person else "a line with an id"
    return Problem(at, wrong, f"Use the id of {whose}: {listed}." if listed else "Take it out.")
