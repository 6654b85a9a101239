import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from zxcvbn.matching import RANKED_DICTIONARIES  # type: ignore[import-untyped]

from facilitator.accounts.passwords import COMMON, faults, is_common

SAM = ("Sam Hill", "sam@example.org", "Exe Valley")


@pytest.mark.parametrize(
    "password",
    [
        "kettle marmalade otter",
        "otterkettle",
        "Nans kitchen at 7",
        "tr0ub4dor&3",
        "пароль чайник выдра",
        "ysgol ddydd glaw",
        "Sam likes green tea in rain",
        "8 owls on a roof",
        "x" * 5 + "kettle" + "y" * 180,
    ],
)
def test_a_password_that_nobody_else_would_think_of_is_taken(password: str) -> None:
    assert faults(password, SAM) == ()


@pytest.mark.parametrize(
    "password",
    [
        "password",
        "Password1",
        "P@ssw0rd123!",
        "passwordpassword",
        "12345678",
        "1234567890123456",
        "87654321",
        "27022027",
        "07700 900123",
        "qwertyuiop",
        "1qaz2wsx",
        "asdfghjkl",
        "zyxwvuts",
        "aaaaaaaaaaaaaaa",
        "abababababababab",
        "abcabcabcabcabc",
        "Summer2026",
        "Liverpool1",
        "letmein99",
        "iloveyou!!",
        "welcomehome",
        "Devon Council 1",
        "facilitator",
        "!!!!!!!!",
        "        ",
        "Princess01",
    ],
)
def test_a_password_that_is_tried_first_is_refused(password: str) -> None:
    assert is_common(password)
    assert "guessed first" in faults(password)[0]


def test_each_of_the_3000_passwords_that_people_choose_most_is_refused() -> None:
    listed = sorted(RANKED_DICTIONARIES["passwords"].items(), key=lambda one: int(one[1]))
    first = [word for word, _ in listed[:3000]]
    assert len(first) == 3000
    assert [one for one in first if not faults(one)] == []
    # Most of those are too short for us anyway, so here are as many that are not.
    long = [word for word, _ in listed if len(word) >= 8][:3000]
    assert len(long) == 3000
    assert [one for one in long if "guessed first" not in faults(one)[0]] == []


@pytest.mark.parametrize("password", ["marmalade", "Jennifer", "lighthouse1", "B4sketball!"])
def test_one_word_alone_is_refused(password: str) -> None:
    assert "guessed first" in faults(password)[0]


@pytest.mark.parametrize("password", ["samhill1", "SamHill2026!", "sam@example.org", "exevalley 1"])
def test_a_password_made_of_what_others_know_of_its_owner_is_refused(password: str) -> None:
    assert faults(password, SAM)
    assert faults(password.replace("x", "q"), ()) == ()


def test_a_short_password_is_refused_with_its_length() -> None:
    assert "It has 7 characters. Use 8 or more" in faults("kettle7")[0]
    assert faults("otter 7b") == ()


def test_no_password_is_longer_than_a_computer_can_bear() -> None:
    assert faults("kettle otter " * 15) == ()
    assert "Use 200 at most" in faults("kettle otter " * 16)[0]


def test_no_sentence_says_the_password() -> None:
    for password in ("kettle7", "Liverpool1", "samhill1"):
        assert not any(password in sentence for sentence in faults(password, SAM))


def test_a_password_is_the_same_from_every_keyboard() -> None:
    composed, decomposed = "caf\u00e9 otter kettle", "cafe\u0301 otter kettle"
    assert faults(composed) == faults(decomposed) == ()


def test_the_list_is_in_one_form_so_that_what_stands_in_it_can_be_found() -> None:
    assert {word for word in COMMON if word != word.casefold()} == set()
    for word in COMMON:
        assert is_common(f"{word}123456")


@given(st.text(alphabet=string.printable, max_size=220))
def test_any_text_at_all_is_answered(password: str) -> None:
    assert len(faults(password, SAM)) <= 1
