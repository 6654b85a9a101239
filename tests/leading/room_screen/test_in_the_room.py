"""What may stand before everybody who is here."""

from dataclasses import replace

import pytest

from facilitator.agenda import Agenda
from facilitator.agenda.shipped import find_file
from facilitator.contributions import Contribution
from facilitator.kinds import KINDS
from facilitator.leading.room_screen.in_the_room import InTheRoom, is_for_adults
from facilitator.people import Person, Role
from tests.builders import hidden, people, said
from tests.people.cast import ELLIE, MUM, NAN, PRIYA

ADULTS = (MUM.id, NAN.id, PRIYA.id)
WITH_A_CHILD = (*ADULTS, ELLIE.id)


def the_agenda() -> Agenda:
    file = find_file("family_group_conference")
    assert file
    return Agenda.read(file, "family_group_conference.toml")


AGENDA = the_agenda()


def a_room(*here: str, hides: tuple[str, ...] = (), hidden_from: str = "nan") -> InTheRoom:
    named = people(hidden_items=tuple(hidden(text, hidden_from) for text in hides))
    return InTheRoom(named, here or ADULTS, AGENDA)


def stands(said_: Contribution, room: InTheRoom) -> bool:
    return room.may_stand(said_)


@pytest.mark.parametrize("kind", ["consent", "sent_words", "unsorted", "answer"])
def test_what_is_between_one_person_and_the_facilitator_is_never_on_the_wall(kind: str) -> None:
    assert not stands(said(kind, "Words.", by="nan"), a_room())


@pytest.mark.parametrize(
    "kind", ["worry", "bottom_line", "if_no_plan", "disagreement", "referrer_answer"]
)
def test_what_is_for_adults_waits_until_no_child_is_there(kind: str) -> None:
    heavy = said(kind, "Words.", by="priya")
    assert stands(heavy, a_room())
    assert not stands(heavy, a_room(*WITH_A_CHILD))


@pytest.mark.parametrize("kind", ["strength", "need", "hope", "question", "action", "goal"])
def test_what_a_child_may_read_stands_while_a_child_is_there(kind: str) -> None:
    assert stands(said(kind, "Words.", by="nan"), a_room(*WITH_A_CHILD))


def test_a_cousin_of_fifteen_counts_as_a_child_whatever_the_part() -> None:
    cousin = Person(id="ash", name="Ash", called="Ash", role=Role.FAMILY, age=15)
    young = InTheRoom(people(MUM, cousin), (MUM.id, cousin.id), AGENDA)
    grown = InTheRoom(people(MUM, replace(cousin, age=18)), (MUM.id, cousin.id), AGENDA)
    assert not stands(said("worry", "Words."), young)
    assert stands(said("worry", "Words."), grown)


def test_what_answers_a_question_to_the_worker_is_for_adults_unless_it_is_of_the_plan() -> None:
    to_the_worker = next(one.id for one in AGENDA.prompts if one.to == "worker")
    strength = replace(said("strength", "Words."), prompt=to_the_worker)
    step = replace(said("action", "Words.", who=("priya",)), prompt=to_the_worker)
    assert is_for_adults(strength, AGENDA)
    assert not is_for_adults(step, AGENDA)
    assert not is_for_adults(replace(strength, prompt="no such question"), AGENDA)


def test_words_that_some_may_hear_stand_only_while_nobody_else_is_there() -> None:
    view = said("child_view", "I miss Dad.", by="ellie", may_hear=("mum", "nan"))
    assert stands(view, a_room("mum", "nan", "ellie"))
    assert not stands(view, a_room("mum", "nan", "ellie", "priya"))


def test_a_past_hurt_waits_for_that_persons_own_yes() -> None:
    hurt = replace(said("strength", "She left him.", by="nan"), hurts="mum")
    assert not stands(hurt, a_room())
    assert not stands(replace(hurt, hurts_yes=False), a_room())
    assert stands(replace(hurt, hurts_yes=True), a_room())


def test_a_line_that_says_nothing_yet_is_not_on_the_wall() -> None:
    assert not stands(said("strength", "", by="nan"), a_room())


def test_what_is_hidden_from_somebody_there_is_not_said_and_returns_when_they_have_left() -> None:
    words = "The flat is at 4 Moor Lane."
    assert not a_room(*ADULTS, hides=("4 Moor Lane",)).may_say(words)
    assert a_room("mum", "priya", hides=("4 Moor Lane",)).may_say(words)


def test_what_only_comes_near_to_something_hidden_is_not_said_either() -> None:
    room = a_room(*ADULTS, hides=("clinic at Moor House",))
    assert not room.may_say("She goes to the clinic.")
    assert room.may_say("She goes to the shop.")


def test_a_hidden_thing_in_two_parts_of_one_line_is_seen() -> None:
    assert not a_room(*ADULTS, hides=("Moor House",)).may_say("Go to Moor", "House at ten.")


def test_what_is_hidden_from_a_childs_page_is_hidden_while_that_child_is_there() -> None:
    room = a_room(*WITH_A_CHILD, hides=("Moor House",), hidden_from="ellie_page")
    assert not room.may_say("Go to Moor House.")


def test_every_kind_has_been_thought_of() -> None:
    never = {key for key, kind in KINDS.items() if not kind.room_screen}
    adults = {key for key, kind in KINDS.items() if kind.room_screen and kind.adults_only}
    assert never >= {"consent", "sent_words", "unsorted", "answer"}
    assert adults >= {"worry", "bottom_line", "if_no_plan", "disagreement", "referrer_answer"}
