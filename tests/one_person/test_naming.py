"""Whom a text names: this person alone, somebody else, or perhaps somebody else."""

import pytest

from facilitator.one_person.naming import Naming
from facilitator.people import People, Person, Role


def person(id_: str, name: str, called: str, phone: str = "") -> Person:
    return Person(id=id_, name=name, called=called, role=Role.FAMILY, phone=phone)


ORLA = person("orla", "Orla Finch", "Orla", "07700 900321")
PADRAIG = person("padraig", "Padraig Finch", "Dad", "07700 900654")
NAMING = Naming(People((ORLA, PADRAIG)), ORLA)


@pytest.mark.parametrize("text", ["Orla's bike.", "Ring 07700900321.", "Miss Orla Finch said so."])
def test_a_name_in_any_form_and_the_telephone_number_are_theirs(text: str) -> None:
    assert NAMING.names_them(text)


def test_a_last_name_alone_may_be_anybodys_of_that_name() -> None:
    assert not NAMING.names_them("Finch was late.")
    assert NAMING.may_name_them("Finch was late.")


@pytest.mark.parametrize("text", ["Dad rang.", "Padraig rang.", "PADRAIG FINCH rang."])
def test_somebody_else_is_found_by_each_of_their_names(text: str) -> None:
    assert NAMING.names_others(text)


@pytest.mark.parametrize(
    "text",
    [
        "She hit me.",
        "I told my sister.",
        "We went to Moor House.",
        "Bronagh rang.",
        "Come to 12 Elm Road.",
        "I asked them to stop.",
    ],
)
def test_whoever_has_no_seat_here_is_noticed_too(text: str) -> None:
    assert NAMING.may_name_others(text)


@pytest.mark.parametrize(
    "text", ["I want to sleep.", "Orla needs big print.", "Yes, on Friday.", "Walk to school."]
)
def test_words_about_oneself_alone_ask_nobody(text: str) -> None:
    assert not NAMING.may_name_others(text)
    assert not NAMING.names_others(text)


def test_somebody_elses_number_is_known_however_it_is_written() -> None:
    assert NAMING.says_a_number_of_others("Text 0 7 7 0 0 9 0 0 6 5 4")
    assert not NAMING.says_a_number_of_others("Ring 07700 900321")
