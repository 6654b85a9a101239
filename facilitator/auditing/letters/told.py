"""A letter as it is read: its writer meets made-up names, the facilitator the real ones."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, tzinfo

from facilitator import days
from facilitator.auditing.letters.letter import Letter
from facilitator.audits.masking import Mask
from facilitator.plans import Line, Plan

Shown = Callable[[str], str]


@dataclass(frozen=True)
class Told:
    """Everything that the letter's page shows, in words. ``strengths`` are quotes with a reason."""

    strengths: tuple[tuple[str, str], ...]
    questions: tuple[str, ...]
    step: str
    step_who: str
    step_by: str
    sent_on: str
    reply: str
    reply_by: str
    replied_on: str


@dataclass(frozen=True)
class Seen:
    """How one reader sees the plan's words, the writer's own and the reply's."""

    quote: Shown = str
    own: Shown = str
    reply: Shown = str

    @classmethod
    def masked(cls, mask: Mask) -> "Seen":
        """As supervisors see it: every name of the family is made up."""
        return cls(quote=mask.text, reply=mask.text)

    @classmethod
    def real(cls, plan: Plan, mask: Mask) -> "Seen":
        """As the meeting's own facilitator reads it: with the names that they know."""
        return cls(own=real_names(plan, mask))


def real_names(plan: Plan, mask: Mask) -> Shown:
    """What puts the real name in the place of each made-up one that the writer used."""
    made_up = dict(_made_up(plan, mask))
    if not made_up:
        return str
    longest = sorted(map(re.escape, made_up), key=len, reverse=True)
    names = re.compile(rf"(?<!\w)(?:{'|'.join(longest)})(?!\w)")
    return lambda text: names.sub(lambda found: made_up[found[0]], text)


def lines_to_quote(plan: Plan) -> tuple[Line, ...]:
    """The lines of the plan that say something in words."""
    return tuple(one for one in plan.lines if one.words.strip())


def _made_up(plan: Plan, mask: Mask) -> Iterator[tuple[str, str]]:
    for person in plan.people:
        name = mask.name(person.id)
        if name and name != person.short_name:
            yield name, person.short_name


def told(letter: Letter, plan: Plan, seen: Seen, zone: tzinfo) -> Told:
    """That letter in words; its days are those of ``zone``."""
    lines = {one.id: seen.quote(one.words) for one in plan.lines}
    step = letter.step
    return Told(
        strengths=tuple((lines.get(one.line, ""), seen.own(one.why)) for one in letter.strengths),
        questions=tuple(map(seen.own, letter.questions)),
        step=seen.own(step.what),
        step_who=seen.own(step.who),
        step_by=days.day(step.by) if step.by else "",
        sent_on=_day_of(letter.sent_at, zone),
        reply=seen.reply(letter.reply.words),
        reply_by=days.day(letter.reply.by) if letter.reply.by else "",
        replied_on=_day_of(letter.reply.at, zone),
    )


def _day_of(at: datetime | None, zone: tzinfo) -> str:
    return days.day(at.astimezone(zone).date()) if at else ""
