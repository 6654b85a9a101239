"""The page of a quarter, its file and its paper: for supervisors of those teams alone."""

import csv
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from pypdf import PdfReader

from facilitator.audits import shipped
from facilitator.audits.sampling import Quarter
from facilitator.database import writing
from facilitator.quarterly.changing.forms import LONGEST_BOX, LONGEST_QUOTE
from facilitator.quarterly.csv_file import HEAD, safe
from facilitator.quarterly.kept import QuarterWords
from facilitator.quarterly.printing import MOST_QUOTES
from facilitator.quarterly.words import store
from tests.paper import verapdf
from tests.paper.reading import tags
from tests.quarterly.looks import a_look
from tests.quarterly.team import (
    ADA,
    HERE,
    JO,
    TAW,
    Place,
    a_busy_place,
    a_place,
    a_quote,
)
from tests.web import SAM, TEAM, judged

PATHS = ("/quarter", "/quarter.pdf", "/quarter.csv")
LONG = "We asked what each child would notice, and read ten plans beside their own words. " * 4


@pytest.fixture(scope="module")
def busy() -> Place:
    return a_busy_place()


@pytest.fixture(scope="module")
def ada(busy: Place) -> FlaskClient:
    return busy.browser_of(ADA)


def text(client: FlaskClient, query: str = HERE) -> str:
    page = judged(client.get(f"/quarter?{query}"))
    return " ".join(page.all("main"))


def rows_of(client: FlaskClient) -> list[list[str]]:
    answer = client.get(f"/quarter.csv?{HERE}")
    assert answer.data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(StringIO(answer.data.decode("utf-8-sig"))))


def test_counts_and_lines_come_before_dots_and_dots_before_charts(ada: FlaskClient) -> None:
    told = text(ada)
    order = (
        "This quarter: 18 plans count",
        "up to its end: 72 plans count",
        "We are loud, we are late, and we turn up.",
        "A dot for each plan",
        "Over time",
        "What plans show of each commitment",
        "Changes of how we work",
    )
    assert sorted(order, key=told.index) == list(order)


def test_every_criterion_stands_in_the_rubrics_order_with_its_numbers(ada: FlaskClient) -> None:
    names = [one.name for one in shipped().criteria]
    headings = judged(ada.get(f"/quarter?{HERE}")).all("h3")
    assert [one for one in headings if one in names] == names


def test_every_drawing_has_a_name_a_description_and_its_numbers_under_it(ada: FlaskClient) -> None:
    html = ada.get(f"/quarter?{HERE}").get_data(as_text=True)
    drawn = html.count("<svg")
    assert drawn == 20 + 2 + 1
    assert html.count('role="img" aria-labelledby="') == drawn
    assert html.count("<desc id=") == drawn
    assert html.count("<table") == drawn


def test_no_figure_is_about_one_facilitator_and_nothing_is_a_target(ada: FlaskClient) -> None:
    told = text(ada)
    assert SAM.name not in told
    for word in ("failing", "below target", "best", "worst", "average facilitator"):
        assert word not in told.lower()


@pytest.mark.parametrize("path", PATHS)
def test_a_team_that_somebody_does_not_look_after_is_not_there(busy: Place, path: str) -> None:
    jo = busy.browser_of(JO)
    assert jo.get(f"{path}?{HERE}&team={TEAM.id}").status_code == 404
    assert jo.get(f"{path}?{HERE}&team={TAW.id}").status_code == 200
    assert jo.get(f"{path}?quarter=2027-9").status_code == 404
    assert busy.browser_of(SAM).get(f"{path}?{HERE}").status_code == 404


def test_all_teams_together_are_the_supervisors_own_teams(busy: Place) -> None:
    jo = busy.browser_of(JO)
    assert "fewer than five plans count" in text(jo, f"{HERE}&team=all")


def test_below_five_plans_nothing_is_shown_on_screen_paper_or_file() -> None:
    place = a_place()
    place.save(*(a_look(place.kept, ADA, date(2027, 2, day)) for day in range(1, 5)))
    ada = place.browser_of(ADA)
    assert "<svg" not in ada.get(f"/quarter?{HERE}").get_data(as_text=True)
    assert "4 plans" not in text(ada)
    paper = PdfReader(BytesIO(ada.get(f"/quarter.pdf?{HERE}").data)).pages[0].extract_text()
    assert "4 plans" not in " ".join(paper.split())
    ratings = [row for row in rows_of(ada) if row[0] == "Rating"]
    assert ratings
    assert {(row[3], row[4]) for row in ratings} == {("fewer than five", "")}


def test_the_dots_of_this_quarter_alone_are_one_link_away(ada: FlaskClient) -> None:
    assert "The plans of this quarter." in text(ada, f"{HERE}&dots=quarter")
    assert "72 plans." in text(ada)
    assert "72 plans." not in text(ada, f"{HERE}&dots=quarter")


def test_the_file_has_every_figure_of_the_page(ada: FlaskClient) -> None:
    rows = rows_of(ada)
    assert tuple(rows[0]) == HEAD
    year = [row for row in rows if row[0] == "Rating" and row[2].startswith("12 months")]
    assert len(year) == 20 * 5
    assert sum(int(row[4]) for row in year if row[1] == "Each child's voice") == 72
    assert {len(row) for row in rows} == {len(HEAD)}


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_no_cell_is_a_formula(cell: str) -> None:
    assert safe(cell) == f"'{cell}"


def test_a_change_that_looks_like_a_formula_is_text_in_the_file() -> None:
    place = a_place()
    ada = place.browser_of(ADA)
    place.app.config["WTF_CSRF_ENABLED"] = False
    known = {"on": "1 March 2027", "what": '=HYPERLINK("x")'}
    assert ada.post(f"/quarter/changes?{HERE}", data=known).status_code == 303
    assert any(row[1] == '\'=HYPERLINK("x")' for row in rows_of(ada))


def test_the_paper_is_one_page_however_much_is_said_and_its_drawings_can_be_heard(
    busy: Place, ada: FlaskClient, tmp_path: Path
) -> None:
    before, day, said = Quarter(2026, 4), date(2026, 11, 3), LONG[:LONGEST_BOX]
    full = QuarterWords(looked_at=said, found=said, changed=said, for_children=said)
    with busy.app.app_context(), writing() as session:
        store.keep_words(session, TEAM.id, before, full, user_id=ADA.id, at=SAM.made_at)
        for _ in range(MOST_QUOTES):
            long = a_quote(words=LONG[:LONGEST_QUOTE], quarter=before)
            store.add_quote(session, long, user_id=ADA.id, at=SAM.made_at)
    busy.save(*(a_look(busy.kept, ADA, day, by_chance=False) for _ in range(3)))
    busy.save(*(a_look(busy.kept, ADA, day, counts=False) for _ in range(6)))
    pdf = ada.get("/quarter.pdf?quarter=2026-4").data
    assert len(PdfReader(BytesIO(pdf)).pages) == 1
    heard = [str(one.said["Alt"]) for one in tags(pdf).all("Figure")]
    assert len(heard) == 6 + 2 + 1
    assert any(one.startswith("Each child's voice. 72 plans: ") for one in heard)
    (tmp_path / "quarter.pdf").write_bytes(pdf)
    (broken,) = verapdf.broken([tmp_path / "quarter.pdf"]).values()
    assert broken == ()
