"""What the rules say where a criterion does not apply, or where a plan says little."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime

from facilitator.audits import Audit, Audited, audit
from facilitator.contributions import Contribution
from facilitator.meetings import PrivateTime, StageTime
from facilitator.people import Copying, CopyKind
from tests.audits.recorded import levels
from tests.builders import MEETING_DAY, handed, kept_away, people, plan, said, step
from tests.people.cast import ELLIE, MUM, NAN, PRIYA


def looked_at(*contributions: Contribution, **known: object) -> Audit:
    made = plan(*contributions, of=people(MUM, ELLIE, NAN, PRIYA), **known)
    return audit(Audited.of(made, contributions))


def test_an_empty_plan_is_strong_in_nothing_and_what_does_not_apply_is_left_open() -> None:
    found = levels(looked_at())
    assert {key for key, level in found.items() if level is None} == {"Q4", "Q6", "Q15", "Q16"}
    assert {key for key, level in found.items() if level == 3} == set()


def test_words_in_a_language_that_the_list_does_not_know_are_not_called_kind() -> None:
    worry = said("worry", "Sono preoccupata per Ellie.", by="mum", id="w1", lang="it")
    assert looked_at(worry).ratings["Q16"].suggested is None
    english = said("worry", "I worry about Ellie.", by="mum", id="w1")
    assert looked_at(english).ratings["Q16"].suggested == 3


def test_a_team_circle_has_no_private_time_and_no_bottom_lines_and_hears_families() -> None:
    view = said("family_view", "Ring when you say you will.", from_="A mother", shown_by=("a1",))
    circle = looked_at(view, step(id="a1"), kind="team_circle")
    found = levels(circle)
    assert (found["Q1"], found["Q5"], found["Q17"]) == (3, None, None)
    assert [one.split()[0] for one in circle.gates] == ["G6"]
    unheard = levels(looked_at(step(id="a1"), kind="team_circle"))
    assert unheard["Q1"] == 0


def test_a_meeting_without_children_is_not_asked_for_their_voice() -> None:
    grown_up = plan(of=people(MUM, NAN, PRIYA))
    found = audit(Audited.of(grown_up))
    assert found.ratings["Q1"].suggested is None
    assert not any(one.startswith("G3") for one in found.gates)


def test_a_reason_why_a_child_said_nothing_counts_as_hearing_the_child() -> None:
    reason = said("child_view", by="ellie", how="She was asked twice and wants to wait.")
    found = looked_at(reason)
    assert not any(one.startswith("G3") for one in found.gates)
    assert found.ratings["Q1"].suggested == 2


def test_words_of_a_child_with_no_day_are_more_than_nothing() -> None:
    found = looked_at(said("child_view", "I like Nan's.", by="ellie"))
    assert found.ratings["Q1"].suggested == 1


def test_may_the_month_is_a_day_and_may_the_wish_is_none() -> None:
    month = said("worry", "She was alone in May.", by="priya", id="w1")
    wish = said("worry", "She may be alone.", by="priya", id="w1")
    assert looked_at(month).metrics["worker_worries_specific"] == [1, 1]
    assert looked_at(wish).metrics["worker_worries_specific"] == [0, 1]


def test_what_a_family_feels_needs_no_proof() -> None:
    found = looked_at(said("worry", "I am scared.", by="mum", id="w1"))
    assert found.ratings["Q4"].suggested is None
    nobodys = looked_at(said("worry", "It is bad.", id="w1"))
    assert nobodys.ratings["Q4"].suggested == 0


def test_somebody_who_is_shut_out_and_holds_a_copy_is_a_leak() -> None:
    copying = Copying(kind=CopyKind.FULL, form="paper", how="post", on=MEETING_DAY)
    holds = replace(NAN, copying=copying)
    free = plan(of=people(MUM, ELLIE, PRIYA, holds))
    order = (kept_away("nan"),)
    shut_out = plan(of=people(ELLIE, PRIYA, holds, restrictions=order))
    assert not any(one.startswith("G1") for one in audit(Audited.of(free)).gates)
    assert audit(Audited.of(shut_out)).gates[0].startswith("G1")


def test_private_time_that_nobody_timed_is_not_called_short() -> None:
    stages = (StageTime(stage="prepare", minutes=90), StageTime(stage="private"))
    untimed = looked_at(stages=stages, private=PrivateTime())
    assert untimed.ratings["Q17"].suggested == 3
    timed = looked_at(
        stages=(*stages[:1], StageTime(stage="private", minutes=5)), private=PrivateTime()
    )
    assert timed.ratings["Q17"].suggested == 1


def test_a_yes_of_long_ago_or_a_late_first_step_costs_one_level() -> None:
    on_the_day = plan(step(), of=people(), plan_given_on=MEETING_DAY)
    late = plan(step(start=date(2027, 4, 1)), of=people(), plan_given_on=MEETING_DAY)
    assert audit(Audited.of(on_the_day)).ratings["Q11"].suggested == 3
    assert audit(Audited.of(late)).ratings["Q11"].suggested == 2
    waited = Audited.of(on_the_day, accepted_on=date(2026, 12, 1))
    assert audit(waited).ratings["Q11"].suggested == 2


def test_a_wording_that_stays_for_a_reason_is_left_alone() -> None:
    line = said("worry", "Dad was hard to reach.", by="priya", id="w1")
    kept = said("kept_wording", "It is the letter's word.", kept="hard to reach", about=("w1",))
    assert looked_at(line).ratings["Q16"].suggested == 1
    assert looked_at(line, kept).ratings["Q16"].suggested == 3


def test_words_that_somebody_kept_for_a_few_people_are_counted_and_not_quoted() -> None:
    known = {"by": "ellie", "id": "c1", "date": MEETING_DAY}
    found = looked_at(said("child_view", "Dad frightens me.", **known, may_hear=("nan",)))
    assert found.ratings["Q1"].suggested == 2
    assert "frightens" not in json.dumps(found.document)
    open_view = looked_at(said("child_view", "Dad frightens me.", **known))
    assert "frightens" in json.dumps(open_view.document)


def test_the_register_says_which_copies_really_left_and_when() -> None:
    planned = Copying(kind=CopyKind.FULL, form="paper", how="by hand", on=MEETING_DAY)
    made = plan(of=people(replace(MUM, copying=planned), NAN))
    rows = (
        handed(edition="large_print", at=datetime(2027, 7, 1, 23, 30, tzinfo=UTC)),
        handed(person="mum", version=2),
    )
    found = audit(Audited.of(made, register=rows)).ratings["Q19"]
    assert {one.line: one.quote for one in found.evidence} == {
        "people.mum.copy": "paper, by hand, no day",
        "people.nan.copy": "large_print, by hand, Friday 2 July 2027",  # by the clocks of the hall
    }
    assert found.suggested == 1


def test_a_copy_that_left_for_somebody_who_is_shut_out_is_a_leak() -> None:
    made = plan(of=people(ELLIE, NAN, restrictions=(kept_away("nan"),)))
    assert not any(one.startswith("G1") for one in audit(Audited.of(made)).gates)
    assert audit(Audited.of(made, register=(handed(),))).gates[0].startswith("G1")


def test_a_day_in_a_quote_is_said_as_people_say_it() -> None:
    yes = said("answer", by="nan", agrees="yes", date=MEETING_DAY)
    quotes = [one.quote for one in looked_at(yes).ratings["Q13"].evidence]
    assert "Nan, yes, Saturday 6 March 2027" in quotes
