"""What is kept about whoever is signed in: on a page, and in one file."""

from flask import Response, render_template

from facilitator.accounts import store as accounts
from facilitator.accounts.people import store as changes
from facilitator.accounts.second_factor import store as steps
from facilitator.accounts.sessions import now, user
from facilitator.accounts.supervised import store as supervised
from facilitator.database import reading
from facilitator.one_person import store
from facilitator.one_person.about_user import TITLE, AboutUser
from facilitator.one_person.blueprint import one_person
from facilitator.pages.papers import pdf_answer


@one_person.get("/account/kept")
def about_me() -> str:
    """What is kept about the user who asks, and about nobody else."""
    return render_template("one_person/about_me.html", title=TITLE, about=_about())


@one_person.get("/account/kept.pdf")
def about_me_file() -> Response:
    """The same as one PDF, with the same for a computer inside it."""
    return pdf_answer(_about().pdf(), "about-you.pdf")


def _about() -> AboutUser:
    here = user()
    with reading() as session:
        team = accounts.find_team(session, here.team_id)
        given = supervised.given_to(session, here.id)
        step = steps.find(session, here.id)
        return AboutUser(
            user=here,
            team=team.name if team else "",
            looks_after=tuple(one.name for one in given),
            visits=store.visits_of(session, here.id),
            changes=changes.changes_of(session, here.id),
            did=store.did(session, here.id),
            acts=store.acts_of(session, here.id),
            made_on=now().date(),
            second_step=step.set_up_at if step else None,
            codes_left=steps.codes_left(session, here.id),
        )
