"""The family's extract on the page and on paper, and whether the log is whole."""

import pytest
from sqlalchemy import text

from facilitator.access_log import Act
from facilitator.access_log import store as log
from facilitator.database import reading, writing
from tests.break_glass.opened_plans import ADA, KIT, NOOR, SAM, WHY, Service, a_service
from tests.kept import counted
from tests.paper.reading import furniture, tags
from tests.web import judged


@pytest.fixture
def service() -> Service:
    return a_service()


def address(service: Service, ending: str = "") -> str:
    return f"/meetings/{service.meeting.id}/who-has-looked{ending}"


def test_the_meetings_page_leads_to_who_has_looked_in_one_click(service: Service) -> None:
    links = judged(service.sees(SAM, f"/meetings/{service.meeting.id}")).links
    assert address(service) in links
    assert address(service, ".pdf") in judged(service.sees(SAM, address(service))).links


def test_everybody_who_looked_or_tried_stands_on_the_page(service: Service) -> None:
    service.sees(SAM, f"/meetings/{service.meeting.id}")
    service.sees(KIT, f"/meetings/{service.meeting.id}")
    service.sees(ADA, service.opens(ADA))
    told = judged(service.sees(SAM, address(service))).all("li")
    assert any("Ada Lee, a supervisor in our team, opened your plan 1." in one for one in told)
    assert any("Somebody signed in as Kit Reed tried to open a page" in one for one in told)
    assert any("Sam Hill, who leads your meetings, opened pages about you." in one for one in told)
    assert any(f"They wrote why: “{WHY}”" in one for one in told)


def test_the_paper_says_the_same_and_holds_no_word_that_anybody_typed(service: Service) -> None:
    service.sees(ADA, service.opens(ADA))
    answer = service.sees(SAM, address(service, ".pdf"))
    assert answer.mimetype == "application/pdf"
    said = f"{tags(answer.data).heard} {furniture(answer.data)}"
    assert "Ada Lee, a supervisor in our team, opened your plan 1." in said
    assert "They wrote down why. You can ask to hear it." in said
    assert service.code in said
    for typed in (WHY, "Tiana", "Nan ", service.meeting.meeting.title):
        assert typed not in said


def test_the_printing_is_itself_in_the_log(service: Service) -> None:
    service.sees(SAM, address(service))
    service.sees(SAM, address(service, ".pdf"))
    with service.app.app_context(), reading() as session:
        assert [one.act for one in log.walk(session)] == [Act.VIEW, Act.PRINT]
    told = " ".join(judged(service.sees(SAM, address(service))).all("li"))
    assert "printed this list." in told


def test_the_extract_asks_as_many_questions_however_much_was_seen(service: Service) -> None:
    def asked() -> int:
        with service.app.app_context(), counted() as questions:
            service.sees(SAM, address(service))
        return len(questions)

    service.sees(SAM, address(service))
    before = asked()
    for _ in range(8):
        service.sees(KIT, f"/meetings/{service.meeting.id}")
    assert asked() == before


def whole(service: Service, mark: str = "") -> str:
    answer = service.sends(NOOR, "/log", mark=mark)
    return " ".join(judged(answer).all("main"))


def test_an_administrator_reads_counts_and_a_mark_and_nothing_of_any_family(
    service: Service,
) -> None:
    service.sees(SAM, f"/meetings/{service.meeting.id}")
    page = judged(service.sees(NOOR, "/log"))
    assert page.all("dd")[0] == "1"
    with service.app.app_context(), reading() as session:
        assert page.all("dd")[1] == log.mark(session)
    assert str(service.meeting.id) not in service.sees(NOOR, "/log").text
    assert service.sees(KIT, "/log").status_code == 404


def test_a_whole_log_is_said_to_be_whole_and_a_mark_fits(service: Service) -> None:
    service.sees(SAM, f"/meetings/{service.meeting.id}")
    with service.app.app_context(), reading() as session:
        mark = log.mark(session)
    assert "The log is whole" in whole(service)
    assert "and the mark fits" in whole(service, mark.lower().replace("-", " "))
    with service.app.app_context(), reading() as session:
        assert [one.act for one in log.walk(session)] == [Act.VIEW, Act.CHECK, Act.CHECK]


def test_a_log_that_somebody_changed_is_said_to_be_broken(service: Service) -> None:
    for _ in range(3):
        service.sees(SAM, f"/meetings/{service.meeting.id}")
    with service.app.app_context(), writing() as session:
        session.execute(text("DROP TRIGGER access_entry_is_never_changed"))
        session.execute(text("UPDATE access_entry SET user_id = NULL WHERE number = 2"))
    said = whole(service)
    assert "The log is not whole" in said
    assert "Entry 2 is not what was written" in said


def test_what_is_no_mark_comes_back_with_what_one_looks_like(service: Service) -> None:
    answer = service.sends(NOOR, "/log", mark="banana")
    assert answer.status_code == 422
    assert "&#39;banana&#39; is no mark of the log." in answer.text
    assert 'value="banana"' in answer.text
