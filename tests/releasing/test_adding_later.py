"""What somebody says of an agreed plan later stands beside it; the plan itself is never changed."""

import html
import re

import pytest
from werkzeug.test import TestResponse

from tests.releasing.handing_over_day import Day
from tests.releasing.second_persons import a_day
from tests.web import judged


def adds(day: Day, kind: str, **form: str) -> TestResponse:
    page = day.client.get(f"{day.address}/release/later")
    judged(page)
    known = {}
    for name in ("ref", "key"):
        found = re.search(rf'name="{kind}-{name}" type="hidden" value="([^"]+)"', page.text)
        assert found
        known[f"{kind}-{name}"] = found[1]
    typed = {f"{kind}-{name}": words for name, words in form.items()}
    return day.sends("/release/later", **{**known, f"{kind}-keep": "yes", **typed})


def texts(day: Day, reader: str) -> str:
    return day.opened().gate.copy_for(reader).canonical.decode()


def test_that_is_not_what_i_said_stands_beside_its_line_in_the_next_copies() -> None:
    day = a_day()
    plan = day.opened().agreed
    assert plan is not None
    form = {"about": "a2", "by": "charlene", "words": "I said I would try."}
    assert adds(day, "not_said", **form).status_code == 303
    assert "I said I would try." in texts(day, "grace")
    assert "I said I would try." not in texts(day, "tiana")  # She does not hold that line.
    assert day.opened().agreed == plan
    words = " ".join(judged(day.client.get(f"{day.address}/release/later")).all("main"))
    assert "I said I would try." in words
    assert "Go to the clinic at Moor House." in words


def test_somebody_may_see_the_whole_plan_differently() -> None:
    day = a_day()
    form = {"by": "marlon", "words": "I see this plan differently: I was not asked."}
    assert adds(day, "own_view", **form).status_code == 303
    assert "I was not asked." in texts(day, "grace")


@pytest.mark.parametrize(
    ("kind", "form", "said"),
    [
        ("not_said", {"by": "charlene", "words": "I never did."}, "No line is named here."),
        ("not_said", {"about": "a2", "words": "I never did."}, "Nobody is named here."),
        ("own_view", {"by": "marlon", "words": ""}, "There are no words here."),
    ],
)
def test_a_form_that_is_not_whole_comes_back_with_its_words(
    kind: str, form: dict[str, str], said: str
) -> None:
    day = a_day(looked_through=False)
    answer = adds(day, kind, **form)
    assert answer.status_code == 422
    assert said in " ".join(judged(answer).all("main"))
    assert form["words"] in html.unescape(answer.text)


def test_the_same_words_sent_twice_stand_once() -> None:
    day = a_day(looked_through=False)
    form = {"own_view-ref": "lsame", "own_view-key": "k1", "own_view-keep": "yes"}
    typed = {"own_view-by": "marlon", "own_view-words": "I was not asked."}
    for _ in range(2):
        assert day.sends("/release/later", **form, **typed).status_code == 303
    assert [one.words for one in day.opened().said if one.kind == "own_view"] == [
        "I was not asked."
    ]
