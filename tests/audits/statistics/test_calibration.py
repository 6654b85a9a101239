import pytest

from facilitator.audits.statistics import NOT_APPLICABLE, GoldRating, Rating, calibration
from facilitator.audits.statistics.calibration import OfCriterion
from facilitator.refusals import Refusal

CRITERIA = ("Q1", "Q7")
GOLD = (0, 1, 2, 3, 2)


def gold_set(plans: int, *misses: int) -> list[GoldRating]:
    """Gold plans on two criteria; each miss is how far one plan's ratings lie off, in turn."""
    off = (*misses, *[0] * plans)
    return [
        GoldRating(f"gold {plan}", criterion, (gold := GOLD[plan % 5]), _near(gold, off[plan]))
        for plan in range(plans)
        for criterion in CRITERIA
    ]


def _near(gold: int, off: int) -> int:
    return gold + off if gold + off <= 3 else gold - off


def test_a_rater_who_reads_as_the_gold_set_has_it_counts() -> None:
    found = calibration(gold_set(10))
    assert found.counts
    assert found.why_not == ()
    assert found.within_one is not None
    assert found.exact is not None
    assert (found.within_one.value, found.exact.value) == (1, 1)
    assert found.by_criterion == (OfCriterion("Q1", 10, 10, 10), OfCriterion("Q7", 10, 10, 10))


@pytest.mark.parametrize("plans", [0, 1, 9])
def test_with_fewer_than_ten_gold_plans_nobody_counts(plans: int) -> None:
    found = calibration(gold_set(plans))
    assert not found.counts
    assert found.why_not[0] == f"{plans} gold plans are rated in full. Rate {10 - plans} more."


def test_a_gold_plan_counts_once_every_criterion_is_answered() -> None:
    ratings = gold_set(10)
    ratings[3] = GoldRating(ratings[3].plan, ratings[3].criterion, ratings[3].gold, None)
    assert calibration(ratings).plans == 9


@pytest.mark.parametrize(("far", "enough"), [(2, True), (3, False)])
def test_four_in_five_ratings_must_lie_within_a_step(far: int, enough: bool) -> None:  # noqa: FBT001
    found = calibration(gold_set(10, *[2] * far))
    assert found.within_one is not None
    assert found.within_one.value == pytest.approx(1 - far / 10)
    assert any("four in five" in why for why in found.why_not) is not enough


def test_near_ratings_that_follow_no_order_do_not_count() -> None:
    ratings = [GoldRating(f"gold {plan}", "Q1", 1 + plan % 2, 2 - plan % 2) for plan in range(12)]
    found = calibration(ratings)
    assert found.within_one is not None
    assert found.within_one.value == 1
    assert found.why_not == (
        "The order of the plans is not yet read alike. Talk through two plans, and rate more.",
    )


def test_gold_plans_that_are_all_alike_cannot_tell() -> None:
    ratings = [GoldRating(f"gold {plan}", "Q1", 3, 3) for plan in range(10)]
    assert calibration(ratings).why_not == (
        "These gold plans are too alike to tell. Ask for others.",
    )


@pytest.mark.parametrize(
    ("gold", "rater", "within", "exact"),
    [
        (2, 2, True, True),
        (2, 3, True, False),
        (2, 0, False, False),
        (NOT_APPLICABLE, NOT_APPLICABLE, True, True),
        (NOT_APPLICABLE, 0, False, False),
        (0, NOT_APPLICABLE, False, False),
        (0, None, False, False),
    ],
)
def test_not_applicable_has_no_neighbour(
    gold: Rating,
    rater: Rating,
    within: bool,  # noqa: FBT001
    exact: bool,  # noqa: FBT001
) -> None:
    one = GoldRating("gold 1", "Q1", gold, rater)
    assert (one.within_one, one.exact) == (within, exact)


def test_each_criterion_says_what_it_met() -> None:
    found = calibration(
        [
            *(GoldRating(f"gold {plan}", "Q2", 2, 3) for plan in range(3)),
            *(GoldRating(f"gold {plan}", "Q1", 1, 3) for plan in range(3)),
        ]
    )
    assert found.by_criterion == (OfCriterion("Q2", 3, 3, 0), OfCriterion("Q1", 3, 0, 0))


def test_the_gold_set_itself_has_no_gap() -> None:
    with pytest.raises(Refusal, match=r"This gold plan has no rating here\. Agree on one first\."):
        GoldRating("gold 1", "Q1", None, 2)
    with pytest.raises(Refusal, match="is no rating"):
        GoldRating("gold 1", "Q1", 2, 7)
