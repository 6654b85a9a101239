"""Which looks count, each plan once, in a number of questions that does not grow."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from facilitator.audits.look import FIRST_LOOK, Purpose
from facilitator.audits.statistics import NOT_APPLICABLE
from facilitator.database import reading, writing
from facilitator.meetings import KeptMeeting
from facilitator.quarterly import store
from facilitator.quarterly.asked import Asked
from facilitator.quarterly.counted import NotCounted, SeenPlan
from facilitator.quarterly.gathering import gather
from facilitator.quarterly.periods import up_to
from facilitator.quarterly.words import store as words_store
from facilitator.refusals import Refusal
from tests.kept import ADA, EXE, JO, KIT, NOW, TAW, counted, save_meeting, two_teams
from tests.quarterly import looks
from tests.quarterly.looks import a_look
from tests.quarterly.team import NOW as QUARTER
from tests.quarterly.team import a_change, a_quote

FEBRUARY = date(2027, 2, 3)
YEAR = up_to(QUARTER, 12)


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[KeptMeeting]:
    with two_teams(tmp_path):
        yield save_meeting()


def saved(*seen: looks.Seen) -> None:
    with writing() as session:
        looks.save(session, *seen)


def plans(*teams: object) -> tuple[SeenPlan, ...]:
    with reading() as session:
        return store.plans_that_count(session, teams or (EXE.id,), YEAR)  # type: ignore[arg-type]


def test_only_filed_looks_by_chance_of_calibrated_raters_count(kept: KeptMeeting) -> None:
    saved(
        a_look(kept, ADA, FEBRUARY),
        a_look(kept, ADA, FEBRUARY, filed=False),
        a_look(kept, ADA, FEBRUARY, by_chance=False),
        a_look(kept, ADA, FEBRUARY, counts=False),
        a_look(kept, ADA, FEBRUARY, purpose=Purpose.GOLD),
        a_look(kept, ADA, FEBRUARY, purpose=Purpose.SECOND),
        a_look(kept, ADA, date(2025, 2, 3)),
    )
    assert len(plans()) == 1
    with reading() as session:
        aside = store.looks_that_do_not_count(session, (EXE.id,), YEAR)
    assert sorted((one.why, one.looks) for one in aside) == sorted(
        [(NotCounted.FOR_A_REASON, 1), (NotCounted.STILL_PRACTISING, 1)]
    )


def test_a_plan_with_three_records_counts_once_as_it_was_settled(kept: KeptMeeting) -> None:
    once = {"version": 9001}
    saved(
        a_look(kept, ADA, FEBRUARY, ratings=dict.fromkeys(FIRST_LOOK, 0), **once),
        a_look(kept, JO, FEBRUARY, purpose=Purpose.SECOND, **once),
        a_look(
            kept,
            KIT,
            FEBRUARY,
            purpose=Purpose.SETTLED,
            ratings=dict.fromkeys(FIRST_LOOK, 3),
            **once,
        ),
    )
    assert [(one.points, one.rated) for one in plans()] == [(18, 6)]


def test_two_people_who_looked_first_at_one_plan_count_once(kept: KeptMeeting) -> None:
    saved(*(a_look(kept, rater, FEBRUARY, version=9001) for rater in (ADA, KIT)))
    assert len(plans()) == 1


def test_what_does_not_apply_is_off_the_scale_and_a_seventh_criterion_is_not_summed(
    kept: KeptMeeting,
) -> None:
    saved(a_look(kept, ADA, FEBRUARY, ratings={"Q1": 3, "Q2": NOT_APPLICABLE, "Q7": 3}))
    (only,) = plans()
    assert (only.points, only.rated, only.shown["days_to_plan"]) == (3, 1, 2)
    with reading() as session:
        found = store.ratings_that_count(session, (EXE.id,), YEAR)
    assert sorted((one.criterion, one.rating, one.plans) for one in found) == [
        ("Q1", 3, 1),
        ("Q2", NOT_APPLICABLE, 1),
        ("Q7", 3, 1),
    ]


def test_another_teams_plans_are_not_there(kept: KeptMeeting) -> None:
    saved(a_look(kept, ADA, FEBRUARY), a_look(save_meeting(owner=JO), ADA, FEBRUARY))
    assert [one.team for one in plans(EXE.id)] == [EXE.id]
    assert {one.team for one in plans(EXE.id, TAW.id)} == {EXE.id, TAW.id}


def test_many_looks_take_as_many_questions_as_few(kept: KeptMeeting) -> None:
    asked = Asked((EXE,), EXE, QUARTER, FEBRUARY)
    taken = []
    for how_many in (3, 27):
        saved(*(a_look(kept, ADA, FEBRUARY) for _ in range(how_many)))
        with reading() as session, counted() as questions:
            gather(session, asked)
        taken.append(len(questions))
    assert taken == [8, 8]


def test_a_change_that_was_taken_back_stays_with_the_reason(kept: KeptMeeting) -> None:  # noqa: ARG001
    change = a_change(team_id=EXE.id, by="Ada")
    with writing() as session:
        store.add_change(session, change, user_id=ADA.id, at=NOW)
        store.add_change(session, change, user_id=ADA.id, at=NOW)  # The same form, sent twice.
        store.take_back_change(session, change.id, "It was a slip.", at=NOW)
    with reading() as session:
        (found,) = store.changes_of(session, (EXE.id,))
    assert (found.what, found.stands, found.taken_back_why) == (
        change.what,
        False,
        "It was a slip.",
    )


def test_limits_can_not_begin_twice_on_one_day_unless_the_first_was_taken_back(
    kept: KeptMeeting,  # noqa: ARG001
) -> None:
    first = a_change(team_id=EXE.id)
    with writing() as session:
        store.add_change(session, first, user_id=ADA.id, at=NOW)
        with pytest.raises(Refusal, match="We print page 1"):
            store.add_change(session, a_change(team_id=EXE.id), user_id=ADA.id, at=NOW)
        store.take_back_change(session, first.id, "It was a slip.", at=NOW)
        store.add_change(session, a_change(team_id=EXE.id), user_id=ADA.id, at=NOW)


def test_a_line_goes_for_good_when_a_family_takes_its_yes_back(kept: KeptMeeting) -> None:  # noqa: ARG001
    quote = a_quote(team_id=EXE.id)
    with writing() as session:
        words_store.add_quote(session, quote, user_id=ADA.id, at=NOW)
        assert words_store.quotes_of(session, (EXE.id,), QUARTER) == (quote,)
        words_store.remove_quote(session, quote.id)
    with reading() as session:
        assert words_store.find_quote(session, quote.id) is None
