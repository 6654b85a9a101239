"""Gold plans, and from when on somebody's ratings count; and how alike two people read."""

from collections.abc import Mapping, Sequence
from uuid import UUID

import pytest

from facilitator.auditing import store as looks
from facilitator.auditing.pairs import door
from facilitator.auditing.pairs.agreeing.telling import told
from facilitator.auditing.pairs.calibration import is_calibrated
from facilitator.auditing.pairs.gold import store as gold
from facilitator.auditing.pairs.gold.telling import near, standing
from facilitator.auditing.pairs.kept import TwiceRated
from facilitator.auditing.pairs.settling.keeping import settle
from facilitator.audits import shipped
from facilitator.audits.look import FIRST_LOOK, Purpose
from facilitator.audits.statistics import GoldRating, Rating, calibration
from facilitator.database import reading, writing
from tests.auditing.drawn import (
    ADA,
    AT,
    BEA,
    CLEO,
    EVERYBODY,
    FLO,
    Service,
    a_service,
    file_look,
    sends,
)
from tests.kept import counted
from tests.web import SAM, TEAM, judged

TEN = 10
LEVELS: tuple[Rating, ...] = (0, 1, 2, 3)


@pytest.fixture
def service() -> Service:
    return a_service()


def a_gold(service: Service) -> tuple[UUID, UUID]:
    """The gold plan and its meeting; Ada and Bea made it."""
    return golds(service, [dict.fromkeys(FIRST_LOOK, 2)])[0]


def golds(service: Service, ratings: Sequence[Mapping[str, Rating]]) -> list[tuple[UUID, UUID]]:
    """Gold plans with these ratings, each with its meeting; Ada and Bea made them."""
    rated = service.all_twice(ratings)
    with service.app.app_context(), writing() as session:
        for pair in rated:
            first = looks.load(session, pair.first_look_id)
            assert settle(session, pair, first, first.answers, by=ADA.id, at=AT)
            settled = looks.find_of(session, pair.meeting_id, 1, ADA.id, Purpose.SETTLED)
            assert settled is not None
            gold.mark(session, settled.id, by=ADA.id, at=AT, reason="A child is heard.")
        return [(one.id, one.meeting_id) for one in gold.every(session)]


def test_whoever_made_a_gold_plan_does_not_rate_it(service: Service) -> None:
    gold_id, _ = a_gold(service)
    with service.app.app_context(), reading() as session:
        may = [one for one in EVERYBODY if door.find_gold(session, gold_id, one)]
    assert may == [FLO, CLEO]


def test_a_gold_plan_is_rated_blind_and_then_shown_beside_it(service: Service) -> None:
    gold_id, meeting_id = a_gold(service)
    client = service.as_(FLO)
    page = client.get("/calibration")
    judged(page)
    assert "Gold plan 1" in page.text
    assert "There is 1 gold plan here that you did not make, and 10 are needed." in page.text
    assert client.get(f"/calibration/{gold_id}").status_code == 404
    with service.app.app_context(), reading() as session:
        assert door.must_stay_blind(session, FLO, meeting_id)
        assert not door.must_stay_blind(session, ADA, meeting_id)
    answer = sends(client, f"/calibration/{gold_id}/look")
    assert answer.status_code == 303
    assert client.get(f"/calibration/{gold_id}").status_code == 404
    assert "Go on with your look" in client.get("/calibration").text
    service.files(meeting_id, FLO, purpose=Purpose.GOLD)  # the look that is begun
    service_look = client.get(f"/calibration/{gold_id}")
    assert service_look.status_code == 200
    judged(service_look)
    assert "A child is heard." in service_look.text
    with service.app.app_context(), reading() as session:
        assert not door.must_stay_blind(session, FLO, meeting_id)
    judged(client.get("/calibration"))


def test_nobody_else_finds_a_gold_plan(service: Service) -> None:
    gold_id, _ = a_gold(service)
    for user in (ADA, SAM):
        client = service.as_(user)
        assert client.get(f"/calibration/{gold_id}").status_code == 404
        assert sends(client, f"/calibration/{gold_id}/look").status_code == 404


def test_ratings_count_once_ten_gold_plans_are_read_alike(service: Service) -> None:
    ratings = [dict.fromkeys(FIRST_LOOK, LEVELS[number % 4]) for number in range(TEN)]
    plans = golds(service, ratings)
    for given, (_, meeting_id) in zip(ratings, plans, strict=True):
        with service.app.app_context(), writing() as session:
            assert not is_calibrated(session, FLO.id)
            file_look(session, meeting_id, FLO, purpose=Purpose.GOLD, ratings=given)
    with service.app.app_context(), reading() as session, counted() as asked:
        assert is_calibrated(session, FLO.id)
    assert len(asked) == 1
    page = service.as_(FLO).get("/calibration")
    judged(page)
    assert "Your ratings count." in page.text
    with service.app.app_context(), reading() as session:
        assert not is_calibrated(session, ADA.id)


def test_where_somebody_stands_is_said_in_words() -> None:
    far = [
        GoldRating(str(number), "Q1", gold=LEVELS[number % 4], rater=LEVELS[3 - number % 4])
        for number in range(TEN)
    ]
    found = calibration(far)
    assert "not counted in figures yet. Fewer than four in five" in standing(found, TEN)
    assert "There are 3 gold plans here" in standing(found, 3)
    [one] = near(shipped().criteria, found)
    assert one.sentence.endswith("Talk through where you differ.")


def twice(plans: int, *, differ: int = 0) -> list[TwiceRated]:
    return [
        TwiceRated(
            pair_id=UUID(int=number),
            team_id=TEAM.id,
            criterion="Q1",
            first=LEVELS[number % 4],
            second=LEVELS[(number + (number < differ)) % 4],
            counts=True,
        )
        for number in range(plans)
    ]


@pytest.mark.parametrize("plans", range(1, TEN))
def test_below_ten_plans_there_is_no_figure(plans: int) -> None:
    [one] = told(shipped().criteria, twice(plans, differ=1))
    assert (one.figures, one.words, one.plans) == ((), "", plans)
    assert one.differ == (UUID(int=0),)


def test_figures_come_with_how_sure_they_are_and_words_only_above_thirty() -> None:
    [one] = told(shipped().criteria, twice(30, differ=2))
    names = {figure.name: figure for figure in one.figures}
    for name in ("Weighted kappa", "Gwet's AC2", "Krippendorff's alpha", "Same rating"):
        assert names[name].interval.startswith("between "), name
    assert names["Same rating"].value == "93%"
    assert one.words == ""
    [more] = told(shipped().criteria, twice(31, differ=2))
    assert more.words


def test_the_agreement_page_counts_calibrated_pairs_alone(service: Service) -> None:
    page = service.as_(ADA).get("/agreement")
    judged(page)
    assert "There is nothing to compare yet." in page.text
    service.both_filed({"ratings": {"Q1": 0}}, {"ratings": {"Q1": 3}, "counts": False})
    page = service.as_(ADA).get("/agreement")
    judged(page)
    assert "0 plans read twice." in page.text
    assert "1 more is kept and not counted" in page.text
    pair = service.both_filed({"ratings": {"Q1": 0}}, {"ratings": {"Q1": 3}})
    page = service.as_(ADA).get(f"/agreement?team={TEAM.id}")
    judged(page)
    assert "Exe Valley: 1 plan read twice." in page.text
    assert "Too few for a figure." in page.text
    assert f"/second-ratings/{pair.id}/settle" in page.text
    for user in EVERYBODY:
        assert f"{user.name} " not in page.text.replace("Ada</a>", "")
    stranger = service.as_(FLO).get("/agreement").text
    assert f"/second-ratings/{pair.id}/settle" not in stranger


def test_nobody_asks_for_a_team_that_is_not_theirs(service: Service) -> None:
    assert service.as_(BEA).get(f"/agreement?team={TEAM.id}").status_code == 404
    assert service.as_(BEA).get("/agreement?team=x").status_code == 404
    assert service.as_(SAM).get("/agreement").status_code == 404


def test_a_whole_table_of_figures_is_drawn_on_the_page(service: Service) -> None:
    service.all_twice([{"Q1": LEVELS[number % 4]} for number in range(TEN)])
    page = service.as_(ADA).get("/agreement")
    judged(page)
    assert page.text.count("Weighted kappa") == len(FIRST_LOOK)
