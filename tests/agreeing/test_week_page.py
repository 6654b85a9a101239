"""A normal Tuesday: what the steps say of that day, in order of time, and nothing else."""

from tests.agreeing.at_the_walk import Walk, boxes_of, kept


def test_a_tuesday_is_told_in_order_of_time() -> None:
    told = Walk().text("/week")
    assert "This is what your steps say of Tuesday 2 March." in told
    at = [told.index(words) for words in ("10am", "7.45pm", "9pm", "On that day, at no time")]
    assert at == sorted(at)
    assert "Nothing is said at a time here. Ask: who is there then?" in told


def test_nothing_is_put_on_a_day_by_guessing() -> None:
    told = Walk().text("/week")
    here, unsure = told.split("Is it on that day too? The step does not say")
    assert "Take Jaydon to his hearing visits" not in here
    assert "take Jaydon to his hearing visits" in unsure
    assert "This starts later" in unsure


def test_another_day_and_another_week_can_be_chosen() -> None:
    walk = Walk()
    saturday = walk.text("/week?day=2027-03-06")
    assert "A normal Saturday" in saturday
    assert "11am to 3pm Uncle Leon and Auntie Bev: Bring Tiana and Jaydon" in saturday
    links = walk.page("/week").links
    assert f"{walk.address}/agree/week?day=2027-03-08" in links


def test_a_day_that_is_none_is_the_usual_one() -> None:
    walk = Walk()
    for asked in ("soon", "9999-12-31", "0001-01-01", ""):
        assert "Tuesday 2 March" in walk.text(f"/week?day={asked}")


def test_a_step_added_there_stands_there() -> None:
    walk = Walk()
    typed = {"words": "Pack the bags", "people__who": "leon", "day__start": "1/3/2027"}
    form = boxes_of(walk.get("/week").get_data(as_text=True))
    often = {"words__how_often": "every school day at 7.30am"}
    way = kept(walk.post("/new/action", **{**form, **typed, **often}))
    assert "/agree/week" in way
    assert "7.30am Uncle Leon will pack the bags." in walk.text("/week")
