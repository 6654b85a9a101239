"""The room screen over HTTP: what the server sends, and what it never sends."""

import re

import pytest

from tests.leading.in_a_meeting import Json, Led, before_the_day
from tests.web import a_stranger, judged

CHILDREN = ("tiana", "jaydon")
# One question for each board that a conference has.
QUESTIONS = ("REL-3b", "RSL-2a", "RSP-2b", "RES-1c", "REF-2c", "RSP-3c", "RES-2d", "REF-1d")
MEET_AGAIN = {"date": "2027-05-22", "time": "10:00", "place": "New Hope Church hall"}


@pytest.fixture
def led() -> Led:
    return Led()


def now(led: Led) -> Json:
    answer = led.client.get(f"{led.address}/room/now")
    assert answer.status_code == 200, answer.get_data(as_text=True)
    found: Json = answer.get_json()
    return found


def page(led: Led, show: str = "") -> str:
    answer = led.client.get(f"{led.address}/room", query_string={"show": show} if show else {})
    judged(answer)
    return answer.get_data(as_text=True)


def lines(view: Json, heading: str) -> list[Json]:
    (found,) = [one["lines"] for one in view["columns"] if one["title"] == heading]
    return list(found)


def words(view: Json, heading: str) -> list[str]:
    return [one["words"] for one in lines(view, heading)]


def with_hidden(text: str, *hide_from: str) -> Json:
    record = before_the_day()
    hidden = [{"text": text, "hide_from": list(hide_from), "reason": "the family asked"}]
    return {**record, "safety": {**record["safety"], "confidential": hidden}}


def the_children_leave(led: Led) -> None:
    for child in CHILDREN:
        assert led.happens("stepped_out", child).status_code == 200


def test_the_window_is_blank_at_first_and_holds_only_the_title_and_the_time(led: Led) -> None:
    html = page(led)
    assert 'data-state="blank"' in html
    assert "Holding hands till Mum is home" in html
    assert re.search(r'data-part="time">\d\d:\d\d<', html)
    assert "No shame in this room." not in html
    assert "What would help you" not in html


def test_without_a_script_a_link_shows_what_was_said_and_another_blanks_it(led: Led) -> None:
    html = page(led, show="open")
    assert "No shame in this room." in html
    assert "1 of 5: Welcome" in html
    assert "This is how today will go." in html
    assert html.index("What we hope for") < html.index("How we talk today")


def test_at_the_next_stage_the_same_address_is_blank_again(led: Led) -> None:
    assert 'data-state="shown"' in page(led, show="open")
    led.happens("went", "RSL-2a")
    assert 'data-state="blank"' in page(led, show="open")
    assert 'data-state="shown"' in page(led, show="share")


def test_nothing_of_the_app_stands_on_the_wall(led: Led) -> None:
    html = page(led, show="open")
    for chrome in ("Sam Hill", "Sign out", "Skip to", "Home", "csrf"):
        assert chrome not in html


def test_worries_stand_beside_what_goes_well_and_what_is_needed_once_the_children_are_out(
    led: Led,
) -> None:
    led.happens("went", "RSL-2a")
    assert [one["title"] for one in now(led)["columns"]] == [
        "What is going well",
        "What is needed",
        "What we worry about",
    ]
    assert words(now(led), "What we worry about") == []
    the_children_leave(led)
    assert len(words(now(led), "What we worry about")) == 4


def test_when_a_child_comes_in_what_is_for_adults_is_not_sent_any_more(led: Led) -> None:
    the_children_leave(led)
    led.happens("went", "RSL-2a")
    assert "Mum had been drinking" in str(now(led))
    led.happens("came_in", "tiana", key="back")
    assert "Mum had been drinking" not in str(now(led))
    assert "Mum had been drinking" not in page(led, show="share")


def test_a_worry_stands_without_a_name_until_its_speaker_says_yes() -> None:
    led = Led()
    the_children_leave(led)
    led.happens("went", "RSL-2a")
    led.keep("a", kind="worry", by="charlene", words="I am tired.")
    led.keep("b", kind="worry", by="farah", words="He was late.", name_shown=True)
    led.keep("c", kind="strength", by="grace", words="She sings.", name_shown=False)
    led.keep("d", kind="strength", by="grace", words="She laughs.")
    every = [one for column in now(led)["columns"] for one in column["lines"]]
    names = {one["ref"]: one["who"] for one in every if one["ref"] in "abcd"}
    assert names == {"a": "", "b": "Farah", "c": "", "d": "Nan"}


def test_hidden_words_are_not_sent_while_whom_they_are_hidden_from_is_there() -> None:
    led = Led(document=with_hidden("4 Moor Lane", "joy"))
    led.happens("went", "RSL-2a")
    led.keep("flat", words="The new flat is at 4 MOOR-LANE.")
    assert "MOOR" not in str(now(led))
    assert "MOOR" not in page(led, show="share")
    led.happens("left", "joy")
    assert "MOOR" in str(now(led))
    led.happens("came_in", "joy")
    assert "MOOR" not in str(now(led))


def test_a_hidden_title_is_not_on_the_wall_and_neither_is_a_question_with_hidden_words() -> None:
    led = Led(document=with_hidden("Holding hands till Mum is home", "joy"))
    assert "Holding hands" not in page(led)
    assert now(led)["title"] == "Our meeting"
    other = Led(document=with_hidden("Moor House", "joy"))
    other.happens("own_question", "own-0123456789abcdef", words="Who drives to Moor House?")
    assert now(other)["question"] == ""


def test_a_childs_words_stand_only_before_those_who_may_hear_them() -> None:
    led = Led()
    led.happens("went", "RES-1c")
    may_hear = {"may_hear": ["grace", "charlene"]}
    led.keep("mine", kind="child_view", by="tiana", words="I miss Dad.", fields=may_hear)
    assert "I miss Dad." not in str(now(led))
    for one in ("winston", "marlon", "bev", "leon", "joy", "farah", "megan", "idris", "jaydon"):
        led.happens("left", one)
    assert "I miss Dad." in str(now(led))


def test_what_is_not_sorted_or_taken_back_or_half_said_is_not_on_the_wall(led: Led) -> None:
    led.happens("went", "RSL-2a")
    led.keep("a", kind="unsorted", by="grace", words="Hmm, the dog.")
    led.keep("b", kind="strength", words="She swims.")
    led.keep("b", kind="strength", words="She swims.", key="gone", based_on=1, taken_back=True)
    led.keep("c", kind="strength", by="grace", words="")
    assert "the dog" not in str(now(led))
    assert "She swims." not in str(now(led))
    assert all(words(now(led), "What is going well"))


def test_the_board_follows_what_people_talk_about(led: Led) -> None:
    the_children_leave(led)
    led.happens("went", "RSP-2b")
    assert [one["title"] for one in now(led)["columns"]] == [
        "Our questions",
        "What must be in the plan",
        "What we do not know yet",
    ]
    led.keep("x", kind="need", by="grace", words="Tiana needs sleep.", prompt="RSP-2b")
    assert "Tiana needs sleep." in words(now(led), "What is needed")


def test_a_question_for_the_facilitator_or_for_the_family_alone_is_not_on_the_wall(
    led: Led,
) -> None:
    for prompt in ("RSL-2e", "REL-3c"):
        led.happens("went", prompt)
        assert now(led)["question"] == ""


def test_private_time_has_no_board_at_all(led: Led) -> None:
    led.happens("went", "REL-3c")
    assert now(led)["columns"] == []
    assert 'data-state="blank"' in page(led, show="private")


def test_in_private_time_nothing_is_sent(led: Led) -> None:
    led.in_private_time()
    answer = led.client.get(f"{led.address}/room/now")
    assert answer.status_code == 423
    assert "columns" not in answer.get_data(as_text=True)
    assert led.client.get(f"{led.address}/room").status_code == 423


def test_nobody_elses_browser_gets_the_room(led: Led) -> None:
    stranger = a_stranger(led.app)
    for path in ("/room", "/room/now"):
        assert stranger.get(led.address + path).status_code in (303, 401)


def test_answers_and_safety_and_notes_are_never_part_of_what_is_sent(led: Led) -> None:
    the_children_leave(led)
    sent = ""
    for prompt in QUESTIONS:
        led.happens("went", prompt)
        sent += str(now(led))
    for never in (
        "It hurts, but it is right.",  # an answer
        "It meets all three bottom lines",  # the referrer's
        "stop sign",  # an arrangement
        "health is hers to tell",  # why something is hidden
    ):
        assert never not in sent
    assert "Sit with Tiana at bedtime" in sent


def test_a_line_in_another_language_keeps_its_language_and_has_the_interpreters_words() -> None:
    led = Led()
    led.happens("went", "RSL-2a")
    said: Json = {"words": "هي تغني", "lang": "ar", "dir": "rtl", "rendering": "She sings."}
    led.keep("a", **said)
    line = lines(now(led), "What is going well")[-1]
    assert (line["lang"], line["dir"], line["rendering"]) == ("ar", "rtl", "She sings.")
    assert 'dir="rtl" lang="ar"' in page(led, show="share")


def test_steps_goals_and_the_next_meeting_are_said_as_people_say_them(led: Led) -> None:
    led.happens("went", "REF-2c")
    (step,) = [one for one in lines(now(led), "What we will do") if "bedtime" in one["words"]]
    assert (step["who"], step["beside"]) == ("Nan", "every night at 7.45pm")
    ask = lines(now(led), "Help we ask for")[0]
    assert (ask["who"], ask["beside"]) == ("", "We ask Farah.")
    led.happens("went", "RSP-3c")
    wrong = lines(now(led), "If things go wrong")[0]
    assert wrong["who"] == "If Mum has a drink"
    led.happens("went", "RSP-1d")
    led.keep("again", kind="meet_again", by="", words="", prompt="RSP-1d", fields=MEET_AGAIN)
    assert words(now(led), "We meet again")[-1] == "Saturday 22 May at 10am\nNew Hope Church hall"


def test_the_screen_for_leading_names_who_cannot_see_the_wall(led: Led) -> None:
    html = led.client.get(f"{led.address}/lead").get_data(as_text=True)
    assert re.findall(r'data-cannot-see="(\w+)"', html) == ["winston", "marlon"]
    assert "cannot-see" not in page(led, show="open")
