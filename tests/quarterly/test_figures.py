"""What a quarter, and the twelve months up to its end, say of many plans."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

import pytest

from facilitator.audits.sampling import Quarter
from facilitator.audits.statistics import NOT_APPLICABLE, Spread, Suppressed
from facilitator.quarterly.counted import LeftAside, NotCounted, RatingCount, SeenPlan
from facilitator.quarterly.figures import Figures, figures
from facilitator.quarterly.periods import Span, span_of, up_to

EXE, TAW, TORR = (UUID(int=number) for number in (0xA, 0xB, 0xC))
NOW = Quarter(2027, 1)
YEAR = up_to(NOW, 12)


def plans(how_many: int, *, team: UUID = EXE, on: date = date(2027, 2, 3)) -> list[SeenPlan]:
    return [SeenPlan(team, on, 12, 6, {"G6": 1} if nth == 0 else {}) for nth in range(how_many)]


def said(level: int | str, how_many: int, **known: object) -> RatingCount:
    usual: dict[str, object] = {"team": EXE, "month": date(2027, 2, 1), "criterion": "Q1"}
    return RatingCount(**{**usual, **known}, rating=level, plans=how_many)  # type: ignore[arg-type]


def found(
    seen: Iterable[SeenPlan] = (),
    ratings: Iterable[RatingCount] = (),
    aside: Iterable[LeftAside] = (),
    *,
    span: Span = YEAR,
) -> Figures:
    return figures(span, seen, ratings, aside)


@pytest.mark.parametrize(("how_many", "shown"), [(4, Suppressed()), (5, 5), (0, Suppressed())])
def test_plans_are_counted_from_five_on(how_many: int, shown: object) -> None:
    assert found(plans(how_many)).plans == shown


def test_gates_are_told_with_the_plans_and_never_of_few() -> None:
    of_five = found(plans(5)).gates
    assert not isinstance(of_five, Suppressed)
    assert of_five["G6"] == 1
    assert of_five["G1"] == 0
    assert isinstance(found(plans(4)).gates, Suppressed)


def test_a_quarter_that_is_too_small_does_not_come_back_in_the_year() -> None:
    year = found([*plans(6), *plans(3, on=date(2026, 11, 3))])
    assert year.plans == 6
    assert year.waiting
    quarter = found([*plans(6), *plans(3, on=date(2026, 11, 3))], span=span_of(NOW))
    assert quarter.plans == 6
    assert not quarter.waiting


def test_several_small_quarters_count_together() -> None:
    small = [*plans(3), *plans(3, on=date(2026, 11, 3))]
    assert found(small).plans == 6


def test_a_small_team_does_not_come_back_when_all_teams_stand_together() -> None:
    both = found([*plans(7), *plans(2, team=TAW)], span=span_of(NOW))
    assert both.plans == 7
    three = found([*plans(7), *plans(2, team=TAW), *plans(3, team=TORR)], span=span_of(NOW))
    assert three.plans == 12


def test_ratings_spread_over_0_to_3_and_what_does_not_apply() -> None:
    ratings = [said(0, 1), said(2, 3), said(3, 2), said(NOT_APPLICABLE, 2)]
    assert found((), ratings).spreads == {"Q1": Spread((1, 0, 3, 2), 2)}


def test_a_criterion_that_few_plans_were_asked_about_says_nothing() -> None:
    spreads = found((), [said(2, 9), said(3, 4, criterion="Q7")]).spreads
    assert spreads["Q1"] == Spread((0, 0, 9, 0), 0)
    assert isinstance(spreads["Q7"], Suppressed)


def test_a_criterion_leaves_out_the_team_that_has_too_few_of_it() -> None:
    spreads = found((), [said(2, 9), said(0, 2, team=TAW)]).spreads
    assert spreads["Q1"] == Spread((0, 0, 9, 0), 0)


def test_what_lies_outside_is_not_counted() -> None:
    before, after = date(2026, 3, 31), date(2027, 4, 1)
    outside = found([*plans(9, on=before), *plans(9, on=after)], [said(1, 9, month=before)])
    assert isinstance(outside.plans, Suppressed)
    assert outside.spreads == {}


def test_what_is_not_counted_is_told_by_why() -> None:
    month = date(2027, 1, 1)
    aside = [
        LeftAside(EXE, month, NotCounted.STILL_PRACTISING, 2),
        LeftAside(TAW, month, NotCounted.FOR_A_REASON, 4),
        LeftAside(EXE, month, NotCounted.FOR_A_REASON, 3),
    ]
    assert found(aside=aside).aside == {
        NotCounted.FOR_A_REASON: 7,
        NotCounted.STILL_PRACTISING: 2,
    }
