"""The papers before the day, of a meeting that is kept: each is made when it is asked for."""

from uuid import UUID

from flask import Response, abort, render_template, url_for

from facilitator.before_the_day import invitation_for, printing
from facilitator.before_the_day.printing import HANDOUTS
from facilitator.database import reading
from facilitator.pages.papers import pdf_answer
from facilitator.people import Person, Role
from facilitator.preparing.blueprint import preparing
from facilitator.preparing.keeping import CONFLICT
from facilitator.preparing.opening import Preparation, open_for_user
from facilitator.preparing.safety.same_room import must_be_sorted
from facilitator.refusals import Refusal

Invited = tuple[str, str, str]


@preparing.get("/meetings/<uuid:meeting_id>/papers")
def papers(meeting_id: UUID) -> str:
    """What can be printed before the day, and an invitation for each person."""
    prep = _open(meeting_id)
    return render_template(
        "preparing/papers.html",
        prep=prep,
        heading="Papers before the day",
        must=must_be_sorted(prep.people, prep.kept.meeting.held_on),
        handouts=[
            (
                one.title,
                one.about,
                url_for("preparing.print_handout", meeting_id=prep.id, name=name),
            )
            for name, one in HANDOUTS.items()
        ],
        invitations=[_invited(prep, one) for one in prep.people if _is_invited(one)],
    )


@preparing.get("/meetings/<uuid:meeting_id>/papers/<name>.pdf")
def print_handout(meeting_id: UUID, name: str) -> Response:
    """One paper that is printed before the day."""
    prep = _open(meeting_id)
    if name not in HANDOUTS:
        abort(404)
    return pdf_answer(
        printing.handout(name, _kept(prep), practice=prep.kept.practice), f"{name}.pdf"
    )


@preparing.get("/meetings/<uuid:meeting_id>/invitations/<uuid:person_id>.pdf")
def print_invitation(meeting_id: UUID, person_id: UUID) -> Response | tuple[str, int]:
    """One person's invitation, or the reason why there is none."""
    prep = _open(meeting_id)
    person = prep.people.load(prep.find_by_address(person_id) or abort(404))
    if not _is_invited(person):
        abort(404)
    try:
        made = printing.invitation(person.id, _kept(prep), practice=prep.kept.practice)
    except Refusal as refusal:
        return _refused(prep, person, refusal), CONFLICT
    return pdf_answer(made, "invitation.pdf")


def _open(meeting_id: UUID) -> Preparation:
    with reading() as session:
        return open_for_user(session, meeting_id)


def _kept(prep: Preparation) -> printing.Kept:
    return printing.Kept(prep.agenda, prep.kept.meeting, prep.people, prep.said)


def _is_invited(person: Person) -> bool:
    return person.role is not Role.FACILITATOR


def _invited(prep: Preparation, person: Person) -> Invited:
    """The name, the address of the invitation or "", and the reason where there is none."""
    name = person.called.replace(" / ", " or ")
    try:
        invitation_for(person.id, prep.kept.meeting, prep.people, prep.said)
    except Refusal as refusal:
        return name, "", " ".join(f"{one.wrong} {one.remedy}" for one in refusal.problems)
    where = url_for("preparing.print_invitation", meeting_id=prep.id, person_id=prep.ids[person.id])
    return name, where, ""


def _refused(prep: Preparation, person: Person, refusal: Refusal) -> str:
    return render_template(
        "preparing/paper_refused.html",
        prep=prep,
        heading=f"There is no invitation for {person.short_name}",
        problems=refusal.problems,
    )
