"""The pages of the practice family. They only show: nothing here writes anything."""

from flask import Blueprint, Response, abort, render_template, request
from markupsafe import Markup

from facilitator.before_the_day.printing import HANDOUTS
from facilitator.paper import press
from facilitator.practice import questions as agenda_questions
from facilitator.practice import recording
from facilitator.practice.recording import Reader
from facilitator.refusals import Refusal

practice = Blueprint("practice", __name__)

EDITION_WORDS = {
    press.STANDARD: "Standard print",
    press.LARGE_PRINT: "Large print",
    press.CHILD: "Child's page",
}
# As things stand the copy or its paper can't be made: the request was fine, its object is not.
CONFLICT = 409


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
def read_copy(reader_id: str) -> str | tuple[str, int]:
    """One reader's copy as a page, or the reasons why there can be none."""
    reader = _load_reader(reader_id)
    asked = _asked_edition(reader)
    try:
        edition = asked or recording.usual_edition(reader.id)
        article = recording.page_for(reader.id, edition)
    except Refusal as refusal:
        return _refused(f"{reader.name} can't have a copy yet", refusal), CONFLICT
    return render_template(
        "practice/copy.html",
        article=Markup(article),  # noqa: S704 - the paper's own template escapes every word
        reader=reader,
        edition=edition,
        editions=[(one, EDITION_WORDS[one]) for one in recording.editions_of(reader.id)],
        plan_title=recording.plan_title(),
    )


@practice.get("/practice/plan/<reader_id>.pdf")
def print_copy(reader_id: str) -> Response | tuple[str, int]:
    """One reader's copy as paper, shown in the browser, or the reasons why there can be none."""
    reader = _load_reader(reader_id)
    asked = _asked_edition(reader)
    try:
        printed = recording.paper_for(reader.id, asked or recording.usual_edition(reader.id))
    except Refusal as refusal:
        return _refused("This paper can't be made yet", refusal, reader), CONFLICT
    return _paper(printed.pdf, printed.file_name)


@practice.get("/practice/before-the-day")
def before_the_day() -> str:
    """What is printed before the day: the papers, and an invitation for each person."""
    return render_template(
        "practice/before_the_day.html",
        handouts=HANDOUTS,
        invited=recording.invited(),
    )


@practice.get("/practice/before-the-day/<name>.pdf")
def print_handout(name: str) -> Response:
    """One paper that is printed before the day."""
    if name not in HANDOUTS:
        abort(404)
    return _paper(recording.handout(name), f"{name}.pdf")


@practice.get("/practice/invitation/<person_id>.pdf")
def print_invitation(person_id: str) -> Response | tuple[str, int]:
    """One person's invitation, or the reason why there is none."""
    if person_id not in {one.id for one in recording.invited()}:
        abort(404)
    try:
        return _paper(recording.invitation(person_id), "invitation.pdf")
    except Refusal as refusal:
        return _refused("This invitation can't be made", refusal), CONFLICT


def _paper(pdf: bytes, file_name: str) -> Response:
    response = Response(pdf, mimetype="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="{file_name}"'
    return response


def _load_reader(reader_id: str) -> Reader:
    """That reader; not found for a stranger and for somebody who is to hold no copy."""
    return recording.find_reader(reader_id) or abort(404)


def _asked_edition(reader: Reader) -> str | None:
    """The edition that the address asks for, None for the usual one."""
    asked = request.args.get("edition")
    return asked if asked is None or asked in recording.editions_of(reader.id) else abort(404)


def _refused(heading: str, refusal: Refusal, reader: Reader | None = None) -> str:
    """The reasons; with a reader, the way to their copy on the page, which a browser can print."""
    return render_template(
        "practice/refused.html", heading=heading, problems=refusal.problems, reader=reader
    )
