"""What a draft does not say yet is named in a plain sentence, and nothing else is."""

from dataclasses import replace
from datetime import date

import pytest

from facilitator.contributions import Contribution
from facilitator.people import Need
from tests.builders import MEETING_DAY, draft, kept_away, people, said, step
from tests.people.cast import ELLIE, MUM, NAN, PRIYA

WHOLE = (
    step(id="a1", links=("w1", "b1", "n1")),
    said("worry", "Ellie walked home alone on 4 March.", by="priya", id="w1"),
    said("bottom_line", "A grown-up walks with Ellie.", by="priya", id="b1", reason="The road."),
    said("need", "Ellie needs company.", by="nan", id="n1"),
    said("child_view", "I like the walk.", by="ellie", date=MEETING_DAY),
    said("request", "A bus pass", of="priya", answer="yes", by_=None, reason=""),
    said("answer", by="mum", agrees="yes"),
    said("answer", by="nan", agrees="yes"),
    said("referrer_answer", "It is safe.", by="priya", answer="yes", date=MEETING_DAY),
    said("plan_keeper", by="nan"),
    said("meet_again", date=date(2027, 5, 8), time="10:00", place="St Luke's hall"),
)
THERE = people(MUM, ELLIE, NAN, PRIYA)


def codes(*contributions: Contribution) -> list[str]:
    return [gap.code for gap in draft(*contributions, of=THERE).gaps]


def without(kind: str, *instead: Contribution) -> list[str]:
    return codes(*(one for one in WHOLE if one.kind != kind), *instead)


def test_a_whole_plan_has_no_gap() -> None:
    assert codes(*WHOLE) == []


@pytest.mark.parametrize(
    ("kind", "instead", "code"),
    [
        ("action", step(id="a1", links=("w1", "b1", "n1"), who=()), "step_who"),
        ("action", step(id="a1", links=("w1", "b1", "n1"), start=None), "step_when"),
        ("action", step(id="a1", links=("b1", "n1")), "worry_open"),
        ("action", step(id="a1", links=("w1", "n1")), "bottom_line_open"),
        ("action", step(id="a1", links=("w1", "b1")), "need_open"),
        ("request", said("request", "A bus pass", of="priya", answer=""), "request_answer"),
        ("request", said("request", "A bus pass", of="priya", answer="not_yet"), "request_day"),
        ("request", said("request", "A bus pass", of="priya", answer="no"), "request_reason"),
        ("unknown", said("unknown", "When is the hearing?", who=""), "unknown_who"),
        ("unknown", said("unknown", "When is the hearing?", who="priya"), "unknown_when"),
        ("old_step", said("old_step", "Ring the school.", result=""), "old_step_result"),
        ("referrer_answer", said("referrer_answer", by="priya", answer=""), "no_referrer_answer"),
        ("meet_again", said("meet_again", place="St Luke's hall", date=None), "no_review"),
    ],
)
def test_one_thing_left_open_is_one_gap(kind: str, instead: Contribution, code: str) -> None:
    assert without(kind, instead) == [code]


@pytest.mark.parametrize("open_line", ["w1", "b1", "n1"])
def test_what_somebody_will_come_back_about_is_no_second_gap(open_line: str) -> None:
    links = tuple(one for one in ("w1", "b1", "n1") if one != open_line)
    left = (*(one for one in WHOLE if one.kind != "action"), step(id="a1", links=links))
    (gap,) = codes(*left)
    for known, found in (
        ({"who": "nan", "by_": MEETING_DAY}, set()),
        ({"who": "nan"}, {gap, "unknown_when"}),
        ({"who": "", "by_": MEETING_DAY}, {gap, "unknown_who"}),
    ):
        about = said("unknown", "Who can sit in?", id="u1", about=(open_line,), **known)
        assert set(codes(*left, about)) == found
    of_nothing = said("unknown", "Who can sit in?", id="u1", who="nan", by_=MEETING_DAY)
    assert codes(*left, of_nothing) == [gap]


def test_a_child_nobody_has_heard_is_a_gap_unless_a_reason_is_written() -> None:
    assert without("child_view") == ["child_unheard"]
    reason = said("child_view", by="ellie", could_not="Ellie was asleep. Nan asks her on Sunday.")
    assert without("child_view", reason) == []


def test_a_child_with_no_safe_grown_up_is_a_gap() -> None:
    alone = replace(ELLIE, safe_adults=())
    found = draft(*WHOLE, of=people(MUM, alone, NAN, PRIYA)).gaps
    assert [str(gap) for gap in found] == ["We have not named a safe grown-up for Ellie yet."]


def test_a_child_is_never_asked_for_a_yes() -> None:
    assert not [gap for gap in draft(*WHOLE, of=THERE).gaps if gap.person == "ellie"]


def test_whoever_was_there_and_has_not_answered_is_named() -> None:
    assert without("answer", said("answer", by="mum", agrees="partly")) == ["no_answer"]


def test_somebody_who_left_before_the_end_is_not_asked_for_an_answer() -> None:
    left = replace(NAN, stages=("open", "share"))
    lines = [one for one in WHOLE if not (one.kind == "answer" and one.by == "nan")]
    assert draft(*lines, of=people(MUM, ELLIE, left, PRIYA)).gaps == ()


def test_a_need_that_was_asked_for_and_not_met_is_a_gap_of_that_person() -> None:
    asked = replace(MUM, needs=(Need("big print"),))
    gap = next(iter(draft(*WHOLE, of=people(asked, ELLIE, NAN, PRIYA)).gaps))
    assert (gap.code, gap.person, gap.words) == ("need_unmet", "mum", "big print")


def test_an_empty_meeting_still_makes_a_draft_with_its_gaps() -> None:
    assert "no_steps" in codes()
    assert "no_plan_keeper" in codes()


def test_a_gap_is_said_in_a_plain_sentence_with_the_words_it_is_about() -> None:
    (gap,) = draft(
        *[one for one in WHOLE if one.kind != "action"],
        step(id="a1", who=(), links=("w1", "b1", "n1")),
        of=THERE,
    ).gaps
    assert str(gap) == "Nobody is named for this step yet: “Walk Ellie to school.”"


def test_what_is_not_sorted_yet_is_counted_and_stands_on_no_line() -> None:
    one, two = said("unsorted", "The bus.", id="u1"), said("unsorted", "Sundays.", id="u2")
    made = draft(*WHOLE, one, of=THERE)
    assert [str(gap) for gap in made.gaps] == ["1 thing that was said is not sorted yet."]
    assert "u1" not in {line.id for line in made.lines}
    (gap,) = draft(*WHOLE, one, two, of=THERE).gaps
    assert str(gap) == "2 things that were said are not sorted yet."
    assert gap.about == ("u1", "u2")


@pytest.mark.parametrize(
    "unfinished",
    [
        said("worry", "", by="nan", id="x"),
        said("need", "  ", by="nan", id="x"),
        said("child_view", "I want a dog.", id="x"),
        said("answer", "Yes.", agrees="yes", id="x"),
        said("consent", "Yes.", id="x"),
        said("help_offer", "", id="x"),
    ],
    ids=lambda one: one.kind,
)
def test_what_does_not_say_enough_yet_is_counted_and_stands_on_no_line(
    unfinished: Contribution,
) -> None:
    made = draft(*WHOLE, unfinished, of=THERE)
    assert [(gap.code, str(gap)) for gap in made.gaps] == [
        ("unfinished", "1 line is not finished yet.")
    ]
    assert "x" not in {line.id for line in made.lines}


def test_what_prepares_the_meeting_stands_in_no_plan() -> None:
    before = (
        said("purpose", "To keep Ellie safe."),
        said("consent", "Yes.", by="mum", answer="yes"),
        said("help_offer", "A worker twice a week."),
    )
    assert draft(*WHOLE, *before, of=THERE) == draft(*WHOLE, of=THERE)


def test_what_a_plan_has_room_for_once_is_the_last_that_was_said_and_the_others_are_named() -> None:
    first, last, empty = (
        said("statement", words, id=id_)
        for id_, words in (("f1", "We are Penroses."), ("f2", "We are one."), ("f3", ""))
    )
    made = draft(*WHOLE, first, last, empty, of=THERE)
    assert [line.id for line in made.lines if line.kind == "statement"] == ["f2"]
    assert [(gap.code, gap.about) for gap in made.gaps] == [
        ("unfinished", ("f3",)),
        ("said_twice", ("f1", "f2")),
    ]
    assert (
        str(made.gaps[1]) == "“Who we are” was said 2 times, and the plan holds it once: the last."
    )


def test_a_grown_up_who_must_keep_away_is_no_safe_one() -> None:
    ellie = replace(ELLIE, safe_adults=("nan",))
    order = kept_away("nan", protects=("ellie",))
    of = people(MUM, ellie, NAN, PRIYA, restrictions=(order,))
    assert [gap.code for gap in draft(*WHOLE, of=of).gaps] == ["no_safe_adult"]
