"""One person's invitation. It lists nobody whom that person must not meet."""

from collections.abc import Iterable
from dataclasses import dataclass

from facilitator import days
from facilitator.contributions import Contribution
from facilitator.meetings import Meeting
from facilitator.people import Attendance, Hiding, People, Person, Restriction, Role
from facilitator.refusals import Refusal

_COMING = (Attendance.IN_ROOM, Attendance.BY_PHONE, Attendance.BY_VIDEO)


@dataclass(frozen=True)
class Invitation:
    """Everything that one invitation shows."""

    name: str
    is_child: bool
    day: str
    time: str
    place: str
    how: str
    who: tuple[str, ...]
    purpose: str
    questions: tuple[str, ...]
    needs: tuple[str, ...]
    asks: str


def invitation_for(
    person_id: str, meeting: Meeting, people: People, said: Iterable[Contribution]
) -> Invitation:
    """That person's invitation.

    Refusal where the person must keep away from somebody who comes, or where the place is
    hidden from them.
    """
    person = people.load(person_id)
    _refuse_who_must_keep_away(person, meeting, people)
    hiding = Hiding.from_reader(people, person.id)
    if hiding.shows_in(meeting.place):
        raise Refusal.because(
            f"The place of the meeting is hidden from {person.short_name}.",
            "Tell them by a safe route where to come, or meet somewhere else.",
        )
    said = tuple(one for one in said if one.words and not hiding.shows_in(one.words))
    others = (one for one in people if one.id != person.id and _is_asked(one, meeting, people))
    return Invitation(
        name=person.short_name,
        is_child=person.role is Role.CHILD,
        day=days.day(meeting.held_on),
        time=days.time_of_day(meeting.start) if meeting.start else "",
        place=meeting.place,
        how={Attendance.BY_PHONE: "by phone", Attendance.BY_VIDEO: "by video"}.get(
            person.attended, ""
        ),
        who=tuple(
            one.short_name
            for one in others
            if not people.safety.kept_apart(person.id, one.id, meeting.held_on)
            and not hiding.shows_in(one.called)
        ),
        purpose=next((one.words for one in said if one.kind == "purpose"), ""),
        questions=tuple(one.words for one in said if one.kind == "question"),
        needs=tuple(need.need for need in person.needs),
        asks=next((one.short_name for one in people if one.role is Role.FACILITATOR), ""),
    )


def _comes(person: Person) -> bool:
    """Whether they are to be in the room or on the line; who writes in is not."""
    return not person.is_left_out and person.attended in _COMING


def _is_asked(person: Person, meeting: Meeting, people: People) -> bool:
    """Whether they are asked to come, so that somebody else's invitation may list them."""
    return _comes(person) and _whom_they_would_meet(person, meeting, people) is None


def _whom_they_would_meet(
    person: Person, meeting: Meeting, people: People
) -> tuple[Person, Restriction] | None:
    """Somebody who comes and from whom that person must keep away, with the rule, or None."""
    for rule in people.safety.restrictions:
        if rule.person == person.id and rule.holds_on(meeting.held_on):
            for one in people:
                if one.id in rule.protects and _comes(one):
                    return one, rule
    return None


def _refuse_who_must_keep_away(person: Person, meeting: Meeting, people: People) -> None:
    if not _comes(person):
        raise Refusal.because(
            f"{person.short_name} is not coming to this meeting.",
            "Ask them in another way what they want to say.",
        )
    if met := _whom_they_would_meet(person, meeting, people):
        one, rule = met
        raise Refusal.because(
            f"{person.short_name} must not meet {one.short_name}: “{rule.rule}”",
            "Meet them apart: at another time, in another place, with another worker.",
        )
