"""Made-up meetings with marked secrets in every place that no family paper may show.

A mark is a word that is no word, so that it can only come from where it was put. Each knows who
may see it: nearly always nobody.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any

from facilitator.kinds import KINDS
from tests.records import Document, Maker, line

_LETTERS = "bdfgklmnprstvz"
_VOWELS = "aeiou"
FULL, OWN_PART, CHILD = "full", "own_part", "child"


@dataclass(frozen=True)
class Mark:
    """One marked secret: the word, where it stands, and who alone may see it."""

    word: str
    where: str
    seen_by: frozenset[str] = frozenset()

    def is_in(self, text: str) -> bool:
        """Whether it stands there, whatever spaces and capitals are between."""
        return self.word in plainly(text)


def plainly(text: str) -> str:
    """A text in small letters with no space in it."""
    return "".join(text.split()).casefold()


@dataclass
class Planting:
    """One meeting, and the marks that are put into it one by one."""

    maker: Maker
    document: Document
    marks: list[Mark] = field(default_factory=list)

    @property
    def chance(self) -> Random:
        return self.maker.chance

    @property
    def ids(self) -> tuple[str, ...]:
        return self.maker.people

    def mark(self, where: str, *seen_by: str) -> str:
        """A new marked word for that place."""
        made = "".join(self.chance.choice(_LETTERS) + self.chance.choice(_VOWELS) for _ in range(5))
        return self._kept(f"q{made}q", where, seen_by)

    def phone(self, where: str) -> str:
        """A number that nobody has, kept free for plays and films."""
        number = f"07700900{self.chance.randint(200, 999)}"
        self._kept(number, where, ())
        return f"{number[:5]} {number[5:]}"

    def _kept(self, word: str, where: str, seen_by: Iterable[str]) -> str:
        self.marks.append(Mark(word, where, frozenset(seen_by)))
        return word

    def put(self, place: str, kind: str, **keys: object) -> None:
        """One more line of that kind, with these keys."""
        *above, last = place.split(".")
        held = self.document
        for key in above:
            held = held.setdefault(key, {})
        made = line(self.maker, KINDS[kind])
        for key in ("hurts", "hurts_yes", "may_hear", "name_shown"):
            made.pop(key, None)
        if KINDS[kind].has_id:
            made["id"] = f"secret-{kind}-{len(held.setdefault(last, []))}"
        held.setdefault(last, []).append({**made, **keys})


def a_meeting(seed: int, most: int = 2) -> Planting:
    """A meeting like no other, the same for the same seed, with every secret in it.

    ``most``: how many lines of a kind it has at most beside those.
    """
    maker = Maker(Random(seed), most, ())  # noqa: S311 - for tests alone, and the same each time
    document = maker.record()
    document["safety"]["confidential"] = []
    planting = Planting(maker, document)
    for plant in PLANTS:
        plant(planting)
    return planting


def kind_of_copy(person: dict[str, Any]) -> str:
    return str(person["copy"]["kind"])


def _notes(to: Planting) -> None:
    for key in ("facilitator_notes", "professional_notes"):
        to.document[key] = {
            "audience": f"for {to.mark(f'{key}.audience')} alone",
            "text": f"I thought that {to.mark(f'{key}.text')} was tired.",
        }


def _person_by_person(to: Planting) -> None:
    for person in to.document["people"]:
        for key in ("note", "views_by", "overheard_by", "excluded_reason"):
            person[key] = f"Told by {to.mark(f'people.{key}')} on the stairs."
        person["flags"] = [f"asks for {to.mark('people.flags')}"]
        person["phone"] = to.phone("people.phone without a yes")
        person["phone_on_plan"] = to.chance.choice((False, None))
        person["copy"]["reason"] = f"because {to.mark('people.copy.reason')}"
        need = f"a seat by {to.mark('people.needs', person['id'])}"
        person["needs"] = [{"need": need, "met_by": ""}]


def _restrictions(to: Planting) -> None:
    for restriction in to.document["safety"]["restrictions"]:
        restriction["rule"] = f"No call to {to.mark('restrictions.rule')}."
        restriction["reason"] = f"After what {to.mark('restrictions.reason')} saw."
        restriction["seen_by"] = to.mark("restrictions.seen_by")
    to.document["safety"]["arrangements"] = [f"A worker waits at {to.mark('safety.arrangements')}."]


def _hidden_items(to: Planting) -> None:
    for number in range(3):
        hidden = set(to.chance.sample(to.ids, to.chance.randint(1, len(to.ids))))
        word = to.mark("hidden item", *(one for one in to.ids if one not in hidden))
        to.document["safety"]["confidential"].append(
            {
                "text": f"the hut at {word.capitalize()}",
                "hide_from": sorted(f"{one}_page" if number == 2 else one for one in hidden),
                "reason": f"since {to.mark('hidden item, reason')} found out",
            }
        )
        said = f"Meet at {word.capitalize()} on Friday."
        to.put("plan.actions", "action", what=said, who=[], checked_by="", page_one=None)
        to.put("share.worries", "worry", text=f"The bus to {word} is late.", by="")
        to.put("plan.contingency", "if_then", then=f"Go to {word.upper()}.", who="", second="")
        to.document["meeting"]["place"] = f"The hall beside {word}"


def _heard_by_few(to: Planting) -> None:
    children = [p["id"] for p in to.document["people"] if p["role"] == "child"]
    if children:
        child, other = to.chance.choice(children), to.chance.choice(to.ids)
        words = f"I like {to.mark('child view for a few', child, other)}."
        to.put("child_views", "child_view", words=words, child=child, may_hear=[other])
    speaker, hearer = to.chance.choice(to.ids), to.chance.choice(to.ids)
    words = f"Tell him that {to.mark('sent words for a few', speaker, hearer)} rang."
    to.put("share.sent_words", "sent_words", words=words, by=speaker, may_hear=[hearer])
    words = f"Yes, if {to.mark('answer for a few', speaker, hearer)} agrees."
    to.put("plan.agreement", "answer", words=words, person=speaker, may_hear=[hearer])


def _hurts(to: Planting) -> None:
    for place, kind in (("share.worries", "worry"), ("share.strengths", "strength")):
        words = f"Long ago {to.mark('past hurt without a yes')} was left alone."
        yes = to.chance.choice((False, None))
        to.put(place, kind, text=words, by="", hurts=to.chance.choice(to.ids), hurts_yes=yes)


def _others_steps(to: Planting) -> None:
    """Somebody's step is no business of whoever holds only their own part, or a child's page."""
    doer = to.chance.choice(to.ids)
    whole = [p["id"] for p in to.document["people"] if kind_of_copy(p) == FULL]
    word = to.mark("a step of somebody else's", doer, *whole)
    said = {
        "what": f"Take the tin to {word}.",
        "who": [doer],
        "checked_by": "",
        "share_with": [],
        "by": "",
        "how_often": "every week",
    }
    to.put("plan.actions", "action", **said, page_one=None)


def _beside_the_plan(to: Planting) -> None:
    document = to.document
    document["title"] = f"The case of {to.mark('title of the record')}"
    document["meeting"]["plan_given_note"] = f"Sent by {to.mark('meeting.plan_given_note')}."
    document["meeting"]["review_of"] = to.mark("meeting.review_of")
    for stage in document["meeting"]["stages"]:
        stage["note"] = f"Slow, for {to.mark('meeting.stages.note')} came late."
    document["meeting"]["own_questions"] = [
        {"id": "own-1", "words": f"Who is {to.mark('meeting.own_questions')}?"}
    ]
    document["private"] = {
        "facilitator_present": False,
        "who_extra": [],
        "record": f"They said that {to.mark('private.record')} cried.",
    }
    for person in document["people"]:
        words, stop = to.mark("meeting.consent.words"), to.mark("meeting.consent.stop")
        to.put("meeting.consent", "consent", person=person["id"], words=words, stop=stop)


def _lines_for_no_paper(to: Planting) -> None:
    to.put("share.unsorted", "unsorted", text=f"Ask {to.mark('share.unsorted')}?", by="")
    for place, kind in (("share.worries", "worry"), ("share.bottom_lines", "bottom_line")):
        words = f"Rang {to.mark(f'{kind}.new_today')} last night."
        to.put(place, kind, text="We ask again.", by="", new_today=words)
    offered = to.document["share"].setdefault("help_offered", [])
    offered.append({"text": f"A place at {to.mark('share.help_offered')}", "by": ""})


PLANTS: tuple[Callable[[Planting], None], ...] = (
    _notes,
    _person_by_person,
    _restrictions,
    _hidden_items,
    _heard_by_few,
    _hurts,
    _others_steps,
    _beside_the_plan,
    _lines_for_no_paper,
)


def forbidden(marks: Iterable[Mark], reader: str) -> Iterator[Mark]:
    """The marks that this reader may not see."""
    return (mark for mark in marks if reader not in mark.seen_by)


def found_in(text: str, marks: Iterable[Mark]) -> list[str]:
    """Where those marks came from that stand in a text."""
    plain = plainly(text)
    return [mark.where for mark in marks if mark.word in plain]
