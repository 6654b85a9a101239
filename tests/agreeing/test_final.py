"""The family's yes: one press makes one version, and nothing is edited in place."""

import pytest

from facilitator import access_log
from facilitator.access_log import Mark
from facilitator.agreeing.final_reading import Reading
from facilitator.database import reading
from tests.agreeing.answers_meeting import STEP, AtTheYes, refusals
from tests.web import judged


@pytest.fixture
def at() -> AtTheYes:
    return AtTheYes()


def agree(at: AtTheYes, **form: str) -> int:
    return at.tell("final", **form).status_code


def change_the_step(at: AtTheYes, words: str = "Sit with Tiana and read to her.") -> None:
    fields = {"who": ["grace"], "start": "2027-02-28", "how_often": "every night"}
    number = at.line("a1")["number"]
    at.keep("a1", kind="action", by="", words=words, fields=fields, key=words, based_on=number)


def test_the_whole_plan_is_read_before_the_yes_with_what_is_still_open(at: AtTheYes) -> None:
    told = at.text("final")
    assert STEP in told
    assert "Still to sort out" in told
    assert "Farah has not said yes, no or not yet." in told
    assert "have not answered yet. They can answer later." in told
    assert "The family agrees this plan" in told


def test_one_press_makes_plan_one_and_leads_to_the_copies(at: AtTheYes) -> None:
    answer = at.tell("final")
    assert answer.status_code == 303
    assert answer.headers["Location"].endswith(f"{at.kept.id}/copies")
    agreed = at.agreed()
    assert agreed is not None
    assert agreed.plan.version == 1
    assert STEP in [line.words for line in agreed.plan.lines]
    assert "Plan 1 was agreed on" in at.text("")


def test_a_gap_is_agreed_along_and_keeps_nobody_from_the_paper(at: AtTheYes) -> None:
    at.tell("final")
    agreed = at.agreed()
    assert agreed is not None
    assert "no_referrer_answer" in [gap.code for gap in agreed.plan.gaps]


def test_the_same_press_twice_makes_one_version(at: AtTheYes) -> None:
    form = at.hidden_in("final")
    assert [at.send("agree/final", **form).status_code for _ in range(2)] == [303, 303]
    agreed = at.agreed()
    assert agreed is not None
    assert agreed.plan.version == 1


def test_two_tabs_that_both_agree_make_one_version(at: AtTheYes) -> None:
    first, second = at.hidden_in("final"), at.hidden_in("final")
    assert at.send("agree/final", **first).status_code == 303
    assert at.send("agree/final", **second).status_code == 409
    agreed = at.agreed()
    assert agreed is not None
    assert agreed.plan.version == 1


def test_what_changed_since_the_page_was_read_is_not_agreed(at: AtTheYes) -> None:
    form = at.hidden_in("final")
    change_the_step(at)
    answer = at.send("agree/final", **form)
    assert answer.status_code == 409
    assert "Something in the plan changed since this page was opened." in answer.text
    judged(answer)
    assert at.agreed() is None


def test_nothing_new_makes_no_version(at: AtTheYes) -> None:
    agree(at)
    assert "Nothing has changed since plan 1." in at.text("final")
    change_the_step(at)
    form = at.hidden_in("final")
    change_the_step(at, STEP)
    answer = at.send("agree/final", **form, what_changed="We changed it back.")
    assert answer.status_code == 409
    assert "Nothing has changed since the last plan." in answer.text


def test_the_next_version_says_what_changed_in_the_familys_words(at: AtTheYes) -> None:
    agree(at)
    change_the_step(at)
    told = at.text("final")
    assert "Plan 1 was agreed on" in told
    assert "What is different from plan 1" in told
    assert "Changed" in told
    assert "It does not say what is different" in refusals(at.tell("final", what_changed=" "))
    assert agree(at, what_changed="Nan reads to her now.") == 303
    agreed = at.agreed()
    assert agreed is not None
    assert agreed.plan.version == 2
    assert agreed.what_changed == "Nan reads to her now."


def test_a_version_is_never_edited_in_place(at: AtTheYes) -> None:
    agree(at)
    first = at.agreed()
    change_the_step(at)
    still = at.agreed()
    assert first is not None
    assert still is not None
    assert still.plan.canonical == first.plan.canonical


def test_a_refused_yes_comes_back_with_every_word(at: AtTheYes) -> None:
    agree(at)
    change_the_step(at)
    form = at.hidden_in("final")
    change_the_step(at, "Something else.")
    answer = at.send("agree/final", **form, what_changed="Nan reads now.")
    assert answer.status_code == 409
    assert "Nan reads now." in answer.text


def test_an_answer_that_comes_later_stands_in_the_next_version(at: AtTheYes) -> None:
    agree(at)
    where = f"answers/{at.ids['marlon']}"
    assert "Plan 1 is agreed already." in at.text(where)
    at.tell(where, agrees="partly", how="by_phone", date="5/3/2027", words="Not the weeks.")
    first = at.agreed()
    assert first is not None
    assert first.plan.of("answer") == ()
    assert agree(at, what_changed="Dad has answered.") == 303
    second = at.agreed()
    assert second is not None
    assert [line.words for line in second.plan.of("answer")] == ["Not the weeks."]


def test_what_is_hidden_from_its_reader_is_told_apart(at: AtTheYes) -> None:
    reader = {"may_hear": ["winston"]}
    at.keep("v1", kind="child_view", words="I am cold.", by="tiana", fields=reader)
    told = at.text("final")
    assert "In the plan, and not in this copy" in told
    assert "I am cold." in told


def test_what_changed_and_is_not_for_everybody_is_folded_away(at: AtTheYes) -> None:
    agree(at)
    at.keep("v1", kind="child_view", words="I am cold.", by="tiana", fields={"may_hear": ["grace"]})
    at.keep("s9", words="She sings.", by="grace")
    html = at.client.get(f"{at.address}/agree/final").text
    different = html[html.index('id="what-is-different"') : html.index("</section>")]
    in_sight, folded = different.split("<details")
    assert "She sings." in in_sight
    assert "I am cold." not in in_sight
    assert "I am cold." in folded


def test_no_version_is_left_out(at: AtTheYes) -> None:
    assert agree(at, number="7") == 409
    assert at.agreed() is None


def test_where_nobody_gets_the_whole_plan_its_lines_and_gaps_are_read_all_the_same(
    at: AtTheYes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Reading, "_readers", lambda _reading: [])
    told = at.text("final")
    assert "Nobody is to get the whole plan." in told
    assert STEP in told
    assert "Farah has not said yes, no or not yet." in told
    assert "Still to sort out" in told
    assert agree(at) == 303


def test_the_plan_keeps_the_mark_of_the_log_as_it_stood_at_the_yes(at: AtTheYes) -> None:
    at.tell("final")
    agreed = at.agreed()
    assert agreed is not None
    mark = Mark.read(agreed.plan.log_mark)
    with at.app.app_context(), reading() as session:
        assert access_log.check(session, (mark,)) == ()
        assert 0 < mark.number <= access_log.head(session).number
    assert "log_mark" not in agreed.plan.document
