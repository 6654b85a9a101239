"""The tray asks only for what belongs to a line as it was spoken."""

import pytest

from facilitator import record
from facilitator.contributions import Contribution
from facilitator.exchange import of_record
from facilitator.leading.tray import to_finish, unfinished
from tests import builders
from tests.builders import said
from tests.records import CAMPBELL

PEOPLE = builders.people()


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        (said("strength", "She sings.", by="nan"), ()),
        (said("strength", "She sings."), ("Who said it?",)),
        (said("strength", "", by="nan"), ("What did they say?",)),
        (said("strength", "  ", by="nobody"), ("What did they say?", "Who said it?")),
        (said("child_view", "I like Nan's."), ("Which child said it?",)),
        (said("child_view", "", by="ellie", could_not="Easter at Dad's."), ()),
        (said("question", "Where will she live?"), ()),  # a question of the whole room
        (said("disagreement", "How long?"), ()),  # its sides say who
        (said("goal", "She sleeps."), ()),
        (said("action", "Walk her to school."), ("Who will do it?",)),
        (said("action", "Walk her to school.", who=("nan",)), ()),
        (said("request", "Money for food."), ("Who did we ask?",)),
        (said("unknown", "What the law says.", who="priya"), ()),
        (said("if_then", "Ring Nan."), ("Who do we ring first?",)),
        (said("answer", "", by="nan"), ()),
        (said("plan_keeper", "", by=""), ("Who looks after the plan?",)),
        (said("meet_again"), ()),
        (
            said("unsorted", "He is tired.", by="nan"),
            ("Is it a worry, a need, a step, or something else?",),
        ),
    ],
)
def test_a_line_is_asked_for_its_words_its_person_and_its_kind(
    line: Contribution, asked: tuple[str, ...]
) -> None:
    assert unfinished(line, PEOPLE) == asked


def test_the_tray_holds_unfinished_lines_in_their_order() -> None:
    lines = (said("need", "a"), said("need", "b", by="nan"), said("need", "c"))
    assert [one.words for one in to_finish(lines, PEOPLE)] == ["a", "c"]


def test_nothing_is_left_to_finish_in_a_meeting_that_was_written_down_well() -> None:
    recorded = of_record(record.read(CAMPBELL.read_bytes(), "campbell"))
    assert to_finish(recorded.contributions, recorded.people) == ()
