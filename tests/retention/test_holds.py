"""Holding a record back, as people meet it."""

import re
from datetime import timedelta
from typing import Any

import pytest

from facilitator import access_log, days
from facilitator.access_log import Act
from facilitator.accounts.sessions import now
from facilitator.database import reading, writing
from facilitator.retention import store
from facilitator.retention.gone.purge import purge
from tests.break_glass.opened_plans import (
    ADA,
    JO,
    SAM,
    Service,
    a_service,
    errors_on,
)
from tests.retention.keeping_pages import (
    soon,
)
from tests.web import judged


def a_hold(service: Service, user: Any = SAM, **more: Any) -> Any:
    again = days.day(now().date() + timedelta(days=60))
    known = {"reason": "The family complained.", "review_on": again, **more}
    return service.sends(user, f"/meetings/{service.meeting.id}/keeping", **known)


def holds(service: Service) -> Any:
    with service.app.app_context(), reading() as session:
        return store.holds_of(session, [service.meeting.id])


def test_a_hold_needs_a_reason_and_a_day_within_a_year() -> None:
    service = a_service()
    judged(service.sees(SAM, f"/meetings/{service.meeting.id}/keeping"))
    for wrong in ({"reason": ""}, {"review_on": ""}, {"review_on": "1 March 2020"}):
        assert a_hold(service, **wrong).status_code == 422
    far = days.day(now().date() + timedelta(days=400))
    assert "more than a year away" in errors_on(a_hold(service, review_on=far))[0]
    quiet = a_hold(service, quiet="y")
    assert "why the family must not be told" in errors_on(quiet)[0]
    assert "The family complained." in quiet.text
    assert holds(service) == ()


@pytest.mark.usefixtures("far_ahead")
def test_a_held_record_stays_and_everybody_who_looks_is_told() -> None:
    service = a_service()
    soon(service)
    answer = a_hold(service)
    assert answer.status_code == 303
    page = service.sees(ADA, answer.headers["Location"])
    judged(page)
    assert "The family complained." in page.text
    assert "held back" in service.sees(SAM, f"/meetings/{service.meeting.id}").text
    with service.app.app_context():
        assert not purge(at=now() + timedelta(days=4000)).any


def test_a_hold_ends_with_a_reason_once() -> None:
    service = a_service()
    where = a_hold(service).headers["Location"]
    empty = service.sends(ADA, where, **{"end-why": "", "end-end": "yes"})
    assert empty.status_code == 422
    ended = service.sends(ADA, where, **{"end-why": "It is settled.", "end-end": "yes"})
    assert ended.status_code == 303
    (held,) = holds(service)
    assert (held.ended_by, held.ended_why) == (ADA.id, "It is settled.")
    again = service.sends(SAM, where, **{"end-why": "I think so too.", "end-end": "yes"})
    assert again.status_code == 409
    assert "I think so too." not in str(holds(service))


def test_the_log_knows_of_a_hold_and_of_its_end() -> None:
    service = a_service()
    where = a_hold(service).headers["Location"]
    service.sends(ADA, where, **{"end-why": "It is settled.", "end-end": "yes"})
    a_hold(service, quiet="y", why_quiet="It would put a child in danger.")
    with service.app.app_context(), reading() as session:
        log = [(one.act, one.user_id) for one in access_log.of_meeting(session, service.meeting.id)]
        every = [one.act for one in access_log.store.walk(session)]
    assert [one for one in log if one[0] in (Act.HOLD, Act.LET_GO)] == [
        (Act.LET_GO, ADA.id),
        (Act.HOLD, SAM.id),
    ]
    assert every.count(Act.HOLD) == 2  # The quiet one names no family.


def test_a_hold_whose_day_has_come_stands_on_today_until_somebody_looks() -> None:
    service = a_service()
    where = a_hold(service).headers["Location"]
    words = "Their record is held back. The day to look again has come."
    assert words not in service.sees(ADA, "/today").text
    with service.app.app_context(), writing() as session:
        (held,) = store.holds_of(session, [service.meeting.id])
        store.change_hold(session, held, review_on=now().date())
    assert words in service.sees(ADA, "/today").text
    assert words not in service.sees(JO, "/today").text
    later = days.day(now().date() + timedelta(days=90))
    again = {"again-review_on": later, "again-again": "yes"}
    assert service.sends(ADA, where, **again).status_code == 303
    assert words not in service.sees(ADA, "/today").text


def test_a_supervisor_holds_a_record_back_by_the_code_on_its_paper() -> None:
    service = a_service()
    again = days.day(now().date() + timedelta(days=60))
    typed = {"reason": "A court asked.", "review_on": again}
    judged(service.sees(ADA, "/going/by-code"))
    wrong = service.sends(ADA, "/going/by-code", code="AAAA-BBBB", **typed)
    assert wrong.status_code == 422
    assert "A court asked." in wrong.text
    assert service.sends(JO, "/going/by-code", code=service.code, **typed).status_code == 422
    assert service.sends(ADA, "/going/by-code", code=service.code, **typed).status_code == 303
    (held,) = holds(service)
    assert held.by == ADA.id


@pytest.mark.usefixtures("far_ahead")
def test_a_supervisors_own_page_of_a_record_hides_which_meeting_it_is() -> None:
    service = a_service()
    soon(service)
    page = service.sees(ADA, "/going").text
    (way,) = re.findall(r"/going/[0-9a-f-]{36}", page)
    assert str(service.meeting.id) not in page
    judged(service.sees(ADA, way))
    assert service.sees(JO, way).status_code == 404
