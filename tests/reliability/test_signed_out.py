"""The visit ends, or the clock jumps, between typing and saving: not a word is lost."""

from collections.abc import Callable

import pytest

from tests.reliability import often
from tests.reliability.client import Answer, Client, a_key, a_ref, signed_in
from tests.reliability.laptop import Laptop

TRIALS = often(3, 20)
TEN_MINUTES, A_DAY, A_YEAR = 600, 86_400, 365 * 86_400
AN_HOUR_AND_A_MINUTE, FIVE_HOURS = 61 * 60, 5 * 3600
Ends = Callable[[Laptop], None]


def five_hours_pass(laptop: Laptop) -> None:
    laptop.meets(clock_off=FIVE_HOURS)


def somebody_ends_every_visit(laptop: Laptop) -> None:
    laptop.end_every_visit()


def keeps(client: Client, ref: str, words: str) -> Answer:
    return client.save(ref, words, key=f"key of {ref}")


def test_after_an_hour_and_a_minute_a_line_is_kept_as_ever(laptop: Laptop) -> None:
    for _ in range(TRIALS):
        laptop.meets()
        with signed_in(laptop) as client:
            laptop.meets(clock_off=AN_HOUR_AND_A_MINUTE)
            assert keeps(client, a_ref(), "Nan cooks.").status == 200
    assert len(laptop.lines()) == TRIALS


@pytest.mark.parametrize("ends", [five_hours_pass, somebody_ends_every_visit])
def test_a_line_of_a_visit_that_is_over_is_kept_after_signing_in_beside_it(
    laptop: Laptop, ends: Ends
) -> None:
    for _ in range(TRIALS):
        laptop.meets()
        with signed_in(laptop) as client:
            ref, token = a_ref(), client.token
            ends(laptop)
            away = keeps(client, ref, "Nan cooks.")
            assert away.status == 401
            assert any("sign in" in one.lower() for one in away.problems)
            client.sign_in()
            client.token = token  # The page that was open holds the one that it was given.
            assert keeps(client, ref, "Nan cooks.").status == 200
    assert len(laptop.lines()) == TRIALS


def test_after_signing_out_in_another_tab_a_new_token_is_asked_for(
    laptop: Laptop, client: Client
) -> None:
    for _ in range(TRIALS):
        ref, token = a_ref(), client.token
        client.sign_out()
        assert keeps(client, ref, "Nan cooks.").status == 401
        client.sign_in()
        fresh, client.token = client.token, token
        assert keeps(client, ref, "Nan cooks.").status == 400  # The page fetches a new one then.
        client.token = fresh
        assert keeps(client, ref, "Nan cooks.").status == 200
    assert len(laptop.lines()) == TRIALS


@pytest.mark.parametrize("jump", [-TEN_MINUTES, -A_DAY, A_DAY, A_YEAR])
def test_a_clock_that_jumps_loses_no_line_and_changes_no_order(
    laptop: Laptop, client: Client, jump: int
) -> None:
    refs = []
    for trial in range(TRIALS):
        laptop.meets(clock_off=jump if trial % 2 == 0 else 0)
        ref = a_ref()
        refs.append(ref)
        answer = keeps(client, ref, f"{trial}")
        if answer.status == 401:
            client.sign_in()
            answer = keeps(client, ref, f"{trial}")
        assert answer.status == 200
    assert list(client.standing()) == refs


def test_a_clock_that_is_put_back_ten_minutes_signs_nobody_out(
    laptop: Laptop, client: Client
) -> None:
    laptop.meets(clock_off=-TEN_MINUTES)
    assert client.save(a_ref(), "Nan cooks.", key=a_key()).status == 200
