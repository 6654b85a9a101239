"""Families are told that plans are read later, and that the names are made up then."""

from facilitator.before_the_day.invitation import invitation_for
from facilitator.copies import Copy
from facilitator.paper import press, template
from tests.builders import meeting, people, plan, step

TOLD = "Our service reads some plans to learn from them, with made-up names."


def test_the_plan_says_so_at_its_end() -> None:
    page = press.page(Copy.for_reader(plan(step()), "nan"), press.STANDARD)
    assert page.index(TOLD) > page.index("Who gets this plan")


def test_the_invitation_says_so_before_the_day() -> None:
    sheet = invitation_for("nan", meeting(), people(), ())
    drawn = template.drawn("before_the_day/invitation.html", sheet=sheet, title="", practice=False)
    assert drawn.index(TOLD) > drawn.index("It is your choice")
