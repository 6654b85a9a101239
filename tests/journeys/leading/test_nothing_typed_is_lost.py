"""What was typed is there again, whatever the app, the browser or the visit does meanwhile."""

from contextlib import suppress

from playwright.sync_api import Error, Route, expect
from sqlalchemy import text

from facilitator.database import writing
from tests.journeys.leading.leading_a_meeting import Laptop, Leads, sign_in
from tests.journeys.looking import has_no_fault
from tests.journeys.on_the_disk import is_on_the_disk

KEPT_HERE = "Your words are kept on this computer."


def ends_every_visit(laptop: Laptop) -> None:
    with laptop.app.app_context(), writing() as session:
        session.execute(text("DELETE FROM visit"))


def test_the_app_stops_while_somebody_types_and_starts_again(leads: Leads, laptop: Laptop) -> None:
    sam = leads()
    sam.hears("Nan cooks.", "4", "g")
    sam.has_saved_everything()
    laptop.stop()
    sam.hears("Tiana is frightened at night.", "4", "w")
    sam.hears("To see Mum.", "2", "h")
    sam.types("And Jaydon ")
    sam.is_told(f"Not connected. {KEPT_HERE}")
    sam.sees_line("To see Mum.")
    laptop.start()
    sam.types("too.")
    sam.presses("Enter", "4", "w")
    sam.has_saved_everything()
    assert laptop.words() == [
        "Nan cooks.",
        "Tiana is frightened at night.",
        "To see Mum.",
        "And Jaydon too.",
    ]


def test_the_way_through_the_meeting_needs_no_app(leads: Leads, laptop: Laptop) -> None:
    sam = leads()
    shown = sam.page.locator(".question:visible .question__words")
    first = shown.inner_text()
    laptop.stop()
    sam.presses("PageDown")
    expect(shown).not_to_have_text(first)
    second = shown.inner_text()
    sam.page.get_by_role("button", name="Later", exact=True).click()
    expect(shown).not_to_have_text(second)
    third = shown.inner_text()
    sam.page.get_by_text("In the room:").click()
    sam.page.get_by_role("button", name="Stepped out: Uncle Leon").click()
    expect(sam.page.locator("#here-count")).to_have_text("11")
    sam.is_told("Not connected.")
    laptop.start()
    sam.page.evaluate("dispatchEvent(new Event('online'))")
    sam.has_saved_everything()
    sam.comes_back()
    expect(shown).to_have_text(third)
    expect(sam.page.locator("#here-count")).to_have_text("11")
    expect(sam.page.locator('[data-person="leon"] [data-part=where]')).to_have_text("Stepped out")


def test_the_tab_dies_with_half_a_line_in_the_box(leads: Leads, laptop: Laptop) -> None:
    sam = leads()
    laptop.stop()
    sam.hears("Nan cooks.", "4", "g")
    sam.types("On Tuesdays she br")
    expect(sam.page.locator("#lines .said")).to_have_count(1)
    is_on_the_disk(sam.page, "On Tuesdays she br")
    laptop.start()
    other = leads(beside=sam)  # Beside a living tab, the box is empty.
    other.has_in_the_box("")
    other.sees_line("Nan cooks.")
    sam.page.close()
    other.page.close()
    again = leads(beside=other)
    again.has_in_the_box("On Tuesdays she br")
    again.types("ings stew.")
    again.presses("Enter", "4", "g")
    again.has_saved_everything()
    assert laptop.words() == ["Nan cooks.", "On Tuesdays she brings stew."]


def test_the_page_is_loaded_again_while_the_app_is_stopped(leads: Leads, laptop: Laptop) -> None:
    sam = leads()
    sam.page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    sam.comes_back()
    sam.has_saved_everything()
    laptop.stop()
    sam.hears("Nan cooks.", "4", "g")
    sam.is_told("Not connected.")
    sam.types("On Tues")
    is_on_the_disk(sam.page, "On Tues")
    sam.page.reload()
    expect(sam.page.locator("h1")).to_have_text("The app is not running")
    expect(sam.page.locator("main")).to_contain_text(KEPT_HERE)
    expect(sam.page.locator("body")).not_to_contain_text("Sam")
    has_no_fault(sam.page)
    laptop.start()
    sam.page.get_by_role("link", name="Try again").click()
    expect(sam.page.locator("#lead.is-awake")).to_be_visible()
    sam.has_in_the_box("On Tues")
    sam.is_told("All lines saved")
    assert laptop.words() == ["Nan cooks."]


def test_the_browser_keeps_nobodys_words_where_others_could_read_them(
    leads: Leads, laptop: Laptop
) -> None:
    sam = leads()
    sam.page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    sam.comes_back()
    laptop.stop()
    sam.hears("Tiana is frightened.", "4", "w")
    sam.types("Moor House")
    is_on_the_disk(sam.page, "Tiana is frightened.")
    is_on_the_disk(sam.page, "Moor House")
    held = sam.page.evaluate(
        """async () => {
        const database = await new Promise((done) => {
            const asked = indexedDB.open("facilitator-drafts");
            asked.onsuccess = () => done(asked.result);
        });
        const boxes = await new Promise((done) => {
            const asked = database.transaction("drafts").objectStore("drafts").getAll();
            asked.onsuccess = () => done(asked.result);
        });
        const words = boxes.map((one) => new TextDecoder("latin1").decode(one.box));
        const shelves = await Promise.all((await caches.keys()).map((one) => caches.open(one)));
        const kept = (await Promise.all(shelves.map((one) => one.keys()))).flat();
        return [boxes.length, words.join(), kept.map((one) => new URL(one.url).pathname),
            JSON.stringify({...localStorage, ...sessionStorage})];
    }"""
    )
    count, words, cached, stored = held
    assert count >= 2
    assert "Tiana" not in words + stored
    assert "Moor House" not in words + stored
    assert {one for one in cached if not one.startswith("/static/")} == {"/offline"}


def test_the_visit_ends_while_somebody_types(leads: Leads, laptop: Laptop) -> None:
    sam = leads()
    sam.hears("Nan cooks.", "4", "g")
    sam.has_saved_everything()
    ends_every_visit(laptop)
    sam.hears("Tiana is frightened at night.", "4", "w")
    sam.is_told(f"Please sign in again in another tab. {KEPT_HERE}")
    way = sam.page.get_by_role("link", name="Please sign in again in another tab.")
    expect(way).to_have_attribute("target", "_blank")
    sam.types("To see Mum.")
    sign_in(sam.page.context, laptop)
    sam.page.evaluate("dispatchEvent(new Event('focus'))")
    sam.presses("Enter", "2", "h")
    sam.has_saved_everything()
    assert laptop.words() == ["Nan cooks.", "Tiana is frightened at night.", "To see Mum."]


def test_the_answer_to_a_save_is_lost_and_the_line_changes_meanwhile(
    leads: Leads, laptop: Laptop
) -> None:
    sam = leads(service_workers="block")
    lost = 0

    def _loses_the_answer(route: Route) -> None:
        nonlocal lost
        lost += 1
        with suppress(Error):  # The page may have given up waiting.
            route.fetch()
            route.abort()

    sam.page.route("**/lines/*", _loses_the_answer)
    sam.types("Nan cooks.")
    sam.presses("Enter")
    sam.is_told("Not connected.")
    sam.presses("4", "g")
    expect(sam.page.locator("#save-status")).to_contain_text("Not connected.")
    sam.page.unroute("**/lines/*")
    sam.has_saved_everything()
    assert lost
    (line,) = laptop.lines()
    assert (line.words, line.by, line.kind) == ("Nan cooks.", "grace", "strength")


def test_two_tabs_of_one_browser_show_the_same_lines(leads: Leads, laptop: Laptop) -> None:
    sam = leads()
    beside = leads(beside=sam)
    sam.page.bring_to_front()
    sam.hears("Nan cooks.", "4", "g")
    beside.sees_line("Nan cooks.")
    sam.types("Half a l")
    beside.page.bring_to_front()
    beside.hears("Ellie sings.", "4", "g")
    sam.sees_line("Ellie sings.")
    sam.has_in_the_box("Half a l")
    beside.has_in_the_box("")
    beside.has_saved_everything()
    sam.page.bring_to_front()
    sam.presses("PageDown")
    shown = sam.page.locator(".question:visible .question__words").inner_text()
    expect(beside.page.locator(".question:visible .question__words")).to_have_text(shown)
    assert laptop.words() == ["Nan cooks.", "Ellie sings."]


def test_a_line_that_can_not_be_saved_stays_with_the_reason(leads: Leads, laptop: Laptop) -> None:
    sam = leads()
    sam.hears("Sometimes Mum sleeps at tea time.", "*", "2", "c")
    sam.has_saved_everything()
    sam.presses("ArrowUp")
    sam.page.locator("#line-words").fill("Mum sleeps at tea time.")
    sam.presses("Enter", "Enter")
    sam.is_told("Some words could not be saved as they are.")
    sam.sees_line("Mum sleeps at tea time.")
    (line,) = laptop.lines()
    assert line.words == "Sometimes Mum sleeps at tea time."
    has_no_fault(sam.page)
    sam.page.get_by_label("Who of the family said yes to the change?").select_option("tiana")
    sam.page.get_by_role("button", name="They said yes").click()
    sam.has_saved_everything()
    assert laptop.words() == ["Mum sleeps at tea time."]


def test_a_form_of_a_whole_page_gives_its_words_back_until_they_are_saved(
    leads: Leads, laptop: Laptop
) -> None:
    page = leads().page
    address = f"/meetings/{laptop.meeting.id}/notes"

    def _opens() -> None:
        page.goto("about:blank")
        page.goto(address)

    back = page.get_by_text("What you typed before is here again. It is not saved yet.")
    newest = page.locator("form[data-keep] textarea").last
    save = page.get_by_role("button", name="Save this note").last
    _opens()
    newest.press_sequentially("Ask Bev first.")
    is_on_the_disk(page, "Ask Bev first.")
    _opens()
    expect(newest).to_have_value("Ask Bev first.")
    expect(back).to_be_visible()
    has_no_fault(page)

    laptop.stop()
    with suppress(Error):
        save.click()
    page.wait_for_url("chrome-error://**")
    laptop.start()
    _opens()
    expect(newest).to_have_value("Ask Bev first.")
    ends_every_visit(laptop)
    save.click()
    expect(page.locator("h1")).not_to_have_text("Your own notes")
    sign_in(page.context, laptop)
    _opens()
    expect(newest).to_have_value("Ask Bev first.")
    save.click()
    expect(page.get_by_text("Ask Bev first.").first).to_be_visible()
    expect(back).to_have_count(0)
    _opens()
    expect(newest).to_have_value("")
    expect(back).to_have_count(0)
