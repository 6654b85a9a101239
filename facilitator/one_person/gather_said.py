"""What somebody said in a meeting, and what was said that is about them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property

from facilitator.contributions import Contribution
from facilitator.kinds import Holds
from facilitator.one_person.fact import Fact, Flag, Group
from facilitator.one_person.found import Found
from facilitator.one_person.material import Material
from facilitator.one_person.naming import Naming
from facilitator.plans.field_words import FieldWords
from facilitator.plans.past_hurts import may_stand

_ANSWERS = frozenset(
    "consent answer referrer_answer own_view not_said reading statement disagreement".split()
)
_DOING = frozenset(("action", "if_then", "request", "unknown", "telling", "plan_keeper"))
_YOURS = {"answer": "Your answer", "child_view": "Your own words", "consent": "Your yes or no"}
_FREE = (Holds.WORDS, Holds.SEEN, Holds.VIEWS, Holds.PAGE_ONE)


def found(material: Material, naming: Naming) -> Iterator[Found]:
    """Every line that is this person's or about them: as it stands, and as it was before."""
    look = _Look(material, naming)
    for one in material.standing:
        yield from look.at(one, f"line:{one.id}")
    for wording in material.before:
        gone = wording.change.taken_back
        word = "taken back since" if gone else "as it was said before"
        source = f"line:{wording.said.id}:{wording.number}"
        for found_ in look.at(wording.said, source, f", {word}"):
            yield replace(found_, line="")


@dataclass(frozen=True)
class _Look:
    """All lines of one meeting, seen from one person."""

    material: Material
    naming: Naming

    @cached_property
    def _words(self) -> FieldWords:
        lines = {one.id: one.words for one in self.material.standing}
        return FieldWords(self.material.people, lines)

    def at(self, said: Contribution, source: str, then: str = "") -> Iterator[Found]:
        me = self.naming.person.id
        texts = tuple(_typed(said))
        named = (said.by == me, me in _ids(said), said.hurts == me)
        surely = any(named) or self.naming.names_them(*texts)
        if not surely and not self.naming.may_name_them(*texts):
            return
        flags = () if surely else (Flag.UNSURE,)
        fact = Fact(
            source=source,
            group=self._group(said),
            label=f"{self._label(said)}{then}",
            words=said.words or self._bare(said),
            by=self.naming.name(said.by) if said.by else "",
            day=_day(said),
            beside=tuple(self._beside(said)),
            flags=flags,
            never=self._is_for_others(said),
            own=said.by == me,
        )
        people = tuple(one for one in (*_ids(said), said.hurts or "") if one)
        yield Found(fact=fact, by=said.by, people=people, typed=texts, line=said.id)

    def _label(self, said: Contribution) -> str:
        """What the line is, told to the person: "Their answer" is yours."""
        mine = said.by == self.naming.person.id
        return _YOURS.get(said.kind, said.row.label) if mine else said.row.label

    def _group(self, said: Contribution) -> Group:
        me = self.naming.person.id
        if said.by == me:
            return Group.ANSWERS if said.kind in _ANSWERS else Group.SAID
        return Group.STEPS if said.kind in _DOING and me in _ids(said) else Group.NAMED

    def _bare(self, said: Contribution) -> str:
        """Where only a name was said (who looks after the plan), the name is what was said."""
        return self.naming.name(said.by) if not said.row.words else ""

    def _beside(self, said: Contribution) -> Iterator[tuple[str, str]]:
        if said.rendering:
            yield "In English", said.rendering
        for field in said.row.fields:
            put = self._words.put(field, said.fields.values.get(field.key))
            if put and field.holds is not Holds.LINES:
                yield field.label, put

    def _is_for_others(self, said: Contribution) -> bool:
        """Whether it was for other ears, or tells of a hurt without that person's yes."""
        me = self.naming.person.id
        heard_by = said.fields.ids("may_hear")
        kept_from = bool(heard_by) and me not in heard_by and said.by != me
        return kept_from or (not may_stand(said) and me not in (said.hurts, said.by))


def _ids(said: Contribution) -> tuple[str, ...]:
    """Everybody whom a field names, those that no paper prints too."""
    found_ = [
        one
        for field in said.row.fields
        if field.holds in (Holds.PERSON, Holds.PEOPLE)
        for one in said.fields.ids(field.key)
    ]
    for field in said.row.fields:
        if field.holds is Holds.VIEWS:
            found_ += [str(view.get("by") or "") for view in said.fields.each(field.key)]
    return tuple(dict.fromkeys(found_))


def _typed(said: Contribution) -> Iterator[str]:
    """Every text of a line that somebody typed."""
    yield from (text for text in (said.words, said.rendering or "") if text)
    for field in said.row.fields:
        if field.holds in _FREE:
            yield from strings_of(said.fields.values.get(field.key))


def strings_of(value: object) -> Iterator[str]:
    """Every text in a value of a line, the ids of people in it too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from strings_of(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from strings_of(one)


def _day(said: Contribution) -> date | None:
    day = said.fields.values.get("date")
    if isinstance(day, date):
        return day
    return datetime.fromisoformat(said.said_at).date() if said.said_at else None
