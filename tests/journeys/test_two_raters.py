"""A sample is drawn, somebody of another team rates a plan of it blind, and the two talk."""

import re
from collections.abc import Iterator
from uuid import UUID

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from facilitator.accounts.user import User
from facilitator.auditing.pairs import store as pairs
from facilitator.database import reading
from facilitator.meetings import KeptMeeting
from tests.auditing.drawn import ADA, Service, a_service, rater_of
from tests.desk.at_the_desk import a_meeting
from tests.journeys.conftest import Opener, served
from tests.journeys.looking import PHONE, fits, has_no_fault, is_fit_to_use, source
from tests.web import TEAM, cookie_of

ADAS = "Nobody asked the youngest child."
OTHERS = "The youngest child drew a stone, and it became a step."
KEPT = "All of it is kept."
AGREED = "We had not seen the drawing. It is her answer."


@pytest.fixture(scope="module")
def service() -> Service:
    return a_service()


@pytest.fixture(scope="module")
def plan(service: Service) -> KeptMeeting:
    """The Campbell family's plan, the only one of its quarter."""
    return a_meeting(service.app)


@pytest.fixture(scope="module")
def app(service: Service) -> Flask:
    return service.app


@pytest.fixture(scope="module")
def site(app: Flask) -> Iterator[str]:
    with served(app) as address:
        yield address


class Rater:
    """A supervisor, by the keyboard wherever there is a button."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def presses(self, button: str) -> None:
        self.page.get_by_role("button", name=button).first.focus()
        self.page.keyboard.press("Enter")

    def follows(self, link: str) -> None:
        self.page.get_by_role("link", name=link).first.focus()
        self.page.keyboard.press("Enter")

    def rates(self, answers: tuple[str, ...], words: str) -> None:
        """Each question of the look in its order; the words stand at the first one."""
        self.page.locator("#question-1-words").fill(words)
        for number, answer in enumerate(answers, 1):
            self.page.locator(f"#question-{number}-{answer}").check()
        expect(self.page.locator("#answered")).to_have_text(
            re.compile(rf"{len(answers)} of .* {KEPT}")
        )

    def reads(self, *words: str) -> None:
        for one in words:
            expect(self.page.locator("main")).to_contain_text(one)

    def finds_no_fault(self) -> None:
        """On a laptop or a telephone; every width is tried on the pages that are forms."""
        has_no_fault(self.page)
        fits(self.page, PHONE)


def comes_in(opener: Opener, service: Service, site: str, user: User, address: str) -> Rater:
    """That user in a browser of their own."""
    page = opener("/sign-in", signed_in=False, width=PHONE if user == ADA else 1280)
    name, value = cookie_of(service.as_(user))
    cookie = {"name": name, "value": value, "url": site, "sameSite": "Strict"}
    page.context.add_cookies([cookie])  # type: ignore[list-item]  # as Playwright takes it
    page.goto(address)
    return Rater(page)


def test_two_people_read_one_plan_each_alone_and_then_they_talk(
    service: Service, plan: KeptMeeting, site: str, open_page: Opener
) -> None:
    ada = comes_in(open_page, service, site, ADA, f"/samples?team={TEAM.id}&quarter=2027-1")
    ada.reads("there is 1 plan to draw from")
    ada.finds_no_fault()
    ada.presses("Draw the sample")
    ada.reads("1 of 1 plans were drawn", "Nobody chose the seed.", "Not begun")
    is_fit_to_use(ada.page)
    service.files(plan.id, words=ADAS, ratings={"Q1": 0}, counts=False)
    ada.page.reload()
    ada.presses("Draw the second ratings")
    ada.reads("Rated a second time by")

    other = comes_in(open_page, service, site, second_rater(service, ada), "/second-ratings")
    rates_it_blind(other)
    talks_it_through(other)
    makes_it_gold(ada)


def rates_it_blind(other: Rater) -> None:
    """Somebody of another team, who sees nothing of what Ada said."""
    other.reads("A plan of another team, number 1")
    other.finds_no_fault()
    other.presses("Begin your look")
    expect(other.page.locator("#answered")).to_contain_text("0 of 6 answered.")
    assert ADAS not in source(other.page)
    other.rates(("3", "2", "2", "2", "2", "2"), OTHERS)
    other.presses("File this look")
    other.reads("A first look, filed")


def talks_it_through(other: Rater) -> None:
    """Both are filed: the two see both, and one of them types what they agree."""
    other.page.goto("/second-ratings")
    other.follows("Talk it through with Ada")
    other.reads("Far apart.", ADAS, OTHERS, "You said the same of 5")
    is_fit_to_use(other.page)
    other.presses("Keep what we agree")
    other.reads("Nothing is chosen for “", "does not say how you came to agree.")
    other.page.get_by_role("radio", name="2:").focus()
    other.page.keyboard.press("Space")
    other.page.get_by_label("How we came to agree").fill(AGREED)
    other.presses("Keep what we agree")
    other.reads("You agree: 2.", AGREED, ADAS, OTHERS)
    other.finds_no_fault()


def makes_it_gold(ada: Rater) -> None:
    """The other one of the two sees what is kept, and lets others practise on it."""
    ada.page.goto("/second-ratings")
    ada.follows("What you and")
    ada.reads(AGREED, OTHERS)
    ada.page.get_by_label("Why is this a good plan to practise on?").fill("A drawing counts too.")
    ada.presses("Make it a gold plan")
    ada.reads("This is a gold plan since", "A drawing counts too.")
    ada.follows("How alike we read")
    ada.reads("1 more is kept and not counted")
    ada.finds_no_fault()
    ada.follows("Gold plans")
    ada.reads("There is no gold plan for you yet.")
    ada.finds_no_fault()


def second_rater(service: Service, ada: Rater) -> User:
    """Whom chance has asked."""
    sample_id = UUID(ada.page.url.rsplit("/", 1)[1])
    with service.app.app_context(), reading() as session:
        [pair] = pairs.of_sample(session, sample_id)
    return rater_of(pair)
