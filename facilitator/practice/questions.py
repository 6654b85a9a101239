"""The questions of a first meeting, laid out for somebody who wants to know what is asked."""

from dataclasses import dataclass
from functools import cache

from facilitator import five_rs
from facilitator.agenda import Prompt, shipped
from facilitator.agenda.vocabulary import ASKED_OF, CHILD, STAGES

AGENDA = "family_group_conference"


@dataclass(frozen=True)
class Kept:
    """One commitment that a question keeps."""

    name: str
    we_will: str


@dataclass(frozen=True)
class Question:
    """One question with everything that belongs to it, in words fit to show."""

    id: str
    words: str
    to: str
    then: tuple[str, ...]
    other_ways: tuple[str, ...]
    is_core: bool
    keeps: tuple[Kept, ...]
    technique: tuple[str, ...]


@dataclass(frozen=True)
class StageOfQuestions:
    """One part of the meeting and its questions, which may be none."""

    id: str
    name: str
    about: str
    length: str
    questions: tuple[Question, ...]


@cache
def by_stage(child: str) -> tuple[StageOfQuestions, ...]:
    """The stages of the shipped agenda with their questions; ``child`` is the name to ask about."""
    agenda = shipped.load(AGENDA)
    techniques = {one.id: (one.name, one.what, one.how) for one in agenda.techniques}
    return tuple(
        StageOfQuestions(
            id=stage.id,
            name=stage.name,
            about=STAGES[stage.id],
            length=f"About {stage.minutes} minutes." if stage.minutes else "",
            questions=tuple(
                _question(prompt, child, techniques.get(prompt.technique, ()))
                for prompt in agenda.prompts_in(stage.id)
            ),
        )
        for stage in agenda.stages
    )


def _question(prompt: Prompt, child: str, technique: tuple[str, ...]) -> Question:
    return Question(
        id=prompt.id,
        words=prompt.words.replace(CHILD, child),
        to=ASKED_OF[prompt.to],
        then=tuple(one.replace(CHILD, child) for one in prompt.then),
        other_ways=tuple(one.replace(CHILD, child) for one in prompt.other_ways),
        is_core=prompt.core,
        keeps=tuple(_kept(commitment) for commitment in prompt.commitments),
        technique=technique,
    )


def _kept(commitment_id: str) -> Kept:
    commitment = five_rs.COMMITMENTS[commitment_id]
    return Kept(name=commitment.we_are, we_will=commitment.we_will)
