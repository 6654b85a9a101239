"""What is looked at in an audit: the plan that the family holds, and how the day went.

Notes are not among it, and nothing that was said in private family time can be: there is no place
for either.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Self

from facilitator import days
from facilitator.audits.breaches import breaches
from facilitator.audits.evidence import Evidence
from facilitator.audits.registered import as_registered
from facilitator.contributions import Contribution
from facilitator.copies import Handed
from facilitator.kinds import Section
from facilitator.kinds.kind import MAY_HEAR
from facilitator.meetings import Meeting
from facilitator.people import People, Person, Role
from facilitator.plain_language import Finding, Reading, WordList, reading
from facilitator.plans import Line, Plan
from facilitator.plans.family_words import KEPT, NOT_OURS, OURS, names_of
from facilitator.plans.wording_found import ENGLISH, found_in, language_of

OFFICE = (Role.WORKER, Role.REFERRER, Role.FACILITATOR)
FAMILY = (Role.FAMILY, Role.CHILD, Role.TEAM)
# Those who came for the family, and speak for it or beside it.
FAMILYS_SIDE = (*FAMILY, Role.SUPPORTER, Role.ADVOCATE)

# The texts of a plan that everybody reads: "" for a line's own words, else the key of a field.
READ: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("strength", "worry", "need", "question", "if_no_plan", "unknown"), ("",)),
    **dict.fromkeys(("keep_going", "meet_sooner", "referrer_answer", "action"), ("",)),
    "bottom_line": ("", "reason"),
    "goal": ("", "sign"),
    "if_then": ("if", ""),
    "request": ("", "reason"),
    "disagreement": ("next",),
}
# What stands in an audit for words that somebody kept for a few people.
FOR_SOME = "(They chose who may hear these words.)"
_CHECKED = {**READ, "action": ("", "how_often")}


@dataclass(frozen=True, kw_only=True)
class Audited:
    """One plan as it was agreed, with its stage log, its people, their needs and their copies.

    ``wording`` holds what the family calls things, and why a wording stays. ``prompts`` gives the
    prompt of a line, by its id. ``accepted_on`` is the day of the family's yes to the meeting.
    Of private time only a fact may be known: ``written_in_private``, that something was written.
    ``why_no_copy`` gives the reason, by the id of who holds no copy.
    """

    plan: Plan
    wording: tuple[Contribution, ...] = ()
    prompts: Mapping[str, str] = field(default_factory=dict)
    accepted_on: date | None = None
    written_in_private: bool = False
    why_no_copy: Mapping[str, str] = field(default_factory=dict)
    lists: WordList | None = None
    _by_kind: Mapping[str, tuple[Line, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Lay the lines out by kind: every rule asks for some of them."""
        laid: dict[str, list[Line]] = {}
        for line in self.plan.lines:
            if line.row.section != Section.NOT_PRINTED:
                laid.setdefault(line.kind, []).append(line)
        object.__setattr__(self, "_by_kind", {key: tuple(one) for key, one in laid.items()})

    @classmethod
    def of(  # noqa: PLR0913 -- each is a fact of its own
        cls,
        plan: Plan,
        said: Iterable[Contribution] = (),
        *,
        accepted_on: date | None = None,
        written_in_private: bool = False,
        why_no_copy: Mapping[str, str] | None = None,
        register: Iterable[Handed] | None = None,
        lists: WordList | None = None,
    ) -> Self:
        """That plan, with what can be traced from what was said; the rest of it is left behind.

        ``register`` says which copies left; without one, what the people's own rows say counts.
        """
        several = tuple(said)
        origins = {origin for line in plan.lines for origin in line.came_from}
        prompts = {one.id: one.prompt for one in several if one.prompt and one.id in origins}
        return cls(
            plan=plan if register is None else as_registered(plan, register),
            wording=tuple(one for one in several if one.kind in (OURS, NOT_OURS, KEPT)),
            prompts=prompts,
            accepted_on=accepted_on,
            written_in_private=written_in_private,
            why_no_copy=why_no_copy or {},
            lists=lists,
        )

    @property
    def people(self) -> People:
        """Everybody, as they were at the agreement."""
        return self.plan.people

    @property
    def meeting(self) -> Meeting:
        """The meeting, with its stage log."""
        return self.plan.meeting

    def lines(self, *kinds: str) -> tuple[Line, ...]:
        """The plan's lines of these kinds, kind by kind."""
        return tuple(one for kind in kinds for one in self._by_kind.get(kind, ()))

    def is_by(self, line: Line, roles: Iterable[Role]) -> bool:
        """Whether somebody with one of these parts said it."""
        speaker = self.people.find(line.by)
        return speaker is not None and speaker.role in tuple(roles)

    def with_roles(self, *roles: Role) -> tuple[Person, ...]:
        """The people with one of these parts."""
        return tuple(one for one in self.people if one.role in roles)

    @cached_property
    def answered(self) -> frozenset[str]:
        """The ids of all lines that a step answers."""
        return frozenset(one for step in self.lines("action") for one in step.answers)

    @cached_property
    def findings(self) -> Mapping[str, tuple[Finding, ...]]:
        """What the language check finds in each line that everybody reads, by the line's id."""
        read = tuple(line for line in self.plan.lines if line.kind in _CHECKED)
        language = language_of(self.meeting)
        found: dict[str, tuple[Finding, ...]] = {}
        for one in found_in(read, self.people, self.wording, self.lists, language):
            if one.part in _CHECKED[one.line.kind]:
                found[one.line.id] = (*found.get(one.line.id, ()), *one.findings)
        return found

    @cached_property
    def reading(self) -> Reading:
        """How all that everybody reads of the plan reads together, names aside."""
        language = language_of(self.meeting)
        texts = (
            line.fields.words(part) if part else line.words
            for line in self.plan.lines
            if (line.lang or language).lower().startswith(ENGLISH)
            for part in READ.get(line.kind, ())
        )
        return reading((text for text in texts if text), names_of(self.people))

    @cached_property
    def breaches(self) -> tuple[str, ...]:
        """Every leak and every forbidden meeting, each in a sentence."""
        return breaches(self.plan, self.lists)

    def quoted(self, lines: Iterable[Line], *commitments: str) -> tuple[Evidence, ...]:
        """These lines, each once, as evidence for those commitments."""
        return tuple(
            Evidence(
                line=line.id,
                kind=line.kind,
                quote=_quote(line, self.people),
                prompt=next((self.prompts[one] for one in _ids(line) if one in self.prompts), None),
                commitments=commitments,
            )
            for line in {one.id: one for one in lines}.values()
        )


def _ids(line: Line) -> tuple[str, ...]:
    return (line.id, *line.came_from)


def _quote(line: Line, people: People) -> str:
    """The words of a line; where its kind needs none, what it says in its place.

    Whoever chose who may hear their words did not choose whoever looks at the plan later.
    """
    if line.fields.ids(MAY_HEAR.key):
        return FOR_SOME
    if line.words.strip():
        return line.words
    if texts := line.texts:
        return " ".join(texts)
    day = line.fields.day("date")
    speaker = people.find(line.by)
    said = (
        speaker.short_name if speaker else "",
        line.fields.words("agrees") or line.fields.words("answer"),
        days.day(day) if day else "",
    )
    return ", ".join(part for part in said if part)
