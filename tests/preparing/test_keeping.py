"""A form that was based on something else than what stands is never kept over it."""

from dataclasses import replace

import pytest

from facilitator.preparing.keeping import Outcome, fingerprint, is_key, new_key, settle
from tests.people.cast import NAN

MENDED = replace(NAN, phone="07700 900333")


@pytest.mark.parametrize(
    ("now", "asked", "based_on", "outcome"),
    [
        (NAN, MENDED, fingerprint(NAN), Outcome.KEEP),
        (None, NAN, "", Outcome.KEEP),
        (MENDED, MENDED, fingerprint(NAN), Outcome.THERE_ALREADY),
        (replace(NAN, age=70), MENDED, fingerprint(NAN), Outcome.CLASH),
        (None, MENDED, fingerprint(NAN), Outcome.CLASH),
        (NAN, MENDED, "", Outcome.CLASH),
    ],
    ids=["as it was", "new", "the same form twice", "changed since", "gone since", "there since"],
)
def test_what_becomes_of_a_form(
    now: object, asked: object, based_on: str, outcome: Outcome
) -> None:
    assert settle(now, asked, based_on) is outcome


def test_every_form_has_a_key_of_its_own() -> None:
    assert len({new_key() for _ in range(100)}) == 100
    assert is_key(new_key())


@pytest.mark.parametrize(
    "key", [None, "", "0123", "0123456789ABCDEF", "0123456789abcdef\n", "../x"]
)
def test_what_we_never_made_is_no_key(key: str | None) -> None:
    assert not is_key(key)
