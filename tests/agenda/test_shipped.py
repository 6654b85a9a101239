"""Every agenda that comes with the program, and the first meeting's above all."""

import re
from pathlib import Path

import pytest

from facilitator import five_rs
from facilitator.agenda import Prompt, shipped
from facilitator.refusals import Refusal
from tests.agenda.builders import TINY

MOST_WORDS_IN_A_SENTENCE = 17

CORE_OF_A_FIRST_MEETING = {
    "prepare": {"RES-1b", "RES-3b", "RES-3c", "RSL-1a", "REF-1a"},
    "open": {"REL-1b", "REL-2b", "RSL-1c", "REF-3a"},
    "share": {"RES-1c", "RES-2a", "RES-2b", "RES-2c", "RSP-1a", "RSP-2b", "RSL-2a", "RSL-2b"},
    "private": {"REL-3c", "RSP-1c", "RSP-3b", "REF-2b"},
    "agree": {
        *("REL-2d", "REL-3d", "RES-2d", "RES-3e", "RSP-1e", "RSP-3c"),
        *("RSP-3d", "RSL-1e", "RSL-3a", "REF-1e", "REF-2c", "REF-3c"),
    },
}


def spoken(prompt: Prompt) -> tuple[str, ...]:
    return (prompt.words, *prompt.then, *prompt.other_ways)


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.?!])\s+", text)


@pytest.mark.parametrize("name", shipped.names())
def test_a_shipped_agenda_is_sound_and_bears_its_own_name(name: str) -> None:
    assert shipped.load(name).id == name


@pytest.mark.parametrize("name", shipped.names())
def test_every_technique_of_a_shipped_agenda_helps_with_some_prompt(name: str) -> None:
    agenda = shipped.load(name)
    used = {prompt.technique for prompt in agenda.prompts}
    assert {technique.id for technique in agenda.techniques} == used - {""}


@pytest.mark.parametrize("name", shipped.names())
def test_no_sentence_of_a_shipped_agenda_is_long(name: str) -> None:
    agenda = shipped.load(name)
    said = [text for prompt in agenda.prompts for text in spoken(prompt)]
    said += [text for technique in agenda.techniques for text in (technique.what, technique.how)]
    for text in said:
        for sentence in sentences(text):
            assert len(sentence.split()) <= MOST_WORDS_IN_A_SENTENCE, sentence


@pytest.mark.parametrize("name", shipped.names())
def test_no_question_of_a_shipped_agenda_stands_there_twice(name: str) -> None:
    said = [text for prompt in shipped.load(name).prompts for text in spoken(prompt)]
    assert len(said) == len(set(said))


@pytest.mark.parametrize("name", shipped.names())
def test_each_core_prompt_of_a_shipped_agenda_can_be_asked_another_way(name: str) -> None:
    for prompt in shipped.load(name).prompts:
        assert not prompt.core or prompt.other_ways, prompt.id


def test_the_first_meeting_has_its_core_prompts_in_their_stages() -> None:
    agenda = shipped.load("family_group_conference")
    core = {
        stage.id: {prompt.id for prompt in agenda.prompts_in(stage.id) if prompt.core}
        for stage in agenda.stages
    }
    assert {stage: ids for stage, ids in core.items() if ids} == CORE_OF_A_FIRST_MEETING
    assert sum(len(ids) for ids in core.values()) == 33


def test_the_first_meeting_goes_from_asking_to_giving_out() -> None:
    agenda = shipped.load("family_group_conference")
    order = ["ask", "prepare", "open", "share", "private", "agree", "give"]
    assert [stage.id for stage in agenda.stages] == order
    asked = [order.index(prompt.stage) for prompt in agenda.prompts]
    assert asked == sorted(asked)


def test_the_first_meeting_leaves_no_commitment_out() -> None:
    agenda = shipped.load("family_group_conference")
    assert agenda.left_out == ()
    for commitment in five_rs.COMMITMENTS:
        assert agenda.keeping(commitment)[1:], "Each has a core prompt, and others to choose from."


def test_each_prompt_of_the_first_meeting_keeps_first_the_commitment_in_its_id() -> None:
    for prompt in shipped.load("family_group_conference").prompts:
        assert prompt.id.startswith(prompt.commitments[0])


def test_risk_strength_and_need_are_level_among_the_core_prompts_that_share() -> None:
    agenda = shipped.load("family_group_conference")
    asked = [prompt.aspect for prompt in agenda.prompts_in("share") if prompt.core]
    assert [asked.count(aspect) for aspect in ("risk", "strength", "need")] == [2, 2, 2]


def test_an_agenda_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(Refusal, match=r"no agenda called '\.\./tests'\. Use .*family_group_conf"):
        shipped.load("../tests")


def test_the_names_are_those_of_the_files_and_no_others() -> None:
    assert "family_group_conference" in shipped.names()
    assert "README" not in shipped.names()


def test_an_installed_program_finds_the_agendas_inside_its_package(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "agendas").mkdir()
    (tmp_path / "agendas" / "tiny.toml").write_text(TINY, encoding="utf-8")
    monkeypatch.setattr(shipped, "files", lambda _: tmp_path)
    assert shipped.names() == ("tiny",)
    assert shipped.load("tiny").name == "Tiny"
