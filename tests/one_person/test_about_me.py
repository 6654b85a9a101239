"""What is kept about somebody who works with the app, and nothing of anybody else."""

from datetime import date
from typing import TYPE_CHECKING

import pytest

from facilitator.one_person import about_user
from facilitator.one_person.about_user import AboutUser
from tests.desk.at_the_desk import a_meeting
from tests.kept import NOW
from tests.web import SAM, a_client, an_app, judged

if TYPE_CHECKING:
    from facilitator.paper.pdf import Sheet


def about(**known: object) -> AboutUser:
    usual = {
        "user": SAM,
        "team": "Exe Valley",
        "looks_after": (),
        "visits": ((NOW, NOW, None),),
        "changes": (),
        "did": (("meeting", 2), ("something_new", 3)),
        "acts": (("view", "meeting", 4, NOW), ("refused", "plan", 1, NOW)),
        "made_on": date(2027, 3, 3),
    }
    return AboutUser(**usual | known)  # type: ignore[arg-type]


def test_the_page_says_the_account_the_visits_and_what_was_done_and_no_familys_word() -> None:
    app = an_app()
    a_meeting(app)
    said = " ".join(judged(a_client(app).get("/account/kept")).all("main"))
    for part in ("Sam Hill", "sam@example.org", "Exe Valley", "Meetings that you lead: 1"):
        assert part in said
    assert "When you were signed in" in said
    assert "Tiana" not in said
    assert "argon2" not in said


def test_what_was_done_is_told_in_words_and_what_has_no_words_is_counted() -> None:
    groups = dict(about().groups)
    assert groups["What you did here"] == (
        "Meetings that you lead: 2",
        "Other things that carry your name, such as visits: 3",
    )
    log = groups["What the access log says of you"]
    assert log[0].startswith("You looked at: meeting, 4 times")
    assert log[1].startswith("You were not let in to: plan, once")


def test_a_second_step_is_told_and_its_secret_is_not() -> None:
    account = dict(about(second_step=NOW, codes_left=9).groups)["Your account"]
    assert account[-1] == (
        "Your second step was set up on Saturday 27 February 2027. Codes on paper left: 9."
    )


def test_the_file_holds_the_same_for_a_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    sheets: list[Sheet] = []
    monkeypatch.setattr(about_user, "render", sheets.append)
    about().pdf()
    assert sheets[0].attachment_name == "about-you.json"
    assert b"sam@example.org" in (sheets[0].attachment or b"")
    assert "sam@example.org" in sheets[0].html
