"""Rows are kept once, what is not sure is asked about, and it all works without scripts."""

import re
from typing import Any

import pytest
from werkzeug.test import TestResponse

from tests.leading.breather.test_views import bare
from tests.leading.in_a_meeting import Led, line_of, wrongs
from tests.web import judged


@pytest.fixture
def led() -> Led:
    return bare()


def put(led: Led, ref: str, page: str, number: int = 0, **cells: str) -> TestResponse:
    body = {"key": f"{ref}-{number}", "based_on": number, "page": page, "cells": cells}
    headers = {"X-CSRFToken": led.token}
    return led.client.put(f"{led.address}/type-up/{ref}", json=body, headers=headers)


def sent(led: Led, page: str, *rows: dict[str, str], mark: str = "one-form") -> TestResponse:
    """The whole form, as a browser without scripts sends it."""
    cells = {f"r{at}.{key}": held for at, row in enumerate(rows) for key, held in row.items()}
    return led.send(f"type-up?page={page}", mark=mark, **cells)


def shown(led: Led, page: str) -> str:
    return judged(led.client.get(f"{led.address}/type-up?page={page}")).all("main")[0]


@pytest.mark.parametrize(
    "page", ["steps", "going-well", "want", "help", "if", "sort-out", "meet-again", "no-such-page"]
)
def test_every_page_of_the_flip_chart_is_a_page(page: str) -> None:
    led = Led()
    assert "Type what stands on the paper" in shown(led, page)


def test_a_row_is_kept_as_a_line(led: Led) -> None:
    line = line_of(put(led, "l1", "steps", what="Walk Jaydon.", who="Nan + 7", when="daily"))
    assert (line["kind"], line["words"], line["number"]) == ("action", "Walk Jaydon.", 1)
    assert line["fields"] == {"who": ["grace", "bev"], "how_often": "daily"}
    assert led.line("l1") == line


def test_the_same_row_twice_is_one_line_and_a_changed_one_a_further_wording(led: Led) -> None:
    for _ in range(2):
        line_of(put(led, "l1", "needs", what="Sleep.", said="Nan"))
    assert led.line("l1")["number"] == 1
    line_of(put(led, "l1", "needs", 1, what="More sleep.", said="Nan"))
    assert (led.line("l1")["words"], led.line("l1")["number"]) == ("More sleep.", 2)


def test_what_a_row_leaves_unsure_comes_back_as_questions(led: Led) -> None:
    answer = put(led, "l1", "steps", what="Write.", who="Grnadad", when="by 5 March")
    name, day = answer.get_json()["asks"]
    assert name["sentence"] == "“Grnadad”: is that Grandad?"
    assert name["people"][0] == {"id": "winston", "name": "Grandad"}
    assert day["day"] == "Friday 5 March 2027"
    assert led.line("l1")["words"] == "Write. (who: Grnadad)"


def test_a_row_that_was_mended_elsewhere_is_a_clash_and_nothing_is_overwritten(led: Led) -> None:
    put(led, "l1", "needs", what="Sleep.", said="Nan")
    put(led, "l1", "needs", 1, what="More sleep.", said="Nan")
    answer = put(led, "l1", "needs", 1, what="Rest.", said="Nan", other="")
    assert answer.status_code == 409
    assert led.line("l1")["words"] == "More sleep."


def test_a_row_that_is_emptied_takes_its_line_back(led: Led) -> None:
    put(led, "l1", "needs", what="Sleep.", said="Nan")
    assert line_of(put(led, "l1", "needs", 1, what="", said=""))["taken_back"]
    assert led.lines() == [one for one in led.lines() if one["ref"] != "l1"]


def test_what_was_filled_in_when_mending_stays_when_the_row_is_typed_again(led: Led) -> None:
    put(led, "l1", "steps", what="Walk.", who="Nan", when="daily")
    led.keep(
        "l1",
        key="mended",
        based_on=1,
        kind="action",
        by="",
        words="Walk.",
        fields={"who": ["grace"], "how_often": "daily", "checked_by": "bev"},
    )
    put(led, "l1", "steps", 2, what="Run.", who="Nan", when="daily")
    assert led.line("l1")["fields"]["checked_by"] == "bev"


@pytest.mark.parametrize(
    "body",
    [
        {"page": "steps", "cells": "Walk"},
        {"page": "nothing", "cells": {"what": "Walk"}},
        {"page": "steps", "cells": {"what": 7}},
        [],
    ],
)
def test_what_is_no_row_is_refused_in_a_sentence(led: Led, body: Any) -> None:
    headers = {"X-CSRFToken": led.token}
    answer = led.client.put(f"{led.address}/type-up/l1", json=body, headers=headers)
    assert answer.status_code == 422
    assert wrongs(answer) == ["This is no row of a flip chart."]


def test_the_form_keeps_all_its_rows_at_once_and_once_only(led: Led) -> None:
    rows = (
        {"what": "Walk.", "who": "Nan", "when": "daily"},
        {"what": "", "who": "", "when": ""},
        {"what": "Ring.", "who": "Auntie Flo", "when": ""},
    )
    for _ in range(2):
        assert sent(led, "steps", *rows).status_code == 303
    words = [one["words"] for one in led.lines() if one["kind"] == "action"]
    assert words == ["Walk.", "Ring. (who: Auntie Flo)"]


def test_going_back_and_changing_a_row_mends_its_line(led: Led) -> None:
    sent(led, "needs", {"what": "Sleep.", "said": "Nan"})
    assert sent(led, "needs", {"what": "More sleep.", "said": "Nan"}).status_code == 303
    (line,) = [one for one in led.lines() if one["kind"] == "need"]
    assert (line["words"], line["number"]) == ("More sleep.", 2)


def test_a_row_that_is_refused_stays_in_the_form_and_the_others_are_kept(led: Led) -> None:
    long = "very " * 1100
    answer = sent(led, "needs", {"what": "Sleep.", "said": "Nan"}, {"what": long, "said": "Nan"})
    assert answer.status_code == 422
    page = judged(answer)
    assert "Some rows are not kept yet" in page.all("main")[0]
    assert long.strip() in answer.get_data(as_text=True)
    assert [one["words"] for one in led.lines() if one["kind"] == "need"] == ["Sleep."]


def test_a_name_is_answered_with_a_small_form_of_its_own(led: Led) -> None:
    sent(led, "help", {"what": "A car seat.", "of": "Farrah"})
    assert "“Farrah”: is that Farah?" in shown(led, "help")
    (line,) = [one for one in led.lines() if one["kind"] == "request"]
    ask = {"ref": line["ref"], "based_on": "1", "key": "a", "column": "of", "typed": "Farrah"}
    assert led.send("type-up?page=help", **ask, person="farah").status_code == 303
    named = led.line(line["ref"])
    assert (named["words"], named["fields"]) == ("A car seat.", {"of": "farah"})
    assert "is that" not in shown(led, "help")


def test_leaving_a_name_as_it_is_changes_nothing(led: Led) -> None:
    sent(led, "help", {"what": "A car seat.", "of": "Farrah"})
    (line,) = [one for one in led.lines() if one["kind"] == "request"]
    ask = {"ref": line["ref"], "based_on": "1", "key": "a", "column": "of", "typed": "Farrah"}
    assert led.send("type-up?page=help", **ask, person="").status_code == 303
    assert led.line(line["ref"])["number"] == 1


def test_a_day_is_answered_with_one_button(led: Led) -> None:
    sent(led, "steps", {"what": "Write.", "who": "Farah", "when": "5 March"})
    assert "“5 March” is Friday 5 March 2027. Which day is that?" in shown(led, "steps")
    (line,) = [one for one in led.lines() if one["kind"] == "action"]
    led.send("type-up?page=steps", ref=line["ref"], based_on="1", key="a", day_is="due")
    assert led.line(line["ref"])["fields"]["due"] == "2027-03-05"
    assert "by Friday 5 March 2027" in shown(led, "steps")


def test_the_photo_stands_in_no_form_and_has_no_name(led: Led) -> None:
    html = led.client.get(f"{led.address}/type-up").get_data(as_text=True)
    (chooser,) = re.findall(r"<input[^>]*type=\"file\"[^>]*>", html)
    assert "name=" not in chooser
    assert html.index(chooser) < html.index('id="grid-form"')
    assert "multipart" not in html


def test_words_of_the_family_are_text(led: Led) -> None:
    hostile = "<script>alert(1)</script>"
    sent(led, "steps", {"what": hostile, "who": hostile, "when": ""})
    html = led.client.get(f"{led.address}/type-up").get_data(as_text=True)
    assert "<script>alert" not in html
    judged(led.client.get(f"{led.address}/type-up"))


def test_the_card_for_the_projector_holds_no_word_of_the_meeting() -> None:
    led = Led()
    page = judged(led.client.get(f"{led.address}/type-up-card"))
    words = page.all("main")[0]
    assert words == "Idris is typing up your plan. Time for tea. Back to typing up"
