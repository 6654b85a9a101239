"""Where somebody is signed in, as their own page tells it."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from facilitator.accounts.visits.told import ago
from tests.accounts.at_the_door import is_in, sends, signs_in
from tests.web import a_client, a_stranger, an_app, judged


@pytest.mark.parametrize(
    ("gone", "told"),
    [
        (timedelta(seconds=-5), "just now"),
        (timedelta(seconds=119), "just now"),
        (timedelta(minutes=2), "2 minutes ago"),
        (timedelta(minutes=59, seconds=59), "59 minutes ago"),
        (timedelta(hours=1), "1 hour ago"),
        (timedelta(hours=11, minutes=59), "11 hours ago"),
    ],
)
def test_a_time_is_told_by_how_long_ago_it_is(gone: timedelta, told: str) -> None:
    assert ago(gone) == told


def test_everybody_sees_where_they_are_signed_in_and_signs_out_everywhere_with_one_press(
    clock: Callable[[timedelta], None],
) -> None:
    app = an_app()
    there = a_client(app)
    clock(timedelta(minutes=40))
    here = a_stranger(app)
    signs_in(here)
    places = [one for one in judged(here.get("/account")).all("li") if "browser" in one]
    assert places == [
        "In this browser. Signed in just now.",
        "In another browser. Signed in 40 minutes ago; last used 40 minutes ago.",
    ]
    assert "127.0.0.1" not in here.get("/account").text
    assert sends(here, "/account/sign-out-everywhere").location == "/sign-in"
    assert (is_in(here), is_in(there)) == (False, False)
