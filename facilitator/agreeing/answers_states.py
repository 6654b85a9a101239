"""How each of the last stops stands now, in a sentence: who was asked, and what waits."""

from collections.abc import Iterable

from facilitator import days
from facilitator.agreeing import answers_rule, referrer_rule
from facilitator.agreeing.opening import Opened
from facilitator.agreeing.stop import State
from facilitator.contributions import Contribution, Wording
from facilitator.paper.phrases import listed
from facilitator.people import Person, Role
from facilitator.plans.page_one import chosen
from facilitator.plans.past_hurts import waiting

# Beside these a copy always names the person: they make no sense without.
SPEAKS_FOR_ITSELF = frozenset(
    "child_view answer referrer_answer plan_keeper love_line statement reading".split()
)
_AGREES = {"yes": "Yes", "partly": "Partly", "no": "No"}
_REFERRER = {"yes": "Yes", "no": "No", "not_yet": "Not yet"}


def answer_line(opened: Opened, person_id: str) -> Wording | None:
    """That person's answer as it stands: the last one, if there are several."""
    theirs = [one for one in opened.of_kind("answer") if one.said.by == person_id]
    return theirs[-1] if theirs else None


def has_answered(opened: Opened, person_id: str) -> bool:
    """Whether that person has said anything about the plan."""
    line = answer_line(opened, person_id)
    return line is not None and bool(line.said.words.strip() or line.said.fields.words("agrees"))


def answer_in_words(opened: Opened, person: Person) -> str:
    """What somebody answers, without their own words; "" where they have not been asked."""
    line = answer_line(opened, person.id)
    if line is None or not has_answered(opened, person.id):
        return ""
    agrees, by = line.said.fields.words("agrees"), line.said.fields.day("answer_by")
    if person.role is Role.CHILD:
        return ""  # A child's own words are the whole of it.
    if agrees == answers_rule.LATER:
        return f"I'll think, by {days.day(by)}" if by else "I'll think. No day yet"
    return _AGREES.get(agrees, "")


def referrer_in_words(line: Wording) -> str:
    """The referrer's answer, with who decides and by when; "" where there is none yet."""
    said = line.said.fields
    word, by, who = _REFERRER.get(said.words("answer"), ""), said.day("answer_by"), ""
    if said.words("answer") != referrer_rule.NOT_YET:
        return word
    who = f": {said.words('decides')} decides" if said.words("decides") else ""
    return f"{word}{who}{f' by {days.day(by)}' if by else ''}"


def readings(opened: Opened) -> State:
    """To whom the plan was read in which language."""
    others = [one for one in opened.people if _speaks_another(one, opened)]
    read = {one.said.by for one in opened.of_kind("reading")}
    missing = [one for one in others if one.id not in read]
    if missing:
        return State(f"Not yet read to {_names(missing)} in their language.")
    if read:
        told = [one for one in opened.people if one.id in read]
        return State(f"Read to {_names(told)}.", is_open=False)
    return State("Nobody is known to need another language.", is_open=False)


def names(opened: Opened) -> State:
    """Whose name may stand beside their words, and which line waits for somebody's yes."""
    held_back = waiting(opened.said)
    if held_back:
        many = "1 line stays" if len(held_back) == 1 else f"{len(held_back)} lines stay"
        return State(f"{many} out of the plan, for want of a yes.")
    unasked = [one for one in speakers(opened) if not were_asked(opened, one.id)]
    if unasked:
        return State(f"Not yet asked: {_names(unasked)}.")
    return State("Everybody was asked.", is_open=False)


def page_one(opened: Opened) -> State:
    """What stands on page 1, and what was refused."""
    refused = len(opened.draft.kept_off_page_one)
    if refused:
        what = "1 step that you chose" if refused == 1 else f"{refused} steps that you chose"
        return State(f"{what} can't stand on page 1.")
    many = sum(bool(chosen(line)) for line in opened.draft.lines if line.kind == "action")
    if not many:
        return State("Nothing is chosen yet.")
    return State(f"{many} {'step stands' if many == 1 else 'steps stand'} on it.", is_open=False)


def answers(opened: Opened) -> State:
    """Who has not answered yet."""
    missing = [
        one
        for one in opened.people
        if answers_rule.is_waited_for(one) and not has_answered(opened, one.id)
    ]
    if missing:
        return State(f"Not yet asked: {_names(missing)}.")
    return State("Everybody has answered.", is_open=False)


def referrer(opened: Opened) -> State:
    """What the referrer says."""
    lines = [one for one in opened.of_kind("referrer_answer") if referrer_in_words(one)]
    if lines:
        return State(f"{referrer_in_words(lines[-1])}.", is_open=False)
    theirs = referrer_rule.referrers(opened.people)
    if not theirs:
        return State("Nobody asked for this meeting from outside.", is_open=False)
    return State(f"{_names(theirs)} has not answered yet.")


def final(opened: Opened) -> State:
    """Which version the family has agreed."""
    if opened.agreed is None:
        return State("Nothing is agreed yet.")
    number, day = opened.agreed.number, days.day(opened.agreed.agreed_on)
    return State(f"Plan {number} was agreed on {day}.", is_open=False)


def speakers(opened: Opened) -> tuple[Person, ...]:
    """Everybody whose name could stand beside words of theirs in the plan."""
    who = {one.by for one in named_lines(opened)}
    return tuple(one for one in opened.people if one.id in who)


def named_lines(opened: Opened, by: str = "") -> tuple[Contribution, ...]:
    """The lines beside which somebody's name may or may not stand; of one person, or of all."""
    printed = {line.id for line in opened.draft.lines}
    return tuple(
        one
        for one in opened.said
        if one.id in printed
        and one.by
        and (one.by == by or not by)
        and one.kind not in SPEAKS_FOR_ITSELF
    )


def were_asked(opened: Opened, person_id: str) -> bool:
    """Whether that person was asked about each line of theirs."""
    return all(one.name_shown is not None for one in named_lines(opened, person_id))


def _speaks_another(person: Person, opened: Opened) -> bool:
    own = (opened.kept.meeting.languages or ("en",))[0]
    return not person.is_left_out and bool(person.language) and person.language != own


def _names(several: Iterable[Person]) -> str:
    return listed(tuple(one.short_name for one in several))
