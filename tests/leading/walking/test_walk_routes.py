"""Where the meeting went, who came and went: told by the browser, kept once."""

from typing import Any

import pytest

from facilitator.database import reading
from facilitator.exchange.keeping import take_out
from facilitator.meetings import store as meetings
from facilitator.walk import store as happenings
from tests.leading.in_a_meeting import Led, before_the_day, wrongs


@pytest.fixture
def led() -> Led:
    return Led()


def walk_of(answer: Any) -> dict[str, Any]:
    assert answer.status_code == 200, answer.get_data(as_text=True)
    found: dict[str, Any] = answer.get_json()["walk"]
    return found


def happened(led: Led) -> list[str]:
    with led.app.app_context(), reading() as session:
        return [f"{one.what} {one.about}" for one in happenings.load(session, led.kept.id)]


def test_the_walk_goes_on_question_by_question(led: Led) -> None:
    begun = walk_of(led.happens("went", "REL-1b"))
    assert (begun["now"], begun["next"], begun["begun"]) == ("REL-1b", "RSL-1c", True)
    asked = walk_of(led.happens("asked", "REL-1b"))
    assert (asked["now"], asked["asked"], asked["back"]) == ("RSL-1c", ["REL-1b"], "REL-1b")
    later = walk_of(led.happens("later", "RSL-1c"))
    assert (later["now"], later["later"]) == ("REL-2b", ["RSL-1c"])


def test_the_same_key_twice_happened_once(led: Led) -> None:
    led.happens("asked", "REL-1b", key="once")
    again = walk_of(led.happens("asked", "REL-1b", key="once"))
    assert again["now"] == "RSL-1c"
    assert happened(led) == ["asked REL-1b"]


def test_what_comes_a_second_time_late_moves_nothing(led: Led) -> None:
    led.happens("went", "REL-1b", key="first")
    led.happens("went", "RES-1c", key="second")
    assert walk_of(led.happens("went", "REL-1b", key="first"))["now"] == "RES-1c"


def test_a_question_that_was_answered_counts_as_asked(led: Led) -> None:
    led.keep("answer", prompt="REL-1b", kind="agreement", by="")
    assert walk_of(led.happens("went", "RSL-1c"))["asked"] == ["REL-1b"]


def test_a_question_of_ones_own_is_kept_in_its_words_and_goes_out_with_the_record(
    led: Led,
) -> None:
    own = "own-0123456789abcdef"
    walk = walk_of(led.happens("own_question", own, words="And who has the dog?"))
    assert walk["now"] == own
    assert walk["own"] == [{"id": own, "words": "And who has the dog?", "stage": "open"}]
    with led.app.app_context(), reading() as session:
        record = take_out(session, led.kept.id)
    assert record.document["meeting"]["own_questions"] == (
        {"id": own, "words": "And who has the dog?"},
    )


def test_own_questions_of_a_record_wait_until_they_are_gone_to() -> None:
    record = before_the_day()
    own = [{"id": "own-00000001", "words": "And the dog?"}]
    led = Led(document={**record, "meeting": {**record["meeting"], "own_questions": own}})
    walk = walk_of(led.happens("went", "REL-1b"))
    assert (walk["now"], [one["id"] for one in walk["own"]]) == ("REL-1b", ["own-00000001"])
    assert walk_of(led.happens("went", "own-00000001"))["now"] == "own-00000001"


def test_somebody_steps_out_and_comes_back(led: Led) -> None:
    out = walk_of(led.happens("stepped_out", "bev"))
    assert (out["out"], "bev" in out["here"]) == (["bev"], False)
    back = walk_of(led.happens("came_in", "bev"))
    assert (back["out"], "bev" in back["here"]) == ([], True)
    assert "bev" not in walk_of(led.happens("left", "bev"))["here"]


def test_two_who_must_not_meet_are_not_let_into_one_room() -> None:
    record = before_the_day()
    rule = {"person": "leon", "kind": "bail", "protects": ["charlene"], "rule": "No contact."}
    safety = {**record["safety"], "restrictions": [rule]}
    people = [
        {**one, "attended": "not_attending"} if one["id"] == "leon" else one
        for one in record["people"]
    ]
    led = Led(document={**record, "safety": safety, "people": people})
    answer = led.happens("came_in", "leon")
    assert answer.status_code == 422
    assert wrongs(answer) == ["Uncle Leon and Mum must not be in one room or call (bail)."]
    assert happened(led) == []


def test_going_into_a_stage_is_in_the_stage_log_of_the_record(led: Led) -> None:
    led.happens("went", "REL-1b")
    led.happens("went", "RES-1c")
    assert led.stages() == ["open", "share"]
    with led.app.app_context(), reading() as session:
        first, second = meetings.load(session, led.kept.id).meeting.stages
        stages = take_out(session, led.kept.id).document["meeting"]["stages"]
    assert first.end == second.start != ""
    assert [one["stage"] for one in stages] == ["open", "share"]


def test_a_short_look_into_another_stage_does_not_stand_in_the_log(led: Led) -> None:
    for number, question in enumerate(("REL-1b", "RES-1c", "REL-1b")):
        led.happens("went", question, key=f"look-{number}")
    assert led.stages() == ["open"]


UNFIT = [
    ("danced", "REL-1b", "", "'danced' is nothing that can happen."),
    ("got_ready", "own-00000001", "x", "'got_ready' is nothing that can happen."),
    ("went", "XXX-1", "", "'XXX-1' is no question of this meeting."),
    ("went", "own-00000009", "", "'own-00000009' is no question of this meeting."),
    ("came_in", "nobody", "", "'nobody' is nobody of this meeting."),
    ("own_question", "own-00000001", " ", "This question has no words yet."),
    ("skipped", "REL-1b", "x" * 5001, "These words have 5,001 characters."),
]


@pytest.mark.parametrize(("what", "about", "words", "wrong"), UNFIT)
def test_what_can_not_have_happened_is_refused_with_the_reason(
    what: str, about: str, words: str, wrong: str
) -> None:
    led = Led()
    answer = led.happens(what, about, key="unfit", words=words)
    assert answer.status_code == 422
    assert wrongs(answer) == [wrong]
    assert happened(led) == []


@pytest.mark.parametrize("body", [b"[]", b"{", b'{"what": "went", "about": 7}', b'{"who": 1}'])
def test_what_is_no_json_of_it_is_refused_and_never_an_error(led: Led, body: bytes) -> None:
    headers = {"X-CSRFToken": led.token, "Content-Type": "application/json"}
    answer = led.client.put(f"{led.address}/walk/odd", data=body, headers=headers)
    assert answer.status_code == 422
    assert wrongs(answer)
