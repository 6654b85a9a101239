"""Whose voice is in the plan: the children's, the family's, everybody's answer, what each needs."""

import re

from facilitator.audits import counting
from facilitator.audits.audited import FAMILY, Audited
from facilitator.audits.evidence import Evidence, Suggestion
from facilitator.people import CopyKind, Person, Role
from facilitator.plans import Line

_ALL, _MOST = 1.0, 0.8
# What a meeting is called by those who arrange it: a title of nothing else is no family's title.
_OFFICE_TITLE = frozenset(
    "family fgc review plan meeting group conference circle network support the a of for and our"
    " s first second third".split()
)
_WORD = re.compile(r"[^\W\d_]+")
# What somebody needs of their paper -> what its form may say.
_FORMS = (
    (
        re.compile(r"\b(sight|blind|big print|large print|braille|audio)", re.IGNORECASE),
        re.compile(r"point|large|big|print|braille|audio|read", re.IGNORECASE),
    ),
    (
        re.compile(r"\b(easy read|pictures?|signs|sign language|learning disab)", re.IGNORECASE),
        re.compile(r"easy|picture|sign|video", re.IGNORECASE),
    ),
)


def childs_voice(audited: Audited) -> Suggestion:
    """Q1: dated words of each child, what they changed, what could not be, their own copy."""
    if audited.meeting.is_team_circle:
        return _families_voice(audited)
    children = audited.people.children
    if not children:
        return Suggestion(None, "No child has a part in this meeting.")
    views = audited.lines("child_view")
    heard = [child for child in children if any(_is_heard(one, child) for one in views)]
    followed = [child for child in heard if _is_followed(audited, child)]
    why = (
        f"{counting.of(heard, children, 'child', 'children')} with dated words or a reason why"
        f" not. For {len(followed) or 'none'} of them a step comes from it, what could not be done"
        " is explained, and they have a page of their own."
    )
    if not heard:
        level = 1 if any(one.words.strip() for one in views) else 0
    elif len(heard) < len(children):
        level = 1
    else:
        level = 3 if len(followed) == len(children) else 2
    return Suggestion(level, why, audited.quoted(views))


def familys_own(audited: Audited) -> Suggestion:
    """Q2: the family's statement, a love line, a plan-keeper of its own, a title of its own."""
    keepers = [one for one in audited.lines("plan_keeper") if audited.is_by(one, FAMILY)]
    found = {
        "who we are": audited.lines("statement"),
        "a love line": audited.lines("love_line"),
        "a plan-keeper of the family": keepers,
        "a title of their own": [one for one in audited.lines("title") if _is_own(one, audited)],
    }
    there = [what for what, lines in found.items() if lines]
    gone = [what for what, lines in found.items() if not lines]
    why = f"There: {', '.join(there) or 'nothing'}. Not there: {', '.join(gone) or 'nothing'}."
    level = {4: 3, 3: 2, 2: 1, 1: 1}.get(len(there), 0)
    quoted = [line for lines in found.values() for line in lines]
    return Suggestion(level, why, audited.quoted(quoted))


def who_agreed(audited: Audited) -> Suggestion:
    """Q13: everybody's answer, the referrer's on the day, and both sides where they differ."""
    asked = counting.asked_for_an_answer(audited)
    answers = audited.lines("answer")
    said = {one.by for one in answers}
    given = [one for one in asked if one.id in said]
    no_referrer = audited.meeting.is_team_circle or not audited.with_roles(Role.REFERRER)
    on_the_day = no_referrer or counting.referrer_said_on_the_day(audited)
    apart = _not_a_whole_yes(audited)
    sides = _both_sides(audited, apart)
    why = (
        f"{counting.of(given, asked, 'person', 'people').capitalize()} who were there answered."
        f" {_referrer_said(on_the_day=on_the_day, asked=not no_referrer)}"
        f" {_sides_said(apart, sides=sides)}"
    )
    if not answers and not (on_the_day and not no_referrer):
        level = 0
    elif not on_the_day or counting.share(given, asked) < _ALL / 2:
        level = 1
    else:
        level = 3 if sides and len(given) == len(asked) else 2
    quoted = (*answers, *audited.lines("referrer_answer", "disagreement"))
    return Suggestion(level, why, audited.quoted(quoted))


def inclusion(audited: Audited) -> Suggestion:
    """Q14: what each person needs and what was done, the form of their copy, the interpreter."""
    needs = counting.personal_needs(audited)
    if not needs:
        why = "Nobody's needs are written down. They may have been asked for: the plan can't say."
        return Suggestion(1, why)
    met = counting.share(counting.met(needs), needs)
    forms = all(_form_fits(person, need) for person, need, _ in needs)
    spoken = _is_spoken_for(audited)
    why = (
        f"Something was done for {counting.of(counting.met(needs), needs, 'need', 'needs')}. Copies"
        f" {'are' if forms else 'are not all'} in the form that was needed. Who speaks another"
        f" language {'had' if spoken else 'had not'} an interpreter."
    )
    level = 2 if met >= _MOST else int(met > 0)
    if met == _ALL and forms and spoken:
        level = 3
    evidence = tuple(
        Evidence(
            line=f"people.{person.id}.needs.{at}",
            kind="personal need",
            quote=f"{one.need}: {one.met_by}" if one.met_by.strip() else one.need,
        )
        for person in audited.people
        for at, one in enumerate(person.needs)
    )
    return Suggestion(level, why, evidence)


def _families_voice(audited: Audited) -> Suggestion:
    views = audited.lines("family_view")
    acted = [one for one in views if one.answers]
    told = counting.of(acted, views, "thing", "things").capitalize()
    why = f"{told} that families told this team led to a step."
    level = 0 if not views else 1 if not acted else 2 + (len(acted) == len(views))
    return Suggestion(level, why, audited.quoted(views))


def _is_heard(view: Line, child: Person) -> bool:
    """With their own words and the day, or with the reason why there are none."""
    if view.by != child.id:
        return False
    if view.words.strip():
        return view.fields.day("date") is not None
    return bool(view.fields.words("could_not") or view.fields.words("how"))


def _is_followed(audited: Audited, child: Person) -> bool:
    steps = {step.id for step in audited.lines("action")}
    has_copy = child.copying is not None and child.copying.kind is not CopyKind.NONE
    return has_copy and any(
        steps.intersection(one.answers) and one.fields.words("could_not").strip()
        for one in audited.lines("child_view")
        if one.by == child.id
    )


def _is_own(title: Line, audited: Audited) -> bool:
    names = {word for one in audited.people for word in _words(one.name)}
    return bool(set(_words(title.words)) - _OFFICE_TITLE - names)


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _not_a_whole_yes(audited: Audited) -> set[str]:
    """Who said partly or no."""
    return {
        one.by for one in audited.lines("answer") if one.fields.words("agrees") in ("partly", "no")
    }


def _referrer_said(*, on_the_day: bool, asked: bool) -> str:
    if not asked:
        return "There is no referrer to ask."
    return f"The referrer's answer with a reason is{'' if on_the_day else ' not'} of the day."


def _sides_said(apart: set[str], *, sides: bool) -> str:
    if not apart:
        return "Nobody said partly or no."
    return f"{len(apart)} said partly or no, and both sides are{'' if sides else ' not'} written."


def _both_sides(audited: Audited, apart: set[str]) -> bool:
    """Whether all who said no or partly stand beside another side, or with words of their own."""
    sided = [one.fields.each("views") for one in audited.lines("disagreement")]
    written = {
        str(view.get("by"))
        for views in sided
        if sum(bool(view.get("text")) for view in views) > 1
        for view in views
    }
    written.update(one.by for one in audited.lines("own_view"))
    return apart <= written


def _form_fits(person: Person, need: str) -> bool:
    copying = person.copying
    if copying is None or copying.kind is CopyKind.NONE:
        return True
    form = f"{copying.form} {copying.edition}"
    return all(fits.search(form) for asks, fits in _FORMS if asks.search(need))


def _is_spoken_for(audited: Audited) -> bool:
    """Whether an interpreter was there for whoever speaks none of the meeting's languages."""
    spoken = {one.split("-")[0] for one in audited.meeting.languages[:1]}
    came = [one for one in audited.people if counting.took_any_part(one)]
    others = [one for one in came if one.language and one.language.split("-")[0] not in spoken]
    return not others or any(one.role is Role.INTERPRETER for one in came)
