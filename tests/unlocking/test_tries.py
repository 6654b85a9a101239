from facilitator.unlocking.tries import Tries


def test_each_wrong_try_waits_longer_than_the_one_before_up_to_a_minute() -> None:
    tries, at, waits = Tries(), 100.0, []
    for _ in range(12):
        tries = tries.after_one_more(at)
        waits.append(tries.wait(at))
        at += waits[-1]
        assert tries.wait(at) == 0
    assert waits[:7] == [1, 2, 4, 8, 16, 32, 60]
    assert set(waits[7:]) == {60}


def test_whoever_has_not_tried_need_not_wait() -> None:
    assert Tries().wait(0) == 0
