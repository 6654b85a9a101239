import json
from typing import Any

from flask.testing import FlaskClient

from tests.desk.at_the_desk import a_meeting, campbell, copies_of, ids_of
from tests.kept import counted
from tests.web import Page, a_client, an_app, judged

HOSTILE = "<script>alert(1)</script> {{ 7 * 7 }} \"'"


def test_a_new_facilitator_has_no_meetings_and_a_way_to_practise() -> None:
    page = judged(a_client().get("/"))
    assert page.all("h1") == ["Your meetings"]
    assert "You have no meetings here yet." in page.all("p")
    assert "Practise with a made-up family" in page.all("button")


def test_a_real_meeting_says_practice_nowhere() -> None:
    app = an_app()
    meeting = a_meeting(app)
    client = a_client(app)
    for address in ("/", f"/meetings/{meeting.id}", copies_of(app, meeting)[0]):
        assert "PRACTICE" not in client.get(address).get_data(as_text=True)


def test_the_meetings_page_leads_to_agreeing_to_the_copies_and_to_who_holds_what() -> None:
    app = an_app()
    meeting = a_meeting(app)
    page = judged(a_client(app).get(f"/meetings/{meeting.id}"))
    for end in ("/agree", "/copies", "/register"):
        assert f"/meetings/{meeting.id}{end}" in page.links
    assert not [link for link in page.links if ".pdf" in link]


def test_no_paper_of_a_plan_leaves_from_the_desk() -> None:
    app = an_app()
    meeting, client = a_meeting(app), a_client(app)
    for address in copies_of(app, meeting):
        assert client.get(f"{address}.pdf").status_code == 404


def test_what_is_hidden_from_a_reader_is_nowhere_in_their_page() -> None:
    app = an_app()
    meeting, client = a_meeting(app), a_client(app)
    ids = ids_of(app, meeting)
    pages = {
        reader: client.get(f"/meetings/{meeting.id}/copies/{ids[reader]}").get_data(as_text=True)
        for reader in ("joy", "tiana", "charlene")
    }
    assert {reader: "Moor House" in html for reader, html in pages.items()} == {
        "joy": False,
        "tiana": False,
        "charlene": True,
    }


def test_no_page_holds_a_word_of_the_notes() -> None:
    app = an_app()
    meeting, client = a_meeting(app), a_client(app)
    for address in (f"/meetings/{meeting.id}", *copies_of(app, meeting)):
        html = client.get(address).get_data(as_text=True)
        for secret in ("AUDIT-C", "Reg 24", "Viability", "I was wrong", "MGPs"):
            assert secret not in html


def typed_by_a_stranger(value: Any) -> Any:
    if isinstance(value, dict):
        typed = {"name", "called", "relationship", "plan_title", "text", "what", "words", "place"}
        return {
            name: f"{held} {HOSTILE}"
            if name in typed and isinstance(held, str)
            else typed_by_a_stranger(held)
            for name, held in value.items()
        }
    return [typed_by_a_stranger(one) for one in value] if isinstance(value, list) else value


def test_what_a_stranger_typed_is_text_on_every_page() -> None:
    app = an_app()
    document = typed_by_a_stranger(campbell())
    document["safety"]["confidential"] = []
    meeting = a_meeting(app, document)
    client = a_client(app)
    idris = ids_of(app, meeting)["idris"]  # He holds no copy.
    pages = [one for one in copies_of(app, meeting) if not one.endswith(str(idris))]
    for address in ("/", f"/meetings/{meeting.id}", *pages):
        judged_words(client, address)


def judged_words(client: FlaskClient, address: str) -> Page:
    html = client.get(address).get_data(as_text=True)
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    return Page(html)


def test_a_copy_that_is_refused_gives_its_reason_and_no_plan() -> None:
    app = an_app()
    document = json.loads(json.dumps(campbell()))
    document["safety"]["confidential"].append(
        {"text": "Holding hands", "hide_from": ["joy"], "reason": "chosen"}
    )
    meeting, client = a_meeting(app, document), a_client(app)
    address = f"/meetings/{meeting.id}/copies/{ids_of(app, meeting)['joy']}"
    answer = client.get(address)
    page = judged(answer)
    assert answer.status_code == 409
    assert "hidden" in " ".join(page.all("li"))
    assert f"/meetings/{meeting.id}/copies" in page.links


def test_a_page_of_a_meeting_asks_the_database_as_often_for_any_meeting() -> None:
    app = an_app()
    poor = {**campbell(), "id": "poor", "child_views": []}
    whole, other = a_meeting(app), a_meeting(app, poor)
    client = a_client(app)
    client.get(f"/meetings/{whole.id}")  # The first entry of a log asks where it begins.
    counts = []
    for meeting in (whole, other):
        with app.app_context(), counted() as asked:
            client.get(f"/meetings/{meeting.id}")
        counts.append(len(asked))
    assert counts[0] == counts[1]
