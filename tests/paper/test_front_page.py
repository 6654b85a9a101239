"""Page 1 is one side of paper, however much of it the family filled."""

from dataclasses import replace
from io import BytesIO

import pypdf
import pytest

from facilitator.paper import press
from tests.builders import MEETING_DAY, copy, people, said, step
from tests.people.cast import ELLIE, MUM, NAN, PRIYA, SAM

AROUND = (
    said("title", "Holding hands till Mum is well and home again"),
    said("statement", "We stick together through thick and thin, all of us.", by="nan"),
    said("if_then", "Ring.", if_="it is late", who="nan", second="mum"),
    said("plan_keeper", by="nan"),
    said("meet_again", date=MEETING_DAY, time="10:00", place="the big room in St Luke's hall"),
)
LONG = "Walk with Ellie to school and bring her home again every day."
OFTEN = "every Wednesday 4pm to 6pm and every Saturday 11am to 3pm"


@pytest.mark.parametrize(
    ("what", "often"),
    [
        (LONG, OFTEN),
        (LONG, "every school day"),
        ("Walk Ellie to school.", OFTEN),
        ("Walk Ellie to school and back.", "every school day at 8.30am"),
        (LONG, "every Monday, Wednesday and Friday from half past eight until ten"),
        ("Swim.", "daily"),
    ],
)
def test_the_fullest_page_one_is_one_side(what: str, often: str) -> None:
    steps = [
        step(what, id=f"a{number}", page_one=True, who=("nan", "mum"), how_often=often)
        for number in range(7)
    ]
    everyone = people(replace(MUM, phone_on_plan=True), ELLIE, NAN, SAM, PRIYA)
    made = copy("nan", *steps, *AROUND, of=everyone)
    assert made.page_one.rows
    pages = [
        page.extract_text() for page in pypdf.PdfReader(BytesIO(press.pdf(made, "standard"))).pages
    ]
    assert "Keep the other pages somewhere private." in " ".join(pages[0].split())
    assert "This copy is for Nan." in pages[1]
