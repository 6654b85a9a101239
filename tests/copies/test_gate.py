"""The gate decides about every copy, and nothing goes round it."""

from dataclasses import replace

import pytest

from facilitator.copies import Withdrawal
from facilitator.database import new_id
from facilitator.people import Copying, CopyKind, Person
from facilitator.refusals import Refusal
from tests.builders import hidden, kept_away, people, said, step
from tests.copies.at_the_gate import (
    AT,
    OWNER,
    a_gate,
    a_yes,
    looked_at_all,
    reasons,
    with_yes,
)
from tests.people.cast import DEAN, NAN, SAM

CLINIC = hidden("clinic at Moor House", "sam")
NO_YES = "No second person has said yes to the rules for this copy."
NEAR = said("need", "Mum needs Sam at the clinic.", id="n1")


def test_a_copy_leaves_once_a_second_person_said_yes() -> None:
    gate = with_yes(a_gate())
    assert gate.why_not("nan") == ()
    assert gate.copy_for("nan").reader.id == "nan"


def test_no_copy_leaves_without_a_second_persons_yes() -> None:
    gate = with_yes(a_gate(), "mum")
    assert reasons(gate, "nan") == [NO_YES]
    assert reasons(gate, "mum") == []
    with pytest.raises(Refusal, match="No second person"):
        gate.copy_for("nan")


def test_the_owners_own_yes_counts_for_nothing() -> None:
    gate = a_gate()
    own = a_yes(gate, "nan", user_id=OWNER, typed_by=OWNER)
    assert reasons(replace(gate, yeses=(own,)), "nan") == [NO_YES]


def test_a_witness_beside_the_owner_counts() -> None:
    gate = a_gate()
    beside = a_yes(gate, "nan", user_id=None, typed_by=OWNER, name="Ms Okoro", part="worker")
    assert beside.is_witnessed
    assert replace(gate, yeses=(beside,)).why_not("nan") == ()


def test_a_second_person_who_says_no_stops_the_copy_until_they_say_yes() -> None:
    gate = a_gate()
    no = a_yes(gate, "nan", agrees=False, words="Ask Dean's worker first.")
    stopped = replace(gate, yeses=(no,))
    assert reasons(stopped, "nan") == ["Kit Vale said no to the rules for this copy."]
    later = a_yes(gate, "nan", at=AT.replace(hour=18))
    assert replace(gate, yeses=(no, later)).why_not("nan") == ()
    assert reasons(replace(gate, yeses=(later, replace(no, at=later.at.replace(hour=19)))), "nan")


def test_what_is_hidden_newly_asks_again_for_that_reader_alone() -> None:
    before = with_yes(a_gate(of=people()))
    after = replace(a_gate(of=people(hidden_items=(CLINIC,))), yeses=before.yeses)
    assert reasons(after, "sam") == ["Something is new for this copy since Kit Vale said yes."]
    assert reasons(after, "nan") == reasons(after, "mum") == []


def test_what_is_hidden_no_longer_asks_again_too() -> None:
    before = with_yes(a_gate(of=people(hidden_items=(CLINIC,))))
    after = replace(a_gate(of=people()), yeses=before.yeses)
    assert reasons(after, "sam") == ["Something is new for this copy since Kit Vale said yes."]
    assert reasons(after, "nan") == []


def test_another_copy_kind_asks_again_for_that_reader_alone() -> None:
    before = with_yes(a_gate())
    whole = replace(SAM, copying=Copying(kind=CopyKind.FULL))
    after = replace(a_gate(of=people(*_with(whole))), yeses=before.yeses)
    assert len(after.why_not("sam")) == 1
    assert after.why_not("nan") == ()


def test_another_line_on_page_one_asks_again_for_every_copy_that_holds_it() -> None:
    before = with_yes(a_gate(step()))
    after = replace(a_gate(step(page_one=True)), yeses=before.yeses)
    assert {one.id for one in after.readers if after.why_not(one.id)} == {
        one.id for one in after.readers
    }
    fewer = replace(a_gate(step()), yeses=with_yes(a_gate(step(page_one=True))).yeses)
    assert fewer.why_not("nan") == ()  # Less on page 1 harms nobody.


def test_nothing_leaves_before_the_family_has_agreed() -> None:
    gate = with_yes(a_gate(is_agreed=False))
    assert reasons(gate, "nan") == ["The family has not agreed this plan yet."]


def test_a_restriction_has_no_way_round() -> None:
    rule = kept_away("dean", rule="No contact with Kerry.")
    gate = a_gate(of=people(restrictions=(rule,)))
    gate = replace(gate, yeses=(a_yes(gate, "dean"), *with_yes(gate).yeses))
    assert "No contact with Kerry." in reasons(gate, "dean")[0]
    with pytest.raises(Refusal, match="must not have a copy"):
        gate.copy_for("dean")
    assert DEAN in gate.readers
    assert gate.is_shut_out(DEAN)


def test_a_leak_has_no_way_round() -> None:
    own = step("Drive Mum to Moor House.", who=("sam",))
    gate = with_yes(a_gate(own, of=people(hidden_items=(CLINIC,))))
    assert "their own step" in reasons(gate, "sam")[0]
    with pytest.raises(Refusal):
        gate.copy_for("sam")
    assert gate.why_not("nan") == ()


def test_a_near_miss_stops_that_one_copy_until_somebody_looked_at_it() -> None:
    gate = with_yes(a_gate(NEAR, of=people(hidden_items=(CLINIC,))))
    assert reasons(gate, "sam") == ["“clinic” comes near to something that is hidden from them."]
    assert gate.why_not("nan") == ()
    assert looked_at_all(gate, "sam").why_not("sam") == ()


def test_who_looked_at_one_wording_has_not_looked_at_another() -> None:
    hiding = people(hidden_items=(CLINIC,))
    looked = looked_at_all(with_yes(a_gate(NEAR, of=hiding)), "sam").looked_at
    other = said("need", "Mum needs Sam at the clinic on Monday.", id="n1")
    assert len(with_yes(a_gate(other, of=hiding, looked_at=looked)).why_not("sam")) == 1
    again = with_yes(a_gate(NEAR, of=hiding, looked_at=looked))
    assert again.why_not("sam") == ()
    assert replace(again, plan=replace(again.plan, version=2)).why_not("sam") != ()


def test_a_near_miss_shows_the_words_around_it() -> None:
    need = said("need", f"{'far away ' * 9}Sam at the clinic.", id="n1", by="nan")
    (near,) = a_gate(need, of=people(hidden_items=(CLINIC,))).check_of("sam").near
    assert (near.words, near.after) == ("clinic", ".")  # and not the name that stands after it
    assert near.before.startswith("…")
    assert near.before.endswith("away Sam at the ")


def test_a_yes_that_is_taken_back_stops_further_copies() -> None:
    gate = with_yes(a_gate())
    off = Withdrawal(id=new_id(), by="mum", at=AT, user_id=OWNER)
    stopped = replace(gate, withdrawals=(off,))
    assert reasons(stopped, "nan") == [
        "Somebody took back their yes to sharing the plan with them."
    ]
    assert stopped.why_not("mum") == ()  # Their own copy stays theirs.
    named = replace(gate, withdrawals=(replace(off, readers=("priya",)),))
    assert named.why_not("nan") == ()
    assert len(named.why_not("priya")) == 1
    assert replace(gate, withdrawals=(replace(off, ended_at=AT),)).why_not("nan") == ()


def test_the_words_of_a_note_in_a_line_stop_every_copy() -> None:
    gate = with_yes(a_gate(repeats=(("a1", "mum minimises the drinking and does"),)))
    assert all("A note says the same" in reasons(gate, one.id)[0] for one in gate.readers)


def test_every_reason_is_said_at_once() -> None:
    gate = a_gate(NEAR, of=people(hidden_items=(CLINIC,)), is_agreed=False)
    assert len(gate.why_not("sam")) == 3


def test_a_gate_that_is_asked_twice_makes_a_copy_once() -> None:
    gate = with_yes(a_gate())
    assert gate.copy_for("nan") is gate.copy_for("nan")
    assert replace(gate) == gate  # What it has worked out is no part of it.


def _with(changed: Person) -> tuple[Person, ...]:
    return tuple(changed if one.id == changed.id else one for one in people())


def test_readers_stand_in_the_order_of_the_seats() -> None:
    assert [one.id for one in a_gate().readers] == ["mum", "ellie", "nan", "sam", "priya", "dean"]
    assert NAN.copy_kind is CopyKind.FULL
