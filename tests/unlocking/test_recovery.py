import pytest

from facilitator.refusals import Refusal
from facilitator.unlocking import recovery
from facilitator.unlocking.recovery import SIGNS

KEY = recovery.by_chance()
PLAIN = KEY.replace("-", "")


def test_a_recovery_key_is_seven_groups_of_four_and_never_the_same_twice() -> None:
    made = {recovery.by_chance() for _ in range(200)}
    assert len(made) == 200
    assert all([len(group) for group in one.split("-")] == [4] * 7 for one in made)
    assert all(recovery.read(one) == one for one in made)


def test_every_sign_of_chance_comes_up_in_every_place() -> None:
    made = [recovery.by_chance().replace("-", "") for _ in range(700)]
    assert all({one[place] for one in made} == set(SIGNS) for place in range(26))


@pytest.mark.parametrize(
    "typed",
    [KEY.lower(), PLAIN, f"  {KEY.replace('-', ' ')}\n", KEY.replace("-", " – ")],
    ids=["small", "in one piece", "spaces", "dashes"],
)
def test_small_letters_spaces_and_dashes_do_no_harm(typed: str) -> None:
    assert recovery.read(typed) == KEY


def test_what_looks_like_a_figure_is_read_as_one() -> None:
    while not {"0", "1", "V"} <= set(key := recovery.by_chance()):
        pass
    assert recovery.read(key.replace("0", "o").replace("1", "l").replace("V", "u")) == key
    assert recovery.read(key.replace("0", "O").replace("1", "I")) == key


def test_one_wrong_sign_anywhere_is_a_slip() -> None:
    for place, right in enumerate(PLAIN):
        for wrong in set(SIGNS) - {right}:
            with pytest.raises(Refusal, match="slip"):
                recovery.read(PLAIN[:place] + wrong + PLAIN[place + 1 :])


def test_two_signs_that_changed_places_are_a_slip() -> None:
    for one in range(28):
        for other in range(one + 1, 28):
            signs = list(PLAIN)
            signs[one], signs[other] = signs[other], signs[one]
            if signs != list(PLAIN):
                with pytest.raises(Refusal, match="slip"):
                    recovery.read("".join(signs))


def test_one_sign_too_few_says_how_many_there_are() -> None:
    with pytest.raises(Refusal, match="this has 27"):
        recovery.read(PLAIN[:-1])


@pytest.mark.parametrize(
    "typed", ["", "é" * 28, "٣" * 28, "5fe9971077ec855d6ac28ea6d12f", "kettle"]
)
def test_anything_else_is_refused_in_a_sentence(typed: str) -> None:
    with pytest.raises(Refusal):
        recovery.read(typed)
