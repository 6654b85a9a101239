"""Our own words keep the rules for everybody's words: on screens, in messages, in agendas."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache

import pytest

from facilitator.plain_language import Finding, Level, Reason, Scope, check
from tests.house_rules.our_words import (
    SOMEBODY,
    of_agendas,
    of_code,
    of_templates,
    sentences_of,
    texts_of_template,
)

LONGEST = 25  # words in a sentence
# What stays though it is found, each with the reason.
STAYS = {
    "BOM": "for whoever mends a file",
    "FILE": "stands for a name in a command",
    "IP": "for whoever sets up a server",
    "JSON": "for whoever mends a file",
    "KB": "for whoever mends a file",
    "MB": "for whoever mends a file",
    "TOML": "for whoever mends a file",
    "contingency": "a choice of the command line",
    "manifest": "the name of a file",
    "prior to": "an example of a word that is found",
    "professionals": "what the record calls these notes",
    "real family": "the opposite of a made-up one",
}
# An example shows how to type a day or a time as a form or a file takes it.
EXAMPLES = (Reason.TIME_FORM, Reason.DATE_FORM)
SOURCES: tuple[tuple[Callable[[], Iterator[tuple[str, str]]], Scope], ...] = (
    (of_templates, Scope.SCREEN),
    (of_code, Scope.SCREEN),
    (of_agendas, Scope.PROMPT),
)
Found = list[tuple[str, Finding]]


def found(source: Iterable[tuple[str, str]], scope: Scope) -> Found:
    return [
        (where, one)
        for where, text in source
        for one in check(text, scope, names=(SOMEBODY,))
        if one.level is not Level.EXPLAIN
    ]


@cache
def found_in(source: Callable[[], Iterator[tuple[str, str]]], scope: Scope) -> Found:
    """The same for a whole source; each rule looks at all of it."""
    return found(source(), scope)


def told(several: Found) -> list[str]:
    return [f"{where}: “{one.words}” {one.why} {one.instead}" for where, one in several]


@pytest.mark.parametrize(("source", "scope"), SOURCES)
def test_nothing_of_ours_has_to_be_changed(
    source: Callable[[], Iterator[tuple[str, str]]], scope: Scope
) -> None:
    stops = [(where, one) for where, one in found_in(source, scope) if one.level is Level.STOP]
    assert told(stops) == []


@pytest.mark.parametrize(("source", "scope"), SOURCES)
def test_what_could_be_kinder_or_plainer_is_known_and_has_a_reason(
    source: Callable[[], Iterator[tuple[str, str]]], scope: Scope
) -> None:
    asks = [
        (where, one)
        for where, one in found_in(source, scope)
        if one.words not in STAYS and one.reason not in EXAMPLES and not _is_fine(one)
    ]
    assert told(asks) == []


def test_what_stays_is_still_said_somewhere() -> None:
    said = {one.words for source, scope in SOURCES for _, one in found_in(source, scope)}
    assert STAYS.keys() - said == set()


def _is_fine(one: Finding) -> bool:
    if one.reason is Reason.LONG_SENTENCE:
        return len(one.words.split()) <= LONGEST
    # "Who may not hear it gets a copy without it": two things that are not, and plain all the same.
    return one.reason is Reason.DOUBLE_NEGATIVE and "gets a copy without" in one.words


def test_the_rule_reads_what_a_template_shows_and_what_it_hands_to_a_component() -> None:
    source = """{# Nobody reads this remark. #}<p class="a">The service <b>users</b> are here.</p>
    {% if x %}<li>Ask {{ name }} about it.</li>{% endif %}
    {{ govukButton({"text": "Signpost to professionals", "name": "do"}) }}"""
    assert texts_of_template(source) == [
        "The service users are here.",
        "Ask Jo about it.",
        "Signpost to professionals",
    ]


def test_the_rule_reads_the_sentences_of_code_and_not_what_explains_it() -> None:
    source = '''"""Service users are explained here."""
x = "This is told to people."
y = f"The {kind} is gone. Ask {name}."
raise ValueError("Only programmers read this.")
z = "no sentence"
'''
    assert sentences_of(source) == ["This is told to people.", "The Jo is gone. Ask Jo."]


def test_the_rule_finds_what_it_is_for() -> None:
    bad = [("a page", "Professionals signpost service users who fail to engage.")]
    assert {one.level for _, one in found(bad, Scope.SCREEN)} == {Level.ASK, Level.STOP}
