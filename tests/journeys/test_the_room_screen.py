"""The room screen in a window of its own, led from the laptop: two windows of one browser."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.leading.leading_a_meeting import Facilitator, Laptop, a_browser_of_sam, a_laptop
from tests.journeys.looking import fits, has_no_fault, looked_at, source

WIDTH, HEIGHT = 1920, 1080  # of the projector
TYPED = "Typed, and not kept"


@dataclass
class Hall:
    """The laptop in somebody's hands, and the wall that everybody sees."""

    sam: Facilitator
    wall: Page

    def is_blank(self) -> None:
        expect(self.wall.locator("#wall")).to_have_attribute("data-state", "blank")
        expect(self.wall.locator(".wall__line")).to_have_count(0)

    def shows(self, words: str) -> None:
        expect(self.wall.locator(".wall__line", has_text=words).last).to_be_visible()

    def never_held(self, words: str) -> None:
        assert words not in source(self.wall)

    def press(self, *keys: str) -> None:
        """Keys on the people row of the laptop."""
        self.sam.page.bring_to_front()
        self.sam.page.locator("#people-row [name=by]").first.focus()
        self.sam.presses(*keys)

    def touches(self, person: str, what: str) -> None:
        """Somebody comes in or goes out, by a touch on the laptop."""
        room = self.sam.page.locator("#room")
        if room.get_attribute("open") is None:
            room.locator("summary").click()
        room.get_by_role("button", name=f"{what}: {person}").click()

    def tell(self, what: str, detail: object) -> None:
        """A message of another window."""
        self.sam.page.evaluate(
            """([what, detail]) => new BroadcastChannel(
                `facilitator:${document.querySelector("#lead").dataset.meeting}`
            ).postMessage({what, detail})""",
            [what, detail],
        )


@pytest.fixture(scope="module")
def laptop() -> Iterator[Laptop]:
    with a_laptop() as one:
        yield one


@pytest.fixture
def hall(laptop: Laptop, browser: Browser) -> Iterator[Hall]:
    faults: list[str] = []
    context = a_browser_of_sam(browser, laptop)
    page = context.new_page()
    page.on("pageerror", lambda error: faults.append(str(error)))
    sam = Facilitator(page, laptop)
    page.locator("#people-row [name=by]").first.focus()
    with context.expect_page() as opened:
        sam.presses(".")
    wall = opened.value
    wall.on("pageerror", lambda error: faults.append(str(error)))
    wall.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    expect(wall.locator("#wall.is-awake")).to_be_visible()
    yield Hall(sam, wall)
    context.close()
    assert faults == []


def say(hall: Hall, words: str, *keys: str) -> None:
    hall.sam.page.bring_to_front()
    hall.sam.page.locator("#line-words").focus()
    hall.sam.hears(words, *keys)
    hall.sam.has_saved_everything()


def go_to(hall: Hall, question: str) -> None:
    """By the map, as somebody would who looks for a question."""
    form = f'[name=go][value="{question}"]'
    hall.sam.page.locator(form).first.evaluate("one => one.click()")
    hall.sam.has_saved_everything()


def test_one_key_opens_the_window_and_then_shows_and_blanks_it(hall: Hall) -> None:
    hall.is_blank()
    expect(hall.wall.locator("[data-part=time]")).to_have_text(re.compile(r"\d\d:\d\d"))
    has_no_fault(hall.wall)
    go_to(hall, "RSL-2a")
    say(hall, "She sings.", "4", "g")
    hall.is_blank()  # A new stage is never shown by itself.
    hall.press(".")
    hall.shows("She sings.")
    expect(hall.sam.page.locator("#room-screen")).to_contain_text("Blank the room")
    has_no_fault(hall.wall)
    hall.press(".")
    hall.is_blank()
    hall.wall.bring_to_front()
    hall.wall.keyboard.press("b")  # as a clicker for slides sends it
    hall.shows("She sings.")
    hall.wall.get_by_role("button", name="Blank").click()
    hall.is_blank()


def test_a_line_is_on_the_wall_once_it_is_kept_and_never_while_it_is_typed(hall: Hall) -> None:
    go_to(hall, "RSL-2a")
    hall.press(".")
    hall.sam.page.locator("#line-words").focus()
    hall.sam.types(TYPED)
    hall.wall.wait_for_timeout(700)
    hall.never_held(TYPED)
    hall.sam.presses("Enter", "4", "g")
    hall.shows(TYPED)
    expect(hall.wall.locator(".wall__line", has_text=TYPED)).to_contain_text("Nan:")


def test_what_is_hidden_from_somebody_there_never_comes_into_the_window(hall: Hall) -> None:
    go_to(hall, "RSL-2a")
    hall.press(".")
    say(hall, "She goes to the Clinic at MOOR-HOUSE alone.", "4", "g")
    say(hall, "She walks there.", "4", "g")
    hall.shows("She walks there.")
    hall.never_held("MOOR")
    hall.touches("Pastor Joy", "Left")
    for child in ("Tiana", "Jaydon"):
        hall.touches(child, "Stepped out")
    hall.shows("MOOR-HOUSE")
    hall.touches("Pastor Joy", "Came in")
    expect(hall.wall.locator(".wall__line", has_text="MOOR")).to_have_count(0)
    hall.sam.has_saved_everything()
    for child in ("Tiana", "Jaydon"):
        hall.touches(child, "Came in")
    hall.sam.has_saved_everything()
    hall.never_held("MOOR")


def test_the_words_are_forty_pixels_in_three_columns_of_equal_width_black_on_white(
    hall: Hall,
) -> None:
    go_to(hall, "RSL-2a")
    say(hall, "He laughs.", "4", "g")
    hall.press(".")
    hall.shows("He laughs.")
    look = "one => { const s = getComputedStyle(one); return [s.fontSize, s.color]; }"
    assert hall.wall.locator(".wall__words").last.evaluate(look) == ["40px", "rgb(0, 0, 0)"]
    widths = [one.bounding_box() for one in hall.wall.locator(".wall__column").all()]
    assert len({round(box["width"]) for box in widths if box}) == 1
    assert len(widths) == 3
    paper = "() => getComputedStyle(document.body).backgroundColor"
    assert looked_at(hall.wall, paper) == "rgb(255, 255, 255)"
    assert looked_at(hall.wall, "one => one.scrollHeight") <= HEIGHT


def test_whole_lines_step_back_when_a_column_is_full_and_an_arrow_brings_them(hall: Hall) -> None:
    go_to(hall, "RSL-2b")
    for number in range(12):
        say(hall, f"Need number {number}, which takes more than one row to say.", "4", "n")
    hall.press(".")
    hall.shows("Need number 11")
    expect(hall.wall.locator(".wall__line", has_text="Need number 0,")).to_be_hidden()
    expect(hall.wall.locator(".wall__before:visible")).to_contain_text("more before")
    for one in hall.wall.locator(".wall__line:visible").all():
        box = one.bounding_box()
        assert box
        assert box["y"] + box["height"] <= HEIGHT
    hall.wall.bring_to_front()
    for _ in range(11):
        hall.wall.keyboard.press("ArrowUp")
    hall.shows("Need number 0,")
    hall.wall.keyboard.press("ArrowDown")


def test_when_a_child_comes_in_what_is_for_adults_goes_at_once(hall: Hall) -> None:
    go_to(hall, "RSL-2c")
    for child in ("Tiana", "Jaydon"):
        hall.touches(child, "Stepped out")
    hall.sam.page.locator("#room summary").click()
    say(hall, "She was alone at night.", "0", "w")
    hall.press(".")
    hall.shows("She was alone at night.")
    # The touch itself takes it away, whether or not the server can be reached just then.
    hall.sam.page.context.set_offline(True)
    hall.touches("Tiana", "Came in")
    expect(hall.wall.locator(".wall__line")).to_have_count(0)
    hall.sam.page.context.set_offline(False)
    hall.sam.has_saved_everything()
    expect(hall.wall.locator("#wall")).to_have_attribute("data-state", "shown")
    hall.never_held("She was alone at night.")
    hall.touches("Tiana", "Stepped out")
    hall.shows("She was alone at night.")
    hall.touches("Tiana", "Came in")
    hall.touches("Jaydon", "Came in")
    hall.sam.has_saved_everything()


def test_a_line_that_is_kept_meanwhile_does_not_bring_the_wall_back_before_the_server_knows(
    hall: Hall,
) -> None:
    go_to(hall, "RSL-2a")
    hall.press(".")
    shown, blank = re.compile("shown"), re.compile("blank")
    wall = hall.wall.locator("#wall")
    expect(wall).to_have_attribute("data-state", shown)
    hall.tell("walked", {"what": "came_in", "about": "tiana"})
    expect(wall).to_have_attribute("data-state", blank)
    say(hall, "She skips.", "4", "g")
    hall.wall.wait_for_timeout(500)
    expect(wall).to_have_attribute("data-state", blank)
    hall.tell("room:look", "walked")
    expect(wall).to_have_attribute("data-state", shown)


def test_a_new_stage_begins_blank(hall: Hall) -> None:
    go_to(hall, "RSL-2a")
    hall.press(".")
    expect(hall.wall.locator("#wall")).to_have_attribute("data-state", "shown")
    go_to(hall, "REF-2c")
    hall.is_blank()
    go_to(hall, "RSL-2a")
    hall.is_blank()


def test_the_wall_is_blank_while_a_page_for_the_facilitators_eyes_is_open(hall: Hall) -> None:
    go_to(hall, "RSL-2a")
    say(hall, "Seen before.", "4", "g")
    hall.press(".")
    hall.shows("Seen before.")
    for page in ("breather", "prepare", "notes"):
        hall.sam.page.goto(hall.sam.page.url.split("#")[0].replace("/lead", f"/{page}"))
        hall.is_blank()
        hall.wall.keyboard.press("b")
        hall.is_blank()
        hall.sam.page.go_back()
        expect(hall.sam.page.locator("#lead.is-awake")).to_be_visible()
        hall.shows("Seen before.")


def test_hide_on_the_laptop_blanks_the_wall_too(hall: Hall) -> None:
    go_to(hall, "RSL-2a")
    hall.press(".")
    expect(hall.wall.locator("#wall")).to_have_attribute("data-state", "shown")
    hall.sam.presses("Escape")
    hall.is_blank()


def test_while_the_flip_chart_is_typed_up_the_wall_says_that_it_is_time_for_tea(
    hall: Hall,
) -> None:
    hall.sam.page.get_by_role("link", name="Type up the flip chart").click()
    expect(hall.wall.locator("[data-part=tea]")).to_have_text(
        "Idris is typing up your plan. Time for tea."
    )
    hall.sam.page.get_by_role("link", name="Back to the meeting").click()
    hall.is_blank()


def test_the_laptop_alone_says_who_cannot_see_the_wall(hall: Hall) -> None:
    reminder = hall.sam.page.locator("#cannot-see")
    expect(reminder).to_be_hidden()
    hall.press(".")
    expect(reminder).to_have_text("Grandad and Dad can’t see this: read it out.")
    hall.never_held("can’t see this")
    hall.touches("Dad", "Stepped out")
    expect(reminder).to_have_text("Grandad can’t see this: read it out.")
    hall.touches("Dad", "Came in")


def test_the_window_takes_no_words_from_another_window(hall: Hall) -> None:
    go_to(hall, "RSL-2a")
    hall.press(".")
    line = {"ref": "x", "kind": "strength", "words": "Put in from outside."}
    hall.tell("kept", line)
    hall.tell("room:look", line)
    hall.wall.wait_for_timeout(500)
    hall.never_held("Put in from outside.")


def test_the_wall_can_be_read_on_a_telephone(hall: Hall) -> None:
    go_to(hall, "RSL-2a")
    say(hall, "She sings every morning.", "4", "g")
    hall.press(".")
    hall.shows("She sings every morning.")
    hall.wall.set_viewport_size({"width": 390, "height": 844})
    hall.shows("She sings every morning.")
    fits(hall.wall)
    has_no_fault(hall.wall)
