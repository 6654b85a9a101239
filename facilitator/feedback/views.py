"""Cards of one meeting: printed, filled in on the screen, typed in from paper, and read."""

from typing import Any
from uuid import UUID

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from facilitator.accounts.sessions import now, user
from facilitator.database import Session, new_id, reading
from facilitator.database.troubles import NotKept, keeping
from facilitator.feedback import opening, printing, store
from facilitator.feedback.card import CardAnswer, Factor, Filled, Part, statements
from facilitator.feedback.forms import filled
from facilitator.feedback.printing import PAPERS, TITLE
from facilitator.meetings import KeptMeeting
from facilitator.pages import flash
from facilitator.pages.papers import pdf_answer
from facilitator.refusals import Problem, Refusal

feedback = Blueprint("feedback", __name__)
Answered = AnyResponse | str | tuple[str, int]
NOT_YET = 422
CHILD = "child"


@feedback.get("/meetings/<uuid:meeting_id>/cards")
def cards(meeting_id: UUID) -> str:
    """What came back, and the ways to ask: on paper, or on this screen."""
    with reading() as session:
        kept = _own(session, meeting_id)
        many = store.count_of(session, meeting_id)
        read = store.readable(session, meeting_id)
    return render_template(
        "feedback/cards.html",
        kept=kept,
        many=many,
        cards=read,
        papers=PAPERS,
        factors=Factor,
        own_words=str,
    )


@feedback.get("/meetings/<uuid:meeting_id>/cards/<name>.pdf")
def paper(meeting_id: UUID, name: str) -> Response:
    """One card to print: blank, and without a name."""
    with reading() as session:
        kept = _own(session, meeting_id)
    if name not in PAPERS:
        abort(404)
    made = printing.paper(name, made_on=kept.meeting.held_on, practice=kept.practice)
    return pdf_answer(made, f"{name}.pdf")


@feedback.get("/meetings/<uuid:meeting_id>/card")
def begin(meeting_id: UUID) -> str:
    """A page for the room: which card? It leads to a new card, and nowhere else."""
    with reading() as session:
        kept = _own(session, meeting_id)
    return render_template("feedback/begin.html", kept=kept, heading=TITLE, new=new_id())


@feedback.route("/meetings/<uuid:meeting_id>/card/<uuid:card_id>", methods=["GET", "POST"])
def card(meeting_id: UUID, card_id: UUID) -> Answered:
    """One card on the screen; once it is sent, nothing of it is ever shown here again."""
    with reading() as session:
        kept = _own(session, meeting_id)
        is_sent = store.is_kept(session, meeting_id, card_id)
    if is_sent:
        return render_template("feedback/thanks.html", kept=kept, heading="Thank you")
    sent = filled(request.form, for_child=request.args.get("for") == CHILD)
    if request.method != "POST":
        return _card_page("feedback/card.html", kept, sent)
    try:
        _keep(kept, card_id, sent)
    except Refusal as refusal:
        return _card_page("feedback/card.html", kept, sent, refusal.problems), NOT_YET
    except NotKept as trouble:
        return _card_page("feedback/card.html", kept, sent, (trouble.problem,)), trouble.status
    return redirect(url_for("feedback.card", meeting_id=meeting_id, card_id=card_id), 303)


@feedback.route("/meetings/<uuid:meeting_id>/cards/typed", methods=["GET", "POST"])
def typed(meeting_id: UUID) -> Answered:
    """A paper card is typed in, by the facilitator or by a supervisor of the team."""
    with reading() as session:
        kept = opening.find_to_type(session, meeting_id, user()) or abort(404)
    sent = filled(request.form, for_child=request.args.get("for") == CHILD)
    if request.method != "POST":
        return _card_page("feedback/typed.html", kept, sent)
    try:
        _keep(kept, _id_of(request.form.get("card", "")), sent)
    except Refusal as refusal:
        return _card_page("feedback/typed.html", kept, sent, refusal.problems), NOT_YET
    except NotKept as trouble:
        return _card_page("feedback/typed.html", kept, sent, (trouble.problem,)), trouble.status
    flash.success("The card is kept. Here is the next one.")
    same: dict[str, Any] = {"for": CHILD} if sent.for_child else {}
    return redirect(url_for("feedback.typed", meeting_id=meeting_id, **same), 303)


def _own(session: Session, meeting_id: UUID) -> KeptMeeting:
    return opening.find_own(session, meeting_id, user()) or abort(404)


def _keep(kept: KeptMeeting, card_id: UUID, sent: Filled) -> None:
    on = now().astimezone(opening.zone_of(kept)).date()
    made = sent.checked().kept(
        id=card_id, meeting_id=kept.id, team_id=kept.team_id, on=on, practice=kept.practice
    )
    with keeping() as session:
        store.keep(session, made)


def _id_of(typed_id: str) -> UUID:
    try:
        return UUID(typed_id)
    except ValueError:
        abort(400)


def _card_page(
    name: str, kept: KeptMeeting, sent: Filled, problems: tuple[Problem, ...] = ()
) -> str:
    return render_template(
        name,
        kept=kept,
        is_own=kept.owner_id == user().id,
        heading=TITLE,
        title="Type in a child’s card" if sent.for_child else "Type in a card",
        sent=sent,
        problems=problems,
        statements=statements(for_child=sent.for_child),
        factors=Factor,
        answers=CardAnswer,
        parts=Part,
        card_id=request.form.get("card") or new_id(),
        refused={one.place: f"{one.wrong} {one.remedy}" for one in problems},
    )
