"""Somebody gets a meeting ready over three days, in whatever order the days bring it."""

import re

from playwright.sync_api import Page, Route, expect

from facilitator.pages.saved_forms import COOKIE
from tests.journeys.conftest import Opener
from tests.journeys.looking import has_no_fault, source
from tests.journeys.on_the_disk import is_off_the_disk, is_on_the_disk
from tests.journeys.test_first_start import Newcomer

PLACE = "Room 2, St Luke's hall"
WORRY = "On 2 February Ellie was alone from tea till nine."


class Sam(Newcomer):
    """What the facilitator does, page by page."""

    def goes_to(self, link: str) -> None:
        as_link = self.page.get_by_role("link", name=link, exact=True)
        as_button = self.page.get_by_role("button", name=link, exact=True)
        as_link.or_(as_button).first.click()

    def saves(self) -> None:
        with self.page.expect_navigation():
            self.presses("Save")

    def is_told_that(self, words: str) -> None:
        expect(self.page.locator(".app-flash").first).to_contain_text(words)

    def reads(self, words: str) -> None:
        expect(self.page.locator("main")).to_contain_text(words)

    def finds_task(self, title: str, state: str) -> None:
        task = self.page.locator(".app-task", has=self.page.get_by_role("link", name=title))
        expect(task.locator(".app-task__state")).to_have_text(state)

    def adds(self, name: str, called: str, part: str) -> None:
        self.goes_to("Add somebody")
        self.types("Full name", name)
        self.types("What do they like to be called?", called)
        self.page.check(f"input[name=role][value={part}]")
        self.page.check("input[name=attended][value=in_room]")
        self.saves()
        expect(self.page).not_to_have_url(re.compile("/people/new$"))


def the_meeting(page: Page) -> str:
    found = re.search(r"/meetings/[0-9a-f-]{36}", page.url)
    assert found
    return found[0]


def on_the_first_day_there_are_people_and_a_childs_say(sam: Sam) -> str:
    sam.goes_to("Start a new meeting")
    sam.finds_the_page_fit_to_use()
    sam.types("What does the family like to be called?", "The Marsh family")
    sam.types("Which day do you have in mind?", "6/3/2027")
    sam.presses("Start this meeting")
    sam.is_at("Getting ready")
    sam.reads("Saturday 6 March 2027")
    sam.finds_the_page_fit_to_use()
    meeting = the_meeting(sam.page)
    sam.goes_to("The children")
    sam.adds("Ellie Marsh", "Ellie", "child")
    sam.page.goto(f"{meeting}/people")
    sam.adds("Kerry Marsh", "Mum", "family")
    sam.page.goto(f"{meeting}/say")
    sam.goes_to("Add what Ellie says")
    sam.is_at("What a child says: Ellie")
    sam.finds_the_page_fit_to_use()
    sam.types("What they say", "I want my dog to come.")
    sam.types("Which day did they say it?", "1/3/2027")
    sam.saves()
    sam.is_told("It is not said who may hear it.")
    sam.page.get_by_label("Everybody at the meeting").check()
    sam.saves()
    sam.reads("I want my dog to come.")
    sam.finds_the_page_fit_to_use()
    return meeting


def on_the_second_day_a_worry_is_written_down_and_shown(sam: Sam) -> None:
    sam.is_at("Getting ready")
    sam.finds_task("The children", "1 child")
    sam.finds_task("Everybody else", "1 person")
    sam.finds_task("The say of each child", "All asked")
    sam.finds_task("Worries", "Nothing yet")
    sam.goes_to("Worries, and what must be in the plan")
    sam.goes_to("Add a worry")
    sam.types("The worry", WORRY)
    sam.saves()
    sam.reads(WORRY)
    sam.goes_to("Change or take back the worry number 1")
    sam.types("Which day was it shown to the family?", "2 March 2027")
    sam.saves()
    sam.reads("Shown to the family on: Tuesday 2 March 2027")
    sam.finds_the_page_fit_to_use()
    sam.goes_to("Back to the list")
    sam.goes_to("Yes to the meeting")
    sam.goes_to("Write down what Ellie said")
    sam.page.get_by_label("They want to think about it").check()
    sam.types("Which day did they say it?", "2/3/2027")
    sam.types("How will they tell us to stop?", "She turns her card to red.")
    sam.saves()
    sam.finds_the_page_fit_to_use()


def on_the_third_day_the_day_moves_and_the_papers_are_printed(sam: Sam) -> None:
    sam.finds_task("Yes to the meeting", "1 still to ask")
    sam.reads("Thinking about it: Ellie.")
    sam.goes_to("Day, time, place and languages")
    sam.finds_the_page_fit_to_use()
    sam.types("Which day?", "13 March 2027")
    sam.types("When do we start?", "10.00")
    sam.types("Where?", PLACE)
    sam.saves()
    sam.reads("The day moved from Saturday 6 March 2027 to Saturday 13 March 2027.")
    sam.reads("Print them again.")
    sam.finds_task("Day, time, place", "Saturday 13 March 2027, 10am")
    sam.goes_to("Your own notes")
    sam.finds_the_page_fit_to_use()
    sam.types("What am I sure of?", "That Kerry is tired.")
    sam.presses("Save this note")
    sam.is_told_that("The note is saved.")
    expect(sam.page.get_by_label("What am I sure of?")).to_have_value("That Kerry is tired.")
    sam.goes_to("Back to the list")
    sam.is_at("Getting ready")
    assert "tired" not in source(sam.page)
    sam.goes_to("Papers to print")
    has_no_fault(sam.page)


def test_a_meeting_is_made_ready_over_three_days_and_nothing_is_asked_twice(
    open_page: Opener,
) -> None:
    meeting = on_the_first_day_there_are_people_and_a_childs_say(Sam(open_page("/")))
    on_the_second_day_a_worry_is_written_down_and_shown(Sam(open_page(f"{meeting}/prepare")))
    on_the_third_day_the_day_moves_and_the_papers_are_printed(
        Sam(open_page(f"{meeting}/prepare", width=390))
    )


def test_two_who_write_at_the_same_time_both_find_their_words(open_page: Opener) -> None:
    sam = Sam(open_page("/meetings/new"))
    sam.types("What does the family like to be called?", "The Marsh family")
    sam.types("Which day do you have in mind?", "6/3/2027")
    sam.presses("Start this meeting")
    sam.is_at("Getting ready")
    meeting = the_meeting(sam.page)
    sam.page.goto(f"{meeting}/before/new/question")
    sam.types("The question", "Who can help on Fridays?")
    sam.saves()
    sam.goes_to("Change or take back the question number 1")
    other = Sam(open_page(sam.page.url))
    other.types("The question", "Who can help on Fridays and Saturdays?")
    other.saves()
    other.reads("Who can help on Fridays and Saturdays?")
    sam.types("The question", "Who can help at the weekend?")
    sam.saves()
    sam.reads("Who can help on Fridays and Saturdays?")
    sam.reads("Nothing was overwritten.")
    has_no_fault(sam.page)
    expect(sam.page.get_by_label("The question")).to_have_value("Who can help at the weekend?")


def test_a_slip_of_the_browser_costs_no_word_of_a_form(open_page: Opener) -> None:
    sam = Sam(open_page("/meetings/new"))
    sam.types("What does the family like to be called?", "The Marsh family")
    is_on_the_disk(sam.page, "The Marsh family")
    sam.page.reload()
    sam.reads("What you typed before is here again.")
    expect(sam.page.get_by_label("What does the family like to be called?")).to_have_value(
        "The Marsh family"
    )


SLOW_DISK = """
const open = IDBFactory.prototype.open;
IDBFactory.prototype.open = function (...asked) {
  const request = {};
  setTimeout(() => {
    const real = open.apply(this, asked);
    for (const name of ["onsuccess", "onerror", "onupgradeneeded", "onblocked"]) {
      real[name] = (event) => {
        Object.defineProperty(request, "result", { get: () => real.result, configurable: true });
        request[name]?.(event);
      };
    }
  }, 1500);
  return request;
};
"""


def test_whoever_types_before_the_disk_answers_keeps_every_word(open_page: Opener) -> None:
    sam = Sam(open_page("/meetings/new"))
    family = "What does the family like to be called?"
    sam.types(family, "The Marsh family")
    is_on_the_disk(sam.page, "The Marsh family")
    sam.page.context.add_init_script(SLOW_DISK)
    sam.page.reload()
    sam.types(family, "The Marshes of Exe")
    sam.reads("Words that you typed before are kept too.")
    expect(sam.page.get_by_label(family)).to_have_value("The Marshes of Exe")
    sam.presses("Show what I typed before")
    expect(sam.page.get_by_label(family)).to_have_value("The Marsh family")
    sam.presses("Show what is saved instead")
    expect(sam.page.get_by_label(family)).to_have_value("The Marshes of Exe")


def test_a_form_that_was_saved_does_not_come_back_for_whoever_is_quick(open_page: Opener) -> None:
    sam = Sam(open_page("/meetings/new"))
    family = sam.page.get_by_label("What does the family like to be called?")
    family.fill("The Quick family")
    sam.types("Which day do you have in mind?", "6/3/2027")
    is_on_the_disk(sam.page, "The Quick family")
    sam.page.route("**/meetings/new", leaves_before_the_next_page_opens)
    sam.presses("Start this meeting")
    expect(sam.page).to_have_title("Gone")
    assert is_named_as_saved(sam.page)
    sam.page.unroute("**/meetings/new")
    sam.page.context.add_init_script(SLOW_DISK)
    sam.page.goto("/meetings/new")
    expect(family).to_have_value("")
    family.fill("Another family")
    is_on_the_disk(sam.page, "Another family")  # By then the page has looked for older words.
    expect(sam.page.get_by_text("you typed before")).to_have_count(0)
    is_off_the_disk(sam.page, "The Quick family")
    assert not is_named_as_saved(sam.page)


def leaves_before_the_next_page_opens(route: Route) -> None:
    if route.request.method != "POST":
        route.fallback()
        return
    headers = {**route.request.headers, "origin": route.request.url.split("/meetings")[0]}
    answer = route.fetch(max_redirects=0, headers=headers)
    assert answer.status == 303
    gone = '<link rel="icon" href="data:,"><title>Gone</title>'
    route.fulfill(body=gone, content_type="text/html")


def is_named_as_saved(page: Page) -> bool:
    return COOKIE in [one.get("name") for one in page.context.cookies()]
