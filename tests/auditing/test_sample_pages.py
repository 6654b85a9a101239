"""The pages of samples, as supervisors of that team and others meet them."""

import re

import pytest

from facilitator.auditing.sampling import store as samples
from facilitator.database import new_id, reading
from tests.auditing.drawn import ADA, BEA, FLO, KIT, Service, a_service, sends
from tests.web import SAM, TEAM, judged

HERE = f"/samples?team={TEAM.id}&quarter=2027-1"
DRAW = {"draw-team": str(TEAM.id), "draw-quarter": "2027-1", "draw-plans": "2", "draw-seed": ""}


@pytest.fixture
def service() -> Service:
    return a_service()


def draw(service: Service, **fields: str) -> str:
    answer = sends(service.as_(ADA), "/samples", **{**DRAW, "draw-id": str(new_id()), **fields})
    assert answer.status_code == 303, answer.text
    return str(answer.headers["Location"])


def test_before_drawing_the_plans_are_counted_and_none_is_named(service: Service) -> None:
    page = service.as_(FLO).get(HERE)
    judged(page)
    assert "there are 0 plans to draw from" in page.text
    service.plan(code="CDFG-HJKM")
    service.plan(owner=FLO)
    page = service.as_(FLO).get(HERE)
    assert "there is 1 plan to draw from" in page.text
    assert "1 more is left out, since you had a part in it" in page.text
    assert "CDFG-HJKM" not in page.text


def test_a_sample_is_drawn_and_shown_by_its_codes(service: Service) -> None:
    for code in ("CDFG-HJKM", "MMMM-HJKM", "KKKK-HJKM"):
        service.plan(code=code)
    address = draw(service)
    page = service.as_(ADA).get(address)
    judged(page)
    assert len(re.findall(r"Plan \d: ....-....", page.text)) == 2
    assert "2 of 3 plans were drawn" in page.text
    assert "Nobody chose the seed." in page.text
    assert page.text.count("Begin a first look") == 2
    assert "Drawn again today, this seed gives the same plans." in page.text


def test_a_typed_seed_is_told(service: Service) -> None:
    service.plan()
    page = service.as_(ADA).get(draw(service, **{"draw-seed": "otter"}))
    assert "Somebody typed this seed." in page.text
    assert "Seed: otter." in page.text


def test_a_quarter_is_never_drawn_twice_in_silence(service: Service) -> None:
    service.plan()
    draw(service)
    again = {**DRAW, "draw-id": str(new_id()), "draw-seed": "a seed of mine"}
    refused = sends(service.as_(ADA), "/samples", **again)
    assert refused.status_code == 422
    assert "A sample of this quarter is drawn already." in refused.text
    assert "a seed of mine" in refused.text
    draw(service, **{"draw-again": "y"})
    with service.app.app_context(), reading() as session:
        assert len(samples.of_teams(session, [TEAM.id])) == 2


@pytest.mark.parametrize("typed", ["", "0", "many", "9999", "-1", "2.5", "²"])
def test_what_is_no_number_of_plans_is_refused_with_all_that_was_typed(
    service: Service, typed: str
) -> None:
    service.plan()
    fields = {**DRAW, "draw-id": str(new_id()), "draw-plans": typed, "draw-seed": "otter"}
    page = sends(service.as_(ADA), "/samples", **fields)
    assert page.status_code == 422
    assert 'value="otter"' in page.text
    judged(page)


@pytest.mark.parametrize("user", [SAM, KIT, BEA])
def test_nobody_else_finds_a_sample(service: Service, user: object) -> None:
    service.plan()
    sample = service.draws(1)
    client = service.as_(user)  # type: ignore[arg-type]
    for address in (f"/samples/{sample.id}", HERE):
        assert client.get(address).status_code == 404
    for address in (f"/samples/{sample.id}/pick", f"/samples/{sample.id}/second", "/samples"):
        fields = {**DRAW, "pick-code": "x", "pick-reason": "y"}
        assert sends(client, address, **fields).status_code == 404


def test_a_plan_is_picked_by_its_code_with_a_reason(service: Service) -> None:
    service.plan(code="CDFG-HJKM")
    sample = service.draws(1)
    service.plan(code="MMMM-HJKM")
    client, address = service.as_(ADA), f"/samples/{sample.id}"
    missing = sends(client, f"{address}/pick", **{"pick-code": "MMMM-HJKM", "pick-reason": ""})
    assert missing.status_code == 422
    assert "There is no reason here yet." in missing.text
    wrong = sends(client, f"{address}/pick", **{"pick-code": "XXXX", "pick-reason": "Late yes."})
    assert wrong.status_code == 422
    assert "Late yes." in wrong.text
    judged(wrong)
    fields = {"pick-code": "mmmmhjkm", "pick-reason": "The yes was late."}
    assert sends(client, f"{address}/pick", **fields).status_code == 303
    page = client.get(address)
    judged(page)
    assert "The yes was late." in page.text
    assert "(picked by Ada)" in page.text
    assert "0 of 1 first looks are filed" in page.text


def test_second_ratings_are_drawn_on_the_page(service: Service) -> None:
    service.plan()
    sample = service.draws(1)
    client, address = service.as_(ADA), f"/samples/{sample.id}"
    assert "This comes once the first looks are filed." in client.get(address).text
    refused = sends(client, f"{address}/second", **{"second-why_early": "I am off."})
    assert refused.status_code == 422
    service.files(sample.drawn[0].meeting_id)
    assert "1 of 1 first looks is filed" in client.get(address).text
    assert sends(client, f"{address}/second").status_code == 303
    page = client.get(address)
    judged(page)
    assert re.search(r"Rated a second time by (Bea|Cleo): not filed yet.", page.text)
    assert sends(client, f"{address}/second").status_code == 303  # once more, and nothing happens
    assert client.get(address).text.count("Rated a second time") == 1


def test_a_sample_shows_how_far_each_look_has_come_and_no_rating(service: Service) -> None:
    plans = [service.plan() for _ in range(3)]
    sample = service.draws(3)
    service.files(plans[0].id, words="canary of Ada", ratings={"Q1": 0})
    service.files(plans[1].id, FLO, filed=False, words="canary of Flo")
    page = service.as_(ADA).get(f"/samples/{sample.id}")
    for state in ("Filed by you", "Begun by Flo", "Not begun"):
        assert state in page.text
    assert "canary" not in page.text
    links = re.findall(r'href="/looks/([0-9a-f-]+)"', page.text)
    assert len(links) == 1


def test_only_teams_that_somebody_looks_after_can_be_chosen(service: Service) -> None:
    page = service.as_(BEA).get("/samples")
    assert page.status_code == 200
    assert "Taw Valley" in page.text
    assert "Exe Valley" not in page.text
