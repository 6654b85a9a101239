"""What was written down to keep people safe, and what was said of who may hold which copy."""

from collections.abc import Iterator

from facilitator import days
from facilitator.one_person.fact import Fact, Flag, Group
from facilitator.one_person.found import Found, flags_of, typed
from facilitator.one_person.gather_kept import when
from facilitator.one_person.material import Material
from facilitator.one_person.naming import Naming
from facilitator.paper.phrases import listed
from facilitator.people import HiddenItem, Restriction


def found(material: Material, naming: Naming) -> Iterator[Found]:
    """Restrictions, hidden items and arrangements; then yeses taken back and other words."""
    safety = material.everybody.safety
    for number, one in enumerate(safety.restrictions, 1):
        if naming.person.id in (one.person, *one.protects):  # Others' own stay theirs.
            yield _restriction(one, naming, f"safety.restrictions.{number}")
    for number, item in enumerate(safety.hidden_items, 1):
        yield from _hidden(item, naming, f"safety.hidden.{number}")
    for number, words in enumerate(safety.arrangements, 1):
        flags = flags_of(naming, words)
        if flags is not None:
            source = f"safety.arrangements.{number}"
            label = "What makes it safe to come"
            yield typed(Group.SAFETY, source, label, words, Flag.SAFETY, *flags)
    yield from _withdrawals(material, naming)
    yield from _other_words(material, naming)


def _restriction(one: Restriction, naming: Naming, source: str) -> Found:
    known = (
        ("What it is", one.kind.replace("_", " ")),
        ("Whom it protects", listed(tuple(map(naming.name, one.protects)))),
        ("From", days.day(one.since) if one.since else ""),
        ("Until", days.day(one.until) if one.until else ""),
        ("Why", one.reason),
        ("Who saw the paper", naming.name(one.seen_by) if one.seen_by else ""),
        ("On", days.day(one.seen_on) if one.seen_on else ""),
    )
    label = f"Must keep away: {naming.name(one.person)}"
    beside = tuple(each for each in known if each[1])
    return typed(Group.SAFETY, source, label, one.rule, Flag.SAFETY, beside=beside)


def _hidden(item: HiddenItem, naming: Naming, source: str) -> Iterator[Found]:
    flags = flags_of(naming, item.text, item.reason)
    hidden = item.is_hidden_from(naming.person.id)
    if flags is None and not hidden:
        return
    fact = Fact(
        source=source,
        group=Group.SAFETY,
        label="Kept from some people",
        words=item.text,
        beside=(("Why", item.reason),) if item.reason else (),
        flags=(Flag.SAFETY, *(flags or ())),
        never=hidden,
    )
    yield Found(fact=fact, typed=(item.text, item.reason))


def _withdrawals(material: Material, naming: Naming) -> Iterator[Found]:
    me = naming.person.id
    for one in material.withdrawals:
        mine = one.by == me
        if not mine and me not in one.readers and flags_of(naming, one.words) is None:
            continue
        label = "You took back your yes to sharing" if mine else "A yes was taken back"
        fact = Fact(
            source=f"withdrawals.{one.id}",
            group=Group.COPIES,
            label=label,
            words=one.words,
            beside=(("When", when(material, one.at)),),
            never=not mine,  # Whose wish it was stands in no letter, and in no file.
            own=mine,
        )
        yield Found(fact=fact, by=one.by, people=one.readers, typed=(one.words,))


def _other_words(material: Material, naming: Naming) -> Iterator[Found]:
    me = naming.person.id
    for one in material.other_words:
        flags = flags_of(naming, one.words)
        if one.by != me and flags is None:
            continue
        fact = Fact(
            source=f"other_words.{one.id}",
            group=Group.COPIES,
            label="Other words in somebody's copy",
            words=one.words,
            by=naming.name(one.by),
            flags=(Flag.SAFETY, *(flags or ())),
            never=one.reader == me and one.by != me,  # It would show that there is a line.
        )
        yield Found(fact=fact, by=one.by, people=(one.reader,), typed=(one.words,))
