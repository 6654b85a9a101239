"""Four public cases of harm by a document, told again: each stops here, and says why.

ICO, September 2023: a safe address in papers for the person it was to be hidden from.
Nottinghamshire: one paper for a mother and two fathers, though a manager had signed it off.
Birmingham: words of a meeting of professionals copied into a family's plan.
Charnwood: a letter sent to the old, shared address.
"""

from uuid import UUID

from flask import Flask
from playwright.sync_api import expect

from facilitator.database import writing
from facilitator.notes import Note, Whose
from facilitator.notes import store as notes
from tests.journeys.cases.at_the_door import HandingOver, by_reader
from tests.journeys.cases.families import CEDAR, ashby, step
from tests.journeys.conftest import Opener

NOTE = "Mother has been seen to leave Wren alone at night, drinking with a neighbour."
SAID = "Mother has been seen to leave Wren alone at night. Nan sits in."


def test_a_new_address_is_in_no_copy_of_the_person_it_is_hidden_from(
    app: Flask, open_page: Opener
) -> None:
    sam = HandingOver.of(app, open_page, ashby("told-again-1"))
    sam.goes_to("release")
    sam.sees("Left out, because it says something hidden from Lee", "2 Cedar rise")
    sam.has_no_fault()
    sam.a_second_person_looks_through("Ms Bello", "duty manager")
    sam.has_no_fault()
    sam.goes_to("copies")
    sam.follows("Read Lee's copy")
    sam.sees("Ring Wren on Sundays")
    sam.sees_nowhere("Cedar", "bunk bed")
    sam.hands_over_alone("Lee")
    sam.page.get_by_label("into Lee's own hand").check()
    paper = " ".join(sam.prints("Write it down, and hand it over"))
    assert "Ring Wren on Sundays" in paper
    assert "cedar" not in paper.casefold()
    assert "bunk bed" not in paper


def test_a_sign_off_alone_lets_no_copy_go_to_the_wrong_father(
    app: Flask, open_page: Opener
) -> None:
    """There is no one paper for three: each has a copy, and what is new asks again."""
    near = step("a6", "Wren tells Mr C. when she is sad.", "ruth")
    hidden = {**CEDAR, "text": "Nia Castell", "reason": "her counsellor"}
    record = ashby("told-again-2", near)
    record["safety"]["confidential"].append(hidden)
    sam = HandingOver.of(app, open_page, record)
    sam.sees("wait for a second person")
    expect(sam.page.get_by_role("button", name="Print everything")).to_have_count(0)
    sam.a_second_person_looks_through("Ms Bello", "duty manager")
    sam.goes_to("release")
    sam.sees("comes near to something that is hidden from them")
    sam.goes_to("copies")
    sam.sees("5 copies")
    bundle = by_reader(sam.prints("Print everything that may go out"))
    assert set(bundle) == {"Ruth", "Nan", "Tom", "Wren", "June"}
    assert "Take Wren to football" in bundle["Tom"]
    assert "bunk bed" not in bundle["Tom"]
    assert "bunk bed" in bundle["Nan"]


def test_words_of_a_professional_note_in_a_step_stop_every_copy(
    app: Flask, open_page: Opener
) -> None:
    sam = HandingOver.of(app, open_page, ashby("told-again-3", step("a9", SAID, "nan")))
    meeting_id = sam.address.rsplit("/", 1)[-1]
    with app.app_context(), writing() as session:
        note = Note(whose=Whose.PROFESSIONAL, audience="the team", text=NOTE)
        notes.save(session, UUID(meeting_id), [note])
    sam.a_second_person_looks_through("Ms Bello", "duty manager")
    sam.goes_to("copies")
    sam.sees("A note says the same as a line of the plan", "leave Wren alone at night")
    expect(sam.page.get_by_role("button", name="Print everything")).to_have_count(0)
    sam.has_no_fault()
    sam.goes_to("release")
    sam.sees("No copy leaves until somebody rewrites this.")
    sam.has_no_fault()


def test_a_copy_goes_by_no_route_that_was_not_asked_for_today(
    app: Flask, open_page: Opener
) -> None:
    sam = HandingOver.of(app, open_page, ashby("told-again-4"))
    sam.a_second_person_looks_through("Ms Bello", "duty manager")
    for _ in range(2):  # the second time as well: no route is ever remembered
        sam.hands_over_alone("Ruth")
        expect(sam.page.get_by_label("By which safe route?")).to_have_value("")
        sam.page.get_by_label("By a safe route", exact=True).check()
        sam.page.get_by_label("By which safe route?").fill("by post to Nan's")
        sam.presses("Write it down, and hand it over")
        sam.sees("The route has not been asked about today")
        expect(sam.page.get_by_label("By which safe route?")).to_have_value("by post to Nan's")
        sam.has_no_fault()
        sam.page.get_by_label("I asked Ruth today").check()
        sam.prints("Write it down, and hand it over")
    sam.goes_to("register")
    sam.sees("by post to Nan's")
    sam.has_no_fault()
