"""One copy alone: by hand or by a safe route, on paper or as text; each has its row first."""

import hashlib
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from facilitator import exchange
from facilitator.accounts.sessions import now
from facilitator.contributions import Contribution
from facilitator.copies import Copy, How
from facilitator.database import reading, writing
from facilitator.meetings import store as meetings
from facilitator.paper import press
from facilitator.people import HiddenItem
from facilitator.people import store as people
from facilitator.plans import Agreed
from facilitator.plans import store as plans
from facilitator.plans.line import Line
from facilitator.record import Record
from tests.desk.at_the_desk import a_meeting, campbell, token_of
from tests.releasing.handing_over_day import Day, a_day
from tests.web import SAM, judged

ROUTE = "in a blue folder, through my friend Bo"


def safely(day: Day, reader: str, **fields: Any) -> str:
    usual = {"how": "safe_route", "route": ROUTE, "asked": "y"}
    return day.hands_over(reader, **{**usual, **fields})


def next_version(day: Day) -> None:
    """The family changes a line and agrees again."""
    with day.app.app_context(), writing() as session:
        latest = plans.latest(session, day.meeting.id)
        assert latest is not None
        said = Contribution(id="new", kind="hope", words="That we laugh again.", by="grace")
        plan = replace(latest.plan, version=2, lines=(*latest.plan.lines, Line.of(said)))
        plans.add(session, day.meeting.id, Agreed(plan, now(), SAM.id, "We hope again."), "key-2")


def hide(day: Day, words: str, *readers: str) -> None:
    with day.app.app_context(), writing() as session:
        everyone = people.load(session, day.meeting.id)
        item = HiddenItem(text=words, hide_from=readers, reason="the family asked")
        safety = replace(everyone.safety, hidden_items=(*everyone.safety.hidden_items, item))
        people.save(session, day.meeting.id, everyone.with_safety(safety))


@pytest.mark.parametrize("practice", [False, True])
def test_paper_from_the_register_is_byte_for_byte_the_paper_of_that_very_copy(
    practice: bool,  # noqa: FBT001 - a case of this test
) -> None:
    day = a_day(practice=practice)
    where = day.hands_over("tiana", edition="child")
    record = Record(campbell())
    copy = Copy.for_reader(exchange.plan_of(record, exchange.draft_of(record)), "tiana")
    expected = press.printed(copy, press.CHILD, practice=practice)
    answer = day.client.get(where)
    assert hashlib.sha256(answer.data).hexdigest() == expected.sha256
    assert answer.headers["Content-Disposition"] == f'inline; filename="{expected.file_name}"'
    (row,) = day.register()
    assert row.sha256 == copy.sha256
    assert where == f"{day.address}/handed/{row.id}.pdf"


def test_a_copy_by_a_safe_route_stands_in_the_register_with_its_words_and_the_day_of_asking() -> (
    None
):
    day = a_day()
    safely(day, "marlon")
    (row,) = day.register()
    assert (row.how, row.route) == (How.SAFE_ROUTE, ROUTE)
    assert row.asked_on == day.opened().today(now())


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"route": "", "asked": "y"}, "There is no safe route here yet."),
        ({"route": ROUTE}, "The route has not been asked about today."),
        ({"route": ROUTE, "asked": "y", "edition": "poster"}, "Not a valid choice"),
    ],
)
def test_a_route_that_was_not_asked_for_today_is_refused_and_no_word_of_it_is_lost(
    fields: dict[str, str], said: str
) -> None:
    day = a_day()
    address = f"/copies/{day.ids['marlon']}/hand-over"
    answer = day.sends(address, **{"edition": "large_print", "how": "safe_route", **fields})
    assert answer.status_code == 422
    text = " ".join(judged(answer).all("main"))
    assert said in text
    if fields["route"]:
        assert f'value="{ROUTE}"' in answer.text
    assert day.register() == ()


def test_a_safe_route_is_never_filled_in_from_the_last_time() -> None:
    day = a_day()
    safely(day, "marlon")
    html = day.client.get(f"{day.address}/copies/{day.ids['marlon']}/hand-over").text
    assert ROUTE not in html
    assert "Written down before the day: <span" in html
    assert html.count("checked") == 2  # The edition and the way; nobody has been asked yet.


def test_the_slip_of_a_copy_never_says_by_which_route_it_goes() -> None:
    day = a_day()
    where = safely(day, "marlon")
    answer = day.client.get(where.replace(".pdf", "/all.pdf"))
    assert answer.status_code == 200
    assert ROUTE.encode() not in answer.data


def test_a_text_stands_on_its_page_once_its_row_is_written_and_has_no_paper() -> None:
    day = a_day()
    where = safely(day, "joy", edition="plain_text")
    page = judged(day.client.get(where))
    assert page.all("h1") == ["Pastor Joy's copy as text"]
    words = page.all("textarea")[0]
    assert "Take Jaydon to his hearing visits" in words
    assert "Moor House" not in words
    assert ROUTE in " ".join(page.all("p"))
    assert day.client.get(f"{where}.pdf").status_code == 404
    assert "mailto:" not in day.client.get(where).text


def test_what_was_handed_over_can_be_read_by_its_owner_alone_and_by_its_own_kind_of_page() -> None:
    day = a_day()
    other = a_meeting(day.app, {**campbell(), "id": "another"})
    where = day.hands_over("grace")
    end = where.removeprefix(day.address)
    for address in (f"/meetings/{other.id}{end}", f"{day.address}/handed/{UUID(int=5)}.pdf"):
        assert day.client.get(address).status_code == 404
    row_page = where.removesuffix(".pdf")
    assert day.client.get(row_page).status_code == 404
    assert day.client.get(f"{row_page}/screen").status_code == 404


def test_an_old_version_is_not_printed_again_once_another_plan_holds() -> None:
    day = a_day()
    where = day.hands_over("grace")
    next_version(day)
    answer = day.client.get(where)
    assert answer.status_code == 409
    assert "This was plan 1. It does not hold any more." in judged(answer).all("p")
    text = " ".join(judged(day.client.get(f"{day.address}/copies")).all("li"))
    assert "They still hold plan 1 as it was then" in text
    day.prints_everything()
    assert {row.version for row in day.register()} == {1, 2}


def test_what_is_hidden_since_stops_the_paper_that_was_made_before() -> None:
    day = a_day()
    where = day.hands_over("grace")
    assert day.client.get(where).status_code == 200
    hide(day, "hearing visits", "grace")
    answer = day.client.get(where)
    assert answer.status_code == 409
    assert "hearing visits" not in " ".join(judged(answer).all("h1"))
    # Only the copy that it touches waits for a second person again.
    day.prints_everything()
    assert "Nan" not in [row.name for row in day.register()[1:]]
    assert "Mum" in [row.name for row in day.register()]


def test_page_one_on_the_screen_is_in_the_register_for_each_who_takes_a_photo() -> None:
    day = a_day()
    ids = day.ids
    page = judged(day.client.get(f"{day.address}/copies/no-printer"))
    assert "Dad" not in page.all("label")  # He is on the telephone.
    assert "Tiana" not in page.all("label")  # A child's page is another one.
    assert day.sends("/copies/no-printer").status_code == 422
    answer = day.sends("/copies/no-printer", who=[str(ids["charlene"]), str(ids["grace"])])
    assert answer.status_code == 303
    assert [(row.name, row.edition) for row in day.register()] == [
        ("Mum", "on_screen"),
        ("Nan", "on_screen"),
    ]
    shown = day.client.get(answer.headers["Location"])
    text = " ".join(judged(shown).all("main"))
    assert "Mum, Nan: take your photo now." in text
    assert "Sit with Tiana at bedtime." in text
    assert "Plan 1, Saturday 27 February 2027. Code " in text
    assert "Moor House" not in shown.text
    assert "could not wake" not in shown.text


def test_nobody_outside_the_list_can_be_ticked_for_a_photo() -> None:
    day = a_day()
    who = [str(day.ids["tiana"]), str(day.ids["idris"]), str(UUID(int=5)), "x"]
    assert day.sends("/copies/no-printer", who=who).status_code == 422
    assert day.register() == ()


def test_the_register_says_who_holds_what_and_a_copy_that_came_back_is_out_no_more() -> None:
    day = a_day()
    empty = judged(day.client.get(f"{day.address}/register"))
    assert "No copy has gone out yet." in empty.all("p")
    safely(day, "marlon")
    day.hands_over("grace", edition="large_print")
    page = judged(day.client.get(f"{day.address}/register"))
    assert page.all("h3") == ["Nan", "Dad"]  # The newest first.
    text = " ".join(page.all("li"))
    assert f"By a safe route: {ROUTE}, today at" in text
    assert "by Sam Hill." in text
    row = day.register()[1]
    assert day.sends(f"/register/{row.id}").status_code == 303
    assert day.register()[1].back_at is not None
    assert "Came back on" in " ".join(judged(day.client.get(f"{day.address}/register")).all("p"))


def test_old_plans_that_are_still_out_stand_first_with_a_letter_that_asks_for_them() -> None:
    day = a_day()
    day.hands_over("grace")
    next_version(day)
    page = judged(day.client.get(f"{day.address}/register"))
    assert "Old plans to ask back" in page.all("h2")
    assert "Ask for plan 1 back." in " ".join(page.all("p"))
    (letter,) = [link for link in page.links if link.endswith("letter.pdf")]
    answer = day.client.get(letter)
    assert answer.mimetype == "application/pdf"
    assert "grace" not in answer.headers["Content-Disposition"]


def test_all_of_it_is_shut_while_the_family_has_its_private_time() -> None:
    day = a_day()
    where, token = day.hands_over("grace"), token_of(day.client)
    with day.app.app_context(), writing() as session:
        meetings.save(session, replace(day.meeting, in_private_time=True))
    for address in (where, f"{day.address}/copies", f"{day.address}/register"):
        answer = day.client.get(address)
        assert answer.status_code in {409, 423}
        assert b"%PDF" not in answer.data
    answer = day.client.post(f"{day.address}/copies", data={"csrf_token": token})
    assert answer.status_code in {409, 423}
    with day.app.app_context(), reading():
        assert len(day.register()) == 1
