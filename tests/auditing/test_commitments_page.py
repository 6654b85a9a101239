"""What a plan shows for each of the fifteen promises: for the rater, once the look is filed."""

import pytest

from facilitator.five_rs import COMMITMENTS
from tests.auditing.at_the_look import FLO, JO, KIT, Desk, a_desk
from tests.web import Page, judged


@pytest.fixture(scope="module")
def desk() -> Desk:
    return a_desk()


@pytest.fixture(scope="module")
def look(desk: Desk) -> str:
    return desk.filed()


@pytest.fixture(scope="module")
def page(desk: Desk, look: str) -> Page:
    return judged(desk.ada.get(f"{look}/commitments"))


def test_all_fifteen_stand_there_in_their_own_words(page: Page) -> None:
    assert [one for one in page.ids if one.startswith("promise-") and "name" not in one] == [
        f"promise-{one}" for one in COMMITMENTS
    ]
    assert "Use language that cares, and everyone understands." in page.all("p")


def test_each_quote_leads_to_its_line_and_nobody_is_named(page: Page) -> None:
    assert "“Sis, I have got your back.”" in page.all("blockquote")
    leads = [one for one in page.links if one.startswith("#line-")]
    assert leads
    assert {one.removeprefix("#") for one in leads} <= set(page.ids)
    assert not {"Tiana", "Charlene", "Campbell"} & set(" ".join(page.all("body")).split())


def test_nobody_sees_it_before_the_look_is_filed() -> None:
    desk = a_desk()
    assert desk.ada.get(f"{desk.begins()}/commitments").status_code == 404


def test_another_team_and_whoever_supervises_nobody_do_not_see_it(desk: Desk, look: str) -> None:
    assert desk.as_(FLO).get(f"{look}/commitments").status_code == 200
    assert desk.as_(JO).get(f"{look}/commitments").status_code == 404
    assert desk.as_(KIT).get(f"{look}/commitments").status_code in (403, 404)
