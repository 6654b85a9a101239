"""What is kept beside the lines: notes, copies, comings and goings, and the rest."""

from collections.abc import Callable, Iterator
from datetime import datetime

from facilitator import days
from facilitator.notes import Whose
from facilitator.one_person.fact import Fact, Flag, Group
from facilitator.one_person.found import Found, flags_of, plain, typed
from facilitator.one_person.gather_said import strings_of
from facilitator.one_person.material import Material
from facilitator.one_person.naming import Naming
from facilitator.people import CopyKind
from facilitator.releasing.opening import zone_of
from facilitator.walk.happening import What

_COPY = {
    CopyKind.FULL: "The whole plan",
    CopyKind.OWN_PART: "Your own part of the plan",
    CopyKind.CHILD: "A page of your own",
    CopyKind.NONE: "No copy",
}
_CAME = {
    What.CAME_IN: "You came in.",
    What.STEPPED_OUT: "You stepped out.",
    What.LEFT: "You left.",
}


def found(material: Material, naming: Naming) -> Iterator[Found]:
    """Everything that no line holds."""
    rooms: tuple[Callable[[Material, Naming], Iterator[Found]], ...] = (
        _notes,
        _copies,
        _day,
        _sounds,
        _versions,
        _openings,
        _questions,
        _beside,
    )
    for room in rooms:
        yield from room(material, naming)


def _notes(material: Material, naming: Naming) -> Iterator[Found]:
    for number, note in enumerate(material.notes, 1):
        flags = flags_of(naming, note.text, note.question, note.audience)
        if flags is None:
            continue
        own = note.whose is Whose.FACILITATOR
        label = "A note of whoever led the meeting" if own else "A note of a worker"
        known = (("Asked", note.question), ("Who may read it", note.audience))
        yield typed(
            Group.NOTES,
            f"notes.{number}",
            label,
            note.text,
            Flag.NOTE,
            *flags,
            by=note.by,
            day=note.on,
            beside=tuple(one for one in known if one[1]),
        )


def _copies(material: Material, naming: Naming) -> Iterator[Found]:
    for row in material.register:
        if row.person != naming.person.id:
            continue
        beside = (
            ("How", row.how.words),
            ("The way to you", row.route),
            ("In what print", row.edition.replace("_", " ")),
            ("It came back", when(material, row.back_at) if row.back_at else ""),
        )
        words = f"{_COPY[row.kind]}, plan {row.version}, {when(material, row.at)}."
        yield typed(
            Group.COPIES,
            f"register.{row.id}",
            "A copy that you got",
            words,
            beside=tuple(one for one in beside if one[1]),
        )


def _day(material: Material, naming: Naming) -> Iterator[Found]:
    me = naming.person.id
    for number, one in enumerate(material.happenings, 1):
        if one.what.is_of_a_person and one.about == me:
            yield plain(Group.DAY, f"day.{number}", _CAME[one.what], when(material, one.at))
        elif not one.what.is_of_a_person and one.what not in (What.OWN_QUESTION, What.GOT_READY):
            flags = flags_of(naming, one.words)
            if flags is not None:
                yield typed(Group.NAMED, f"day.{number}", "Said of a question", one.words, *flags)
    stayed = material.kept.meeting.private
    if me in (stayed.who_extra if stayed else ()) or any(me in s.stayed for s in material.spells):
        words = "The family asked you to stay in its private time."
        yield plain(Group.DAY, "private.stayed", "Private family time", words)


def _sounds(material: Material, naming: Naming) -> Iterator[Found]:
    lines = {one.id: one for one in material.standing}
    for one in material.sounds:
        if one.by == naming.person.id and one.ref in lines:
            said = lines[one.ref]
            so = "You said: it sounds like us." if one.is_so else "You said: not like us any more."
            beside = (("The words", said.words), ("When", when(material, one.at)))
            yield Found(
                fact=Fact(
                    source=f"sounds.{one.key}",
                    group=Group.ANSWERS,
                    label=so,
                    beside=beside,
                    never=bool(said.fields.ids("may_hear")),
                ),
                by=said.by,
                people=said.fields.ids("who"),
                typed=(said.words,),
                line=said.id,
            )


def _versions(material: Material, naming: Naming) -> Iterator[Found]:
    for agreed in material.agreed:
        flags = flags_of(naming, agreed.what_changed)
        if flags is not None:
            number = agreed.plan.version
            label = f"What changed in plan {number}"
            day = agreed.plan.agreed_on
            yield typed(
                Group.NAMED, f"plan:{number}:changed", label, agreed.what_changed, *flags, day=day
            )
    for due in material.dues:
        if due.done and (flags := flags_of(naming, due.done.words)) is not None:
            label, words = "What came of a promise", due.done.words
            yield typed(Group.NAMED, f"due.{due.id}", label, words, *flags, day=due.done.on)


def _openings(material: Material, naming: Naming) -> Iterator[Found]:
    for one in material.openings:
        flags = flags_of(naming, one.reason)
        if flags is not None:
            who = material.users.get(one.opened_by, "")
            label, day = "Why the plan was opened", (("When", when(material, one.at)),)
            source = f"openings.{one.id}"
            yield typed(Group.NAMED, source, label, one.reason, *flags, by=who, beside=day)


def _questions(material: Material, naming: Naming) -> Iterator[Found]:
    for about, words in material.own_questions:
        flags = flags_of(naming, words)
        if flags is not None:
            yield typed(Group.NAMED, f"questions.{about}", "A question we asked", words, *flags)


def _beside(material: Material, naming: Naming) -> Iterator[Found]:
    """What the papers that were brought in say, and no room of ours knows."""
    came = {"frame": material.beside.frame, "lines": material.beside.lines}
    for number, words in enumerate(strings_of(came), 1):
        flags = flags_of(naming, words)
        if flags is not None:
            source = f"beside.{number}"
            yield typed(Group.BESIDE, source, "Written down with it", words, Flag.NOTE, *flags)


def when(material: Material, at: datetime) -> str:
    """A moment, where the meeting is: "Saturday 27 February 2027 at 4.30pm"."""
    there = at.astimezone(zone_of(material.kept))
    return days.day_and_time(there.date(), there.time().replace(second=0, microsecond=0))
