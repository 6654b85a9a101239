"""One plan in five is rated twice, by somebody of another team who sees nothing of the first."""

from dataclasses import replace

import pytest

from facilitator.accounts import store as accounts
from facilitator.auditing.pairs import door, store
from facilitator.auditing.pairs.drawing import draw_second_ratings, raters_for
from facilitator.auditing.sampling import store as samples
from facilitator.audits.look import Purpose
from facilitator.database import reading, writing
from facilitator.meetings import store as meetings
from facilitator.refusals import Refusal
from tests.auditing.drawn import (
    ADA,
    AT,
    BEA,
    CLEO,
    FLO,
    SEED,
    Service,
    a_service,
    rater_of,
    sends,
)
from tests.kept import counted
from tests.web import SAM, TEAM, judged


@pytest.fixture
def service() -> Service:
    return a_service()


def test_one_in_five_is_rated_twice_by_somebody_of_another_team(service: Service) -> None:
    for _ in range(6):
        service.plan()
    sample = service.draws(6)
    for one in sample.drawn:
        service.files(one.meeting_id)
    seconds = service.draws_seconds(sample)
    assert len(seconds) == 2
    assert {one.second_rater_id for one in seconds} == {BEA.id, CLEO.id}
    assert all(one.first_rater_id == ADA.id and not one.both_filed for one in seconds)


def test_it_waits_for_every_first_look_unless_somebody_says_why(service: Service) -> None:
    service.plan()
    service.plan()
    sample = service.draws(2)
    with pytest.raises(Refusal, match="No first look"):
        service.draws_seconds(sample)
    service.files(sample.drawn[0].meeting_id)
    service.files(sample.drawn[1].meeting_id, filed=False)
    with pytest.raises(Refusal, match="1 plan has no filed look"):
        service.draws_seconds(sample)
    [second] = service.draws_seconds(sample, "Ada is ill until May.")
    assert second.meeting_id == sample.drawn[0].meeting_id
    with service.app.app_context(), reading() as session:
        found = samples.find(session, sample.id)
    assert found is not None
    assert found.second is not None
    assert (found.second.seed, found.second.why_early) == ("otter", "Ada is ill until May.")


def test_it_is_drawn_once(service: Service) -> None:
    pair = service.asks_blind()
    with service.app.app_context(), reading() as session:
        sample = samples.find(session, pair.sample_id)
    assert sample is not None
    with service.app.app_context(), writing() as session:
        again = draw_second_ratings(session, sample, seed="another", by=FLO.id, why_early="", at=AT)
        assert again is None
        found = samples.find(session, pair.sample_id)
    assert found is not None
    assert found.second is not None
    assert (found.second.seed, found.second.by) == (SEED, ADA.id)


def test_a_plan_of_two_samples_is_rated_twice_and_not_thrice(service: Service) -> None:
    first = service.asks_blind()
    again = service.draws(1)
    assert again.drawn[0].meeting_id == first.meeting_id
    assert service.draws_seconds(again) == ()


def test_nobody_who_looks_after_the_team_is_asked(service: Service) -> None:
    with service.app.app_context(), writing() as session:
        accounts.stop_user(session, CLEO.id, at=AT)
        assert [one.user for one in raters_for(session, TEAM.id)] == [str(BEA.id)]


def test_where_nobody_may_rate_it_that_is_said(service: Service) -> None:
    with service.app.app_context(), writing() as session:
        for one in (BEA, CLEO):
            accounts.stop_user(session, one.id, at=AT)
    pair = service.asks_blind()
    assert pair.second_rater_id is None
    page = service.as_(ADA).get(f"/samples/{pair.sample_id}").text
    assert "nobody of another team may rate it" in page


def test_what_waits_takes_one_query_and_goes_once_it_is_filed(service: Service) -> None:
    pair = service.asks_blind()
    rater = rater_of(pair)
    with service.app.app_context(), reading() as session, counted() as asked:
        assert [one.id for one in store.waiting_for(session, rater.id)] == [pair.id]
        assert store.waiting_for(session, ADA.id) == ()
    assert len(asked) == 2  # one each
    service.files(pair.meeting_id, rater, purpose=Purpose.SECOND)
    with service.app.app_context(), reading() as session:
        assert store.waiting_for(session, rater.id) == ()
        assert [one.id for one in store.to_talk_through(session, rater.id)] == [pair.id]
        assert [one.id for one in store.to_talk_through(session, ADA.id)] == [pair.id]


def test_whoever_is_asked_stays_blind_until_they_file(service: Service) -> None:
    pair = service.asks_blind()
    rater = rater_of(pair)
    for filed in (False, True):
        with service.app.app_context(), reading() as session:
            assert door.must_stay_blind(session, rater, pair.meeting_id) is not filed
            assert not door.must_stay_blind(session, ADA, pair.meeting_id)
            assert door.may_rate_second(session, rater, pair.meeting_id)
            assert not door.may_rate_second(session, ADA, pair.meeting_id)
        service.files(pair.meeting_id, rater, purpose=Purpose.SECOND)


def test_the_second_rater_begins_a_look_of_their_own(service: Service) -> None:
    pair = service.asks_blind()
    client = service.as_(rater_of(pair))
    page = client.get("/second-ratings")
    judged(page)
    assert "A plan of another team, number 1" in page.text
    answer = sends(client, f"/second-ratings/{pair.id}/look")
    assert answer.status_code == 303
    begun = service.pair(pair.id)
    assert answer.headers["Location"] == f"/looks/{begun.second_look_id}"
    assert not begun.both_filed
    again = sends(client, f"/second-ratings/{pair.id}/look")
    assert again.headers["Location"] == answer.headers["Location"]
    assert "Go on with your look" in client.get("/second-ratings").text


def test_nobody_else_finds_that_second_rating(service: Service) -> None:
    pair = service.asks_blind()
    other = BEA if rater_of(pair) == CLEO else CLEO
    for user in (other, ADA, FLO, SAM):
        assert sends(service.as_(user), f"/second-ratings/{pair.id}/look").status_code == 404
    for user in (other, ADA, rater_of(pair), SAM):
        assert service.as_(user).get(f"/second-ratings/{pair.id}/settle").status_code == 404


def test_in_private_time_it_is_not_there(service: Service) -> None:
    pair = service.asks_blind()
    with service.app.app_context(), writing() as session:
        kept = meetings.load(session, pair.meeting_id)
        meetings.save(session, replace(kept, in_private_time=True))
    client = service.as_(rater_of(pair))
    assert "Nothing waits for you now." in client.get("/second-ratings").text
    assert sends(client, f"/second-ratings/{pair.id}/look").status_code == 404
    assert "Plan 1" not in service.as_(ADA).get(f"/samples/{pair.sample_id}").text
