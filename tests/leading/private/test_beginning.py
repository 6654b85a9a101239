"""How private time begins: who may stay, what is kept, and what goes out with the record."""

from datetime import UTC, date, datetime

import pytest

from facilitator.database import reading
from facilitator.exchange.keeping import take_out
from facilitator.leading.private import store
from facilitator.leading.private.staying import who_could, why_not
from facilitator.meetings.private_time import Spell
from tests.builders import kept_away, people
from tests.leading.in_a_meeting import Led
from tests.leading.private.in_private import begins, ends, in_private_time, is_card, kept_of
from tests.people.cast import DEAN, ELLIE, MUM, NAN, PRIYA, SAM
from tests.web import judged

DAY = date(2027, 2, 27)
EVERYONE = people(MUM, ELLIE, NAN, SAM, PRIYA, DEAN)


def spells_of(led: Led) -> list[Spell]:
    with led.app.app_context(), reading() as session:
        return list(store.spells(session, led.kept.id))


def test_the_page_offers_only_those_whom_the_family_may_ask_to_stay() -> None:
    led = Led()
    page = judged(led.client.get(f"{led.address}/private-time"))
    text = " ".join(page.all("main"))
    assert "Pastor Joy" in text
    for worker in ("Farah", "Megan", "Idris"):
        assert worker not in text


def test_the_family_has_its_time_and_the_screen_shows_its_card() -> None:
    led = Led()
    answer = begins(led, "joy")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/private-time")
    assert is_card(led.client.get("/private-time"))
    assert kept_of(led).in_private_time


@pytest.mark.parametrize(
    ("person", "wrong"),
    [
        (PRIYA, "Priya asked for this meeting. Priya leaves the room for private time."),
        (NAN, "Nan is one of the family, and stays anyway."),
        (ELLIE, "Ellie is one of the family, and stays anyway."),
    ],
)
def test_whoever_may_not_stay_is_refused_by_name(person: object, wrong: str) -> None:
    (problem,) = why_not([person.id], EVERYONE, DAY)  # type: ignore[attr-defined]
    assert wrong in str(problem)


def test_a_supporter_who_must_keep_away_from_somebody_may_not_stay() -> None:
    apart = people(MUM, SAM, restrictions=(kept_away("sam", kind="bail"),))
    (problem,) = why_not(["sam"], apart, DAY)
    assert str(problem) == "Sam must keep away from somebody here (bail). Take Sam off the list."
    assert who_could(apart, DAY) == ()
    assert why_not(["sam"], EVERYONE, DAY) == ()
    assert who_could(EVERYONE, DAY) == (SAM,)


def test_nobody_of_that_name_can_stay() -> None:
    (problem,) = why_not(["zed"], EVERYONE, DAY)
    assert str(problem) == "There is nobody called 'zed' here. Choose from the list."


def test_a_refused_form_comes_back_with_everybody_who_was_ticked_and_nothing_begins() -> None:
    led = Led()
    answer = begins(led, "joy", "farah", pin="12")
    assert answer.status_code == 422
    assert "This PIN has 2 characters, or not only figures." in answer.text
    assert 'value="joy" checked' in " ".join(answer.text.split())
    answer = begins(led, "joy", "farah", "idris")
    assert answer.status_code == 422
    for words in ("Farah asked for this meeting.", "Idris leads the meeting."):
        assert words in answer.text
    assert 'value="joy" checked' in " ".join(answer.text.split())
    assert not kept_of(led).in_private_time
    assert spells_of(led) == []


def test_the_pin_is_never_given_back() -> None:
    led = Led()
    assert "98765" not in begins(led, "farah", pin="98765").text


def test_start_end_and_who_stayed_are_kept_to_the_minute_and_nothing_else() -> None:
    led = Led()
    begins(led, "joy", pin="2468")
    ends(led, "2468")
    (spell,) = spells_of(led)
    assert spell.stayed == ("joy",)
    assert spell.ended_at is not None
    for at in (spell.began_at, spell.ended_at):
        assert (at.second, at.microsecond) == (0, 0)
    with led.app.app_context(), reading() as session:
        row = session.get_one(store.SpellRow, (led.kept.id, 1))
        assert (row.token_hash, row.pin_hash) == (None, "")


def test_it_begins_and_ends_as_often_as_it_is_needed_and_goes_out_with_the_record() -> None:
    led = Led()
    for stayed in (("joy",), (), ("joy",)):
        begins(led, *stayed)
        ends(led)
    assert [one.number for one in spells_of(led)] == [1, 2, 3]
    with led.app.app_context(), reading() as session:
        document = take_out(session, led.kept.id).document
    assert document["private"]["who_extra"] == ("joy",)
    assert document["private"]["facilitator_present"] is False
    private = [one for one in document["meeting"]["stages"] if one["stage"] == "private"]
    assert len(private) == 3
    assert all(one["start"] and one["end"] for one in private)


def test_the_meeting_goes_on_after_the_card_for_private_time() -> None:
    led = Led()
    led.happens("went", "REL-3c")
    assert led.stages() == ["private"]
    begins(led)
    ends(led)
    assert led.stages() == ["private", "agree"]


def test_a_second_beginning_shows_the_card_and_begins_nothing() -> None:
    led = in_private_time()
    assert is_card(begins(led))
    assert len(spells_of(led)) == 1


def test_a_meeting_that_does_not_exist_has_no_private_time() -> None:
    led = Led()
    address = "/meetings/01920000-0000-7000-8000-000000000999/private-time"
    assert led.client.get(address).status_code == 404


def test_a_clock_that_was_set_back_meanwhile_ends_it_no_earlier_than_it_began(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    led = in_private_time()
    long_ago = datetime(2001, 1, 1, tzinfo=UTC)
    monkeypatch.setattr("facilitator.leading.private.views.now", lambda: long_ago)
    assert ends(led).status_code == 303
    (spell,) = spells_of(led)
    assert spell.ended_at == spell.began_at
