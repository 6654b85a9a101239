"""Worked examples as their authors printed them: the same to four places."""

import pytest

from facilitator.audits.statistics.charts import limits_of
from facilitator.audits.statistics.coefficients import (
    Patterns,
    ac2,
    agreement_seen,
    alpha,
    kappa,
)
from facilitator.audits.statistics.intervals import wilson
from facilitator.audits.statistics.weights import Weighting
from tests.audits.statistics.tables import patterns, table

ALL_ALIKE, BY_STEPS, BY_SQUARES = Weighting.ALL_ALIKE, Weighting.BY_STEPS, Weighting.BY_SQUARES
NEAR = 1e-4

# Gwet (2014), Handbook of Inter-Rater Reliability: four raters, twelve units, levels
# 1 to 5 (here 0 to 4), with ratings missing; the same table as in Krippendorff (2011), section C.
FOUR_RATERS = patterns(
    (
        (0, 0, None, 0),
        (1, 1, 2, 1),
        (2, 2, 2, 2),
        (2, 2, 2, 2),
        (1, 1, 1, 1),
        (0, 1, 2, 3),
        (3, 3, 3, 3),
        (0, 0, 1, 0),
        (1, 1, 1, 1),
        (None, 4, 4, 4),
        (None, None, 0, 0),
        (None, None, 2, None),
    )
)
# Gwet (2014): two reviewers of the records of 100 women, three kinds.
ABSTRACTORS = table((13, 0, 0), (0, 20, 7), (0, 4, 56))
# Feinstein and Cicchetti (1990): the same share of agreement, and a kappa that falls to nothing.
PARADOX = table((118, 5), (2, 0))


def test_four_raters_with_gaps_agree_as_gwet_and_krippendorff_print_it() -> None:
    alike, squares = ALL_ALIKE.table(5), BY_SQUARES.table(5)
    assert agreement_seen(FOUR_RATERS, alike) == pytest.approx(0.81818, abs=NEAR)
    assert kappa(FOUR_RATERS, alike) == pytest.approx(0.76282, abs=NEAR)
    assert ac2(FOUR_RATERS, alike) == pytest.approx(0.77544, abs=NEAR)
    assert ac2(FOUR_RATERS, squares) == pytest.approx(0.914, abs=1e-3)  # Printed to three places.
    assert alpha(FOUR_RATERS, 5) == pytest.approx(0.81539, abs=NEAR)  # Printed 0.815.


@pytest.mark.parametrize(
    ("weighting", "printed"), [(ALL_ALIKE, 0.79641), (BY_STEPS, 0.84290), (BY_SQUARES, 0.89216)]
)
def test_two_abstractors_have_the_printed_kappa(weighting: Weighting, printed: float) -> None:
    assert kappa(ABSTRACTORS, weighting.table(3)) == pytest.approx(printed, abs=NEAR)


def test_two_abstractors_have_the_printed_ac1() -> None:
    assert ac2(ABSTRACTORS, ALL_ALIKE.table(3)) == pytest.approx(0.84933, abs=NEAR)
    assert ac2(ABSTRACTORS, BY_SQUARES.table(3)) == pytest.approx(0.94024, abs=NEAR)


@pytest.mark.parametrize(
    ("counts", "kappa_printed"),
    [
        (table((40, 9), (6, 45)), 0.70),
        (table((80, 10), (5, 5)), 0.32),
        (PARADOX, -0.023),
    ],
)
def test_kappa_falls_as_feinstein_and_cicchetti_show(
    counts: Patterns, kappa_printed: float
) -> None:
    assert kappa(counts, ALL_ALIKE.table(2)) == pytest.approx(kappa_printed, abs=5e-3)


def test_ac1_stays_high_where_kappa_falls() -> None:
    assert agreement_seen(PARADOX, ALL_ALIKE.table(2)) == pytest.approx(0.944, abs=NEAR)
    assert ac2(PARADOX, ALL_ALIKE.table(2)) == pytest.approx(0.941, abs=5e-4)


def test_a_share_has_wilsons_interval() -> None:
    # Newcombe (1998), Statistics in Medicine 17, 857-872, table I: 81 of 263, and none of 20.
    assert wilson(81 / 263, 263).low == pytest.approx(0.2553, abs=NEAR)
    assert wilson(81 / 263, 263).high == pytest.approx(0.3662, abs=NEAR)
    assert (wilson(0, 20).low, wilson(0, 20).high) == pytest.approx((0, 0.1611), abs=NEAR)


def test_limits_are_those_of_the_handbook_of_engineering_statistics() -> None:
    # NIST/SEMATECH e-Handbook 6.3.2.2: centre 50.81, limits 45.8159 and 55.8041 by 3 / 1.128;
    # with 2.66 for that, as the NHS writes it, they lie 0.001 further out.
    flow = (49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1)
    limits = limits_of(flow)
    assert limits.centre == pytest.approx(50.81)
    assert limits.low == pytest.approx(45.8159, abs=1e-3)
    assert limits.high == pytest.approx(55.8041, abs=1e-3)
