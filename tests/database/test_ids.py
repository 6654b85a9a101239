from concurrent.futures import ThreadPoolExecutor
from uuid import RFC_4122

from hypothesis import given
from hypothesis import strategies as st

from facilitator.database import id_or_new, new_id
from facilitator.database.ids import _Maker


def test_an_id_is_a_uuid_of_version_7() -> None:
    made = new_id()
    assert (made.version, made.variant) == (7, RFC_4122)


@given(times=st.lists(st.integers(min_value=0, max_value=2**48 - 2), min_size=2, max_size=30))
def test_ids_grow_whatever_the_clock_does(times: list[int]) -> None:
    maker = _Maker()
    made = [maker.make(time) for time in times]
    assert made == sorted(set(made))
    assert {(one.version, one.variant) for one in made} == {(7, RFC_4122)}


def test_an_id_begins_with_the_time_of_its_making() -> None:
    # The example of RFC 9562, appendix A.6: 22 February 2022, 14:22:22 in New York.
    assert str(_Maker().make(0x017F22E279B0)).startswith("017f22e2-79b0-7")


def test_ids_of_one_tick_grow_into_the_next_one() -> None:
    maker = _Maker()
    first = maker.make(1000)
    maker._chance = (1 << 74) - 1  # noqa: SLF001 - the last one of this tick
    second = maker.make(1000)
    assert second > first
    assert second.int >> 80 == 1001


def test_eight_threads_never_make_the_same_id() -> None:
    with ThreadPoolExecutor(8) as threads:
        batches = list(threads.map(lambda _: [new_id() for _ in range(500)], range(8)))
    assert len({one for batch in batches for one in batch}) == 4000
    assert all(batch == sorted(batch) for batch in batches)


def test_the_id_of_a_form_comes_back_and_a_spoilt_one_is_made_anew() -> None:
    made = new_id()
    assert id_or_new(str(made)) == made
    assert len({id_or_new(spoilt) for spoilt in (None, "", "no id", f"{made}0")}) == 4
