"""What a supervisor writes down beside the figures: nothing typed is ever lost."""

from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from facilitator.database import new_id, writing
from facilitator.quarterly import store
from facilitator.quarterly.changing.forms import LONGEST_BOX
from facilitator.quarterly.kept import BOXES
from facilitator.quarterly.words import store as words_store
from tests.quarterly.team import ADA, HERE, JO, TAW, Place, a_change, a_place, a_quote
from tests.web import SAM, TEAM, judged

CHANGE = {"on": "1 March 2027", "what": "Two people read each plan."}
QUOTE = {"words": "We turn up.", "yes_by": "Gran", "yes_on": "3 March 2027"}


@pytest.fixture(scope="module")
def place() -> Place:
    made = a_place()
    made.app.config["WTF_CSRF_ENABLED"] = False
    return made


@pytest.fixture
def ada(place: Place) -> FlaskClient:
    return place.browser_of(ADA)


def sends(client: FlaskClient, path: str, **data: Any) -> TestResponse:
    return client.post(f"{path}?{HERE}", data=data)


def page(client: FlaskClient) -> str:
    return " ".join(judged(client.get(f"/quarter?{HERE}")).all("main"))


def boxes(words: str) -> dict[str, str]:
    return {box: f"{words} {box}" for box in BOXES}


def test_four_boxes_are_kept_and_can_be_changed(ada: FlaskClient) -> None:
    kept = sends(ada, "/quarter/words", **boxes("First"), based_on="0")
    assert kept.status_code == 303
    assert kept.location.endswith("#words")
    sends(ada, "/quarter/words", **boxes("Then"), based_on="1")
    told = page(ada)
    assert "Then for_children" in told
    assert "First" not in told


def test_two_who_write_at_once_both_see_both_texts(place: Place, ada: FlaskClient) -> None:
    other = {"quarter": "2026-3"}
    ada.post("/quarter/words", query_string=other, data={**boxes("Hers"), "based_on": "0"})
    late = place.browser_of(ADA).post(
        "/quarter/words", query_string=other, data={**boxes("Mine"), "based_on": "0"}
    )
    assert late.status_code == 409
    told = " ".join(judged(late).all("main"))
    assert "Hers found" in told
    assert "Mine found" in told
    assert 'value="1"' in late.get_data(as_text=True)  # It goes on from what is kept now.
    again = ada.post("/quarter/words", query_string=other, data={**boxes("Hers"), "based_on": "0"})
    assert again.status_code == 303  # The same form, sent twice, is no clash.


def test_a_box_that_is_too_long_comes_back_with_every_word(ada: FlaskClient) -> None:
    long = "read " * 80
    answer = sends(ada, "/quarter/words", found=long, based_on="0")
    assert answer.status_code == 422
    html = answer.get_data(as_text=True)
    assert long.strip() in html
    assert f"Use {LONGEST_BOX} at most" in html


def test_a_change_is_marked_and_taken_back_and_never_gone(ada: FlaskClient) -> None:
    known = {**CHANGE, "id": str(new_id())}
    for _ in range(2):  # A form that is sent twice is one change.
        assert sends(ada, "/quarter/changes", **known).location.endswith("#changes")
    assert page(ada).count("Two people read each plan.") == 2  # and once more for a listener
    away = f"/quarter/changes/{known['id']}"
    assert sends(ada, away).status_code == 422
    assert sends(ada, away, why="It never began.").status_code == 303
    assert "Taken back: It never began." in page(ada)
    assert sends(ada, away, why="Again.").status_code == 404


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"on": ""}, "The day is missing."),
        ({"on": "31 February 2027"}, "31 February 2027"),
        ({"what": " "}, "What changed is missing."),
        ({"new_limits": "y"}, "The reason for new limits is missing."),
    ],
)
def test_a_change_that_says_too_little_comes_back_with_what_is_missing(
    ada: FlaskClient, wrong: dict[str, str], told: str
) -> None:
    answer = sends(ada, "/quarter/changes", **{**CHANGE, "why": "", **wrong})
    assert answer.status_code == 422
    assert told in answer.get_data(as_text=True)


def test_limits_that_begin_twice_on_one_day_are_refused_in_words(
    place: Place, ada: FlaskClient
) -> None:
    with place.app.app_context(), writing() as session:
        store.add_change(session, a_change(), user_id=ADA.id, at=SAM.made_at)
    known = {"on": "12 February 2026", "what": "More.", "new_limits": "y", "why": "So."}
    answer = sends(ada, "/quarter/changes", **known)
    assert answer.status_code == 422
    assert "Limits begin afresh on that day already" in answer.get_data(as_text=True)


def test_a_line_is_kept_with_the_familys_yes_and_goes_when_they_take_it_back(
    ada: FlaskClient,
) -> None:
    assert sends(ada, "/quarter/quotes", **{**QUOTE, "yes_by": ""}).status_code == 422
    known = str(new_id())
    assert sends(ada, "/quarter/quotes", **QUOTE, id=known).status_code == 303
    assert "“We turn up.”" in page(ada)
    assert "Gran" not in page(ada)
    away = f"/quarter/quotes/{known}"
    assert "Gran" in ada.get(f"{away}?{HERE}").get_data(as_text=True)
    assert sends(ada, away).status_code == 303
    assert "We turn up." not in page(ada)


def test_nobody_writes_for_a_team_that_they_do_not_look_after(place: Place) -> None:
    change, quote = a_change(on=SAM.made_at.date()), a_quote()
    with place.app.app_context(), writing() as session:
        store.add_change(session, change, user_id=ADA.id, at=SAM.made_at)
        words_store.add_quote(session, quote, user_id=ADA.id, at=SAM.made_at)
    jo = place.browser_of(JO)
    paths = ("words", "changes", "quotes", f"changes/{change.id}", f"quotes/{quote.id}")
    for path in paths:
        for team in (TEAM.id, "all"):
            address = f"/quarter/{path}?{HERE}&team={team}"
            assert jo.get(address).status_code == 404
            assert jo.post(address, data={**CHANGE, **QUOTE, "why": "So."}).status_code == 404
    for path in paths[3:]:  # By the way of their own team it is not there either.
        assert jo.get(f"/quarter/{path}?{HERE}&team={TAW.id}").status_code == 404


def test_every_form_can_be_asked_for(place: Place, ada: FlaskClient) -> None:
    change, quote = a_change(new_limits=False), a_quote()
    with place.app.app_context(), writing() as session:
        store.add_change(session, change, user_id=ADA.id, at=SAM.made_at)
        words_store.add_quote(session, quote, user_id=ADA.id, at=SAM.made_at)
    paths = ("words", "changes", "quotes", f"changes/{change.id}", f"quotes/{quote.id}")
    for path in paths:
        judged(ada.get(f"/quarter/{path}?{HERE}"))
