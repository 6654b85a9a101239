"""The pages inside: each section of the plan, from the lines that the reader may see."""

from collections.abc import Iterator
from typing import Any

from facilitator import days
from facilitator.copies import Copy
from facilitator.paper.phrases import Names, introduced, on_day
from facilitator.paper.view import Attended, ChildSaid, Goal, Holder, Sent, Step, Talked
from facilitator.paper.view_agreed import (
    Answer,
    Asked,
    Disagreement,
    IfThen,
    NotSaid,
    OldStep,
    Reading,
    Telling,
    ToSort,
)
from facilitator.paper.view_words import Said
from facilitator.people import Attendance, Copying, Person, Role
from facilitator.plans import Line, Plan

# The sections that print these have room beside the words for "That's not what I said".
_WITH_ROOM_BESIDE = frozenset(
    """statement love_line old_step child_view family_view agreement hope strength need worry
    bottom_line question sent_words goal action request if_then keep_going meet_sooner""".split()
)
_AWAY = (Attendance.INVITED_ABSENT, Attendance.NOT_ATTENDING)


def sections(copy: Copy, names: Names, steps: tuple[Step, ...]) -> dict[str, Any]:
    """Every section by its name in `Paper`, the empty ones too: the template leaves them out."""
    look = _Inside(copy, names, steps)
    return {
        "statement": next(iter(look.said("statement")), None),
        "love_lines": look.said("love_line"),
        "old_steps": look.old_steps(),
        "children": look.children("child_view"),
        "other_views": look.children("family_view"),
        "beginning": look.words("beginning"),
        "agreements": look.said("agreement"),
        "hopes": look.said("hope"),
        "strengths": look.talked("strength"),
        "needs": look.talked("need"),
        "worries": look.talked("worry"),
        "bottom_lines": look.talked("bottom_line"),
        "questions": look.said("question"),
        "if_no_plan": look.words("if_no_plan"),
        "sent_words": look.sent_words(),
        "goals": look.goals(),
        "keep_going": look.said("keep_going"),
        "meet_sooner": look.said("meet_sooner"),
        **_agreeing(copy, names),
    }


class _Inside:
    """One copy being laid out."""

    def __init__(self, copy: Copy, names: Names, steps: tuple[Step, ...]) -> None:
        self.plan, self.names, self.steps = copy.plan, names, steps
        self.by_line = {step.line: step for step in steps}

    def words(self, kind: str) -> str:
        return "\n".join(line.words for line in self.plan.of(kind))

    def said(self, kind: str) -> tuple[Said, ...]:
        return tuple(self.names.said(line) for line in self.plan.of(kind) if line.words)

    def talked(self, kind: str) -> tuple[Talked, ...]:
        return tuple(
            Talked(self.names.said(line), line.fields.words("reason"), self._answering(line))
            if "reason" in line.fields
            else Talked(self.names.said(line), steps=self._answering(line))
            for line in self.plan.of(kind)
        )

    def _answering(self, line: Line) -> tuple[int, ...]:
        return tuple(step.number for step in self.steps if line.id in step.answers)

    def children(self, kind: str) -> tuple[ChildSaid, ...]:
        return tuple(self._child(line) for line in self.plan.of(kind))

    def _child(self, line: Line) -> ChildSaid:
        child = self.plan.people.find(line.by)
        return ChildSaid(
            child=child.short_name if child else line.fields.words("from"),
            said=self.names.said(line),
            how=line.fields.words("how"),
            day=on_day(line.fields.day("date"), self.plan.agreed_on),
            steps=tuple(self.by_line[one] for one in line.answers if one in self.by_line),
            could_not=line.fields.words("could_not"),
            safe=self.names.all_of(child.safe_adults) if child else "",
        )

    def sent_words(self) -> tuple[Sent, ...]:
        return tuple(
            Sent(
                said=self.names.said(line),
                how=line.fields.words("how"),
                day=on_day(line.fields.day("date"), self.plan.agreed_on),
            )
            for line in self.plan.of("sent_words")
            if line.words
        )

    def goals(self) -> tuple[Goal, ...]:
        return tuple(
            Goal(
                said=self.names.said(line),
                sign=line.fields.words("sign"),
                score=line.fields.number("score_now"),
                steps=self._answering(line),
            )
            for line in self.plan.of("goal")
        )

    def old_steps(self) -> tuple[OldStep, ...]:
        return tuple(
            OldStep(
                what=self.names.said(line),
                result=line.fields.words("result"),
                keep=line.fields.words("keep"),
                note=line.fields.words("note"),
            )
            for line in self.plan.of("old_step")
        )


def _agreeing(copy: Copy, names: Names) -> dict[str, Any]:
    plan = copy.plan
    return {
        "asked": tuple(_asked(line, copy, names) for line in plan.of("request")),
        "if_thens": tuple(_if_then(line, names) for line in plan.of("if_then")),
        "disagreements": tuple(_disagreement(line, names) for line in plan.of("disagreement")),
        "own_views": tuple(names.said(line) for line in plan.of("own_view")),
        "not_said": tuple(_not_said(plan, names)),
        "readings": tuple(_reading(line, copy, names) for line in plan.of("reading")),
        "to_sort": _to_sort(copy, names),
        "answers": tuple(_answer(line, copy, names, "agrees") for line in plan.of("answer")),
        "referrer": next(
            (
                _answer(line, copy, names, "answer")
                for line in plan.of("referrer_answer")
                if line.fields.words("answer")
            ),
            None,
        ),
        "tellings": tuple(
            Telling(
                line.words,
                names.all_of(line.fields.ids("by")),
                on_day(line.fields.day("date"), plan.agreed_on),
            )
            for line in plan.of("telling")
        ),
    }


def _asked(line: Line, copy: Copy, names: Names) -> Asked:
    return Asked(
        what=names.said(line),
        of=names.all_of(line.fields.ids("of")),
        answer=line.fields.words("answer"),
        reason=line.fields.words("reason"),
        by=on_day(line.fields.day("by"), copy.made_on),
        decides=line.fields.words("decides"),
    )


def _if_then(line: Line, names: Names) -> IfThen:
    first, second = (next(iter(line.fields.ids(key)), "") for key in ("who", "second"))
    return IfThen(line.fields.words("if"), names.said(line), names.ring(first), names.ring(second))


def _disagreement(line: Line, names: Names) -> Disagreement:
    views = tuple(
        Said(str(view.get("text") or ""), names.of(str(view.get("by") or "")))
        for view in line.fields.each("views")
    )
    return Disagreement(line.words, views, line.fields.words("next"))


def _to_sort(copy: Copy, names: Names) -> tuple[ToSort, ...]:
    unknown = tuple(
        ToSort(
            sentence="",
            words=names.said(line),
            who=names.all_of(line.fields.ids("who")),
            by=on_day(line.fields.day("by"), copy.made_on),
        )
        for line in copy.plan.of("unknown")
    )
    gaps = tuple(
        ToSort(
            sentence=gap.sentence,
            words=Said(gap.words) if gap.words else None,
            who=names.of(gap.person) if gap.code.startswith("request") else "",
        )
        for gap in copy.plan.gaps
        if not gap.code.startswith("unknown")
    )
    return (*unknown, *gaps)


def _answer(line: Line, copy: Copy, names: Names, key: str) -> Answer:
    person = copy.plan.people.find(line.by)
    return Answer(
        name=person.short_name if person else "",
        answer=line.fields.words(key),
        words=line.words,
        day=on_day(line.fields.day("date"), copy.made_on),
        by=on_day(line.fields.day("answer_by"), copy.made_on),
        is_child=person is not None and person.role is Role.CHILD,
        decides=line.fields.words("decides"),
        through=names.all_of(line.fields.ids("through")),
    )


def _reading(line: Line, copy: Copy, names: Names) -> Reading:
    time, day = line.fields.words("time"), line.fields.day("date")
    return Reading(
        to=names.of(line.by),
        language=line.words,
        by=names.all_of(line.fields.ids("interpreter")),
        time=days.time_of_day(time) if time else "",
        day=on_day(day, copy.made_on) if day != copy.made_on else "",
    )


def _not_said(plan: Plan, names: Names) -> Iterator[NotSaid]:
    """What was put beside lines that are printed without a place beside their words."""
    for line_id, several in names.beside.items():
        about = next((line for line in plan.lines if line.id == line_id), None)
        if about is not None and about.kind not in _WITH_ROOM_BESIDE:
            for one in several:
                yield NotSaid(about.words or about.row.label, names.said(one))
    for one in plan.of("not_said"):
        if not one.fields.ids("about"):
            yield NotSaid("", names.said(one))


def attended(copy: Copy) -> Attended:
    """Who was there; nobody who was kept out is listed."""

    def who(*how: Attendance) -> tuple[str, ...]:
        return tuple(introduced(one) for one in copy.lists.attended if one.attended in how)

    return Attended(
        in_room=who(Attendance.IN_ROOM),
        on_the_line=who(Attendance.BY_PHONE, Attendance.BY_VIDEO),
        wrote=who(Attendance.WROTE),
        could_not_come=who(*_AWAY),
    )


def holders(copy: Copy) -> tuple[Holder, ...]:
    """Who gets this plan, as far as this reader may know."""
    return tuple(_holder(one, copy) for one in copy.lists.holders)


def _holder(person: Person, copy: Copy) -> Holder:
    chosen = person.copying or Copying(kind=person.copy_kind)
    return Holder(
        name=person.short_name,
        kind=person.copy_kind.value,
        form=chosen.form,
        how=chosen.how,
        day=on_day(chosen.on, copy.made_on),
    )
