"""A line is left out and brought back; nothing is lost by it."""

from tests.agreeing.at_the_walk import Walk, kept, refused


def test_a_step_is_left_out_and_brought_back() -> None:
    walk = Walk()
    kept(walk.fill_in("/leave-out/a5", do="leave_out"))
    assert "a5" not in {one["ref"] for one in walk.lines()}
    told = walk.text("/steps")
    assert "Step" not in told.split("Left out (1)")[0].split("Add a step")[0]
    assert "Sit with Tiana at bedtime" in told.split("Left out (1)")[1]
    assert "It was left out. It stands in no plan." in walk.text("/steps/a5")
    assert walk.get("/lines/a5/who").status_code == 404
    assert kept(walk.fill_in("/leave-out/a5", do="bring_back")).endswith("/agree/steps/a5")
    assert walk.line("a5")["words"].startswith("Sit with Tiana")


def test_exact_words_are_left_out_only_with_the_familys_yes() -> None:
    walk = Walk()
    line = walk.line("a5")
    body = {key: line[key] for key in ("kind", "words", "by", "fields")}
    walk.keep("a5", **{**body, "exact": True, "based_on": line["number"]})
    answer = walk.fill_in("/leave-out/a5", do="leave_out", yes_by="")
    assert "They are changed only with the family's yes." in refused(answer, 422)
    assert 'href="#yes_by"' in answer.get_data(as_text=True)
    assert "a5" in {one["ref"] for one in walk.lines()}
    kept(walk.fill_in("/leave-out/a5", do="leave_out", yes_by="grace"))
    assert "a5" not in {one["ref"] for one in walk.lines()}


def test_a_line_that_was_changed_meanwhile_is_looked_at_once_more() -> None:
    walk = Walk()
    answer = walk.fill_in("/leave-out/a5", do="leave_out", based_on="7")
    assert "This line was changed while you looked at it." in refused(answer, 409)
    assert "a5" in {one["ref"] for one in walk.lines()}


def test_it_leads_back_to_the_stop_that_it_came_from() -> None:
    walk = Walk()
    ref = next(one["ref"] for one in walk.lines() if one["kind"] == "if_then")
    way = kept(walk.fill_in(f"/leave-out/{ref}?stop=bad_day", do="leave_out"))
    assert way == f"{walk.address}/agree/bad-day"
    assert "Left out (1)" in walk.text("/bad-day")
    assert walk.get("/leave-out/nothing").status_code == 404
