"""Whole records, made up at random and always valid: any family, any kind, any script.

`records()` gives plain documents that the strict reader takes. What is said comes from a
few sentences, so that hidden words really turn up in lines, and now and then from any
printable text. Hypothesis draws the texts, the size and one source of chance, not each value:
a record has hundreds of them, and drawing each would take longer than every test of it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any, TypeVar

from hypothesis import strategies as st

from facilitator.kinds import KINDS, Field, Holds, Kind, Shape
from tests.record_words import (
    ADDITIONS,
    NAMES,
    PEOPLE_IDS,
    SECRETS,
    SENTENCES,
    TIMES,
    YES,
)

Document = dict[str, Any]
T = TypeVar("T")

ROOT = Path(__file__).parent.parent
CAMPBELL = ROOT / "facilitator" / "practice" / "campbell-conference.json"
PEARCE = ROOT / "tests" / "recordings" / "pearce-review-poor.json"
RECORDINGS = (CAMPBELL, PEARCE)

odd_texts = st.lists(
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), max_size=40),
    max_size=4,
)


@st.composite
def records(draw: Callable[[st.SearchStrategy[Any]], Any]) -> Document:
    """A valid record: two to eight people, any kinds of lines, hidden items, restrictions."""
    chance = draw(st.randoms(use_true_random=True))
    return Maker(chance, draw(st.integers(0, 3)), tuple(draw(odd_texts))).record()


@dataclass
class Maker:
    """Makes one record: `most` lines of a kind at most, words from `texts` now and then."""

    chance: Random
    most: int
    texts: tuple[str, ...]
    people: tuple[str, ...] = ()
    line_ids: tuple[str, ...] = ()

    def record(self) -> Document:
        self.people = tuple(self.chance.sample(PEOPLE_IDS, self.chance.randint(2, 8)))
        with_ids = [kind for kind in KINDS.values() if kind.has_id]
        ids = {
            kind.key: tuple(f"{kind.key[0]}{order}{at}" for at in range(self.some()))
            for order, kind in enumerate(with_ids)
        }
        self.line_ids = tuple(id_ for some in ids.values() for id_ in some)
        document = frame(self)
        for kind in KINDS.values():
            _put(document, kind.place, said(self, kind, ids.get(kind.key, ())))
        for kind in KINDS.values():
            if kind.may_be_missing and self.now_and_then():
                _take_out_if_empty(document, kind.place)
        for line_ in document["plan"].get("not_said", ()):
            line_["about"] += self.several(_places(document))
        return document

    def some(self) -> int:
        return self.chance.randint(0, self.most)

    def now_and_then(self) -> bool:
        return self.chance.random() < 1 / 3

    def one(self, choices: Sequence[T]) -> T:
        return self.chance.choice(choices)

    def several(self, choices: Sequence[T]) -> list[T]:
        return self.chance.sample(choices, min(len(choices), self.some()))

    def words(self) -> str:
        return self.one(self.texts if self.texts and self.now_and_then() else (*SENTENCES, ""))

    def day(self) -> str | None:
        day = date(2027, 1, 1) + timedelta(days=self.chance.randint(-400, 400))
        return None if self.now_and_then() else day.isoformat()

    def maybe(self, **keys: object) -> Document:
        return {key: value for key, value in keys.items() if self.now_and_then()}


def _put(document: Document, place: str, value: object) -> None:
    *above, last = place.split(".")
    for key in above:
        document = document.setdefault(key, {})
    document[last] = value


def _take_out_if_empty(document: Document, place: str) -> None:
    *above, last = place.split(".")
    for key in above:
        document = document[key]
    if not document[last]:
        del document[last]


def _places(document: Document) -> list[str]:
    """What lines of a list that have no id of their own are named by."""
    found = []
    for kind in KINDS.values():
        held: Any = document
        for key in kind.place.split("."):
            held = held.get(key) or {}
        if isinstance(held, list) and not kind.has_id:
            found += [f"{kind.place}.{at}" for at in range(len(held))]
    return found


def said(make: Maker, kind: Kind, ids: Sequence[str]) -> object:
    """What stands at the place of that kind."""
    match kind.shape:
        case Shape.WORDS:
            return make.words()
        case Shape.PERSON:
            return make.one((*make.people, ""))
        case Shape.ONE:
            empty = kind.key != "meet_again" and make.now_and_then()
            return None if empty else line(make, kind)
        case Shape.STRINGS:
            return [
                line(make, kind) if make.now_and_then() else make.words() or "x"
                for _ in range(make.some())
            ]
    if kind.has_id:
        return [{"id": id_, **line(make, kind)} for id_ in ids]
    return [line(make, kind) for _ in range(make.some())]


def line(make: Maker, kind: Kind) -> Document:
    """One line of that kind, with its fields and now and then an addition."""
    held: Document = {}
    if kind.words:
        held["text" if kind.shape is Shape.STRINGS else kind.words] = make.words()
    held[kind.by] = make.one((*make.people, ""))
    for field in kind.fields:
        if not field.optional or make.now_and_then():
            held[field.key] = value_of(make, field)
    if kind.key == "statement":
        held |= {"lang": make.one(("en", "ar")), "dir": "auto"}
    elif make.now_and_then():
        key = make.one(tuple(ADDITIONS))
        people = make.people if key == "hurts" else ()
        held[key] = make.one((*ADDITIONS[key], *people))
    return held


def value_of(make: Maker, field: Field) -> object:
    """What that field of a line may hold."""
    choices: Mapping[Holds, Callable[[], object]] = {
        Holds.WORDS: make.words,
        Holds.PERSON: lambda: make.one((*make.people, "")),
        Holds.PEOPLE: lambda: make.several(make.people),
        Holds.DAY: make.day,
        Holds.TIME: lambda: make.one(TIMES),
        Holds.NUMBER: lambda: make.one((0, 4, 10, None)),
        Holds.CHOICE: lambda: make.one(field.choices),
        Holds.LINES: lambda: make.several(make.line_ids),
        Holds.YES: lambda: make.one(YES),
        Holds.PAGE_ONE: lambda: make.one((True, "Ring Nan.", "نحن هنا")),
        Holds.REPEATS: lambda: {
            "each": make.one(("day", "week", "fortnight", "month")),
            "on": make.several(("mon", "wed", "sun")),
            **make.maybe(at="09:30", to=None),
        },
        Holds.SEEN: lambda: make.maybe(what=make.words(), when=make.words()),
        Holds.VIEWS: lambda: [
            {"by": make.one((*make.people, "")), "text": make.words()} for _ in range(make.some())
        ],
    }
    return choices[field.holds]()


def frame(make: Maker) -> Document:
    """All of a record that no kind of line holds."""
    private = {
        "facilitator_present": make.one((True, False)),
        "who_extra": make.several(make.people),
    }
    return {
        "schema": "family-meeting-record/1",
        "id": make.one(("r1", "2027_02-yusuf.a")),
        "title": make.words(),
        "meeting": {
            "type": make.one(("family_group_conference", "review", "team_circle")),
            "date": make.day() or "2027-02-27",
            "start": make.one(TIMES),
            "end": make.one(TIMES),
            "place": make.words(),
            "mode": "in person",
            "accepted_date": make.day(),
            "plan_given_date": make.day(),
            "languages": make.one((["en"], ["en", "ar"], ["so"], [])),
            "stages": [stage(make) for _ in range(make.some())],
            **make.maybe(
                zone="Europe/London",
                review_of="r0",
                own_questions=[{"id": "own-1", "words": "Who cooks?"}],
            ),
        },
        "people": [person(make, id_) for id_ in make.people],
        "safety": safety(make),
        "private": None if make.now_and_then() else private | make.maybe(record=make.words()),
        "facilitator_notes": {"audience": "facilitator", "text": make.words()},
        "professional_notes": {"audience": "never in a copy", "text": make.words()},
    }


def stage(make: Maker) -> Document:
    """One stage of the meeting, as it went."""
    return {
        "stage": make.one(("prepare", "open", "share", "private", "agree")),
        **make.maybe(start=make.one(TIMES), end=None, minutes=45, note=make.words()),
    }


def person(make: Maker, id_: str) -> Document:
    """One person with any part in the meeting."""
    name = make.one(NAMES)
    copy = {
        "kind": make.one(("full", "full", "own_part", "child", "none")),
        **make.maybe(format="paper", how=None, date=make.day(), edition="large_print"),
    }
    return {
        "id": id_,
        "name": name,
        "called": name.split()[0],
        "relationship": make.one(("mum", "a friend of the family", "")),
        "role": make.one(("family", "family", "child", "child", "supporter", "referrer", "worker")),
        "attended": make.one(("in_room", "by_phone", "wrote", "not_attending")),
        "copy": copy,
        **make.maybe(
            age=make.chance.randint(0, 99),
            needs=[{"need": "big print", "met_by": ""}],
            phone="07700 900142",
            phone_on_plan=make.one(YES),
            safe_adults=make.several(make.people),
            note=make.words(),
            views_by=make.words(),
            excluded_reason=make.one((make.words(), None)),
            overheard_by=make.words(),
        ),
    }


def safety(make: Maker) -> Document:
    """Restrictions, what makes it safe to come, and hidden items that do turn up in lines."""
    readers = (*make.people, *(f"{id_}_page" for id_ in make.people))
    return {
        "restrictions": [
            {
                "person": make.one(make.people),
                "kind": make.one(("bail", "order", "safety")),
                "protects": make.several(make.people),
                "rule": make.words(),
                **make.maybe(
                    until=make.day(),
                    reason=make.one((make.words(), None)),
                    seen_by="the worker",
                    seen_on=make.day(),
                ),
            }
            for _ in range(min(2, make.some()))
        ],
        "arrangements": [make.words() for _ in range(make.some())],
        "confidential": [
            {
                "text": make.one(SECRETS),
                "hide_from": make.several(readers) or [make.people[0]],
                "reason": make.words(),
            }
            for _ in range(make.some())
        ],
    }
