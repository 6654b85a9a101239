"""Rules about days, times, numbers and how often."""

import pytest

from facilitator.plain_language import Given, Level, Reason, Scope
from tests.plain_language.finding_rules import SAID, findings, levels, places


@pytest.mark.parametrize(
    ("typed", "words", "ready"),
    [
        ("Seen on 12/02/27.", "12/02/27", "12 February 2027"),
        ("Seen 12.02.2027", "12.02.2027", "12 February 2027"),
        ("From 2027-02-12 on", "2027-02-12", "12 February 2027"),
        ("Come on 12.2 please", "12.2", "12 February"),
        ("Friday 12/2", "12/2", "12 February"),
        ("On 5 Feb we met", "Feb", "February"),
        ("In Sept we met", "Sept", "September"),
        ("Jan 5th", "Jan", "January"),
    ],
)
def test_a_day_in_figures_or_cut_short_is_found_with_its_name(
    typed: str, words: str, ready: str
) -> None:
    found = [one for one in findings(typed) if one.reason is Reason.DATE_FORM]
    assert [(one.words, one.ready, one.level) for one in found] == [(words, ready, Level.ASK)]


@pytest.mark.parametrize(
    ("typed", "words", "ready"),
    [("We swim on Thurs", "Thurs", "Thursday"), ("We swim every Sat", "Sat", "Saturday")],
)
def test_a_short_name_of_a_day_is_found_where_somebody_has_to_act_on_it(
    typed: str, words: str, ready: str
) -> None:
    found = [one for one in findings(typed, Scope.ACTIONS) if one.reason is Reason.DATE_FORM]
    assert [(one.words, one.ready) for one in found] == [(words, ready)]
    assert places(Reason.DATE_FORM, typed) == []


@pytest.mark.parametrize(
    "typed",
    [
        "Saturday 27 February 2027",
        "We do 24/7, on 1/2 days, I got 9/10, it costs £12.50.",
        "Jan and May sat in the sun on Mars.",
        "He may march on.",
        "Ring 07700 900142 or 0113/496",
        "Version 1.2.3.4 and 10.5 kilos",
        "Sunday 28 February and 1st March",
    ],
)
def test_other_figures_and_whole_names_of_days_are_left_alone(typed: str) -> None:
    assert places(Reason.DATE_FORM, typed) == []


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Come on Tuesday 3 March 2027.", "Tuesday 3 March 2027"),
        ("Tuesday, 3rd of March 2027", "Tuesday, 3rd of March 2027"),
        ("Tues the 3rd March 2027", "Tues the 3rd March 2027"),
        ("3 March 2027 (Tuesday)", "3 March 2027 (Tuesday"),
        ("Tuesday 03/03/2027", "Tuesday 03/03/2027"),
        ("Tuesday March 3 2027", "Tuesday March 3 2027"),
        ("by 31 April", "31 April"),
        ("on 30.02.2027", "30.02.2027"),
        ("on 29 February 2027", "29 February 2027"),
        ("on 12/13/2027", "12/13/2027"),
    ],
)
def test_a_day_that_does_not_fit_is_a_stop(typed: str, words: str) -> None:
    assert (places(Reason.DATE_FORM, typed)[-1], levels(Reason.DATE_FORM, typed)[-1]) == (
        words,
        Level.STOP,
    )


@pytest.mark.parametrize(
    "typed", ["Wednesday 3 March 2027", "Tuesday 3 March", "29 February 2028", "Wed 3 March 2027"]
)
def test_a_day_that_fits_or_may_fit_is_no_stop(typed: str) -> None:
    assert Level.STOP not in levels(Reason.DATE_FORM, typed)


def test_the_stop_says_which_day_it_really_is() -> None:
    assert [one.why for one in findings("Tuesday 3 March 2027")] == ["3 March 2027 is a Wednesday."]
    assert [one.why for one in findings("29 February 2027")] == ["There is no 29 February in 2027."]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Nan will ring next week.", "next week"),
        ("Nan comes at Easter.", "Easter"),
        ("Leon drives next Tuesday.", "next Tuesday"),
    ],
)
def test_a_day_that_moves_is_found_in_a_step_only(typed: str, words: str) -> None:
    assert places(Reason.DATE_FORM, typed, Scope.ACTIONS) == [words]
    assert places(Reason.DATE_FORM, typed, Scope.CONTINGENCY) == [words]
    assert places(Reason.DATE_FORM, typed, Scope.ACTIONS, Given(day=True)) == []
    assert places(Reason.DATE_FORM, f"{typed[:-1]}, on 29 March.", Scope.ACTIONS) == []
    assert places(Reason.DATE_FORM, typed) == []


@pytest.mark.parametrize(
    "said",
    [
        "on Friday",
        "every night",
        "each visit",
        "by 5 March",
        "in May",
        "tonight",
        "at weekends",
        "at 9pm",
        "daily",
        "from Tuesdays on",
        "at Easter",
        "after school on 3/3/2027",
        "at bedtime",
    ],
)
def test_a_step_that_says_when_is_fine(said: str) -> None:
    assert places(Reason.NO_DAY, f"Nan will cook {said}.", Scope.ACTIONS) == []


def test_a_step_that_says_nowhere_when_is_asked_for_a_day() -> None:
    typed = "Nan will cook. She may sing in the car."
    assert places(Reason.NO_DAY, typed, Scope.ACTIONS) == [typed]
    assert levels(Reason.NO_DAY, typed, Scope.ACTIONS) == [Level.STOP]
    assert places(Reason.NO_DAY, typed, Scope.ACTIONS, Given(day=True)) == []
    assert places(Reason.NO_DAY, typed, Scope.ACTIONS, Given(how_often=True)) == []
    assert places(Reason.NO_DAY, typed) == []


@pytest.mark.parametrize(
    ("typed", "words", "ready"),
    [
        ("Come at 19:30.", "19:30", "7.30pm"),
        ("Come at 09:00", "09:00", "9am"),
        ("Come at 19.30", "19.30", "7.30pm"),
        ("From 1900 hrs", "1900 hrs", "7pm"),
        ("At 00:00", "00:00", "midnight"),
        ("Friday 14:00", "14:00", "2pm"),
        ("Open 7-9pm", "7-9pm", "7pm to 9pm"),
        ("Open 11-1pm", "11-1pm", "11 to 1pm"),
        ("Open 4pm-6pm", "4pm-6pm", "4pm to 6pm"),
        ("Open 10am – 2pm", "10am – 2pm", "10am to 2pm"),
    ],
)
def test_a_time_of_the_railways_is_found_with_the_time_that_people_say(
    typed: str, words: str, ready: str
) -> None:
    found = [one for one in findings(typed) if one.reason is Reason.TIME_FORM]
    assert [(one.words, one.ready, one.level) for one in found] == [(words, ready, Level.ASK)]


@pytest.mark.parametrize(
    "typed",
    [
        "Bed at 7.30pm, up at midday, home by midnight.",
        "Tea is at 7:30 or 5.30.",
        "It costs £19.30 and weighs 19.30 kilos.",
        "John 14:27 and 2:1 at half time",
        "Ages 7-9, a 3-4 split, 25:61, 1999 hours",
    ],
)
def test_times_as_people_say_them_and_other_figures_are_left_alone(typed: str) -> None:
    assert places(Reason.TIME_FORM, typed) == []


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Nan will ring regularly.", "regularly"),
        ("Nan rings now and then.", "now and then"),
        ("Nan rings every so often.", "every so often"),
        ("Nan rings when she can.", "when she can"),
        ("Nan rings weekly-ish.", "weekly-ish"),
    ],
)
def test_how_often_is_asked_of_a_step_that_nobody_can_count(typed: str, words: str) -> None:
    assert places(Reason.HOW_OFTEN, typed, Scope.ACTIONS) == [words]
    assert places(Reason.HOW_OFTEN, typed, Scope.ACTIONS, SAID) == []
    assert places(Reason.HOW_OFTEN, typed) == []


def test_how_often_something_is_said_is_no_vague_word() -> None:
    for typed in (
        "Nan asks how often he sleeps.",
        "Nan rings every Tuesday.",
        "Now and on Friday.",
    ):
        assert places(Reason.HOW_OFTEN, typed, Scope.ACTIONS) == []


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("He was there 45% of the time.", ["45%"]),
        ("He missed 30 per cent.", ["30 per cent"]),
        ("He missed 30 percent.", ["30 percent"]),
        ("I am 100% sure. Shoes are 20% off.", []),
        ("It cost 30 cents for twelve weeks.", []),
    ],
)
def test_per_cents_are_found_and_numbers_in_words_are_not(typed: str, expected: list[str]) -> None:
    assert places(Reason.OFFICIALESE, typed) == expected
