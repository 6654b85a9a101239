"""The family says which words it uses and which it does not want, and every list gives way."""

import re
from html import unescape

import pytest

from tests.leading.in_a_meeting import Led
from tests.web import judged

BOX = re.compile(r'<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"')


@pytest.fixture
def led() -> Led:
    return Led()


def add(led: Led, kind: str, **typed: str) -> None:
    way = f"before/new/{kind}"
    page = led.client.get(f"{led.address}/{way}").get_data(as_text=True)
    held = {name: unescape(value) for name, value in BOX.findall(page)}
    answer = led.send(way, **{**held, **typed})
    assert answer.status_code == 303
    assert answer.location.endswith("/family-words")


def text(led: Led, where: str) -> str:
    return judged(led.client.get(f"{led.address}/{where}")).all("main")[0]


def test_a_word_that_they_use_is_kept_and_never_found_again(led: Led) -> None:
    led.keep("hard", kind="worry", words="Dad has a chaotic lifestyle.")
    assert "“chaotic lifestyle”" in text(led, "breather")
    add(led, "our_word", words="chaotic lifestyle")
    assert "chaotic lifestyle" in text(led, "family-words")
    assert "“chaotic lifestyle”" not in text(led, "breather")


def test_a_word_that_they_do_not_want_is_found_with_what_they_say(led: Led) -> None:
    led.keep("turn", kind="worry", words="She had an episode.")
    add(led, "not_our_word", words="episode", instead="a wobbly day")
    assert "They say instead: a wobbly day" in text(led, "family-words")
    assert "“episode”" in text(led, "breather")


def test_the_question_of_the_agenda_stands_beside_it(led: Led) -> None:
    assert "Which words should we use, or not use, about your family?" in text(led, "family-words")


def test_the_list_of_what_there_is_to_do_leads_there(led: Led) -> None:
    page = judged(led.client.get(f"{led.address}/prepare"))
    assert f"{led.address}/family-words" in page.links


def test_no_list_of_theirs_is_unfinished_or_printed(led: Led) -> None:
    add(led, "our_word", words="wobbly days")
    add(led, "not_our_word", words="episode", instead="")
    assert (
        "wobbly days"
        not in text(led, "breather").partition("To finish")[2].partition("What was")[0]
    )
    assert "wobbly days" not in text(led, "agree/final")
