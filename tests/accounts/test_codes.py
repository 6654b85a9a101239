"""Codes of a telephone, held to the figures of their standard, and codes on paper."""

from datetime import UTC, datetime, timedelta

import pytest

from facilitator.accounts.second_factor import codes
from tests.accounts.at_the_door import SECRET

# RFC 6238, appendix B, for SHA-1. It prints eight figures; six are the last of them.
VECTORS = {
    59: "94287082",
    1111111109: "07081804",
    1111111111: "14050471",
    1234567890: "89005924",
    2000000000: "69279037",
    20000000000: "65353130",
}
NOON = datetime(2027, 2, 27, 12, tzinfo=UTC)
STEP = timedelta(seconds=30)


@pytest.mark.parametrize(("seconds", "shown"), VECTORS.items())
def test_a_telephone_shows_what_the_standard_says(seconds: int, shown: str) -> None:
    at = datetime.fromtimestamp(seconds, UTC)
    assert codes.code_at(SECRET, at) == shown[-6:]
    assert codes.step_of(SECRET, shown[-6:], at) == seconds // 30


@pytest.mark.parametrize(("steps", "is_taken"), [(-2, False), (-1, True), (1, True), (2, False)])
def test_a_clock_may_be_half_a_minute_wrong_and_no_more(steps: int, *, is_taken: bool) -> None:
    typed = codes.code_at(SECRET, NOON + steps * STEP)
    now = int(NOON.timestamp()) // 30
    assert codes.step_of(SECRET, typed, NOON) == (now + steps if is_taken else None)


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "abcdef", "²²²²²²", "\x00" * 6])
def test_what_is_no_code_is_wrong_and_nothing_worse(typed: str) -> None:
    assert codes.step_of(SECRET, typed, NOON) is None


def test_a_code_may_be_typed_with_spaces_and_in_any_figures() -> None:
    shown = codes.code_at(SECRET, NOON)
    eastern = "".join(chr(ord("٠") + int(sign)) for sign in shown)
    for typed in (f" {shown[:3]} {shown[3:]}\n", eastern):
        assert codes.step_of(SECRET, typed, NOON) is not None


def test_each_visit_is_offered_a_secret_of_its_own_and_the_same_one_again() -> None:
    offered = codes.secret_of("a visit", "the app's key")
    assert offered == codes.secret_of("a visit", "the app's key")
    others = {codes.secret_of("another", "the app's key"), codes.secret_of("a visit", "new key")}
    assert offered not in others
    assert len(offered) == 32  # 160 bits, as long as SHA-1 uses.
    assert codes.in_groups(offered).replace(" ", "") == offered


def test_the_square_says_whose_account_it_is_and_the_key() -> None:
    said = codes.address_of(SECRET, "sam@example.org")
    assert said.startswith("otpauth://totp/Facilitator:sam@example.org?")
    assert f"secret={SECRET}" in said
    assert "issuer=Facilitator" in said


def test_ten_codes_are_made_for_paper_and_only_their_hashes_are_kept() -> None:
    made, salt = codes.new_for_paper(), codes.new_salt()
    assert len(set(made)) == 10
    assert all(codes.is_from_paper(one) and len(one) == 14 for one in made)
    kept = codes.hashes_of(made, salt)
    assert not any(codes.figures(one) in hashed for one in made for hashed in kept)
    assert codes.hash_of(made[0].replace(" ", "-"), salt) == kept[0]
    assert codes.hash_of(made[0], codes.new_salt()) != kept[0]
    assert not codes.is_from_paper("123456")
