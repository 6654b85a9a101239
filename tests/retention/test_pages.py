"""Choosing how long we keep, and what goes soon, as people meet it."""

from datetime import timedelta
from threading import Event

import pytest

from facilitator import access_log
from facilitator.access_log import Act
from facilitator.accounts.sessions import now
from facilitator.database import new_id, reading, writing
from facilitator.releasing.opening import opened_of
from facilitator.retention.gone import daily
from facilitator.retention.gone import store as gone
from facilitator.retention.gone.purge import purge
from facilitator.retention.kinds import ACCESS_LOG, NOTES
from facilitator.settings import Config
from tests.break_glass.opened_plans import (
    ADA,
    BO,
    JO,
    KIT,
    NOOR,
    SAM,
    a_service,
    errors_on,
)
from tests.databases import a_database_file
from tests.retention.keeping_pages import (
    NOTHING,
    OF_FAMILY,
    TITLE,
    TOO_LONG,
    as_if_chosen_long_ago,
    chooses,
    chosen,
    soon,
)
from tests.web import KEY, TEAM, a_folder, judged, signed_in


def test_until_somebody_has_chosen_those_who_can_do_something_hear_that_nothing_is_deleted() -> (
    None
):
    service = a_service()
    assert NOTHING in service.sees(ADA, "/today").text
    assert NOTHING in service.sees(NOOR, "/people").text
    assert "/keeping" in service.sees(NOOR, "/people").text
    assert NOTHING not in service.sees(KIT, "/").text
    assert "Nobody has chosen yet" in service.sees(SAM, f"/meetings/{service.meeting.id}").text
    as_if_chosen_long_ago(service)
    assert NOTHING in service.sees(ADA, "/today").text  # What is written of quarters is open yet.
    as_if_chosen_long_ago(service, kind="quarters")
    assert NOTHING not in service.sees(ADA, "/today").text


def test_nothing_stands_in_the_form_before_somebody_chooses() -> None:
    page = a_service().sees(NOOR, OF_FAMILY)
    judged(page)
    assert 'name="months" type="text" value' not in page.text
    assert "North Somerset" in page.text


def test_a_choice_first_shows_what_it_would_do_and_is_kept_only_then() -> None:
    service = a_service()
    looked = service.sends(NOOR, OF_FAMILY, months="12", based_on="0", look="yes")
    assert "1 year: what this would do" in looked.text
    assert chosen(service) == []
    assert chooses(service, "12").status_code == 303
    (kept,) = chosen(service)
    assert (kept.months, kept.by, kept.revision) == (12, NOOR.id, 1)
    page = service.sees(NOOR, "/keeping")
    judged(page)
    assert "1 year" in page.text


def test_another_number_than_the_one_that_was_looked_at_is_looked_at_first() -> None:
    service = a_service()
    answer = chooses(service, "1", looked="12")
    assert "1 month: what this would do" in answer.text
    assert chosen(service) == []


def test_the_same_press_twice_is_one_choice_and_one_entry_of_the_log() -> None:
    service, same = a_service(), str(new_id())
    assert chooses(service, "12", id=same).status_code == 303
    assert chooses(service, "12", id=same).status_code == 303
    assert len(chosen(service)) == 1
    with service.app.app_context(), reading() as session:
        log = [one for one in access_log.store.walk(session) if one.act == Act.SETTING]
    assert [(one.user_id, one.many, one.meeting_id) for one in log] == [(NOOR.id, 12, None)]


def test_two_who_choose_at_once_both_see_both() -> None:
    service = a_service()
    chooses(service, "12")
    answer = chooses(service, "24")
    assert answer.status_code == 409
    assert "Somebody chose while you were looking" in answer.text
    assert "1 year" in answer.text
    assert "2 years" in answer.text
    assert [one.months for one in chosen(service)] == [12]


@pytest.mark.parametrize(
    ("months", "says"),
    [
        ("", "The number of months is missing. Write a whole number, such as 12."),
        ("soon", "0 months can&#39;t be kept. Write a whole number from 1 to 1200."),
        ("1201", "1201 months can&#39;t be kept. Write a whole number from 1 to 1200."),
        (
            "37",
            TOO_LONG,
        ),
    ],
)
def test_what_cant_be_chosen_is_said_with_what_to_do(months: str, says: str) -> None:
    service = a_service()
    answer = chooses(service, months)
    assert answer.status_code == 422
    assert errors_on(answer) == [says]
    assert chosen(service) == []


def test_longer_than_three_years_needs_a_reason_which_stands_in_the_list() -> None:
    service = a_service()
    assert chooses(service, "60", reason="A court asked us to.").status_code == 303
    assert "A court asked us to." in service.sees(NOOR, "/keeping").text


def test_notes_are_never_kept_longer_than_the_record() -> None:
    service, address = a_service(), f"/keeping/{TEAM.id}/{NOTES}"
    assert "Choose that first." in chooses(service, "6", address).text
    chooses(service, "12")
    assert "longer" in errors_on(chooses(service, "24", address))[0]
    assert chooses(service, "6", address).status_code == 303
    assert chooses(service, "", address, based_on="1", looked="None").status_code == 303
    assert [one.months for one in chosen(service, NOTES)] == [6, None]


def test_a_family_can_ask_who_looked_as_long_as_its_record_is_there() -> None:
    service, log = a_service(), f"/keeping/{ACCESS_LOG}"
    assert chooses(service, "12", log).status_code == 303
    assert "Choose a longer time for that list first." in errors_on(chooses(service, "24"))[0]
    assert chooses(service, "12").status_code == 303
    assert "shorter" in errors_on(chooses(service, "6", log, based_on="1"))[0]


@pytest.mark.usefixtures("far_ahead")
def test_an_administrator_sees_counts_and_codes_and_no_title() -> None:
    service = a_service()
    day = soon(service)
    page = service.sees(NOOR, "/keeping").text
    assert "1 family&#39;s record goes within 90 days" in page
    assert f"{service.code}: {day}" in page
    assert TITLE not in page
    looked = service.sends(NOOR, OF_FAMILY, months="1", based_on="1", look="yes").text
    assert service.code in looked
    assert TITLE not in looked


@pytest.mark.usefixtures("far_ahead")
def test_what_goes_soon_stands_before_its_facilitator_and_its_supervisor_and_nobody_else() -> None:
    service = a_service()
    day = soon(service)
    for user in (SAM, ADA, BO):
        page = service.sees(user, "/going")
        judged(page)
        assert TITLE in page.text
        assert day in page.text
    assert "led by" in service.sees(ADA, "/going").text
    assert str(service.meeting.id) not in service.sees(ADA, "/going").text
    for user in (KIT, JO):
        assert TITLE not in service.sees(user, "/going").text
    assert service.sees(NOOR, "/going").status_code == 404


@pytest.mark.usefixtures("far_ahead")
def test_the_meetings_own_page_and_its_register_say_until_when() -> None:
    service = a_service()
    day = soon(service)
    words = f"This family&#39;s record is kept until {day}. Then all of it is removed."
    assert words in service.sees(SAM, f"/meetings/{service.meeting.id}").text
    assert words in service.sees(SAM, f"/meetings/{service.meeting.id}/register").text


def test_the_key_of_waiting_words_is_given_no_more_once_the_record_has_gone() -> None:
    service = a_service()
    as_if_chosen_long_ago(service)
    address = f"/meetings/{service.meeting.id}/lead"
    assert "data-draft-key" in service.sees(SAM, address).text
    with service.app.app_context():
        assert purge(at=now() + timedelta(days=1500)).any
    there = signed_in(service.app, SAM).get(address)  # Old visits are forgotten with it.
    assert there.status_code == 404
    assert "data-draft-key" not in there.text


def test_the_papers_last_page_says_how_long_the_plan_is_kept() -> None:
    service = a_service()
    words = "We keep this plan for 1 year from the last day that we met or planned to meet."
    with service.app.app_context(), reading() as session:
        assert not opened_of(session, service.meeting).gate.plan.kept_for
    as_if_chosen_long_ago(service)
    with service.app.app_context(), reading() as session:
        assert opened_of(session, service.meeting).gate.plan.kept_for.startswith(words)


def test_a_quarter_says_when_some_of_its_plans_have_gone() -> None:
    service = a_service()
    words = "Some plans of these twelve months have gone, because their day had come."
    assert words not in service.sees(ADA, "/quarter").text
    with service.app.app_context(), writing() as session:
        gone.add_counts(session, TEAM.id, now().date() - timedelta(days=95), {"meetings": 1})
    assert words in service.sees(ADA, "/quarter").text


def test_the_purge_of_every_day_is_tried_until_it_could_be_done_and_then_once(
    caplog: pytest.LogCaptureFixture,
) -> None:
    waited: list[float] = []

    class Stops(Event):
        def wait(self, timeout: float | None = None) -> bool:
            waited.append(timeout or 0)
            return len(waited) == 2

    nowhere = Config(secret_key=KEY, data_dir=a_folder() / "nothing here")
    daily.keep_purging(nowhere, Stops(), now)
    assert waited == [daily.A_MINUTE] * 2
    said = [one for one in caplog.records if one.levelname == "WARNING"]
    assert len(said) == 1  # It is seen in the terminal, and not every minute.
    waited.clear()
    there = a_folder()
    a_database_file(there)
    daily.keep_purging(Config(secret_key=KEY, data_dir=there), Stops(), now)
    assert waited == [daily.AN_HOUR] * 2
