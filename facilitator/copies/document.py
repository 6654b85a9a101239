"""One copy as a JSON document of its own.

It travels inside the paper, so it says what the paper says and no more: lines and people are
numbered anew for each copy, for a number that is missing would show that something is left out.
"""

from collections.abc import Mapping
from typing import Any

from facilitator.kinds import Holds
from facilitator.people import CopyKind, Person
from facilitator.plans import Line, PageOne, Plan
from facilitator.plans.plan import as_document

FORMAT = "family-plan-copy/1"
# Choices about paper that have been carried out by the time there is a copy.
_NOT_CARRIED = ("share_with", "page_one")


def copy_document(plan: Plan, page_one: PageOne, reader: Person, kind: CopyKind) -> dict[str, Any]:
    """The document of one reader's copy, from a plan that holds only what they may see."""
    named = _people_in(plan, page_one, reader)
    people = tuple(one for one in plan.people if one.id in named)
    names = {one.id: f"p{number}" for number, one in enumerate(people, 1)}
    numbers = {line.id: f"l{number}" for number, line in enumerate(plan.lines, 1)}
    return {
        "format": FORMAT,
        "copy": kind.value,
        "code": plan.code,
        "version": plan.version,
        "date": plan.agreed_on.isoformat(),
        "place": plan.meeting.place,
        "reader": names[reader.id],
        "people": [_person(one, names) for one in people],
        **({} if kind is CopyKind.CHILD else {"page_one": _page_one(page_one, names)}),
        "lines": [_line(line, names, numbers) for line in plan.lines],
        "still_to_sort_out": [str(gap) for gap in plan.gaps],
    }


def _page_one(page_one: PageOne, names: Mapping[str, str]) -> dict[str, Any]:
    known = {
        "title": page_one.title,
        "statement": page_one.statement,
        "this_week": [
            {key: held for key, held in _line(row, names, {row.id: ""}).items() if key != "id"}
            for row in page_one.rows
        ],
        "ring": [names[person.id] for person in page_one.ring],
        "place": page_one.place,
    }
    return {key: held for key, held in known.items() if held}


def _people_in(plan: Plan, page_one: PageOne, reader: Person) -> set[str]:
    """Everybody whom this copy names, and the reader: nobody else is listed."""
    ids = {reader.id, *reader.safe_adults, *(person.id for person in page_one.ring)}
    for child in plan.people.children:
        ids.update((child.id, *child.safe_adults))
    for line in (*plan.lines, *page_one.rows):
        ids.update((line.by, *line.named))
        for view in line.fields.each("views"):
            ids.add(str(view.get("by", "")))
    return ids


def _person(person: Person, names: Mapping[str, str]) -> dict[str, Any]:
    known = {
        "name": person.short_name,
        "relationship": person.relationship,
        "phone": person.printable_phone,
        "safe_adults": [names[one] for one in person.safe_adults if one in names],
    }
    return {"id": names[person.id], **{key: held for key, held in known.items() if held}}


def _line(line: Line, names: Mapping[str, str], numbers: Mapping[str, str]) -> dict[str, Any]:
    document: dict[str, Any] = {"id": numbers[line.id], "kind": line.kind}
    if line.words:
        document["words"] = line.words
    if line.by:
        document["by"] = names[line.by]
    for key in ("lang", "dir", "rendering", "exact"):
        if (held := getattr(line, key)) is not None:
            document[key] = held
    for field in line.row.fields:
        if field.key in line.fields and field.key not in _NOT_CARRIED:
            document[field.key] = _value(field.holds, line, field.key, names, numbers)
    return document


def _value(
    holds: Holds, line: Line, key: str, names: Mapping[str, str], numbers: Mapping[str, str]
) -> Any:
    match holds:
        case Holds.PEOPLE:
            return [names[one] for one in line.fields.ids(key)]
        case Holds.PERSON:
            return next((names[one] for one in line.fields.ids(key)), None)
        case Holds.LINES:
            return [numbers[one] for one in line.fields.ids(key) if one in numbers]
        case Holds.VIEWS:
            return [
                {"by": names.get(str(view.get("by", ""))), "text": view.get("text")}
                for view in line.fields.each(key)
            ]
    return as_document(line.fields[key])
