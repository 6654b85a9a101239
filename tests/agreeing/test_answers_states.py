"""Each of the last stops says in a sentence how it stands: whom to ask, and what waits."""

from typing import Any

from tests.agreeing.answers_meeting import AtTheYes


def who_thinks_in_urdu(document: Any) -> None:
    next(one for one in document["people"] if one["id"] == "winston")["language"] = "ur"


def without_a_referrer(document: Any) -> None:
    next(one for one in document["people"] if one["role"] == "referrer")["role"] = "worker"


def test_whoever_thinks_in_another_language_is_named_until_it_was_read_to_them() -> None:
    at = AtTheYes(who_thinks_in_urdu)
    assert "Not yet read to Grandad in their language." in at.text("")
    at.keep("r1", kind="reading", by="winston", words="Urdu", fields={"time": "16:10"})
    assert "Read to Grandad." in at.text("")


def test_where_nobody_asked_from_outside_no_answer_is_waited_for() -> None:
    at = AtTheYes(without_a_referrer)
    assert "Nobody asked for this meeting from outside." in at.text("")
    assert "there is no answer to wait for" in at.text("referrer")


def test_who_has_not_answered_is_named_and_who_was_not_there_is_not() -> None:
    at = AtTheYes()
    told = at.text("")
    assert "Not yet asked: Mum, Tiana, Jaydon, Nan" in told
    assert "Pastor Joy" not in told


def test_a_step_that_was_chosen_and_breaks_the_rule_of_page_one_is_counted() -> None:
    at = AtTheYes()
    fields = {"who": ["charlene"], "page_one": True}
    at.keep("a2", kind="action", by="", words="Go to the clinic.", fields=fields)
    assert "1 step that you chose can't stand on page 1." in at.text("")
    at.keep("a3", kind="action", by="", words="Ring Nan.", fields={"page_one": True})
    at.keep("a2", kind="action", by="", words="Go out.", fields=fields, key="x", based_on=1)
    assert "2 steps stand on it." in at.text("")


def test_an_answer_without_a_word_in_it_is_none_yet() -> None:
    at = AtTheYes()
    at.keep("y1", kind="answer", by="charlene", words="", fields={"agrees": ""})
    assert "Not yet asked: Mum" in at.text("")
