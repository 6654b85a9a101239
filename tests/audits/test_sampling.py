import math
from collections import Counter
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from itertools import pairwise

import pytest

from facilitator.audits.sampling import (
    Eligible,
    Quarter,
    ReasonPick,
    Sample,
    Wanted,
    chances_of,
    draw,
)
from facilitator.audits.sampling_tickets import fingerprint, shuffled, ticket
from facilitator.refusals import Refusal

DAY = date(2027, 2, 27)
SPRING = Quarter(2027, 1)
WRITTEN = ["jo 2", "ali 4", "ali 1", "sam 2", "jo 0"]


def eligible(plan: str, facilitator: str = "jo", team: str = "north", on: date = DAY) -> Eligible:
    return Eligible(plan, team, facilitator, on)


def of(**plans: int) -> list[Eligible]:
    """So many plans of each facilitator."""
    return [
        eligible(f"{who} {number}", who) for who, many in plans.items() for number in range(many)
    ]


def wanted(plans: int, seed: str = "a seed", rater: str = "supervisor") -> Wanted:
    return Wanted("north", SPRING, plans, seed, rater)


def drawn(sample: Sample) -> list[str]:
    return [one.plan for one in sample.drawn]


def test_the_same_seed_and_list_give_the_same_plans_in_any_order() -> None:
    plans = of(jo=9, sam=4, ali=7)
    first = draw(plans, wanted(6))
    assert draw(plans[::-1], wanted(6)) == first
    assert drawn(draw(plans, wanted(6, seed="another"))) != drawn(first)


def test_a_draw_stays_what_it_was_when_it_was_written_here() -> None:
    # Whoever changes this takes every printed seed its meaning.
    assert drawn(draw(of(jo=9, sam=4, ali=7), wanted(5))) == WRITTEN
    assert ticket("seed", "plan 1").hex().startswith("7a3a95d8478e5708")


def test_a_ticket_is_the_sha_256_of_lengths_and_letters() -> None:
    assert ticket("ab", "c") != ticket("a", "bc")
    assert ticket("") != ticket()
    assert ticket("é") == ticket("é")
    assert len(ticket("seed", "x")) == 32


def test_every_facilitator_is_seen() -> None:
    for seed in map(str, range(200)):
        sample = draw(of(jo=30, sam=1, ali=2), wanted(4, seed))
        assert {plan.split()[0] for plan in drawn(sample)} == {"jo", "sam", "ali"}
        assert len(sample.drawn) == 4


def test_a_team_with_more_facilitators_than_plans_asked_for_gets_more() -> None:
    sample = draw(of(jo=3, sam=3, ali=3, kim=3), wanted(2))
    assert len(sample.drawn) == 4
    assert sample.wanted.plans == 2


def test_a_team_with_fewer_plans_than_asked_for_has_all_of_them_read() -> None:
    sample = draw(of(jo=2, sam=1), wanted(10))
    assert set(drawn(sample)) == {"jo 0", "jo 1", "sam 0"}
    assert {one.chance for one in sample.drawn} == {1}


def test_a_quarter_without_plans_draws_none() -> None:
    assert draw([], wanted(5)).drawn == ()


def test_the_raters_own_meetings_are_left_out_and_named() -> None:
    plans = [
        *of(jo=5, supervisor=3),
        Eligible("sat in", "north", "jo", DAY, frozenset({"supervisor"})),
    ]
    sample = draw(plans, wanted(9))
    own = ("sat in", "supervisor 0", "supervisor 1", "supervisor 2")
    assert sample.left_out == own
    assert not set(own) & set(drawn(sample))
    assert sample.listed == 5


def test_only_plans_of_that_team_and_quarter_are_drawn() -> None:
    plans = [
        eligible("ours"),
        eligible("other team", team="south"),
        eligible("before", on=date(2026, 12, 31)),
        eligible("first day", on=date(2027, 1, 1)),
        eligible("last day", on=date(2027, 3, 31)),
        eligible("after", on=date(2027, 4, 1)),
    ]
    assert set(drawn(draw(plans, wanted(9)))) == {"ours", "first day", "last day"}


def test_what_is_picked_for_a_reason_stands_apart_and_is_never_counted() -> None:
    plans = of(jo=12)
    by_chance = drawn(draw(plans, wanted(3)))
    other = next(one.plan for one in plans if one.plan not in by_chance)
    picks = [
        ReasonPick(other, "supervisor", "A gate was overridden"),
        ReasonPick(by_chance[0], "supervisor", "The family asked"),
    ]
    sample = draw(plans, wanted(3), picks)
    assert drawn(sample) == by_chance
    assert sample.picked == (picks[0],)  # What chance took is counted, for whatever reason besides.


@pytest.mark.parametrize("reason", ["", "  "])
def test_nothing_is_picked_without_a_reason(reason: str) -> None:
    with pytest.raises(Refusal, match="This pick has no reason"):
        ReasonPick("a plan", "supervisor", reason)


def test_the_printed_sentences_hold_all_that_drawing_again_needs() -> None:
    sample = draw(of(jo=4, sam=4), wanted(3, "7f3c"))
    assert sample.how_it_was_drawn == (
        "Team north, 2027 quarter 1. Seed: 7f3c. 3 of 8 plans were drawn. "
        f"List: {sample.list_mark}."
    )


def test_another_list_has_another_mark() -> None:
    marks = {draw(of(jo=many), wanted(2)).list_mark for many in range(2, 6)}
    assert len(marks) == 4
    assert fingerprint(["b", "a", "a"]) == fingerprint(["a", "b"])


@pytest.mark.parametrize(("plans", "seed"), [(0, "seed"), (-1, "seed"), (3, " ")])
def test_a_draw_of_nothing_or_without_a_seed_is_refused(plans: int, seed: str) -> None:
    with pytest.raises(Refusal):
        wanted(plans, seed)


def test_a_plan_that_stands_in_the_list_twice_is_refused() -> None:
    with pytest.raises(Refusal, match="Plan a stands in the list twice"):
        draw([eligible("a"), eligible("a", "sam")], wanted(1))


@pytest.mark.parametrize(
    ("day", "number"),
    [(date(2027, 1, 1), 1), (date(2027, 3, 31), 1), (date(2027, 4, 1), 2), (date(2027, 12, 31), 4)],
)
def test_a_day_lies_in_its_quarter(day: date, number: int) -> None:
    assert Quarter.of(day) == Quarter(2027, number)


def test_weights_add_up_to_the_plans_of_the_quarter_on_average() -> None:
    plans = of(jo=7, sam=2, ali=1)
    chances = chances_of(plans, 5)
    assert sum(chances.values()) == 5
    assert chances["ali 0"] == 1
    assert chances["jo 0"] == Fraction(1, 7) + Fraction(6, 7) * Fraction(2, 7)
    assert all(one.weight == 1 / chances[one.plan] for one in draw(plans, wanted(5)).drawn)


DRAWS = 10_000
# What chi-square passes by chance once in a thousand, by its degrees of freedom: printed tables.
ONCE_IN_A_THOUSAND = {7: 24.32, 19: 43.82}


def test_ten_thousand_draws_are_fair_to_every_plan() -> None:
    plans = of(jo=20)
    times = Counter(
        plan for seed in range(DRAWS) for plan in drawn(draw(plans, wanted(5, str(seed))))
    )
    chances = chances_of(plans, 5)
    assert set(chances.values()) == {Fraction(1, 4)}
    assert evenness(times, dict.fromkeys(chances, 0.25)) < ONCE_IN_A_THOUSAND[19]


def test_ten_thousand_draws_take_each_plan_as_often_as_its_chance_says() -> None:
    plans = of(jo=9, sam=4, ali=2, kim=1)
    times = Counter(
        plan for seed in range(DRAWS) for plan in drawn(draw(plans, wanted(7, str(seed))))
    )
    for plan, chance in chances_of(plans, 7).items():
        error = math.sqrt(DRAWS * chance * (1 - chance))
        assert abs(times[plan] - DRAWS * chance) <= 4 * error, plan


def test_the_place_in_the_order_is_fair_too() -> None:
    ids = [f"plan {number}" for number in range(8)]
    first = Counter(shuffled(str(seed), "all", ids)[0] for seed in range(DRAWS))
    expected = DRAWS / 8
    assert sum((first[one] - expected) ** 2 / expected for one in ids) < ONCE_IN_A_THOUSAND[7]


def test_two_seeds_that_differ_by_one_have_nothing_to_do_with_each_other() -> None:
    plans = of(jo=20)
    samples = [set(drawn(draw(plans, wanted(5, str(seed))))) for seed in range(1_000)]
    both = sum(len(one & after) for one, after in pairwise(samples)) / 999
    assert both == pytest.approx(5 * 5 / 20, abs=0.1)


def evenness(times: Mapping[str, int], chance: Mapping[str, float]) -> float:
    """Chi-square of how often each plan was drawn, for draws without putting back."""
    plans = len(chance)
    parts = (
        (times[plan] - DRAWS * one) ** 2 / (DRAWS * one * (1 - one)) for plan, one in chance.items()
    )
    return sum(parts) * (plans - 1) / plans
