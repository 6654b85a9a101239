"""The check before release, for one reader: what they will see, what not, and what comes near."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from facilitator.copies.copy import Copy
from facilitator.copies.leaving_out import NearMiss, text_of
from facilitator.copies.other_words import OtherWords, standing_for
from facilitator.copies.reader import lines_for, may_hear
from facilitator.kinds import Section
from facilitator.people import CopyKind, Hiding, Person
from facilitator.plain_language import WordList
from facilitator.plans import Line, Plan
from facilitator.refusals import Problem, Refusal


class Why(StrEnum):
    """Why a reader does not see a line."""

    HIDDEN = "it holds something that is hidden from them"
    MAY_HEAR = "whoever said it chose who may hear it"
    NOT_THEIRS = "it is not in their own part"
    NOT_CHOSEN = "nobody chose it for the child's page"
    BESIDE = "what it stands beside is not in their copy"


@dataclass(frozen=True)
class NotSeen:
    """A line that a reader will not see, and why."""

    line: Line
    why: Why


@dataclass(frozen=True, kw_only=True)
class ReaderCheck:
    """What one reader's copy holds and leaves out; for the facilitator's eyes.

    ``copy`` is None where it is refused, with the ``problems``. ``anew`` are the family's other
    words that stand in it.
    """

    reader: Person
    kind: CopyKind
    copy: Copy | None
    not_seen: tuple[NotSeen, ...] = ()
    anew: tuple[OtherWords, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def near(self) -> tuple[NearMiss, ...]:
        """Every place that comes near to something hidden."""
        return self.copy.near_misses if self.copy else ()

    @property
    def sees(self) -> tuple[tuple[Section, int], ...]:
        """How many lines of each section they will see, in the order of the paper."""
        counted = Counter(line.row.section for line in self.copy.plan.lines) if self.copy else {}
        return tuple((one, counted[one]) for one in Section if counted.get(one))

    def not_seen_for(self, *whys: Why) -> tuple[Line, ...]:
        """The lines that they don't see for one of those reasons."""
        return tuple(one.line for one in self.not_seen if one.why in whys)


def check(
    plan: Plan,
    reader_id: str,
    other_words: Iterable[OtherWords] = (),
    lists: WordList | None = None,
) -> ReaderCheck:
    """The check of that reader's copy. Refusal where nobody has that id.

    ``lists`` holds the words that a copy explains, ours where none is given.
    """
    reader = plan.people.load(reader_id)
    kept = tuple(one for one in other_words if one.reader == reader_id)
    found = ((line, standing_for(line, reader_id, kept)) for line in plan.lines)
    anew = {line.id: words for line, words in found if words}
    copy, problems = _copy(plan, reader_id, tuple(anew.values()), lists)
    kind = reader.copy_kind
    seen = {line.id for line in copy.plan.lines} if copy else None
    not_seen = () if kind is CopyKind.NONE else tuple(_left_out(plan, reader, set(anew), seen))
    return ReaderCheck(
        reader=reader,
        kind=kind,
        copy=copy,
        not_seen=not_seen,
        anew=tuple(anew.values()),
        problems=problems,
    )


def _copy(
    plan: Plan, reader_id: str, other: tuple[OtherWords, ...], lists: WordList | None
) -> tuple[Copy | None, tuple[Problem, ...]]:
    try:
        return Copy.for_reader(plan, reader_id, other, lists), ()
    except Refusal as refusal:
        return None, refusal.problems


def _left_out(
    plan: Plan, reader: Person, anew: set[str], seen: set[str] | None
) -> Iterable[NotSeen]:
    kind = reader.copy_kind
    hiding = Hiding.from_reader(plan.people, reader.id)
    theirs = {line.id: line for line in lines_for(plan, reader, kind)}
    elsewhere = Why.NOT_CHOSEN if kind is CopyKind.CHILD else Why.NOT_THEIRS
    for line in plan.lines:
        if seen is not None and line.id in seen:
            continue
        if not may_hear(line, reader.id):
            yield NotSeen(line, Why.MAY_HEAR)
        elif line.id not in theirs:
            yield NotSeen(line, elsewhere)
        elif line.id not in anew and hiding.shows_in(text_of(theirs[line.id], plan.people)):
            yield NotSeen(line, Why.HIDDEN)
        elif seen is not None:
            yield NotSeen(line, Why.BESIDE)
