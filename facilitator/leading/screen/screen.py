"""The screen for leading a meeting, as plain values: what stands on it, and in which words."""

import json
from collections import Counter
from dataclasses import dataclass
from functools import cache

from facilitator.accounts.user import User
from facilitator.contributions import Wording
from facilitator.kinds import KINDS, Holds, Kind
from facilitator.leading.lines import answers
from facilitator.leading.lines.line_json import new_key, new_ref
from facilitator.leading.opening import Opened
from facilitator.leading.screen.questions import Question, questions_of
from facilitator.meetings import KeptMeeting
from facilitator.pages.drafts import draft_key
from facilitator.people import Attendance, Person, Role
from facilitator.practice import script
from facilitator.practice.script import Offer
from facilitator.walk import Whereabouts
from facilitator.walk.order import BEFORE_THE_DAY

SEAT_KEYS = "1234567890-="
IN_SIGHT = 5
_HOW = {
    Attendance.BY_PHONE: "by phone",
    Attendance.BY_VIDEO: "by video",
    Attendance.WROTE: "wrote in",
}
# In the order in which a meeting comes to them.
_MAIN = ("strength", "need", "worry", "bottom_line", "question", "action", "unknown")


@dataclass(frozen=True)
class StageView:
    """One part of the day, the ``number``th of ``count``; ``state`` is before, now or after."""

    id: str
    name: str
    number: int
    count: int
    state: str
    minutes: int | None
    questions: tuple[Question, ...]

    @property
    def strip(self) -> str:
        """Where that is, in family words: "2 of 5: What is going on"."""
        return f"{self.number} of {self.count}: {self.name}"

    @property
    def about(self) -> str:
        """How long it is meant to take, which is never a limit; "" where nobody planned it."""
        return f"about {self.minutes} minutes" if self.minutes else ""

    @property
    def on_the_map(self) -> tuple[Question, ...]:
        """What the map shows of it: the others stand under "More questions"."""
        return tuple(one for one in self.questions if one.core or one.own or one.state == "later")


@dataclass(frozen=True)
class Seat:
    """One person of the people row; ``key`` chooses them, and is "" from the thirteenth on."""

    id: str
    key: str
    name: str
    relationship: str
    is_child: bool
    here: Whereabouts
    how: str
    said: int


@dataclass(frozen=True)
class KindButton:
    """One kind that can be chosen; ``several`` where its ``who`` may be more than one person."""

    key: str
    label: str
    letter: str
    who: str
    several: bool
    is_main: bool


@dataclass(frozen=True)
class LineView:
    """One line that stands; ``json`` is the same line as the browser gets it."""

    ref: str
    number: int
    key: str
    kind: str
    kind_label: str
    by: str
    by_name: str
    words: str
    exact: bool
    prompt: str
    lang: str
    dir: str
    unfinished: tuple[str, ...]
    json: str


@dataclass(frozen=True, kw_only=True)
class Screen:
    """All that stands on the screen for leading one meeting."""

    kept: KeptMeeting
    title: str
    practice: bool
    begun: bool
    stage: StageView
    stages: tuple[StageView, ...]
    before_the_day: tuple[Question, ...]
    questions: tuple[Question, ...]
    now: Question | None
    next_id: str
    back_id: str
    later: tuple[str, ...]
    seats: tuple[Seat, ...]
    leaders: tuple[str, ...]
    lines: tuple[LineView, ...]
    to_finish: tuple[LineView, ...]
    here_count: int
    by_hand: bool
    offer: Offer | None
    offers_wait: str
    draft_key: str
    fresh_ref: str
    fresh_key: str

    @property
    def last(self) -> tuple[LineView, ...]:
        """The last few lines, which stand above the line box."""
        return self.lines[-IN_SIGHT:]

    @property
    def earlier(self) -> tuple[LineView, ...]:
        """All lines before those."""
        return self.lines[:-IN_SIGHT]


def screen_of(opened: Opened, secret_key: str, user: User) -> Screen:
    """The screen for that meeting as it stands."""
    questions, walk = questions_of(opened), opened.walk
    stages = stages_of(opened, questions)
    lines = tuple(_line(one, opened) for one in opened.lines if one.said.row.is_talk)
    offer, wait = _offer(opened)
    return Screen(
        kept=opened.kept,
        title=opened.title,
        practice=opened.kept.practice,
        begun=walk.begun,
        stage=next((one for one in stages if one.state == "now"), stages[0]),
        stages=stages,
        before_the_day=tuple(one for one in questions if one.stage in BEFORE_THE_DAY),
        questions=questions,
        now=next((one for one in questions if one.id == walk.now), None),
        next_id=walk.next,
        back_id=walk.back,
        later=walk.later,
        seats=seats_of(opened),
        leaders=tuple(one.short_name for one in opened.people if one.role is Role.FACILITATOR),
        lines=lines,
        to_finish=tuple(one for one in lines if one.unfinished),
        here_count=len(opened.presence.here),
        by_hand=walk.stage == "private",
        offer=offer,
        offers_wait=wait,
        draft_key=draft_key(secret_key, user.id, str(opened.kept.id)),
        fresh_ref=new_ref(),
        fresh_key=new_key(),
    )


def seats_of(opened: Opened) -> tuple[Seat, ...]:
    """The people row: everybody but the facilitator and who is left out, as they sit.

    Keys go to those who were to be there first, so that nobody's key changes while they come
    and go.
    """
    shown = [one for one in opened.people if not one.is_left_out and not _leads(one)]
    coming = [one.id for one in shown if one.attended.took_part]
    others = [one.id for one in shown if not one.attended.took_part]
    keys = dict(zip((*coming, *others), SEAT_KEYS, strict=False))
    said = Counter(one.by for one in opened.said)
    return tuple(_seat(one, opened, keys.get(one.id, ""), said[one.id]) for one in shown)


@cache
def kind_buttons() -> tuple[KindButton, ...]:
    """The kinds that can be chosen while people talk, the main ones first."""
    chosen = [one for one in KINDS.values() if one.while_talking]
    return tuple(_button(one) for one in sorted(chosen, key=_place))


def _place(kind: Kind) -> int:
    return _MAIN.index(kind.key) if kind.key in _MAIN else len(_MAIN)


def _leads(person: Person) -> bool:
    return person.role is Role.FACILITATOR


def _seat(person: Person, opened: Opened, key: str, said: int) -> Seat:
    return Seat(
        id=person.id,
        key=key,
        name=person.short_name,
        relationship=person.relationship,
        is_child=person.role is Role.CHILD,
        here=opened.presence.of_person(person.id),
        how=_HOW.get(person.attended, ""),
        said=said,
    )


def _button(kind: Kind) -> KindButton:
    several = any(one.key == kind.who and one.holds is Holds.PEOPLE for one in kind.fields)
    return KindButton(kind.key, kind.label, kind.letter, kind.who, several, kind.is_main)


def _line(wording: Wording, opened: Opened) -> LineView:
    said, told = wording.said, answers.line(wording, opened.people)
    return LineView(
        ref=said.id,
        number=wording.number,
        key=wording.change.key,
        kind=said.kind,
        kind_label=told["kind_label"],
        by=said.by,
        by_name=told["by_name"],
        words=said.words,
        exact=bool(said.exact),
        prompt=said.prompt or "",
        lang=said.lang or "",
        dir=said.dir or "auto",
        unfinished=tuple(told["unfinished"]),
        json=json.dumps(told, ensure_ascii=False, separators=(",", ":")),
    )


def stages_of(opened: Opened, questions: tuple[Question, ...]) -> tuple[StageView, ...]:
    """The parts of the day, in order, with where the meeting is among them."""
    of_the_day = [one for one in opened.agenda.stages if one.id not in BEFORE_THE_DAY]
    stages = of_the_day or list(opened.agenda.stages)
    reached = next((at for at, one in enumerate(stages) if one.id == opened.walk.stage), 0)
    return tuple(
        StageView(
            id=one.id,
            name=one.name,
            number=at + 1,
            count=len(stages),
            state="now" if at == reached else "before" if at < reached else "after",
            minutes=one.minutes,
            questions=tuple(question for question in questions if question.stage == one.id),
        )
        for at, one in enumerate(stages)
    )


def _offer(opened: Opened) -> tuple[Offer | None, str]:
    refs = frozenset(one.id for one in opened.said)
    offers = script.offers_for(opened.kept, refs)
    if not offers:
        return None, ""
    if offers[0].stage == "agree" and opened.walk.stage in ("open", "share"):
        return None, "That is all that was said before private family time."
    return offers[0], ""
