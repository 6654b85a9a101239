"""A meeting that was made ready here goes out as a record, and comes back in as it was."""

from typing import Any

from flask import Flask

from facilitator import record
from facilitator.database import reading
from facilitator.exchange import of_record
from facilitator.exchange.keeping import take_out
from facilitator.people import store as people_store
from tests.preparing.filling_in import a_meeting, said_in, sent
from tests.web import a_client

DATED = {"words": "Plain words.", "date": "1 March 2027"}
HEARD = {**DATED, "how": "by phone", "heard_by": "some", "may_hear": ["nan", "mum"]}
SAID: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("purpose", "", {"words": "We meet so that Ellie is safe on Fridays."}),
    ("question", "", {"words": "Who can be with Ellie?", "by": "priya"}),
    ("worry", "", {"words": "Ellie was alone.", "by": "priya", "about": ["ellie"]}),
    ("bottom_line", "", {"words": "A grown-up is there.", "shown_on": "1 March 2027"}),
    ("help_offer", "", {"words": "A place at the Friday club."}),
    ("if_no_plan", "", {"words": "A court would decide."}),
    ("consent", "mum", {**DATED, "answer": "not_yet", "stop": "She puts her cup down."}),
    ("child_view", "ellie", HEARD),
    ("sent_words", "dean", {**HEARD, "read_by": "nan"}),
)


def test_every_kind_of_what_was_said_before_the_day_comes_back_as_it_was(app: Flask) -> None:
    kept, client = a_meeting(app), a_client(app)
    with app.app_context(), reading() as session:
        rows = people_store.row_ids(session, kept.id)
    for kind, person, words in SAID:
        whose = f"?of={rows[person]}" if person else ""
        address = f"/meetings/{kept.id}/before/new/{kind}{whose}"
        assert sent(client, address, **words).status_code == 303
    with app.app_context(), reading() as session:
        went_out = record.write(take_out(session, kept.id))
    again = of_record(record.read(went_out, "again"))

    def told(lines: Any) -> list[Any]:
        return sorted((one.kind, one.words, one.by, one.exact) for one in lines)

    assert told(again.contributions) == told(said_in(app, kept.id))
    fields = {one.kind: one.fields for one in again.contributions}
    for one in said_in(app, kept.id):
        for key in one.fields:
            assert fields[one.kind][key] == one.fields[key], (one.kind, key)
