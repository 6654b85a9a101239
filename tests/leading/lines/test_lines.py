"""Lines from the browser: kept once, never overwritten, refused in sentences."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from facilitator.accounts.sessions import now
from facilitator.contributions import store as contributions
from facilitator.database import reading
from facilitator.leading.lines import views
from tests.kept import counted
from tests.leading.in_a_meeting import Led, line_of, wrongs
from tests.web import SAM, a_stranger, add_user, signed_in
from tests.web import an_app as a_new_app


@pytest.fixture(scope="module")
def led() -> Led:
    return Led()


def test_a_line_is_kept_and_comes_back_as_it_stands(led: Led) -> None:
    kept = line_of(led.keep("first", words="She rang Nan."))
    assert (kept["ref"], kept["number"], kept["key"]) == ("first", 1, "key of first")
    assert (kept["kind_label"], kept["by_name"]) == ("Going well", "Nan")
    assert led.line("first") == kept


def test_the_same_save_twice_is_one_line(led: Led) -> None:
    once = led.keep("twice", key="one save")
    assert led.keep("twice", key="one save").get_json() == once.get_json()
    assert [one["number"] for one in led.lines() if one["ref"] == "twice"] == [1]


def test_a_line_is_mended_given_to_somebody_else_and_moved(led: Led) -> None:
    led.keep("mended", words="He is tierd.")
    mended: dict[str, Any] = {
        "words": "He is tired.",
        "kind": "worry",
        "by": "bev",
        "key": "again",
        "based_on": 1,
    }
    kept = line_of(led.keep("mended", **mended, fields={"about": ["jaydon"]}))
    assert (kept["number"], kept["words"], kept["kind"]) == (2, "He is tired.", "worry")
    assert (kept["by_name"], kept["fields"]) == ("Auntie Bev", {"about": ["jaydon"]})


def test_a_save_that_comes_again_after_the_line_was_mended_is_told_what_stands(led: Led) -> None:
    led.keep("late", key="first try", words="One.")
    led.keep("late", key="mended", based_on=1, words="Two.")
    again = led.keep("late", key="first try", words="One.")
    assert again.get_json()["key"] == "first try"
    assert line_of(again)["words"] == "Two."


def test_a_line_is_taken_back_and_brought_back(led: Led) -> None:
    led.keep("back")
    assert line_of(led.keep("back", key="b2", based_on=1, taken_back=True))["taken_back"]
    assert "back" not in [one["ref"] for one in led.lines()]
    assert not line_of(led.keep("back", key="b3", based_on=2))["taken_back"]
    assert led.line("back")["number"] == 3


def test_of_two_changes_to_one_line_both_texts_come_back_and_nothing_is_overwritten(
    led: Led,
) -> None:
    led.keep("both", words="One.")
    led.keep("both", key="quick", based_on=1, words="Quicker.")
    answer = led.keep("both", key="slow", based_on=1, words="Slower.")
    assert answer.status_code == 409
    clash = answer.get_json()["clash"]
    assert (clash["kept"]["words"], clash["asked"]["words"]) == ("Quicker.", "Slower.")
    assert led.line("both")["words"] == "Quicker."


def test_one_key_for_two_different_saves_is_a_clash(led: Led) -> None:
    led.keep("key", key="the same", words="One.")
    answer = led.keep("key", key="the same", words="Two.")
    assert answer.status_code == 409
    assert answer.get_json()["clash"]["kept"]["key"] == "the same"


def test_exact_words_are_changed_only_with_the_familys_yes(led: Led) -> None:
    led.keep("exact", words="I am scared.", exact=True)
    change: dict[str, Any] = {"words": "I was scared.", "exact": True, "based_on": 1}
    refused = led.keep("exact", key="no yes", **change)
    assert refused.status_code == 422
    assert refused.get_json()["problems"][0]["needs"] == "family_yes"
    yes = {"by": "charlene", "how": "in the room"}
    assert line_of(led.keep("exact", key="yes", family_yes=yes, **change))["number"] == 2


def test_the_yes_of_a_worker_does_not_count(led: Led) -> None:
    led.keep("exact2", words="I am scared.", exact=True)
    change: dict[str, Any] = {
        "words": "I was scared.",
        "exact": True,
        "based_on": 1,
        "key": "farah says",
    }
    refused = led.keep("exact2", family_yes={"by": "farah", "how": ""}, **change)
    assert wrongs(refused) == ["Farah is not of the family, so this yes does not count."]


def test_a_name_alone_is_a_line_to_finish(led: Led) -> None:
    kept = line_of(led.keep("name", kind="unsorted", words=""))
    assert kept["unfinished"][0] == "What did they say?"


def test_a_line_with_nothing_in_it_is_refused(led: Led) -> None:
    assert wrongs(led.keep("nothing", words=" ", by="")) == ["There is nothing in this line."]


def test_when_it_was_said_is_settled_by_the_first_wording(
    led: Led, monkeypatch: pytest.MonkeyPatch
) -> None:
    led.keep("when")
    an_hour_later = now() + timedelta(hours=1)
    monkeypatch.setattr(views, "now", lambda: an_hour_later)
    led.keep("when", key="when2", based_on=1, words="Later.")
    again = led.keep("when", key="key of when")  # The first save, which comes late once more.
    assert line_of(again)["words"] == "Later."
    with led.app.app_context(), reading() as session:
        wordings = contributions.wordings(session, led.kept.id, "when")
    first, second = (one.said.said_at for one in wordings)
    assert first is not None
    assert first == second
    assert first.endswith("Z")


def test_what_the_browser_was_given_is_what_it_may_send_back(led: Led) -> None:
    fields = {"who": ["grace"], "start": "2027-03-01", "links": ["w1"]}
    own: dict[str, Any] = {
        "lang": "bn",
        "dir": "auto",
        "rendering": "She sings.",
        "name_shown": False,
        "hurts": "grace",
        "hurts_yes": True,
    }
    kept = line_of(led.keep("round", kind="action", prompt="REF-2c", fields=fields, **own))
    sent: dict[str, Any] = {
        key: kept[key] for key in ("kind", "words", "by", "fields", "prompt", *own)
    }
    again = line_of(led.keep("round", key="round again", based_on=1, **sent))
    assert {key: again[key] for key in sent} == sent
    with led.app.app_context(), reading() as session:
        standing = contributions.find(session, led.kept.id, "round")
    assert standing
    assert standing.said.fields.day("start") == date(2027, 3, 1)


def test_a_question_of_ones_own_may_come_after_the_line_that_answers_it(led: Led) -> None:
    assert line_of(led.keep("own", prompt="own-0123456789abcdef"))["prompt"] == (
        "own-0123456789abcdef"
    )


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"{", b'{"key": "a", "key": "b"}', b'{"words": "\\ud800"}', b"\xff", b"7"]
)
def test_what_is_no_json_of_a_line_is_refused_and_never_an_error(led: Led, body: bytes) -> None:
    headers = {"X-CSRFToken": led.token, "Content-Type": "application/json"}
    answer = led.client.put(f"{led.address}/lines/odd", data=body, headers=headers)
    assert answer.status_code == 422
    assert wrongs(answer)


def test_a_strange_id_is_refused(led: Led) -> None:
    assert wrongs(led.keep("a b")) == ["'a b' is no id of a line."]


def test_somebody_who_is_signed_out_is_told_so_in_json(led: Led) -> None:
    answer = led.keep("out", client=a_stranger(led.app))
    assert answer.status_code == 401
    assert wrongs(answer) == ["You are signed out. Nothing of this was kept here yet."]
    asked = a_stranger(led.app).get(f"{led.address}/lines", headers={"Accept": "application/json"})
    assert asked.status_code == 401


def test_a_page_that_is_asked_for_by_somebody_signed_out_still_leads_to_the_sign_in(
    led: Led,
) -> None:
    assert a_stranger(led.app).get(f"{led.address}/lead").status_code == 303


def test_without_the_token_of_the_page_nothing_is_kept(led: Led) -> None:
    address = f"{led.address}/lines/no-token"
    answer = led.client.put(
        address, json={"key": "a", "based_on": 0, "kind": "worry", "words": "x"}
    )
    assert answer.status_code == 400
    assert wrongs(answer)


def test_another_facilitator_finds_no_such_meeting() -> None:
    led = Led(a_new_app())
    kit = replace(SAM, id=UUID(int=77), email="kit@example.org", name="Kit")
    add_user(led.app, kit)
    theirs = signed_in(led.app, kit)
    page = theirs.get("/").get_data(as_text=True)
    led.token = page.split('name="csrf_token" value="')[1].split('"')[0]
    assert led.keep("theirs", client=theirs).status_code == 404
    assert theirs.get(f"{led.address}/lines").status_code == 404
    assert theirs.get(f"{led.address}/lead").status_code == 404


def test_in_private_time_nothing_is_kept_and_nothing_is_shown() -> None:
    led = Led()
    led.in_private_time()
    answer = led.keep("private")
    assert answer.status_code == 423
    assert wrongs(answer) == ["The family has its private time now."]
    assert led.client.get(f"{led.address}/lines").status_code == 423
    assert led.happens("went", "REF-2c").status_code == 423


def test_a_save_asks_the_database_as_often_however_much_was_said(led: Led) -> None:
    def asked(ref: str) -> int:
        with led.app.app_context(), counted() as selects:
            assert led.keep(ref).status_code == 200
        return len(selects)

    before = asked("count-1")
    for number in range(20):
        led.keep(f"more-{number}")
    assert asked("count-2") == before <= 9
