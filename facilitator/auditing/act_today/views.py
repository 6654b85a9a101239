"""A child may not be safe: what was seen, who was told and when. It stands outside every rating."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from flask import abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from facilitator import days
from facilitator.accounts import store as accounts
from facilitator.accounts.sessions import now, user
from facilitator.agreeing.answers_keeping import today_of
from facilitator.auditing import door
from facilitator.auditing import store as looks
from facilitator.auditing.act_today import store
from facilitator.auditing.act_today.forms import ActTodayForm, WhatCameForm
from facilitator.auditing.blueprint import auditing
from facilitator.audits.act_today import ActToday, closing_problems, told_problems
from facilitator.audits.look import Look
from facilitator.database import Session, new_id, reading
from facilitator.database.troubles import NotKept, keeping
from facilitator.meetings import KeptMeeting
from facilitator.pages import flash
from facilitator.preparing.keeping import CONFLICT, NOT_YET
from facilitator.refusals import Problem
from facilitator.releasing.opening import zone_of

Page = str | AnyResponse | tuple[str, int]


@auditing.route("/plans/<uuid:meeting_id>/act-today", methods=["GET", "POST"])
def act_today(meeting_id: UUID) -> Page:
    """The notes about this plan that a child may not be safe, and the form for a new one."""
    form = ActTodayForm()
    if request.method == "GET":
        form.key.data = str(new_id())
        return _page(meeting_id, form)
    with reading() as session:
        kept = _kept(session, meeting_id)
    if form.validate():
        form.take(told_problems(form.told.data or "", form.told_on.data, today_of(kept, now())))
    if form.problems:
        return _page(meeting_id, form, problems=form.problems), NOT_YET
    note = ActToday(
        id=_id(form.key.data),
        meeting_id=kept.id,
        team_id=kept.team_id,
        seen=form.seen.data or "",
        by=user().id,
        at=now(),
        **_told(form),
    )
    try:
        with keeping() as session:
            _kept(session, meeting_id)
            store.add(session, note)
    except NotKept as trouble:
        return _page(meeting_id, form, problems=(trouble.problem,)), trouble.status
    flash.success("It is written down.")
    return redirect(url_for("auditing.act_today", meeting_id=meeting_id), 303)


@auditing.post("/plans/<uuid:meeting_id>/act-today/<uuid:note_id>")
def act_today_told(meeting_id: UUID, note_id: UUID) -> Page:
    """Keep who was told since, or close a note with what came of it."""
    form = WhatCameForm(prefix=_prefix(note_id))
    with reading() as session:
        kept = _kept(session, meeting_id)
        note = _note(session, kept, note_id)
    closes = bool(form.close.data)
    if form.validate():
        form.take(told_problems(form.told.data or "", form.told_on.data, today_of(kept, now())))
    asked = _changed(note, form, closes=closes)
    if closes and not form.problems:
        form.take(closing_problems(asked, asked.came_of_it))
    if form.problems:
        return _page(meeting_id, changed={note_id: form}, problems=form.problems), NOT_YET
    try:
        with keeping() as session:
            _note(session, _kept(session, meeting_id), note_id)
            is_kept = store.change(session, asked)
    except NotKept as trouble:
        told = (trouble.problem,)
        return _page(meeting_id, changed={note_id: form}, problems=told), trouble.status
    if not is_kept:
        return _clash(meeting_id, note_id, form), CONFLICT
    flash.success("It is closed." if closes else "It is written down.")
    return redirect(url_for("auditing.act_today", meeting_id=meeting_id), 303)


@dataclass(frozen=True)
class _Row:
    """One note as the page draws it."""

    note: ActToday
    who: str
    closed_by: str
    form: WhatCameForm | None


def _page(
    meeting_id: UUID,
    form: ActTodayForm | None = None,
    *,
    changed: dict[UUID, WhatCameForm] | None = None,
    problems: tuple[Problem, ...] = (),
) -> str:
    with reading() as session:
        kept = _kept(session, meeting_id)
        looks_after = door.looks_after(session, user(), kept.team_id)
        notes = _seen_by_me(session, kept)
        theirs = [one for one in looks.of_meeting(session, meeting_id) if one.rater_id == user().id]
        rows = [_row(session, one, (changed or {}).get(one.id)) for one in notes]
    if form is None:
        form = ActTodayForm(formdata=None, key=str(new_id()))
    return render_template(
        "auditing/act_today.html",
        meeting_id=meeting_id,
        form=form,
        is_new_refused=bool(problems) and not changed,
        rows=rows,
        back=_back(theirs),
        problems=problems,
        day=days.day,
        time_of_day=days.time_of_day,
        when=lambda at: _when(at, zone_of(kept)),
        shows_names=looks_after and kept.owner_id != user().id,
    )


def _back(theirs: Sequence[Look]) -> tuple[str, str]:
    """Where somebody came from, in words and as an address: their own look, else Today."""
    if theirs:
        return "Back to the look", url_for("auditing.look", look_id=theirs[-1].id)
    return "Today", url_for("supervising.today")


def _when(at: datetime, zone: ZoneInfo) -> str:
    there = at.astimezone(zone)
    return days.day_and_time(there.date(), f"{there:%H:%M}")


def _row(session: Session, note: ActToday, sent: WhatCameForm | None) -> _Row:
    form = sent
    if form is None and not note.is_closed:
        form = WhatCameForm(
            formdata=None, prefix=_prefix(note.id), obj=note, based_on=str(note.revision)
        )
    names = [accounts.find_user(session, one) if one else None for one in (note.by, note.closed_by)]
    who, closed_by = (one.name if one else "" for one in names)
    return _Row(note, who, closed_by, form)


def _clash(meeting_id: UUID, note_id: UUID, form: WhatCameForm) -> str:
    """Both: what somebody kept meanwhile stands above the form with what was typed."""
    with reading() as session:
        note = _note(session, _kept(session, meeting_id), note_id)
    form.based_on.data = str(note.revision)
    wrong = "Somebody wrote something down here meanwhile. It stands above your words."
    told = Problem(form.told.id, wrong, "Look at both, then keep yours.")
    return _page(meeting_id, changed={note_id: form}, problems=(told,))


def _seen_by_me(session: Session, kept: KeptMeeting) -> tuple[ActToday, ...]:
    """All notes for supervisors of the team.

    Their own for whoever looks from another team, and for whoever is still to rate blind.
    """
    notes = store.of_meeting(session, kept.id)
    is_blind = door.must_stay_blind(session, user(), kept.id)
    if not is_blind and door.looks_after(session, user(), kept.team_id):
        return notes
    return tuple(one for one in notes if one.by == user().id)


def _kept(session: Session, meeting_id: UUID) -> KeptMeeting:
    return door.find_to_act(session, meeting_id, user()) or abort(404)


def _note(session: Session, kept: KeptMeeting, note_id: UUID) -> ActToday:
    seen = (one for one in _seen_by_me(session, kept) if one.id == note_id and not one.is_closed)
    return next(seen, None) or abort(404)


def _changed(note: ActToday, form: WhatCameForm, *, closes: bool) -> ActToday:
    number = form.based_on.data or ""
    asked = replace(
        note,
        came_of_it=form.came_of_it.data or "",
        revision=int(number) if number.isdecimal() else 0,
        **_told(form),
    )
    return replace(asked, closed_by=user().id, closed_at=now()) if closes else asked


def _told(form: ActTodayForm | WhatCameForm) -> dict[str, Any]:
    return {name: form[name].data or "" for name in ("told", "told_time")} | {
        "told_on": form.told_on.data
    }


def _prefix(note_id: UUID) -> str:
    return f"n{note_id.hex}"


def _id(key: str | None) -> UUID:
    try:
        return UUID(key or "")
    except ValueError:
        abort(400)
