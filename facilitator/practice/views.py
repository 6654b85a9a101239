"""The pages of the practice family. They only show: nothing here writes anything."""

from functools import partial

from flask import Blueprint, Response, abort, render_template, url_for

from facilitator.before_the_day.printing import HANDOUTS
from facilitator.pages.papers import pdf_answer
from facilitator.paper import showing
from facilitator.paper.showing import Answer, Shelf
from facilitator.practice import questions as agenda_questions
from facilitator.practice import recording
from facilitator.refusals import Refusal

practice = Blueprint("practice", __name__)


@practice.get("/practice")
def home() -> str:
    """What this is, and every reader with their copy."""
    return render_template(
        "practice/home.html",
        readers=recording.readers(),
        first_reader=recording.first_reader(),
    )


@practice.get("/questions")
def questions() -> str:
    """The questions of a first meeting, stage by stage."""
    child = recording.first_child()
    stages = agenda_questions.by_stage(child)
    return render_template("practice/questions.html", stages=stages, child=child)


@practice.get("/practice/plan/<reader_id>")
def read_copy(reader_id: str) -> Answer:
    """One reader's copy as a page, or the reasons why there can be none."""
    return showing.page(_shelf(), reader_id)


@practice.get("/practice/plan/<reader_id>.pdf")
def print_copy(reader_id: str) -> Response | Answer:
    """One reader's copy as paper, shown in the browser, or the reasons why there can be none."""
    return showing.paper(_shelf(), reader_id)


@practice.get("/practice/before-the-day")
def before_the_day() -> str:
    """What is printed before the day: the papers, and an invitation for each person."""
    return render_template(
        "practice/before_the_day.html",
        handouts=[
            (one.title, one.about, url_for("practice.print_handout", name=name))
            for name, one in HANDOUTS.items()
        ],
        invitations=[
            (one.name, url_for("practice.print_invitation", person_id=one.id), "")
            for one in recording.invited()
        ],
    )


@practice.get("/practice/before-the-day/<name>.pdf")
def print_handout(name: str) -> Response:
    """One paper that is printed before the day."""
    if name not in HANDOUTS:
        abort(404)
    return pdf_answer(recording.handout(name), f"{name}.pdf")


@practice.get("/practice/invitation/<person_id>.pdf")
def print_invitation(person_id: str) -> Response | Answer:
    """One person's invitation, or the reason why there is none."""
    if person_id not in {one.id for one in recording.invited()}:
        abort(404)
    try:
        return pdf_answer(recording.invitation(person_id), "invitation.pdf")
    except Refusal as refusal:
        return showing.refused(_shelf(), "This invitation can't be made", refusal.problems)


def _shelf() -> Shelf:
    return Shelf(
        title=recording.plan_title(),
        practice=True,
        readers=recording.readers(),
        back=("All copies", url_for("practice.home")),
        page_at=partial(url_for, "practice.read_copy"),
        paper_at=partial(url_for, "practice.print_copy"),
        copy_for=recording.copy_for,
        print=lambda copy, edition: recording.paper_for(copy.reader.id, edition),
    )
