"""The server is killed at work, as when a battery is empty: no acknowledged line is lost."""

import random
from time import monotonic, sleep

from tests.reliability import often
from tests.reliability.client import Client, several
from tests.reliability.laptop import Laptop
from tests.reliability.saving import Browser, amiss, at_work

KILLS = often(100, 1000)
LOOKS_EVERY = 20  # kills; to look at every line takes longer, the more there are
BROWSERS = 3
LONGEST_LOAD = 0.06  # seconds


def test_no_acknowledged_line_is_lost_or_halved_or_doubled_when_the_server_is_killed(
    laptop: Laptop, client: Client
) -> None:
    chance = random.Random(20270227)  # noqa: S311 - a moment to kill at is no secret
    cut = 0
    with several(client, BROWSERS) as clients:
        browsers = [Browser(one, random.Random(at)) for at, one in enumerate(clients)]  # noqa: S311
        for kill in range(1, KILLS + 1):
            threads = at_work(browsers)
            until_something_is_kept(browsers)
            sleep(chance.uniform(0, LONGEST_LOAD))
            laptop.kill()
            for thread in threads:
                thread.join()
            cut += sum(one.unanswered is not None for one in browsers)
            assert laptop.faults() == ()
            if kill % LOOKS_EVERY == 0:
                assert amiss(laptop, browsers) == []
            laptop.start()
        for one in browsers:
            one.client.close()
            assert one.unanswered is None or one.send(one.unanswered)
    assert amiss(laptop, browsers) == []
    assert [one.strange for one in browsers] == [[]] * BROWSERS
    assert {save.key for one in browsers for save in one.sent} == set(laptop.lines())
    assert cut > KILLS, "Hardly any save was cut off: the load is too light to show anything."
    assert sum(len(one.acknowledged) for one in browsers) > KILLS
    assert "Traceback" not in laptop.told()


def until_something_is_kept(browsers: list[Browser]) -> None:
    """A new server's first answer takes as long as ten others."""
    before = sum(len(one.acknowledged) for one in browsers)
    give_up = monotonic() + 20
    while sum(len(one.acknowledged) for one in browsers) == before:
        assert monotonic() < give_up, [one.strange for one in browsers]
        sleep(0.001)
