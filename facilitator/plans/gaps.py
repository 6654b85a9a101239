"""What a draft does not say yet, each in a plain sentence.

No gap keeps a family from its paper: every one is printed under "Still to sort out", with room
to write who comes back and by when, and stays on the supervisor's list until it is answered.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from facilitator.contributions import Contribution
from facilitator.meetings import Meeting
from facilitator.people import Attendance, People, Person, Role
from facilitator.plans.line import Line

_OPEN_LINE = {
    "worry": "No step answers this worry yet:",
    "need": "No step meets this need yet:",
    "bottom_line": "This must be in the plan, and no step does it yet:",
}


@dataclass(frozen=True, kw_only=True)
class Gap:
    """One thing still to sort out.

    ``about`` holds the ids of the lines it is about, ``person`` the person it is private to or
    asks something of ("" for nobody). ``words`` are the words of the line it quotes.
    """

    code: str
    sentence: str
    about: tuple[str, ...] = ()
    person: str = ""
    words: str = ""

    def __str__(self) -> str:
        return f"{self.sentence} “{self.words}”" if self.words else self.sentence


@dataclass(frozen=True)
class _Look:
    """A draft being looked at: everything that a rule for gaps may ask."""

    meeting: Meeting
    people: People
    lines: tuple[Line, ...]
    answered: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        answers = (
            line for line in self.lines if line.kind == "action" or _somebody_comes_back(line)
        )
        answered = frozenset(line_id for line in answers for line_id in line.answers)
        object.__setattr__(self, "answered", answered)

    def of(self, *kinds: str) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.kind in kinds)


def _somebody_comes_back(line: Line) -> bool:
    """Whether it says who finds out, and by when: so it stands under "Still to sort out"."""
    who_and_when = line.fields.ids("who") and line.fields.day("by")
    return line.kind == "unknown" and bool(who_and_when)


def find_gaps(meeting: Meeting, people: People, lines: tuple[Line, ...]) -> tuple[Gap, ...]:
    """Every gap of a draft, steps first, in the order in which the paper is read."""
    look = _Look(meeting, people, lines)
    rules = (_steps, _open_lines, _requests, _unknowns, _old_steps, _children, _needs, _answers)
    return tuple(gap for rule in (*rules, _keeping) for gap in rule(look))


def not_yet_lines(
    said: tuple[Contribution, ...], second: tuple[Contribution, ...]
) -> Iterator[Gap]:
    """What was said and can't be a line yet, counted. These gaps quote none of it.

    ``second`` is what would stand where the plan has room for one, and another one stands.
    """
    unsorted = tuple(one.id for one in said if one.kind == "unsorted")
    unfinished = tuple(
        one.id for one in (*said, *second) if one.kind != "unsorted" and not one.says_enough
    )
    if unsorted:
        what = _counted(unsorted, "thing that was said is", "things that were said are")
        yield Gap(code="unsorted", sentence=f"{what} not sorted yet.", about=unsorted)
    if unfinished:
        what = _counted(unfinished, "line is", "lines are")
        yield Gap(code="unfinished", sentence=f"{what} not finished yet.", about=unfinished)
    for kind in dict.fromkeys(one.row for one in second if one.says_enough):
        ids = tuple(one.id for one in (*second, *said) if one.kind == kind.key and one.says_enough)
        sentence = (
            f"“{kind.label}” was said {len(ids)} times, and the plan holds it once: the last."
        )
        yield Gap(code="said_twice", sentence=sentence, about=ids)


def _counted(ids: tuple[str, ...], one: str, many: str) -> str:
    return f"1 {one}" if len(ids) == 1 else f"{len(ids)} {many}"


def _quote(code: str, sentence: str, line: Line, person: str = "") -> Gap:
    return Gap(code=code, sentence=sentence, about=(line.id,), person=person, words=line.words)


def _steps(look: _Look) -> Iterator[Gap]:
    steps = look.of("action")
    if not steps:
        yield Gap(code="no_steps", sentence="We have not written any steps yet.")
    for step in steps:
        if not step.fields.ids("who"):
            yield _quote("step_who", "Nobody is named for this step yet:", step)
        if not (step.fields.day("start") or step.fields.day("due")):
            yield _quote("step_when", "This step has no day yet:", step)


def _open_lines(look: _Look) -> Iterator[Gap]:
    for line in look.of("bottom_line", "worry", "need"):
        if line.id not in look.answered:
            yield _quote(f"{line.kind}_open", _OPEN_LINE[line.kind], line)


def _requests(look: _Look) -> Iterator[Gap]:
    for request in look.of("request"):
        answer = request.fields.words("answer")
        asked = next(iter(request.fields.ids("of")), "")
        if not answer:
            yield _quote("request_answer", "Nobody has answered this yet:", request, asked)
        elif answer == "not_yet" and not request.fields.day("by"):
            yield _quote("request_day", "This answer has no day yet:", request, asked)
        elif answer == "no" and not request.fields.words("reason"):
            yield _quote("request_reason", "This was a no, with no reason yet:", request, asked)


def _unknowns(look: _Look) -> Iterator[Gap]:
    for unknown in look.of("unknown"):
        if not unknown.fields.ids("who"):
            yield _quote("unknown_who", "Nobody is named to find this out yet:", unknown)
        elif not unknown.fields.day("by"):
            yield _quote("unknown_when", "There is no day yet for finding this out:", unknown)


def _old_steps(look: _Look) -> Iterator[Gap]:
    for step in look.of("old_step"):
        if not step.fields.words("result"):
            yield _quote("old_step_result", "We have not said how this went:", step)


def _children(look: _Look) -> Iterator[Gap]:
    views = look.of("child_view")
    heard = {view.by for view in views if view.words or view.fields.words("could_not")}
    for child in look.people.children:
        name = child.short_name
        if child.id not in heard:
            yield Gap(
                code="child_unheard",
                sentence=f"We have not heard from {name} yet.",
                person=child.id,
            )
        if not look.people.safe_adults_of(child, look.meeting.held_on):
            yield Gap(
                code="no_safe_adult",
                sentence=f"We have not named a safe grown-up for {name} yet.",
                person=child.id,
            )


def _needs(look: _Look) -> Iterator[Gap]:
    for person in look.people:
        for need in person.needs:
            if not need.met_by.strip():
                yield Gap(
                    code="need_unmet",
                    sentence="You asked for this, and we have not written what we did:",
                    person=person.id,
                    words=need.need,
                )


def _answers(look: _Look) -> Iterator[Gap]:
    said = {answer.by for answer in look.of("answer")}
    for person in look.people:
        if person.role in (Role.FAMILY, Role.TEAM) and _was_there(person) and person.id not in said:
            yield Gap(
                code="no_answer",
                sentence=f"{person.short_name} has not said yes, partly or no yet.",
                person=person.id,
            )
    if any(one.fields.words("answer") for one in look.of("referrer_answer")):
        return
    for person in look.people:
        if person.role is Role.REFERRER:
            yield Gap(
                code="no_referrer_answer",
                sentence=f"{person.short_name} has not said yes, no or not yet.",
                person=person.id,
            )


def _was_there(person: Person) -> bool:
    took_part = person.attended.took_part or person.attended is Attendance.WROTE
    return took_part and (not person.stages or "agree" in person.stages)


def _keeping(look: _Look) -> Iterator[Gap]:
    if not look.of("plan_keeper"):
        yield Gap(code="no_plan_keeper", sentence="Nobody is named to look after this plan yet.")
    if not any(one.fields.day("date") for one in look.of("meet_again")):
        yield Gap(code="no_review", sentence="We have not set a day to meet again yet.")
