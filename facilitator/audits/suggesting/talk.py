"""What was talked about: the three columns, facts, what must be in the plan, what is not known."""

from facilitator.audits import counting
from facilitator.audits.audited import FAMILYS_SIDE, OFFICE, Audited
from facilitator.audits.evidence import Suggestion
from facilitator.people import Role

_COLUMNS = ("strength", "need", "worry")
_MUCH_TOO_LARGE, _TOO_LARGE, _LARGE = 0.7, 0.6, 0.45


def balance(audited: Audited) -> Suggestion:
    """Q3: how many lines each column has, the share of the largest, and who said them."""
    columns = {kind: audited.lines(kind) for kind in _COLUMNS}
    counts = [len(lines) for lines in columns.values()]
    largest = counting.share(max(counts), sum(counts))
    heard = all(
        any(audited.is_by(one, FAMILYS_SIDE) for one in lines) for lines in columns.values()
    )
    why = (
        f"Strengths, needs, worries: {counts[0]}, {counts[1]}, {counts[2]}. The largest holds"
        f" {largest:.0%} of them. The family"
        f" {'said some' if heard else 'did not say some'} of each."
    )
    if min(counts) == 0 or largest > _MUCH_TOO_LARGE:
        level = 0
    elif min(counts) == 1 or largest > _TOO_LARGE:
        level = 1
    else:
        level = 3 if largest <= _LARGE and heard else 2
    return Suggestion(
        level, why, audited.quoted(one for lines in columns.values() for one in lines)
    )


def facts(audited: Audited) -> Suggestion:
    """Q4: how many of the workers' worries say a date, a number or how often."""
    said = [one for one in audited.lines("worry") if not one.by or audited.is_by(one, OFFICE)]
    if not said:
        return Suggestion(None, "No worker said a worry. What a family feels needs no proof.")
    specific = [one for one in said if one.by and counting.is_specific(one)]
    part = counting.share(specific, said)
    why = (
        f"{counting.of(specific, said, 'worry', 'worries').capitalize()} of workers with a date, a"
        " number or how often."
    )
    level = sum(part >= least for least in (0.25, 0.5, 0.75))
    return Suggestion(level, why, audited.quoted(said))


def bottom_lines(audited: Audited) -> Suggestion:
    """Q5: whether what must be in the plan is said, with its reason, a name and a step."""
    if audited.meeting.is_team_circle or not audited.with_roles(Role.REFERRER):
        return Suggestion(None, "Nobody at this meeting says what must be in the plan.")
    lines = audited.lines("bottom_line")
    whole = [
        one
        for one in lines
        if one.fields.words("reason").strip() and one.by and one.id in audited.answered
    ]
    half = [one for one in lines if one.fields.words("reason") or one.id in audited.answered]
    why = (
        f"{counting.of(whole, lines, 'bottom line', 'bottom lines').capitalize()} with a reason, a"
        " name and a step."
    )
    if not lines:
        return Suggestion(0, "The plan does not say what must be in it.")
    level = 3 if len(whole) == len(lines) else 2 if len(half) == len(lines) else 1
    return Suggestion(level, why, audited.quoted(lines))


def everything_met(audited: Audited) -> Suggestion:
    """Q6: how many worries, needs and lines that must be in the plan a step answers."""
    lines = audited.lines(*counting.OPEN_KINDS)
    if not lines:
        return Suggestion(None, "No worry and no need is written down.")
    met = [one for one in lines if one.id in audited.answered]
    part = counting.share(met, lines)
    left = [one for one in lines if one.id not in audited.answered]
    must = any(one.kind == "bottom_line" for one in left)
    why = f"A step answers {len(met)} of {len(lines)} worries, needs and bottom lines."
    level = (part >= 0.5) + (part >= 0.8) + (part >= 1)  # noqa: PLR2004 -- the rubric's own
    return Suggestion(min(level, 1) if must else level, why, audited.quoted(left or met))


def doubt(audited: Audited) -> Suggestion:
    """Q18: what is not known, who finds out and when, and what would make them meet sooner."""
    unknown, sooner = audited.lines("unknown"), audited.lines("meet_sooner")
    taken_on = [one for one in unknown if one.fields.ids("who") and one.fields.day("by")]
    why = (
        "Not known yet, with a name and a day:"
        f" {counting.of(taken_on, unknown, 'thing', 'things')}. What would make them meet sooner:"
        f" {len(sooner) or 'nothing'}."
    )
    if not (unknown or sooner):
        level = 0
    else:
        level = 3 if sooner and unknown and len(taken_on) == len(unknown) else 2
    return Suggestion(level, why, audited.quoted((*unknown, *sooner)))


def plain_words(audited: Audited) -> Suggestion:
    """Q15: how the whole plan reads; a word of law is explained on the paper by itself."""
    found = audited.reading
    if found.grade is None:
        return Suggestion(None, "There is too little English in it to say how hard it reads.")
    why = (
        f"Reading grade {found.grade:.1f}. A sentence has {found.mean_sentence:.1f} words on"
        f" average, and {found.share_over_20:.0%} have more than 20. The paper explains words of"
        " law."
    )
    limits = ((9.0, 99.0, 1.0), (7.0, 15.0, 0.1), (5.5, 12.0, 0.05))
    level = 0
    for grade, mean, over in limits:
        if found.grade > grade or found.mean_sentence > mean or found.share_over_20 > over:
            break
        level += 1
    long = [one for one in audited.plan.lines if found.longest and found.longest in one.words]
    return Suggestion(level, why, audited.quoted(long[:1]))
