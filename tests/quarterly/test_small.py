"""Nothing is shown of fewer than five plans, and nothing can be had by subtraction."""

from hypothesis import given
from hypothesis import strategies as st

from facilitator.quarterly.small import may_join, may_stand

SIZES = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 12), max_size=8)


def test_a_small_group_waits_until_the_small_ones_are_five_together() -> None:
    assert may_join({"a": 9, "b": 4}) == {"a"}
    assert may_join({"a": 9, "b": 4, "c": 1}) == {"a", "b", "c"}


def test_beside_a_small_group_the_smallest_that_is_shown_is_hidden_too() -> None:
    assert may_stand({"a": 9, "b": 6, "c": 3}) == {"a"}
    assert may_stand({"a": 9, "b": 6, "c": 0}) == {"a", "b"}
    assert may_stand({"a": 9, "b": 3, "c": 2}) == {"a"}


@given(SIZES)
def test_what_is_left_when_each_shown_group_is_taken_from_the_whole_is_none_or_five(
    sizes: dict[str, int],
) -> None:
    joined = may_join(sizes)
    rest = sum(n for key, n in sizes.items() if key in joined and n < 5)
    assert rest == 0 or rest >= 5
    hidden = sum(n for key, n in sizes.items() if key not in may_stand(sizes))
    shown = may_stand(sizes)
    assert hidden == 0 or hidden >= 5 or not shown
    assert all(sizes[key] >= 5 for key in shown)
