"""Where a meeting has come to, by what happened in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.walk import Happening, Walk, What
from tests.walk.happened import DAY, agenda, happened, prompt, walk

QUESTIONS = [one.id for one in DAY.prompts]


def test_a_meeting_begins_with_the_first_core_question_of_the_day() -> None:
    start = walk()
    assert (start.now, start.stage, start.begun) == ("welcome", "open", False)
    assert (start.next, start.back) == ("good", "")


def test_what_was_asked_is_left_for_the_next_core_question() -> None:
    after = walk(happened(What.ASKED, "welcome"))
    assert (after.now, after.stage, after.asked) == ("good", "share", ("welcome",))
    assert after.back == "welcome"


def test_a_script_that_says_where_it_went_after_that_changes_nothing() -> None:
    asked = happened(What.ASKED, "welcome")
    assert walk(asked, happened(What.WENT, "good")) == walk(asked)


def test_what_is_for_later_comes_when_the_way_on_is_done() -> None:
    later = happened(What.LATER, "welcome")
    rest = [happened(What.ASKED, one) for one in ("good", "worry", "card-1", "step")]
    after = walk(later, *rest)
    assert after.later == ("welcome",)
    assert after.now == "welcome"


def test_a_question_that_was_skipped_does_not_come_again_by_itself() -> None:
    skipped = happened(What.SKIPPED, "welcome", words="Nobody wanted to.")
    rest = [happened(What.ASKED, one) for one in ("good", "worry", "card-1", "step")]
    after = walk(skipped, *rest)
    assert after.skipped == ("welcome",)
    assert (after.now, after.next) == ("step", "")


def test_who_jumps_ahead_is_led_on_from_there_and_to_what_was_passed_over_at_last() -> None:
    jumped = happened(What.WENT, "step")
    assert walk(jumped).next == "welcome"
    after = walk(happened(What.WENT, "worry"), happened(What.ASKED, "worry"))
    assert after.now == "card-1"
    assert walk(jumped, happened(What.ASKED, "step")).now == "welcome"


def test_the_cards_of_private_time_are_one_stop() -> None:
    assert walk(happened(What.WENT, "card-1")).next == "step"


def test_what_is_only_to_be_thought_is_never_next() -> None:
    assert walk(happened(What.WENT, "good")).next == "worry"


def test_every_question_can_be_gone_to_and_gone_back_from() -> None:
    after = walk(happened(What.WENT, "tea"), happened(What.WENT, "think"))
    assert (after.now, after.back) == ("think", "tea")
    back = walk(*[happened(What.WENT, one) for one in ("tea", "think", "tea")])
    assert (back.now, back.back) == ("tea", "welcome")


def test_a_question_from_before_the_day_does_not_change_the_stage() -> None:
    after = walk(happened(What.WENT, "good"), happened(What.WENT, "before"))
    assert (after.now, after.stage, after.next) == ("before", "share", "good")


def test_an_own_question_comes_at_once_and_leads_back_to_the_one_that_it_interrupted() -> None:
    own = happened(What.OWN_QUESTION, "own-00000001", words="And the dog?")
    after = walk(happened(What.WENT, "good"), own)
    assert (after.now, after.stage, after.next) == ("own-00000001", "share", "good")
    assert [(one.words, one.stage) for one in after.own] == [("And the dog?", "share")]


def test_an_own_question_that_was_got_ready_waits() -> None:
    ready = happened(What.GOT_READY, "own-00000001", words="And the dog?")
    after = walk(ready)
    assert (after.now, after.begun) == ("welcome", False)
    assert walk(ready, happened(What.WENT, "own-00000001")).now == "own-00000001"


def test_a_question_that_was_answered_counts_as_asked() -> None:
    after = walk(answered=("good", "worry"))
    assert after.asked == ("good", "worry")
    assert after.next == "card-1"


def test_a_question_for_later_stays_for_later_though_something_was_said_to_it() -> None:
    after = walk(happened(What.LATER, "good"), answered=("good",))
    assert (after.later, after.asked) == (("good",), ())


def test_what_was_said_of_a_question_last_stands() -> None:
    after = walk(happened(What.LATER, "good"), happened(What.ASKED, "good"))
    assert (after.later, after.asked) == ((), ("good",))


def test_what_happened_to_a_question_that_the_agenda_no_longer_has_is_passed_over() -> None:
    assert walk(happened(What.WENT, "gone")) == walk()


def test_an_agenda_with_nothing_to_ask_can_be_walked() -> None:
    nothing = Walk.of(agenda(), ())
    assert (nothing.now, nothing.next, nothing.stage) == ("", "", "")
    only = Walk.of(agenda(prompt("a", "prepare")), ())
    assert only.now == "a"


@pytest.mark.parametrize("mark", [What.ASKED, What.LATER, What.SKIPPED])
def test_a_mark_on_another_question_moves_nothing(mark: What) -> None:
    after = walk(happened(mark, "step"))
    assert (after.now, after.begun) == ("welcome", True)


STEPS = st.builds(
    happened,
    st.sampled_from([What.WENT, What.ASKED, What.LATER, What.SKIPPED]),
    st.sampled_from(QUESTIONS),
)


@given(st.lists(STEPS, max_size=30))
def test_whoever_always_goes_on_comes_to_every_core_question(before: list[Happening]) -> None:
    taken = list(before)
    seen = set()
    for _ in range(40):
        here = walk(*taken)
        seen.add(here.now)
        taken.append(happened(What.ASKED, here.now))
    end = walk(*taken)
    assert end.next == ""
    assert end.later == ()
    core = {"welcome", "good", "worry", "card-1", "step"}
    assert core <= seen | set(end.asked) | set(end.skipped)
