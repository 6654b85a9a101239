"""A child may not be safe: what was seen, who was told, and what came of it."""

from datetime import date, timedelta

import pytest

from facilitator.auditing.act_today import store
from facilitator.audits.act_today import ActToday
from facilitator.database import new_id, reading
from tests.auditing.at_the_look import FLO, JO, Desk, a_desk, sends
from tests.kept import counted
from tests.web import TEAM, judged

SEEN = "Nobody says who stays with Wynn at night."
TOLD = {"told": "Ms Lee, duty worker", "told_on": "2 February 2026", "told_time": "9.30"}


@pytest.fixture
def desk() -> Desk:
    return a_desk()


def address(desk: Desk) -> str:
    return f"/plans/{desk.meeting.id}/act-today"


def open_notes(desk: Desk) -> tuple[ActToday, ...]:
    with desk.app.app_context(), reading() as session:
        return store.open_of(session, [TEAM.id])


def writes(desk: Desk, **fields: str) -> ActToday:
    usual = {"seen": SEEN, "key": str(new_id())}
    answer = sends(desk.ada, address(desk), **{**usual, **fields})
    assert answer.status_code == 303, answer.text
    return open_notes(desk)[-1]


def says(desk: Desk, note: ActToday, **fields: str) -> int:
    prefix = f"n{note.id.hex}-"
    known = {"based_on": str(note.revision), **fields}
    sent = {f"{prefix}{name}": value for name, value in known.items()}
    return sends(desk.ada, f"{address(desk)}/{note.id}", **sent).status_code


def test_what_was_seen_is_kept_and_stands_open_until_somebody_is_told(desk: Desk) -> None:
    note = writes(desk)
    assert note.nobody_told
    page = desk.as_(FLO).get(address(desk))
    judged(page)
    assert SEEN in page.text
    assert "Nobody was told yet" in page.text
    assert says(desk, note, **TOLD) == 303
    (told,) = open_notes(desk)
    assert (told.told, told.told_on, told.told_time) == (
        TOLD["told"],
        date(2026, 2, 2),
        "09:30",
    )
    assert "was told on Monday 2 February 2026 at 9.30am" in desk.ada.get(address(desk)).text


def test_it_is_closed_with_what_came_of_it(desk: Desk) -> None:
    note = writes(desk, **TOLD)
    assert says(desk, note, **TOLD, close="yes") == 422
    assert says(desk, note, **TOLD, came_of_it="Wynn sleeps at Nan's.", close="yes") == 303
    assert open_notes(desk) == ()
    assert "Wynn sleeps at Nan&#39;s." in desk.ada.get(address(desk)).text
    assert says(desk, note, **TOLD, came_of_it="More.") == 404


def test_one_plan_may_have_several_and_the_same_press_is_one(desk: Desk) -> None:
    key = str(new_id())
    for _ in range(2):
        writes(desk, key=key)
    writes(desk, seen="And something else.")
    assert [one.seen for one in open_notes(desk)] == [SEEN, "And something else."]


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"seen": ""}, "It is not said what you saw."),
        ({"told": "Ms Lee"}, "It is not said when they were told."),
        ({"told_on": "2 February 2026"}, "It is not said who was told."),
        ({"told": "Ms Lee", "told_on": "Tuesday"}, "is not a day."),
        ({**TOLD, "told_time": "late"}, "is not a time."),
    ],
)
def test_what_can_not_be_kept_comes_back_with_every_word(
    desk: Desk, fields: dict[str, str], wrong: str
) -> None:
    sent = {"seen": SEEN, "key": str(new_id()), **fields}
    answer = sends(desk.ada, address(desk), **sent)
    assert answer.status_code == 422
    assert wrong in answer.text.replace("&#39;", "'")
    for typed in fields.values():
        assert typed in answer.text
    assert open_notes(desk) == ()


def test_two_who_write_at_once_overwrite_nothing(desk: Desk) -> None:
    note = writes(desk)
    assert says(desk, note, **TOLD) == 303
    assert says(desk, note, **{**TOLD, "told": "Mr Day"}) == 409
    assert open_notes(desk)[0].told == TOLD["told"]


def test_a_rater_of_another_team_finds_the_form_only_with_a_look_of_theirs(desk: Desk) -> None:
    writes(desk)
    assert desk.as_(JO).get(address(desk)).status_code == 404


def test_whoever_is_still_to_rate_sees_their_own_notes_alone(desk: Desk) -> None:
    writes(desk)
    desk.begins(desk.as_(FLO))
    assert SEEN not in desk.as_(FLO).get(address(desk)).text


def test_today_asks_once_however_many_there_are(desk: Desk) -> None:
    for number in range(3):
        writes(desk, seen=f"Number {number}.")
    with desk.app.app_context(), reading() as session, counted() as asked:
        assert len(store.open_of(session, [TEAM.id])) == 3
        assert len(asked) == 1
        start = open_notes_day(store.open_of(session, [TEAM.id]))
        assert store.count(session, [TEAM.id], start, start + timedelta(days=1)) == 3
        assert store.count(session, [TEAM.id], start + timedelta(days=1), date.max) == 0
        assert store.count(session, [JO.team_id], start, date.max) == 0


def open_notes_day(notes: tuple[ActToday, ...]) -> date:
    return notes[0].at.date()
