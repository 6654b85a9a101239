"""P2: five hundred ways to tamper with the log, and each is found."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from random import Random
from typing import Any
from uuid import UUID

import pytest

from facilitator.access_log import Entry, Head
from tests.access_log.chains import Log, a_log, log_of, sealed

MANY = 40
EACH = 25
A_LOG = a_log(MANY)
OTHER: dict[str, Callable[[Entry], object]] = {
    "number": lambda one: one.number + MANY,
    "at": lambda one: one.at + timedelta(seconds=1),
    "user_id": lambda _: UUID(int=9),
    "act": lambda _: "view_of_nobody",
    "meeting_id": lambda _: UUID(int=99),
    "what": lambda _: "nothing",
    "because": lambda _: "law",
    "many": lambda one: one.many + 1,
    "seal": lambda one: one.seal[::-1],
}


def dice(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - the same tamperings each time


def altered(name: str) -> Callable[[Random], Log]:
    def tamper(chance: Random) -> Log:
        place = chance.randrange(MANY)
        entries = list(A_LOG.entries)
        changes: Any = {name: OTHER[name](entries[place])}
        entries[place] = replace(entries[place], **changes)
        return replace(A_LOG, entries=tuple(entries))

    return tamper


def taken_out(chance: Random) -> Log:
    place = chance.randrange(MANY)
    return replace(A_LOG, entries=A_LOG.entries[:place] + A_LOG.entries[place + 1 :])


def emptied_of_who(chance: Random) -> Log:
    """The name of somebody taken off one of their looks."""
    place = chance.choice([at for at, one in enumerate(A_LOG.entries) if one.user_id])
    entries = list(A_LOG.entries)
    entries[place] = replace(entries[place], user_id=None)
    return replace(A_LOG, entries=tuple(entries))


def swapped(chance: Random) -> Log:
    one, other = chance.sample(range(MANY), 2)
    entries = list(A_LOG.entries)
    entries[one], entries[other] = entries[other], entries[one]
    return replace(A_LOG, entries=tuple(entries))


def swapped_under_their_numbers(chance: Random) -> Log:
    one, other = chance.sample(range(MANY), 2)
    entries = list(A_LOG.entries)
    entries[one] = replace(A_LOG.entries[other], number=one + 1)
    entries[other] = replace(A_LOG.entries[one], number=other + 1)
    return replace(A_LOG, entries=tuple(entries))


def put_in(chance: Random) -> Log:
    place = chance.randrange(MANY)
    forged = replace(chance.choice(A_LOG.entries), number=place + 1)
    entries = (*A_LOG.entries[:place], forged, *A_LOG.entries[place:])
    return replace(A_LOG, entries=entries)


def put_in_sealed_and_renumbered(chance: Random) -> Log:
    """Forged with care: sealed to what stands before it, and all after it moved on by one."""
    place = chance.randrange(1, MANY)
    before = A_LOG.entries[place - 1].seal
    forged = sealed([replace(chance.choice(A_LOG.entries), number=place + 1)], before)
    later = (replace(one, number=one.number + 1) for one in A_LOG.entries[place:])
    return replace(A_LOG, entries=(*A_LOG.entries[:place], *forged, *later))


def cut_short(chance: Random) -> Log:
    return replace(A_LOG, entries=A_LOG.entries[: -chance.randrange(1, MANY)])


def cut_at_the_beginning(chance: Random) -> Log:
    return replace(A_LOG, entries=A_LOG.entries[chance.randrange(1, MANY) :])


def cut_at_the_beginning_as_if_forgotten(chance: Random) -> Log:
    """The end of the log was told that the first ones were let go. No entry says so."""
    many = chance.randrange(1, MANY)
    last = A_LOG.entries[many - 1]
    return Log(A_LOG.entries[many:], A_LOG.head, Head(last.number, last.seal))


def end_taken_away(_chance: Random) -> Log:
    return replace(A_LOG, head=None)


# What changes nothing in the chain itself: the end was written anew, so only a mark tells.


def cut_short_with_a_new_end(chance: Random) -> Log:
    entries = A_LOG.entries[: -chance.randrange(1, MANY)]
    return Log(entries, Head(entries[-1].number, entries[-1].seal))


def made_anew(chance: Random) -> Log:
    """One look was changed, and every seal after it made again."""
    place = chance.randrange(MANY)
    entries = list(A_LOG.entries)
    entries[place] = replace(entries[place], user_id=UUID(int=9))
    return log_of(entries)


def made_anew_without_one(chance: Random) -> Log:
    place = chance.randrange(MANY)
    rest = (one for one in A_LOG.entries if one.number != place + 1)
    return log_of(replace(one, number=at) for at, one in enumerate(rest, 1))


def emptied(_chance: Random) -> Log:
    return Log((), Head())


IN_THE_CHAIN: dict[str, Callable[[Random], Log]] = {
    **{f"another {name}": altered(name) for name in OTHER},
    "taken out": taken_out,
    "emptied of who": emptied_of_who,
    "swapped": swapped,
    "swapped under their numbers": swapped_under_their_numbers,
    "put in": put_in,
    "put in with care": put_in_sealed_and_renumbered,
    "cut short": cut_short,
    "cut at the beginning": cut_at_the_beginning,
    "cut as if forgotten": cut_at_the_beginning_as_if_forgotten,
}
BY_A_MARK: dict[str, Callable[[Random], Log]] = {
    "cut short with a new end": cut_short_with_a_new_end,
    "made anew": made_anew,
    "made anew without one": made_anew_without_one,
}


def test_p2_a_whole_log_has_no_problem() -> None:
    assert A_LOG.problems() == ()
    assert A_LOG.problems(A_LOG.mark, *(a_log(many).mark for many in range(1, MANY))) == ()


def test_p2_each_of_five_hundred_tamperings_is_found() -> None:
    chance, missed, tried = dice(20270227), Counter[str](), 0
    for name, tamper in (IN_THE_CHAIN | BY_A_MARK).items():
        for _ in range(EACH):
            log, tried = tamper(chance), tried + 1
            assert (log.entries, log.beginning) != (A_LOG.entries, A_LOG.beginning)
            missed[name] += not log.problems(A_LOG.mark)
    assert tried >= 500
    assert +missed == Counter()


@pytest.mark.parametrize("tamper", IN_THE_CHAIN.values(), ids=IN_THE_CHAIN)
def test_p2_what_was_done_in_the_middle_shows_without_any_mark(
    tamper: Callable[[Random], Log],
) -> None:
    assert tamper(dice(7)).problems() != ()


@pytest.mark.parametrize("tamper", BY_A_MARK.values(), ids=BY_A_MARK)
def test_p2_a_log_that_was_made_anew_shows_only_beside_a_mark(
    tamper: Callable[[Random], Log],
) -> None:
    log = tamper(dice(7))
    assert log.problems() == ()
    assert log.problems(A_LOG.mark) != ()


@pytest.mark.parametrize("tamper", [end_taken_away, emptied])
def test_p2_a_log_without_its_end_or_its_entries_is_found(
    tamper: Callable[[Random], Log],
) -> None:
    assert tamper(dice(7)).problems(A_LOG.mark) != ()
