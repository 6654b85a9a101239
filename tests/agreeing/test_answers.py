"""Everybody's own answer, on its page."""

import pytest

from tests.agreeing.answers_meeting import AtTheYes, refusals
from tests.web import judged

DAY = "27/2/2027"
YES = {"agrees": "yes", "how": "in_the_round", "date": DAY}


@pytest.fixture
def at() -> AtTheYes:
    return AtTheYes()


def of(at: AtTheYes, ref: str) -> str:
    return f"answers/{at.ids[ref]}"


def test_nobody_has_answered_before_anybody_was_asked(at: AtTheYes) -> None:
    assert "Mum" in at.stop("answers").all("a")
    assert "Not yet asked." in at.text("answers")


def test_a_yes_is_kept_with_its_words_and_how_it_was_given(at: AtTheYes) -> None:
    answer = at.tell(of(at, "grace"), **YES, words="It is right.")
    assert answer.status_code == 303
    (line,) = at.of_kind("answer")
    assert (line["by"], line["words"], line["exact"]) == ("grace", "It is right.", True)
    assert line["fields"] == {"agrees": "yes", "how": "in_the_round", "date": "2027-02-27"}
    assert "“It is right.”" in at.text("answers")


def test_in_the_round_the_next_person_is_asked(at: AtTheYes) -> None:
    answer = at.tell(of(at, "grace"), **YES, save_next="yes")
    assert answer.headers["Location"].endswith(str(at.ids["winston"]))


def test_after_the_last_one_the_round_comes_back_to_those_who_were_not_asked(
    at: AtTheYes,
) -> None:
    answer = at.tell(of(at, "leon"), **YES, save_next="yes")
    assert answer.headers["Location"].endswith(str(at.ids["charlene"]))


def test_nobody_answers_for_somebody_else(at: AtTheYes) -> None:
    said = refusals(at.tell(of(at, "grace"), **YES, through="winston", words="She agrees."))
    assert "Grandad can't answer for Nan" in said
    assert "She agrees." in said
    assert at.of_kind("answer") == []


def test_who_wants_to_think_says_by_which_day(at: AtTheYes) -> None:
    later = {**YES, "agrees": "later", "words": "I must sleep on it."}
    said = refusals(at.tell(of(at, "marlon"), **later))
    assert "The day of the answer is missing." in said
    assert "I must sleep on it." in said
    assert at.tell(of(at, "marlon"), **later, answer_by="5/3/2027").status_code == 303
    assert "I'll think, by Friday 5 March 2027" in at.text("answers")


def test_an_answer_that_comes_later_takes_the_place_of_the_one_before(at: AtTheYes) -> None:
    later = {**YES, "agrees": "later", "answer_by": "5/3/2027", "words": "Hm."}
    at.tell(of(at, "marlon"), **later)
    # The day stands in its box still, and means nothing any more.
    at.tell(
        of(at, "marlon"), **{**later, "agrees": "partly", "how": "by_phone", "words": "Partly."}
    )
    (line,) = at.of_kind("answer")
    assert line["words"] == "Partly."
    assert line["fields"]["agrees"] == "partly"
    assert line["fields"]["answer_by"] is None


def test_a_child_is_asked_what_they_think_and_never_for_a_yes(at: AtTheYes) -> None:
    page = at.client.get(f"{at.address}/agree/{of(at, 'tiana')}")
    assert judged(page).all("h1") == ["Tiana: what I think of this plan"]
    assert 'name="agrees"' not in page.text
    thought = {"words": "I want Easter.", "how": "alone", "date": DAY, "heard_by": "everybody"}
    assert at.tell(of(at, "tiana"), **thought, agrees="yes").status_code == 303
    (line,) = at.of_kind("answer")
    assert line["fields"]["agrees"] == ""
    assert (line["words"], line["exact"]) == ("I want Easter.", True)


def test_a_child_chooses_who_may_read_what_they_think(at: AtTheYes) -> None:
    thought = {"words": "I want Easter.", "how": "alone", "date": DAY}
    assert "It is not said who may read it." in refusals(at.tell(of(at, "tiana"), **thought))
    some = {**thought, "heard_by": "some"}
    assert "Nobody is ticked." in refusals(at.tell(of(at, "tiana"), **some))
    at.tell(of(at, "tiana"), **some, may_hear=["grace"])
    assert at.of_kind("answer")[0]["fields"]["may_hear"] == ["grace"]
    assert "I want Easter." not in at.text("answers")
    at.tell(of(at, "tiana"), **thought, heard_by="everybody")
    assert at.of_kind("answer")[0]["fields"]["may_hear"] == []


def test_the_same_form_sent_twice_is_one_answer(at: AtTheYes) -> None:
    form = {**at.hidden_in(of(at, "grace")), **YES}
    assert [at.send(f"agree/{of(at, 'grace')}", **form).status_code for _ in range(2)] == [303, 303]
    assert len(at.of_kind("answer")) == 1


def test_of_two_answers_at_once_neither_is_lost(at: AtTheYes) -> None:
    where = of(at, "grace")
    first, second = at.hidden_in(where), at.hidden_in(where)
    at.send(f"agree/{where}", **first, **YES, words="Yes to all.")
    answer = at.send(f"agree/{where}", **second, **{**YES, "agrees": "no"}, words="Not to Easter.")
    assert answer.status_code == 409
    told = " ".join(judged(answer).all("body"))
    assert "Yes to all." in told
    assert "Not to Easter." in answer.text
    assert at.of_kind("answer")[0]["words"] == "Yes to all."


@pytest.mark.parametrize("ref", ["farah", "megan", "idris"])
def test_workers_have_no_page_for_an_answer(at: AtTheYes, ref: str) -> None:
    assert at.client.get(f"{at.address}/agree/{of(at, ref)}").status_code == 404
