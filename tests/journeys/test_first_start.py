"""Somebody starts the app for the first time, goes home, and comes back."""

import re

from playwright.sync_api import Page, expect

from tests.journeys.conftest import Opener
from tests.journeys.looking import is_fit_to_use, source
from tests.web import PASSWORD, SAM


class Newcomer:
    """What somebody does at the laptop."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def is_at(self, heading: str) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_have_text(heading)

    def types(self, label: str, words: str) -> None:
        self.page.get_by_label(label, exact=True).fill(words)

    def presses(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).first.click()

    def finds_the_page_fit_to_use(self) -> None:
        is_fit_to_use(self.page)

    def is_told(self, *sentences: str) -> None:
        summary = self.page.locator(".govuk-error-summary")
        expect(summary).to_be_focused()
        for one in sentences:
            expect(summary).to_contain_text(one)

    def sees_nothing_of_the_family(self) -> None:
        held = source(self.page)
        assert "Campbell" not in held
        assert "Holding hands" not in held


def makes_an_account(sam: Newcomer) -> None:
    sam.types("Your name", SAM.name)
    sam.types("Your e-mail address", SAM.email)
    sam.types("The name of your team", "Exe Valley")
    sam.types("A password", PASSWORD)
    sam.presses("Make my account")
    expect(sam.page).to_have_url(re.compile(r"://[^/]*/$"))


def test_a_slip_at_the_first_start_costs_nothing_that_was_typed_but_the_password(
    site_for_nobody: str, open_page: Opener
) -> None:
    sam = Newcomer(open_page("/", at=site_for_nobody))
    sam.is_at("Welcome to Facilitator")
    sam.finds_the_page_fit_to_use()
    sam.types("Your name", SAM.name)
    sam.types("Your e-mail address", "sam at work")
    sam.types("A password", "Summer2026")
    sam.presses("Make my account")
    sam.is_told(
        "'sam at work' is not an e-mail address.",
        "The name of your team is missing.",
        "Other people choose it often",
    )
    sam.finds_the_page_fit_to_use()
    expect(sam.page.get_by_label("Your name", exact=True)).to_have_value(SAM.name)
    expect(sam.page.get_by_label("Your e-mail address")).to_have_value("sam at work")
    expect(sam.page.get_by_label("A password", exact=True)).to_have_value("")
    makes_an_account(sam)


def test_somebody_new_can_look_at_the_practice_family_before_there_is_an_account(
    site_for_nobody: str, open_page: Opener
) -> None:
    sam = Newcomer(open_page("/", at=site_for_nobody))
    sam.page.get_by_role("link", name="read a made-up family's plan").click()
    sam.page.get_by_role("button", name="Read the practice family's plan").click()
    sam.is_at("Holding hands till Mum is home")
    sam.finds_the_page_fit_to_use()


def test_first_start_an_account_a_plan_home_and_back_again(
    site_for_nobody: str, open_page: Opener
) -> None:
    sam = Newcomer(open_page("/", at=site_for_nobody))
    makes_an_account(sam)
    sam.page.goto("/practice/plan/bev?edition=standard")
    sam.is_at("Holding hands till Mum is home")
    sam.page.goto("/account")
    sam.is_at("Your account")
    sam.finds_the_page_fit_to_use()
    sam.presses("Sign out")
    sam.is_at("Sign in")
    expect(sam.page.get_by_text("You are signed out.")).to_be_visible()
    sam.finds_the_page_fit_to_use()
    for _ in range(2):
        sam.page.go_back()
        sam.sees_nothing_of_the_family()

    sam.page.goto("/practice/plan/bev?edition=standard")
    sam.is_at("Sign in")
    sam.types("Your e-mail address", SAM.email)
    sam.types("Your password", "not the password")
    sam.presses("Sign in")
    sam.is_told("The e-mail address or the password is not right. Check both, and try again.")
    sam.finds_the_page_fit_to_use()
    expect(sam.page.get_by_label("Your e-mail address")).to_have_value(SAM.email)
    sam.types("Your password", PASSWORD)
    sam.page.keyboard.press("Enter")
    sam.is_at("Holding hands till Mum is home")


def test_the_password_can_be_pasted_and_looked_at(open_page: Opener) -> None:
    page = open_page("/sign-in", signed_in=False, permissions=["clipboard-read", "clipboard-write"])
    page.evaluate(f"navigator.clipboard.writeText('{PASSWORD}')")
    password = page.get_by_label("Your password", exact=True)
    password.focus()
    page.keyboard.press("Control+V")
    expect(password).to_have_value(PASSWORD)
    expect(password).to_have_attribute("type", "password")
    page.get_by_role("button", name="Show password").click()
    expect(password).to_have_attribute("type", "text")


def test_it_works_without_a_script_too(site_for_nobody: str, open_page: Opener) -> None:
    sam = Newcomer(open_page("/", at=site_for_nobody, java_script_enabled=False))
    makes_an_account(sam)
    sam.page.goto("/account")
    sam.is_at("Your account")


def test_a_form_that_waited_longer_than_the_visit_is_sent_after_signing_in_beside_it(
    open_page: Opener,
) -> None:
    sam = Newcomer(open_page("/account"))
    before = sam.page.context.cookies()
    beside = Newcomer(sam.page.context.new_page())
    beside.page.goto("/account")
    beside.presses("Sign out")
    beside.is_at("Sign in")
    # A visit that ran out leaves the form's token in the cookie; signing out does not.
    sam.page.context.add_cookies(
        [{"name": one["name"], "value": one["value"], "url": sam.page.url} for one in before]
    )
    sam.presses("Sign out of this computer")
    sam.is_at("You are signed out")
    sam.finds_the_page_fit_to_use()
    with sam.page.context.expect_page() as opened:
        sam.page.get_by_role("link", name="Sign in in a new tab").click()
    beside = Newcomer(opened.value)
    beside.types("Your e-mail address", SAM.email)
    beside.types("Your password", PASSWORD)
    beside.presses("Sign in")
    expect(beside.page.get_by_role("heading", level=1)).not_to_have_text("Sign in")
    sam.page.reload()
    sam.is_at("Sign in")
    expect(sam.page.get_by_text("You are signed out.")).to_be_visible()


def test_a_link_in_somebody_else_s_page_leads_in_without_signing_in_again(
    open_page: Opener, site: str
) -> None:
    sam = Newcomer(open_page("/account"))
    sam.page.goto("about:blank")
    sam.page.set_content(f"<a href='{site}/practice/plan/bev?edition=standard'>the plan</a>")
    sam.page.get_by_role("link", name="the plan").click()
    sam.is_at("Holding hands till Mum is home")
