"""The walk through the questions of a meeting: where we are, what is next, what is for later."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from facilitator.agenda import Agenda
from facilitator.walk.happening import Happening, What
from facilitator.walk.order import Order


@dataclass(frozen=True)
class OwnQuestion:
    """A question that the facilitator thought of, and the stage in which that was."""

    id: str
    words: str
    stage: str


@dataclass(frozen=True)
class Stay:
    """The time in one stage, from the moment when we came into it to the next stay."""

    stage: str
    since: datetime


@dataclass(frozen=True, kw_only=True)
class Walk:
    """Where a meeting has come to. Questions are named by the ids of prompts, own ones too.

    ``now`` is the question on the screen, in ``stage``; ``next`` and ``back`` are where those
    two buttons lead, "" for nowhere. ``asked``, ``later`` and ``skipped`` stand in the order in
    which it was said of them. The meeting has ``begun`` once anything at all was done.
    """

    now: str
    stage: str
    next: str
    back: str
    begun: bool
    asked: tuple[str, ...] = ()
    later: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    own: tuple[OwnQuestion, ...] = ()
    stays: tuple[Stay, ...] = ()

    @classmethod
    def of(
        cls, agenda: Agenda, happenings: Iterable[Happening], answered: Collection[str] = ()
    ) -> "Walk":
        """The walk that those happenings make.

        ``answered`` are questions to which something was said: they count as asked.
        """
        steps = _Steps(Order.of(agenda), frozenset(answered))
        for one in happenings:
            if not one.what.is_of_a_person:
                steps.take(one)
        return steps.walk()


class _Steps:
    """The walk while it is being made of what happened, one thing after the other."""

    def __init__(self, order: Order, answered: frozenset[str]) -> None:
        self.order, self.answered = order, answered
        self.now = self.place = order.first
        self.trail: list[str] = [order.first]
        self.marks: dict[str, What] = {}
        self.own: dict[str, OwnQuestion] = {}
        self.stays: list[Stay] = []

    def take(self, one: Happening) -> None:
        """One thing that happened."""
        if one.what in (What.OWN_QUESTION, What.GOT_READY):
            self._add(one)
        elif not self._knows(one.about):
            return  # Of an agenda that this meeting had before.
        elif one.what is What.WENT:
            self._go(one.about, one.at)
        else:
            self._mark(one)

    def walk(self) -> Walk:
        """What has come of it."""
        return Walk(
            now=self.now,
            stage=self._stage(self.now),
            next=self._next(),
            back=self.trail[-2] if len(self.trail) > 1 else "",
            begun=bool(self.stays),
            asked=self._marked(What.ASKED),
            later=self._marked(What.LATER),
            skipped=self._marked(What.SKIPPED),
            own=tuple(self.own.values()),
            stays=tuple(self.stays),
        )

    def _add(self, one: Happening) -> None:
        if one.about in self.own:
            return
        self.own[one.about] = OwnQuestion(one.about, one.words, self._stage(self.now))
        if one.what is What.OWN_QUESTION:
            self._go(one.about, one.at)

    def _mark(self, one: Happening) -> None:
        self._be_in(self._stage(self.now), one.at)
        self.marks.pop(one.about, None)  # What was said last stands last.
        self.marks[one.about] = one.what
        if one.about == self.now and (onward := self._next()):
            self._go(onward, one.at)

    def _go(self, question: str, at: datetime) -> None:
        if len(self.trail) > 1 and question == self.trail[-2]:
            self.trail.pop()
        elif question != self.now:
            self.trail.append(question)
        self.now = question
        if self.order.is_of_the_day(question):
            self.place = question
        self._be_in(self._stage(question), at)

    def _be_in(self, stage: str, at: datetime) -> None:
        if not self.stays or self.stays[-1].stage != stage:
            self.stays.append(Stay(stage, at))

    def _next(self) -> str:
        done = self.answered | self.marks.keys()
        if self.now != self.place and self.place not in done:
            return self.place  # The question that was interrupted by one of another kind.
        open_ones = [one for one in self.order.stops if one not in done and one != self.now]
        after = [one for one in open_ones if self.order.is_after(one, self.place)]
        later = [one for one in self._marked(What.LATER) if one != self.now]
        return next(iter((*after, *later, *open_ones)), "")

    def _marked(self, mark: What) -> tuple[str, ...]:
        said = [one for one, held in self.marks.items() if held is mark]
        if mark is What.ASKED:
            said += sorted(self.answered - self.marks.keys(), key=self.order.place_of)
        return tuple(said)

    def _knows(self, question: str) -> bool:
        return question in self.own or self.order.has(question)

    def _stage(self, question: str) -> str:
        own = self.own.get(question)
        if own:
            return own.stage
        # A question from before the day may be asked on the day: the stage stays what it is.
        return self.order.stage_of(question if self.order.is_of_the_day(question) else self.place)
