"""An agreed plan as it may be held today: what it says stays, what keeps people safe is today's."""

from dataclasses import replace
from typing import Any

import pytest

from facilitator.contributions import Contribution
from facilitator.copies import Copy
from facilitator.people import Attendance, Copying, CopyKind, Person, Role
from facilitator.plans import Plan, added_since, as_held
from facilitator.refusals import Refusal
from tests.builders import hidden, kept_away, people, plan, said, step
from tests.people.cast import EVERYONE


def words(copy: Copy) -> list[str]:
    return [line.words for line in copy.plan.lines]


def with_one(person_id: str, **known: Any) -> tuple[Person, ...]:
    return tuple(replace(one, **known) if one.id == person_id else one for one in EVERYONE)


def test_a_plan_that_nothing_happened_to_is_held_as_it_was_agreed() -> None:
    made = plan(step(page_one=True), said("hope", "Rest.", by="mum"))
    assert as_held(made, made.people) == made


def test_what_is_hidden_since_is_hidden_in_the_old_plan_too() -> None:
    made = plan(
        said("need", "Sam drives us from Orchard Close."),
        step("Ring Nan.", page_one="Ring Nan from Orchard Close"),
    )
    assert words(Copy.for_reader(made, "sam")) == ["Sam drives us from Orchard Close."]
    assert len(made.page_one.rows) == 1
    held = as_held(made, people(hidden_items=(hidden("Orchard Close", "sam"),)))
    assert words(Copy.for_reader(held, "sam")) == []
    assert held.page_one.rows == ()
    assert len(words(Copy.for_reader(held, "nan"))) == 2


def test_what_was_hidden_at_the_agreement_stays_hidden_though_nobody_says_so_today() -> None:
    safe = people(
        hidden_items=(hidden("Moor House", "sam"),), restrictions=(kept_away("sam", until=None),)
    )
    held = as_held(plan(step("Go to Moor House."), of=safe), people())
    assert [one.text for one in held.people.safety.hidden_items] == ["Moor House"]
    with pytest.raises(Refusal, match="must not have a copy"):
        Copy.for_reader(held, "sam")


def test_both_days_safety_stands_together_and_nothing_stands_twice() -> None:
    then = people(hidden_items=(hidden("a", "sam"), hidden("b", "sam")))
    now = people(hidden_items=(hidden("b", "sam"), hidden("c", "sam")))
    held = as_held(plan(step(), of=then), now)
    assert [one.text for one in held.people.safety.hidden_items] == ["a", "b", "c"]


def test_who_is_shut_out_since_gets_no_copy_of_the_old_plan() -> None:
    made = plan(step())
    assert Copy.for_reader(made, "sam").reader.id == "sam"
    with pytest.raises(Refusal, match="must not have a copy"):
        Copy.for_reader(as_held(made, people(restrictions=(kept_away("sam"),))), "sam")
    out = people(*with_one("sam", role=Role.EXCLUDED, attended=Attendance.EXCLUDED))
    with pytest.raises(Refusal, match="no copy"):
        Copy.for_reader(as_held(made, out), "sam")


def test_a_number_is_printed_with_todays_yes_and_not_with_the_old_one() -> None:
    said_yes = people(*with_one("nan", phone="01392 496 0001", phone_on_plan=True))
    made = plan(step(), of=said_yes)
    no_more = people(*with_one("nan", phone="01392 496 0001", phone_on_plan=False))
    assert made.people.load("nan").printable_phone == "01392 496 0001"
    assert as_held(made, no_more).people.load("nan").printable_phone == ""


def test_the_copy_is_the_one_that_is_chosen_today() -> None:
    part = Copying(kind=CopyKind.OWN_PART)
    held = as_held(plan(step()), people(*with_one("nan", copying=part)))
    assert Copy.for_reader(held, "nan").kind is CopyKind.OWN_PART


def test_who_joined_since_is_a_reader_and_who_is_gone_is_named_and_holds_nothing() -> None:
    made = plan(step(who=("nan",)))
    joined = Person(id="may", name="May Hill", called="May", role=Role.FAMILY)
    now = people(*(one for one in EVERYONE if one.id != "nan"), joined)
    held = as_held(made, now)
    assert words(Copy.for_reader(held, "may")) == ["Walk Ellie to school."]
    assert held.people.load("nan").short_name == "Nan"
    with pytest.raises(Refusal, match="no copy"):
        Copy.for_reader(held, "nan")


def test_names_stay_as_they_were_agreed() -> None:
    held = as_held(plan(step()), people(*with_one("nan", called="Granny", name="Other")))
    assert held.people.load("nan") == plan(step()).people.load("nan")


LATER = (
    said("not_said", "I said most days.", id="n1", by="nan", about=("a1",), date=None),
    said("own_view", "I think it is too long.", id="o1", by="mum", date=None),
)


def test_what_was_said_later_is_added_and_nothing_else() -> None:
    made = plan(step(id="a1"))
    unfinished = said("own_view", "Whose is this?", id="o2", date=None)
    more = (*LATER, unfinished, step("Another step.", id="a2"))
    added = added_since(made, more)
    assert [line.id for line in added] == ["n1", "o1"]
    assert [line.id for line in as_held(made, people(), added).lines] == ["a1", "n1", "o1"]


def test_what_stands_in_the_plan_already_is_not_added_a_second_time() -> None:
    made = plan(step(id="a1"), *LATER)
    changed = replace(LATER[0], words="I said some days.")
    assert added_since(made, (changed, LATER[1])) == ()


def test_a_later_line_of_a_past_hurt_waits_for_its_yes() -> None:
    made = plan(step(id="a1"))
    hurt = replace(LATER[1], hurts="nan")
    assert added_since(made, (hurt,)) == ()
    assert len(added_since(made, (replace(hurt, hurts_yes=True),))) == 1


def held_with(made: Plan, *today: Contribution) -> Plan:
    return as_held(made, made.people, said=today)


def test_a_line_of_a_past_hurt_goes_when_the_yes_is_taken_back() -> None:
    told = said("need", "Nan was hit as a girl.", id="n1", by="nan")
    made = plan(told)
    assert [line.id for line in held_with(made, told).lines] == ["n1"]
    yes = replace(told, hurts="nan", hurts_yes=True)
    assert [line.id for line in held_with(made, yes).lines] == ["n1"]
    assert held_with(made, replace(yes, hurts_yes=False)).lines == ()
    assert held_with(made, replace(yes, hurts_yes=None)).lines == ()


def test_a_name_goes_when_its_yes_is_taken_back_and_comes_by_no_other_way() -> None:
    told = said("need", "Sleep.", id="n1", by="nan", name_shown=True)
    (line,) = held_with(plan(told), replace(told, name_shown=False)).lines
    assert line.name_shown is False
    unshown = replace(told, name_shown=False)
    (line,) = held_with(plan(unshown), told).lines
    assert line.name_shown is False


HEARD = [
    ((), ("mum",), ("mum",)),
    (("mum", "sam"), ("mum", "nan"), ("mum",)),
    (("mum",), (), ("mum",)),
    (("mum",), ("sam",), ("nan",)),
    ((), (), ()),
]


@pytest.mark.parametrize(("then", "now", "heard"), HEARD)
def test_who_may_hear_it_may_have_become_fewer_and_never_more(
    then: tuple[str, ...], now: tuple[str, ...], heard: tuple[str, ...]
) -> None:
    told = said("sent_words", "Love.", id="s1", by="nan", may_hear=then)
    today = said("sent_words", "Love.", id="s1", by="nan", may_hear=now)
    (line,) = held_with(plan(told), today).lines
    assert line.fields.ids("may_hear") == heard


def test_what_nobody_may_hear_any_more_is_in_no_copy() -> None:
    told = said("sent_words", "Love.", id="s1", may_hear=("mum",))
    today = said("sent_words", "Love.", id="s1", may_hear=("sam",))
    assert held_with(plan(told), today).lines == ()


def test_what_was_mended_since_stays_as_it_was_agreed() -> None:
    made = plan(step(id="a1"))
    assert held_with(made, step("Another thing.", id="a1")).lines == made.lines
