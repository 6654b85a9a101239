"""What each person needed to join in, and what we did about it."""

from tests.agreeing.at_the_walk import Walk, kept, refused


def form_of(walk: Walk, who: str) -> tuple[str, str]:
    """Where that person's form goes, and what it is based on."""
    where = f"/needs/{walk.address_of(who)}"
    html = walk.get("/needs").get_data(as_text=True).split(f"/agree{where}")[1]
    return where, html.split('name="based_on" value="')[1].split('"')[0]


def test_what_we_did_is_kept_for_that_person() -> None:
    walk = Walk()
    where, based_on = form_of(walk, "winston")
    way = kept(walk.post(where, based_on=based_on, met_by="Leon read it all to him."))
    assert way.endswith(f"#person-{walk.address_of('winston')}")
    (need,) = walk.person("winston").needs
    assert need.met_by == "Leon read it all to him."
    assert need.need == "sight loss: big print and hear it read"


def test_a_need_that_was_not_met_is_left_open_and_said() -> None:
    walk = Walk()
    where, based_on = form_of(walk, "winston")
    kept(walk.post(where, based_on=based_on, met_by="  "))
    assert "For 1 of" in walk.text()
    assert "1 still open" in walk.text("/needs")


def test_nothing_is_overwritten_and_what_was_typed_stays_in_the_form() -> None:
    walk = Walk()
    where, based_on = form_of(walk, "winston")
    kept(walk.post(where, based_on=based_on, met_by="Theirs."))
    told = refused(walk.post(where, based_on=based_on, met_by="Ours."), 409)
    assert "Ours." in told
    assert "Kept now: Theirs." in told
    assert walk.person("winston").needs[0].met_by == "Theirs."
    kept(walk.post(where, based_on=based_on, met_by="Theirs."))  # The same once more.


def test_what_no_paper_can_print_is_refused_with_every_other_word() -> None:
    walk = Walk()
    where, based_on = form_of(walk, "winston")
    told = refused(walk.post(where, based_on=based_on, met_by="Big\x07 print."), 422)
    assert "print." in told
    long = refused(walk.post(where, based_on=based_on, met_by="a" * 5001), 422)
    assert "That is too long." in long


def test_a_form_that_does_not_fit_and_nobody_are_turned_away() -> None:
    walk = Walk()
    where, based_on = form_of(walk, "winston")
    assert walk.post(where, based_on=based_on).status_code == 400
    assert walk.post(f"/needs/{walk.kept.id}", met_by="x").status_code == 404


def test_the_needs_of_one_person_are_folded_away_from_the_others() -> None:
    walk = Walk()
    assert "Turn the screen away." in walk.text("/needs")
    assert "<details open" not in walk.get("/needs").get_data(as_text=True)


def test_needs_of_the_family_say_which_step_meets_them() -> None:
    walk = Walk()
    told = walk.text("/needs")
    needs = told.split("What the family needs, day to day")[1]
    assert "✓ Wash and plait Tiana's hair with Mum." in needs
