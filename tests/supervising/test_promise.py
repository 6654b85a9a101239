"""What was told to the family takes a promise off the list; the words of the plan stay masked."""

import pytest

from facilitator.accounts.user import User
from facilitator.database import reading, writing
from facilitator.meetings import KeptMeeting
from facilitator.plans import Agreed, store
from facilitator.plans.due import DueKind, KeptDue
from tests.break_glass.opened_plans import ADA, BO, JO, KIT, SAM, errors_on
from tests.builders import draft
from tests.supervising.a_days_work import Day, a_day, ago, lines
from tests.web import judged

TOLD = "Priya rang Nan: the form is there."


@pytest.fixture
def day() -> Day:
    return a_day()


@pytest.fixture
def kept(day: Day) -> KeptMeeting:
    return day.a_family()


def address(due: KeptDue) -> str:
    return f"/today/promises/{due.id}"


def test_a_promise_is_read_with_made_up_names(day: Day, kept: KeptMeeting) -> None:
    page = judged(day.sees(ADA, address(day.promise(kept))))
    words = " ".join(page.all("main"))
    assert page.all("h1") == ["A step of ours"]
    assert "Family 1" in words
    assert "brings the form for the bus pass to Nan." in words
    assert "Priya" not in words
    assert "The names in these words are made up." in words
    assert "(3 days ago)" in words
    assert "Sam Hill leads this family's meetings." in words


def test_what_a_plan_leaves_open_is_listed(day: Day, kept: KeptMeeting) -> None:
    page = judged(day.sees(ADA, address(day.promise(kept, DueKind.SORT_OUT))))
    assert page.all("h1") == ["What the plan leaves open"]
    assert any("Nobody is named to look after this plan yet." in one for one in page.all("li"))


@pytest.mark.parametrize("kind", [one for one in DueKind if one is not DueKind.DECISION])
def test_what_was_told_to_the_family_takes_it_off_the_list(
    day: Day, kept: KeptMeeting, kind: DueKind
) -> None:
    due = day.promise(kept, kind)
    answer = day.sends(ADA, address(due), words=TOLD, on=f"{ago(1):%d/%m/%Y}")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/today")
    assert address(due) not in judged(day.sees(ADA)).links
    done = day.promise(kept, kind).done
    assert done is not None
    assert (done.words, done.on, done.by) == (TOLD, ago(1), ADA.id)
    page = judged(day.sees(BO, address(due)))
    assert TOLD in page.all("blockquote")
    assert page.all("textarea") == []


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"words": ""}, "It does not say what was told to the family. Write it in a sentence."),
        ({"on": ""}, "The day is missing. Write the day they were told."),
        ({"on": f"{ago(-2):%d/%m/%Y}"}, "is not here yet. Write the day on which they were told."),
        ({"on": "soon"}, "'soon' is not a day."),
    ],
)
def test_without_what_was_told_or_its_day_nothing_is_kept_and_every_word_stays(
    day: Day, kept: KeptMeeting, typed: dict[str, str], said: str
) -> None:
    known = {"words": TOLD, "on": f"{ago(1):%d/%m/%Y}", **typed}
    answer = day.sends(ADA, address(day.promise(kept)), **known)
    assert answer.status_code == 422
    judged(answer)
    assert said in errors_on(answer)[0].replace("&#39;", "'")
    assert known["words"] in answer.text
    assert known["on"] in answer.text
    assert day.promise(kept).done is None


def test_whoever_is_second_reads_both_texts(day: Day, kept: KeptMeeting) -> None:
    due, on = day.promise(kept), f"{ago(1):%d/%m/%Y}"
    day.sends(ADA, address(due), words=TOLD, on=on)
    answer = day.sends(BO, address(due), words="Nobody has rung her.", on=on)
    assert answer.status_code == 409
    judged(answer)
    assert TOLD in answer.text
    assert "Nobody has rung her." in answer.text
    assert day.sends(ADA, address(due), words=TOLD, on=on).status_code == 303  # The same again.


def test_a_newer_plan_asks_nothing_for_the_one_before(day: Day, kept: KeptMeeting) -> None:
    due = day.promise(kept)
    plan = draft(*lines(step=ago(-30))).agree(on=ago(0), code="CDFG-HJKM", version=2)
    with day.app.app_context(), writing() as session:
        at = store.latest(session, kept.id)
        assert at is not None
        store.add(session, kept.id, Agreed(plan, at.at, SAM.id, "Priya needs time."), "k2")
    page = judged(day.sees(ADA, address(due)))
    assert "A newer plan holds now." in " ".join(page.all("main"))
    assert page.all("textarea") == []
    answer = day.sends(ADA, address(due), words=TOLD, on=f"{ago(1):%d/%m/%Y}")
    assert answer.status_code == 409
    assert TOLD in answer.text
    with day.app.app_context(), reading() as session:
        assert not any(one.done for one in store.dues(session, kept.id))


@pytest.mark.parametrize("user", [SAM, KIT, JO])
def test_nobody_but_the_teams_supervisors_says_what_was_told(
    day: Day, kept: KeptMeeting, user: User
) -> None:
    due = day.promise(kept)
    assert day.sees(user, address(due)).status_code == 404
    assert day.sends(user, address(due), words=TOLD, on=str(ago(1))).status_code == 404
    assert day.promise(kept).done is None
