"""The steps, one at a time, and who says that they sound like them."""

from tests.agreeing.at_the_walk import Walk, kept, refused
from tests.web import a_stranger


def test_a_step_is_read_aloud_as_one_sentence_with_a_way_to_change_each_part() -> None:
    walk = Walk()
    page = walk.page("/steps/a5")
    assert page.all("h1") == ["Step 5 of 11"]
    assert page.all("p")[0:1] != []
    told = walk.text("/steps/a5")
    assert "every night at 7.45pm (change), from Sunday 28 February (change)." in told
    for part in ("who", "words", "how_often", "start"):
        way = f"{walk.address}/agree/lines/a5/{part}?stop=steps"
        assert way in page.links
        walk.page(f"/lines/a5/{part}")


def test_the_next_step_the_one_before_and_the_next_stop_are_one_touch_away() -> None:
    walk = Walk()
    assert {f"{walk.address}/agree/steps/a4", f"{walk.address}/agree/steps/a6"} <= set(
        walk.page("/steps/a5").links
    )
    assert f"{walk.address}/agree/week" in walk.page("/steps/a11").links


def test_whoever_says_that_it_sounds_like_them_is_kept_with_one_touch() -> None:
    walk = Walk()
    assert kept(walk.says_so("a5", "grace")) == f"{walk.address}/agree/steps/a5"
    kept(walk.says_so("a5", "tiana", "another key"))
    page = walk.get("/steps/a5").get_data(as_text=True)
    assert page.count('aria-pressed="true"') == 2
    assert 'value="grace.no" aria-pressed="true"' in page
    assert "1 of 11 sound like us." in walk.text()


def test_a_second_touch_takes_it_away() -> None:
    walk = Walk()
    kept(walk.says_so("a5", "grace"))
    kept(walk.says_so("a5", "grace.no", "another key"))
    assert 'aria-pressed="true"' not in walk.get("/steps/a5").get_data(as_text=True)


def test_the_same_touch_that_comes_twice_is_one() -> None:
    walk = Walk()
    kept(walk.says_so("a5", "grace", "one key"))
    kept(walk.says_so("a5", "grace.no", "other key"))
    kept(walk.says_so("a5", "grace", "one key"))
    assert 'aria-pressed="true"' not in walk.get("/steps/a5").get_data(as_text=True)


def test_a_changed_step_asks_again_and_says_who_had_said_so() -> None:
    walk = Walk()
    kept(walk.says_so("a5", "grace"))
    kept(walk.fill_in("/lines/a5/how_often", words__how_often="every night at 8pm"))
    told = walk.text("/steps/a5")
    assert "It was changed since Nan said so. Read it again." in told
    assert "1 to read again, for the words changed." in walk.text()


def test_a_step_that_was_changed_meanwhile_has_to_be_read_again() -> None:
    walk = Walk()
    answer = walk.post("/steps/a5/sounds", heard="of other words", by="grace", key="k")
    assert "This step was changed while you read it. Read it aloud again." in refused(answer, 409)
    assert 'aria-pressed="true"' not in walk.get("/steps/a5").get_data(as_text=True)


def test_no_worker_says_for_a_family_that_a_step_of_theirs_sounds_like_them() -> None:
    walk = Walk()
    refused(walk.says_so("a5", "farah"), 409)
    refused(walk.says_so("a5", "nobody"), 409)
    kept(walk.says_so("a7", "farah"))  # It is her own step.


def test_what_is_hidden_from_somebody_who_is_here_is_not_read_aloud_to_them() -> None:
    walk = Walk()
    warned = "Don't read it aloud while Tiana, Jaydon and Pastor Joy can hear."
    assert warned in walk.text("/steps/a2")
    for where in ("/week", "/steps", "/worries", "/worries/w1"):
        assert warned in walk.text(where)
    assert "Don't read it aloud" not in walk.text("/steps/a5")
    walk.happens("stepped_out", "joy")
    assert "while Tiana and Jaydon can hear" in walk.text("/steps/a2")


def test_a_step_that_hurts_somebody_waits_for_their_yes() -> None:
    walk = Walk()
    line = walk.line("a5")
    kept_line = {key: line[key] for key in ("kind", "words", "by", "fields")}
    walk.keep("a5", **{**kept_line, "based_on": line["number"], "hurts": "charlene"})
    assert "what hurt Mum, who has not said yes" in walk.text("/steps/a5")


def test_what_is_no_step_and_what_is_not_there_is_not_found() -> None:
    walk = Walk()
    assert walk.get("/steps/w1").status_code == 404
    assert walk.get("/steps/nothing").status_code == 404
    assert walk.post("/steps/nothing/sounds", by="grace", key="k").status_code == 404


def test_nothing_is_shown_to_a_stranger_or_in_private_time() -> None:
    walk = Walk()
    assert a_stranger(walk.app).get(f"{walk.address}/agree/steps").status_code == 303
    walk.in_private_time()
    for where in ("", "/steps", "/steps/a5", "/week", "/worries", "/needs", "/lines/a5/who"):
        answer = walk.get(where)
        assert "Stop " not in answer.get_data(as_text=True)
        assert "bedtime" not in answer.get_data(as_text=True)
    before = walk.post("/steps/a5/sounds", by="grace", key="k", heard="x")
    assert before.status_code != 303
