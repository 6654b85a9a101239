"""A day led on paper: four flip-chart pages become a plan that is printed before people go home.

Typing goes at 30 words a minute: 150 keys, 0.4 seconds each. Private time's two touches are no
part of it yet.
"""

import struct
import time
import zlib
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any, cast
from uuid import uuid4

from flask import Flask
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from facilitator.accounts.sessions import now
from facilitator.canonical import thaw
from facilitator.contributions import store as contributions
from facilitator.database import writing
from facilitator.meetings import KeptMeeting
from facilitator.people import store as people
from facilitator.plans import Agreed, Draft
from facilitator.plans import store as plans
from facilitator.plans.agreed import next_plan
from facilitator.practice.prepared import prepared_record, shipped_record
from facilitator.record import Record
from tests.desk.at_the_desk import a_meeting
from tests.journeys.conftest import PAPER_TAKES, Opener
from tests.journeys.flip_charts import flip_charts
from tests.journeys.leading.leading_a_meeting import a_laptop, browsers_of_sam
from tests.journeys.looking import has_no_fault
from tests.journeys.on_the_disk import is_on_the_disk
from tests.journeys.test_handing_out import is_paper, without_the_browsers_own_viewer
from tests.releasing.handing_over_day import Day, look_through
from tests.web import SAM, a_client

SECONDS_A_KEY = 0.4
SECONDS_A_CLICK = 3
LONGEST = 15 * 60
MARK = b"what the camera saw of the wall"


class Typist:
    """Somebody who types at 30 words a minute, and whose keys and clicks are counted."""

    def __init__(self, page: Page) -> None:
        self.page, self.keys, self.clicks, self.waited = page, 0, 0, 0.0

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """What the app makes somebody wait."""
        began = time.monotonic()
        yield
        self.waited += time.monotonic() - began

    def types(self, words: str) -> None:
        self.page.keyboard.insert_text(words)  # At once, so that the test need not last as long.
        self.keys += len(words)

    def presses(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.keys += 1

    def opens(self, title: str) -> None:
        pages = self.page.get_by_role("navigation", name="Pages of the flip chart")
        with self.waiting():
            pages.get_by_role("link", name=title).click()
            expect(self.page.get_by_role("heading", level=1)).to_have_text(f"Type up: {title}")
            expect(self.page.locator("#grid textarea").first).to_be_focused()
        self.clicks += 1

    def types_up(self, rows: tuple[tuple[str, ...], ...]) -> None:
        expect(self.page.locator("#grid textarea:focus")).to_have_count(1)
        for row in rows:
            for at, cell in enumerate(row):
                self.types(cell)
                self.presses("Tab" if at < len(row) - 1 else "Enter")

    def sees_that_all_is_saved(self) -> None:
        with self.waiting():
            expect(self.page.locator("#save-status")).to_have_text("All words saved")

    def sees_that_lines_are_saved(self) -> None:
        expect(self.page.locator("#save-status")).to_have_text("All lines saved")

    def prints_mums_copy(self) -> bytes:
        with self.waiting():
            self.page.get_by_role("link", name="Read the plan, agree it, print it").click()
            self.page.get_by_role("link", name="Copies of").click()
            self.page.get_by_role("link", name="This copy alone").first.click()  # Mum's seat
            with self.page.expect_response(is_paper, timeout=PAPER_TAKES) as answered:
                self.page.get_by_role("button", name="Write it down").click()
            pdf = self.page.request.get(answered.value.url, timeout=PAPER_TAKES)
        self.clicks += 4
        assert pdf.headers["content-type"] == "application/pdf"
        return pdf.body()

    @property
    def seconds(self) -> float:
        """How long it takes by hand, with all that the app really made somebody wait."""
        return self.keys * SECONDS_A_KEY + self.clicks * SECONDS_A_CLICK + self.waited


def a_photo() -> bytes:
    """A picture of one green dot, with something in it to look for."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        checked = zlib.crc32(kind + data).to_bytes(4, "big")
        return len(data).to_bytes(4, "big") + kind + data + checked

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    dot = chunk(b"IDAT", zlib.compress(b"\x00\x1f\x60\x49"))
    words = chunk(b"tEXt", b"Comment\x00" + MARK)
    return b"\x89PNG\r\n\x1a\n" + head + words + dot + chunk(b"IEND", b"")


def a_prepared_meeting(app: Flask) -> KeptMeeting:
    """The made-up family's meeting on the morning of its day, as a real one."""
    return a_meeting(app, {**of(prepared_record()), "id": f"day-{uuid4().hex[:8]}"})


def of(record: Record) -> dict[str, Any]:
    """The record's document, as one that can be changed."""
    return cast("dict[str, Any]", thaw(record.document))


def is_agreed_and_looked_through(day: Day) -> None:
    """The family says yes to what was typed up, and so does a second person: that is all talk."""
    with day.app.app_context(), writing() as session:
        draft = Draft.of(
            day.meeting.meeting,
            people.load(session, day.meeting.id),
            contributions.load(session, day.meeting.id),
        )
        plan = next_plan(draft, None, on=day.meeting.meeting.held_on)
        plans.add(session, day.meeting.id, Agreed(plan, now(), SAM.id), "typed-up")
    look_through(day)


def test_four_flip_chart_pages_become_a_printed_plan_within_fifteen_minutes(
    app: Flask, open_page: Opener, faults: list[str]
) -> None:
    kept = a_prepared_meeting(app)
    typist = Typist(open_page(f"/meetings/{kept.id}/type-up"))
    charts = flip_charts(of(shipped_record()))
    for chart in charts:
        typist.opens(chart.title)
        typist.types_up(chart.rows)
        typist.sees_that_all_is_saved()

    is_agreed_and_looked_through(Day(app, kept, a_client(app)))
    pdf = typist.prints_mums_copy()
    pages = PdfReader(BytesIO(pdf)).pages
    printed = " ".join("".join(one.extract_text() for one in pages).split())
    for chart in charts:
        for row in chart.rows:
            assert max(row, key=len) in printed
    assert typist.seconds < LONGEST, f"{typist.keys} keys, {typist.waited:.0f} s of waiting"
    typist.page.goto("/")
    faults[:] = without_the_browsers_own_viewer(faults)


def test_the_photo_is_shown_beside_the_grid_and_no_request_ever_carries_it(
    app: Flask, open_page: Opener
) -> None:
    kept = a_prepared_meeting(app)
    page = open_page(f"/meetings/{kept.id}/type-up?page=going-well")
    sent: list[bytes] = []
    page.on("request", lambda one: sent.append((one.post_data_buffer or b"") + one.url.encode()))
    photo = a_photo()
    page.get_by_label("Choose a photo.").set_input_files(
        {"name": "wall.png", "mimeType": "image/png", "buffer": photo}
    )
    shown = page.get_by_role("img", name="The flip chart, as you photographed it")
    expect(shown).to_be_visible()
    assert shown.evaluate("one => one.naturalWidth") == 1
    page.get_by_role("button", name="Bigger").click()
    page.locator("#grid textarea").first.click()
    Typist(page).types_up((("Dad rings every Sunday.", "2"),))
    expect(page.locator("#save-status")).to_have_text("All words saved")

    over_the_wire = [one for one in sent if not one.startswith(b"data:")]
    assert any(b"Dad rings every Sunday." in one for one in over_the_wire)
    for form in (MARK, b64encode(photo)[40:80], b"wall.png"):
        assert [one for one in over_the_wire if form in one] == []
    assert page.locator("#photo").get_attribute("name") is None
    has_no_fault(page)


def test_a_name_that_nobody_has_is_kept_and_asked_about(app: Flask, open_page: Opener) -> None:
    kept = a_prepared_meeting(app)
    page = open_page(f"/meetings/{kept.id}/type-up?page=steps")
    Typist(page).types_up((("Bring the tablet.", "Grnadad", "by 6 March"),))
    expect(page.locator("#asks")).to_contain_text("“Grnadad”: is that Grandad?")
    expect(page.locator("#asks")).to_contain_text("“by 6 March” is Saturday 6 March 2027.")

    page.get_by_label("“Grnadad”: is that Grandad?").select_option("Grandad")
    page.get_by_role("button", name="Use this name for Grnadad").click()
    expect(page.locator("#asks")).not_to_contain_text("Grnadad")
    page.get_by_role("button", name="It is done by that day").click()
    expect(page.locator("#asks")).to_be_empty()
    expect(page.locator("#save-status")).to_have_text("All words saved")
    page.reload()
    written = page.locator("#typed li")
    expect(written).to_have_count(1)
    expect(written).to_contain_text("Who: Grandad")
    expect(written).to_contain_text("When: by Saturday 6 March 2027")


def test_lines_that_are_pasted_become_rows(app: Flask, open_page: Opener) -> None:
    kept = a_prepared_meeting(app)
    page = open_page(f"/meetings/{kept.id}/type-up?page=needs")
    page.locator("#grid textarea").first.evaluate(
        """(cell) => {
          const data = new DataTransfer();
          data.setData("text/plain", "Hearing aids\\tNan\\nTwelve weeks\\tMum\\n\\nA car seat");
          const known = {clipboardData: data, bubbles: true, cancelable: true};
          cell.dispatchEvent(new ClipboardEvent("paste", known));
        }"""
    )
    expect(page.locator("#save-status")).to_have_text("All words saved")
    page.reload()
    expect(page.locator("#typed li")).to_contain_text(
        ["What: Hearing aids Who said it: Nan", "What: Twelve weeks Who said it: Mum", "A car seat"]
    )


def test_a_row_that_nobody_has_left_is_still_there_when_the_page_comes_back(
    app: Flask, open_page: Opener
) -> None:
    kept = a_prepared_meeting(app)
    page = open_page(f"/meetings/{kept.id}/type-up?page=worries")
    expect(page.locator("#grid textarea").first).to_be_focused()
    page.keyboard.type("Jaydon's batter")
    is_on_the_disk(page, "Jaydon's batter")
    page.reload()
    expect(page.locator("#grid textarea").first).to_have_value("Jaydon's batter")


def test_the_grid_is_kept_as_one_form_where_there_are_no_scripts(
    app: Flask, open_page: Opener
) -> None:
    kept = a_prepared_meeting(app)
    page = open_page(f"/meetings/{kept.id}/type-up?page=if", java_script_enabled=False)
    for label, words in (
        ("If, row 1", "Nan is ill"),
        ("Then, row 1", "Bev moves in."),
        ("Ring first, row 1", "Bev"),
        ("Ring next, row 1", "Auntie Flo"),
    ):
        page.get_by_label(label, exact=True).fill(words)
    page.get_by_role("button", name="Keep these rows").click()
    written = page.locator("#typed li")
    expect(written).to_contain_text("If: Nan is ill")
    expect(written).to_contain_text("Ring first: Auntie Bev")
    page.get_by_label("Nobody here is called “Auntie Flo”. Who is it?").select_option("Nan")
    page.get_by_role("button", name="Use this name for Auntie Flo").click()
    expect(page.locator("#typed li")).to_contain_text("Ring next: Nan")


def test_the_projector_says_that_it_is_time_for_tea(app: Flask, open_page: Opener) -> None:
    kept = a_prepared_meeting(app)
    page = open_page(f"/meetings/{kept.id}/type-up-card")
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Idris is typing up your plan. Time for tea."
    )
    expect(page.get_by_role("link", name="Sign out")).to_have_count(0)
    has_no_fault(page)


def test_rows_that_are_typed_while_the_app_is_stopped_are_kept_when_it_starts_again(
    browser: Browser,
) -> None:
    with a_laptop() as laptop, browsers_of_sam(browser, laptop) as leads:
        page = leads().page
        page.goto(f"{laptop.address}/meetings/{laptop.meeting.id}/type-up?page=needs")
        typist = Typist(page)
        typist.types_up((("Hearing aids.", "Nan"),))
        typist.sees_that_all_is_saved()
        laptop.stop()
        typist.types_up((("Twelve weeks.", "Mum"),))
        expect(page.locator("#save-status")).to_contain_text("kept on this computer")
        typist.types("A car se")
        is_on_the_disk(page, "A car se")
        laptop.start()
        page.reload()
        expect(page.locator("#grid")).to_contain_text("What")
        typist.sees_that_lines_are_saved()
        assert laptop.words() == ["Hearing aids.", "Twelve weeks."]
        cells = page.locator("#grid [data-cell=what]")
        assert "A car se" in [one.input_value() for one in cells.all()]
