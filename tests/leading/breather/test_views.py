"""The breather shows where the meeting stands, and is no page to leave open in the room."""

from typing import Any

import pytest

from tests.kept import counted
from tests.leading.in_a_meeting import Led, before_the_day
from tests.web import judged


def bare(**changes: Any) -> Led:
    """A meeting in which nothing was said yet."""
    record = before_the_day()
    share = {key: "" if isinstance(held, str) else [] for key, held in record["share"].items()}
    plan: dict[str, Any] = {
        key: [] if isinstance(held, list) else ("" if isinstance(held, str) else held)
        for key, held in record["plan"].items()
    }
    views = [{**one, "shown_by": []} for one in record["child_views"]]
    return Led(document={**record, "share": share, "plan": plan, "child_views": views, **changes})


@pytest.fixture(scope="module")
def led() -> Led:
    return bare()


def seen(led: Led) -> str:
    return judged(led.client.get(f"{led.address}/breather")).all("main")[0]


def test_it_is_for_the_facilitators_eyes_alone(led: Led) -> None:
    assert "For your eyes. Turn the screen away." in seen(led)


def test_it_counts_what_was_said_and_asks_about_what_came_short() -> None:
    led = bare()
    for number in range(4):
        led.keep(f"w{number}", kind="worry", words="He falls.", fields={"about": ["jaydon"]})
    led.keep("n", kind="need")
    told = seen(led)
    assert "0 going well, 4 worries, 1 need: ask about what goes well?" in told
    assert "What no step answers yet (5)" in told


def test_what_is_unfinished_is_asked_with_a_way_to_finish_it(led: Led) -> None:
    led.keep("lost", by="", words="She dances.")
    page = judged(led.client.get(f"{led.address}/breather"))
    assert "She dances. Who said it?" in page.all("main")[0]
    assert f"{led.address}/lines/lost/mend?back=breather" in page.links


def test_what_the_plan_does_not_say_is_told_and_leads_to_the_line(led: Led) -> None:
    led.keep("step", kind="action", words="Walk her to school.", fields={"who": ["grace"]})
    page = judged(led.client.get(f"{led.address}/breather"))
    assert "This step has no day yet: “Walk her to school.”" in page.all("main")[0]
    assert f"{led.address}/lines/step/mend?back=breather" in page.links
    assert "Nobody is named to look after this plan yet." in page.all("main")[0]


def test_a_promise_says_what_kept_it_in_words_and_never_as_a_score() -> None:
    led = bare()
    assert seen(led).count("Not asked yet.") == 15
    led.keep("said", prompt="RSL-2a")
    told = seen(led)
    assert "1 question asked. 1 line said to it." in told
    for score in ("%", "/15", "of 15", "score:"):
        assert score not in told


def test_a_question_that_is_offered_becomes_the_one_on_the_screen() -> None:
    led = bare()
    form = {"what": "went", "about": "RSL-2a", "key": "breather-1-2"}
    answer = led.send("walk", **form)
    assert answer.status_code == 303
    lead = led.client.get(f"{led.address}/lead").get_data(as_text=True)
    assert 'data-now="RSL-2a"' in lead


def test_two_lines_of_a_clash_stand_there_until_one_is_looked_at() -> None:
    led = bare()
    led.keep("one", words="She sings.")
    led.keep("two", words="She dances.", key="clash.one.x1")
    told = seen(led)
    assert "Both were kept" in told
    led.keep("two", words="She dances.", key="looked at", based_on=1)
    assert "Both were kept" not in seen(led)


def test_it_asks_the_database_the_same_however_much_was_said() -> None:
    full, empty = Led(), bare()
    asked = []
    for led in (full, empty):
        led.client.get(f"{led.address}/breather")
        with led.app.app_context(), counted() as questions:
            assert led.client.get(f"{led.address}/breather").status_code == 200
        asked.append(len(questions))
    assert asked[0] == asked[1]


def test_nothing_is_shown_in_private_time() -> None:
    led = Led()
    led.in_private_time()
    for page in ("breather", "lines/w1/mend", "type-up", "type-up-card"):
        answer = led.client.get(f"{led.address}/{page}")
        assert answer.status_code == 423
        assert "check on Mum" not in answer.get_data(as_text=True)
