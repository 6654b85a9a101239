from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from facilitator.accounts.guessing import Tries, for_account, for_address, for_codes

NOON = datetime(2027, 2, 27, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def after(tries: Tries, count: int, at: datetime = NOON) -> Tries:
    for _ in range(count):
        tries = tries.after_one_more(at)
    return tries


def test_nobody_waits_for_the_first_ten_tries() -> None:
    for count in range(10):
        assert after(for_account("sam@example.org"), count).wait(NOON) == timedelta(0)


@pytest.mark.parametrize(
    ("tries", "minutes"), [(10, 1), (11, 2), (12, 4), (13, 8), (14, 15), (15, 15), (5000, 15)]
)
def test_then_each_wrong_try_doubles_the_wait_up_to_a_quarter_of_an_hour(
    tries: int, minutes: int
) -> None:
    assert after(for_account("sam@example.org"), tries).wait(NOON) == minutes * MINUTE


def test_a_wait_ends() -> None:
    tries = after(for_account("sam@example.org"), 11)
    assert tries.wait(NOON + MINUTE) == MINUTE
    assert tries.wait(NOON + 2 * MINUTE) == timedelta(0)


def test_after_an_hour_all_is_forgotten() -> None:
    later = NOON + timedelta(hours=1)
    tries = after(for_account("sam@example.org"), 5000)
    assert tries.wait(later) == timedelta(0)
    assert tries.after_one_more(later).count == 1


@pytest.mark.parametrize(
    "fresh",
    [for_account("sam@example.org"), for_address("10.0.0.7"), for_codes(UUID(int=7))],
    ids=["account", "address", "codes"],
)
def test_a_program_that_never_stops_makes_fewer_than_a_hundred_tries_an_hour(fresh: Tries) -> None:
    made, tries, at = 0, fresh, NOON
    while at < NOON + timedelta(hours=1):
        if not tries.wait(at):
            tries, made = tries.after_one_more(at), made + 1
        at += timedelta(seconds=1)
    assert 5 < made < 100


def test_a_clock_that_was_set_back_keeps_nobody_waiting() -> None:
    assert after(for_account("sam@example.org"), 20).wait(NOON - timedelta(days=1)) == timedelta(0)


def test_tries_at_the_same_moment_count_in_whatever_order_they_come() -> None:
    just_before = NOON - timedelta(seconds=2)
    tries = after(for_account("sam@example.org"), 9).after_one_more(just_before)
    assert tries.count == 10
    assert after(for_account("sam@example.org"), 10).wait(just_before) == MINUTE


def test_an_account_is_the_same_however_its_address_is_typed_and_its_key_tells_nothing() -> None:
    key = for_account("sam@example.org").key
    assert for_account(" SAM@Example.org ").key == key
    assert for_account("ash@example.org").key != key
    assert for_address("sam@example.org").key != key
    assert "sam" not in key


def test_a_right_password_takes_one_try_back() -> None:
    assert after(for_address("10.0.0.7"), 3).one_less().count == 2
    assert for_address("10.0.0.7").one_less().count == 0
