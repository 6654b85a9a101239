"""Who gets what: the list of copies, and the one button that prints all that may go out."""

import json
from io import BytesIO
from typing import Any
from uuid import UUID

import pikepdf
import pytest
from werkzeug.test import TestResponse

from facilitator.accounts.sessions import now
from facilitator.copies import Withdrawal
from facilitator.copies import store as register
from facilitator.database import new_id, writing
from facilitator.paper import ready
from tests.desk.at_the_desk import campbell, token_of
from tests.releasing.handing_over_day import Day, a_day, press_of
from tests.web import SAM, Page, judged

IN_THE_ROOM = "Mum, Tiana, Jaydon, Nan, Grandad, Auntie Bev, Uncle Leon, Pastor Joy, Farah, Megan"


def page_of(day: Day) -> Page:
    return judged(day.client.get(f"{day.address}/copies"))


def copied(**changes: Any) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(json.dumps(campbell()))
    return document | changes


def sides_of(answer: TestResponse) -> int:
    assert answer.mimetype == "application/pdf", answer.text
    with pikepdf.open(BytesIO(answer.data)) as document:
        return len(document.pages)


def test_each_reader_stands_there_with_which_copy_which_edition_and_how_far_it_is() -> None:
    page = page_of(a_day())
    assert page.all("h3")[:2] == ["Mum", "Tiana"]
    text = " ".join(page.all("li"))
    assert "Grandad Ready The whole plan, large print. In English." in text
    assert "Pastor Joy Ready Their own part, standard print. In English." in text
    assert "Dad Ready. Ask for a safe route first" in text
    assert "No copy: Idris." in page.all("p")
    assert "Print everything that may go out (10 copies)" in page.all("button")


def test_without_a_second_persons_yes_every_copy_waits_and_says_so() -> None:
    day = a_day(looked_through=False)
    page = page_of(day)
    assert "No copy may go out by hand just now. Each says below why." in page.all("p")
    assert "Print everything" not in " ".join(page.all("button"))
    assert "11 copies wait for a second person." in " ".join(page.all("p"))
    assert page.all("p").count("Waits for a second person") == 11
    assert f"{day.address}/release/rules" in page.links
    answer = day.sends("/copies", what="everything")
    assert answer.status_code == 409
    judged(answer)
    assert day.register() == ()


def test_one_press_writes_a_row_for_each_copy_before_it_leads_to_the_paper() -> None:
    day = a_day()
    where = day.prints_everything()
    rows = day.register()
    assert ", ".join(row.name for row in rows) == IN_THE_ROOM
    assert {row.at for row in rows} == {rows[0].at}
    assert where == f"{day.address}/handed/{rows[0].id}/all.pdf"
    assert {row.name: row.edition for row in rows if row.edition != "standard"} == {
        "Tiana": "child",
        "Jaydon": "child",
        "Grandad": "large_print",
    }
    gate = day.opened().gate
    assert [row.sha256 for row in rows] == [gate.copy_for(row.person).sha256 for row in rows]


def a_day_with_three_copies() -> Day:
    """Tiana, Grandad and Farah get theirs: a child's, a large and a small one, quickly made."""
    day = a_day()
    gate = day.opened().gate
    stopped = tuple(one.id for one in gate.readers if one.id not in {"tiana", "winston", "farah"})
    stop = Withdrawal(id=new_id(), by="charlene", readers=stopped, at=now(), user_id=SAM.id)
    with day.app.app_context(), writing() as session:
        register.withdraw(session, day.meeting.id, stop)
    return day


def test_the_bundle_holds_a_slip_and_a_copy_for_each_sorted_by_seat() -> None:
    day = a_day_with_three_copies()
    where = day.prints_everything()
    assert [row.name for row in day.register()] == ["Tiana", "Grandad", "Farah"]
    two, one = day.client.get(where), day.client.get(f"{where}?sides=one")
    assert sides_of(two) > sides_of(one)
    assert sides_of(two) % 2 == 0
    assert two.data == day.client.get(where).data
    assert len(day.register()) == 3  # Asking for it again writes nothing.
    assert two.headers["Content-Disposition"] == 'inline; filename="copies-to-hand-out.pdf"'
    assert two.headers["Cache-Control"] == "no-store"


def test_the_same_press_twice_writes_its_rows_once_and_a_new_press_writes_them_again() -> None:
    day = a_day()
    press = press_of(day.client.get(f"{day.address}/copies"))
    first = day.prints_everything(press=press)
    assert day.prints_everything(press=press) == first
    assert len(day.register()) == 10
    assert day.prints_everything() != first
    assert len(day.register()) == 20


def test_page_one_alone_goes_to_everybody_with_one_side_each() -> None:
    day = a_day_with_three_copies()
    where = day.prints_everything(what="page_one", sides="one")
    assert where.endswith("/all.pdf?sides=one")
    editions = {row.name: row.edition for row in day.register()}
    assert editions == {"Tiana": "child", "Grandad": "page_one_large_print", "Farah": "page_one"}
    # One side for one, two for large print; a child's own page has a slip and two.
    assert sides_of(day.client.get(where)) == 1 + 2 + 3
    assert "Everybody who is here has their copy." not in page_of(day).all("p")


def test_after_printing_the_list_says_who_has_theirs_and_prints_only_the_rest() -> None:
    day = a_day()
    day.hands_over("grace", edition="large_print")
    page = page_of(day)
    assert "Print what has not gone out yet (9 copies)" in page.all("button")
    assert "The whole plan, large print: by hand, today at" in " ".join(page.all("p"))
    day.prints_everything(what="new")
    assert [row.name for row in day.register()].count("Nan") == 1
    page = page_of(day)
    assert "Everybody who is here has their copy." in page.all("p")
    assert "Print everything again (10 copies)" in page.all("button")


def test_somebody_who_took_back_their_yes_stops_the_copies_that_it_is_about() -> None:
    day = a_day()
    stop = Withdrawal(id=new_id(), by="charlene", readers=("farah",), at=now(), user_id=SAM.id)
    with day.app.app_context(), writing() as session:
        register.withdraw(session, day.meeting.id, stop)
    page = page_of(day)
    assert "Print everything that may go out (9 copies)" in page.all("button")
    assert "Somebody took back their yes to sharing the plan with them." in page.all("p")
    day.prints_everything()
    assert "Farah" not in [row.name for row in day.register()]


def test_whoever_must_stay_away_gets_no_copy_on_any_way() -> None:
    document = copied()
    document["safety"]["restrictions"].append(
        {
            "person": "leon",
            "kind": "order",
            "protects": ["charlene"],
            "rule": "No contact with Charlene.",
        }
    )
    day = a_day(document)
    text = " ".join(page_of(day).all("li"))
    assert "Uncle Leon must not have a copy: “No contact with Charlene.”" in text
    day.prints_everything()
    day.prints_everything(what="page_one")
    assert "Uncle Leon" not in [row.name for row in day.register()]
    answer = day.client.get(f"{day.address}/copies/{day.ids['leon']}/hand-over")
    assert answer.status_code in (404, 409)


def test_what_may_leave_is_made_in_the_background_before_anybody_presses() -> None:
    day = a_day_with_three_copies()
    ready.drop(day.meeting.id)  # Papers of the same meeting, which another test made.
    page_of(day)
    assert ready.wait(300)  # It is told as soon as the last one is made.
    where = day.prints_everything()
    made_before = _papers_held(day.meeting.id)
    assert made_before
    assert day.client.get(where).status_code == 200
    assert _papers_held(day.meeting.id) == made_before
    ready.drop(day.meeting.id)


def _papers_held(meeting: UUID) -> int:
    return sum(key[0] == meeting for key in ready._READY._made)  # noqa: SLF001 - what it holds


@pytest.mark.parametrize("fields", [{"press": "x"}, {"press": ""}, {"what": "all of it"}])
def test_a_form_that_is_not_ours_is_refused_and_writes_nothing(fields: dict[str, str]) -> None:
    day = a_day()
    assert day.sends("/copies", **fields).status_code == 400
    assert day.register() == ()


def test_a_page_of_copies_writes_nothing() -> None:
    day = a_day()
    ids = day.ids
    for address in ("", f"/{ids['grace']}", f"/{ids['grace']}/hand-over", "/no-printer"):
        assert day.client.get(f"{day.address}/copies{address}").status_code == 200
    assert day.register() == ()


def test_reading_a_copy_is_no_way_to_print_it() -> None:
    day = a_day()
    ids = day.ids
    html = day.client.get(f"{day.address}/copies/{ids['joy']}").text
    assert "not_printed.css" in html
    assert "Print this copy" not in html
    assert f"/copies/{ids['joy']}/hand-over" in html
    assert "Moor House" not in html
    assert token_of(day.client)


def test_who_holds_no_copy_and_who_does_not_exist_look_the_same() -> None:
    day = a_day()
    stranger = day.client.get(f"{day.address}/copies/{UUID(int=5)}")
    for address in (
        f"{day.ids['idris']}",
        f"{day.ids['idris']}/hand-over",
        f"{UUID(int=5)}/hand-over",
    ):
        answer = day.client.get(f"{day.address}/copies/{address}")
        assert answer.status_code == 404
        assert judged(answer).all("body") == judged(stranger).all("body")
