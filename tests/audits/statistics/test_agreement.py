from itertools import cycle, islice

import pytest

from facilitator.audits.statistics import (
    NOT_APPLICABLE,
    Agreement,
    Figure,
    Interval,
    Rated,
    Rating,
    TooFew,
    agreement,
)
from facilitator.audits.statistics.agreement import in_words
from facilitator.refusals import Refusal


def rated(*ratings: tuple[Rating, ...], plans: int) -> tuple[Rated, ...]:
    """So many plans, which got those ratings over and over."""
    each = islice(cycle(ratings), plans)
    return tuple(Rated(f"plan {number}", one) for number, one in enumerate(each))


def enough(*ratings: tuple[Rating, ...], plans: int) -> Agreement:
    found = agreement(rated(*ratings, plans=plans))
    assert isinstance(found, Agreement)
    return found


MIXED: tuple[tuple[Rating, ...], ...] = ((0, 0), (1, 1), (2, 3), (3, 3), (2, 2), (1, 0), (3, 1))


@pytest.mark.parametrize("plans", range(10))
def test_below_ten_plans_no_figure_is_said_and_the_plans_that_differ_are(plans: int) -> None:
    found = agreement(rated((2, 2), (3, 1), plans=plans))
    assert found == TooFew(plans, tuple(one for one in rated((2, 2), (3, 1), plans=plans)[1::2]))


def test_a_plan_rated_once_does_not_count_towards_ten() -> None:
    found = agreement((*rated((2, 2), plans=9), *rated((1, None), (None, 3), plans=30)))
    assert found == TooFew(9, ())


def test_from_ten_plans_on_every_figure_is_there_and_no_word() -> None:
    found = enough(*MIXED, plans=10)
    assert found.plans == 10
    assert found.exact.value == pytest.approx(0.6)
    assert found.within_one.value == pytest.approx(0.9)
    assert all(one.value is not None for one in (found.kappa, found.ac2, found.alpha))
    assert all(one.interval is not None for one in (found.kappa, found.ac2, found.alpha))
    assert found.words == ""


@pytest.mark.parametrize(("plans", "has_words"), [(30, False), (31, True)])
def test_words_come_above_thirty_plans(plans: int, has_words: bool) -> None:  # noqa: FBT001
    assert bool(enough(*MIXED, plans=plans).words) is has_words


def test_how_common_each_rating_is_adds_up_to_all_of_them() -> None:
    found = enough((0, 0), (1, 2), (3, None), (3, 3), plans=40)
    assert [one.value for one in found.prevalence] == pytest.approx([0.25, 0.125, 0.125, 0.5])
    assert all(one.of == 40 for one in found.prevalence)
    assert found.plans == 30


def test_not_applicable_is_no_rating_on_the_scale_and_is_counted_by_itself() -> None:
    without = enough((2, 2), (1, 3), plans=20)
    beside = agreement(
        (
            *rated((2, 2), (1, 3), plans=20),
            *rated((NOT_APPLICABLE, NOT_APPLICABLE), (NOT_APPLICABLE, 0), plans=10),
        )
    )
    assert isinstance(beside, Agreement)
    assert beside.exact == without.exact
    assert without.applies.value == 1
    assert beside.applies.of == 30
    assert beside.applies.value == pytest.approx(25 / 30)
    assert len(beside.differ) == 15  # Who says that it does not apply differs from who says 0.


def test_three_raters_and_a_gap_are_read_together() -> None:
    found = enough((2, 2, None), (3, 3, 3), (0, None, 1), (1, 1, 2), plans=12)
    assert found.exact.value == pytest.approx((1 + 1 + 0 + 1 / 3) / 4)
    assert found.kappa.value is not None


def test_the_order_of_the_plans_changes_nothing() -> None:
    several = rated(*MIXED, plans=28)
    assert enough(*MIXED, plans=28).kappa == _kappa(several[::-1])


def _kappa(several: tuple[Rated, ...]) -> Figure:
    found = agreement(several)
    assert isinstance(found, Agreement)
    return found.kappa


def test_when_all_ratings_are_the_same_nothing_is_claimed() -> None:
    found = enough((3, 3), plans=40)
    assert found.exact.value == 1
    assert found.exact.interval.low < 0.92
    assert found.kappa.value is None
    assert found.words.startswith("The ratings are too alike")


def sure(value: float, low: float) -> Figure:
    return Figure(value, Interval(low, 1.0))


@pytest.mark.parametrize(
    ("kappa", "ac2", "alpha", "begins"),
    [
        (sure(0.8, 0.6), sure(0.9, 0.8), sure(0.8, 0.6), "We read this closely alike."),
        (sure(0.8, 0.59), sure(0.9, 0.8), sure(0.8, 0.6), "We read this fairly alike."),
        (sure(0.8, 0.7), sure(0.9, 0.8), sure(0.6, 0.4), "We read this fairly alike."),
        (sure(0.8, 0.39), sure(0.9, 0.8), sure(0.8, 0.7), "We may read this in different ways."),
        # Nearly all plans alike: AC2 may not make kappa's bad news kinder, nor kappa say too much.
        (sure(0.1, -0.2), sure(0.9, 0.8), sure(0.1, 0.0), "Most plans got the same rating"),
    ],
)
def test_words_say_no_more_than_the_low_end_of_an_interval(
    kappa: Figure, ac2: Figure, alpha: Figure, begins: str
) -> None:
    assert in_words(kappa, ac2, alpha).startswith(begins)


@pytest.mark.parametrize("off", [4, -1, True, 2.0, "2"])
def test_a_rating_off_the_scale_is_refused_by_its_plan(off: object) -> None:
    with pytest.raises(Refusal, match=r"plan p1: .* is no rating\. Say 0, 1, 2, 3 or"):
        Rated("p1", (2, off))  # type: ignore[arg-type]
