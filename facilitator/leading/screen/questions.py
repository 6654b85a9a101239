"""The questions of one meeting, as the screen for leading shows them."""

from collections import Counter
from dataclasses import dataclass, field, replace
from functools import lru_cache

from facilitator import five_rs
from facilitator.agenda import Prompt, Technique
from facilitator.agenda.vocabulary import ASKED_OF, CHILD
from facilitator.leading.opening import Opened
from facilitator.people import Person
from facilitator.walk import OwnQuestion

THE_CHILDREN = "the children"
MOST_KEPT = 1000  # questions with the children's names in them: those of a dozen meetings


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question with all that belongs to it.

    ``state`` is now, asked, later, skipped or open; ``lines`` is how much was said to it.
    """

    id: str
    stage: str
    stage_name: str
    words: str
    to: str = "all"
    other_ways: tuple[str, ...] = ()
    then: tuple[str, ...] = ()
    gathers: tuple[str, ...] = ()
    core: bool = False
    own: bool = False
    state: str = "open"
    technique: Technique | None = None
    kept_by: tuple[str, ...] = ()
    lines: int = field(default=0, compare=False)

    @property
    def to_label(self) -> str:
        """To whom it is put, in words."""
        return "Your own question" if self.own else ASKED_OF[self.to]


def questions_of(opened: Opened) -> tuple[Question, ...]:
    """Every question of the meeting, in the order of the agenda; own ones end their stage."""
    return _Asking(opened).questions()


def children_in_words(children: tuple[Person, ...]) -> str:
    """The children's names for a question: "Tiana", "Tiana and Jaydon", "the children"."""
    names = [one.short_name for one in children]
    if len(names) > 1:
        return f"{', '.join(names[:-1])} and {names[-1]}"
    return names[0] if names else THE_CHILDREN


class _Asking:
    """Makes questions of prompts, for one meeting."""

    def __init__(self, opened: Opened) -> None:
        self.agenda, self.walk = opened.agenda, opened.walk
        self.child = children_in_words(opened.people.children)
        self.counted = Counter(one.prompt for one in opened.said)
        self.stages = {one.id: one.name for one in self.agenda.stages}
        marks = (("asked", self.walk.asked), ("later", self.walk.later))
        skipped = ("skipped", self.walk.skipped)
        self.states = {one: name for name, ids in (*marks, skipped) for one in ids}
        self.states[self.walk.now] = "now"

    def questions(self) -> tuple[Question, ...]:
        """All of them."""
        found: list[Question] = []
        for stage in self.agenda.stages:
            found += [self._of_prompt(one) for one in self.agenda.prompts_in(stage.id)]
            found += [self._own(one) for one in self.walk.own if one.stage == stage.id]
        return tuple(found)

    def _of_prompt(self, prompt: Prompt) -> Question:
        technique = self.agenda.find_technique(prompt.technique)
        asked = _of_the_agenda(prompt, self.stages[prompt.stage], technique, self.child)
        state, lines = self.states.get(prompt.id, asked.state), self.counted[prompt.id]
        if (state, lines) == (asked.state, asked.lines):
            return asked
        return replace(asked, state=state, lines=lines)

    def _own(self, own: OwnQuestion) -> Question:
        return Question(
            id=own.id,
            stage=own.stage,
            stage_name=self.stages[own.stage],
            words=own.words,
            own=True,
            state=self.states.get(own.id, "open"),
            lines=self.counted[own.id],
        )


@lru_cache(maxsize=MOST_KEPT)
def _of_the_agenda(
    prompt: Prompt, stage_name: str, technique: Technique | None, child: str
) -> Question:
    """The question of that prompt, to which nobody has come yet."""

    def filled(words: str) -> str:
        return words.replace(CHILD, child)

    return Question(
        id=prompt.id,
        stage=prompt.stage,
        stage_name=stage_name,
        words=filled(prompt.words),
        to=prompt.to,
        other_ways=tuple(map(filled, prompt.other_ways)),
        then=tuple(map(filled, prompt.then)),
        gathers=prompt.gathers,
        core=prompt.core,
        technique=technique,
        kept_by=tuple(five_rs.load(one).we_are for one in prompt.commitments),
    )
