"""A mark can be read out over the telephone and typed in again."""

import pytest

from facilitator.access_log import Head, Mark
from facilitator.refusals import Refusal
from tests.access_log.chains import a_log

MARK = Mark(1042, "7F3K9QXM")


def test_a_mark_comes_back_as_it_was_printed() -> None:
    for many in range(1, 60):
        mark = a_log(many).mark
        assert mark.number == many
        assert Mark.read(str(mark)) == mark


def test_two_ends_of_the_log_have_two_marks() -> None:
    assert len({str(a_log(many).mark) for many in range(1, 60)}) == 59
    one, other = Head(7, "a" * 64), Head(7, "b" * 64)
    assert Mark.of(one) != Mark.of(other)


def test_no_sign_of_a_mark_is_mistaken_for_another() -> None:
    signs = "".join(a_log(many).mark.signs for many in range(1, 60))
    assert set(signs) <= set("0123456789ABCDEFGHJKMNPQRSTVWXYZ")


@pytest.mark.parametrize(
    "typed",
    [
        "1042-7F3K-9QXM",
        " 1042 7f3k 9qxm ",
        "1042-7F3K9QXM",
        "log mark 1042-7F3K-9QXM",
        "Log mark  1042 - 7F3K - 9QXM",
    ],
)
def test_small_letters_spaces_and_dashes_do_not_matter(typed: str) -> None:
    assert Mark.read(typed) == MARK


def test_an_o_is_a_nought_and_an_l_a_one() -> None:
    assert Mark.read("7-OIL0-0000") == Mark(7, "01100000")


@pytest.mark.parametrize(
    "typed",
    ["", "1042", "7F3K-9QXM", "1042-7F3K-9QX", "1042-7F3K-9QXMM", "x-7F3K-9QXM", "1042-7F3K-9QUM"],
)
def test_what_is_no_mark_is_refused_with_what_one_looks_like(typed: str) -> None:
    with pytest.raises(Refusal, match="1042-7F3K-9QXM"):
        Mark.read(typed)
