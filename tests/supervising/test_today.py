"""Today: what can't wait stands first, own teams only, and each thing with one button."""

from datetime import timedelta
from uuid import UUID

import pytest

from facilitator.accounts.sessions import now
from facilitator.accounts.user import Duty, User
from facilitator.plans.due import DueKind
from tests.break_glass.opened_plans import ADA, JO, KIT, NOOR, SAM, somebody
from tests.builders import said
from tests.kept import counted
from tests.supervising.a_days_work import Day, a_day, ago, lines
from tests.web import TEAM, Page, add_user, judged, signed_in

BOTH = somebody(20, "Lee Moss", TEAM, Duty.FACILITATOR, Duty.SUPERVISOR)
SECOND = somebody(21, "Mo Reed", TEAM, Duty.SECOND_PERSON)


@pytest.fixture
def day() -> Day:
    return a_day()


def headings(page: Page) -> list[str]:
    """The groups in which something waits."""
    return [one for one in page.all("h2") if one != "Also here"]


def whole(page: Page) -> str:
    return " ".join(page.all("main"))


def test_one_of_each_stands_in_its_group_in_order(day: Day) -> None:
    kept = day.a_family()
    day.act_today(kept)
    day.look(kept)
    page = judged(day.sees(ADA))
    assert headings(page) == [
        "Act today (1)",
        "Waiting for you (1)",
        "Answers that families wait for (3)",
        "Our own steps that are late (1)",
        "Families who meet again soon (1)",
    ]
    words = whole(page)
    assert "A child may not be safe. Nobody has been told yet." in words
    assert "A step of the referrer was due." in words
    assert "Sam Hill leads their meetings." in words
    assert words.count("Family 1") >= 5
    assert "No feedback to answer." in words
    assert f"/plans/{kept.id}/act-today" in page.links
    assert f"/today/promises/{day.promise(kept).id}" in page.links


def test_a_day_on_which_nothing_waits_is_said_in_one_calm_line(day: Day) -> None:
    page = judged(day.sees(ADA))
    assert headings(page) == []
    assert "Nothing to act on today, nothing waiting for your yes or your look," in whole(page)


def test_nothing_of_the_plan_but_its_title_stands_on_today(day: Day) -> None:
    day.a_family()
    words = day.sees(ADA).text
    for said_there in ("Priya", "bus", "Nan", "St Luke"):
        assert said_there not in words


def test_on_its_very_day_a_step_is_not_late_and_a_step_of_the_family_never_is(day: Day) -> None:
    day.a_family(*lines(step=ago(0), asked=ago(-1), finds=ago(-1), again=ago(-20)))
    assert "Our own steps" not in day.sees(ADA).text
    assert "review in the next 14 days" in day.sees(ADA).text


@pytest.mark.parametrize(("days", "told"), [(14, True), (15, False), (-40, True)])
def test_a_family_that_meets_again_is_told_two_weeks_before_and_until_it_has(
    day: Day, days: int, *, told: bool
) -> None:
    day.a_family(*lines(again=ago(-days)))
    assert ("They meet again." in day.sees(ADA).text) is told


@pytest.mark.parametrize("user", [SAM, KIT, NOOR])
def test_today_is_for_supervisors(day: Day, user: User) -> None:
    assert day.sees(user).status_code == 404
    assert day.sees(user, "/today/steps").status_code == 404


def test_another_teams_families_are_not_there(day: Day) -> None:
    kept = day.a_family()
    day.act_today(kept)
    for address in ("/today", "/today/steps", "/today/act-today"):
        assert "Family 1" not in day.sees(JO, address).text
    assert day.sees(JO, f"/today/promises/{day.promise(kept).id}").status_code == 404


def test_a_family_in_its_private_time_is_left_out(day: Day) -> None:
    kept = day.a_family()
    due = day.promise(kept)
    day.act_today(kept)
    day.look(kept)
    day.private_time(kept)
    assert headings(judged(day.sees(ADA))) == []
    assert day.sees(ADA, f"/today/promises/{due.id}").status_code == 404


def test_a_made_up_family_makes_no_work(day: Day) -> None:
    day.a_family(practice=True)
    assert headings(judged(day.sees(ADA))) == []


def test_a_look_of_ones_own_waits_without_the_familys_name(day: Day) -> None:
    kept = day.a_family(said("title", "Ten toes"), *lines(step=ago(-9), again=ago(-90)))
    day.look(kept, at=now() - timedelta(days=2))
    page = judged(day.sees(ADA, "/today/yes"))
    assert "is not filed yet." in whole(page)
    assert "Ten toes" not in whole(page)


def test_a_reply_to_a_letter_waits_without_the_familys_name(day: Day) -> None:
    look = day.look(day.a_family(*lines(step=ago(-9), again=ago(-90))))
    day.reply(look)
    page = judged(day.sees(ADA, "/today/feedback"))
    assert "Your team's letter about a plan is answered." in whole(page)
    assert "Sam Hill leads those meetings." in whole(page)
    assert "Family 1" not in whole(page)
    assert f"/looks/{look.id}/letter" in page.links


def test_nobody_reads_on_today_what_was_said_of_their_own_meeting(day: Day) -> None:
    add_user(day.app, BOTH)
    look = day.look(day.a_family(*lines(step=ago(-9), again=ago(-90)), owner=BOTH))
    day.reply(look)
    assert "Your team" not in day.sees(BOTH, "/today/feedback").text
    assert "Your team" in day.sees(ADA, "/today/feedback").text


def test_what_a_family_calls_its_plan_is_text_in_its_own_direction(day: Day) -> None:
    day.a_family(title="<b>عائلتنا</b>")
    assert 'dir="auto">&lt;b&gt;عائلتنا&lt;/b&gt;</h3>' in day.sees(ADA).text


def test_what_does_not_fit_stands_on_a_page_of_its_own(day: Day) -> None:
    for _ in range(7):
        day.a_family(*lines(asked=ago(-1), finds=ago(-1), again=ago(-90)))
    page = judged(day.sees(ADA))
    assert "Our own steps that are late (7)" in headings(page)
    assert "And 2 more under “Our own steps that are late”" in whole(page)
    assert "/today/steps" in page.links
    assert len(headings(judged(day.sees(ADA, "/today/steps")))) == 7


@pytest.mark.parametrize(
    "address", ["/today/nothing", "/today/steps?page=2", "/today/steps?page=0"]
)
def test_a_page_that_there_is_not_is_not_found(day: Day, address: str) -> None:
    day.a_family()
    assert day.sees(ADA, address).status_code == 404


def test_the_longest_waiting_stands_first_and_what_is_open_after_who_waits(day: Day) -> None:
    day.a_family(*lines(asked=ago(4), finds=ago(7)))
    page = judged(day.sees(ADA, "/today/answers"))
    words = whole(page)
    found, asked = words.index("find something out"), words.index("They asked for help")
    assert found < asked < words.index("leaves something open")


def test_the_database_is_asked_as_often_for_many_families_as_for_few(day: Day) -> None:
    day.sees(ADA)  # The first entry of a log asks where it begins.
    counts = []
    for many in (3, 27):
        for _ in range(many):
            kept = day.a_family()
            day.act_today(kept)
            day.look(kept)
        with day.app.app_context(), counted() as asked:
            day.sees(ADA)
        counts.append(len(asked))
    assert counts[0] == counts[1]
    assert counts[0] <= 20


@pytest.mark.parametrize(
    ("user", "home"), [(ADA, "/today"), (NOOR, "/people"), (SECOND, ""), (BOTH, ""), (KIT, "")]
)
def test_home_is_where_ones_own_work_is(day: Day, user: User, home: str) -> None:
    if user in (BOTH, SECOND):
        add_user(day.app, user)
    answer = day.sees(user, "/")
    assert answer.headers.get("Location", "") == home


def test_who_leads_meetings_and_looks_at_plans_reads_on_the_desk_how_much_waits(day: Day) -> None:
    add_user(day.app, BOTH)
    browser = signed_in(day.app, BOTH)
    assert "Nothing waits on Today." in browser.get("/").text
    day.a_family()
    assert "5 things wait on Today." in browser.get("/").text
    assert "on Today" not in day.sees(KIT, "/").text


def test_a_promise_of_nobody_is_not_found(day: Day) -> None:
    assert day.sees(ADA, f"/today/promises/{UUID(int=3)}").status_code == 404
    assert day.promise(day.a_family(), DueKind.SORT_OUT).due.ref == ""
