"""The administrator's pages, by real requests."""

from dataclasses import replace
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from facilitator.accounts import store, supervised
from facilitator.accounts.user import Duty, Team, User
from facilitator.database import new_id, reading, writing
from tests.accounts.at_the_door import form, has_a_second_step, is_in, sets_up, signs_in
from tests.web import PASSWORD, SAM, TEAM, a_client, a_stranger, add_user, an_app, judged, signed_in

TAW = Team(new_id(), "Taw Valley")
KIT = replace(
    SAM,
    id=new_id(),
    email="kit@example.org",
    name="Kit Reed",
    duties=frozenset({Duty.SUPERVISOR}),
)
FIRST = "teapot lighthouse badger"
NEW = {
    "name": "Ash Lane",
    "email": "ash@example.org",
    "team": str(TEAM.id),
    "new_team": "",
    "duties": ["supervisor"],
    "looks_after": [str(TAW.id)],
    "password": FIRST,
    "again": FIRST,
}


def an_office() -> Flask:
    """Sam looks after Facilitator; Kit is a supervisor; there is a second team."""
    app = an_app()
    with app.app_context(), writing() as session:
        store.save_team(session, TAW)
    add_user(app, KIT)
    return app


def posts(client: FlaskClient, address: str, **typed: Any) -> TestResponse:
    return client.post(address, data={"csrf_token": form(client, "/account"), **typed})


def keeps(client: FlaskClient, user: User, seen: str | None = None, **typed: Any) -> TestResponse:
    address = f"/people/{user.id}"
    shown = client.get(address).text.partition('name="seen"')[2].partition('value="')[2]
    standing = {"team": str(TEAM.id), "new_team": "", "seen": seen or shown.partition('"')[0]}
    return posts(client, address, **{**standing, **typed})


def found(app: Flask, user: User) -> User:
    with app.app_context(), reading() as session:
        return store.load_user(session, user.id)


def errors(answer: TestResponse) -> str:
    assert answer.status_code == 422
    return " ".join(judged(answer).all("li"))


def test_everybody_stands_in_their_team_with_what_they_do() -> None:
    app = an_office()
    with app.app_context(), writing() as session:
        supervised.give(session, KIT.id, TAW.id)
    page = judged(a_client(app).get("/people"))
    assert page.all("h2") == ["Exe Valley"]  # A team in which nobody is, is not shown.
    said = " ".join(page.all("li"))
    assert "Sam Hill (you) Facilitator, administrator" in said
    assert "Kit Reed Supervisor Looks after Taw Valley too" in said


def test_a_new_supervisor_signs_in_with_the_first_password_and_is_asked_to_change_it() -> None:
    app = an_office()
    answer = posts(a_client(app), "/people/new", **NEW)
    assert answer.headers["Location"] == "/people"
    ash = a_stranger(app)
    assert signs_in(ash, "ash@example.org", FIRST).headers["Location"] == "/sign-in/second-step"
    way = next(one for one in judged(sets_up(ash)).links if "password" in one)
    assert way == "/account/password?next=/"
    assert "Somebody else chose your password" in judged(ash.get(way)).all("p")[1]
    assert "Exe Valley, Taw Valley" in judged(ash.get("/account")).all("dd")
    assert ash.get("/people").status_code == 404
    done = posts(ash, "/account/password", now=FIRST, new=PASSWORD, again=PASSWORD, next="/")
    assert (done.status_code, done.headers["Location"]) == (303, "/")
    assert "Somebody else" not in ash.get("/account").text
    again = signs_in(a_stranger(app), "ash@example.org", PASSWORD)
    assert again.headers["Location"] == "/sign-in/code"


def test_what_is_wrong_with_a_new_account_is_told_and_every_word_stays() -> None:
    client = a_client(an_office())
    wrong = {**NEW, "again": "another", "password": "short", "duties": ["facilitator"]}
    answer = posts(client, "/people/new", **wrong)
    said = errors(answer)
    for one in ("It has 5 characters", "The two passwords differ", "Only a supervisor"):
        assert one in said
    assert 'value="ash@example.org"' in answer.text
    assert 'value="facilitator" checked' in answer.text
    assert "short" not in answer.text
    assert "There is already an account" in errors(
        posts(client, "/people/new", **{**NEW, "email": SAM.email.upper()})
    )
    assert "No team is chosen" in errors(posts(client, "/people/new", **{**NEW, "team": ""}))


def test_somebody_with_other_duties_is_signed_out_and_comes_in_anew() -> None:
    app = an_office()
    kit, sam = signed_in(app, KIT), a_client(app)
    answer = keeps(sam, KIT, duties=["supervisor", "facilitator"], looks_after=[str(TAW.id)])
    assert answer.status_code == 303
    assert not is_in(kit)
    page = judged(sam.get(answer.headers["Location"]))
    assert "Changed. Kit Reed is signed out everywhere" in " ".join(page.all("p"))
    assert any("by Sam Hill: Duties: facilitator, supervisor." in one for one in page.all("li"))
    assert found(app, KIT).duties == {Duty.FACILITATOR, Duty.SUPERVISOR}


def test_where_somebody_else_changed_it_meanwhile_both_stand_on_the_page() -> None:
    app = an_office()
    sam = a_client(app)
    answer = keeps(sam, KIT, seen="as it was before", duties=["facilitator"])
    assert answer.status_code == 409
    page = judged(answer)
    assert "Somebody else changed this account meanwhile." in " ".join(page.all("p"))
    assert 'value="facilitator" checked' in answer.text
    assert found(app, KIT).duties == KIT.duties
    mark = answer.text.partition('name="seen"')[2].partition('value="')[2].partition('"')[0]
    assert keeps(sam, KIT, seen=mark, duties=["facilitator"]).status_code == 303
    assert found(app, KIT).duties == {Duty.FACILITATOR}


def test_the_last_administrator_reads_why_they_can_not_give_that_up() -> None:
    app = an_office()
    said = errors(keeps(a_client(app), SAM, duties=["facilitator"]))
    assert "Sam Hill is the last administrator. Make somebody else" in said
    assert found(app, SAM) == SAM


def test_who_gives_themself_more_says_so_and_it_stands_for_everybody_to_read() -> None:
    app = an_office()
    sam = a_client(app)
    more = ["facilitator", "administrator", "supervisor"]
    assert "You give yourself more: supervisor." in errors(keeps(sam, SAM, duties=more))
    assert keeps(sam, SAM, duties=more, knowingly="y").status_code == 303
    assert not is_in(sam)
    page = judged(a_client(app).get(f"/people/{SAM.id}"))
    assert any("by Sam Hill: Duties: facilitator, supervisor" in one for one in page.all("li"))


def test_somebody_is_stopped_let_back_and_signed_out_with_one_button_each() -> None:
    app = an_office()
    sam = a_client(app)
    for button, may in (("sign-out", True), ("stop", False), ("let-back", True)):
        kit = signed_in(app, KIT)
        assert posts(sam, f"/people/{KIT.id}/{button}").status_code == 303
        assert button == "let-back" or not is_in(kit)
        assert (signs_in(a_stranger(app), KIT.email).status_code == 303) is may
    assert posts(sam, f"/people/{SAM.id}/stop").status_code == 409
    assert found(app, SAM).is_active


def test_the_second_step_of_somebody_who_lost_their_telephone_is_taken_off() -> None:
    app = an_office()
    has_a_second_step(app, KIT)
    sam, kit = a_client(app), signed_in(app, KIT)
    assert "Signs in with a second step" in sam.get("/people").text
    answer = posts(sam, f"/people/{KIT.id}/second-step-off")
    page = judged(sam.get(answer.headers["Location"]))
    assert "Kit Reed's second step is taken off" in " ".join(page.all("p"))
    assert any("by Sam Hill: Second step taken off." in one for one in page.all("li"))
    assert "second-step-off" not in sam.get(f"/people/{KIT.id}").text
    assert not is_in(kit)
    assert signs_in(a_stranger(app), KIT.email).headers["Location"] == "/sign-in/second-step"
    again = sam.get(posts(sam, f"/people/{KIT.id}/second-step-off").headers["Location"])
    assert "Kit Reed has no second step." in again.text


def test_nobody_takes_off_their_own_second_step_among_the_accounts() -> None:
    app = an_office()
    has_a_second_step(app)
    sam = a_client(app)
    assert posts(sam, f"/people/{SAM.id}/second-step-off").status_code == 409
    assert is_in(sam)
    assert signs_in(a_stranger(app)).headers["Location"] == "/sign-in/code"


def test_a_password_is_changed_by_whoever_knows_it_and_ends_every_other_visit() -> None:
    app = an_office()
    here, there = signed_in(app, KIT), signed_in(app, KIT)
    wrong = posts(here, "/account/password", now="no idea", new=FIRST, again=FIRST)
    assert "This is not your password of now." in errors(wrong)
    same = posts(here, "/account/password", now=PASSWORD, new=PASSWORD, again=PASSWORD)
    assert "This is your password of now. Choose another one." in errors(same)
    weak = posts(here, "/account/password", now=PASSWORD, new="kitreed1", again="kitreed1")
    assert "made of a name that others know" in errors(weak)
    assert is_in(there)
    done = posts(here, "/account/password", now=PASSWORD, new=FIRST, again=FIRST)
    assert done.headers["Location"] == "/account"
    assert is_in(here)
    assert not is_in(there)


def test_who_guesses_the_password_of_an_open_account_has_to_wait_too() -> None:
    client = signed_in(an_office(), KIT)
    for _ in range(10):
        posts(client, "/account/password", now="no idea", new=FIRST, again=FIRST)
    answer = posts(client, "/account/password", now=PASSWORD, new=FIRST, again=FIRST)
    assert answer.status_code == 429
    assert "too many tries" in " ".join(judged(answer).all("li"))
