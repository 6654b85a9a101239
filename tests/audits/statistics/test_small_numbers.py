import pytest

from facilitator.audits.statistics import (
    NOT_APPLICABLE,
    Rating,
    Spread,
    Suppressed,
    spread,
    spread_by_group,
)


def group(plans: int, rating: Rating = 2) -> list[Rating]:
    return [rating] * plans


@pytest.mark.parametrize("plans", range(5))
def test_of_fewer_than_five_plans_nothing_is_shown_not_even_how_many(plans: int) -> None:
    assert spread(group(plans)) == Suppressed()
    assert not any(letter.isdigit() for letter in Suppressed().because)


def test_five_plans_show_how_they_spread() -> None:
    found = spread([0, 2, 2, 3, NOT_APPLICABLE])
    assert found == Spread((1, 0, 2, 1), 1)
    assert isinstance(found, Spread)
    assert found.plans == 5


def test_a_rating_that_is_missing_is_no_plan() -> None:
    assert spread([2, 2, 2, 2, None, None]) == Suppressed()


def test_groups_stand_in_the_order_of_their_names_whatever_they_got() -> None:
    found = spread_by_group({"west": group(9, 3), "east": group(5, 0), "north": group(7, 1)})
    assert list(found) == ["east", "north", "west"]
    assert all(isinstance(one, Spread) for one in found.values())


def test_one_hidden_group_cannot_be_had_by_taking_the_rest_from_the_whole() -> None:
    found = spread_by_group({"a": group(3), "b": group(9), "c": group(6)})
    assert {name for name, one in found.items() if isinstance(one, Suppressed)} == {"a", "c"}


def test_two_hidden_groups_that_hold_five_together_hide_each_other() -> None:
    found = spread_by_group({"a": group(3), "b": group(2), "c": group(6)})
    assert {name for name, one in found.items() if isinstance(one, Suppressed)} == {"a", "b"}


def test_a_group_without_plans_hides_nobody_else() -> None:
    found = spread_by_group({"a": [], "b": group(6)})
    assert isinstance(found["a"], Suppressed)
    assert isinstance(found["b"], Spread)


def test_all_groups_may_be_too_small() -> None:
    found = spread_by_group({"a": group(1), "b": group(2)})
    assert set(found.values()) == {Suppressed()}
