from collections import Counter
from datetime import date

import pytest

from facilitator.audits.sampling import Eligible
from facilitator.audits.sampling_second import FirstRating, Rater, SecondRating, second_ratings

DAY = date(2027, 2, 27)
RATERS = (Rater("ana", "north"), Rater("ben", "south"), Rater("cyd", "south"), Rater("dee", "west"))


def first(
    number: int, by: str = "ana", team: str = "north", had_a_part: str = "nobody"
) -> FirstRating:
    plan = Eligible(f"plan {number}", team, "jo", DAY, frozenset({had_a_part}))
    return FirstRating(plan, by)


def firsts(many: int) -> list[FirstRating]:
    return [first(number) for number in range(many)]


@pytest.mark.parametrize(
    ("plans", "twice"), [(0, 0), (1, 1), (5, 1), (6, 2), (10, 2), (11, 3), (100, 20)]
)
def test_one_plan_in_five_or_more_is_rated_twice(plans: int, twice: int) -> None:
    assert len(second_ratings(firsts(plans), RATERS, "seed")) == twice


def test_the_second_rater_is_of_another_team() -> None:
    found = second_ratings(firsts(100), RATERS, "seed")
    assert {one.rater for one in found} == {"ben", "cyd", "dee"}


def test_nobody_rates_the_same_plan_twice_or_a_meeting_that_they_had_a_part_in() -> None:
    several = [first(number, by="dee", had_a_part="ben") for number in range(50)]
    assert {one.rater for one in second_ratings(several, RATERS, "seed")} == {"cyd"}


def test_whoever_led_a_meeting_rates_none_of_it() -> None:
    own = [FirstRating(Eligible("p", "north", "ben", DAY), "ana")]
    found = {second_ratings(own, RATERS[1:2], str(seed))[0].rater for seed in range(20)}
    assert found == {None}


def test_second_ratings_are_shared_out_evenly() -> None:
    found = second_ratings(firsts(150), RATERS, "seed")
    assert Counter(one.rater for one in found) == {"ben": 10, "cyd": 10, "dee": 10}


def test_where_nobody_may_rate_a_plan_that_is_said_and_another_comes_up() -> None:
    several = [*(first(number, team="west") for number in range(9)), first(9)]
    found = second_ratings(several, (Rater("dee", "west"),), "seed")
    assert SecondRating("plan 9", "dee") in found
    assert all(one.rater is None for one in found if one.plan != "plan 9")


def test_without_anybody_of_another_team_every_plan_came_up_in_vain() -> None:
    found = second_ratings(firsts(5), RATERS[:1], "seed")
    assert [one.rater for one in found] == [None] * 5


def test_the_same_seed_gives_the_same_second_ratings_in_any_order() -> None:
    found = second_ratings(firsts(40), RATERS, "seed")
    assert second_ratings(firsts(40)[::-1], RATERS[::-1], "seed") == found
    assert second_ratings(firsts(40), RATERS, "other seed") != found


def test_every_plan_comes_up_equally_often() -> None:
    times = Counter(
        one.plan for seed in range(2_000) for one in second_ratings(firsts(10), RATERS, str(seed))
    )
    assert len(times) == 10
    assert all(abs(count - 400) <= 4 * 17.9 for count in times.values())
