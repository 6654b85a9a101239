"""Agreement of raters, calibration, charts over time, and what is shown of few plans.

Pure Python: values in, values out. No figure here ranks anybody, and none stands behind a target.
"""

from facilitator.audits.statistics.agreement import Agreement, TooFew, agreement
from facilitator.audits.statistics.calibration import Calibration, GoldRating, calibration
from facilitator.audits.statistics.charts import Chart, Point, ProcessChange, chart
from facilitator.audits.statistics.intervals import Figure, Interval, Share
from facilitator.audits.statistics.ratings import NOT_APPLICABLE, Rated, Rating
from facilitator.audits.statistics.signals import Signal
from facilitator.audits.statistics.small_numbers import (
    Spread,
    Suppressed,
    spread,
    spread_by_group,
)

__all__ = [
    "NOT_APPLICABLE",
    "Agreement",
    "Calibration",
    "Chart",
    "Figure",
    "GoldRating",
    "Interval",
    "Point",
    "ProcessChange",
    "Rated",
    "Rating",
    "Share",
    "Signal",
    "Spread",
    "Suppressed",
    "TooFew",
    "agreement",
    "calibration",
    "chart",
    "spread",
    "spread_by_group",
]
