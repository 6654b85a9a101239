"""The measures of a whole plan."""

import json
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from facilitator.plain_language import Reading, grade, reading
from tests.records import CAMPBELL, PEARCE

PLAIN = "We sit with Tom at bedtime. Nan reads him a book. He likes the one with the bear. " * 8
HARD = (
    "The implementation of appropriate interventions necessitates collaborative communication"
    " between organisations. "
) * 12


def test_simple_talk_has_a_low_grade_and_office_talk_a_high_one() -> None:
    simple, hard = reading([PLAIN]), reading([HARD])
    assert simple.grade is not None
    assert hard.grade is not None
    assert simple.grade < 2
    assert hard.grade > 15
    assert (simple.hard_share, simple.share_over_20) == (0.0, 0.0)
    assert hard.hard_share >= 0.7


def test_the_age_in_britain_is_the_grade_and_five() -> None:
    found = reading([PLAIN])
    assert found.grade is not None
    assert found.uk_age == pytest.approx(found.grade + 5)


def test_less_than_a_hundred_words_have_no_grade() -> None:
    found = reading(["Nan cooks tea."] * 33)
    assert (found.words, found.grade, found.uk_age) == (99, None, None)
    assert reading(["Nan cooks tea."] * 34).grade is not None


def test_nothing_to_read_is_no_error() -> None:
    assert reading([]) == Reading(0, 0, None, None, 0.0, 0, "", 0.0, 0.0, ())
    assert grade("") == 0.0


def test_names_days_and_months_make_nothing_harder() -> None:
    named = "Oluwaseun goes to swimming with Auntie Gabriella every Saturday in February. " * 12
    known = reading([named], ["Oluwaseun", "Auntie Gabriella"])
    assert known.hard_share == 0.0
    assert reading([named]).hard_share > 0.1
    assert (known.grade or 0) < (reading([named]).grade or 0)


def test_a_call_of_one_or_two_words_is_no_sentence_of_its_own() -> None:
    found = reading(["Nan, yes. Mum, more. Dog, please. Can Nan do my hair?"])
    assert (found.words, found.sentences) == (11, 1)


def test_the_longest_sentence_is_shown_as_it_was_typed() -> None:
    found = reading(["Ring Nan.", "Then “go home” with Tom, and rest!", "Sleep."])
    assert (found.longest_sentence, found.longest) == (7, "Then “go home” with Tom, and rest!")


def test_the_lines_that_would_help_most_are_named_with_what_is_hard() -> None:
    long = "Nan will go " + "and go " * 15 + "home."
    longer = "Nan will go " + "and go " * 20 + "home."
    found = reading(["Ring Nan.", long, longer, "Rehabilitation necessitates determination.", long])
    assert [place for place, _ in found.help_most] == [2, 1, 4]
    assert found.help_most[0][1] == "One sentence has 44 words."
    words = reading(["Ring Nan.", "Rehabilitation necessitates determination."])
    assert words.help_most == ((1, "Long words: Rehabilitation, necessitates, determination."),)


def test_a_plan_that_reads_well_has_no_line_to_mend() -> None:
    assert reading(PLAIN.split(". ")).help_most == ()


def printed(document: dict[str, Any]) -> list[str]:
    """The lines that are printed for everybody, as the project's page on audits counts them."""
    share, plan = document["share"], document["plan"]
    said = chain(
        (one["text"] for key in ("strengths", "worries", "needs") for one in share[key]),
        (text for one in share["bottom_lines"] for text in (one["text"], one.get("reason"))),
        (*share["questions"], share.get("if_no_plan")),
        (one["text"] for one in share.get("not_known") or []),
        (text for one in plan["goals"] for text in (one["text"], one.get("sign"))),
        (one["what"] for one in plan["actions"]),
        (text for one in plan.get("contingency") or [] for text in (one["if"], one["then"])),
        (
            text
            for one in plan.get("support_requests") or []
            for text in (one["what"], one["reason"])
        ),
        (*(plan.get("keep_going") or []), *(plan.get("meet_sooner_if") or [])),
        (one["next"] for one in plan.get("disagreements") or []),
        ((plan.get("referrer_decision") or {}).get("reason"),),
    )
    return [text for text in said if text]


def called(document: dict[str, Any]) -> list[str]:
    ways = (
        (one.get("name"), *(one.get("called") or "").split(" / ")) for one in document["people"]
    )
    return [way for one in ways for way in one if way]


def recorded(path: Path) -> Reading:
    document = json.loads(path.read_bytes())
    return reading(printed(document), called(document))


def test_the_good_recording_reads_as_easily_as_it_was_measured() -> None:
    found = recorded(CAMPBELL)
    assert found.grade == pytest.approx(1.7, abs=1)
    assert found.uk_age == pytest.approx(6.7, abs=1)
    assert found.mean_sentence == pytest.approx(8.9, abs=0.5)
    assert found.share_over_20 == 0.022
    assert found.longest.startswith("Write to Nan, Grandad, Mum and Dad")
    assert found.longest_sentence == 30
    assert len(found.help_most) == 3


def test_the_poor_recording_reads_as_hard_as_it_was_measured() -> None:
    found = recorded(PEARCE)
    assert found.grade == pytest.approx(7.6, abs=1)
    assert (found.longest_sentence, found.share_over_20) == (17, 0.0)
    assert found.mean_sentence == pytest.approx(8.0, abs=1)
    assert found.hard_share > 0.15
