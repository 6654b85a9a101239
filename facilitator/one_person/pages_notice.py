"""What we keep about you, and why: a page for anybody, and a sheet of paper."""

from flask import Response, render_template, request

from facilitator.accounts import store as accounts
from facilitator.accounts.sessions import find_user, now, user
from facilitator.accounts.user import User
from facilitator.database import reading
from facilitator.one_person.blueprint import one_person
from facilitator.one_person.document import LARGE_PRINT
from facilitator.one_person.how_long_asked import how_long
from facilitator.one_person.notice import FIRST, TITLE, Notice
from facilitator.pages.papers import pdf_answer


@one_person.get("/notice")
def notice() -> str:
    """The notice, for anybody: of the visitor's own team, where somebody is signed in."""
    return render_template(
        "one_person/notice.html", title=TITLE, first=FIRST, notice=_of(find_user())
    )


@one_person.get("/notice.pdf")
def notice_paper() -> Response:
    """The same as one sheet of paper, to give to a family."""
    large = request.args.get("edition") == LARGE_PRINT
    made = _of(user()).pdf(made_on=now().date(), large=large)
    return pdf_answer(made, "what-we-keep.pdf")


def _of(who: User | None) -> Notice:
    if who is None:
        return Notice()
    with reading() as session:
        team = accounts.find_team(session, who.team_id)
        return Notice(team=team.name if team else "", how_long=how_long(session, who.team_id))
