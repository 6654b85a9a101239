"""What professionals noted: apart from the facilitator's own, with who wrote it and when."""

from datetime import date

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from facilitator.database import reading
from facilitator.exchange.keeping import take_out
from facilitator.meetings import KeptMeeting
from facilitator.notes import Note, Whose, store
from facilitator.releasing import repeats_asked
from tests.preparing.filling_in import Form, a_meeting, at_work, forms_of, send
from tests.web import a_client, an_app, judged

WORDS = "Kerry missed three appointments\nin January."
HART = {"by": "Ms Hart, school nurse", "on": "4 March 2027", "text": WORDS}


@pytest.fixture(scope="module")
def app() -> Flask:
    return an_app()


@pytest.fixture(scope="module")
def client(app: Flask) -> FlaskClient:
    return a_client(app)


def page_of(kept: KeptMeeting) -> str:
    return f"/meetings/{kept.id}/notes/professionals"


def form_with(client: FlaskClient, kept: KeptMeeting, button: str) -> tuple[str, Form]:
    """The first form whose button ends like that, with its prefix."""
    for form in forms_of(client.get(page_of(kept))):
        for name in form.buttons:
            if name.endswith(f"-{button}"):
                return name.removesuffix(f"-{button}"), form
    raise AssertionError(f"No form has a button {button}.")


def new_form(client: FlaskClient, kept: KeptMeeting) -> Form:
    return next(one for one in forms_of(client.get(page_of(kept))) if "new-save" in one.buttons)


def keep(
    client: FlaskClient, kept: KeptMeeting, form: Form, prefix: str = "new", **typed: str
) -> TestResponse:
    changed = {f"{prefix}-{name}": words for name, words in typed.items()}
    return send(client, page_of(kept), form, f"{prefix}-save", **changed)


def notes_of(app: Flask, kept: KeptMeeting) -> tuple[Note, ...]:
    with app.app_context(), reading() as session:
        return store.load(session, kept.id)


def test_a_note_is_kept_with_who_wrote_it_and_when(app: Flask, client: FlaskClient) -> None:
    kept = a_meeting(app)
    assert keep(client, kept, new_form(client, kept), **HART).status_code == 303
    (note,) = notes_of(app, kept)
    assert (note.whose, note.by, note.on) == (Whose.PROFESSIONAL, HART["by"], date(2027, 3, 4))
    assert note.text == WORDS
    page = judged(client.get(page_of(kept)))
    assert "Ms Hart, school nurse, Thursday 4 March 2027" in page.all("h3")


def test_it_does_not_stand_among_the_facilitators_own(app: Flask, client: FlaskClient) -> None:
    kept = a_meeting(app)
    keep(client, kept, new_form(client, kept), **HART)
    page = judged(client.get(f"/meetings/{kept.id}/notes"))
    assert "Kerry missed" not in " ".join(page.all("body"))
    assert "Notes from professionals" in page.all("a")


def test_the_day_may_be_unknown_and_the_writer_may_not(app: Flask, client: FlaskClient) -> None:
    kept = a_meeting(app)
    answer = keep(client, kept, new_form(client, kept), text=WORDS, on="", by=" ")
    assert answer.status_code == 422
    assert "Who wrote it is missing." in " ".join(judged(answer).all("main"))
    (again,) = [one for one in forms_of(answer) if "new-save" in one.buttons]
    assert again.values["new-text"] == WORDS
    assert keep(client, kept, again, by="Mr Lund").status_code == 303
    assert [(one.by, one.on) for one in notes_of(app, kept)] == [("Mr Lund", None)]


def test_what_is_no_day_comes_back_with_every_word(app: Flask, client: FlaskClient) -> None:
    kept = a_meeting(app)
    answer = keep(client, kept, new_form(client, kept), **{**HART, "on": "last week"})
    assert answer.status_code == 422
    assert "last week" in " ".join(judged(answer).all("main"))
    (again,) = [one for one in forms_of(answer) if "new-save" in one.buttons]
    assert again.values["new-on"] == "last week"
    assert again.values["new-text"] == WORDS
    assert notes_of(app, kept) == ()


def test_a_note_is_mended_in_its_place(app: Flask, client: FlaskClient) -> None:
    kept = a_meeting(app)
    keep(client, kept, new_form(client, kept), **HART)
    keep(client, kept, new_form(client, kept), **{**HART, "text": "Another one."})
    prefix, form = form_with(client, kept, "save")
    assert form.values[f"{prefix}-on"] == "Thursday 4 March 2027"
    assert keep(client, kept, form, prefix, text="Two appointments.", on="").status_code == 303
    first, second = notes_of(app, kept)
    assert (first.text, first.by, first.on) == ("Two appointments.", HART["by"], None)
    assert second.text == "Another one."


def test_a_note_that_a_record_brought_stands_there_and_asks_who_wrote_it(
    app: Flask, client: FlaskClient
) -> None:
    kept = a_meeting(app)
    came = Note(whose=Whose.PROFESSIONAL, audience="the team", text="Only for the service.")
    with at_work(app) as session:
        store.save(session, kept.id, (came,))
    prefix, form = form_with(client, kept, "save")
    assert form.values[f"{prefix}-text"] == "Only for the service."
    assert keep(client, kept, form, prefix).status_code == 422
    assert keep(client, kept, form, prefix, by="Mr Lund").status_code == 303
    assert [(one.audience, one.by) for one in notes_of(app, kept)] == [("the team", "Mr Lund")]


def test_a_note_is_taken_away_for_good(app: Flask, client: FlaskClient) -> None:
    kept = a_meeting(app)
    keep(client, kept, new_form(client, kept), **HART)
    prefix, form = form_with(client, kept, "remove")
    assert send(client, page_of(kept), form, f"{prefix}-remove").status_code == 303
    assert notes_of(app, kept) == ()


def test_words_for_a_note_that_was_taken_away_meanwhile_are_not_lost(
    app: Flask, client: FlaskClient
) -> None:
    kept = a_meeting(app)
    keep(client, kept, new_form(client, kept), **HART)
    prefix, form = form_with(client, kept, "save")
    _, removing = form_with(client, kept, "remove")
    send(client, page_of(kept), removing, f"{prefix}-remove")
    answer = keep(client, kept, form, prefix, text="Mended words.")
    assert answer.status_code == 409
    assert "Nothing. The note was deleted." in " ".join(judged(answer).all("main"))
    (again,) = [one for one in forms_of(answer) if f"{prefix}-save" in one.buttons]
    assert again.values[f"{prefix}-text"] == "Mended words."
    assert keep(client, kept, again, prefix).status_code == 303
    assert [one.text for one in notes_of(app, kept)] == ["Mended words."]


def test_a_note_that_was_changed_meanwhile_is_not_overwritten(
    app: Flask, client: FlaskClient
) -> None:
    kept = a_meeting(app)
    keep(client, kept, new_form(client, kept), **HART)
    prefix, mine = form_with(client, kept, "save")
    _, theirs = form_with(client, kept, "save")
    keep(client, kept, theirs, prefix, text="In another tab.")
    answer = keep(client, kept, mine, prefix, text="In this tab.")
    assert answer.status_code == 409
    assert "In another tab." in " ".join(judged(answer).all("main"))
    assert [one.text for one in notes_of(app, kept)] == ["In another tab."]


def test_six_words_of_it_in_a_line_of_the_plan_stop_a_release(
    app: Flask, client: FlaskClient
) -> None:
    kept = a_meeting(app)
    keep(
        client, kept, new_form(client, kept), **{**HART, "text": "Says she will not stop drinking."}
    )
    with app.app_context(), reading() as session:
        lines = (("a1", "Mum says she will not stop drinking at home."), ("a2", "Walk Ellie."))
        found = repeats_asked.repeated(session, kept.id, lines)
    assert found == (("a1", "says she will not stop drinking"),)


def test_a_record_that_goes_out_says_who_wrote_each_note(app: Flask, client: FlaskClient) -> None:
    kept = a_meeting(app)
    keep(client, kept, new_form(client, kept), **HART)
    keep(client, kept, new_form(client, kept), by="Mr Lund", text="And this.")
    with app.app_context(), reading() as session:
        held = take_out(session, kept.id).document["professional_notes"]
    heading = "Ms Hart, school nurse, Thursday 4 March 2027"
    assert held["text"] == f"{heading}\n{WORDS}\n\nMr Lund\nAnd this."
    assert held["audience"] == "Only professionals."
