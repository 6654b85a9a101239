"""Page 1 is for anybody who walks into the kitchen."""

import pytest

from facilitator.plans.page_one import MOST_LINES
from tests.builders import draft, hidden, people, plan, said, step
from tests.people.cast import MUM, NAN


def test_nothing_stands_on_page_one_unless_the_family_chose_it() -> None:
    assert plan(step()).page_one.rows == ()


def test_a_chosen_step_stands_there_in_its_own_words_or_in_shorter_ones() -> None:
    whole, short = (
        step("Walk Ellie to school.", page_one=True),
        step("Ring Nan and talk about the week.", page_one="Ring Nan."),
    )
    assert [row.words for row in plan(whole, short).page_one.rows] == [
        "Walk Ellie to school.",
        "Ring Nan.",
    ]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Go to the clinic.", "health"),
        ("Nobody drinks before tea.", "health"),
        ("Go to court with Mum.", "an order"),
        ("Ring Nan if Dean shouts.", "harm"),
        ("Stay at 12 Elm Road.", "an address"),
        ("Meet at EX4 3PQ.", "an address"),
        ("Take Ellie Marsh swimming.", "a surname"),
        ("Tea with the Penroses.", "a surname"),
        ("Say marigold on the phone.", "hidden"),
        ("One two three four five six seven eight nine ten eleven twelve thirteen.", "13 words"),
    ],
)
def test_a_choice_that_breaks_the_rule_is_refused_with_the_reason(words: str, reason: str) -> None:
    everyone = people(hidden_items=(hidden("marigold", "sam"),))
    made = draft(step(words, page_one=True), of=everyone)
    assert made.agree(on=made.meeting.held_on, code="C").page_one.rows == ()
    (problem,) = made.kept_off_page_one
    assert reason in problem.wrong
    assert words in problem.wrong


def test_a_refused_choice_leaves_the_step_itself_in_the_plan() -> None:
    (line,) = plan(step("Go to the clinic.", page_one=True)).lines
    assert line.words == "Go to the clinic."


def test_how_often_is_held_to_the_rule_as_well() -> None:
    made = draft(step(page_one=True, how_often="after each hospital visit"))
    assert len(made.kept_off_page_one) == 1


def test_page_one_holds_seven_lines_and_the_eighth_is_refused() -> None:
    steps = [step(f"Step {number}.", id=f"a{number}", page_one=True) for number in range(8)]
    made = draft(*steps)
    assert len(made.kept_off_page_one) == 1
    assert "holds 7 steps" in str(made.kept_off_page_one[0])
    assert MOST_LINES == 7


def test_page_one_is_full_before_it_needs_a_second_side() -> None:
    often = "every Wednesday 4pm to 6pm and every Saturday 11am to 3pm"
    steps = [
        step(f"Take Ellie to see Mum at number {number}.", page_one=True, how_often=often)
        for number in range(6)
    ]
    made = draft(*steps)
    assert "page 1 is full" in str(made.kept_off_page_one[0])
    assert 0 < len(made.kept_off_page_one) < 6


def test_a_title_that_breaks_the_rule_is_left_to_the_pages_inside() -> None:
    assert plan(said("title", "The Marsh family plan")).page_one.title == ""
    assert plan(said("title", "Home by summer")).page_one.title == "Home by summer"


def test_the_statement_gives_its_first_whole_sentence_that_may_stand() -> None:
    statement = said("statement", "We are the Marshes. We stick together. Always.", by="nan")
    assert plan(statement).page_one.statement == "We stick together."


def test_whom_to_ring_is_whom_the_family_named_first() -> None:
    lines = (
        said("if_then", "Ring Nan.", if_="Mum is late", who="nan", second="sam"),
        said("if_then", "Ring Mum.", if_="Nan is ill", who="mum", second="nan"),
    )
    assert [person.id for person in plan(*lines).page_one.ring] == ["nan", "sam"]


def test_an_address_is_no_place_to_print_for_when_we_meet_again() -> None:
    at_home = said("meet_again", place="4 Rose Close, Exeter", date=None)
    in_a_hall = said("meet_again", place="St Luke's hall", date=None)
    assert plan(at_home).page_one.place == ""
    assert plan(in_a_hall).page_one.place == "St Luke's hall"


def test_page_one_is_the_same_whoever_holds_a_copy() -> None:
    made = plan(step(page_one=True), said("title", "Home by summer"))
    seen = [made.page_one.as_seen_by(reader) for reader in (MUM.id, NAN.id)]
    assert seen[0] == seen[1]
