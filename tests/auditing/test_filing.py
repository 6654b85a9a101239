"""A filed look: suggestions beside ratings, reasons, remarks, and final."""

import re
from pathlib import Path

import pytest

from facilitator.auditing import store
from facilitator.database import new_id, reading
from tests.auditing.at_the_look import FLO, JO, KIT, Desk, a_desk, answers, hidden_of, puts, sends
from tests.web import SAM, judged


@pytest.fixture
def desk() -> Desk:
    return a_desk()


def remark(desk: Desk, look: str, criterion: str = "Q2", words: str = "Is it theirs?") -> str:
    """The id of a remark of Flo's."""
    key = str(new_id())
    answer = sends(desk.as_(FLO), f"{look}/remarks", criterion=criterion, words=words, key=key)
    assert answer.status_code == 303, answer.text
    return key


def test_suggestions_stand_beside_the_ratings_with_their_evidence(desk: Desk) -> None:
    answer = desk.ada.get(desk.filed({"Q1": "2"}))
    judged(answer)
    text = " ".join(re.sub(r"<[^>]+>", " ", answer.text).split())
    assert "You said 2 Each child was heard" in text
    assert "The machine suggests 3 2 of 2 children with dated words" in text
    assert "It counts: Dated words for each child" in text
    assert "I don&#39;t want to be the mummy." in answer.text
    assert "Nothing stands in the way" in text
    assert "Worries, needs and lines that must be in the plan, with a step 12 of 12" in text
    for real in ("Tiana", "Jaydon", "Grace", "Winston", "Campbell", "Moor House"):
        assert real not in answer.text
    assert re.search(r"people\.[a-z]", answer.text) is None  # No id of a person, as in people.nan.


def test_a_quote_leads_to_its_line_in_the_plan(desk: Desk) -> None:
    text = desk.ada.get(desk.filed()).text
    ways = re.findall(r'href="#(line-[^"]+)"', text)
    assert ways
    assert [one for one in ways if f'id="{one}"' not in text] == []


def test_the_machines_side_is_kept_with_made_up_names_and_its_counts(desk: Desk) -> None:
    look = desk.look(desk.filed())
    with desk.app.app_context(), reading() as session:
        machine = store.machine_of(session, look.id)
        row = session.get(store.LookRow, look.id)
        assert row is not None
        shown = row.shown
    assert machine is not None
    assert "Tiana" not in str(machine)
    assert shown is not None
    assert shown["REL-1"] == len(machine["commitments"]["REL-1"])
    assert shown["days_to_plan"] == 0
    assert not look.counts  # Nobody has calibrated Ada.


def test_what_is_filed_stays_as_it_is(desk: Desk) -> None:
    look = desk.filed({"Q1": "2"})
    assert puts(desk.ada, f"{look}/answers/Q1", rating="0", based_on=1).status_code == 422
    assert sends(desk.ada, f"{look}/file", **answers({"Q1": "0"})).status_code == 409
    assert desk.look(look).answer("Q1").rating == 2


def test_supervisors_of_the_team_read_it_and_nobody_else(desk: Desk) -> None:
    look = desk.filed()
    page = desk.as_(FLO).get(look)
    assert "Ada Reed said" in page.text
    assert "Make this look final" not in page.text
    for user in (SAM, JO, KIT):
        assert desk.as_(user).get(look).status_code == 404


def test_whoever_rates_the_same_plan_stays_blind_until_they_have_filed(desk: Desk) -> None:
    look = desk.filed()
    flo = desk.as_(FLO)
    own = desk.begins(flo)
    assert flo.get(look).status_code == 404
    assert sends(flo, f"{own}/file", **answers({})).status_code == 303
    assert flo.get(look).status_code == 200


def test_a_rating_far_from_the_suggestion_asks_why(desk: Desk) -> None:
    look = desk.filed({"Q1": "0", "Q2": "1", "Q6": "not applicable"})
    page = desk.ada.get(look)
    assert re.findall(r'name="why-(Q\d+)"', page.text) == ["Q1", "Q2"]
    assert sends(desk.ada, f"{look}/final").status_code == 422
    marks = {f"based_on-{one}": hidden_of(page, f"based_on-{one}") for one in ("Q1", "Q2")}
    some = {**marks, "why-Q1": "Jaydon was not asked.", "why-Q2": ""}
    answer = sends(desk.ada, f"{look}/apart", **some)
    assert answer.status_code == 422
    assert "You said 1, and the suggestion is 3. Say why, in a sentence." in answer.text
    assert desk.look(look).answer("Q1").why_apart == "Jaydon was not asked."  # It is kept already.
    marks = {f"based_on-{one}": hidden_of(answer, f"based_on-{one}") for one in ("Q1", "Q2")}
    both = {**some, **marks, "why-Q2": "The title is the office's."}
    assert sends(desk.ada, f"{look}/apart", **both).status_code == 303
    assert sends(desk.ada, f"{look}/final").status_code == 303
    assert desk.look(look).final_at is not None


def test_two_tabs_do_not_overwrite_a_reason(desk: Desk) -> None:
    look = desk.filed({"Q1": "0"})
    mark = hidden_of(desk.ada.get(look), "based_on-Q1")
    sends(desk.ada, f"{look}/apart", **{"why-Q1": "The first tab.", "based_on-Q1": mark})
    late = sends(desk.ada, f"{look}/apart", **{"why-Q1": "The second.", "based_on-Q1": mark})
    assert late.status_code == 409
    assert "The first tab." in late.text
    assert "The second." in late.text
    assert desk.look(look).answer("Q1").why_apart == "The first tab."


def test_only_the_rater_gives_reasons_and_makes_it_final(desk: Desk) -> None:
    look = desk.filed({"Q1": "0"})
    flo = desk.as_(FLO)
    assert sends(flo, f"{look}/apart", **{"why-Q1": "No."}).status_code == 404
    assert sends(flo, f"{look}/final").status_code == 404


def test_a_remark_is_settled_before_the_look_is_final(desk: Desk) -> None:
    look = desk.filed()
    key = remark(desk, look)
    page = desk.ada.get(look)
    assert "Flo Reed" in page.text
    assert "Is it theirs?" in page.text
    assert sends(desk.ada, f"{look}/final").status_code == 422
    empty = sends(desk.ada, f"{look}/remarks/{key}", settled=" ")
    assert empty.status_code == 422
    assert "It is not said what came of it." in empty.text
    assert sends(desk.ada, f"{look}/remarks/{key}", settled="We asked Sam.").status_code == 303
    assert sends(desk.ada, f"{look}/final").status_code == 303
    assert "We asked Sam." in desk.ada.get(look).text


def test_the_same_remark_twice_is_one(desk: Desk) -> None:
    look = desk.filed()
    known = {"criterion": "Q1", "words": "Once.", "key": str(new_id())}
    for _ in range(2):
        assert sends(desk.ada, f"{look}/remarks", **known).status_code == 303
    assert desk.ada.get(look).text.count("Once.") == 1


def test_two_who_settle_one_remark_lose_no_word(desk: Desk) -> None:
    look = desk.filed()
    key = remark(desk, look)
    sends(desk.as_(FLO), f"{look}/remarks/{key}", settled="Done by Flo.")
    late = sends(desk.ada, f"{look}/remarks/{key}", settled="Done by Ada.")
    assert late.status_code == 409
    assert "Done by Flo." in late.text
    assert "Done by Ada." in late.text


def test_a_remark_without_words_or_on_nothing_is_not_kept(desk: Desk) -> None:
    look = desk.filed()
    known = {"words": "", "criterion": "Q1", "key": str(new_id())}
    assert sends(desk.ada, f"{look}/remarks", **known).status_code == 422
    known["words"] = "Hm."
    assert sends(desk.ada, f"{look}/remarks", **{**known, "criterion": "Q3"}).status_code == 404
    assert sends(desk.ada, f"{look}/remarks", **{**known, "key": "no"}).status_code == 400
    assert sends(desk.ada, f"{look}/remarks/{new_id()}", settled="x").status_code == 404


def test_nothing_of_a_final_look_changes(desk: Desk) -> None:
    look = desk.filed()
    key = remark(desk, look)
    sends(desk.ada, f"{look}/remarks/{key}", settled="Yes.")
    sends(desk.ada, f"{look}/final")
    more = {"criterion": "Q1", "words": "One more.", "key": str(new_id())}
    assert sends(desk.ada, f"{look}/remarks", **more).status_code == 409
    assert sends(desk.ada, f"{look}/apart").status_code == 409
    assert desk.ada.get(f"{look}/observed").status_code == 409
    page = desk.ada.get(look)
    assert "This look is final" in page.text
    assert "Add a remark" not in page.text


def test_a_meeting_that_was_watched_stands_beside_with_the_familys_yes(desk: Desk) -> None:
    look = desk.filed()
    saw = {"based_on": "0", "respect": "Blair chose where to sit."}
    refused = sends(desk.ada, f"{look}/observed", **saw)
    assert refused.status_code == 422
    assert "It is not said who of the family said yes." in refused.text
    assert "Blair chose where to sit." in refused.text
    yes = {"yes_by": "Nan", "yes_on": "20 February 2026"}
    assert sends(desk.ada, f"{look}/observed", **saw, **yes).status_code == 303
    page = desk.ada.get(look)
    assert "Blair chose where to sit." in page.text
    assert "said yes to it on Friday 20 February 2026" in page.text
    late = sends(desk.ada, f"{look}/observed", **{**saw, "respect": "Other words."}, **yes)
    assert late.status_code == 409
    assert "Blair chose where to sit." in late.text
    assert "Other words." in late.text


def test_a_service_s_own_criteria_are_asked_and_what_it_leaves_out_is_said(tmp_path: Path) -> None:
    own = tmp_path / "ours.toml"
    own.write_text(
        'format = "facilitator-rubric/1"\nabout = "Ours."\n'
        '[[criterion]]\nid = "S/1"\nname = "Food"\ncommitments = ["RES-3"]\n'
        'asks = "What was there?"\n'
        'anchors = ["No food.", "Biscuits.", "Lunch.", "The family\'s own food."]\n'
        '[[left_out]]\nid = "Q11"\nwhy = "Our days are counted elsewhere."\n'
    )
    desk = a_desk(rubric=own)
    look = desk.begins(depth="full")
    page = desk.ada.get(look)
    assert "Biscuits." in page.text
    assert "Our days are counted elsewhere." in page.text
    assert puts(desk.ada, f"{look}/answers/S/1", rating="1").status_code == 200
    asked = re.findall(r'data-criterion="([^"]+)"', page.text)
    form = {f"rating-{one}": "2" for one in asked} | {f"words-{one}": "" for one in asked}
    form |= {"based_on-S/1": "1"}
    assert sends(desk.ada, f"{look}/file", **form).status_code == 303
    filed = desk.ada.get(look).text
    assert "A person judges it." in filed
    assert "Our days are counted elsewhere." in filed
