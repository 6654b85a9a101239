"""How long we keep: the table of kinds, each choice, and what has gone. For administrators."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from flask import abort, redirect, render_template, url_for
from werkzeug.wrappers import Response

from facilitator import access_log, days
from facilitator.access_log import Act, Because, What
from facilitator.accounts import store as accounts
from facilitator.accounts.sessions import now, user
from facilitator.accounts.user import Team
from facilitator.database import Session, reading
from facilitator.database.troubles import NotKept, keeping
from facilitator.pages import flash
from facilitator.refusals import Refusal
from facilitator.retention import store
from facilitator.retention.blueprint import retention
from facilitator.retention.choosing.forms import PeriodForm
from facilitator.retention.choosing.rule import SUGGESTIONS, nothing_before, refuse_months, would_go
from facilitator.retention.gone import store as gone
from facilitator.retention.kinds import BY_KEY, KINDS, OF_A_TEAM, RecordKind
from facilitator.retention.periods import KeepingChoice
from facilitator.retention.standing import Choices, Standing, by_kind, in_force
from facilitator.retention.standings import standings
from facilitator.retention.told import removed

Answer = Response | str | tuple[str, int]
NOT_YET = 422
CLASH = 409


@dataclass(frozen=True)
class TeamKeeps:
    """What one team has chosen, kind by kind, and which of its records go soon, by code."""

    team: Team
    chosen: tuple[tuple[RecordKind, KeepingChoice | None], ...]
    soon: tuple[Standing, ...]


@retention.get("/keeping")
def keeping_page() -> str:
    """The whole table, with every choice so far, and what has gone. No family's word."""
    with reading() as session:
        every = store.all_choices(session)
        choices, stand = by_kind(every), standings(session)
        teams = {one.id: one for one in accounts.list_teams(session)}
        names = store.names_of(session, (one.by for one in every))
        went = gone.removals(session)
        counts = gone.counts(session)
    return render_template(
        "retention/keeping.html",
        kinds=KINDS,
        by_key=BY_KEY,
        house=lambda kind: in_force(choices, None, kind),
        teams=tuple(_team(one, choices, stand) for one in teams.values()),
        team_names={one.id: one.name for one in teams.values()},
        history=tuple(reversed(every)),
        before=_before(every),
        names=names,
        went=tuple((on, removed(many, kind)) for _, on, kind, many in went),
        counts=counts,
        goes_on=lambda one: one.goes_on(choices),
        day=days.day,
    )


def _team(team: Team, choices: Choices, stand: tuple[Standing, ...]) -> TeamKeeps:
    at = now()
    return TeamKeeps(
        team,
        tuple((kind, in_force(choices, team.id, kind.key)) for kind in OF_A_TEAM),
        tuple(one for one in stand if one.team_id == team.id and one.goes_soon(choices, at)),
    )


def _before(every: tuple[KeepingChoice, ...]) -> Mapping[UUID, KeepingChoice]:
    """For each choice the one before it of that team and kind."""
    of = {(one.team_id, one.kind, one.revision): one for one in every}
    found = {one.id: of.get((one.team_id, one.kind, one.revision - 1)) for one in every}
    return {key: one for key, one in found.items() if one}


@retention.route("/keeping/<kind>", methods=["GET", "POST"])
def choose_for_house(kind: str) -> Answer:
    """One choice of the house."""
    return _choose(kind, None)


@retention.route("/keeping/<uuid:team_id>/<kind>", methods=["GET", "POST"])
def choose(team_id: UUID, kind: str) -> Answer:
    """One choice of one team: first what it would do, then the choice."""
    return _choose(kind, team_id)


def _choose(key: str, team_id: UUID | None) -> Answer:
    kind = _kind(key, team_id)
    with reading() as session:
        choices = by_kind(store.all_choices(session))
        teams = {one.id: one for one in accounts.list_teams(session)}
        stand = standings(session, teams=[team_id]) if team_id else ()
    team = (teams.get(team_id) or abort(404)) if team_id else None
    form = PeriodForm()
    found = _Asked(kind, team, choices, stand, form)
    if not form.is_submitted():
        form.based_on.data = str(found.revision)
        return found.page()
    return _sent(found)


def _kind(key: str, team_id: UUID | None) -> RecordKind:
    kind = BY_KEY.get(key) or abort(404)
    fits = kind.of_the_house if team_id is None else kind in OF_A_TEAM
    return kind if fits else abort(404)


@dataclass(frozen=True)
class _Asked:
    kind: RecordKind
    team: Team | None
    choices: Choices
    stand: tuple[Standing, ...]
    form: PeriodForm

    @property
    def team_id(self) -> UUID | None:
        return self.team.id if self.team else None

    @property
    def now(self) -> KeepingChoice | None:
        """What is chosen now."""
        return in_force(self.choices, self.team_id, self.kind.key)

    @property
    def revision(self) -> int:
        return self.now.revision if self.now else 0

    @property
    def was_kept(self) -> bool:
        """Whether this very form was kept before."""
        known = self.choices.get((self.team_id, self.kind.key), ())
        return self.form.row_id in {one.id for one in known}

    def choice(self) -> KeepingChoice:
        """What the form says."""
        return KeepingChoice(
            id=self.form.row_id,
            team_id=self.team_id,
            kind=self.kind.key,
            months=self.form.number,
            reason=self.form.reason.data or "",
            by=user().id,
            at=now(),
            revision=self.revision + 1,
        )

    def page(self, *, looked: bool = False, clash: bool = False) -> str:
        """The form; once it was looked through, with what the choice would do."""
        choice = self.choice() if looked else None
        self.form.looked.data = str(self.form.number) if looked else ""
        goers = would_go(self.stand, self.choices, choice, at=now()) if choice else ()
        return render_template(
            "retention/choose.html",
            asked=self,
            form=self.form,
            choice=choice,
            goers=goers,
            clash=clash,
            suggestions=SUGGESTIONS.get(self.kind.key, ()),
            not_before=days.day(nothing_before(now())),
            day=days.day,
        )


def _sent(found: _Asked) -> Answer:
    form = found.form
    if found.was_kept:  # The same press twice.
        return redirect(url_for("retention.keeping_page"), 303)
    if not _fits(found):
        return found.page(), NOT_YET
    # What is chosen is what was looked through, also where somebody typed another number since.
    if not form.keep.data or form.looked.data != str(form.number):
        return found.page(looked=True)
    if form.based_on.data != str(found.revision):
        form.based_on.data = str(found.revision)
        return found.page(looked=True, clash=True), CLASH
    return _kept(found)


def _fits(found: _Asked) -> bool:
    if not found.form.validate():
        return False
    try:
        refuse_months(found.choice(), found.choices)
    except Refusal as refusal:
        for one in refusal.problems:
            found.form[one.place].errors = [f"{one.wrong} {one.remedy}"]
        return False
    return True


def _kept(found: _Asked) -> Answer:
    try:
        with keeping() as session:
            kept = _keep(session, found.choice())
    except NotKept as trouble:
        found.form.form_errors = [f"{trouble.problem.wrong} {trouble.problem.remedy}"]
        return found.page(looked=True), trouble.status
    if not kept:
        return found.page(looked=True, clash=True), CLASH
    flash.success("Chosen. It stands in the list of choices for good.")
    return redirect(url_for("retention.keeping_page"), 303)


def _keep(session: Session, choice: KeepingChoice) -> bool:
    known = store.add_choice(session, choice)
    if known is None:
        return False
    if known is choice:  # The same press again is noted once.
        access_log.note(
            session,
            Act.SETTING,
            at=choice.at,
            what=What.RETENTION,
            user_id=choice.by,
            because=Because.BY_HAND,
            many=choice.months or 0,
        )
    return True
