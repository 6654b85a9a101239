"""How each stop stands now, in a sentence. What is missing is named, and never a score."""

from collections.abc import Sized

from facilitator import days
from facilitator.agreeing import week_days
from facilitator.agreeing.opening import Opened
from facilitator.agreeing.reads import reads_of
from facilitator.agreeing.stop import State


def steps(opened: Opened) -> State:
    """Which steps sound like the family."""
    lines = opened.of_kind("action")
    if not lines:
        return State("There is no step yet.")
    heard = [opened.heard(one.said) for one in lines]
    so = sum(bool(one.now) for one in heard)
    anew = sum(bool(one.before and not one.now) for one in heard)
    if so == len(lines):
        return State("Every step sounds like us.", is_open=False)
    told = f"{so} of {len(lines)} sound like us." if so else _steps_to_read(len(lines))
    return State(f"{told} {anew} to read again, for the words changed." if anew else told)


def week(opened: Opened) -> State:
    """Whether the steps say on which days they come."""
    unsure = [one for one in opened.of_kind("action") if not week_days.is_sure(one.said)]
    if not unsure:
        return State("Each step says on which days it comes.", is_open=False)
    return State(f"{_counted(unsure, 'step does', 'steps do')} not say on which days.")


def wording(opened: Opened) -> State:
    """What still reads hard, or could be kinder."""
    reads = reads_of(opened)
    return State(reads.sentence, is_open=bool(reads.stops))


def bad_day(opened: Opened) -> State:
    """What the family does when something goes wrong."""
    lines = opened.of_kind("if_then")
    if not lines:
        return State("Nothing is said yet about a bad day.")
    nobody = [one for one in lines if not one.said.fields.ids("who")]
    if nobody:
        return State(f"{_counted(nobody, 'does', 'do')} not say whom to ring first.")
    return State(f"{_counted(lines, 'bad day is', 'bad days are')} thought through.", is_open=False)


def worries(opened: Opened) -> State:
    """Which worries, needs and bottom lines have a step."""
    about = opened.of_kind("worry", "need", "bottom_line")
    open_ones = [one for one in opened.draft.gaps if one.code.endswith("_open")]
    if not about:
        return State("No worry, need or bottom line was written down.", is_open=False)
    if open_ones:
        return State(f"{_counted(open_ones, 'has', 'have')} no step yet.")
    return State("Each worry, need and bottom line has an answer.", is_open=False)


def needs(opened: Opened) -> State:
    """What was done about what people need so that they can join in."""
    asked = [need for person in opened.people for need in person.needs]
    unmet = [one for one in asked if not one.met_by.strip()]
    if not asked:
        return State("Nobody asked for anything.", is_open=False)
    if unmet:
        return State(f"For {len(unmet)} of {len(asked)} we have not written what we did.")
    return State("We have written what we did about each one.", is_open=False)


def help_asked(opened: Opened) -> State:
    """Which requests have an answer."""
    asked = opened.of_kind("request")
    unanswered = [one for one in opened.draft.gaps if one.code.startswith("request_")]
    if not asked:
        return State("We asked for no help.", is_open=False)
    if unanswered:
        return State(f"{len(unanswered)} of {len(asked)} still need an answer.")
    return State("Each one has an answer.", is_open=False)


def differences(opened: Opened) -> State:
    """Where people do not agree, and what comes next."""
    lines = opened.of_kind("disagreement")
    if not lines:
        return State("Nothing is written here. Ask once more.", is_open=False)
    half = [
        one
        for one in lines
        if len(one.said.fields.each("views")) < 2 or not one.said.fields.words("next")  # noqa: PLR2004 - both sides
    ]
    if half:
        return State(f"{_counted(half, 'misses', 'miss')} a side, or what happens next.")
    return State("Both sides are written down, and what happens next.", is_open=False)


def keeper(opened: Opened) -> State:
    """Who looks after the plan."""
    line = next((one for one in opened.draft.lines if one.kind == "plan_keeper"), None)
    person = opened.people.find(line.by) if line else None
    if person is None:
        return State("Nobody is named yet.")
    return State(f"{person.short_name} looks after this plan.", is_open=False)


def meet_again(opened: Opened) -> State:
    """When the family meets again."""
    line = next((one for one in opened.draft.lines if one.kind == "meet_again"), None)
    day = line.fields.day("date") if line else None
    if line is None or day is None:
        return State("There is no day yet.")
    time = line.fields.words("time")
    when = days.day_and_time(day, time) if days.find_time(time) else days.day(day)
    place = line.fields.words("place").strip().rstrip(".")
    return State(f"{when}, {place}." if place else f"{when}.", is_open=False)


def _steps_to_read(many: int) -> str:
    return "1 step to read aloud." if many == 1 else f"{many} steps to read aloud."


def _counted(lines: Sized, one: str, many: str) -> str:
    return f"1 {one}" if len(lines) == 1 else f"{len(lines)} {many}"
