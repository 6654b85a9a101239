"""Made-up families with marked facts about one of their people, in every place that may hold one.

A mark is a word that is no word, so that it can only come from where it was put. Each knows whether
its fact is about somebody else too, and whether this person may never be given it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any

from facilitator.kinds import KINDS
from tests.records import Maker, line

_LETTERS, _VOWELS = "bdfgklmnprstvz", "aeiou"
NAME, CALLED = "Orla Finch", "Orla"
FAMILIES, EACH = 30, 10


@dataclass(frozen=True)
class Planted:
    """One fact: its mark, where it stands, and what must become of it."""

    mark: str
    where: str
    is_others_too: bool = False
    never: bool = False


@dataclass
class Family:
    """One family with ``me``, of whom every fact is, and ``other``, a third person."""

    seed: int
    name: str = NAME
    facts: list[Planted] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.maker = Maker(Random(self.seed), 1, ())  # noqa: S311 - for tests, and the same each time
        self.document: dict[str, Any] = self.maker.record()
        self.document["id"] = f"planted-{self.seed}-{self.name.split()[0].lower()}"
        self.document["safety"] = {"restrictions": [], "arrangements": [], "confidential": []}
        mine, theirs, *rest = self.document["people"]
        mine |= {"name": self.name, "called": self.name.split()[0]}
        theirs |= {"name": "Padraig Stone", "called": "Padraig"}
        for number, one in enumerate(rest):
            one |= {"name": f"Wren{number} Ash", "called": f"Wren{number}"}
        for one in self.document["people"]:
            one |= {"role": "family", "attended": "in_room", "phone": "", "relationship": ""}
            one.pop("safe_adults", None)
            one["copy"] = {"kind": "full"}
        self.person, self.me, self.other = mine, mine["id"], theirs["id"]

    def mark(self, where: str, *, others: bool = False, never: bool = False) -> str:
        """A new marked word for that place."""
        chance = self.maker.chance
        made = "".join(chance.choice(_LETTERS) + chance.choice(_VOWELS) for _ in range(5))
        self.facts.append(Planted(f"q{made}q", where, others, never))
        return f"q{made}q"

    def put(self, kind: str, **keys: object) -> None:
        """One more line of that kind, with these keys and nothing else in it."""
        place = KINDS[kind].place
        *above, last = place.split(".")
        held = self.document
        for key in above:
            held = held.setdefault(key, {})
        made = line(self.maker, KINDS[kind])
        for key in ("hurts", "hurts_yes", "may_hear", "name_shown", "rendering", "seen", "about"):
            if key in made:
                made[key] = [] if isinstance(made[key], list) else None
        made = {key: one for key, one in made.items() if one is not None or key in _NEEDED}
        if KINDS[kind].has_id:
            made["id"] = f"planted-{kind}-{len(held.setdefault(last, []))}"
        held.setdefault(last, []).append({**made, **keys})


_NEEDED = frozenset(("date", "by", "start", "due", "result", "links", "score_now"))


def _own_words(to: Family) -> None:
    to.put("hope", by=to.me, text=f"I want to sleep till {to.mark('hope')}.")


def _own_words_about_another(to: Family) -> None:
    words = f"Padraig shouts about {to.mark('worry of theirs', others=True)}."
    to.put("worry", by=to.me, about=[], text=words)


def _named_in_a_worry(to: Family) -> None:
    words = f"Orla forgets {to.mark('worry of another', others=True)}."
    to.put("worry", by=to.other, about=[], text=words)


def _about_me_by_nobody(to: Family) -> None:
    to.put("need", by="", text=f"Orla needs {to.mark('need of nobody')}.")


def _about_field(to: Family) -> None:
    words = f"The bus with {to.mark('about in a field')} is late."
    to.put("worry", by="", about=[to.me], text=words)


def _step(to: Family) -> None:
    words = f"Take the tin of {to.mark('step')}."
    known: dict[str, Any] = {
        "checked_by": "",
        "share_with": [],
        "how_often": "",
        "page_one": None,
        "by": "",
    }
    to.put("action", who=[to.me], what=words, **known)


def _step_of_two(to: Family) -> None:
    words = f"Cook the {to.mark('step of two', others=True)}."
    known: dict[str, Any] = {"share_with": [], "how_often": "", "page_one": None, "by": ""}
    to.put("action", who=[to.other], checked_by=to.me, what=words, **known)


def _if_then(to: Family) -> None:
    words = f"Ring about {to.mark('if-then')}."
    to.put("if_then", who=to.me, second="", then=words, **{"if": ""}, by="")


def _view(to: Family) -> None:
    views = [{"by": to.me, "text": f"No {to.mark('view', others=True)}."}]
    views.append({"by": to.other, "text": "Yes."})
    to.put("disagreement", about="the dog", views=views, next="", by="")


def _answer(to: Family) -> None:
    words = f"Yes, with {to.mark('answer')}."
    to.put("answer", person=to.me, words=words, agrees="yes", through="", how=None)


def _not_said(to: Family) -> None:
    to.put("not_said", by=to.me, words=f"I said {to.mark('not said')}.", about=[])


def _own_view(to: Family) -> None:
    to.put("own_view", by=to.me, words=f"I want more {to.mark('own view')}.")


def _consent(to: Family) -> None:
    to.put("consent", person=to.me, words=f"Yes {to.mark('consent')}.", stop="")


def _hurt(to: Family) -> None:
    words = f"Long ago there was {to.mark('own hurt')}."
    to.put("worry", by="", about=[], text=words, hurts=to.me, hurts_yes=None)


def _hurt_of_another(to: Family) -> None:
    words = f"Orla saw {to.mark('hurt of another', others=True, never=True)}."
    to.put("worry", by="", about=[], text=words, hurts=to.other, hurts_yes=False)


def _for_other_ears(to: Family) -> None:
    words = f"Orla scares me with {to.mark('for other ears', others=True, never=True)}."
    to.put("sent_words", by=to.other, words=words, may_hear=[to.other], how="", read_by="")


def _sent(to: Family) -> None:
    words = f"I send {to.mark('sent words')}."
    to.put("sent_words", by=to.me, words=words, may_hear=[], how="", read_by="")


def _unsorted(to: Family) -> None:
    to.put("unsorted", by=to.other, text=f"Ask Orla for {to.mark('unsorted', others=True)}?")


def _phone(to: Family) -> None:
    number = f"07700 900{to.maker.chance.randint(200, 999)}"
    to.person |= {"phone": number, "phone_on_plan": None}
    to.facts.append(Planted(number.replace(" ", ""), "phone"))


def _need(to: Family) -> None:
    to.person["needs"] = [{"need": f"a seat by the {to.mark('a need')}", "met_by": ""}]


def _relationship(to: Family) -> None:
    to.person["relationship"] = f"friend from {to.mark('relationship')}"


def _left_out_why(to: Family) -> None:
    to.person["excluded_reason"] = f"After the {to.mark('why left out', others=True)}."


def _overheard(to: Family) -> None:
    to.person["overheard_by"] = f"The lodger, {to.mark('overheard by', others=True)}."


def _views_by(to: Family) -> None:
    to.person["views_by"] = f"a friend of {to.mark('views by')}"


def _came_with_it(to: Family) -> None:
    to.person["note"] = f"Told us of {to.mark('note beside', others=True)}."


def _flags(to: Family) -> None:
    to.person["flags"] = [f"asks for {to.mark('flags beside', others=True)}"]


def _own_note(to: Family) -> None:
    words = f"Orla was tired of {to.mark('own note', others=True)}."
    to.document["facilitator_notes"] = {"audience": "me", "text": words}


def _professional_note(to: Family) -> None:
    words = f"Visited Orla Finch; saw {to.mark('professional note', others=True)}."
    to.document["professional_notes"] = {"audience": "workers", "text": words}


def _restriction(to: Family) -> None:
    rule = f"No call about {to.mark('restriction', others=True)}."
    one = {"person": to.me, "kind": "order", "protects": [to.other], "rule": rule}
    to.document["safety"]["restrictions"].append(one)


def _protected(to: Family) -> None:
    rule = f"No visit at {to.mark('protected', others=True)}."
    one = {"person": to.other, "kind": "order", "protects": [to.me], "rule": rule}
    to.document["safety"]["restrictions"].append(one)


def _arrangement(to: Family) -> None:
    words = f"A worker walks Orla to {to.mark('arrangement', others=True)}."
    to.document["safety"]["arrangements"].append(words)


def _hidden_from_me(to: Family) -> None:
    text = f"the hut at {to.mark('hidden from them', others=True, never=True).capitalize()}"
    to.document["safety"]["confidential"].append({"text": text, "hide_from": [to.me], "reason": ""})


def _hidden_from_another(to: Family) -> None:
    text = f"where Orla sleeps, {to.mark('hidden from another', others=True)}"
    item = {"text": text, "hide_from": [to.other], "reason": ""}
    to.document["safety"]["confidential"].append(item)


def _said_with_a_hidden_word(to: Family) -> None:
    word = to.mark("in a line, hidden from them", others=True, never=True).capitalize()
    item = {"text": f"the barn at {word}", "hide_from": [to.me], "reason": ""}
    to.document["safety"]["confidential"].append(item)
    to.put("strength", by=to.other, text=f"Orla never went to the barn at {word}.")


def _copy_route(to: Family) -> None:
    to.person["copy"] |= {"how": f"in the box of {to.mark('copy route')}"}


def _title(to: Family) -> None:
    to.document["title"] = f"The case of Orla {to.mark('title', others=True)}"


def _own_question(to: Family) -> None:
    words = f"Who gives Orla {to.mark('own question')}?"
    to.document["meeting"]["own_questions"] = [{"id": "own-1", "words": words}]


def _stage_note(to: Family) -> None:
    words = f"Slow: Orla had {to.mark('note of a stage', others=True)}."
    to.document["meeting"]["stages"] = [{"stage": "share", "note": words}]


def _misspelt(to: Family) -> None:
    to.put("strength", by=to.other, text=f"ORLA'S {to.mark('capitals', others=True)} is good.")


def _last_name(to: Family) -> None:
    words = f"Ms Finch rang about {to.mark('last name', others=True)}."
    to.put("worry", by="", about=[], text=words)


PLANTS: tuple[Callable[[Family], None], ...] = (
    *(_own_words, _own_words_about_another, _named_in_a_worry, _about_me_by_nobody, _about_field),
    *(_step, _step_of_two, _if_then, _view, _answer, _not_said, _own_view, _consent, _hurt),
    *(_hurt_of_another, _for_other_ears, _sent, _unsorted, _phone, _need, _relationship),
    *(_left_out_why, _overheard, _views_by, _came_with_it, _flags, _own_note, _professional_note),
    *(_restriction, _protected, _arrangement, _hidden_from_me, _hidden_from_another),
    *(_said_with_a_hidden_word, _copy_route, _title, _own_question, _stage_note, _misspelt),
    _last_name,
)


def families() -> list[Family]:
    """Thirty families, each with ten facts about somebody of the same name."""
    made = []
    for seed in range(FAMILIES):
        family = Family(seed)
        for step in range(EACH):
            PLANTS[(seed * EACH + step) % len(PLANTS)](family)
        made.append(family)
    return made
