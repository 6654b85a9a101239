"""Leading by keyboard alone: the eyes stay with the family."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from facilitator.contributions import Contribution
from facilitator.exchange import of_record
from facilitator.people import Role
from facilitator.record import Record
from tests.desk.at_the_desk import campbell
from tests.journeys.leading.leading_a_meeting import Facilitator, Laptop, a_browser_of_sam
from tests.journeys.looking import has_no_fault
from tests.leading.in_a_meeting import Led

# What is said while a meeting opens and shares, and the steps of its plan.
HEARD = {
    "beginning",
    "hope",
    "agreement",
    "strength",
    "worry",
    "need",
    "bottom_line",
    "question",
    "unknown",
    "child_view",
    "action",
}
MOST_KEYS = 3  # beyond the words: Enter, who, what


@pytest.fixture
def sam(laptop: Laptop, browser: Browser) -> Iterator[Facilitator]:
    faults: list[str] = []
    context = a_browser_of_sam(browser, laptop)
    page = context.new_page()
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield Facilitator(page, laptop)
    context.close()
    assert faults == []


def what_was_heard() -> list[Contribution]:
    recorded = of_record(Record(campbell()))
    return [one for one in recorded.contributions if one.kind in HEARD]


def people_of(line: Contribution) -> tuple[str, ...]:
    who = line.row.who
    return ((line.by,) if line.by else ()) if who == "by" else line.fields.ids(who)


def test_a_line_of_a_real_meeting_costs_three_keys_beyond_its_words(
    sam: Facilitator, laptop: Laptop
) -> None:
    seats = {one.id for one in of_record(Record(campbell())).people if one.role != Role.FACILITATOR}
    heard = what_was_heard()
    assert len(heard) > 40
    for line in heard:
        before = sam.keys
        sam.page.keyboard.insert_text(line.words)
        sam.presses("Enter")
        first = next((one for one in people_of(line) if one in seats), "")
        if first:
            seat = sam.page.locator(f"#by-{first}").get_attribute("data-seat")
            assert seat
            sam.presses(seat)
        sam.presses(line.row.letter)
        sam.is_in_the_box()
        assert sam.keys - before <= MOST_KEYS
    sam.has_saved_everything()
    kept = laptop.lines()
    assert [(one.kind, one.words) for one in kept] == [(one.kind, one.words) for one in heard]
    for written, said in zip(kept, heard, strict=True):
        assert people_of(written)[:1] == tuple(one for one in people_of(said) if one in seats)[:1]


def test_the_screen_is_fit_to_be_heard_and_every_line_comes_with_the_question(
    sam: Facilitator, laptop: Laptop
) -> None:
    sam.is_in_the_box()
    has_no_fault(sam.page)
    sam.hears("No shame in this room.", "Enter")  # No choice: the question's own kind, nobody.
    sam.hears("To see Mum.", "2", "h")
    sam.hears("(signs) Nan, yes.", "*", "3", "c")
    sam.has_saved_everything()
    asked = sam.page.locator("#lead").get_attribute("data-now")
    (first, second, third) = laptop.lines()
    assert (first.by, first.prompt) == ("", asked)
    assert (second.kind, second.by) == ("hope", "tiana")
    assert (third.kind, third.by, third.exact) == ("child_view", "jaydon", True)
    has_no_fault(sam.page)


def test_two_people_take_one_step_and_a_wrong_key_is_taken_back(
    sam: Facilitator, laptop: Laptop
) -> None:
    sam.hears("Take the children to football.", "4", "6", "6", "5", "i")  # 6 was a slip.
    sam.has_saved_everything()
    (step,) = laptop.lines()
    assert step.fields.ids("who") == ("grace", "winston")


def test_the_arrow_mends_the_last_line(sam: Facilitator, laptop: Laptop) -> None:
    sam.hears("Nan cooks.", "4", "g")
    sam.presses("ArrowUp")
    sam.has_in_the_box("Nan cooks.")
    sam.types(" On Tuesdays.")
    sam.presses("Enter", "Enter")
    sam.has_saved_everything()
    (line,) = laptop.lines()
    assert (line.words, line.by, line.kind) == ("Nan cooks. On Tuesdays.", "grace", "strength")
    expect(sam.page.locator("#lines .said")).to_have_count(1)


def test_letters_and_digits_are_only_words_while_somebody_writes(
    sam: Facilitator, laptop: Laptop
) -> None:
    sam.hears("4 nights? w * -", "Enter")
    sam.has_saved_everything()
    assert laptop.words() == ["4 nights? w * -"]


def test_the_question_goes_on_by_a_key_and_can_be_folded_away(
    sam: Facilitator, laptop: Laptop
) -> None:
    shown = sam.page.locator(".question:visible .question__words")
    first = shown.inner_text()
    sam.types("To eat toge")
    sam.presses("PageDown")
    expect(shown).not_to_have_text(first)
    sam.has_in_the_box("To eat toge")
    sam.presses("PageUp")
    expect(shown).to_have_text(first)
    sam.presses("Enter", "?")
    expect(shown).to_be_hidden()
    sam.presses("?")
    expect(shown).to_be_visible()
    sam.presses("n")
    sam.has_saved_everything()
    assert laptop.words() == ["To eat toge"]


def test_a_key_hides_everything_and_a_key_brings_it_back(sam: Facilitator) -> None:
    sam.hears("Tiana is frightened at night.", "4", "w")
    sam.types("And Jayd")
    for back in ("Space", "Enter"):
        sam.presses("Escape")
        heard = sam.page.locator("body").aria_snapshot()
        assert "Tiana is frightened" not in heard
        assert "And Jayd" not in heard
        assert "Show the screen again" in heard
        expect(sam.page.locator("#lead")).to_be_hidden()
        sam.presses(back)
        expect(sam.page.locator("#lead")).to_be_visible()
        sam.is_in_the_box()
    sam.types("on too.")
    sam.has_in_the_box("And Jaydon too.")


def test_a_question_of_ones_own_takes_its_place_in_the_meeting(
    sam: Facilitator, laptop: Laptop
) -> None:
    page = sam.page
    page.get_by_text("A question of your own").focus()
    sam.presses("Enter", "Tab")
    sam.types("What would Grandma Ellie have said?")
    sam.presses("Tab", "Enter")
    expect(page.locator(".question:visible .question__words")).to_have_text(
        "What would Grandma Ellie have said?"
    )
    sam.hears("Feed them first.", "4", "g")
    sam.has_saved_everything()
    (line,) = laptop.lines()
    assert line.prompt
    assert line.prompt.startswith("own-")
    sam.comes_back()
    expect(page.locator(".question:visible .question__words")).to_have_text(
        "What would Grandma Ellie have said?"
    )


def test_the_screen_goes_the_same_way_without_the_app_as_the_app_would(
    sam: Facilitator, laptop: Laptop
) -> None:
    """Two meetings go through the agenda: one on the screen alone, one by what the app answers."""
    steps = ["asked", "later", "skipped", *["asked"] * 40]
    now = sam.page.locator("#lead").get_attribute("data-now")
    by_the_app = Led(laptop.app)
    there = [str(now)]
    for number, step in enumerate(steps):
        answer = by_the_app.happens(step, there[-1], key=f"step-{number}")
        assert answer.status_code == 200, answer.text
        there.append(answer.get_json()["walk"]["now"])

    laptop.stop()
    buttons = {"asked": "Next", "later": "Later", "skipped": "Skip"}
    shown = sam.page.locator(".question:visible")
    here = [str(now)]
    for step in steps:
        sam.page.get_by_role("button", name=buttons[step], exact=True).click()
        here.append(str(shown.get_attribute("data-prompt")))
    assert here == there
    assert here[1] in here[2:]  # What was for later came again.
    laptop.start()
    sam.page.evaluate("dispatchEvent(new Event('online'))")
    sam.has_saved_everything()
    sam.comes_back()
    expect(shown).to_have_attribute("data-prompt", here[-1])
