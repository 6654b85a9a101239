"""What goes on page 1, chosen on its page."""

import pytest

from tests.agreeing.answers_meeting import STEP, AtTheYes, refusals
from tests.web import judged


@pytest.fixture
def at() -> AtTheYes:
    made = AtTheYes()
    fields = {"who": ["charlene"], "start": "2027-03-02"}
    made.keep("a2", kind="action", by="", words="Go to the clinic.", fields=fields)
    return made


def chosen(at: AtTheYes, ref: str) -> object:
    return at.line(ref)["fields"].get("page_one")


def looked_at(html: str) -> str:
    return html[html.index('id="look"') :]


def test_nothing_stands_on_page_one_by_guessing(at: AtTheYes) -> None:
    page = at.client.get(f"{at.address}/agree/page-one").text
    assert "Your steps start on page 2." in looked_at(page)


def test_a_step_is_put_there_in_its_own_words(at: AtTheYes) -> None:
    assert at.tell("page-one", **{"choice.a1": "yes", "choice.a2": "no"}).status_code == 303
    assert chosen(at, "a1") is True
    assert chosen(at, "a2") is None
    page = at.client.get(f"{at.address}/agree/page-one").text
    assert STEP in looked_at(page)


def test_the_familys_own_shorter_words_stand_there(at: AtTheYes) -> None:
    at.tell("page-one", **{"choice.a1": "own", "words.a1": "  Bedtime with  Nan. "})
    assert chosen(at, "a1") == "Bedtime with Nan."


def test_a_choice_that_breaks_the_rule_is_refused_at_that_step_with_its_words_kept(
    at: AtTheYes,
) -> None:
    own = "Mum sees the doctor."
    sent = at.tell("page-one", **{"choice.a1": "yes", "choice.a2": "own", "words.a2": own})
    assert "speaks of health" in refusals(sent)
    assert f'value="{own}"' in sent.text
    assert 'id="why.a2"' in sent.text
    assert 'id="why.a1"' not in sent.text
    assert (chosen(at, "a1"), chosen(at, "a2")) == (None, None)


def test_looking_first_shows_it_and_keeps_nothing(at: AtTheYes) -> None:
    sent = at.tell("page-one", do="look", **{"choice.a1": "yes", "choice.a2": "yes"})
    assert sent.status_code == 200
    judged(sent)
    assert STEP in looked_at(sent.text)
    assert "Go to the clinic." not in looked_at(sent.text)
    assert "speaks of health" in sent.text
    assert chosen(at, "a1") is None


def test_shorter_words_with_another_choice_are_never_dropped_silently(at: AtTheYes) -> None:
    sent = at.tell("page-one", **{"choice.a1": "no", "words.a1": "Bedtime with Nan."})
    assert "You wrote shorter words here, and chose something else." in refusals(sent)
    assert 'value="Bedtime with Nan."' in sent.text


def test_a_step_is_taken_off_again(at: AtTheYes) -> None:
    at.tell("page-one", **{"choice.a1": "own", "words.a1": "Bedtime with Nan."})
    at.tell("page-one", **{"choice.a1": "no", "words.a1": "Bedtime with Nan."})
    assert chosen(at, "a1") is None


def test_the_eighth_step_is_refused(at: AtTheYes) -> None:
    fields = {"who": ["grace"], "start": "2027-03-02"}
    for number in range(3, 10):
        words = f"Ring Nan on day {number}."
        at.keep(f"a{number}", kind="action", by="", words=words, fields=fields)
    every = {f"choice.a{number}": "yes" for number in (1, *range(3, 10))}
    assert "page 1 holds 7 steps" in refusals(at.tell("page-one", **every))


def test_a_step_that_was_changed_meanwhile_is_looked_at_again(at: AtTheYes) -> None:
    form = at.hidden_in("page-one")
    at.keep("a1", kind="action", by="", words="Read to Tiana.", key="later", based_on=1)
    answer = at.send("agree/page-one", **{**form, "choice.a1": "yes"})
    assert answer.status_code == 409
    assert chosen(at, "a1") is None


def test_typed_words_are_never_markup_in_what_is_looked_at(at: AtTheYes) -> None:
    nasty = "<h1>Bedtime</h1>"
    sent = at.tell("page-one", do="look", **{"choice.a1": "own", "words.a1": nasty})
    assert "&lt;h1&gt;Bedtime&lt;/h1&gt;" in looked_at(sent.text)
    judged(sent)
