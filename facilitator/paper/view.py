"""What a paper shows, as plain values: the template lays them out and adds nothing of its own.

Every word here comes from a copy. Words of the paper itself (headings, "Ring 999") stand in the
template, where they can be read in one go and be translated.
"""

from dataclasses import dataclass
from datetime import date

from facilitator.paper.view_agreed import (
    Answer,
    Asked,
    Disagreement,
    IfThen,
    NotSaid,
    OldStep,
    Reading,
    Telling,
    ToSort,
)
from facilitator.paper.view_words import Ring, Said

STANDARD, LARGE_PRINT, CHILD = "standard", "large_print", "child"
EDITIONS = (STANDARD, LARGE_PRINT, CHILD)


@dataclass(frozen=True)
class When:
    """When a step happens, in the family's words and in days.

    ``starts_later`` says that it begins after the plan's first week.
    """

    often: str = ""
    starts: str = ""
    ends: str = ""
    starts_later: bool = False


@dataclass(frozen=True)
class Row:
    """One line of page 1, or of a child's page."""

    when: When
    who: str
    what: Said


@dataclass(frozen=True)
class Safe:
    """Whom a child can tell."""

    child: str
    grown_ups: str


@dataclass(frozen=True)
class MeetAgain:
    """When and where the family meets again."""

    day: str
    time: str
    place: str
    who: str = ""


@dataclass(frozen=True)
class FrontPage:
    """Page 1."""

    title: str
    statement: Said | None
    rows: tuple[Row, ...]
    ring: tuple[Ring, ...]
    safe: tuple[Safe, ...]
    meet_again: MeetAgain | None
    keeper: Ring | None


@dataclass(frozen=True)
class Step:
    """One step, with the number that it has in this copy.

    ``line`` is the id of its line and ``answers`` the ids of the lines that it answers: both
    are for finding it, neither is ever printed.
    """

    number: int
    line: str
    answers: tuple[str, ...]
    who: str
    what: Said
    when: When
    checks: str
    is_service: bool


@dataclass(frozen=True)
class StepGroup:
    """Steps that begin at about the same time: `this_week`, `this_month`, `later`, `no_day`."""

    starts: str
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class ChildSaid:
    """What one child said, and what became of it."""

    child: str
    said: Said
    how: str
    day: str
    steps: tuple[Step, ...]
    could_not: str
    safe: str


@dataclass(frozen=True)
class Talked:
    """One thing that was talked about, and the steps that answer it."""

    said: Said
    reason: str = ""
    steps: tuple[int, ...] = ()


@dataclass(frozen=True)
class Sent:
    """What somebody who was not there wanted to say, and how it came."""

    said: Said
    how: str
    day: str


@dataclass(frozen=True)
class Goal:
    """What the family wants, and how they will know."""

    said: Said
    sign: str
    score: int | None
    steps: tuple[int, ...]


@dataclass(frozen=True)
class Holder:
    """Somebody who gets a copy: which, in what form, how and when."""

    name: str
    kind: str
    form: str
    how: str
    day: str


@dataclass(frozen=True)
class Attended:
    """Who was there, by how they took part; names as they like them."""

    in_room: tuple[str, ...]
    on_the_line: tuple[str, ...]
    wrote: tuple[str, ...]
    could_not_come: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Paper:
    """Everything that one paper shows."""

    kind: str
    reader: str
    lang: str
    title: str
    version: int
    day: str
    short_day: str
    code: str
    made_on: date
    practice: bool
    front: FrontPage
    steps: tuple[StepGroup, ...]
    statement: Said | None
    love_lines: tuple[Said, ...]
    attended: Attended | None
    old_steps: tuple[OldStep, ...]
    children: tuple[ChildSaid, ...]
    other_views: tuple[ChildSaid, ...]
    beginning: str
    agreements: tuple[Said, ...]
    hopes: tuple[Said, ...]
    strengths: tuple[Talked, ...]
    needs: tuple[Talked, ...]
    worries: tuple[Talked, ...]
    bottom_lines: tuple[Talked, ...]
    questions: tuple[Said, ...]
    if_no_plan: str
    sent_words: tuple[Sent, ...]
    goals: tuple[Goal, ...]
    asked: tuple[Asked, ...]
    if_thens: tuple[IfThen, ...]
    keep_going: tuple[Said, ...]
    meet_sooner: tuple[Said, ...]
    disagreements: tuple[Disagreement, ...]
    own_views: tuple[Said, ...]
    not_said: tuple[NotSaid, ...]
    to_sort: tuple[ToSort, ...]
    readings: tuple[Reading, ...]
    answers: tuple[Answer, ...]
    referrer: Answer | None
    tellings: tuple[Telling, ...]
    own_needs: tuple[tuple[str, str], ...]
    holders: tuple[Holder, ...]
    words_explained: tuple[tuple[str, str], ...]
    log_mark: str
    kept_for: str

    @property
    def all_steps(self) -> tuple[Step, ...]:
        """Every step, in the order of its number."""
        return tuple(step for group in self.steps for step in group.steps)

    @property
    def has_talk(self) -> bool:
        """Whether anything stands under "What we talked about"."""
        spoken = (self.strengths, self.needs, self.worries, self.bottom_lines, self.questions)
        said = (self.hopes, self.agreements, self.sent_words, *spoken)
        return bool(self.beginning or self.if_no_plan or any(said))
