import random
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

import pytest

from facilitator.audits.statistics import Chart, Point, ProcessChange, Signal, chart
from facilitator.audits.statistics.charts import limits_of, signals_of
from facilitator.audits.statistics.signals import runs_on_one_side, trends, two_of_three
from facilitator.refusals import Refusal

START = date(2026, 1, 1)
MONTH = timedelta(days=30)
# Up and down around 10, never far: nothing on it is worth a word.
QUIET = (9.0, 11.0, 10.0, 9.0, 12.0, 8.0, 11.0, 10.0, 9.0, 11.0, 8.0, 12.0)


def points(values: Sequence[float], after: int = 0) -> list[Point]:
    return [Point(START + (after + place) * MONTH, one) for place, one in enumerate(values)]


def marks(where: tuple[bool, ...]) -> str:
    return "".join("x" if one else "." for one in where)


# The vectors of NHSRplotthedots' own tests (test-ptd_calculate_point_type.R): there the last point
# of a run is marked first, and then its six forerunners; here all of them at once.
@pytest.mark.parametrize(
    ("sides", "expected"),
    [
        ([], ""),
        ([1] * 6, "......"),
        ([1] * 6 + [-1], "......."),
        ([1] * 8 + [-1], "xxxxxxxx."),
        ([-1] * 8 + [1], "xxxxxxxx."),
        ([-1] + [1] * 8 + [-1], ".xxxxxxxx."),
        ([0] * 9, "........."),  # On the centre is on neither side.
        ([1] * 6 + [0] + [1] * 6, "............."),
    ],
)
def test_seven_in_a_row_on_one_side_are_marked(sides: list[int], expected: str) -> None:
    assert marks(runs_on_one_side(sides)) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([], ""),
        ([1, 2, 3, 4, 5, 6], "......"),
        ([1, 2, 3, 3, 4, 5, 6], "......."),  # A tie ends a trend.
        ([1, 2, 3, 4, 5, 6, 7], "xxxxxxx"),
        ([2, 1, 2, 3, 4, 5, 6, 7, 3], ".xxxxxxx."),
        ([7, 6, 5, 4, 3, 2, 1], "xxxxxxx"),
        ([2, 7, 6, 5, 4, 3, 2, 1, 3], ".xxxxxxx."),
    ],
)
def test_seven_that_rise_or_fall_are_marked(values: list[float], expected: str) -> None:
    assert marks(trends(values)) == expected


@pytest.mark.parametrize(
    ("near", "sides", "expected"),
    [
        ("", [], ""),
        ("...", [1, 1, 1], "..."),
        ("x.x", [1, 1, 1], "x.x"),
        (".xx", [1, 1, 1], ".xx"),
        ("xx.", [-1, -1, -1], "xx."),
        ("..x.x..", [1] * 7, "..x.x.."),
        ("x..x", [1] * 4, "...."),
        ("x..xx", [1] * 5, "...xx"),
        ("x.x", [1, -1, 1], "..."),  # All three must lie on one side.
        ("x.x", [1, 1, -1], "..."),
    ],
)
def test_two_of_three_near_one_limit_are_marked(near: str, sides: list[int], expected: str) -> None:
    assert marks(two_of_three([one == "x" for one in near], sides)) == expected


def found(drawn: Chart) -> list[set[Signal]]:
    return [set(seen.signals) for stretch in drawn.stretches for seen in stretch.points]


def test_a_quiet_chart_has_limits_and_nothing_to_talk_about() -> None:
    drawn = chart(points(QUIET))
    (stretch,) = drawn.stretches
    assert stretch.limits is not None
    assert stretch.limits.centre == pytest.approx(10)
    assert stretch.limits.high - stretch.limits.centre == pytest.approx(2.66 * 25 / 11)
    assert not drawn.worth_a_conversation


@pytest.mark.parametrize("count", range(12))
def test_below_twelve_points_there_are_dots_and_nothing_else(count: int) -> None:
    drawn = chart(points([0.0, 90.0, *range(10)][:count]))
    assert [stretch.limits for stretch in drawn.stretches] == [None] * bool(count)
    assert not drawn.worth_a_conversation
    assert len(found(drawn)) == count


def test_a_point_outside_the_limits_is_worth_a_conversation() -> None:
    drawn = chart(points((*QUIET, 20.0)))
    assert found(drawn)[12] == {Signal.OUTSIDE}
    assert drawn.worth_a_conversation
    assert not any(found(drawn)[:12])


def test_each_rule_names_its_points() -> None:
    shifted = chart(points((*QUIET, *[11.0, 12.0] * 4)))
    assert found(shifted)[-8:] == [{Signal.ONE_SIDE}] * 8
    rising = chart(points((*QUIET, 7.0, 8.0, 9.0, 10.0, 11.0, 12.0, 13.0)))
    assert all(Signal.TREND in one for one in found(rising)[-7:])
    near = chart(points((*QUIET, 15.0, 15.0)))
    assert [one for one in found(near) if one] == [{Signal.TWO_OF_THREE}] * 2


def test_all_points_the_same_are_no_signal() -> None:
    assert not chart(points([0.1] * 14)).worth_a_conversation
    assert not chart(points([0.1 + 0.2, 0.3] * 7)).worth_a_conversation


def test_a_point_on_the_centre_is_on_it_however_the_sum_was_rounded() -> None:
    # The mean of these is 1.3; added up in a computer it is a hair less.
    drawn = chart(points([*[1.2, 1.4] * 3, *[1.3] * 7]))
    assert drawn.stretches[0].limits is not None
    assert drawn.stretches[0].limits.centre != 1.3
    assert not drawn.worth_a_conversation


def test_the_order_in_which_points_come_does_not_matter() -> None:
    values = points((*QUIET, 20.0))
    assert chart(values[::-1]) == chart(values)


def test_a_change_of_process_is_marked_and_moves_no_limit_by_itself() -> None:
    change = ProcessChange(START + 6 * MONTH, "The new invitation")
    drawn = chart(points(QUIET), [change])
    assert drawn.changes == (change,)
    assert len(drawn.stretches) == 1


def test_new_limits_begin_where_somebody_says_so_and_why() -> None:
    lifted = [value + 20 for value in QUIET]
    change = ProcessChange(START + 12 * MONTH, "Two people lead each meeting", new_limits=True)
    drawn = chart(points((*QUIET, *lifted)), [change])
    before, after = drawn.stretches
    assert (before.begun_by, after.begun_by) == (None, change)
    assert before.limits is not None
    assert after.limits is not None
    assert after.limits.centre == pytest.approx(before.limits.centre + 20)
    assert not drawn.worth_a_conversation
    assert chart(points((*QUIET, *lifted))).worth_a_conversation


def test_new_limits_wait_for_twelve_points_of_their_own() -> None:
    change = ProcessChange(START + 12 * MONTH, "Another room", new_limits=True)
    before, after = chart(points((*QUIET, 99.0, 99.0)), [change]).stretches
    assert before.limits is not None
    assert after.limits is None
    assert found(chart(points((*QUIET, 99.0)), [change]))[12] == set()


def test_a_change_after_the_last_point_begins_nothing_yet() -> None:
    change = ProcessChange(START + 40 * MONTH, "Next year", new_limits=True)
    assert len(chart(points(QUIET), [change]).stretches) == 1


@pytest.mark.parametrize("words", ["", "  "])
def test_a_change_without_words_is_refused(words: str) -> None:
    with pytest.raises(Refusal, match="This change has no words"):
        ProcessChange(START, words)


def test_two_points_of_one_day_are_refused() -> None:
    with pytest.raises(Refusal, match="two points on 2026-01-01"):
        chart([Point(START, 1.0), Point(START, 2.0)])


def test_two_new_beginnings_on_one_day_are_refused() -> None:
    change = ProcessChange(START, "A new team", new_limits=True)
    with pytest.raises(Refusal, match="two changes with new limits on 2026-01-01"):
        chart(points(QUIET), [change, change])


def by_hand(values: Sequence[float]) -> list[bool]:
    """The four rules once more, point by point, as somebody with a ruler would look for them."""
    count, centre = len(values), sum(values) / len(values)
    steps = [b - a for a, b in pairwise(values)]
    reach = 2.66 * sum(map(abs, steps)) / len(steps)
    up = [(value > centre) - (value < centre) for value in values]
    far = [abs(value - centre) > reach for value in values]
    near = [reach * 2 / 3 < abs(value - centre) <= reach for value in values]
    flags = list(far)
    for first in range(count):
        for length in (3, 7):
            last = first + length
            if last > count:
                continue
            same_side = len(set(up[first:last])) == 1 and up[first] != 0
            rising = {step > 0 for step in steps[first : last - 1]} == {True}
            falling = {step < 0 for step in steps[first : last - 1]} == {True}
            for place in range(first, last):
                if length == 7 and (same_side or rising or falling):
                    flags[place] = True
                if length == 3 and same_side and sum(near[first:last]) >= 2 and near[place]:
                    flags[place] = True
    return flags


def test_a_thousand_random_charts_are_flagged_as_by_hand() -> None:
    by, flagged = random.Random(9), 0  # noqa: S311 -- the same charts each time
    for _ in range(1_000):
        drift = by.choice((0, 0, 0.3))
        values = [by.gauss(drift * place, 1) for place in range(by.randint(12, 40))]
        ours = [bool(one) for one in signals_of(values, limits_of(values))]
        assert ours == by_hand(values)
        flagged += any(ours)
    assert 200 < flagged < 900  # There is something to find, and not on every chart.
