"""A plan that is not one's own opens by its code and a reason, for an hour, for the same team."""

from datetime import timedelta
from uuid import UUID

import pytest

from facilitator.accounts.user import User
from facilitator.break_glass.tries import FREE
from facilitator.database import new_id, writing
from facilitator.meetings import store as meetings
from tests.break_glass.opened_plans import (
    ADA,
    JO,
    KIT,
    NOOR,
    SAM,
    WHY,
    Service,
    a_service,
    errors_on,
)
from tests.desk.at_the_desk import campbell
from tests.web import judged

NO_PLAN = "No plan that you may open has this code now."


@pytest.fixture
def service() -> Service:
    return a_service()


def private_time(service: Service, *, begins: bool) -> None:
    with service.app.app_context(), writing() as session:
        kept = meetings.load(session, service.meeting.id)
        meetings.save(session, kept.__class__(**{**vars(kept), "in_private_time": begins}))


def test_a_colleague_reads_the_familys_own_copy_for_an_hour(service: Service) -> None:
    answer = service.sees(KIT, service.opens(KIT))
    page = judged(answer)
    assert page.all("h1") == ["Holding hands till Mum is home"]
    assert "Sit with Tiana at bedtime" in answer.text
    assert WHY in answer.text
    assert "as Auntie Bev holds it" in answer.text
    assert int(answer.headers["Refresh"]) <= 3601
    assert not [link for link in page.links if ".pdf" in link]
    (kept,) = service.openings()
    assert (kept.opened_by, kept.reason, kept.version) == (KIT.id, WHY, 1)
    assert kept.until - kept.at == timedelta(hours=1)


@pytest.mark.parametrize("typed", ["{} ", " {}", "{}"])
def test_a_code_is_read_however_it_is_typed(service: Service, typed: str) -> None:
    loose = typed.format(service.code.lower().replace("-", " – "))
    assert service.asks(KIT, loose).status_code == 303


def test_what_keeps_people_safe_stands_before_every_word_of_the_plan() -> None:
    rule = {"person": "marlon", "kind": "order", "protects": ["kelly"], "rule": "No contact."}
    document = campbell()
    safety = {**document["safety"], "restrictions": [rule]}
    people = [one["id"] for one in document["people"]]
    rule["person"], rule["protects"] = people[-1], [people[0]]
    service = a_service({**document, "safety": safety})
    words = service.sees(KIT, service.opens(KIT)).text
    assert "must keep away from" in words
    assert words.index("“No contact.”") < words.index('class="plan')
    assert "Some words of this plan are hidden from some people." in words


@pytest.mark.parametrize("reason", ["", "ill", "I must", "Aaaaaaaaaaaaaaaaaaaaaaaaaaaa"])
def test_without_a_sentence_fit_for_the_family_nothing_opens(service: Service, reason: str) -> None:
    answer = service.asks(KIT, reason=reason)
    assert answer.status_code == 422
    judged(answer)
    (said,) = errors_on(answer)
    assert said.endswith("Write a sentence that you could say to the family.")
    assert service.code in answer.text
    assert service.openings() == ()


def test_a_wrong_code_and_another_teams_look_the_same_and_every_word_comes_back(
    service: Service,
) -> None:
    answers = [service.asks(KIT, "CDFG-2345"), service.asks(JO, service.code)]
    for answer in answers:
        assert answer.status_code == 422
        assert WHY in answer.text
        (said,) = errors_on(answer)
        assert said.startswith(NO_PLAN)
    assert errors_on(answers[0]) == errors_on(answers[1])
    assert service.openings() == ()


def test_nothing_opens_in_the_familys_private_time_and_what_is_open_closes(
    service: Service,
) -> None:
    address = service.opens(KIT)
    private_time(service, begins=True)
    assert service.sees(KIT, address).status_code == 404
    (said,) = errors_on(service.asks(KIT))
    assert said.startswith(NO_PLAN)
    assert service.sees(ADA, f"/plans/{service.meeting.id}/real-names").status_code == 404
    private_time(service, begins=False)
    assert service.sees(KIT, address).status_code == 200


def test_a_made_up_family_needs_no_reason_and_opens_to_nobody() -> None:
    service = a_service(practice=True)
    assert service.asks(KIT, "CDFG-2345").status_code == 422
    assert service.asks(KIT).status_code == 422


def test_who_guesses_has_to_wait_and_their_words_stay(service: Service) -> None:
    for _ in range(FREE):
        assert service.asks(KIT, "CDFG-2345").status_code == 422
    answer = service.asks(KIT)
    assert answer.status_code == 429
    assert errors_on(answer) == ["There were too many wrong codes. Wait 1 minute. Then try again."]
    assert WHY in answer.text
    assert service.openings() == ()
    assert service.asks(ADA).status_code == 303  # Nobody else waits for that.


def test_whoever_leads_the_meetings_is_led_to_their_own_page(service: Service) -> None:
    answer = service.asks(SAM)
    assert answer.headers["Location"] == f"/meetings/{service.meeting.id}"
    assert service.openings() == ()


def test_one_press_that_comes_twice_opens_once(service: Service) -> None:
    press = str(new_id())
    first, second = (service.asks(KIT, id=press) for _ in range(2))
    assert first.headers["Location"] == second.headers["Location"]
    assert len(service.openings()) == 1
    assert service.asks(ADA, id=press).status_code == 400


def test_after_an_hour_the_page_says_how_to_ask_again(service: Service) -> None:
    opening = service.opened_before(KIT, ago=timedelta(minutes=61))
    answer = service.sees(KIT, f"/opened/{opening.id}")
    assert answer.status_code == 410
    page = judged(answer)
    assert page.all("h1") == ["This plan is closed again"]
    assert "/open-a-plan" in page.links
    assert "Tiana" not in answer.text


@pytest.mark.parametrize("user", [SAM, ADA, NOOR, JO])
def test_an_open_plan_is_open_to_nobody_but_the_opener(service: Service, user: User) -> None:
    assert service.sees(user, service.opens(KIT)).status_code == 404


@pytest.mark.parametrize("user", [NOOR])
def test_who_looks_after_accounts_opens_no_plan(service: Service, user: User) -> None:
    for address in ("/open-a-plan", f"/plans/{service.meeting.id}/real-names"):
        assert service.sees(user, address).status_code == 404
        assert service.sends(user, address, reason=WHY, code=service.code).status_code == 404


def test_a_supervisor_of_the_team_sees_the_real_names_for_a_reason(service: Service) -> None:
    address = f"/plans/{service.meeting.id}/real-names"
    assert judged(service.sees(ADA, address)).all("h1") == ["See the real names"]
    assert service.sends(ADA, address, reason="short").status_code == 422
    answer = service.sends(ADA, address, reason="A child may be alone at night.")
    assert "Tiana" in service.sees(ADA, str(answer.headers["Location"])).text
    assert [one.opened_by for one in service.openings()] == [ADA.id]


@pytest.mark.parametrize("user", [SAM, KIT, JO])
def test_nobody_else_comes_to_the_real_names_that_way(service: Service, user: User) -> None:
    for meeting in (service.meeting.id, UUID(int=9)):
        address = f"/plans/{meeting}/real-names"
        assert service.sees(user, address).status_code == 404
        assert service.sends(user, address, reason=WHY).status_code == 404
    assert service.openings() == ()
