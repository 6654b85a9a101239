"""The page for mending a line: nothing typed is lost, and nothing is overwritten."""

import re
from typing import Any

import pytest
from werkzeug.test import TestResponse

from tests.leading.in_a_meeting import Led
from tests.web import Page, a_stranger, judged

NEW = "never-used-before"


@pytest.fixture(scope="module")
def led() -> Led:
    return Led()


def mend(led: Led, ref: str, **typed: Any) -> TestResponse:
    """Open the form of that line, type this into its boxes (`words__how` is `words.how`), send."""
    form = boxes_of(led.client.get(f"{led.address}/lines/{ref}/mend").get_data(as_text=True))
    changed = {name.replace("__", "."): held for name, held in typed.items()}
    return led.client.post(
        f"{led.address}/lines/{ref}/mend", data={"do": "save", **form, **changed}
    )


def boxes_of(html: str) -> dict[str, Any]:
    """What a browser would send of the form on that page, without its buttons."""
    html = html.split('<form class="app-mend"')[1].split("</form>", maxsplit=1)[0]
    form: dict[str, Any] = {}
    for name, words in re.findall(r'<textarea[^>]*name="([^"]+)"[^>]*>([^<]*)</textarea>', html):
        form.setdefault(name, []).append(unescaped(words))
    for tag in re.findall(r"<input[^>]*>", html):
        held = dict(re.findall(r'([a-z-]+)="([^"]*)"', tag))
        ticks = held.get("type") in ("checkbox", "radio")
        if held.get("name") and (not ticks or " checked" in tag):
            form.setdefault(held["name"], []).append(unescaped(held.get("value", "")))
    for name, options in re.findall(
        r'<select[^>]*name="([^"]+)"[^>]*>(.*?)</select>', html, re.DOTALL
    ):
        chosen = re.search(r'<option value="([^"]*)"\s+selected', options)
        form.setdefault(name, []).append(chosen[1] if chosen else "")
    return form


def unescaped(text: str) -> str:
    return text.replace("&#39;", "'").replace("&#34;", '"').replace("&amp;", "&")


def refused(answer: TestResponse, status: int) -> Page:
    assert answer.status_code == status, answer.get_data(as_text=True)[-2000:]
    return judged(answer)


def kept(answer: TestResponse) -> None:
    assert answer.status_code == 303, answer.get_data(as_text=True)


def test_a_line_of_each_kind_has_a_page_that_changes_nothing_by_itself() -> None:
    led = Led()
    before = {one["kind"]: one for one in led.lines()}
    assert len(before) > 18
    for line in before.values():
        judged(led.client.get(f"{led.address}/lines/{line['ref']}/mend"))
        kept(mend(led, line["ref"]))
    now = {one["ref"]: one for one in led.lines()}
    for line in before.values():
        assert now[line["ref"]] == {**line, "number": 2, "key": now[line["ref"]]["key"]}


def test_words_person_and_all_that_belongs_to_a_step_are_mended(led: Led) -> None:
    kept(
        mend(
            led,
            "a9",
            words="Plait Tiana's hair.",
            people__who=["grace", "bev"],
            day__due="2027-05-01",
            lines__links=["n5"],
            page_one__page_one="own",
            page_one__page_one__words="Plaits.",
            name_shown="yes",
        )
    )
    line = led.line("a9")
    assert line["words"] == "Plait Tiana's hair."
    assert line["fields"]["who"] == ["grace", "bev"]
    assert line["fields"]["due"] == "2027-05-01"
    assert line["fields"]["links"] == ["n5"]
    assert line["fields"]["page_one"] == "Plaits."
    assert line["name_shown"] is True


def test_a_form_that_is_sent_twice_makes_one_wording(led: Led) -> None:
    form = boxes_of(led.client.get(f"{led.address}/lines/s2/mend").get_data(as_text=True))
    form |= {"do": "save", "words": ["They have beds at Nan's."]}
    for _ in range(2):
        kept(led.client.post(f"{led.address}/lines/s2/mend", data=form))
    assert led.line("s2")["number"] == 2


def test_a_line_is_moved_once_it_was_told_what_goes(led: Led) -> None:
    page = refused(mend(led, "w1", kind="need"), 200)
    assert "“Who is it about?”" in page.all("main")[0]
    assert led.line("w1")["kind"] == "worry"
    form = boxes_of(mend(led, "w1", kind="need").get_data(as_text=True))
    kept(led.client.post(f"{led.address}/lines/w1/mend", data={"do": "save", **form}))
    moved = led.line("w1")
    assert (moved["kind"], moved["fields"], moved["by"]) == ("need", {}, "farah")
    assert "Mum had been drinking" in moved["words"]


def test_a_line_that_loses_nothing_is_moved_at_once(led: Led) -> None:
    kept(mend(led, "n2", kind="strength", words="Working hearing aids."))
    assert led.line("n2")["kind"] == "strength"


def test_what_was_typed_for_one_kind_is_there_again_when_the_line_is_moved_back(led: Led) -> None:
    asked = mend(led, "w2", do="kind", kind="need", words="New words.")
    form = boxes_of(asked.get_data(as_text=True))
    back = led.client.post(
        f"{led.address}/lines/w2/mend", data={**form, "do": "kind", "kind": "worry"}
    )
    again = boxes_of(back.get_data(as_text=True))
    assert again["words"] == ["New words."]
    assert again["people.about"] == ["jaydon"]
    assert led.line("w2")["number"] == 1


def test_a_refused_form_keeps_every_word(led: Led) -> None:
    typed = {"words": "He went\nto sea.", "day__due": "soon", "words__how_often": "<b>daily</b>"}
    answer = mend(led, "a3", **typed)
    page = refused(answer, 422)
    assert "not a day" in page.all("main")[0]
    form = boxes_of(answer.get_data(as_text=True))
    assert form["words"] == ["He went\nto sea."]
    assert form["day.due"] == ["soon"]
    assert "&lt;b&gt;daily" in answer.get_data(as_text=True)
    assert led.line("a3")["number"] == 1


def test_exact_words_are_changed_only_with_the_familys_yes_which_is_kept(led: Led) -> None:
    kept(mend(led, "w4", exact="yes"))
    page = refused(mend(led, "w4", words="She is scared."), 422)
    assert "exact words" in page.all("main")[0]
    assert "The family's yes" in page.all("h2")
    assert led.line("w4")["words"].startswith("I am scared")

    wrong = mend(led, "w4", words="She is scared.", yes_by="megan", yes_how="on the phone")
    assert "is not of the family" in refused(wrong, 422).all("main")[0]
    form = boxes_of(wrong.get_data(as_text=True))
    assert (form["words"], form["yes_how"]) == (["She is scared."], ["on the phone"])

    kept(mend(led, "w4", words="She is scared.", yes_by="charlene", yes_how="in the room"))
    assert led.line("w4")["words"] == "She is scared."
    history = judged(led.client.get(f"{led.address}/lines/w4/mend")).all("main")[0]
    assert "Mum said yes to this change (in the room)." in history
    assert "I am scared that if I say" in history


def test_a_line_is_taken_back_and_brought_back(led: Led) -> None:
    kept(mend(led, "s3", do="take_back"))
    assert "s3" not in [one["ref"] for one in led.lines()]
    page = judged(led.client.get(f"{led.address}/lines/s3/mend"))
    assert "This line was taken back." in page.all("main")[0]
    kept(mend(led, "s3", do="bring_back"))
    assert led.line("s3")["number"] == 3


def clashing(led: Led, ref: str) -> TestResponse:
    """The answer to somebody who mended a line that was mended meanwhile."""
    form = boxes_of(led.client.get(f"{led.address}/lines/{ref}/mend").get_data(as_text=True))
    kept(mend(led, ref, words="Theirs."))
    form |= {"do": "save", "words": ["Ours."]}
    return led.client.post(f"{led.address}/lines/{ref}/mend", data=form)


def test_a_clash_shows_both_texts_and_overwrites_nothing(led: Led) -> None:
    page = refused(clashing(led, "n1"), 409)
    assert "Theirs." in page.all("main")[0]
    assert "Ours." in page.all("main")[0]
    assert led.line("n1")["words"] == "Theirs."


def test_after_a_clash_ours_may_take_its_place(led: Led) -> None:
    form = boxes_of(clashing(led, "n3").get_data(as_text=True))
    kept(led.client.post(f"{led.address}/lines/n3/mend", data={**form, "do": "save"}))
    assert (led.line("n3")["words"], led.line("n3")["number"]) == ("Ours.", 3)


def test_after_a_clash_both_may_stay_and_the_breather_shows_them(led: Led) -> None:
    form = boxes_of(clashing(led, "n4").get_data(as_text=True))
    for _ in range(2):  # sent twice, it is still one line more
        kept(led.client.post(f"{led.address}/lines/n4/mend", data={**form, "do": "both"}))
    assert led.line("n4")["words"] == "Theirs."
    assert [one["words"] for one in led.lines()].count("Ours.") == 2  # n3's, and this one
    breather = judged(led.client.get(f"{led.address}/breather")).all("main")[0]
    assert "Both were kept" in breather


def test_a_line_that_is_not_there_and_a_meeting_of_somebody_else_look_alike(led: Led) -> None:
    assert led.client.get(f"{led.address}/lines/{NEW}/mend").status_code == 404
    asked = a_stranger(led.app).get(f"{led.address}/lines/s1/mend")
    assert asked.status_code == 303  # to the door
