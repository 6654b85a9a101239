"""Every opening stands in the family's list for good, and before the team's supervisors once."""

import pytest

from facilitator.accounts.user import User
from facilitator.database import new_id
from tests.break_glass.opened_plans import (
    ADA,
    BO,
    JO,
    KIT,
    NOOR,
    SAM,
    WHY,
    Service,
    a_service,
)
from tests.web import judged


@pytest.fixture
def service() -> Service:
    return a_service()


def listed(service: Service) -> str:
    answer = service.sees(SAM, f"/meetings/{service.meeting.id}/who-has-looked")
    return " ".join(judged(answer).all("body"))


def test_the_familys_list_can_be_read_to_them(service: Service) -> None:
    assert "Nobody has looked yet." in listed(service)
    service.opened_before(KIT)
    words = listed(service)
    assert "Kit Reed from our team opened your plan 1." in words
    assert f"They wrote why: “{WHY}”" in words
    assert "They could not print or change it." in words


def test_the_address_at_which_openings_stood_alone_leads_to_all_the_looks(
    service: Service,
) -> None:
    answer = service.sees(SAM, f"/meetings/{service.meeting.id}/openings")
    assert answer.location == f"/meetings/{service.meeting.id}/who-has-looked"


@pytest.mark.parametrize("user", [KIT, ADA, JO, NOOR])
def test_the_list_is_its_own_facilitators(service: Service, user: User) -> None:
    for address in ("openings", "who-has-looked", "who-has-looked.pdf"):
        assert service.sees(user, f"/meetings/{service.meeting.id}/{address}").status_code == 404


def test_an_opening_waits_until_a_supervisor_of_the_team_has_looked(service: Service) -> None:
    opening = service.opened_before(KIT)
    assert "Somebody opened this family" in service.sees(ADA, "/today").text
    page = judged(service.sees(ADA, f"/openings/{opening.id}"))
    assert page.all("h1") == ["Kit Reed opened a plan"]
    assert WHY in page.all("blockquote")
    assert service.sends(ADA, f"/openings/{opening.id}").status_code == 303
    for user in (ADA, BO):
        assert "Somebody opened this family" not in service.sees(user, "/today").text
    assert "Ada Lee has looked at this." in service.sees(BO, f"/openings/{opening.id}").text
    assert "Ada Lee has looked at why." in listed(service)


def test_nobody_looks_at_their_own_opening(service: Service) -> None:
    opening = service.opened_before(ADA)
    assert "Somebody opened this family" not in service.sees(ADA, "/today").text
    assert "Somebody opened this family" in service.sees(BO, "/today").text
    assert service.sees(ADA, f"/openings/{opening.id}").status_code == 404
    assert service.sends(ADA, f"/openings/{opening.id}").status_code == 404
    assert service.openings()[0].seen_by is None


@pytest.mark.parametrize("user", [SAM, KIT, JO, NOOR])
def test_nobody_but_the_teams_supervisors_looks_at_one(service: Service, user: User) -> None:
    opening = service.opened_before(KIT)
    for one in (opening.id, new_id()):
        assert service.sees(user, f"/openings/{one}").status_code == 404
        assert service.sends(user, f"/openings/{one}").status_code == 404
    assert service.openings()[0].seen_by is None
