"""What will be done: the steps, who carries them, the goals, the what-ifs, what comes later."""

import re
from datetime import date

from facilitator.audits import counting
from facilitator.audits.audited import FAMILYS_SIDE, Audited
from facilitator.audits.evidence import Evidence, Suggestion
from facilitator.plans import Line

_TOO_MUCH_FOR_ONE = 0.6
_SHARED = 3
_NAMED_ENOUGH = 0.75
_MOST_GOALS = 4
_A_WEEK, _A_MONTH = 7, 31
_TIMES = ("this week", "this month", "later")
# What somebody says of a day that does not go well; kind words for it are in the list too.
_SLIP = re.compile(
    r"\b(slip\w*|set-?backs?|wobbl\w+|relaps\w+|(?:hard|bad|rough) (?:day|night|week)s?|stumbl\w+"
    r"|(?:does|do|did) not (?:go|work|happen)|(?:doesn|don|didn)['’]t (?:go|work|happen)"
    r"|goes? wrong|went wrong|starts? again|try again)\b",
    re.IGNORECASE,
)


def clear_steps(audited: Audited) -> Suggestion:
    """Q7: the share of steps with a name and a day, and nothing vague in them."""
    steps = audited.lines("action")
    clear = {one.id for one in counting.clear_steps(audited)}
    part = counting.share(clear, steps)
    told = counting.of(clear, steps, "step", "steps").capitalize()
    why = f"{told} with who and when, and nothing vague."
    level = sum(part >= least for least in (0.5, 0.8, 0.95)) if steps else 0
    left = [one for one in steps if one.id not in clear]
    return Suggestion(level, why, audited.quoted(left or steps))


def shared_load(audited: Audited) -> Suggestion:
    """Q8: how many people carry the steps, and whether the family's leans on one of them.

    A service's steps are counted as help, never against the family's share; see decision 24.
    """
    steps = audited.lines("action")
    holders = counting.holding(steps)
    own = [step for step in steps if step.fields.words("kind") != "service"]
    family = {one.id for one in audited.people if one.role in FAMILYS_SIDE}
    load = {who: n for who, n in counting.holding(own).items() if who in family}
    largest = counting.share(max(load.values(), default=0), sum(load.values()))
    named = counting.share([step for step in own if step.fields.ids("who")], own)
    asked = audited.lines("request")
    answered = [one for one in asked if _is_answered(one)]
    why = (
        f"{len(holders)} people hold a step, {len(load)} of them of the family's side. The most"
        f" that one of these carries is {largest:.0%}. {named:.0%} of the family's steps have a"
        f" name. Help asked for: {counting.of(answered, asked, 'request', 'requests')} with an"
        " answer that says enough."
    )
    if len(holders) < 2:  # noqa: PLR2004 -- nobody, or one
        level = 0
    elif largest > _TOO_MUCH_FOR_ONE or not load or named < _NAMED_ENOUGH:
        level = 1
    else:
        level = 3 if len(holders) >= _SHARED and len(answered) == len(asked) else 2
    return Suggestion(level, why, audited.quoted((*steps, *asked)))


def good_outcomes(audited: Audited) -> Suggestion:
    """Q9: goals with a sign that can be seen or heard, a start, and a child they are for."""
    goals = audited.lines("goal")
    children = {one.id for one in audited.people.children}
    signed = [one for one in goals if one.fields.words("sign").strip()]
    whole = [
        one
        for one in signed
        if _has_a_start(one) and (not children or children.intersection(one.fields.ids("for")))
    ]
    why = (
        f"{counting.of(signed, goals, 'goal', 'goals').capitalize()} with a sign that can be seen"
        f" or heard; {len(whole) or 'none'} also with where we start, and for which child. Up to"
        " four can be kept in mind."
    )
    if not signed:
        level = 0
    elif len(signed) < len(goals):
        level = 1
    else:
        level = 3 if len(whole) == len(goals) <= _MOST_GOALS else 2
    return Suggestion(level, why, audited.quoted(goals))


def what_ifs(audited: Audited) -> Suggestion:
    """Q10: what the family does on a bad day: whom to ring first and next, 999, a safe grown-up."""
    lines = audited.lines("if_then")
    both = [one for one in lines if _first_and_second(one)]
    harm = [one for one in audited.lines("worry") if one.fields.is_yes("serious")]
    has_999 = any("999" in text for one in lines for text in one.texts)
    day = audited.meeting.held_on
    children = audited.people.children
    safe = [one for one in children if audited.people.safe_adults_of(one, day)]
    why = (
        f"{counting.of(both, lines, 'what-if', 'what-ifs').capitalize()} with a first and a second"
        f" person. 999 is {'there' if has_999 else 'not there'}. A safe grown-up for"
        f" {counting.of(safe, children, 'child', 'children')}."
    )
    if not lines:
        level = 0
    elif not both:
        level = 1
    else:
        enough = len(both) == len(lines) > 1 and len(safe) == len(children)
        level = 3 if enough and (has_999 or not harm) else 2
    grown_ups = tuple(
        Evidence(
            line=f"people.{one.id}.safe_adults",
            kind="safe grown-up",
            quote=", ".join(adult.short_name for adult in audited.people.safe_adults_of(one, day)),
        )
        for one in safe
    )
    return Suggestion(level, why, (*audited.quoted(lines), *grown_ups))


def patience(audited: Audited) -> Suggestion:
    """Q20: what keeps them going, steps that do not all start at once, what to do after a slip."""
    lines = audited.lines("keep_going")
    slips = [one for one in (*lines, *audited.lines("if_then")) if _is_of_a_slip(one)]
    times = _times(audited)
    why = (
        f"What keeps them going: {len(lines) or 'nothing'} written. Steps start"
        f" {', '.join(one for one in _TIMES if one in times) or 'on no day'}."
        f" {'Something' if slips else 'Nothing'} is said about what to do after a slip."
    )
    if not (lines or slips):
        level = 0
    else:
        level = 3 if lines and slips and _TIMES[0] in times and len(times) > 1 else 2
    return Suggestion(level, why, audited.quoted((*lines, *slips)))


def _is_answered(request: Line) -> bool:
    """Yes; no with the reason; not yet with the day of the answer."""
    answer = request.fields.words("answer")
    needed = {
        "yes": True,
        "no": request.fields.words("reason"),
        "not_yet": request.fields.day("by"),
    }
    return bool(needed.get(answer))


def _has_a_start(goal: Line) -> bool:
    return any(goal.fields.number(key) is not None for key in ("score_start", "score_now"))


def _first_and_second(line: Line) -> bool:
    first, second = line.fields.ids("who"), line.fields.ids("second")
    return bool(first and second) and first != second


def _is_of_a_slip(line: Line) -> bool:
    text = line.fields.words("if") if line.kind == "if_then" else line.words
    return bool(_SLIP.search(text))


def _times(audited: Audited) -> set[str]:
    """In which of this week, this month and later a step starts."""
    starts = (step.fields.day("start") for step in audited.lines("action"))
    return {_when(day, audited.meeting.held_on) for day in starts if day}


def _when(day: date, meeting: date) -> str:
    after = (day - meeting).days
    return _TIMES[(after > _A_WEEK) + (after > _A_MONTH)]
