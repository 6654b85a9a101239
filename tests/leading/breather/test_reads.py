"""The breather says how lines read; other words are taken with one touch, or the old ones stay."""

import re
from html import unescape
from typing import Any

import pytest
from flask.testing import FlaskClient

from facilitator.contributions import Contribution
from facilitator.contributions import store as contributions
from facilitator.database import reading
from facilitator.leading.breather.reads.listing import Spot
from facilitator.leading.lines.line_json import new_key
from facilitator.plain_language import Finding, Level, Reason
from facilitator.plans import Line
from facilitator.plans.wording_found import LineFindings
from tests.leading.in_a_meeting import Led, line_of
from tests.preparing.conftest import KIT
from tests.web import add_user, judged, signed_in

PLAIN = "Her siblings come on Sunday."
HARD = "Dad has a chaotic lifestyle."
FORM = re.compile(r'<form method="post" action="[^"]*/other-words">(.*?)</form>', re.DOTALL)
BOX = re.compile(r'name="([^"]+)" value="([^"]*)"')


@pytest.fixture
def led() -> Led:
    made = Led()
    made.keep("plain", kind="need", words=PLAIN)
    made.keep("hard", kind="worry", words=HARD, fields={"about": ["charlene"]})
    return made


def text(led: Led, where: str = "breather") -> str:
    return judged(led.client.get(f"{led.address}/{where}")).all("main")[0]


def offered(led: Led) -> dict[str, str]:
    """What the form sends that puts "brothers and sisters" in."""
    page = led.client.get(f"{led.address}/breather").get_data(as_text=True)
    (form,) = [one for one in FORM.findall(page) if "brothers and sisters" in one]
    return {name: unescape(value) for name, value in BOX.findall(form)}


def reasons(led: Led) -> list[Contribution]:
    with led.app.app_context(), reading() as session:
        said = contributions.load(session, led.kept.id)
    return [one for one in said if one.kind == "kept_wording"]


def way_to_keep(led: Led) -> str:
    page = judged(led.client.get(f"{led.address}/breather"))
    (way,) = [one for one in page.links if "/hard/words-that-stay" in one]
    return unescape(way).removeprefix(f"{led.address}/")


def keep(led: Led, **changes: Any) -> Any:
    way = way_to_keep(led)
    page = led.client.get(f"{led.address}/{way}").get_data(as_text=True)
    held = {name: unescape(value) for name, value in BOX.findall(page)}
    return led.send(way.partition("?")[0], **{**held, **changes})


def test_a_line_stands_there_with_its_words_marked_and_why(led: Led) -> None:
    told = text(led)
    assert HARD in told
    assert "“chaotic lifestyle”" in told
    assert "to change, or to keep with a reason" in told
    page = led.client.get(f"{led.address}/breather").get_data(as_text=True)
    assert '<mark class="app-found">chaotic lifestyle</mark>' in page


def test_one_touch_takes_the_words_that_are_offered_and_keeps_the_ones_before(led: Led) -> None:
    answer = led.send("lines/plain/other-words", **offered(led))
    assert answer.status_code == 303
    assert answer.location.endswith("/breather#how-it-reads")
    assert led.line("plain")["words"] == "Her brothers and sisters come on Sunday."
    assert PLAIN in text(led, "lines/plain/mend")


def test_the_same_press_twice_is_one_change(led: Led) -> None:
    form = offered(led)
    for _ in range(2):
        assert led.send("lines/plain/other-words", **form).status_code == 303
    assert led.line("plain")["number"] == 2


def test_over_a_line_that_was_changed_meanwhile_both_texts_are_shown(led: Led) -> None:
    form = offered(led)
    theirs = "Her siblings come each Sunday."
    led.keep("plain", key="theirs", kind="need", words=theirs, based_on=1)
    answer = led.send("lines/plain/other-words", **form)
    assert answer.status_code == 409
    told = judged(answer).all("main")[0]
    assert theirs in told
    assert "Her brothers and sisters come on Sunday." in told
    assert led.line("plain")["words"] == theirs


@pytest.mark.parametrize("change", [{"at": "1"}, {"end": "x"}, {"part": "how_often"}, {"at": ""}])
def test_where_nothing_is_found_nothing_is_put(led: Led, change: dict[str, str]) -> None:
    answer = led.send("lines/plain/other-words", **{**offered(led), **change})
    assert answer.status_code == 303
    assert led.line("plain")["words"] == PLAIN


def test_nothing_is_put_into_somebodys_exact_words(led: Led) -> None:
    form = offered(led)
    answer = led.keep("plain", key="exact", kind="need", words=PLAIN, exact=True, based_on=1)
    assert line_of(answer)["exact"] is True
    led.send("lines/plain/other-words", **{**form, "number": "2"})
    assert led.line("plain")["words"] == PLAIN
    page = led.client.get(f"{led.address}/breather").get_data(as_text=True)
    assert [one for one in FORM.findall(page) if "brothers and sisters" in one] == []


def test_a_stop_stays_with_a_reason_that_is_kept_as_a_line_of_its_own(led: Led) -> None:
    answer = keep(led, reason="Tiana asked us to say it so.")
    assert answer.status_code == 303
    (line,) = reasons(led)
    assert line.words == "Tiana asked us to say it so."
    assert line.fields.ids("about") == ("hard",)
    assert line.fields.words("kept") == "chaotic lifestyle"
    told = text(led)
    assert "It stays, because: Tiana asked us to say it so." in told
    assert "Change it, or say why it stays" not in told.partition("Kept, with the reason")[2]


def test_a_reason_is_asked_for_and_nothing_is_kept_without_one(led: Led) -> None:
    answer = keep(led, reason="  ")
    assert answer.status_code == 422
    assert "The reason is missing." in judged(answer).all("main")[0]
    assert reasons(led) == []


def test_a_reason_that_can_not_be_kept_comes_back_with_every_word(led: Led) -> None:
    long = "because " * 700
    answer = keep(led, reason=long)
    assert answer.status_code == 422
    assert long.strip() in unescape(answer.get_data(as_text=True))


def test_once_the_line_says_something_else_the_reason_holds_no_more(led: Led) -> None:
    keep(led, reason="Tiana asked us to say it so.")
    led.keep("hard", key="anew", kind="worry", words="Dad is hard to reach.", based_on=1)
    assert "“hard to reach”" in text(led)
    assert "It stays, because" not in text(led)


def test_the_reason_is_not_shown_while_leading_and_nothing_is_marked_there(led: Led) -> None:
    keep(led, reason="Tiana asked us to say it so.")
    for where in ("lead", "room"):
        page = led.client.get(f"{led.address}/{where}").get_data(as_text=True)
        assert "app-found" not in page
        assert "how-it-reads" not in page
        assert "Tiana asked us" not in page


def test_a_meeting_of_somebody_else_is_not_there(led: Led) -> None:
    stranger = _somebody_else(led)
    form = offered(led)
    way = f"{led.address}/lines/plain/other-words"
    assert stranger.post(way, data={**form, "csrf_token": ""}).status_code in (400, 404)
    assert stranger.get(f"{led.address}/{way_to_keep(led)}").status_code == 404
    assert led.line("plain")["words"] == PLAIN


def test_in_private_time_the_card_answers(led: Led) -> None:
    form, way = offered(led), way_to_keep(led)
    led.in_private_time()
    assert led.send("lines/plain/other-words", **form).status_code == 423
    answer = led.client.get(f"{led.address}/{way}")
    assert answer.status_code == 423
    assert "chaotic" not in answer.get_data(as_text=True)


@pytest.mark.parametrize("key", ["", "x", "K" * 32])
def test_a_form_without_its_key_is_refused(led: Led, key: str) -> None:
    assert keep(led, reason="So.", key=key).status_code == 400


def test_a_key_of_ours_is_such_a_key(led: Led) -> None:
    assert keep(led, reason="So.", key=new_key()).status_code == 303


def _somebody_else(led: Led) -> FlaskClient:
    if KIT.email not in _KNOWN:
        add_user(led.app, KIT)
        _KNOWN.add(KIT.email)
    return signed_in(led.app, KIT)


_KNOWN: set[str] = set()


def test_whatever_is_offered_for_exact_words_no_touch_takes_it() -> None:
    line = Line(id="x", kind="need", words=PLAIN)
    offer = Finding(4, 12, Level.ASK, Reason.COLD, "siblings", "x", "y", "brothers and sisters")
    for exact in (True, False):
        found = LineFindings(line, "", PLAIN, (offer,), exact=exact)
        assert Spot(found, offer, 1).may_be_taken is not exact
