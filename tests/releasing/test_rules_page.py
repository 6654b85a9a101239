"""The second person's yes: asked by name, signed in or witnessed, to the rules alone."""

import re
from dataclasses import replace
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from facilitator.accounts.sessions import now
from facilitator.accounts.user import Duty, User
from facilitator.database import new_id, reading, writing
from facilitator.meetings import store as meetings
from facilitator.people import store as people
from facilitator.releasing import asking
from tests.builders import hidden
from tests.desk.at_the_desk import token_of
from tests.releasing.handing_over_day import Day
from tests.releasing.second_persons import KIT, a_day
from tests.releasing.test_checking_page import a_document
from tests.web import SAM, add_user, an_app, judged, signed_in

HIDDEN = {"text": "14 Mill Lane, 07700 900555", "hide_from": ["marlon"], "reason": "her home"}


@pytest.fixture(scope="module")
def team() -> Flask:
    """A team in which Kit may say the second yes."""
    app = an_app()
    add_user(app, KIT)
    return app


@pytest.fixture
def day(team: Flask) -> Day:
    return a_day(a_document(confidential=[HIDDEN]), looked_through=False, app=team)


def values(answer: TestResponse) -> list[str]:
    """What the boxes of the page send."""
    return re.findall(r'name="look-readers" type="checkbox" value="([^"]+)"', answer.text)


def field(answer: TestResponse, name: str) -> str:
    found = re.search(rf'name="{name}"[^>]*value="([^"]+)"', answer.text)
    assert found
    return found[1]


def asks(day: Day, second: User = KIT) -> TestResponse:
    return day.sends("/release/rules", **{"ask-second": str(second.id), "ask-ask": "yes"})


def says(client: FlaskClient, address: str, **form: Any) -> TestResponse:
    """Say something of every rule on that page."""
    page = client.get(address)
    assert page.status_code == 200
    judged(page)
    sent = {
        "csrf_token": token_of(client),
        "look-id": field(page, "look-id"),
        "look-readers": values(page),
        "look-yes": "yes",
        **form,
    }
    return client.post(address, data={key: held for key, held in sent.items() if held})


def hides_something_more(day: Day) -> None:
    """The family hides something more from Grandad."""
    with day.app.app_context(), writing() as session:
        there = people.load(session, day.meeting.id)
        items = (*there.safety.hidden_items, hidden("the blue door", "winston"))
        safety = replace(there.safety, hidden_items=items)
        people.save(session, day.meeting.id, there.with_safety(safety))


def open_reasons(day: Day) -> set[str]:
    gate = day.opened().gate
    return {one.id for one in gate.readers if gate.second_person(one.id)}


def test_the_owner_asks_somebody_by_name_who_then_finds_it(day: Day) -> None:
    kit = signed_in(day.app, KIT)
    look = f"{day.address}/release/look-through"
    assert kit.get(look).status_code == 404  # Nobody asked yet.
    assert asks(day).status_code == 303
    judged(kit.get("/release/waiting"))
    assert look in kit.get("/release/waiting").text
    with day.app.app_context(), reading() as session:
        assert asking.count_waiting(session, KIT) >= 1
        assert asking.count_waiting(session, SAM) == 0
    assert says(kit, look).status_code == 303
    assert open_reasons(day) == set()
    assert look not in kit.get("/release/waiting").text
    assert kit.get(look).status_code == 404  # Nothing waits any more.
    assert "Kit Vale said yes" in day.client.get(f"{day.address}/release/rules").text


def test_the_second_person_sees_the_rules_and_nothing_else(day: Day) -> None:
    asks(day)
    kit = signed_in(day.app, KIT)
    page = kit.get(f"{day.address}/release/look-through")
    words = " ".join(judged(page).all("main"))
    assert "See Mum at Bev's flat." in words  # page 1
    assert "1• Mill Lane, 0•••• 9•••••" in words
    assert "14 Mill" not in page.text
    gate = day.opened().gate
    on_page_one = {one.words for one in gate.plan.page_one.rows}
    inside = {
        line.words for line in gate.plan.of("worry", "need", "action", "bottom_line")
    } - on_page_one
    assert inside
    assert [one for one in inside if one in words] == []
    for other in ("", "/release", "/copies", "/register", "/people", "/notes"):
        assert kit.get(f"{day.address}{other}").status_code == 404


@pytest.mark.parametrize(
    "somebody",
    [
        replace(KIT, id=new_id(), email="a@example.org", duties=frozenset({Duty.FACILITATOR})),
        replace(KIT, id=new_id(), email="b@example.org", stopped_at=now()),
    ],
    ids=["without the duty", "stopped"],
)
def test_nobody_else_can_be_asked(day: Day, somebody: User) -> None:
    add_user(day.app, replace(somebody, email=f"{new_id()}@example.org", id=(who := new_id())))
    answer = asks(day, replace(somebody, id=who))
    assert answer.status_code == 422
    assert "That can&#39;t be chosen here any more." in answer.text


def test_the_owner_is_never_the_second_person_whatever_their_duties() -> None:
    both = replace(SAM, duties=SAM.duties | {Duty.SECOND_PERSON})
    kept = a_day(looked_through=False).meeting
    assert not asking.may_be_second(both, kept)
    assert asking.may_be_second(KIT, kept)
    assert not asking.may_be_second(replace(KIT, team_id=new_id()), kept)


def test_where_somebody_has_an_account_nobody_is_witnessed(day: Day) -> None:
    page = day.client.get(f"{day.address}/release/rules")
    assert "look-name" not in page.text
    form = {"look-name": "Ms Okoro", "look-part": "worker", "look-yes": "yes"}
    day.sends("/release/rules", **form, **{"look-id": str(new_id()), "look-readers": "x"})
    assert day.opened().gate.yeses == ()


def test_what_is_hidden_after_the_yes_asks_again_for_that_reader_alone(day: Day) -> None:
    asks(day)
    kit = signed_in(day.app, KIT)
    says(kit, f"{day.address}/release/look-through")
    hides_something_more(day)
    assert open_reasons(day) == {"winston"}
    words = " ".join(judged(day.client.get(f"{day.address}/release/rules")).all("main"))
    assert "1 copy waits for a second person" in words
    assert "Something is new since then." in words
    asks(day)
    page = kit.get(f"{day.address}/release/look-through")
    assert len(values(page)) == 1
    assert "New" in page.text


def test_a_yes_to_what_the_page_no_longer_says_is_no_yes(day: Day) -> None:
    asks(day)
    kit = signed_in(day.app, KIT)
    address = f"{day.address}/release/look-through"
    old = values(kit.get(address))
    hides_something_more(day)
    answer = says(kit, address, **{"look-readers": old})
    assert answer.status_code == 422
    assert day.opened().gate.yeses == ()


def test_a_no_says_what_should_change_first(day: Day) -> None:
    asks(day)
    kit = signed_in(day.app, KIT)
    address = f"{day.address}/release/look-through"
    no = {"look-yes": "", "look-no": "yes"}
    empty = says(kit, address, **no)
    assert empty.status_code == 422
    assert "It does not say what is wrong." in empty.text
    assert says(kit, address, **no, **{"look-words": "Hide Nan's street too."}).status_code == 303
    assert len(open_reasons(day)) == len(day.opened().gate.readers)
    told = " ".join(judged(day.client.get(f"{day.address}/release/rules")).all("main"))
    assert "Kit Vale said no" in told
    assert "Hide Nan's street too." in told


def test_in_private_time_the_second_person_gets_the_card_too(day: Day) -> None:
    asks(day)
    with day.app.app_context(), writing() as session:
        kept = replace(meetings.load(session, day.meeting.id), in_private_time=True)
        meetings.save(session, kept)
    kit = signed_in(day.app, KIT)
    answer = kit.get(f"{day.address}/release/look-through")
    assert answer.status_code == 423
    assert f"{day.address}/release/look-through" not in kit.get("/release/waiting").text


def test_whoever_gets_an_account_meanwhile_is_asked_and_no_witness_is_kept() -> None:
    """Between the look at the page and the sending, the owner gave Kit an account."""
    day = a_day(looked_through=False, app=an_app())
    page = day.client.get(f"{day.address}/release/rules")
    form = {"look-id": field(page, "look-id"), "look-readers": values(page), "look-yes": "yes"}
    asked = iter(((), (KIT,)))
    with pytest.MonkeyPatch.context() as meanwhile:
        meanwhile.setattr(asking, "second_persons", lambda *_: next(asked))
        answer = day.sends("/release/rules", **form, **WITNESS)
    assert answer.status_code == 409
    judged(answer)
    assert day.opened().gate.yeses == ()


WITNESS = {"look-name": "Ms Okoro", "look-part": "duty worker"}


def test_on_a_laptop_with_one_account_somebody_looks_through_it_beside_the_owner() -> None:
    day = a_day(a_document(confidential=[HIDDEN]), looked_through=False)
    assert says(day.client, f"{day.address}/release/rules", **WITNESS).status_code == 303
    assert open_reasons(day) == set()
    assert all(one.is_witnessed and one.typed_by == SAM.id for one in day.opened().gate.yeses)
    words = " ".join(judged(day.client.get(f"{day.address}/release/rules")).all("main"))
    assert "Ms Okoro (duty worker) said yes" in words
    assert "as a witness, not signed in" in words


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"look-name": "Sam Hill"}, "leads this meeting"),
        ({"look-name": "Dad"}, "something is hidden from them"),
        ({"look-part": ""}, "It does not say what they are here."),
        ({"look-readers": []}, "Nobody is chosen."),
    ],
)
def test_a_witness_who_can_t_be_one_is_refused_and_nothing_typed_is_lost(
    form: dict[str, Any], said: str
) -> None:
    day = a_day(a_document(confidential=[HIDDEN]), looked_through=False)
    answer = says(day.client, f"{day.address}/release/rules", **{**WITNESS, **form})
    assert answer.status_code == 422
    assert said in " ".join(judged(answer).all("main"))
    assert {**WITNESS, **form}["look-name"] in answer.text
    assert day.opened().gate.yeses == ()


def test_the_same_form_that_comes_twice_is_one_yes() -> None:
    day = a_day(looked_through=False)
    address = f"{day.address}/release/rules"
    page = day.client.get(address)
    form = {"look-id": field(page, "look-id"), "look-readers": values(page), "look-yes": "yes"}
    for _ in range(2):
        day.sends("/release/rules", **form, **WITNESS)
    assert len(day.opened().gate.yeses) == len(day.opened().gate.readers)
