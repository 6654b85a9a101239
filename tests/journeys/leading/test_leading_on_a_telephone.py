"""Leading with a thumb on a telephone, on any width, and without a script."""

from playwright.sync_api import Browser, expect

from tests.journeys.leading.leading_a_meeting import (
    Laptop,
    Leads,
    a_browser_of_sam,
)
from tests.journeys.looking import WIDTHS, fits, has_no_fault


def test_a_name_alone_waits_in_the_tray_until_there_are_words(leads: Leads, laptop: Laptop) -> None:
    sam = leads(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = sam.page
    page.locator("label[for=by-grace]").tap()
    page.locator("label[for=by-leon]").tap()
    expect(page.locator("#to-finish-count")).to_have_text("2")
    sam.has_saved_everything()
    page.locator("#line-words").tap()
    sam.types("I can fix the gate.")
    page.get_by_role("button", name="Keep this line").tap()
    page.locator("label[for=kind-action]").tap()
    sam.has_saved_everything()
    nan, leon = laptop.lines()
    assert (nan.by, nan.words) == ("grace", "")
    assert (leon.words, leon.fields.ids("who")) == ("I can fix the gate.", ("leon",))


def test_a_thumb_leads_on_a_telephone(leads: Leads, laptop: Laptop) -> None:
    sam = leads(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = sam.page
    has_no_fault(page)
    page.locator("#line-words").tap()
    sam.types("Tiana gets up at night.")
    page.locator("label[for=by-grace]").tap()  # Without Enter: the touch keeps the line.
    page.locator("label[for=kind-worry]").tap()
    page.get_by_role("button", name="Next", exact=True).tap()
    sam.has_saved_everything()
    (line,) = laptop.lines()
    assert (line.by, line.kind, line.words) == ("grace", "worry", "Tiana gets up at night.")
    small = page.evaluate(
        """() => [...document.querySelectorAll('#lead :is(button, .pick label, summary)')]
        .filter(one => one.checkVisibility())
        .map(one => [one.textContent.trim(), one.getBoundingClientRect().height])
        .filter(([, height]) => height < 44).map(([words]) => words)"""
    )
    assert small == []


def test_the_screen_is_never_wider_than_what_it_is_shown_on(leads: Leads) -> None:
    sam = leads()
    sam.hears("Nan cooks." * 30, "4", "g")
    fits(sam.page, *WIDTHS)


def test_without_a_script_a_line_and_a_step_through_the_meeting_are_kept(
    browser: Browser, laptop: Laptop
) -> None:
    context = a_browser_of_sam(browser, laptop, java_script_enabled=False)
    page = context.new_page()
    page.goto(laptop.screen)
    shown = page.locator(".question:visible .question__words")
    first = shown.inner_text()
    page.get_by_label("What do they say?").fill("Tiana gets up at night.")
    page.locator("label[for=by-grace]").click()
    page.locator("label[for=kind-worry]").click()
    page.get_by_role("button", name="Keep this line").click()
    expect(page.locator("#lines .said")).to_contain_text("Nan: Tiana gets up at night.")
    page.get_by_role("button", name="Next", exact=True).click()
    expect(shown).not_to_have_text(first)
    page.get_by_text("Where we are").first.click()
    page.locator("#map .go-to", has_text=first).click()
    expect(shown).to_have_text(first)
    page.get_by_text("In the room:").click()
    page.get_by_role("button", name="Left: Uncle Leon").click()
    expect(page.locator("#here-count")).to_have_text("11")
    page.get_by_text("A question of your own").click()
    page.get_by_label("Your question, in your words").fill("Who feeds the dog?")
    page.get_by_role("button", name="Ask it now").click()
    expect(shown).to_have_text("Who feeds the dog?")
    context.close()
    (line,) = laptop.lines()
    assert (line.by, line.kind, line.words) == ("grace", "worry", "Tiana gets up at night.")
