"""One fault in a good plan moves its criterion and that one's kin, and no other."""

from collections.abc import Callable
from functools import cache

import pytest

from facilitator.audits import Audit
from tests.audits.planted import FAULTS, together_against_an_order
from tests.audits.recorded import CAMPBELL, Document, audited_file, levels


@cache
def good() -> Audit:
    return audited_file(CAMPBELL)


@pytest.mark.parametrize(
    ("fault", "kin", "gate"), FAULTS, ids=[fault.__name__ for fault, _, _ in FAULTS]
)
def test_one_fault_moves_its_criterion_and_that_ones_kin_and_no_other(
    fault: Callable[[Document], None], kin: str, gate: str
) -> None:
    before, after = levels(good()), levels(found := audited_file(CAMPBELL, fault))
    fallen = {key for key in before if (after[key] or 0) < (before[key] or 0)}
    assert fallen == set(kin.split())
    assert {key for key in before if after[key] != before[key]} == fallen
    assert [one.split()[0] for one in found.gates] == gate.split()


def test_every_criterion_has_a_fault_that_it_sees() -> None:
    seen = {criterion for _, kin, _ in FAULTS for criterion in kin.split()}
    assert seen == good().ratings.keys()


def test_who_must_keep_apart_and_met_all_the_same_is_the_first_gate() -> None:
    found = audited_file(CAMPBELL, together_against_an_order)
    assert found.gates[0] == "G1 a leak or a forbidden meeting"
    assert found.ratings["Q19"].suggested == 0
    assert "Uncle Leon and Pastor Joy must keep apart" in found.ratings["Q19"].because
