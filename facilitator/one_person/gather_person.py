"""What is kept about somebody as a person of the meeting: what they are called, what they need."""

from collections.abc import Iterator
from dataclasses import replace

from facilitator import days
from facilitator.exchange.beside import FULL
from facilitator.exchange.known import is_nothing
from facilitator.one_person.fact import Flag, Group
from facilitator.one_person.found import Found, plain, typed
from facilitator.one_person.material import Material
from facilitator.one_person.naming import Naming
from facilitator.paper.phrases import listed
from facilitator.people import Attendance, Copying, CopyKind, Person
from facilitator.preparing.languages import name_of

_TOOK_PART = {
    Attendance.IN_ROOM: "You were in the room.",
    Attendance.BY_PHONE: "You joined by telephone.",
    Attendance.BY_VIDEO: "You joined by video.",
    Attendance.WROTE: "You sent words.",
    Attendance.INVITED_ABSENT: "You were asked to come, and were not there.",
    Attendance.NOT_ATTENDING: "You did not come.",
    Attendance.EXCLUDED: "You were not asked to come.",
}
_COPY = {
    CopyKind.FULL: "the whole plan",
    CopyKind.OWN_PART: "your own part of the plan",
    CopyKind.CHILD: "a page of your own",
    CopyKind.NONE: "no copy",
}


def found(material: Material, naming: Naming) -> Iterator[Found]:
    """What stands in that person's own row, then in the plans of before, where it was otherwise."""
    person = naming.person
    yield from _row(person, naming, "people")
    yield from _meeting(material, naming)
    yield from _came_along(material, person)
    known = {(one.fact.label, one.fact.words) for one in _row(person, naming, "people")}
    for agreed in material.agreed:
        then = agreed.plan.people.find(person.id)
        number = agreed.plan.version
        for one in _row(then, naming, f"plan:{number}:people") if then else ():
            if (one.fact.label, one.fact.words) not in known:
                known.add((one.fact.label, one.fact.words))
                yield _as_then(one, number)


def _as_then(one: Found, number: int) -> Found:
    label = f"{one.fact.label}, as plan {number} has it"
    return replace(one, fact=replace(one.fact, label=label))


def _row(person: Person, naming: Naming, source: str) -> Iterator[Found]:
    who = Group.WHO
    yield plain(who, f"{source}.name", "Your name", person.name)
    if person.called and person.called != person.name:
        called = person.called.replace(" / ", " or ")
        yield plain(who, f"{source}.called", "What you are called", called)
    yield plain(who, f"{source}.role", "Your part in the meeting", person.role.value)
    if person.relationship:
        yield typed(who, f"{source}.relationship", "Who you are to the family", person.relationship)
    if person.age is not None:
        yield plain(who, f"{source}.age", "Your age", str(person.age))
    if person.language:
        yield plain(who, f"{source}.language", "Your language", name_of(person.language))
    yield from _there(person, source)
    for number, need in enumerate(person.needs, 1):
        met = (("What was done", need.met_by),) if need.met_by else ()
        yield typed(who, f"{source}.needs.{number}", "What you need", need.need, beside=met)
    if person.phone:
        yes = "Yes" if person.phone_on_plan else "No"
        beside = (("May it be printed on the plan?", yes),)
        yield plain(who, f"{source}.phone", "Your telephone number", person.phone, beside=beside)
    yield from _copying(person.copying, source)
    yield from _for_the_facilitator(person, naming, source)


def _there(person: Person, source: str) -> Iterator[Found]:
    words = _TOOK_PART[person.attended]
    yield plain(Group.WHO, f"{source}.attended", "How you took part", words)
    if person.stages:
        parts = listed(tuple(one.replace("_", " ") for one in person.stages))
        yield plain(Group.WHO, f"{source}.stages", "For which parts of the meeting", parts)


def _copying(copying: Copying | None, source: str) -> Iterator[Found]:
    if copying is None:
        return
    said = (
        ("In what form", copying.form),
        ("How it gets to you", copying.how),
        ("When", days.day(copying.on) if copying.on else ""),
        ("Print", copying.edition.replace("_", " ")),
    )
    beside = tuple(one for one in said if one[1])
    words = _COPY[copying.kind].capitalize()
    yield typed(Group.COPIES, f"{source}.copy", "The copy for you", words, beside=beside)


def _for_the_facilitator(person: Person, naming: Naming, source: str) -> Iterator[Found]:
    """What names others too, and what was noted for whoever leads the meeting."""
    if person.safe_adults:
        names = listed(tuple(map(naming.name, person.safe_adults)))
        one = plain(Group.WHO, f"{source}.safe_adults", "Grown-ups you can tell", names)
        yield Found(fact=one.fact, people=person.safe_adults)
    if person.left_out_why:
        label = "Why you were not asked to come"
        place, words = f"{source}.left_out_why", person.left_out_why
        yield typed(Group.SAFETY, place, label, words, Flag.SAFETY)
    if person.views_by:
        words = naming.name(person.views_by)
        one = typed(Group.WHO, f"{source}.views_by", "Who brings what you want to say", words)
        yield Found(fact=one.fact, people=(person.views_by,), typed=one.typed)
    if person.overheard_by:
        label = "Who can hear you when you join from afar"
        place, words = f"{source}.overheard_by", person.overheard_by
        yield typed(Group.SAFETY, place, label, words, Flag.SAFETY)


def _meeting(material: Material, naming: Naming) -> Iterator[Found]:
    meeting = material.kept.meeting
    day = meeting.held_on
    kind = meeting.kind.replace("_", " ").capitalize()
    yield plain(Group.WHO, "meeting", "The meeting", f"{kind}, {days.day(day)}", day=day)
    texts = (("meeting.title", "What the meeting is called", meeting.title),)
    for source, label, words in texts:
        if naming.names_them(words) or naming.may_name_them(words):
            yield typed(Group.NAMED, source, label, words, Flag.UNSURE)
    if naming.names_them(meeting.place):
        yield typed(Group.NAMED, "meeting.place", "Where it was", meeting.place, Flag.SOMEBODY_ELSE)


def _came_along(material: Material, person: Person) -> Iterator[Found]:
    """What the papers that were brought in say of this person and no other room knows."""
    raw = material.beside.people.get(person.id, {})
    for key, held in raw.items():
        inner = held.items() if isinstance(held, dict) else [("", held)]
        for name, value in inner:
            if value is FULL or isinstance(value, bool) or is_nothing(value):
                continue
            several = value if isinstance(value, list | tuple) else (value,)
            words = "; ".join(str(one) for one in several)
            label = f"{key} {name}".replace("_", " ").strip().capitalize()
            place = f"beside.people.{key}.{name}"
            yield typed(Group.BESIDE, place, f"{label}, as it came", words, Flag.NOTE)
