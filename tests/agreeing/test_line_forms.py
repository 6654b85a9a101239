"""Small forms for a line or a part of it: nothing typed is lost, nothing is overwritten."""

import pytest

from tests.agreeing.at_the_walk import Walk, boxes_of, kept, refused


@pytest.fixture(scope="module")
def walk() -> Walk:
    return Walk()


@pytest.mark.parametrize(
    ("part", "typed", "field", "held"),
    [
        ("who", {"people__who": ["grace", "bev"]}, "who", ["grace", "bev"]),
        ("start", {"day__start": "1 March 2027"}, "start", "2027-03-01"),
        ("due", {"day__due": "22/5/2027"}, "due", "2027-05-22"),
        ("how_often", {"words__how_often": "every night"}, "how_often", "every night"),
        ("checked_by", {"person__checked_by": "bev"}, "checked_by", "bev"),
        ("links", {"lines__links": ["w3"]}, "links", ["w3"]),
    ],
)
def test_one_part_of_a_step_is_changed_and_nothing_else(
    part: str, typed: dict[str, object], field: str, held: object
) -> None:
    walk = Walk()
    before = walk.line("a5")
    assert kept(walk.fill_in(f"/lines/a5/{part}", **typed)).endswith("/agree/steps/a5")
    after = walk.line("a5")
    assert after["fields"] == {**before["fields"], field: held}
    whole = ("words", "by", "exact", "name_shown", "kind", "lang", "prompt")
    assert {key: after[key] for key in whole} == {key: before[key] for key in whole}
    assert after["number"] == before["number"] + 1


def test_what_a_calendar_knew_goes_with_the_words_that_said_so() -> None:
    walk = Walk()
    line = walk.line("a5")
    body = {key: line[key] for key in ("kind", "words", "by", "fields")}
    body["fields"] = {**line["fields"], "repeats": {"each": "day", "on": [], "at": "19:45"}}
    walk.keep("a5", **{**body, "based_on": line["number"]})
    kept(walk.fill_in("/lines/a5/who", people__who="bev"))
    assert walk.line("a5")["fields"]["repeats"]["at"] == "19:45"
    kept(walk.fill_in("/lines/a5/how_often", words__how_often="every Monday"))
    assert walk.line("a5")["fields"]["repeats"] is None


def test_the_words_of_a_step_are_changed(walk: Walk) -> None:
    kept(walk.fill_in("/lines/a3/words", words="Ring Mum each night."))
    assert walk.line("a3")["words"] == "Ring Mum each night."


def test_a_form_that_changes_nothing_makes_no_new_wording(walk: Walk) -> None:
    before = walk.line("a1")
    kept(walk.fill_in("/lines/a1/all"))
    assert walk.line("a1") == before


def test_everybody_can_be_taken_off_a_step_and_it_then_asks_who(walk: Walk) -> None:
    form = boxes_of(walk.get("/lines/a9/who").get_data(as_text=True))
    form.pop("people.who")
    kept(walk.post("/lines/a9/who", **form))
    assert walk.line("a9")["fields"]["who"] == []
    assert "Who ? (change) will" in walk.text("/steps/a9").replace("Who?", "Who ?")


def test_a_day_that_is_none_comes_back_as_it_was_typed_with_the_reason(walk: Walk) -> None:
    answer = walk.fill_in("/lines/a5/start", day__start="soon")
    told = refused(answer, 422)
    assert "is not a day" in told
    assert 'value="soon"' in answer.get_data(as_text=True)
    assert walk.line("a5")["fields"]["start"] == "2027-02-28"


def test_two_who_change_one_step_at_a_time_both_see_both_texts() -> None:
    walk = Walk()
    form = boxes_of(walk.get("/lines/a5/words").get_data(as_text=True))
    kept(walk.fill_in("/lines/a5/words", words="Theirs."))
    answer = walk.post("/lines/a5/words", **{**form, "words": "Ours."})
    told = refused(answer, 409)
    assert "This was changed while you were writing" in told
    assert "Theirs." in told
    assert "Ours." in answer.get_data(as_text=True)
    assert walk.line("a5")["words"] == "Theirs."
    again = boxes_of(answer.get_data(as_text=True))
    kept(walk.post("/lines/a5/words", **again))
    assert walk.line("a5")["words"] == "Ours."


def test_exact_words_are_changed_only_with_the_familys_yes() -> None:
    walk = Walk()
    line = walk.line("a5")
    body = {key: line[key] for key in ("kind", "words", "by", "fields")}
    walk.keep("a5", **{**body, "exact": True, "based_on": line["number"]})
    page = walk.get("/lines/a5/words").get_data(as_text=True)
    assert "These are somebody&#39;s exact words" in page or "somebody's exact words" in page
    told = refused(walk.fill_in("/lines/a5/words", words="Other words.", yes_by=""), 422)
    assert "They are changed only with the family's yes." in told
    assert "Other words." in told
    kept(walk.fill_in("/lines/a5/words", words="Other words.", yes_by="grace"))
    assert walk.line("a5")["words"] == "Other words."


def test_the_day_of_a_step_with_exact_words_needs_nobodys_yes() -> None:
    walk = Walk()
    line = walk.line("a5")
    body = {key: line[key] for key in ("kind", "words", "by", "fields")}
    walk.keep("a5", **{**body, "exact": True, "based_on": line["number"]})
    assert "exact words" not in walk.text("/lines/a5/start")
    kept(walk.fill_in("/lines/a5/start", day__start="1/3/2027"))


@pytest.mark.parametrize(
    ("kind", "stop", "typed", "shown"),
    [
        ("action", "week", {"words": "Feed the cat", "people__who": "grace"}, "feed the cat"),
        ("if_then", "bad_day", {"words__if": "the car breaks", "words": "Ask Joy."}, "Ask Joy."),
        ("request", "help", {"words": "A school bus", "person__of": "farah"}, "A school bus"),
        ("disagreement", "differences", {"words": "Bedtime?"}, "Bedtime?"),
        ("meet_sooner", "meet_again", {"words": "the cat runs off"}, "the cat runs off"),
        ("telling", "meet_again", {"words": "the milkman"}, "the milkman"),
        ("keep_going", "keeper", {"words": "cake on Fridays"}, "cake on Fridays"),
    ],
)
def test_a_new_line_is_kept_once_and_stands_at_its_stop(
    walk: Walk, kind: str, stop: str, typed: dict[str, str], shown: str
) -> None:
    where = f"/new/{kind}?stop={stop}"
    form = boxes_of(walk.get(where).get_data(as_text=True))
    way = kept(walk.post(where, **{**form, **typed}))
    kept(walk.post(where, **{**form, **typed}))  # The same form once more, by a double touch.
    assert shown in walk.text(way.split("/agree")[1].split("#")[0])
    same = [one for one in walk.lines() if one["ref"] == form["ref"]]
    assert [one["kind"] for one in same] == [kind]


def test_a_new_step_answers_the_question_of_its_stop(walk: Walk) -> None:
    form = boxes_of(walk.get("/week").get_data(as_text=True))
    kept(walk.post("/new/action", **{**form, "words": "Lay the clothes out"}))
    assert walk.line(form["ref"])["prompt"] == "RSP-3c"


def test_a_new_line_without_a_word_is_refused_and_the_rest_of_the_form_stays(walk: Walk) -> None:
    answer = walk.fill_in("/new/if_then?stop=bad_day", words="\x07 Ring.")
    assert "Ring." in refused(answer, 422)
    empty = walk.fill_in("/new/meet_sooner?stop=meet_again")
    assert "There is nothing in this line." in refused(empty, 422)


def test_a_no_keeps_its_reason_and_a_not_yet_who_decides_and_by_when(walk: Walk) -> None:
    (first, second, *_) = [one["ref"] for one in walk.lines() if one["kind"] == "request"]
    no = {"choice__answer": "no", "words__reason": "No money is left.", "day__by": ""}
    kept(walk.fill_in(f"/lines/{first}/all?stop=help", **no))
    later = {
        "choice__answer": "not_yet",
        "words__decides": "the school's head",
        "day__by": "19/3/2027",
    }
    kept(walk.fill_in(f"/lines/{second}/all?stop=help", **later))
    told = walk.text("/help")
    assert "No. Why: No money is left." in told
    assert "Who decides: the school's head By Friday 19 March." in told


def test_what_is_missing_of_an_answer_is_said_and_stops_nobody(walk: Walk) -> None:
    ref = next(one["ref"] for one in walk.lines() if one["kind"] == "request")
    none = {"choice__answer": "no", "words__reason": "", "words__decides": "", "day__by": ""}
    kept(walk.fill_in(f"/lines/{ref}/all?stop=help", **none))
    assert "A no needs its reason. Ask for it now." in walk.text("/help")


def test_a_line_that_is_not_there_and_a_kind_of_no_stop_are_not_found(walk: Walk) -> None:
    assert walk.get("/lines/nothing/all").status_code == 404
    assert walk.get("/lines/a5/nothing").status_code == 404
    assert walk.get("/new/worry").status_code == 404
    assert walk.get("/lines/w1/words").status_code == 404  # A worry is no part of the draft.


def test_whoever_keeps_the_plan_is_of_the_family_or_beside_it(walk: Walk) -> None:
    page = walk.get("/new/plan_keeper?stop=keeper").get_data(as_text=True)
    assert "Auntie Bev</option>" in page
    assert "Pastor Joy</option>" in page
    assert "Farah</option>" not in page


def test_the_keeper_and_the_day_are_changed_in_place_and_never_doubled() -> None:
    walk = Walk()
    for kind, part in (("plan_keeper", {"by": "leon"}), ("meet_again", {"time__time": "11:00"})):
        ref = next(one["ref"] for one in walk.lines() if one["kind"] == kind)
        kept(walk.fill_in(f"/lines/{ref}/all?stop=keeper", **part))
        assert len([one for one in walk.lines() if one["kind"] == kind]) == 1
    assert "Uncle Leon looks after this plan." in walk.text()
    assert "Saturday 22 May 2027 at 11am" in walk.text()
