"""A line is read with its boxes and the family's words, and never against who said it."""

from dataclasses import replace

import pytest

from facilitator.contributions import Contribution
from facilitator.people import Role
from facilitator.plain_language import Finding, Level, Reason
from facilitator.plans.family_words import kept_wordings, names_of, own_words
from facilitator.plans.whole_reading import whole_reading
from facilitator.plans.wording_found import found_in, lines_read, offer_of
from tests.builders import people, said, step
from tests.people.cast import MUM, NAN

HARD = "Dad has a chaotic lifestyle."


def found(*lines: Contribution, language: str = "en") -> list[tuple[str, str, str]]:
    """Part, level and words of all that is found."""
    return [
        (each.part, one.level.value, one.words)
        for each in found_in(lines_read(lines), people(), lines, language=language)
        for one in each.findings
    ]


def stops(*lines: Contribution) -> list[str]:
    return [words for _, level, words in found(*lines) if level == "stop"]


def kept(words: str, *about: str, reason: str = "Ellie wants it called that.") -> Contribution:
    return said("kept_wording", reason, about=about, kept=words)


def test_what_the_boxes_of_a_step_say_its_words_need_not_say_again() -> None:
    assert found(step("Walk Ellie to school.")) == []
    bare = said("action", "Walk Ellie to school.")
    reasons = {
        one.reason for each in found_in(lines_read((bare,)), people()) for one in each.findings
    }
    assert reasons >= {Reason.NO_PERSON, Reason.NO_DAY}


def test_a_field_is_read_too_and_named() -> None:
    often = step("Walk Ellie to school.", how_often="ongoing")
    assert ("how_often", "stop", "ongoing") in found(often)


def test_a_place_is_what_it_is() -> None:
    assert found(said("meet_again", place="CHAOTIC LIFESTYLE HALL")) == []


@pytest.mark.parametrize("kind", ["child_view", "love_line", "statement", "answer", "own_view"])
def test_what_somebody_says_themselves_is_never_corrected(kind: str) -> None:
    assert stops(said(kind, HARD, by="ellie")) == []


def test_exact_words_are_only_offered_a_line_beside_them() -> None:
    levels = {level for _, level, _ in found(said("worry", HARD, exact=True))}
    assert levels <= {"explain"}
    assert stops(said("worry", HARD)) == ["chaotic lifestyle"]


def test_a_line_in_another_language_is_not_read() -> None:
    assert found(said("worry", HARD, lang="so")) == []
    assert found(said("worry", HARD), language="cy") == []
    assert found(said("worry", HARD, lang="en-GB"), language="cy") != []


def test_what_the_family_calls_something_is_never_found() -> None:
    assert stops(said("worry", HARD), said("our_word", "chaotic lifestyle, our own way")) == []


def test_what_the_family_does_not_want_is_found_with_what_they_say_instead() -> None:
    avoids = said("not_our_word", "episode; funny turn", instead="a wobbly day")
    lines = (said("worry", "She had an episode."), avoids)
    (each,) = found_in(lines_read(lines), people(), lines)
    (one,) = each.findings
    assert (one.level, one.words) == (Level.ASK, "episode")
    assert "a wobbly day" in one.instead


def test_the_familys_words_are_read_out_of_its_lines_one_by_one() -> None:
    own = own_words(
        (
            said("our_word", "wobbly days, the Hub\n"),
            said("not_our_word", "episode; turn", instead=" a wobbly day "),
        )
    )
    assert own.uses == ("wobbly days", "the Hub")
    assert own.avoids == (("episode", "a wobbly day"), ("turn", "a wobbly day"))


def test_everybody_is_known_by_every_name_that_they_have() -> None:
    assert names_of(people(MUM, NAN)) == ("Kerry Marsh", "Mum", "Kerry", "Joan Penrose", "Nan")
    assert MUM.role is Role.FAMILY


def test_what_a_service_calls_somebody_is_no_name() -> None:
    cold = replace(MUM, name="Mother", called="Mother")
    assert names_of(people(cold, NAN)) == ("Joan Penrose", "Nan")


def test_words_that_stay_for_a_reason_are_told_apart_with_it() -> None:
    worry = said("worry", HARD, id="w1")
    lines = (worry, kept("Chaotic  lifestyle", "w1"))
    (each,) = found_in(lines_read(lines), people(), lines)
    assert each.findings == ()
    assert [one.kept.reason for one in each.kept] == ["Ellie wants it called that."]


def test_a_reason_holds_for_its_own_line_and_as_long_as_that_says_these_words() -> None:
    other = said("worry", HARD, id="w2")
    assert stops(other, kept("chaotic lifestyle", "w1")) == ["chaotic lifestyle"]
    assert stops(other, kept("hard to reach", "w2")) == ["chaotic lifestyle"]
    assert kept_wordings((kept("x", "w2", reason=" "),)) == ()


def test_an_offer_is_a_whole_sentence() -> None:
    def offered(instead: str) -> str:
        why = "It is a label."
        return offer_of(Finding(0, 1, Level.ASK, Reason.LABEL, "x", instead, why))

    assert offered("brothers and sisters") == "Say instead: brothers and sisters."
    assert offered("Name one person for each step.") == "Name one person for each step."
    assert offered("say what you saw") == "Say what you saw."
    assert offered("") == ""


def test_the_whole_plan_is_read_and_names_the_lines_that_would_help() -> None:
    easy = [step(f"Walk Ellie to school on day {number}, and come home.") for number in range(20)]
    hard = said("worry", "The implementation of multidisciplinary interventions is problematic.")
    whole = whole_reading(lines_read((*easy, hard)), people())
    assert whole.reading.words > 100
    assert whole.reading.grade is not None
    assert next(text for text, _ in whole.help_most) == hard.words
    assert whole_reading((), people()).reading.grade is None
