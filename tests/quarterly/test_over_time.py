"""The map of commitments, and the figures over time."""

from datetime import date
from uuid import UUID

import pytest

from facilitator.audits.sampling import Quarter
from facilitator.audits.statistics import ProcessChange
from facilitator.five_rs import COMMITMENTS
from facilitator.quarterly.counted import SeenPlan
from facilitator.quarterly.drawn.lines import line_chart
from facilitator.quarterly.drawn.maps import NOTHING, heat_drawing
from facilitator.quarterly.heat import heat_map
from facilitator.quarterly.periods import moved, up_to
from facilitator.quarterly.trends import (
    days_to_plan,
    share_of_points,
    trend,
    without_new_limits,
)

EXE, TAW = UUID(int=0xA), UUID(int=0xB)
YEAR = up_to(Quarter(2027, 1), 12)
LONG = up_to(Quarter(2027, 1), 24)
MARCH = date(2027, 3, 1)


def plans(
    how_many: int, month: date = MARCH, *, team: UUID = EXE, points: int = 9, **shown: int
) -> list[SeenPlan]:
    shown = shown or {"REL1": 0}
    held = {key.replace("REL1", "REL-1"): lines for key, lines in shown.items()}
    return [SeenPlan(team, month.replace(day=9), points, 6, held) for _ in range(how_many)]


def of_months(sizes: dict[int, int]) -> list[SeenPlan]:
    """So many plans in the month that lies so many before March 2027."""
    return [one for ago, size in sizes.items() for one in plans(size, moved(MARCH, -ago))]


def test_a_cell_says_of_how_many_plans_in_a_hundred_a_commitment_shows() -> None:
    made = heat_map([*plans(2, REL1=3), *plans(4)], YEAR)
    assert made.by_month
    assert made.columns[-1].plans == 6
    assert made.columns[-1].shares["REL-1"] == 33
    assert made.columns[-1].shares["REF-3"] == 0
    assert made.columns[0].plans is None


def test_where_a_month_is_thin_quarters_stand_instead() -> None:
    made = heat_map(of_months({0: 6, 1: 2, 5: 4}), YEAR)
    assert not made.by_month
    assert [one.plans for one in made.columns] == [None, None, None, 8]


def test_a_team_with_few_plans_leaves_a_map_of_all_teams() -> None:
    made = heat_map([*plans(6), *plans(2, team=TAW, REL1=1)], YEAR)
    assert not made.by_month
    assert made.columns[-1].plans == 6
    assert made.columns[-1].shares["REL-1"] == 0


def test_every_cell_of_the_drawing_has_its_number_or_a_dash() -> None:
    drawn = heat_drawing(heat_map([*plans(2, REL1=3), *plans(4)], YEAR))
    assert len(drawn.cells) == len(COMMITMENTS) * 12
    assert [one.text for one in drawn.cells[:12]] == [NOTHING] * 11 + ["33"]
    assert drawn.cells[11].strength == 1
    assert heat_map([], YEAR).is_empty


def test_a_month_is_the_mean_of_its_plans() -> None:
    made = trend([*plans(3, points=18), *plans(3, points=0)], LONG, share_of_points)
    assert [(point.on, point.value) for point in made.points] == [(MARCH, 50.0)]
    assert made.plans == (6,)
    assert made.chart is None


def test_a_thin_month_has_no_point_and_takes_one_more_of_its_quarter_with_it() -> None:
    made = trend(of_months({0: 7, 1: 6, 2: 3, 3: 5}), LONG, share_of_points)
    assert [point.on for point in made.points] == [date(2026, 12, 1), MARCH]


def test_a_team_left_out_of_a_month_counts_as_hidden_in_its_quarter() -> None:
    seen = [*of_months({0: 9, 1: 6, 2: 6}), *plans(2, team=TAW)]
    assert [point.on for point in trend(seen, LONG, share_of_points).points] == [
        date(2027, 2, 1),
        MARCH,
    ]


def test_days_until_the_paper_are_counted_where_they_are_known() -> None:
    known = [*plans(5, days_to_plan=4), *plans(5, REL1=1)]
    assert [point.value for point in trend(known, LONG, days_to_plan).points] == [4.0]


@pytest.mark.parametrize(("months", "charted"), [(11, False), (12, True)])
def test_a_chart_needs_twelve_months(months: int, *, charted: bool) -> None:
    made = trend(of_months(dict.fromkeys(range(months), 5)), LONG, share_of_points)
    assert (made.chart is not None) is charted


def test_limits_begin_afresh_where_somebody_says_so_and_for_all_teams_never() -> None:
    seen = of_months(dict.fromkeys(range(24), 5))
    change = ProcessChange(date(2026, 3, 12), "We print page 1 first.", new_limits=True)
    made = trend(seen, LONG, share_of_points, [change]).chart
    assert made is not None
    assert [len(one.points) for one in made.stretches] == [12, 12]
    together = trend(seen, LONG, share_of_points, without_new_limits([change])).chart
    assert together is not None
    assert [len(one.points) for one in together.stretches] == [24]
    assert together.changes[0].what == "We print page 1 first."


def test_what_is_worth_a_conversation_is_a_diamond_and_a_change_stands_before_its_first_point() -> (
    None
):
    seen = [one for ago in range(1, 24) for one in plans(5, moved(MARCH, -ago), points=9 + ago % 2)]
    seen += plans(5, points=18)
    change = ProcessChange(date(2026, 11, 2), "Two people began.")
    made = trend(seen, LONG, share_of_points, [change])
    assert made.chart is not None
    drawn = line_chart(made.chart, LONG, highest=100)
    dots = list(drawn.dots)
    assert [one.calls for one in dots] == [False] * 23 + [True]
    assert dots[19].x < drawn.marks[0].x < dots[20].x  # November is mixed; December is the first.
    assert drawn.top <= dots[-1].y < dots[0].y <= drawn.bottom
