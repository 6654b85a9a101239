import random
from collections import Counter
from functools import partial
from math import exp, log, sqrt
from statistics import fmean

import pytest

from facilitator.audits.statistics.coefficients import Patterns, ac2, alpha, kappa
from facilitator.audits.statistics.intervals import (
    Coefficient,
    figure,
    jackknife_error,
    student,
    wilson,
)
from facilitator.audits.statistics.weights import Weighting
from tests.audits.statistics.by_pairs import leaving_one_out
from tests.audits.statistics.tables import LEVELS, patterns, random_rows, table

WEIGHTS = Weighting.BY_SQUARES.table(LEVELS)
COEFFICIENTS: dict[str, Coefficient] = {
    "kappa": partial(kappa, weights=WEIGHTS),
    "ac2": partial(ac2, weights=WEIGHTS),
    "alpha": partial(alpha, levels=LEVELS),
}
# Printed tables of Student's t, two-sided 95 %.
STUDENT = [(1, 12.7062), (2, 4.3027), (9, 2.2622), (10, 2.2281), (29, 2.0452), (120, 1.9799)]


@pytest.mark.parametrize(("freedom", "printed"), STUDENT)
def test_students_t_is_that_of_the_printed_tables(freedom: int, printed: float) -> None:
    assert student(freedom) == pytest.approx(printed, abs=1e-4)


def test_students_t_comes_near_the_normal_with_many_plans() -> None:
    assert student(5_000) == pytest.approx(1.95996, abs=1e-3)
    assert student(5_000) < student(4_999) < student(40) < student(39)


@pytest.mark.parametrize("name", COEFFICIENTS)
def test_the_error_is_that_of_leaving_each_plan_out_in_turn(name: str) -> None:
    coefficient, compared = COEFFICIENTS[name], 0
    for seed in range(60):
        rows = random_rows(seed)
        without = [coefficient(patterns(fewer)) for fewer in leaving_one_out(rows)]
        left = [one for one in without if one is not None]
        if len(left) < len(rows) or not rows:
            assert jackknife_error(coefficient, patterns(rows)) is None
            continue
        middle = fmean(left)
        slow = sqrt((len(rows) - 1) * fmean((one - middle) ** 2 for one in left))
        assert jackknife_error(coefficient, patterns(rows)) == pytest.approx(slow, abs=1e-9)
        compared += 1
    assert compared > 30


def test_an_interval_is_even_on_the_scale_of_its_distance_from_one() -> None:
    counted = table((8, 2, 0, 0), (1, 7, 2, 0), (0, 2, 9, 1), (0, 0, 1, 7))
    found = figure(COEFFICIENTS["kappa"], counted)
    error = jackknife_error(COEFFICIENTS["kappa"], counted)
    assert found.value is not None
    assert found.interval is not None
    assert error is not None
    assert found.interval.low < found.value < found.interval.high < 1
    reach = student(39) * error / (1 - found.value)
    assert log((1 - found.interval.low) / (1 - found.value)) == pytest.approx(reach)
    assert 1 - found.interval.high == pytest.approx((1 - found.value) * exp(-reach))


def test_plans_rated_once_make_an_interval_no_surer_of_itself() -> None:
    twice = table((8, 2, 0, 0), (1, 7, 2, 0), (0, 2, 9, 1), (0, 0, 1, 7))
    found = figure(COEFFICIENTS["alpha"], {**twice, (2, None): 400})
    error = jackknife_error(COEFFICIENTS["alpha"], {**twice, (2, None): 400})
    assert found.value is not None
    assert found.interval is not None
    assert error is not None
    reach = student(39) * error / (1 - found.value)
    assert log((1 - found.interval.low) / (1 - found.value)) == pytest.approx(reach)


@pytest.mark.parametrize("name", ["kappa", "alpha"])
def test_plans_that_all_got_the_same_rating_cannot_say(name: str) -> None:
    found = figure(COEFFICIENTS[name], table((0,), (0, 30)))
    assert (found.value, found.interval) == (None, None)
    assert found.cannot_say.startswith("All got the same rating.")


@pytest.mark.parametrize("name", COEFFICIENTS)
def test_ratings_that_never_differ_have_no_interval(name: str) -> None:
    found = figure(COEFFICIENTS[name], table((9,), (0, 9), (0, 0, 9)))
    assert (found.value, found.interval) == (1.0, None)
    assert found.cannot_say.startswith("No two ratings differ.")


def test_one_plan_that_decides_everything_gives_no_interval() -> None:
    found = figure(COEFFICIENTS["kappa"], {(1, 1): 19, (1, 3): 1})
    assert found.value == pytest.approx(0)
    assert found.interval is None
    assert found.cannot_say.startswith("One plan decides")


def test_no_plan_has_no_figure() -> None:
    assert figure(COEFFICIENTS["ac2"], {}).value is None
    assert figure(COEFFICIENTS["kappa"], {(1, None): 12}).value is None


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
def test_a_share_of_few_plans_stays_within_nought_and_one(share: float) -> None:
    found = wilson(share, 3)
    assert 0 <= found.low <= share <= found.high <= 1
    assert found.high - found.low > 0.5


EVENLY, MOSTLY_STRONG = (25, 25, 25, 25), (2, 5, 20, 73)


def drawn(by: random.Random, plans: int, levels: tuple[int, ...]) -> Patterns:
    """Two raters who miss the truth by a step in three of ten ratings."""
    return Counter(
        tuple(min(3, max(0, true + by.choices((-1, 0, 1), (15, 70, 15))[0])) for _ in range(2))
        for true in by.choices(range(LEVELS), levels, k=plans)
    )


# It says 95 %. With so few plans that are nearly all alike, kappa's holds less often.
@pytest.mark.parametrize(
    ("name", "levels", "at_least"),
    [
        ("kappa", EVENLY, 0.93),
        ("ac2", EVENLY, 0.93),
        ("alpha", EVENLY, 0.93),
        ("kappa", MOSTLY_STRONG, 0.84),
        ("ac2", MOSTLY_STRONG, 0.91),
        ("alpha", MOSTLY_STRONG, 0.91),
    ],
)
def test_an_interval_holds_the_true_figure_about_as_often_as_it_says(
    name: str, levels: tuple[int, ...], at_least: float
) -> None:
    by, coefficient = random.Random(27), COEFFICIENTS[name]  # noqa: S311 -- the same each time
    true = coefficient(drawn(by, 40_000, levels))
    found = [figure(coefficient, drawn(by, 20, levels)) for _ in range(300)]
    intervals = [one.interval for one in found if one.interval]
    assert true is not None
    assert len(intervals) > 280
    held = fmean(one.low <= true <= one.high for one in intervals)
    assert at_least <= held <= 0.995
