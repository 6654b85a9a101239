"""The second person's yes to the rules of a release: before the day, and for what is new on it."""

from uuid import UUID

from flask import abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from facilitator import days
from facilitator.accounts.sessions import now, user
from facilitator.copies import Yes
from facilitator.database import Session, reading
from facilitator.database.troubles import NotKept, keeping
from facilitator.pages import flash
from facilitator.releasing import asking, store
from facilitator.releasing.blueprint import releasing
from facilitator.releasing.checking import load, without_a_copy
from facilitator.releasing.opening import Opened, opened_of
from facilitator.releasing.rules_form import AskForm, LookForm, WitnessForm
from facilitator.releasing.rules_shown import page_one_shown, rules_shown, still_open, value_of

Answer = Response | str | tuple[str, int]
NOT_YET = 422


@releasing.route("/meetings/<uuid:meeting_id>/release/rules", methods=["GET", "POST"])
def rules(meeting_id: UUID) -> Answer:
    """The rules for the owner: to ask a second person, or to have one look through them here."""
    with reading() as session:
        opened = load(session, meeting_id)
        seconds = asking.second_persons(session, opened.kept)
        asked = store.asked(session, meeting_id)
    shown = rules_shown(opened, masked=False)
    form: AskForm | WitnessForm = (
        AskForm(seconds, asked) if seconds else WitnessForm(shown, user().name, opened.people)
    )
    status = 200
    if request.method == "POST":
        try:
            if _sent(form, meeting_id):
                return redirect(url_for("releasing.rules", meeting_id=meeting_id), 303)
            status = NOT_YET
        except NotKept as trouble:
            form.form_errors += [f"{trouble.problem.wrong} {trouble.problem.remedy}"]
            status = trouble.status
    page = render_template(
        "releasing/rules.html",
        opened=opened,
        heading="The second person's yes",
        rules=shown,
        waits=still_open(shown),
        without=without_a_copy(opened.gate),
        page_one=page_one_shown(opened),
        form=form,
        asks=bool(seconds),
        asked=opened.names.get(asked) if asked else None,
    )
    return page, status


def _sent(form: AskForm | WitnessForm, meeting_id: UUID) -> bool:
    """Whether what was sent is kept; if not, the form says why."""
    if isinstance(form, AskForm):
        return _ask(form, meeting_id)
    if not form.validate():
        return False
    with keeping() as session:
        opened = load(session, meeting_id)  # Nothing changes any more meanwhile.
        if asking.second_persons(session, opened.kept):
            abort(409)
        _keep(
            session,
            opened,
            form,
            name=form.name.data or "",
            part=form.part.data or "",
            signed_in=False,
        )
    flash.success(f"{form.name.data} looked through it with you.")
    return True


def _ask(form: AskForm, meeting_id: UUID) -> bool:
    if (second := form.chosen) is None:
        return False
    with keeping() as session:
        opened = load(session, meeting_id)
        if second not in {one.id for one in asking.second_persons(session, opened.kept)}:
            abort(409)
        store.ask(session, meeting_id, second, asked_by=user().id, at=now())
    flash.success(f"{opened.names[second]} finds it on their own home page.")
    return True


@releasing.get("/release/waiting")
def waiting() -> str:
    """What waits for the yes of whoever is signed in."""
    with reading() as session:
        meetings = asking.waiting_for(session, user())
    return render_template("releasing/waiting.html", meetings=meetings, day=days.day)


@releasing.route("/meetings/<uuid:meeting_id>/release/look-through", methods=["GET", "POST"])
def look_through(meeting_id: UUID) -> Answer:
    """The rules for the second person who is asked, and nothing else of the meeting."""
    with reading() as session:
        opened = _for_the_second(session, meeting_id)
    shown = rules_shown(opened, masked=True)
    form, status = LookForm(shown), 200
    if request.method == "POST":
        if form.validate():
            try:
                _say(form, meeting_id)
            except NotKept as trouble:
                form.form_errors += [f"{trouble.problem.wrong} {trouble.problem.remedy}"]
                status = trouble.status
            else:
                return redirect(url_for("releasing.waiting"), 303)
        else:
            status = NOT_YET
    page = render_template(
        "releasing/rules_look.html",
        meeting=opened.kept.meeting,
        practice=opened.kept.practice,
        owner=opened.names.get(opened.kept.owner_id, ""),
        day=days.day,
        rules=shown,
        waits=still_open(shown),
        without=without_a_copy(opened.gate),
        page_one=page_one_shown(opened),
        form=form,
    )
    return page, status


def _say(form: LookForm, meeting_id: UUID) -> None:
    with keeping() as session:
        opened = _for_the_second(session, meeting_id)
        _keep(session, opened, form, name=user().name, part="", signed_in=True)
        if not still_open(rules_shown(_for_the_second(session, meeting_id), masked=True)):
            store.no_longer_ask(session, meeting_id)
    flash.success("Thank you. What you said is kept with your name.")


def _for_the_second(session: Session, meeting_id: UUID) -> Opened:
    kept = asking.find_to_look_through(session, meeting_id, user())
    return opened_of(session, kept) if kept else abort(404)


def _keep(
    session: Session, opened: Opened, form: LookForm, *, name: str, part: str, signed_in: bool
) -> None:
    """Keep what was said of each chosen reader, where the rules are still those of the page."""
    at = now()
    for reader in opened.gate.readers:
        rules = opened.gate.rules_of(reader)
        if value_of(opened, rules) not in form.chosen:
            continue
        yes = Yes(
            id=form.row_id(reader.id),
            reader=reader.id,
            rules=rules.rules,
            at=at,
            typed_by=user().id,
            user_id=user().id if signed_in else None,
            name=name,
            part=part,
            agrees=form.says_yes,
            words="" if form.says_yes else form.words.data or "",
        )
        store.say(session, opened.kept.id, yes)
