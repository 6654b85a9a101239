"""A full disk costs no word, and a form that was sent into private time shows nothing."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from facilitator.agreeing import keeping, line_page, needs_met, reading_aloud
from facilitator.database.troubles import NO_ROOM, NotKept
from facilitator.leading.lines import saving
from tests.agreeing.at_the_walk import Walk, boxes_of, refused
from tests.agreeing.test_needs_met import form_of

ROOM = "Make room on this computer"


@contextmanager
def _no_room() -> Iterator[None]:
    raise NotKept(NO_ROOM)
    yield


def test_a_form_comes_back_whole_when_the_disk_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    walk = Walk()
    monkeypatch.setattr(saving, "keeping", _no_room)
    told = refused(walk.fill_in("/lines/a5/words", words="Sing to her."), NO_ROOM)
    assert ROOM in told
    assert "Sing to her." in told
    assert ROOM in refused(walk.fill_in("/leave-out/a5", do="leave_out"), NO_ROOM)
    step = f"a9@{walk.line('a9')['number']}"
    assert ROOM in refused(walk.post("/worries/w1", step=step, key="k"), NO_ROOM)


def test_a_need_comes_back_when_the_disk_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    walk = Walk()
    where, based_on = form_of(walk, "winston")
    monkeypatch.setattr(needs_met, "keeping", _no_room)
    told = refused(walk.post(where, based_on=based_on, met_by="Leon sang it."), NO_ROOM)
    assert ROOM in told
    assert "Leon sang it." in told


def test_a_touch_is_not_told_as_kept_when_the_disk_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    walk = Walk()
    monkeypatch.setattr(reading_aloud, "keeping", _no_room)
    told = refused(walk.says_so("a5", "grace"), NO_ROOM)
    assert ROOM in told


def test_private_time_that_begins_while_a_form_is_sent_shows_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    walk = Walk()
    form = boxes_of(walk.get("/lines/a5/who").get_data(as_text=True))

    def begins(*sent: object) -> object:
        walk.in_private_time()
        return keeping.keep(*sent)  # type: ignore[arg-type]

    monkeypatch.setattr(line_page, "keep", begins)
    answer = walk.post("/lines/a5/who", **{**form, "people__who": "bev"})
    assert answer.status_code != 303
    assert "bedtime" not in answer.get_data(as_text=True)
