"""The referrer's answer, on its page."""

import pytest

from tests.agreeing.answers_meeting import AtTheYes, refusals

DAY = "27/2/2027"


@pytest.fixture
def at() -> AtTheYes:
    return AtTheYes()


def test_a_yes_is_kept(at: AtTheYes) -> None:
    said = {"by": "farah", "answer": "yes", "date": DAY}
    assert at.tell("referrer", **said).status_code == 303
    (line,) = at.of_kind("referrer_answer")
    assert (line["by"], line["fields"]["answer"]) == ("farah", "yes")
    assert "Farah" in at.text("referrer")


def test_a_no_without_its_reason_is_not_kept_and_nothing_is_lost(at: AtTheYes) -> None:
    said = refusals(at.tell("referrer", by="farah", answer="no", date=DAY, decides="Farah's boss"))
    assert "This is a no without a reason." in said
    assert at.of_kind("referrer_answer") == []


def test_after_a_no_the_page_leads_back_to_the_plan(at: AtTheYes) -> None:
    said = {"by": "farah", "answer": "no", "date": DAY, "words": "Nobody is there at night."}
    at.tell("referrer", **said)
    assert "The family can change the plan now" in at.text("referrer")


def test_a_not_yet_says_who_decides_and_by_when(at: AtTheYes) -> None:
    said = {"by": "farah", "answer": "not_yet", "date": DAY, "words": "Money is not mine to give."}
    told = refusals(at.tell("referrer", **said))
    assert "Who decides is missing." in told
    assert "The day of the answer is missing." in told
    assert "Money is not mine to give." in told
    whole = {**said, "decides": "Farah's manager", "answer_by": "5/3/2027"}
    assert at.tell("referrer", **whole).status_code == 303
    overview = at.text("")
    assert "Not yet: Farah's manager decides by Friday 5 March 2027." in overview.replace(
        "&#39;", "'"
    )


def test_a_new_answer_takes_the_place_of_the_one_before(at: AtTheYes) -> None:
    at.tell("referrer", by="farah", answer="no", date=DAY, words="Nobody is there at night.")
    at.tell("referrer", by="farah", answer="yes", date=DAY, words="Nan is there now.")
    (line,) = at.of_kind("referrer_answer")
    assert line["fields"]["answer"] == "yes"
