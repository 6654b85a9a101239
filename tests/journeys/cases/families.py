"""Two small made-up families, as records of their meetings."""

from copy import deepcopy
from typing import Any

from tests.desk.at_the_desk import campbell

Record = dict[str, Any]
_DAY = "2027-02-27"


def person(id_: str, name: str, called: str, role: str, copy: str, **known: Any) -> Record:
    return {
        "id": id_,
        "name": name,
        "called": called,
        "relationship": known.pop("relationship", ""),
        "role": role,
        "attended": "in_room",
        "copy": {"kind": copy},
        **known,
    }


def step(id_: str, what: str, *who: str, **known: Any) -> Record:
    return {
        "id": id_,
        "what": what,
        "who": list(who),
        "start": _DAY,
        "due": None,
        "how_often": "every week",
        "checked_by": "",
        "links": [],
        "kind": "family",
        **known,
    }


def record(
    id_: str, people: list[Record], steps: list[Record], hidden: list[Record] | None = None
) -> Record:
    """A meeting of these people that made a plan of these steps, and said little else."""
    made = deepcopy(campbell())
    made |= {"id": id_, "title": id_, "people": people, "child_views": [], "private": None}
    made["safety"] = {"restrictions": [], "arrangements": [], "confidential": hidden or []}
    made["meeting"] |= {"stages": [], "own_questions": [], "plan_title": "Our steps together"}
    made["meeting"] |= {"place": "the church hall", "purpose": "", "consent": []}
    for key in ("facilitator_notes", "professional_notes"):
        made[key] = {"audience": "nobody else", "text": ""}
    for part in ("open", "share", "plan"):
        made[part] = {key: _nothing(value) for key, value in made[part].items()}
    made["plan"] |= {
        "actions": steps,
        "plan_keeper": "nan",
        "review": {"date": "2027-05-22", "time": "10:00", "place": "the church hall", "who": []},
    }
    return made


def _nothing(value: object) -> object:
    """What stands where nothing was said."""
    return [] if isinstance(value, list) else "" if isinstance(value, str) else None


MUM = person("ruth", "Ruth Ashby", "Ruth", "family", "full", relationship="Mum")
NAN = person("nan", "Peg Ashby", "Nan", "family", "full", relationship="Ruth's mum")
LEE = person("lee", "Lee Carrow", "Lee", "family", "full", relationship="Wren's dad")
TOM = person("tom", "Tom Hale", "Tom", "family", "own_part", relationship="Robin's dad")
WREN = person("wren", "Wren Carrow", "Wren", "child", "child", age=8, safe_adults=["nan"])
JUNE = person("june", "June Okoro", "June", "referrer", "full", relationship="social worker")

CEDAR = {
    "text": "Flat 2, Cedar Rise",
    "hide_from": ["lee"],
    "reason": "Ruth asked. She and Wren live there now.",
}
STEPS = [
    step("a1", "Ring Wren on Sundays at 5pm.", "lee"),
    step("a2", "Bring the bunk bed to 2 Cedar rise on Friday.", "nan"),
    step("a3", "Cook tea with Wren.", "ruth", page_one=True),
    step("a4", "Take Wren to football.", "tom"),
]


def ashby(id_: str, *more_steps: Record, **known: Any) -> Record:
    """Ruth and Wren have moved. Lee, who is Wren's dad, is not told where to."""
    made = record(id_, [MUM, NAN, LEE, TOM, WREN, JUNE], [*STEPS, *more_steps], [CEDAR])
    return {**made, **known}
