"""A meeting with everything that happens in one: people come and go, and telephones ring."""

from playwright.sync_api import expect

from facilitator.database import reading
from facilitator.meetings import store as meetings
from facilitator.people import store as people
from facilitator.walk import Presence, What
from facilitator.walk import store as walk
from tests.journeys.leading.leading_a_meeting import Laptop, Leads
from tests.journeys.looking import has_no_fault


def presence(laptop: Laptop) -> Presence:
    """Who was there when, as the database holds it."""
    with laptop.app.app_context(), reading() as session:
        everybody = people.load(session, laptop.meeting.id)
        return Presence.of(everybody, walk.load(session, laptop.meeting.id))


def stages_begun(laptop: Laptop) -> list[str]:
    with laptop.app.app_context(), reading() as session:
        return [one.stage for one in meetings.load(session, laptop.meeting.id).meeting.stages]


def test_a_meeting_is_led_on_screen_from_the_welcome_to_the_door_of_private_time(
    leads: Leads, laptop: Laptop
) -> None:
    sam = leads()
    sam.page.get_by_role("button", name="We begin now").click()
    sam.hears("No shame in this room.", "1", "a")
    sam.has_saved_everything()
    has_no_fault(sam.page)
    sam.page.get_by_text("Where we are").click()
    sam.page.locator("#map").get_by_text("Hear and ask").click()
    sam.page.locator("#map").get_by_role("button", name="What is the main worry?").click()
    sam.hears("Tiana gets up in the night to check on Mum.", "1", "w")
    sam.hears("She rang Nan at 2am, not a bottle.", "4", "g")
    sam.has_saved_everything()
    has_no_fault(sam.page)
    sam.page.get_by_role("link", name="Breather").click()
    expect(sam.page.locator("main")).to_contain_text("1 going well, 1 worry, 0 needs")
    has_no_fault(sam.page)
    sam.page.get_by_role("link", name="Back to the meeting").click()
    assert stages_begun(laptop) == ["open", "share"]
    assert laptop.words()[-1] == "She rang Nan at 2am, not a bottle."


def test_a_telephone_rings_in_the_middle_of_a_line_and_nothing_is_lost(
    leads: Leads, laptop: Laptop
) -> None:
    sam = leads()
    sam.types("Jaydon has learned eigh")
    sam.presses("Escape")
    expect(sam.page.locator("#lead")).to_be_hidden()
    laptop.stop()  # The lid is shut while Sam is outside, and the computer goes to sleep.
    laptop.start()
    sam.presses("Space")
    sam.types("ty signs.")
    sam.presses("Enter", "9", "g")
    sam.has_saved_everything()
    (line,) = laptop.lines()
    assert (line.words, line.kind, line.by) == (
        "Jaydon has learned eighty signs.",
        "strength",
        "joy",
    )


def test_a_relative_walks_out_and_comes_back_and_is_heard_again(
    leads: Leads, laptop: Laptop
) -> None:
    sam = leads()
    sam.page.get_by_role("button", name="We begin now").click()
    there = sam.page.locator("#here-count").inner_text()
    sam.page.get_by_text("In the room:").click()
    sam.page.get_by_role("button", name="Stepped out: Grandad").click()
    expect(sam.page.locator("#here-count")).to_have_text(str(int(there) - 1))
    sam.page.locator("#line-words").click()
    sam.hears("Give him a minute.", "4")
    sam.has_saved_everything()
    assert "winston" in presence(laptop).out
    has_no_fault(sam.page)
    sam.comes_back()
    sam.page.get_by_text("In the room:").click()
    sam.page.get_by_role("button", name="Came in: Grandad").click()
    expect(sam.page.locator("#here-count")).to_have_text(there)
    sam.page.locator("#line-words").click()
    sam.hears("I was ashamed. I am back.", "5", "g")
    sam.has_saved_everything()
    known = presence(laptop)
    assert "winston" in known.here
    assert [one.what for one in known.comings] == [What.STEPPED_OUT, What.CAME_IN]
    assert [one.by for one in laptop.lines()] == ["grace", "winston"]


def test_somebody_on_the_telephone_is_there_until_the_line_goes_dead(
    leads: Leads, laptop: Laptop
) -> None:
    sam = leads()
    dad = sam.page.locator("#room [data-person=marlon]")
    sam.page.get_by_text("In the room:").click()
    expect(dad).to_contain_text("by phone")
    dad.get_by_role("button", name="Left").click()
    expect(dad).to_contain_text("Left")
    sam.has_saved_everything()
    assert "marlon" not in presence(laptop).here
    dad.get_by_role("button", name="Came in").click()
    expect(dad).to_contain_text("by phone")
    sam.has_saved_everything()
    assert "marlon" in presence(laptop).here
