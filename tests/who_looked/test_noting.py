"""When a look is noted, when none is, and what happens while nothing can be written."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn
from uuid import UUID

import pytest
from sqlalchemy import text

from facilitator.access_log import Act, Because, Entry, What
from facilitator.access_log import store as log
from facilitator.accounts.user import User
from facilitator.database import reading, writing
from facilitator.database.troubles import BUSY, NO_ROOM, NotKept
from facilitator.who_looked import missed, noting
from tests.break_glass.opened_plans import ADA, KIT, NOOR, SAM, Service, a_service
from tests.desk.at_the_desk import a_meeting
from tests.web import judged


@pytest.fixture
def service() -> Service:
    return a_service()


def noted(service: Service) -> list[tuple[str, str, str, UUID | None]]:
    return [(one.act, one.what, one.because, one.user_id) for one in entries(service)]


def entries(service: Service) -> list[Entry]:
    with service.app.app_context(), reading() as session:
        assert log.check(session) == ()
        return list(log.walk(session))


def meeting(service: Service, page: str = "") -> str:
    return f"/meetings/{service.meeting.id}{page}"


@contextmanager
def nothing_can_be_written(status: int = NO_ROOM) -> Iterator[None]:
    @contextmanager
    def full() -> Iterator[NoReturn]:
        raise NotKept(status)
        yield

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(noting, "keeping", full)
        yield


def during_private_time(service: Service, *, now: bool) -> None:
    with service.app.app_context(), writing() as session:
        session.execute(text("UPDATE meeting SET in_private_time = :now"), {"now": now})


def test_a_page_is_noted_once_before_it_leaves(service: Service) -> None:
    assert service.sees(SAM, meeting(service)).status_code == 200
    assert noted(service) == [(Act.VIEW, What.MEETING, Because.LEADS, SAM.id)]
    assert entries(service)[0].meeting_id == service.meeting.id


def test_a_look_at_a_plan_that_was_opened_says_why(service: Service) -> None:
    service.sees(KIT, service.opens(KIT))
    assert noted(service)[-1] == (Act.VIEW, What.PLAN, Because.BREAK_GLASS, KIT.id)


def test_a_wrong_code_is_noted_with_no_family(service: Service) -> None:
    service.asks(KIT, "QQQQ-QQQQ")
    assert noted(service) == [(Act.REFUSED, What.PLAN_CODE, Because.WRONG, KIT.id)]
    assert entries(service)[0].meeting_id is None


@pytest.mark.parametrize("user", [KIT, ADA, NOOR])
def test_who_is_not_let_in_is_noted(service: Service, user: User) -> None:
    assert service.sees(user, meeting(service, "/people")).status_code == 404
    assert noted(service) == [(Act.REFUSED, What.PEOPLE, Because.NOT_THEIRS, user.id)]


def test_something_that_is_gone_in_ones_own_meeting_is_no_try(service: Service) -> None:
    assert service.sees(SAM, meeting(service, "/before/nothing-of-that-name")).status_code == 404
    assert noted(service) == []


def test_a_head_brings_no_words_so_only_who_may_not_is_noted(service: Service) -> None:
    assert service.browser(SAM).head(meeting(service)).status_code == 200
    assert noted(service) == []
    assert service.browser(KIT).head(meeting(service)).status_code == 404
    assert noted(service) == [(Act.REFUSED, What.MEETING, Because.NOT_THEIRS, KIT.id)]


def test_whoever_is_signed_out_sees_nothing_and_is_nobody(service: Service) -> None:
    assert service.app.test_client().post("/sign-out").status_code in {303, 400}
    browser = service.browser(SAM)
    browser.delete_cookie(service.app.config["SESSION_COOKIE_NAME"])
    assert browser.get(meeting(service)).status_code == 303
    assert noted(service) == []


def test_nobody_writes_down_who_looks_at_a_family_that_is_made_up(service: Service) -> None:
    made_up = a_meeting(service.app, practice=True)
    for user in (SAM, KIT):
        service.sees(user, f"/meetings/{made_up.id}")
    page = service.sees(SAM, f"/meetings/{made_up.id}/who-has-looked")
    assert "We do not write down who looks at it." in page.text
    assert noted(service) == []


def test_in_private_time_nothing_is_noted_of_that_family(service: Service) -> None:
    during_private_time(service, now=True)
    for user in (SAM, KIT, ADA):
        service.sees(user, meeting(service))
        service.sees(user, meeting(service, "/people"))
    assert noted(service) == []


def test_a_form_that_only_keeps_words_is_part_of_the_page_that_was_noted(service: Service) -> None:
    service.sends(SAM, meeting(service, "/purpose"))
    service.sends(SAM, meeting(service, "/worries"))
    assert noted(service) == []


def test_whoever_leads_sees_the_page_of_a_full_disk_and_it_is_noted_later(
    service: Service,
) -> None:
    with nothing_can_be_written():
        assert service.sees(SAM, meeting(service)).status_code == 200
        assert service.sees(SAM, meeting(service, "/people")).status_code == 200
        service.sees(KIT, meeting(service))
    assert noted(service) == []
    service.sees(SAM, meeting(service, "/safety"))
    assert [(act, what, user) for act, what, _, user in noted(service)] == [
        (Act.VIEW, What.MEETING, SAM.id),
        (Act.VIEW, What.PEOPLE, SAM.id),
        (Act.REFUSED, What.MEETING, KIT.id),
        (Act.VIEW, What.SAFETY, SAM.id),
    ]


@pytest.mark.parametrize("status", [NO_ROOM, BUSY])
def test_nobody_else_sees_a_page_that_can_not_be_noted(service: Service, status: int) -> None:
    address = service.opens(KIT)
    with nothing_can_be_written(status):
        answer = service.sees(KIT, address)
        as_json = service.browser(KIT).get(address, headers={"Accept": "application/json"})
    assert (answer.status_code, as_json.status_code) == (status, status)
    assert judged(answer).all("h1") == ["We can’t show that now"]
    assert "It can’t be written down that you looked at it" in answer.text
    assert as_json.is_json
    for words in (answer.text, as_json.text):
        assert "Tiana" not in words
    assert service.sees(KIT, address).status_code == 200


def test_what_was_missed_waits_while_its_family_is_by_itself(service: Service) -> None:
    with nothing_can_be_written():
        service.sees(SAM, meeting(service))
    during_private_time(service, now=True)
    service.asks(KIT, "QQQQ-QQQQ")
    service.sees(ADA, "/today")
    assert [one[:2] for one in noted(service)] == [
        (Act.REFUSED, What.PLAN_CODE),
        (Act.VIEW, What.LISTS),
    ]
    during_private_time(service, now=False)
    service.sees(ADA, "/today")
    assert [one[:2] for one in noted(service)][2:] == [
        (Act.VIEW, What.MEETING),
        (Act.VIEW, What.LISTS),
    ]


def test_more_than_can_wait_is_counted_and_the_count_is_noted(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(missed, "MOST", 2)
    with nothing_can_be_written():
        for _ in range(5):
            service.sees(SAM, meeting(service))
    service.sees(SAM, meeting(service))
    acts = [(one.act, one.many) for one in entries(service)]
    assert acts == [(Act.VIEW, 0), (Act.VIEW, 0), (Act.MISSED, 3), (Act.VIEW, 0)]
