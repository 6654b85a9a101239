"""The agreed plan as it may be held today: nothing of it is changed but what keeps people safe.

A restriction or a hidden item that came since counts for paper that is printed today, whatever
version it is; so does one that stood at the agreement. A yes that was taken back is gone.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from facilitator.contributions import Contribution, Fields
from facilitator.people import Copying, CopyKind, People, Person, Safety
from facilitator.plans.line import Line
from facilitator.plans.page_one import keep_to_the_rule
from facilitator.plans.past_hurts import may_stand
from facilitator.plans.plan import Plan

_MAY_HEAR = "may_hear"
Held = TypeVar("Held")


def added_since(plan: Plan, contributions: Iterable[Contribution]) -> tuple[Line, ...]:
    """What was put beside that plan after it was agreed: somebody's own words, each as a line.

    Of the kinds that may be added later only, and only what says enough.
    """
    there = {line.id for line in plan.lines}
    return tuple(
        Line.of(one)
        for one in contributions
        if one.row.added_later and one.says_enough and may_stand(one) and one.id not in there
    )


def as_held(
    plan: Plan,
    people_now: People,
    added: tuple[Line, ...] = (),
    said: Iterable[Contribution] = (),
) -> Plan:
    """The plan with the safety of then and of now, and what was added beside it at its end.

    Restrictions and hidden items of both days count together. Parts, copying, telephone numbers
    and the yes to them, and whom a child can tell, are today's. Who joined since is there too;
    who is gone since is still named, and holds no copy. Page 1 is held to its rule again.
    ``said`` is what stands today of what was said: a line loses its place, or its name, where
    somebody took their yes back, and whoever may not hear it any more.
    """
    people = _people(plan.people, people_now)
    today = {one.id: one for one in said}
    lines = tuple(_with_todays_yes((*plan.lines, *added), today))
    kept, _ = keep_to_the_rule(lines, people)
    return replace(plan, people=people, lines=kept)


def _people(then: People, now: People) -> People:
    seats = [_today(one, now.find(one.id)) for one in then]
    joined = (one for one in now if then.find(one.id) is None)
    return People((*seats, *joined), _safety(then.safety, now.safety))


def _today(then: Person, now: Person | None) -> Person:
    """Somebody as the plan has them, with what is theirs to say today."""
    if now is None:
        nothing = Copying(kind=CopyKind.NONE)
        return replace(then, copying=nothing, phone="", phone_on_plan=False)
    return replace(
        then,
        role=now.role,
        attended=now.attended if now.is_left_out else then.attended,
        copying=now.copying,
        phone=now.phone,
        phone_on_plan=now.phone_on_plan,
        safe_adults=now.safe_adults,
        language=now.language,
    )


def _safety(then: Safety, now: Safety) -> Safety:
    return Safety(
        restrictions=_both(then.restrictions, now.restrictions),
        hidden_items=_both(then.hidden_items, now.hidden_items),
        arrangements=_both(then.arrangements, now.arrangements),
    )


def _both(then: tuple[Held, ...], now: tuple[Held, ...]) -> tuple[Held, ...]:
    return tuple(dict.fromkeys((*then, *now)))


def _with_todays_yes(lines: tuple[Line, ...], today: Mapping[str, Contribution]) -> Iterator[Line]:
    for line in lines:
        now = today.get(line.id)
        if now is None:
            yield line
        elif may_stand(now) and (heard := _heard_by(line, now)):
            yield replace(heard, name_shown=False) if now.name_shown is False else heard


def _heard_by(line: Line, now: Contribution) -> Line | None:
    """The line for those who may hear it by what was chosen then and by what is chosen now."""
    then, chosen = line.fields.ids(_MAY_HEAR), now.fields.ids(_MAY_HEAR)
    if not chosen:
        return line
    both = tuple(one for one in chosen if not then or one in then)
    # An empty choice would mean everybody. Nobody but who said it may hear what only they may.
    theirs = both or ((line.by,) if line.by else ())
    return (
        replace(line, fields=Fields({**line.fields.values, _MAY_HEAR: theirs})) if theirs else None
    )
