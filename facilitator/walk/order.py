"""The order in which an agenda's questions are asked."""

from dataclasses import dataclass
from functools import cached_property, lru_cache

from facilitator.agenda import Agenda, Prompt

# These stages lie before the day: their questions are asked in preparing.
BEFORE_THE_DAY = frozenset({"ask", "prepare"})


@dataclass(frozen=True)
class Order:
    """Every question of an agenda in its place, and those at which a meeting stops by itself."""

    prompts: tuple[Prompt, ...]

    @classmethod
    def of(cls, agenda: Agenda) -> "Order":
        """The order of that agenda: stage by stage, each as in the file."""
        return _order(agenda)

    @cached_property
    def stops(self) -> tuple[str, ...]:
        """The core questions of the day, in order; of a stage of cards only its first card.

        What is asked of the facilitator alone is never a stop.
        """
        found: dict[str, None] = {}
        cards: set[str] = set()
        for one in self.prompts:
            if not one.core or one.stage in BEFORE_THE_DAY or one.to == "self":
                continue
            if one.to == "card":
                if one.stage in cards:
                    continue
                cards.add(one.stage)
            found[one.id] = None
        return tuple(found)

    @property
    def first(self) -> str:
        """The question that a meeting begins with, "" where the agenda asks nothing."""
        of_the_day = (one for one in self._places if self.is_of_the_day(one))
        return next((one for one in (*self.stops, *of_the_day, *self._places)), "")

    @cached_property
    def _places(self) -> dict[str, int]:
        return {one.id: place for place, one in enumerate(self.prompts)}

    @cached_property
    def _stages(self) -> dict[str, str]:
        return {one.id: one.stage for one in self.prompts}

    def has(self, question: str) -> bool:
        """Whether the agenda has that question."""
        return question in self._places

    def place_of(self, question: str) -> int:
        """Its place, counted from 0; after all others where the agenda does not have it."""
        return self._places.get(question, len(self.prompts))

    def stage_of(self, question: str) -> str:
        """The stage of that question, "" where the agenda does not have it."""
        return self._stages.get(question, "")

    def is_of_the_day(self, question: str) -> bool:
        """Whether it is a question of the agenda that is asked on the day itself."""
        return self.has(question) and self._stages[question] not in BEFORE_THE_DAY

    def is_after(self, question: str, other: str) -> bool:
        """Whether the first of the two comes later in the meeting."""
        return self.place_of(question) > self.place_of(other)


@lru_cache(maxsize=16)
def _order(agenda: Agenda) -> Order:
    return Order(tuple(one for stage in agenda.stages for one in agenda.prompts_in(stage.id)))
