"""The facilitator's own notes: on their own page alone, saved one by one, and never lost."""

from dataclasses import replace
from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient

from facilitator.database import reading
from facilitator.exchange.keeping import take_out
from facilitator.meetings import KeptMeeting
from facilitator.notes import KeptNote, Note, Whose, store
from facilitator.refusals import Refusal
from tests.preparing.filling_in import Form, a_meeting, at_work, forms_of, send
from tests.web import SAM, a_client, add_user, an_app, judged, signed_in

SURE = "What am I sure of?"
WORDS = "I am sure that Nan is tired.\nI may be wrong about Dean."


@pytest.fixture(scope="module")
def app() -> Flask:
    return an_app()


@pytest.fixture(scope="module")
def client(app: Flask) -> FlaskClient:
    return a_client(app)


def form_of(client: FlaskClient, kept: KeptMeeting, prefix: str) -> Form:
    """The form of one note; "new" for a new one."""
    every = forms_of(client.get(f"/meetings/{kept.id}/notes"))
    return next(one for one in every if f"{prefix}-save" in one.buttons)


def keep(
    client: FlaskClient, kept: KeptMeeting, prefix: str, text: str, form: Form | None = None
) -> int:
    form = form or form_of(client, kept, prefix)
    address = f"/meetings/{kept.id}/notes"
    answer = send(client, address, form, f"{prefix}-save", **{f"{prefix}-text": text})
    return answer.status_code


def notes_of(app: Flask, kept: KeptMeeting) -> tuple[Note, ...]:
    with app.app_context(), reading() as session:
        return store.load(session, kept.id)


def test_the_page_says_on_top_who_can_read_it(app: Flask, client: FlaskClient) -> None:
    page = judged(client.get(f"/meetings/{a_meeting(app).id}/notes"))
    assert "Nobody else can read this. It never reaches a plan or a copy." in page.all("p")


def test_an_answer_to_oneself_is_kept_with_its_question(app: Flask, client: FlaskClient) -> None:
    kept = a_meeting(app)
    assert keep(client, kept, "ask-REF-1a", WORDS) == 303
    (note,) = notes_of(app, kept)
    assert (note.whose, note.text, note.prompt) == (Whose.FACILITATOR, WORDS, "REF-1a")
    assert note.question == f"{SURE} What could I be wrong about?"
    assert form_of(client, kept, "ask-REF-1a").values["ask-REF-1a-text"] == WORDS


def test_the_same_new_note_sent_twice_is_one(app: Flask, client: FlaskClient) -> None:
    kept = a_meeting(app)
    form = form_of(client, kept, "new")
    assert [keep(client, kept, "new", WORDS, form) for _ in range(2)] == [303, 303]
    assert [one.text for one in notes_of(app, kept)] == [WORDS]


def test_a_new_note_sent_again_with_other_words_overwrites_nothing(
    app: Flask, client: FlaskClient
) -> None:
    kept = a_meeting(app)
    form = form_of(client, kept, "new")
    keep(client, kept, "new", WORDS, form)
    assert keep(client, kept, "new", "Other words.", form) == 409
    assert [one.text for one in notes_of(app, kept)] == [WORDS]


def test_notes_are_saved_one_by_one_and_leave_each_other_alone(
    app: Flask, client: FlaskClient
) -> None:
    kept = a_meeting(app)
    keep(client, kept, "new", "One.")
    keep(client, kept, "ask-REF-1a", "Two.")
    keep(client, kept, "new", "Three.")
    assert [one.text for one in notes_of(app, kept)] == ["One.", "Two.", "Three."]


def test_a_note_that_was_changed_meanwhile_is_not_overwritten(
    app: Flask, client: FlaskClient
) -> None:
    kept = a_meeting(app)
    mine = form_of(client, kept, "ask-REF-1a")
    keep(client, kept, "ask-REF-1a", "In another tab.")
    address = f"/meetings/{kept.id}/notes"
    answer = send(client, address, mine, "ask-REF-1a-save", **{"ask-REF-1a-text": "In this tab."})
    assert answer.status_code == 409
    assert "Kept now: In another tab." in " ".join(judged(answer).all("div"))
    assert [one.text for one in notes_of(app, kept)] == ["In another tab."]
    (again,) = [one for one in forms_of(answer) if "ask-REF-1a-save" in one.buttons]
    assert again.values["ask-REF-1a-text"] == "In this tab."
    assert keep(client, kept, "ask-REF-1a", "In this tab.", again) == 303
    assert [one.text for one in notes_of(app, kept)] == ["In this tab."]


def test_a_note_goes_only_by_the_button_that_says_so(app: Flask, client: FlaskClient) -> None:
    kept = a_meeting(app)
    keep(client, kept, "ask-REF-1a", WORDS)
    assert keep(client, kept, "ask-REF-1a", " ") == 422
    assert [one.text for one in notes_of(app, kept)] == [WORDS]
    every = forms_of(client.get(f"/meetings/{kept.id}/notes"))
    form = next(one for one in every if "ask-REF-1a-remove" in one.buttons)
    answer = send(client, f"/meetings/{kept.id}/notes", form, "ask-REF-1a-remove")
    assert answer.status_code == 303
    assert notes_of(app, kept) == ()


def test_a_refused_note_comes_back_with_its_words(app: Flask, client: FlaskClient) -> None:
    kept = a_meeting(app)
    form = form_of(client, kept, "new")
    address = f"/meetings/{kept.id}/notes"
    answer = send(client, address, form, "new-save", **{"new-text": "x" * 5001})
    assert answer.status_code == 422
    assert "Use 5,000 characters at most." in " ".join(judged(answer).all("body"))
    (again,) = [one for one in forms_of(answer) if "new-save" in one.buttons]
    assert again.values["new-text"] == "x" * 5001


def test_a_professionals_note_does_not_stand_among_ones_own(
    app: Flask, client: FlaskClient
) -> None:
    kept = a_meeting(app)
    note = Note(whose=Whose.PROFESSIONAL, audience="the team", text="Only for the service.")
    with at_work(app) as session:
        store.save(session, kept.id, (note,))
    for page in ("notes", "prepare"):
        html = client.get(f"/meetings/{kept.id}/{page}").get_data(as_text=True)
        assert "Only for the service." not in html
    keep(client, kept, "new", WORDS)
    assert note in notes_of(app, kept)


def test_no_other_page_of_the_meeting_shows_a_note(app: Flask, client: FlaskClient) -> None:
    kept = a_meeting(app)
    keep(client, kept, "new", "Xylophone.")
    for page in ("", "/prepare", "/worries", "/say", "/yes", "/day", "/purpose"):
        html = client.get(f"/meetings/{kept.id}{page}").get_data(as_text=True)
        assert "Xylophone" not in html
    assert "Xylophone" in client.get(f"/meetings/{kept.id}/notes").get_data(as_text=True)


def test_a_colleague_reads_and_writes_no_note(app: Flask, client: FlaskClient) -> None:
    kept = a_meeting(app)
    kit = replace(SAM, id=UUID(int=78), email="kit78@example.org")
    add_user(app, kit)
    theirs = signed_in(app, kit)
    address = f"/meetings/{kept.id}/notes"
    assert theirs.get(address).status_code == 404
    mine = form_of(client, kept, "new")
    token = forms_of(theirs.get("/meetings/new"))[0].values["csrf_token"]
    mine.values["new-csrf_token"] = token
    assert send(theirs, address, mine, "new-save", **{"new-text": "x"}).status_code == 404


def test_a_form_never_reaches_the_note_of_another_meeting(app: Flask, client: FlaskClient) -> None:
    kept, other = a_meeting(app), a_meeting(app)
    keep(client, other, "new", "Theirs.")
    with app.app_context(), reading() as session:
        (theirs,) = store.load_kept(session, other.id)
    with pytest.raises(Refusal), at_work(app) as session:
        store.keep(session, kept.id, KeptNote(theirs.id, replace(theirs.note, text="Mine.")))
    assert [one.text for one in notes_of(app, other)] == ["Theirs."]


def test_a_record_that_goes_out_holds_every_note_with_its_question(
    app: Flask, client: FlaskClient
) -> None:
    kept = a_meeting(app)
    keep(client, kept, "ask-REF-1a", WORDS)
    keep(client, kept, "new", "And this.")
    with app.app_context(), reading() as session:
        text = take_out(session, kept.id).document["facilitator_notes"]["text"]
    assert text == f"{SURE} What could I be wrong about?\n{WORDS}\n\nAnd this."
