"""The agenda of one kind of meeting: stages, prompts and techniques, checked and unchanging."""

from dataclasses import dataclass

from facilitator.agenda.opening import opened
from facilitator.agenda.rules import first_problems
from facilitator.agenda.tables import Table, listed, named, tables, whole, words, yes
from facilitator.refusals import Refusal


@dataclass(frozen=True)
class Stage:
    """One part of the meeting.

    ``id`` is one of ``vocabulary.STAGES``; ``presence`` names who may be there, by
    ``vocabulary.PARTS``. ``minutes`` is what we plan for, never a limit, and None where the
    stage takes days, or as long as it takes.
    """

    id: str
    name: str
    minutes: int | None
    presence: tuple[str, ...]


@dataclass(frozen=True)
class Technique:
    """A way to help people talk: ``what`` it is and ``how`` to do it, a line each."""

    id: str
    name: str
    what: str
    how: str


@dataclass(frozen=True)
class Prompt:
    """One question.

    ``words`` ask one thing, ``then`` follows up, ``other_ways`` ask the same thing otherwise;
    all may hold ``[child]``, the gap for the child's chosen name. ``gathers`` are keys of
    ``kinds.KINDS``; ``commitments`` are ids of ``five_rs.COMMITMENTS``, the one it serves most
    first. ``technique`` is the id of one in the same agenda; ``aspect`` and ``technique`` are
    "" for none.
    """

    id: str
    stage: str
    to: str
    words: str
    then: tuple[str, ...]
    gathers: tuple[str, ...]
    commitments: tuple[str, ...]
    core: bool
    aspect: str
    other_ways: tuple[str, ...]
    technique: str


@dataclass(frozen=True)
class LeftOut:
    """A commitment that this kind of meeting does not ask about, and why."""

    commitment: str
    why: str


@dataclass(frozen=True)
class Agenda:
    """One kind of meeting. Every commitment is kept by a core prompt, or left out with a reason.

    ``language`` is a BCP 47 tag. Stages and prompts stand in the order of the file.
    """

    id: str
    name: str
    about: str
    language: str
    stages: tuple[Stage, ...]
    prompts: tuple[Prompt, ...]
    techniques: tuple[Technique, ...]
    left_out: tuple[LeftOut, ...]

    @classmethod
    def read(cls, data: bytes, name: str) -> "Agenda":
        """The agenda in the bytes of a TOML file; a Refusal with everything that is wrong.

        ``name`` is the file's name, for the messages. Any bytes at all get an answer, within
        a second; nothing but a Refusal is raised.
        """
        document = opened(data, name)
        problems = first_problems(document, name)
        if problems:
            raise Refusal(*problems)
        return cls(
            id=words(document, "id"),
            name=words(document, "name"),
            about=words(document, "about"),
            language=words(document, "language"),
            stages=tuple(_stage(table) for table in tables(document, "stage")),
            prompts=tuple(_prompt(table) for table in tables(document, "prompt")),
            techniques=_techniques(document),
            left_out=tuple(
                LeftOut(commitment, str(why)) for commitment, why in named(document, "left_out")
            ),
        )

    def find_stage(self, stage_id: str) -> Stage | None:
        """The stage of that id, or None."""
        return next((stage for stage in self.stages if stage.id == stage_id), None)

    def find_prompt(self, prompt_id: str) -> Prompt | None:
        """The prompt of that id, or None."""
        return next((prompt for prompt in self.prompts if prompt.id == prompt_id), None)

    def find_technique(self, technique_id: str) -> Technique | None:
        """The technique of that id, or None."""
        return next((found for found in self.techniques if found.id == technique_id), None)

    def prompts_in(self, stage_id: str) -> tuple[Prompt, ...]:
        """The prompts of one stage, in the order of the file."""
        return tuple(prompt for prompt in self.prompts if prompt.stage == stage_id)

    def keeping(self, commitment_id: str) -> tuple[Prompt, ...]:
        """The prompts that keep one commitment, core ones and offered ones."""
        return tuple(prompt for prompt in self.prompts if commitment_id in prompt.commitments)


def _stage(table: Table) -> Stage:
    return Stage(
        id=words(table, "id"),
        name=words(table, "name"),
        minutes=whole(table, "minutes"),
        presence=listed(table, "presence"),
    )


def _prompt(table: Table) -> Prompt:
    return Prompt(
        id=words(table, "id"),
        stage=words(table, "stage"),
        to=words(table, "to"),
        words=words(table, "words"),
        then=listed(table, "then"),
        gathers=listed(table, "gathers"),
        commitments=listed(table, "commitments"),
        core=yes(table, "core"),
        aspect=words(table, "aspect"),
        other_ways=listed(table, "other_ways"),
        technique=words(table, "technique"),
    )


def _techniques(document: Table) -> tuple[Technique, ...]:
    return tuple(
        Technique(
            id=name,
            name=words(table, "name"),
            what=words(table, "what"),
            how=words(table, "how"),
        )
        for name, table in named(document, "technique")
        if isinstance(table, dict)
    )
