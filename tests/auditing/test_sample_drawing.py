"""Which plans are drawn from the database, and how a sample is drawn again."""

from datetime import date
from uuid import UUID

import pytest

from facilitator.auditing.act_today import store as act_today
from facilitator.auditing.sampling import drawing, standing_of, took
from facilitator.auditing.sampling import store as samples
from facilitator.auditing.sampling.listing import store as listing
from facilitator.audits.act_today import ActToday
from facilitator.database import new_id, reading, writing
from facilitator.plans import Agreed
from facilitator.plans import store as plans
from facilitator.refusals import Refusal
from facilitator.releasing import store as releasing
from tests import builders
from tests.auditing.drawn import ADA, AT, BEA, FLO, KIT, QUARTER, Service, a_service, wanted
from tests.kept import counted
from tests.web import SAM, TEAM


@pytest.fixture
def service() -> Service:
    return a_service()


def listed(service: Service) -> set[str]:
    with service.app.app_context(), reading() as session:
        return {one.eligible.plan for one in listing.eligible(session, TEAM.id, QUARTER)}


def test_a_plan_of_the_quarter_can_be_drawn(service: Service) -> None:
    assert listed(service) == set()
    first, last = service.plan(on=date(2027, 1, 1)), service.plan(on=date(2027, 3, 31))
    assert listed(service) == {str(first.id), str(last.id)}


def test_no_plan_of_another_quarter_another_team_or_practice_is_drawn(service: Service) -> None:
    service.plan(on=date(2026, 12, 31))
    service.plan(on=date(2027, 4, 1))
    service.plan(owner=BEA)
    service.plan(practice=True)
    assert listed(service) == set()


def test_a_newer_version_stands_in_place_of_the_older_one(service: Service) -> None:
    kept = service.plan(code="CDFG-HJKM")
    newer = builders.draft(builders.step()).agree(on=date(2027, 4, 2), code="CDFG-HJKM", version=2)
    with service.app.app_context(), writing() as session:
        agreed = Agreed(plan=newer, at=AT, kept_by=SAM.id, what_changed="A new day.")
        plans.add(session, kept.id, agreed, "second")
    assert listed(service) == set()


def test_the_list_takes_one_query_whatever_its_length(service: Service) -> None:
    for _ in range(4):
        service.plan()
    with service.app.app_context(), reading() as session, counted() as asked:
        listing.eligible(session, TEAM.id, QUARTER)
    assert len(asked) == 1
    assert "document" not in asked[0]


def test_whoever_draws_never_draws_their_own_meeting(service: Service) -> None:
    own, other = service.plan(owner=FLO), service.plan(owner=KIT)
    sample = service.draws(5, by=FLO)
    assert [one.meeting_id for one in sample.drawn] == [other.id]
    assert sample.left_out == 1
    assert own.id != other.id


def test_who_said_the_second_yes_had_a_part_in_the_meeting(service: Service) -> None:
    kept = service.plan()
    with service.app.app_context(), writing() as session:
        releasing.ask(session, kept.id, ADA.id, asked_by=SAM.id, at=AT)
    with pytest.raises(Refusal, match="no plan to draw"):
        service.draws(1)


def test_the_same_seed_draws_the_same_plans_again(service: Service) -> None:
    for owner in (SAM, KIT, SAM, KIT, SAM):
        service.plan(owner=owner)
    sample = service.draws(3)
    assert len(sample.drawn) == 3
    again = service.draws(3)
    assert [one.meeting_id for one in again.drawn] == [one.meeting_id for one in sample.drawn]
    with service.app.app_context(), reading() as session:
        assert drawing.replay(session, sample) == drawing.Replay(
            same_list=True, same_plans=True, listed=5
        )
    service.plan()
    with service.app.app_context(), reading() as session:
        after = drawing.replay(session, sample)
    assert (after.same_list, after.listed) == (False, 6)


def test_a_sample_says_how_it_was_drawn(service: Service) -> None:
    service.plan()
    sample = service.draws(1)
    assert sample.how_it_was_drawn("Exe Valley") == (
        "Team Exe Valley, 2027 quarter 1. Seed: otter. 1 of 1 plans were drawn. "
        f"List: {sample.list_mark}."
    )


def test_the_same_press_twice_is_one_sample(service: Service) -> None:
    service.plan()
    key = new_id()
    with service.app.app_context(), writing() as session:
        for seed in ("one", "two"):
            drawing.draw_sample(
                session, wanted(1, seed=seed), sample_id=key, seed_typed=False, at=AT
            )
        found = samples.of_quarter(session, TEAM.id, QUARTER)
    assert [one.seed for one in found] == ["one"]


def test_a_plan_that_somebody_picks_stands_apart_and_is_never_counted(service: Service) -> None:
    drawn = service.plan(code="CDFG-HJKM")
    sample = service.draws(1)
    picked = service.plan(code="MMMM-HJKM")
    with service.app.app_context(), writing() as session:
        drawing.pick(session, sample, "mmmm hjkm", by=ADA.id, reason="The yes was late.")
        found = samples.find(session, sample.id)
        assert found is not None
        assert [one.meeting_id for one in found.drawn] == [drawn.id]
        assert [(one.meeting_id, one.reason) for one in found.picked] == [
            (picked.id, "The yes was late.")
        ]
        assert drawing.pick(session, found, "CDFG-HJKM", by=ADA.id, reason="Again.") is None
        assert took(session, drawn.id, 1)
        assert not took(session, picked.id, 1)
        standing = standing_of(session, picked.id)
        assert standing is not None
        assert (standing.version, standing.by_chance) == (1, False)


def test_where_a_child_may_not_be_safe_the_plan_is_read_whatever_chance_says(
    service: Service,
) -> None:
    plans = [service.plan(), service.plan(), service.plan(owner=FLO)]
    with service.app.app_context(), writing() as session:
        for kept in plans:
            note = ActToday(
                id=new_id(), meeting_id=kept.id, team_id=TEAM.id, seen="x", by=ADA.id, at=AT
            )
            act_today.add(session, note)
    sample = service.draws(1, by=FLO)
    assert {one.meeting_id for one in sample.plans} == {plans[0].id, plans[1].id}
    [picked] = sample.picked
    assert (picked.picked_by, picked.reason) == (ADA.id, drawing.ACT_TODAY)
    assert not took_any(service, picked.meeting_id)


def took_any(service: Service, meeting_id: UUID) -> bool:
    with service.app.app_context(), reading() as session:
        return took(session, meeting_id, 1)


@pytest.mark.parametrize(("code", "reason"), [("XXXX-XXXX", "Why."), ("CDFG-HJKM", " "), ("", "x")])
def test_nothing_is_picked_without_its_code_and_a_reason(
    service: Service, code: str, reason: str
) -> None:
    service.plan(code="CDFG-HJKM")
    service.plan(code="MMMM-HJKM")
    sample = service.draws(1)
    with service.app.app_context(), reading() as session, pytest.raises(Refusal):
        drawing.pick(session, sample, code, by=ADA.id, reason=reason)


def test_nobody_picks_a_plan_of_their_own(service: Service) -> None:
    service.plan(owner=KIT)
    service.plan(owner=FLO, code="CDFG-HJKM")
    sample = service.draws(1)
    with service.app.app_context(), reading() as session, pytest.raises(Refusal, match="No plan"):
        drawing.pick(session, sample, "CDFG-HJKM", by=FLO.id, reason="I wonder.")
