from datetime import date
from typing import Any

from hypothesis import given, settings

from facilitator.contributions import Contribution
from facilitator.desk.telling import HEADINGS, Told, chapters
from facilitator.exchange import Recorded, of_record
from facilitator.kinds import Section
from facilitator.record import Record
from tests import builders
from tests.builders import said
from tests.records import records


def told(line: Contribution) -> Told:
    (chapter,) = chapters(Recorded(builders.meeting(), builders.people(), (line,)))
    (one,) = chapter.told
    return one


@settings(max_examples=25)
@given(records())
def test_everything_that_was_said_is_told_once_in_whatever_record(document: dict[str, Any]) -> None:
    recorded = of_record(Record(document))
    found = chapters(recorded)
    assert sum(len(chapter.told) for chapter in found) == len(recorded.contributions)
    words = [one.words for chapter in found for one in chapter.told if one.kind != "Plan-keeper"]
    expected = [one.words for one in recorded.contributions if one.kind != "plan_keeper"]
    assert sorted(words) == sorted(expected)


def test_every_section_has_its_heading_in_the_order_of_the_plan() -> None:
    assert list(HEADINGS) == list(Section)


def test_a_step_is_told_with_names_and_days_as_people_say_them() -> None:
    step = builders.step(
        by="nan", start=date(2027, 3, 8), links=("w1",), page_one=True, checked_by="mum"
    )
    assert told(step) == Told(
        kind="Step",
        words="Walk Ellie to school.",
        by="Nan",
        lang="",
        beside=(
            ("Who will do it?", "Nan"),
            ("What day will it start?", "Monday 8 March 2027"),
            ("How often?", "every school day"),
            ("Who will check?", "Mum"),
            ("Whose step is it?", "family"),
            ("Put it on page 1?", "Yes"),
        ),
    )


def test_each_side_of_a_disagreement_has_its_name() -> None:
    views = ({"by": "nan", "text": "Too soon."}, {"by": "", "text": "Soon enough."})
    (beside,) = told(said("disagreement", "Easter", views=views)).beside
    assert beside == ("What does each side say?", "Nan: Too soon. Soon enough.")


def test_who_looks_after_the_plan_is_told_by_name() -> None:
    keeper = told(said("plan_keeper", by="nan"))
    assert (keeper.words, keeper.by) == ("Nan", "")


def test_a_time_is_told_by_the_clock_of_twelve_hours() -> None:
    again = said("meet_again", date=date(2027, 5, 22), time="14:30", place="", who=())
    assert told(again).beside == (("What day?", "Saturday 22 May 2027"), ("What time?", "2.30pm"))
