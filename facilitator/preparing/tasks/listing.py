"""The list of what there is to do before the day, in words: what is there, what is missing.

It is a list to look at, never a score: nothing here is counted together.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from facilitator import days
from facilitator.contributions import Contribution
from facilitator.meetings import Meeting
from facilitator.people import Attendance, People, Person, Role
from facilitator.preparing.safety.same_room import must_be_sorted

NOTHING_YET = "Nothing yet"
THE_FAMILY = frozenset({Role.FAMILY, Role.CHILD})
FROM_AFAR = frozenset({Attendance.BY_PHONE, Attendance.BY_VIDEO})
SORTED_BEFORE = "This must be sorted before the day."


@dataclass(frozen=True)
class Task:
    """One thing to do: where it leads, and how it stands, in words.

    ``leads_to`` names an endpoint, ``part`` a part of its page. ``missing`` are whole sentences;
    ``must`` are those that have to be sorted before the day.
    """

    title: str
    leads_to: str
    state: str
    part: str = ""
    missing: tuple[str, ...] = ()
    must: tuple[str, ...] = ()


@dataclass(frozen=True)
class Group:
    """Tasks that belong together."""

    heading: str
    tasks: tuple[Task, ...]


@dataclass(frozen=True, kw_only=True)
class Known:
    """All that the list is made from; ``notes`` says how many notes the facilitator has."""

    meeting: Meeting
    people: People
    said: tuple[Contribution, ...]
    notes: int = 0

    def of_kind(self, *kinds: str) -> tuple[Contribution, ...]:
        """What stands of those kinds."""
        return tuple(one for one in self.said if one.kind in kinds)


def tasks(known: Known) -> tuple[Group, ...]:
    """The whole list in its groups, children first."""
    return (
        Group("The children and the people", _people(known)),
        Group("What they want to say", _words(known)),
        Group("Keeping everybody safe", _safety(known)),
        Group("The day", (_day(known.meeting),)),
        Group("What we bring", _brought(known)),
        Group("Ready to lead", _ready()),
    )


def counted(number: int, one: str, many: str = "") -> str:
    """A count in words.

    >>> counted(1, "child", "children"), counted(3, "question")
    ('1 child', '3 questions')
    """
    return f"{number} {one if number == 1 else many or one + 's'}"


def names(people: Iterable[Person]) -> str:
    """Names as they are said: "Tiana, Jaydon and Nan"."""
    said = [one.short_name for one in people]
    return " and ".join([", ".join(said[:-1]), said[-1]] if len(said) > 1 else said)


def has_own_say(person: Person) -> bool:
    """Whether this person's say is asked for before the day: each child, and who is not there."""
    if person.role is Role.CHILD:
        return True
    return person.role is not Role.FACILITATOR and (
        person.is_left_out or not person.attended.took_part
    )


def _people(known: Known) -> tuple[Task, ...]:
    everybody = known.people
    children = everybody.children
    others = [one for one in everybody if one.role not in (Role.CHILD, Role.FACILITATOR)]
    apart = tuple(one for one in everybody if one.is_left_out)
    return (
        Task(
            "The children",
            "preparing.people",
            counted(len(children), "child", "children") if children else NOTHING_YET,
            missing=tuple(
                f"Nobody is written down yet whom {one.short_name} can tell."
                for one in children
                if not one.safe_adults
            ),
        ),
        Task(
            "Everybody else: who they are, and what they need",
            "preparing.people",
            counted(len(others), "person", "people") if others else NOTHING_YET,
            missing=(*_unmet_needs(everybody), *_overheard(everybody)),
        ),
        Task(
            "Who is left out, and why",
            "preparing.people",
            names(apart) if apart else "Nobody",
            missing=tuple(
                f"It is not written down why {one.short_name} is left out."
                for one in apart
                if not one.left_out_why
            ),
        ),
    )


def _unmet_needs(people: Iterable[Person]) -> tuple[str, ...]:
    found = ((one.short_name, need.need) for one in people for need in one.needs if not need.met_by)
    return tuple(f"{name}: {need}. How will it be met?" for name, need in found)


def _overheard(people: Iterable[Person]) -> tuple[str, ...]:
    return tuple(
        f"Who can hear {one.short_name}, who joins from afar?"
        for one in people
        if one.attended in FROM_AFAR and not one.overheard_by
    )


def _words(known: Known) -> tuple[Task, ...]:
    heard = {one.by for one in known.of_kind("child_view", "sent_words")}
    asked = [one for one in known.people if has_own_say(one)]
    silent = [one for one in asked if one.id not in heard]
    consents = {one.by: one.fields.words("answer") for one in known.of_kind("consent")}
    family = [one for one in known.people if one.role in THE_FAMILY and not one.is_left_out]
    return (
        Task(
            "The say of each child, and of whoever can't be there",
            "preparing.views",
            _asked_state(asked, silent),
            missing=(f"Not yet heard: {names(silent)}.",) if silent else (),
        ),
        Task(
            "Yes to the meeting",
            "preparing.consent",
            _asked_state(family, [one for one in family if one.id not in consents]),
            missing=_answers(family, consents),
        ),
        _family_words(known),
    )


def _family_words(known: Known) -> Task:
    words = known.of_kind("our_word", "not_our_word")
    state = counted(len(words), "word") if words else NOTHING_YET
    return Task("The family's own words for things", "preparing.family_words", state)


def _asked_state(asked: Sequence[Person], silent: Sequence[Person]) -> str:
    if len(silent) == len(asked):
        return NOTHING_YET
    return f"{len(silent)} still to ask" if silent else "All asked"


def _answers(family: Sequence[Person], consents: dict[str, str]) -> tuple[str, ...]:
    said_no = [one for one in family if consents.get(one.id) == "no"]
    later = [one for one in family if consents.get(one.id) == "not_yet"]
    told = []
    if said_no:
        told.append(f"{names(said_no)} said no.")
    if later:
        told.append(f"Thinking about it: {names(later)}.")
    return tuple(told)


def _safety(known: Known) -> tuple[Task, ...]:
    safety, on = known.people.safety, known.meeting.held_on
    rules, hidden = safety.restrictions, safety.hidden_items
    return (
        Task(
            "Who must keep away from whom",
            "preparing.safety",
            counted(len(rules), "restriction") if rules else NOTHING_YET,
            part="restrictions",
            must=must_be_sorted(known.people, on),
        ),
        Task(
            "What somebody must not read",
            "preparing.safety",
            counted(len(hidden), "hidden item") if hidden else NOTHING_YET,
            part="hidden",
        ),
        Task(
            "What makes it safe to come",
            "preparing.safety",
            counted(len(safety.arrangements), "arrangement")
            if safety.arrangements
            else NOTHING_YET,
            part="arrangements",
        ),
    )


def _day(meeting: Meeting) -> Task:
    at = f", {days.time_of_day(meeting.start)}" if meeting.start else ""
    missing = [
        ("No time yet.", meeting.start),
        ("No place yet.", meeting.place),
    ]
    return Task(
        "Day, time, place and languages",
        "preparing.day",
        f"{days.day(meeting.held_on)}{at}",
        missing=tuple(sentence for sentence, there in missing if not there),
    )


def _brought(known: Known) -> tuple[Task, ...]:
    purpose, questions = known.of_kind("purpose"), known.of_kind("question")
    worries = known.of_kind("worry")
    lines, without = known.of_kind("bottom_line"), known.of_kind("if_no_plan")
    state = [counted(len(questions), "question")] if questions else []
    told = [counted(len(worries), "worry", "worries")] if worries else []
    told += [counted(len(lines), "bottom line")] if lines else []
    return (
        Task(
            "Why we meet, and the questions for the family",
            "preparing.purpose",
            ", ".join(state) or ("Begun" if purpose else NOTHING_YET),
            missing=() if purpose or not questions else ("Why we meet is not written down yet.",),
        ),
        Task(
            "Worries, and what must be in the plan",
            "preparing.worries",
            ", ".join(told) or NOTHING_YET,
            missing=(
                *_not_shown((*worries, *lines), known.meeting.held_on),
                *(
                    ()
                    if without or not told
                    else ("What happens if there is no plan is not written down yet.",)
                ),
            ),
        ),
    )


def _not_shown(said: Sequence[Contribution], on: date) -> tuple[str, ...]:
    unseen = [one for one in said if not shown_before(one, on)]
    if not unseen:
        return ()
    return (f"Not yet shown to the family: {counted(len(unseen), 'line')}.",)


def shown_before(said: Contribution, on: date) -> bool:
    """Whether the family saw it before the day of the meeting."""
    shown = said.fields.day("shown_on")
    return shown is not None and shown < on


def _ready() -> tuple[Task, ...]:
    return (
        Task("Papers to print", "preparing.papers", "Print them when the list is full enough"),
        Task(
            "Your own notes",
            "notes.notes",
            "For your eyes alone",
        ),
    )
