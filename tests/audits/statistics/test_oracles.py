"""Our figures beside others', over 2,000 random tables with gaps: the same to nine places.

Three others: the definitions pair by pair (by_pairs, always), the library krippendorff (always),
and irrCAC, which is slow: some tables here, all of them in `make reliability`.
"""

import math
import warnings

import krippendorff
import numpy as np
import numpy.typing as npt
import pytest

from facilitator.audits.statistics.coefficients import ac2, alpha, kappa
from facilitator.audits.statistics.weights import Weighting
from tests.audits.statistics import by_pairs
from tests.audits.statistics.tables import LEVELS, Rows, patterns, random_rows
from tests.reliability import often

TABLES = 2_000
WEIGHTS = Weighting.BY_SQUARES.table(LEVELS)
NEAR = 1e-9


def same(ours: float | None, theirs: float | None) -> bool:
    if ours is None or theirs is None:
        return ours is theirs
    return math.isclose(ours, theirs, rel_tol=0, abs_tol=NEAR)


def as_array(rows: Rows) -> npt.NDArray[np.float64]:
    return np.array([[np.nan if one is None else one for one in row] for row in rows], dtype=float)


def test_the_tables_hold_gaps_and_figures_that_cannot_be_said() -> None:
    every = [random_rows(seed) for seed in range(TABLES)]
    assert sum(any(None in row for row in rows) for rows in every) > TABLES / 2
    assert {len(rows[0]) for rows in every if rows} >= {2, 3, 4, 5}
    assert any(kappa(patterns(rows), WEIGHTS) is None for rows in every)
    assert any(alpha(patterns(rows), LEVELS) is None for rows in every)


def test_the_figures_are_those_of_the_definitions_pair_by_pair() -> None:
    for seed in range(TABLES):
        rows = random_rows(seed)
        counted = patterns(rows)
        slow = (by_pairs.kappa(rows), by_pairs.ac2(rows), by_pairs.alpha(rows))
        ours = (kappa(counted, WEIGHTS), ac2(counted, WEIGHTS), alpha(counted, LEVELS))
        assert all(map(same, ours, slow)), (seed, ours, slow)


def test_alpha_is_that_of_the_library_krippendorff() -> None:
    compared = 0
    for seed in range(TABLES):
        rows = random_rows(seed)
        ours = alpha(patterns(rows), LEVELS)
        if ours is None:  # The library refuses some of these and divides by nought in others.
            continue
        theirs = krippendorff.alpha(
            reliability_data=as_array(rows).T,
            level_of_measurement="ordinal",
            value_domain=list(range(LEVELS)),
        )
        assert same(ours, float(theirs)), (seed, ours, theirs)
        compared += 1
    assert compared > TABLES * 0.9


def test_kappa_and_ac2_are_those_of_the_library_irrcac() -> None:
    pandas = pytest.importorskip("pandas")
    raw = pytest.importorskip("irrCAC.raw", reason="irrCAC ends at Python 3.12.")
    scale = [float(level) for level in range(LEVELS)]
    compared = 0
    for seed in range(often(40, in_all=TABLES)):
        rows = random_rows(seed)
        ours = (kappa(patterns(rows), WEIGHTS), ac2(patterns(rows), WEIGHTS))
        if None in ours or len(rows) < 2:
            continue
        frame = pandas.DataFrame(as_array(rows))
        book = raw.CAC(frame, weights="quadratic", categories=scale, digits=15)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # It divides by nought where nothing differs.
            theirs = [
                float(one["est"]["coefficient_value"]) for one in (book.conger(), book.gwet())
            ]
        assert all(map(same, ours, theirs)), (seed, ours, theirs)
        compared += 1
    assert compared > 30
