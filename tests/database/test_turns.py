from concurrent.futures import ThreadPoolExecutor
from threading import Event, Thread
from time import sleep

import pytest

from facilitator.database.turns import Turns


def test_who_waits_longest_is_next() -> None:
    turns, order, first_is_done = Turns(), list[int](), Event()

    def first() -> None:
        with turns.turn():
            first_is_done.wait(5)

    def work(number: int) -> None:
        with turns.turn():
            order.append(number)

    threads = [Thread(target=first), *(Thread(target=work, args=(one,)) for one in range(12))]
    for thread in threads:
        thread.start()
        sleep(0.005)  # So that each has joined the queue before the next one comes.
    first_is_done.set()
    for thread in threads:
        thread.join()
    assert order == list(range(12))


def test_there_is_never_more_than_one_at_a_time_and_none_is_passed_over() -> None:
    turns, inside, most = Turns(), [0], [0]
    done = [0] * 8

    def work(number: int) -> None:
        for _ in range(200):
            with turns.turn():
                inside[0] += 1
                most[0] = max(most[0], inside[0])
                sleep(0)
                inside[0] -= 1
                done[number] += 1

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(work, range(8)))
    assert (most[0], done) == (1, [200] * 8)


def test_who_waits_in_vain_is_told_and_stands_in_nobodys_way() -> None:
    turns = Turns()
    in_vain = pytest.raises(TimeoutError, match=r"within 0\.01 seconds")
    with turns.turn(), in_vain, turns.turn(longest=0.01):
        pass
    with turns.turn(longest=0.01):
        pass


def test_a_turn_ends_also_where_something_is_raised() -> None:
    turns = Turns()
    with pytest.raises(ZeroDivisionError), turns.turn():
        raise ZeroDivisionError
    with turns.turn(longest=0.01):
        pass
