"""What goes soon, one family's record, and its holds."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from flask import abort, current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from facilitator import access_log, days
from facilitator.access_log import Act, Because, What
from facilitator.accounts.sessions import now, user
from facilitator.accounts.user import Duty
from facilitator.break_glass import tries
from facilitator.contributions import store as contributions
from facilitator.contributions import titled
from facilitator.contributions.title import UNTITLED
from facilitator.database import Session, reading
from facilitator.database.troubles import NotKept, keeping
from facilitator.meetings import KeptMeeting
from facilitator.pages import flash
from facilitator.refusals import Refusal
from facilitator.retention import store
from facilitator.retention.blueprint import retention
from facilitator.retention.holding import door
from facilitator.retention.holding.forms import AgainForm, EndForm, HoldByCodeForm, HoldForm
from facilitator.retention.holds import Hold, refuse_review
from facilitator.retention.periods import civil_day
from facilitator.retention.standing import Choices, Standing, by_kind
from facilitator.retention.standings import find_standing
from facilitator.retention.told import kept_until

Answer = Response | str | tuple[str, int]
Find = Callable[[Session], KeptMeeting | None]
NOT_YET = 422
TOO_MANY = 429
CLASH = 409
NO_PLAN = "No plan of your teams has this code now. Check it against the paper."


@dataclass(frozen=True)
class Going:
    """One family's record that goes soon, as its row names it."""

    title: str
    leads: str
    day: str
    way: str


@dataclass(frozen=True)
class RecordPage:
    """One family's record as its page shows it."""

    kept: KeptMeeting
    title: str
    until: str
    holds: tuple[Hold, ...]
    names: dict[UUID, str]

    @property
    def is_own(self) -> bool:
        """Whether whoever looks leads this family's meetings."""
        return self.kept.owner_id == user().id


@retention.get("/going")
def going() -> str:
    """What goes within 90 days, and what is held back."""
    with reading() as session:
        choices, at = by_kind(store.all_choices(session)), now()
        stand = door.listed(session, user())
        soon = [one for one in stand if one.goes_soon(choices, at)]
        held = [one for one in stand if one.held]
        rows = _rows(session, sorted(soon, key=lambda one: str(one.goes_on(choices))), choices)
        backs = _rows(session, held, choices)
    supervises = Duty.SUPERVISOR in user().duties
    return render_template("retention/going.html", soon=rows, held=backs, supervises=supervises)


def _rows(session: Session, stand: list[Standing], choices: Choices) -> tuple[Going, ...]:
    titles = contributions.titles(session, (one.meeting_id for one in stand))
    names = store.names_of(session, (one.owner_id for one in stand))
    return tuple(
        Going(
            title=titles.get(one.meeting_id) or one.title or UNTITLED,
            leads="" if one.owner_id == user().id else names.get(one.owner_id, ""),
            day=days.day(goes) if (goes := one.goes_on(choices)) else "",
            way=_way(one.meeting_id, one.owner_id),
        )
        for one in stand
    )


def _way(meeting_id: UUID, owner_id: UUID) -> str:
    if owner_id == user().id:
        return url_for("retention.record", meeting_id=meeting_id)
    return url_for("retention.record_of_team", record_key=door.key_of(_secret(), meeting_id))


def _secret() -> str:
    return str(current_app.config["SECRET_KEY"])


@retention.route("/meetings/<uuid:meeting_id>/keeping", methods=["GET", "POST"])
def record(meeting_id: UUID) -> Answer:
    """Until when one family's record is kept, for its facilitator; and the form to hold it back."""
    return _record(lambda session: door.find_own(session, meeting_id, user()))


@retention.route("/going/<uuid:record_key>", methods=["GET", "POST"])
def record_of_team(record_key: UUID) -> Answer:
    """The same for a supervisor of its team."""
    return _record(lambda session: door.find_by_key(session, record_key, _secret(), user()))


def _record(find: Find) -> Answer:
    with reading() as session:
        page = _page_of(session, find(session) or abort(404))
    form = HoldForm()
    if not form.is_submitted():
        return _drawn(page, form)
    return _held(form, lambda: _drawn(page, form), find)


def _held(form: HoldForm, draw: Callable[[], str], find: Find) -> Answer:
    """Keep the hold that the form says."""
    if not _fits(form):
        return draw(), NOT_YET
    try:
        with keeping() as session:
            kept = find(session)
            hold = _keep(session, form, kept) if kept else None
    except NotKept as trouble:
        form.form_errors = [f"{trouble.problem.wrong} {trouble.problem.remedy}"]
        return draw(), trouble.status
    except tries.TooManyTries as refusal:
        form.form_errors = [str(refusal)]
        return draw(), TOO_MANY
    if hold is None:
        form.form_errors = [NO_PLAN]
        return draw(), NOT_YET
    flash.success("This record is held back. It stays until somebody ends the hold.")
    return redirect(url_for("retention.hold", hold_id=hold.id), 303)


def _fits(form: HoldForm | AgainForm) -> bool:
    if not form.validate():
        return False
    try:
        refuse_review(form.day, civil_day(now()))
    except Refusal as refusal:
        form.review_on.errors = [f"{one.wrong} {one.remedy}" for one in refusal.problems]
        return False
    return True


def _keep(session: Session, form: HoldForm, kept: KeptMeeting) -> Hold:
    asked = Hold(
        id=form.row_id,
        meeting_id=kept.id,
        reason=form.reason.data or "",
        by=user().id,
        at=now(),
        review_on=form.day,
        told=not form.quiet.data,
        why_not_told=(form.why_quiet.data or "") if form.quiet.data else "",
    )
    known = store.add_hold(session, asked)
    if (known.by, known.meeting_id) != (asked.by, asked.meeting_id):
        abort(400)  # The id of a press is nobody's but of whoever made it.
    if known is asked:
        _note(session, Act.HOLD, asked)
    return known


def _note(session: Session, act: Act, hold: Hold) -> None:
    """Keep in the log that it was held or let go; of a quiet one only that there was one."""
    access_log.note(
        session,
        act,
        at=now(),
        what=What.RETENTION,
        user_id=user().id,
        meeting_id=hold.meeting_id if hold.told else None,
        because=Because.BY_HAND,
    )


@retention.route("/going/by-code", methods=["GET", "POST"])
def hold_by_code() -> Answer:
    """Hold a record back that is known by the code on its paper, for a supervisor of its team."""
    form = HoldByCodeForm()

    def draw() -> str:
        return render_template("retention/by_code.html", form=form)

    return (
        _held(form, draw, lambda session: _of_code(session, form))
        if form.is_submitted()
        else draw()
    )


def _of_code(session: Session, form: HoldByCodeForm) -> KeptMeeting | None:
    tries.refuse_who_must_wait(session, user().id, now())
    kept = door.find_by_code(session, form.code.data or "", user())
    if kept is None:
        tries.count(session, user().id, now())
    return kept


@retention.route("/holds/<uuid:hold_id>", methods=["GET", "POST"])
def hold(hold_id: UUID) -> Answer:
    """One hold: why, and whether it is still needed."""
    with reading() as session:
        found, page = _load(session, hold_id)
    again, end = AgainForm(prefix="again-"), EndForm(prefix="end-")
    if request.method == "GET":
        return _hold_page(found, page, again, end)
    asked: AgainForm | EndForm = end if end.end.data else again
    fits = bool(end.validate()) if asked is end else _fits(again)
    if not fits or not found.stands:
        if not found.stands:
            asked.form_errors = ["This hold has ended already. Nothing was changed."]
        return _hold_page(found, page, again, end), NOT_YET if found.stands else CLASH
    try:
        with keeping() as session:
            changed = _change(session, hold_id, again, end)
    except NotKept as trouble:
        asked.form_errors = [f"{trouble.problem.wrong} {trouble.problem.remedy}"]
        return _hold_page(found, page, again, end), trouble.status
    if not changed:
        asked.form_errors = ["Somebody was quicker. Look at the hold as it is now."]
        with reading() as session:
            found, page = _load(session, hold_id)
        return _hold_page(found, page, again, end), CLASH
    flash.success("The hold has ended." if asked is end else "It stays. You look again that day.")
    return redirect(url_for("retention.hold", hold_id=hold_id), 303)


def _change(session: Session, hold_id: UUID, again: AgainForm, end: EndForm) -> bool:
    found, _ = _load(session, hold_id)
    if not end.end.data:
        return store.change_hold(session, found, review_on=again.day)
    ended = {"ended_at": now(), "ended_by": user().id, "ended_why": end.why.data or ""}
    changed = store.change_hold(session, found, **ended)
    if changed:
        _note(session, Act.LET_GO, found)
    return changed


def _load(session: Session, hold_id: UUID) -> tuple[Hold, RecordPage]:
    found = store.find_hold(session, hold_id) or abort(404)
    kept = door.find(session, found.meeting_id, user()) or abort(404)
    return found, _page_of(session, kept)


def _page_of(session: Session, kept: KeptMeeting) -> RecordPage:
    standing = find_standing(session, kept.id)
    choices = by_kind(store.all_choices(session))
    holds = store.holds_of(session, [kept.id])
    people = (one for hold in holds for one in (hold.by, hold.ended_by) if one)
    return RecordPage(
        kept=kept,
        title=titled(kept, contributions.titles(session, [kept.id]).get(kept.id, "")),
        until=kept_until(standing, choices, at=now()) if standing else "",
        holds=holds,
        names=store.names_of(session, people),
    )


def _drawn(page: RecordPage, form: HoldForm) -> str:
    return render_template(
        "retention/record.html", page=page, form=form, day=days.day, civil_day=civil_day
    )


def _hold_page(found: Hold, page: RecordPage, again: AgainForm, end: EndForm) -> str:
    return render_template(
        "retention/hold.html",
        hold=found,
        page=page,
        again=again,
        end=end,
        way=_way(page.kept.id, page.kept.owner_id),
        waits=found.waits(civil_day(now())),
        day=days.day,
        civil_day=civil_day,
    )
