"""Back to each worry, need and bottom line: which step helps, or who comes back, and when."""

from tests.agreeing.at_the_walk import Walk, boxes_of, kept, refused


def touch(walk: Walk, ref: str, step: str, key: str = "k") -> str:
    number = walk.line(step)["number"]
    return kept(walk.post(f"/worries/{ref}", step=f"{step}@{number}", key=key))


def test_one_touch_says_that_a_step_helps_and_a_second_takes_it_away() -> None:
    walk = Walk()
    links = walk.line("a9")["fields"]["links"]
    touch(walk, "w1", "a9")
    assert walk.line("a9")["fields"]["links"] == [*links, "w1"]
    touch(walk, "w1", "a9", "another")
    assert walk.line("a9")["fields"]["links"] == links


def test_a_step_is_not_read_again_for_what_it_answers() -> None:
    walk = Walk()
    kept(walk.says_so("a9", "grace"))
    touch(walk, "w1", "a9")
    assert "changed" not in walk.text("/steps/a9").split("More:")[0].replace("(change)", "")


def test_a_step_that_was_changed_meanwhile_is_touched_once_more() -> None:
    walk = Walk()
    told = refused(walk.post("/worries/w1", step="a9@7", key="k"), 409)
    assert "This step was changed while you looked at it." in told


def test_a_worry_with_no_step_says_so_until_somebody_comes_back_by_a_day() -> None:
    walk = Walk()
    for step in ("a5", "a1"):
        touch(walk, "w3", step, step)
    assert "1 has no step yet." in walk.text()
    assert "No step helps yet." in walk.text("/worries")
    form = boxes_of(walk.get("/new/unknown?stop=worries&about=w3").get_data(as_text=True))
    assert form["about"] == "w3"
    who = {"words": "Who sits with her at night?", "person__who": "farah"}
    way = kept(walk.post("/new/unknown", **{**form, **who}))
    assert way.endswith("/agree/worries/w3")
    assert "By when?" in walk.text("/worries/w3")
    assert "1 has no step yet." in walk.text()
    ref = form["ref"]
    kept(walk.fill_in(f"/lines/{ref}/all?stop=worries", day__by="5/3/2027"))
    assert "Farah comes back to us by Friday 5 March." in walk.text("/worries/w3")
    assert "Each worry, need and bottom line has an answer." in walk.text()
    assert walk.line(ref)["fields"]["about"] == ["w3"]


def test_every_worry_need_and_bottom_line_is_on_the_way() -> None:
    walk = Walk()
    refs = [one["ref"] for one in walk.lines() if one["kind"] in ("worry", "need", "bottom_line")]
    links = walk.page("/worries").links
    assert {f"{walk.address}/agree/worries/{ref}" for ref in refs} <= set(links)


def test_the_screen_is_turned_away_while_a_child_is_in_the_room() -> None:
    walk = Walk()
    assert "A child is in the room. Turn the screen away." in walk.text("/worries/w1")
    for child in ("tiana", "jaydon"):
        walk.happens("left", child)
    assert "Turn the screen away" not in walk.text("/worries/w1")
    assert "Turn the screen away" not in walk.text("/worries")


def test_what_is_no_worry_and_no_step_is_not_found() -> None:
    walk = Walk()
    assert walk.get("/worries/a5").status_code == 404
    assert walk.post("/worries/w1", step="w2@1", key="k").status_code == 404
    assert walk.post("/worries/w1", step="a5@x", key="k").status_code == 404
