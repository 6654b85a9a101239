import ast
from datetime import date
from pathlib import Path

from facilitator.database import reading, writing
from facilitator.notes import Note, Whose, store
from tests.house_rules import house
from tests.kept import save_meeting, two_teams

OWN = Note(whose=Whose.FACILITATOR, audience="me", text="Ask Bev about Tuesdays.\nقهوة")
SERVICE = Note(whose=Whose.PROFESSIONAL, audience="", text="", by="Ms Hart", on=date(2027, 3, 4))


def test_notes_come_back_in_their_order_and_for_their_meeting_alone(tmp_path: Path) -> None:
    with two_teams(tmp_path):
        one, other = save_meeting(), save_meeting(practice=True)
        for notes in ((SERVICE, OWN), (OWN,), ()):
            with writing() as session:
                store.save(session, one.id, notes)
            with reading() as session:
                assert store.load(session, one.id) == notes
                assert store.load(session, other.id) == ()


def test_only_the_exchange_of_records_knows_the_notes() -> None:
    def names_notes(file: str) -> bool:
        return any(
            isinstance(node, ast.ImportFrom) and (node.module or "").startswith("facilitator.notes")
            for node in house.nodes(file)
        )

    knowing = {file for file in house.python_files("facilitator") if names_notes(file)}
    rooms = {file.split("/")[1] for file in knowing}
    # The app only asks for the pages, the practice family's notes come with its record, and whoever
    # asks what is kept about them may ask for the notes that name them: each is looked at first.
    assert rooms == {"notes", "exchange", "practice", "one_person", "app.py"}
