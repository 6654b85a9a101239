"""How it was held and kept: in time, private, looked at again, in kind words, in safe hands."""

from collections import Counter

from facilitator import days
from facilitator.audits import counting, gates
from facilitator.audits.audited import FAMILY, Audited
from facilitator.audits.evidence import Evidence, Suggestion
from facilitator.meetings import StageTime
from facilitator.people import CopyKind, Person, Role
from facilitator.plain_language import Level, Reason

_SOON, _IN_TIME, _LATE = 2, 5, 10
_FIRST_WEEK = 7
_YES_TO_MEETING = 56
_REVIEW_BY = 84
_SHORT_MINUTES = 15
_MOST_STOPS, _MOST_ASKS = 3, 3
_PRIVATE = ("family_group_conference", "review")
_HURTS = (Reason.BLAME, Reason.LABEL, Reason.COLD, Reason.MINIMISING)
_USUALLY_HOLD = (Role.FAMILY, Role.CHILD, Role.TEAM, Role.REFERRER, Role.WORKER)
_MOST = 0.8


def timely(audited: Audited) -> Suggestion:
    """Q11: days from the meeting to the family's paper, to the first step, and before it."""
    given = counting.days_after_meeting(audited, audited.meeting.plan_given_on)
    first = counting.days_after_meeting(audited, counting.first_start(audited))
    waited = counting.days_after_meeting(audited, audited.accepted_on)
    if given is None or given < 0:
        return Suggestion(0, "The day on which the family got its plan is not written down.")
    slow = (first or 0) > _FIRST_WEEK or -(waited or 0) > _YES_TO_MEETING
    level = max(0, sum(given <= most for most in (_LATE, _IN_TIME, _SOON)) - slow)
    why = (
        f"The family had its plan {given} days after the meeting."
        f" {_day_said('The first step starts', first)}"
        f" {_day_said('The yes to meeting came', waited)}"
    )
    known = {"plan_given_date": audited.meeting.plan_given_on, "accepted_date": audited.accepted_on}
    evidence = tuple(
        Evidence(line=f"meeting.{key}", kind="meeting", quote=days.day(on))
        for key, on in known.items()
        if on
    )
    start = counting.first_start(audited)
    steps = (one for one in audited.lines("action") if start and one.fields.day("start") == start)
    return Suggestion(level, why, (*evidence, *audited.quoted(steps)))


def looked_at_again(audited: Audited) -> Suggestion:
    """Q12: the day, time, place and people of the review, and a result for every old step.

    How many steps have a checker is shown in the plan, and not counted here; see decision 24.
    """
    again = next(iter(audited.lines("meet_again")), None)
    after = counting.days_after_meeting(audited, counting.review_day(audited))
    old = audited.lines("old_step")
    told = [one for one in old if one.fields.words("result")]
    why = (
        f"{_day_said('They meet again', after)} A result for"
        f" {counting.of(told, old, 'old step', 'old steps')}, the service's own among them."
        if old
        else f"{_day_said('They meet again', after)} There was no old step."
    )
    quoted = audited.quoted((*((again,) if again else ()), *old))
    if again is None or after is None or (old and not told):
        return Suggestion(0, why, quoted)
    if not 0 < after <= _REVIEW_BY or len(told) < len(old):
        return Suggestion(1, why, quoted)
    who = again.fields.ids("who")
    family = [one for one in audited.with_roles(*FAMILY) if one.id in who]
    place = again.fields.words("time").strip() and again.fields.words("place").strip()
    if not who:
        return Suggestion(1, why, quoted)
    return Suggestion(3 if place and family else 2, why, quoted)


def kind_words(audited: Audited) -> Suggestion:
    """Q16: words of blame, labels, cold words, and words that make harm look small."""
    if not audited.reading.words:
        return Suggestion(None, "Nothing in it is in English, and the list of words is.")
    hurting = {
        line_id: [one for one in found if one.reason in _HURTS]
        for line_id, found in audited.findings.items()
    }
    counts = Counter(one.level for found in hurting.values() for one in found)
    stops, asks = counts[Level.STOP], counts[Level.ASK]
    why = f"Words that may hurt: {stops} to change, {asks} to think about."
    if stops:
        level = 0 if stops > _MOST_STOPS else 1
    else:
        level = 1 if asks > _MOST_ASKS else 2 + (asks <= 1)
    lines = [one for one in audited.plan.lines if hurting.get(one.id)]
    return Suggestion(level, why, audited.quoted(lines))


def process_kept(audited: Audited) -> Suggestion:
    """Q17: whether private time was held and left alone, and people were prepared."""
    if audited.meeting.is_team_circle:
        return Suggestion(None, "A team circle has no private family time.")
    spells = [one for one in audited.meeting.stages if one.stage == "private"]
    lengths = [length for one in spells if (length := _minutes(one)) is not None]
    minutes = sum(lengths)
    prepared = [one for one in audited.meeting.stages if one.stage == "prepare"]
    needed = audited.meeting.kind in _PRIVATE
    alone = not gates.is_private_time_broken(audited)
    why = (
        f"{f'{minutes} minutes' if lengths else 'No length'} of private family time in the stage"
        f" log. {_whose(audited)} People {'were' if prepared else 'were not'} prepared before the"
        " day."
    )
    if not alone or (needed and not spells):
        level = 0
    elif needed and lengths and minutes < _SHORT_MINUTES:
        level = 1
    else:
        level = 3 if prepared else 2
    log = tuple(
        Evidence(
            line=f"meeting.stages.{at}",
            kind="stage log",
            quote=f"{one.stage}, {one.start} to {one.end}" if one.start else one.stage,
        )
        for at, one in enumerate(audited.meeting.stages)
    )
    return Suggestion(level, why, log)


def copies_and_privacy(audited: Audited) -> Suggestion:
    """Q19: who holds which copy, how and when, or why not; and whether anything hidden shows."""
    leaks = audited.breaches
    due = [one for one in audited.people if _is_to_hold(one)]
    held = [one for one in due if _is_in_register(one, audited)]
    family = [one for one in due if one.role in FAMILY]
    of_family = [one for one in held if one.role in FAMILY]
    part = counting.share(held, due)
    why = (
        f"{counting.of(held, due, 'person', 'people').capitalize()} with a row that says which"
        f" copy, how and when, or why not. {' '.join(leaks) or 'Nothing hidden is in a copy.'}"
    )
    if leaks or part < 1 / 2 or counting.share(of_family, family) < 1 / 2:
        level = 0
    else:
        level = 1 + (part >= _MOST) + (part >= 1)
    return Suggestion(level, why, tuple(_row(one, audited) for one in due))


def _whose(audited: Audited) -> str:
    """Whose private time it was, by facts alone."""
    if audited.written_in_private:
        return "Something that was said there was written down."
    if counting.somebody_stayed(audited):
        return "Somebody of the office was there."
    return "The family had it to itself."


def _day_said(what: str, after: int | None) -> str:
    if after is None:
        return f"{what} on no day that is written down."
    if after == 0:
        return f"{what} on the day of the meeting."
    count = f"{abs(after)} day{'' if abs(after) == 1 else 's'}"
    return f"{what} {count} {'after' if after > 0 else 'before'} the meeting."


def _minutes(spell: StageTime) -> int | None:
    """How long it took, None where the log does not say."""
    start, end = days.find_time(spell.start), days.find_time(spell.end)
    if start is None or end is None:
        return spell.minutes
    return (end.hour - start.hour) * 60 + end.minute - start.minute


def _is_to_hold(person: Person) -> bool:
    if person.is_left_out:
        return False
    return person.role in _USUALLY_HOLD or person.copy_kind is not CopyKind.NONE


def _is_in_register(person: Person, audited: Audited) -> bool:
    copying = person.copying
    if copying is None or copying.kind is CopyKind.NONE:
        return bool(audited.why_no_copy.get(person.id, "").strip())
    return bool(copying.form and copying.how and copying.on)


def _row(person: Person, audited: Audited) -> Evidence:
    copying = person.copying
    if copying is None or copying.kind is CopyKind.NONE:
        said = f"no copy: {audited.why_no_copy.get(person.id) or 'no reason is written'}"
    else:
        on = days.day(copying.on) if copying.on else "no day"
        said = f"{copying.form or 'no form'}, {copying.how or 'no way'}, {on}"
    return Evidence(line=f"people.{person.id}.copy", kind="copy", quote=said)
