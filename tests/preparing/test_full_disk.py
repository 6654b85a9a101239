"""A full disk costs no word: each form comes back with all that was typed, and says what to do."""

from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

import pytest
from flask import Flask

from facilitator.database.troubles import NO_ROOM, NotKept
from facilitator.notes import views as notes_views
from facilitator.preparing.day import beginning
from facilitator.preparing.day import page as day_page
from facilitator.preparing.lines import pages, shown_together
from tests.preparing.filling_in import a_meeting, sent
from tests.web import a_client, judged

WORDS = "Ellie was alone on Friday."
CASES = {
    "a new meeting": (beginning, "", "save", {"title": WORDS, "held_on": "6/3/2027"}),
    "the day": (day_page, "/day", "save", {"place": WORDS}),
    "a worry": (pages, "/before/new/worry", "save", {"words": WORDS}),
    "a note": (notes_views, "/notes", "new-save", {"new-text": WORDS}),
}


@contextmanager
def _no_room() -> Iterator[None]:
    raise NotKept(NO_ROOM)
    yield


@pytest.mark.parametrize(("room", "page", "button", "typed"), CASES.values(), ids=[*CASES])
def test_the_words_come_back_when_the_disk_is_full(
    app: Flask,
    monkeypatch: pytest.MonkeyPatch,
    room: ModuleType,
    page: str,
    button: str,
    typed: dict[str, Any],
) -> None:
    address = f"/meetings/{a_meeting(app).id}{page}" if page else "/meetings/new"
    monkeypatch.setattr(room, "keeping", _no_room)
    answer = sent(a_client(app), address, button, **typed)
    assert answer.status_code == NO_ROOM
    text = answer.get_data(as_text=True)
    assert WORDS in text
    assert "Make room on this computer" in " ".join(judged(answer).all("body"))


def test_the_day_of_all_worries_comes_back_when_the_disk_is_full(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting = f"/meetings/{a_meeting(app).id}"
    for words in (WORDS, "The door was open."):
        sent(a_client(app), f"{meeting}/before/new/worry", words=words)
    monkeypatch.setattr(shown_together, "keeping", _no_room)
    answer = sent(a_client(app), f"{meeting}/worries", on="1 March 2027")
    assert answer.status_code == NO_ROOM
    assert "1 March 2027" in answer.get_data(as_text=True)
