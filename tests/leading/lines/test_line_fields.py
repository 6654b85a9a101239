"""What a line may hold: every kind of field is kept, and what does not fit is refused in words."""

from typing import Any

import pytest

from facilitator.database import reading
from facilitator.exchange.keeping import take_out
from facilitator.kinds import KINDS, Holds
from facilitator.record.check import record_problems
from tests.leading.in_a_meeting import Led, line_of, wrongs


@pytest.fixture(scope="module")
def led() -> Led:
    return Led()


VALUES: dict[Holds, Any] = {
    Holds.WORDS: "some words",
    Holds.PERSON: "bev",
    Holds.PEOPLE: ["bev", "leon"],
    Holds.DAY: "2027-03-05",
    Holds.TIME: "19:45",
    Holds.NUMBER: 7,
    Holds.LINES: ["s1"],
    Holds.YES: True,
    Holds.PAGE_ONE: "Sit with Tiana.",
    Holds.REPEATS: {"each": "week", "on": ["mon", "tue"], "at": "19:45"},
    Holds.SEEN: {"what": "He hid.", "when": "on Sunday"},
    Holds.VIEWS: [{"by": "bev", "text": "Yes."}, {"by": "leon", "text": "No."}],
}


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_field_of_every_kind_is_kept_and_given_back(led: Led, kind: str) -> None:
    fields = {
        one.key: one.choices[0] if one.holds is Holds.CHOICE else VALUES[one.holds]
        for one in KINDS[kind].fields
    }
    kept = line_of(led.keep(f"all-{kind}", kind=kind, fields=fields))
    assert kept["fields"] == fields


UNFIT = [
    ({"kind": "gossip"}, "'gossip' is no kind of line."),
    ({"kind": 7}, "the number 7 is no kind of line."),
    ({"words": 7}, "The number 7 is not words."),
    ({"words": "x" * 5001}, "These words have 5,001 characters."),
    ({"by": "somebody"}, "'somebody' is nobody of this meeting."),
    ({"by": None}, "Null is nobody of this meeting."),
    ({"key": ""}, "This save has no key."),
    ({"key": "x" * 201}, "This save has no key."),
    ({"key": None}, "This save has no key."),
    ({"based_on": "1"}, "This save does not say which wording was on the screen."),
    ({"based_on": True}, "This save does not say which wording was on the screen."),
    ({"based_on": -1}, "This save does not say which wording was on the screen."),
    ({"prompt": "XXX-9"}, "'XXX-9' is no question of this meeting."),
    ({"exact": "yes"}, "'yes' is neither yes nor no."),
    ({"taken_back": 1}, "the number 1 is neither yes nor no."),
    ({"lang": "the language of birds"}, "'the language of birds' is no language."),
    ({"dir": "up"}, "'up' is no direction."),
    ({"rendering": 1}, "The number 1 is not words."),
    ({"hurts": "x"}, "'x' is nobody of this meeting."),
    ({"hurts_yes": "yes"}, "'yes' is neither yes nor no."),
    ({"colour": "red"}, "A line has no 'colour'."),
    ({"family_yes": "Nan"}, "It does not say whose yes this is."),
    ({"family_yes": {"by": "x"}}, "'x' is nobody of this meeting."),
    ({"fields": ["x"]}, "a list of 1 is no group of keys."),
    ({"fields": {"when": "x"}}, "A strength has no when."),
]
UNSAID = "It does not say how often this comes again."
UNFIT_FIELDS = [
    ("action", "start", "soon", "'soon' is not a day."),
    ("action", "start", "2027-02-30", "'2027-02-30' is not a day."),
    ("action", "who", "grace", "'grace' is no list."),
    ("action", "who", ["nobody"], "'nobody' is nobody of this meeting."),
    ("action", "links", ["w99"], "'w99' is no line of this meeting."),
    ("action", "kind", "ours", "'ours' is not among the choices."),
    ("action", "page_one", 3, "The number 3 is not words."),
    ("action", "repeats", {"each": "year"}, UNSAID),
    (
        "action",
        "repeats",
        {"each": "day", "on": ["x"]},
        "It does not say how often this comes again.",
    ),
    ("action", "repeats", "daily", "'daily' does not fit here."),
    ("action", "how_often", 3, "The number 3 is not words."),
    ("goal", "score_now", 11, "The number 11 is no number from 0 to 10."),
    ("goal", "score_now", True, "True is no number from 0 to 10."),
    ("worry", "serious", "very", "'very' is neither yes nor no."),
    ("worry", "seen", {"where": "x"}, "A group of keys does not fit here."),
    ("disagreement", "views", [{"by": "x", "text": ""}], "'x' is nobody of this meeting."),
    ("meet_again", "time", "7pm", "'7pm' is not a time."),
    ("if_then", "who", ["bev"], "A list of 1 is nobody of this meeting."),
]


@pytest.mark.parametrize(("line", "wrong"), UNFIT)
def test_a_line_that_can_not_be_kept_is_refused_with_the_reason(
    led: Led, line: dict[str, Any], wrong: str
) -> None:
    answer = led.keep("unfit", **line)
    assert answer.status_code == 422
    assert [one.lower() for one in wrongs(answer)] == [wrong.lower()]
    assert "unfit" not in [one["ref"] for one in led.lines()]


@pytest.mark.parametrize(("kind", "field", "held", "wrong"), UNFIT_FIELDS)
def test_a_field_that_can_not_be_kept_is_refused_with_the_reason(
    led: Led, kind: str, field: str, held: Any, wrong: str
) -> None:
    answer = led.keep("unfit", kind=kind, fields={field: held})
    assert wrongs(answer) == [wrong]
    assert answer.get_json()["problems"][0]["place"] == f"fields.{field}"


def test_everything_that_is_wrong_is_said_at_once(led: Led) -> None:
    answer = led.keep("unfit", kind="worry", words="x" * 6000, by="x", fields={"about": ["y"]})
    assert len(wrongs(answer)) == 3


@pytest.mark.parametrize("kind", list(KINDS))
def test_of_every_kind_a_line_may_be_kept_before_anything_but_its_words_is_known(
    led: Led, kind: str
) -> None:
    assert line_of(led.keep(f"bare-{kind}", kind=kind, by=""))["words"] == "She sings."
    assert led.keep(f"named-{kind}", kind=kind, words="").status_code == 200


def test_what_was_kept_unfinished_goes_out_with_the_record(led: Led) -> None:
    led.keep("tray", kind="unsorted", words="")
    led.keep("tray-2", kind="action", words="", fields={"who": ["grace"]}, by="")
    with led.app.app_context(), reading() as session:
        record = take_out(session, led.kept.id)
    assert record_problems(record.document) == ()
    plan = record.document["plan"]
    assert [one["who"] for one in plan["actions"] if one["id"] == "tray-2"] == [("grace",)]


def test_words_that_no_record_could_hold_are_refused(led: Led) -> None:
    answer = led.keep("title", kind="title", words="x" * 301, by="")
    assert answer.status_code == 422
    assert "300" in str(answer.get_json()["problems"])
    assert led.keep("title", kind="title", words="x" * 300, by="").status_code == 200
