"""From a copy to what its paper shows."""

from datetime import timedelta

from facilitator import days
from facilitator.copies import Copy
from facilitator.paper import inside
from facilitator.paper.phrases import Names, on_day, when
from facilitator.paper.view import FrontPage, MeetAgain, Paper, Row, Safe, Step, StepGroup
from facilitator.paper.view_words import Said
from facilitator.people import CopyKind
from facilitator.plans import Line

_MONTH = timedelta(days=31)
_GROUPS = ("this_week", "this_month", "later", "no_day")


def present(copy: Copy, *, practice: bool = False) -> Paper:
    """What one copy's paper shows; nothing but a copy can be put on paper."""
    if not isinstance(copy, Copy):
        raise TypeError("Paper is made from a Copy: Copy.for_reader(plan, person_id).")
    names, plan = Names.of_plan(copy.plan), copy.plan
    groups = _step_groups(copy, names)
    title = plan.first("title")
    return Paper(
        kind=copy.kind.value,
        reader=copy.reader.short_name,
        lang=plan.meeting.languages[0] if plan.meeting.languages else "en",
        title=title.words if title else "",
        version=plan.version,
        day=days.day(plan.agreed_on),
        short_day=on_day(plan.agreed_on, plan.agreed_on),
        code=plan.code,
        made_on=plan.agreed_on,
        practice=practice,
        front=_front(copy, names),
        steps=groups,
        attended=inside.attended(copy) if copy.lists.attended else None,
        holders=inside.holders(copy),
        words_explained=tuple((one.word, one.meaning) for one in copy.words_explained),
        log_mark=plan.log_mark,
        kept_for=plan.kept_for,
        own_needs=tuple(
            (need.need, need.met_by) for need in copy.reader.needs if need.met_by.strip()
        ),
        **inside.sections(copy, names, tuple(step for group in groups for step in group.steps)),
    )


def _front(copy: Copy, names: Names) -> FrontPage:
    page, plan = copy.page_one, copy.plan
    rows = page.rows
    if copy.kind is CopyKind.CHILD:
        rows = tuple(line for line in plan.of("action"))
    statement = Said(page.statement, lang=page.statement_lang) if page.statement else None
    keeper = plan.first("plan_keeper")
    return FrontPage(
        title=page.title,
        statement=statement,
        rows=tuple(_row(line, names, copy) for line in rows),
        ring=tuple(ring for one in page.ring if (ring := names.ring(one.id))),
        safe=_safe(copy, names),
        meet_again=_meet_again(copy, names),
        keeper=names.ring(keeper.by) if keeper else None,
    )


def _row(line: Line, names: Names, copy: Copy) -> Row:
    return Row(
        when=when(line, copy.made_on),
        who=names.all_of(line.fields.ids("who")),
        what=names.said(line),
    )


def _safe(copy: Copy, names: Names) -> tuple[Safe, ...]:
    """Whom the children can tell; said once where it is the same for all of them."""
    children = copy.plan.people.children
    if copy.kind is CopyKind.CHILD:
        children = (copy.reader,)
    told = [
        Safe(child.short_name, " or ".join(filter(None, map(names.of, child.safe_adults))))
        for child in children
        if child.safe_adults
    ]
    if len({one.grown_ups for one in told}) == 1:
        return (Safe("", told[0].grown_ups),)
    return tuple(told)


def _meet_again(copy: Copy, names: Names) -> MeetAgain | None:
    line = copy.plan.first("meet_again")
    day = line.fields.day("date") if line else None
    if line is None or day is None:
        return None
    time = line.fields.words("time")
    return MeetAgain(
        day=days.day(day),
        time=days.time_of_day(time) if time else "",
        place=copy.page_one.place,
        who=names.all_of(line.fields.ids("who")),
    )


def _step_groups(copy: Copy, names: Names) -> tuple[StepGroup, ...]:
    """The steps by when they begin, numbered through."""
    if copy.kind is CopyKind.CHILD:
        return ()
    by_group: dict[str, list[Line]] = {group: [] for group in _GROUPS}
    for line in copy.plan.of("action"):
        by_group[_group(line, copy)].append(line)
    groups, number = [], 0
    for group, lines in by_group.items():
        steps = []
        for line in lines:
            number += 1
            steps.append(_step(number, line, names, copy))
        if steps:
            groups.append(StepGroup(group, tuple(steps)))
    return tuple(groups)


def _group(line: Line, copy: Copy) -> str:
    day = line.fields.day("start") or line.fields.day("due")
    if day is None:
        return "no_day"
    if day < copy.made_on or days.in_week(day, copy.made_on):
        return "this_week"
    return "this_month" if day <= copy.made_on + _MONTH else "later"


def _step(number: int, line: Line, names: Names, copy: Copy) -> Step:
    return Step(
        number=number,
        line=line.id,
        answers=line.answers,
        who=names.all_of(line.fields.ids("who")),
        what=names.said(line),
        when=when(line, copy.made_on),
        checks=names.all_of(line.fields.ids("checked_by")),
        is_service=line.fields.words("kind") == "service",
    )
