"""All stops on one page, each with how it stands, and what the log of the day knows of it."""

import pytest

from facilitator.agreeing.stops import BY_KEY, STOPS, beside, number_of
from tests.agreeing.at_the_walk import Walk, kept
from tests.desk.at_the_desk import campbell

PAGES = (
    *("", "/steps", "/steps/a5", "/week", "/week?day=2027-03-06", "/bad-day", "/worries"),
    *("/worries/w1", "/needs", "/help", "/differences", "/keeper", "/meet-again"),
    *("/lines/a5/who", "/lines/a5/all", "/leave-out/a5", "/new/action", "/new/unknown?about=w1"),
)


def test_every_stop_has_a_page_and_a_sentence() -> None:
    walk = Walk()
    told = walk.text()
    links = walk.page().links
    for stop in STOPS:
        assert stop.title in told
    assert len([one for one in links if "/agree/" in one]) == len(STOPS)


def test_the_stops_stand_in_one_row() -> None:
    assert [number_of(one.key) for one in STOPS] == list(range(1, len(STOPS) + 1))
    assert beside("steps")[0] is None
    assert beside("week") == (BY_KEY["steps"], BY_KEY["bad_day"])
    assert beside(STOPS[-1].key)[1] is None


def test_an_empty_draft_says_at_each_stop_what_is_not_there_yet() -> None:
    plan = campbell()["plan"]
    views = [{**one, "shown_by": []} for one in campbell()["child_views"]]
    empty = {key: type(held)() if held else held for key, held in plan.items()}
    empty |= {"referrer_decision": None, "review": {**plan["review"], "date": None, "time": ""}}
    empty |= {"family_statement": None}
    walk = Walk(plan={**plan, **empty}, child_views=views)
    told = walk.text()
    for words in (
        "There is no step yet.",
        "Nothing is said yet about a bad day.",
        "have no step yet.",
        "We asked for no help.",
        "Nothing is written here. Ask once more.",
        "Nobody is named yet.",
        "There is no day yet.",
    ):
        assert words in told
    for where in ("/steps", "/week", "/bad-day", "/help", "/differences", "/keeper", "/meet-again"):
        walk.page(where)


@pytest.mark.parametrize("where", PAGES)
def test_to_look_at_a_stop_changes_nothing(where: str) -> None:
    walk = Walk()
    before = (walk.lines(), walk.stages())
    walk.page(where)
    assert (walk.lines(), walk.stages()) == before


def test_to_begin_to_agree_is_said_once_and_the_log_knows() -> None:
    record = campbell()
    walk = Walk(meeting={**record["meeting"], "stages": []})
    assert "We begin to agree now" in walk.text()
    assert kept(walk.post("", key="agree.1")).endswith("/agree/steps")
    assert walk.stages() == ["agree"]
    assert "We begin to agree now" not in walk.text()


def test_where_it_can_not_begin_the_page_says_why() -> None:
    walk = Walk()
    assert kept(walk.post("", key="no key, with spaces")).endswith("/agree")
    assert "There is a problem" in walk.text()


def test_the_way_to_agree_starts_on_the_page_of_the_meeting() -> None:
    walk = Walk()
    assert f"{walk.address}/agree" in walk.client.get(f"{walk.address}/lead").get_data(as_text=True)
