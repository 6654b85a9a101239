"""The plan read out in somebody's language, on its page."""

import pytest

from tests.agreeing.answers_meeting import AtTheYes, refusals

READ = {"to": "charlene", "language": "Urdu", "time": "16.10", "date": "27/2/2027"}


@pytest.fixture
def at() -> AtTheYes:
    return AtTheYes()


def test_a_reading_is_kept_and_told_as_a_sentence(at: AtTheYes) -> None:
    sent = at.tell("readings", **{**READ, "language": "English"}, reader="grace")
    assert sent.status_code == 303
    assert "Read to Mum in English by Nan at 4.10pm, Saturday 27 February 2027." in at.text(
        "readings"
    )
    (line,) = at.of_kind("reading")
    assert (line["by"], line["words"]) == ("charlene", "English")


def test_a_relative_is_refused_as_an_interpreter_with_the_reason(at: AtTheYes) -> None:
    said = refusals(at.tell("readings", **READ, reader="grace"))
    assert "An interpreter is never a relative or a friend." in said
    assert at.of_kind("reading") == []


def test_a_child_is_refused_as_an_interpreter(at: AtTheYes) -> None:
    assert "Tiana is a child." in refusals(at.tell("readings", **READ, reader="tiana"))


def test_what_was_typed_stands_in_the_refused_form(at: AtTheYes) -> None:
    answer = at.tell("readings", **READ, reader="tiana")
    assert 'value="Urdu"' in answer.text
    assert '<option value="tiana" selected>' in answer.text


def test_a_reading_can_be_taken_back(at: AtTheYes) -> None:
    at.tell("readings", **{**READ, "language": "English"}, reader="grace")
    (line,) = at.of_kind("reading")
    assert at.tell("readings", take_back=line["ref"]).status_code == 303
    assert at.of_kind("reading") == []


def test_no_other_line_can_be_taken_back_there(at: AtTheYes) -> None:
    assert at.tell("readings", take_back="a1").status_code == 400
    assert at.line("a1")
